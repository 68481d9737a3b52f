"""PUB: may what is written here be shown to everybody?"""

from ehelse_cli.core.finding import RuleInfo, Severity, Source
from ehelse_cli.rules.common import formatregel
from ehelse_cli.rules.engine import Rule
from ehelse_cli.rules.pub_historie import offentlig_i_historikken
from ehelse_cli.rules.pub_hjemmel import ukjent_hjemmel, uten_meroffentlighet, uten_taushetsregel, utloept_skjerming
from ehelse_cli.rules.pub_lukket import lenke_til_lukket, skjermet_vedlegg_aapent, tekst_ved_siden
from ehelse_cli.rules.pub_person import foedselsnummer, kontaktopplysning
from ehelse_cli.rules.pub_tvilling import loes_tvilling, tvilling_uten_skjerming


def _lovregel(code: str, name: str, gravity: Severity = Severity.FEIL) -> RuleInfo:
    return RuleInfo(code, name, gravity, Source.LOV)


PUB_RULES = (
    Rule(_lovregel("PUB901", "ukjent-hjemmel"), "sak", ukjent_hjemmel),
    Rule(_lovregel("PUB902", "uten-taushetsregel"), "sak", uten_taushetsregel),
    Rule(_lovregel("PUB903", "uten-meroffentlighet", Severity.ADVARSEL), "sak", uten_meroffentlighet),
    Rule(formatregel("PUB904", "tekst-ved-siden"), "sak", tekst_ved_siden),
    Rule(_lovregel("PUB905", "foedselsnummer"), "fil", foedselsnummer),
    Rule(_lovregel("PUB906", "kontaktopplysning", Severity.ADVARSEL), "fil", kontaktopplysning),
    Rule(formatregel("PUB907", "lenke-til-lukket-vedlegg", Severity.ADVARSEL), "sak", lenke_til_lukket),
    Rule(formatregel("PUB908", "skjermet-vedlegg-aapent"), "sak", skjermet_vedlegg_aapent),
    Rule(formatregel("PUB909", "utloept-skjerming", Severity.ADVARSEL), "sak", utloept_skjerming),
    Rule(formatregel("PUB910", "tvilling-uten-skjerming"), "sak", tvilling_uten_skjerming),
    Rule(formatregel("PUB911", "loes-tvilling"), "fil", loes_tvilling),
    Rule(_lovregel("PUB912", "offentlig-i-historikken", Severity.ADVARSEL), "sak", offentlig_i_historikken),
)
