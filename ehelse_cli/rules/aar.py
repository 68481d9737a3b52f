"""AAR: the year. What each rule is called, and how grave it is."""

from ehelse_cli.core.finding import Severity
from ehelse_cli.rules.aar_dager import (
    brutt_fristkjede,
    for_tette_moeter,
    frist_paa_fridag,
    moete_i_stengt_tid,
    moete_paa_fridag,
)
from ehelse_cli.rules.aar_hyppighet import for_faa_moeter, for_mange_moeter
from ehelse_cli.rules.aar_plan import fast_sak_mangler, manglende_aarshjul, sent_aarshjul
from ehelse_cli.rules.aar_rekkefoelge import (
    for_kort_mellom_forum,
    formoete_etter_moetet,
    moetekollisjon,
    papirer_etter_formoete,
)
from ehelse_cli.rules.common import formatregel, mandatregel, praksisregel
from ehelse_cli.rules.engine import Rule

AAR_RULES = (
    Rule(mandatregel("AAR701", "sent-aarshjul"), "aarshjul", sent_aarshjul),
    Rule(mandatregel("AAR702", "manglende-aarshjul"), "aarshjul", manglende_aarshjul),
    Rule(mandatregel("AAR703", "for-faa-moeter"), "aarshjul", for_faa_moeter),
    Rule(mandatregel("AAR704", "for-mange-moeter"), "aarshjul", for_mange_moeter),
    Rule(praksisregel("AAR705", "fast-sak-mangler"), "forum", fast_sak_mangler),
    Rule(praksisregel("AAR706", "brutt-fristkjede"), "moete", brutt_fristkjede),
    Rule(praksisregel("AAR707", "frist-paa-fridag", Severity.MERKNAD), "moete", frist_paa_fridag),
    Rule(praksisregel("AAR708", "moete-paa-fridag"), "moete", moete_paa_fridag),
    Rule(praksisregel("AAR709", "moete-i-stengt-tid"), "aarshjul", moete_i_stengt_tid),
    Rule(praksisregel("AAR710", "for-kort-mellom-forum"), "aarshjul", for_kort_mellom_forum),
    Rule(formatregel("AAR711", "formoete-etter-moetet"), "aarshjul", formoete_etter_moetet),
    Rule(praksisregel("AAR712", "papirer-etter-formoete"), "aarshjul", papirer_etter_formoete),
    Rule(praksisregel("AAR713", "moetekollisjon"), "moete", moetekollisjon),
    Rule(praksisregel("AAR714", "for-tette-moeter"), "moete", for_tette_moeter),
)
