"""DOK: can a paper be read by everybody, and is it built as papers here are?"""

from ehelse_cli.core.finding import RuleInfo, Severity, Source
from ehelse_cli.rules.common import formatregel
from ehelse_cli.rules.dok_lenker import bilde_uten_tekst, doed_lenke, tom_lenketekst
from ehelse_cli.rules.dok_overskrifter import hopp_i_overskrifter, manglende_overskrift, overskrifter_i_uorden
from ehelse_cli.rules.dok_plassholder import uutfylt_plassholder
from ehelse_cli.rules.dok_tekst import feil_maalform, tabell_uten_hode
from ehelse_cli.rules.engine import Rule


def _advarsel(code: str, name: str, source: Source) -> RuleInfo:
    return RuleInfo(code, name, Severity.ADVARSEL, source)


DOK_RULES = (
    Rule(_advarsel("DOK801", "manglende-overskrift", Source.PRAKSIS), "sak", manglende_overskrift),
    Rule(_advarsel("DOK802", "overskrifter-i-uorden", Source.PRAKSIS), "sak", overskrifter_i_uorden),
    Rule(_advarsel("DOK803", "hopp-i-overskrifter", Source.LOV), "fil", hopp_i_overskrifter),
    Rule(formatregel("DOK804", "doed-lenke"), "fil", doed_lenke),
    Rule(_advarsel("DOK805", "bilde-uten-tekst", Source.LOV), "fil", bilde_uten_tekst),
    Rule(_advarsel("DOK806", "tom-lenketekst", Source.LOV), "fil", tom_lenketekst),
    Rule(_advarsel("DOK807", "tabell-uten-hode", Source.LOV), "fil", tabell_uten_hode),
    Rule(formatregel("DOK808", "feil-maalform", Severity.ADVARSEL), "fil", feil_maalform),
    Rule(formatregel("DOK809", "uutfylt-plassholder"), "fil", uutfylt_plassholder),
)
