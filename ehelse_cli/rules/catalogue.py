"""The rules, one module per family. The list is the policy: read it top to bottom."""

from ehelse_cli.core.finding import RuleInfo, Severity
from ehelse_cli.load.les import LES_RULES
from ehelse_cli.rules.aar import AAR_RULES
from ehelse_cli.rules.common import formatregel
from ehelse_cli.rules.dok import DOK_RULES
from ehelse_cli.rules.engine import Rule
from ehelse_cli.rules.man import MAN_RULES
from ehelse_cli.rules.med import MED_RULES
from ehelse_cli.rules.mot import MOT_RULES
from ehelse_cli.rules.pub import PUB_RULES
from ehelse_cli.rules.ref import REF_RULES
from ehelse_cli.rules.sak import SAK_RULES
from ehelse_cli.rules.unn import unn_rules
from ehelse_cli.rules.unntak import UBRUKT

_FAMILIES: tuple[Rule, ...] = (
    *REF_RULES,
    *MAN_RULES,
    *MED_RULES,
    *MOT_RULES,
    *PUB_RULES,
    *SAK_RULES,
    *AAR_RULES,
    *DOK_RULES,
)

#: Found by what compares mandates (diff/godtatt.py), which stands above the rules: cli/all_rules.py asks it.
FORELDET_GODKJENNING = formatregel("MAN314", "foreldet-godkjenning", Severity.ADVARSEL)

#: Found by what knows what papers are made of (render/malvariabler.py): cli/all_rules.py asks it.
UKJENT_MALVARIABEL = formatregel("DOK810", "ukjent-malvariabel")

#: Every rule that needs no more than what the files say, by family; the last may set aside the others.
RULES: tuple[Rule, ...] = (
    *_FAMILIES,
    *unn_rules((*LES_RULES, *(rule.info for rule in _FAMILIES), FORELDET_GODKJENNING, UKJENT_MALVARIABEL)),
)

#: Every code there is: those about form, which the reader finds, the rules, and the engine's own.
CATALOGUE: tuple[RuleInfo, ...] = (
    *LES_RULES,
    *(rule.info for rule in RULES),
    FORELDET_GODKJENNING,
    UKJENT_MALVARIABEL,
    UBRUKT,
)
