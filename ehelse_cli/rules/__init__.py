"""The rules, one module per family. The list is the policy: read it top to bottom."""

from ehelse_cli.core.finding import RuleInfo
from ehelse_cli.load.les import LES_RULES
from ehelse_cli.rules.engine import Rule

#: Every rule that looks at what the files say, by family.
RULES: tuple[Rule, ...] = ()

#: Every code there is: those about form, which the reader finds, and the rules.
CATALOGUE: tuple[RuleInfo, ...] = (*LES_RULES, *(rule.info for rule in RULES))
