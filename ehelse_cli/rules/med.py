"""MED: the members. Is every seat filled, by the right person, appointed by the right body, within the term?"""

from ehelse_cli.core.finding import RuleInfo, Severity, Source
from ehelse_cli.rules.common import formatregel, mandatregel
from ehelse_cli.rules.engine import Rule
from ehelse_cli.rules.med_opphav import feil_leder, feil_oppnevner, feil_virksomhet
from ehelse_cli.rules.med_perioder import for_lang_periode, for_mange_perioder, sen_forlengelse, sitter_over_tiden
from ehelse_cli.rules.med_rader import (
    flere_fra_samme,
    forlengelse_uten_vedtak,
    hull_eller_overlapp,
    nedlagt_virksomhet,
    perioden_utloeper,
)
from ehelse_cli.rules.med_seter import for_mange_i_gruppen, ledig_sete, manglende_egenskap, to_seter, uten_gruppe
from ehelse_cli.rules.med_stedfortredere import manglende_stedfortreder, ulovlig_stedfortreder


def _praksisregel(code: str, name: str) -> RuleInfo:
    return RuleInfo(code, name, Severity.ADVARSEL, Source.PRAKSIS)


MED_RULES = (
    Rule(mandatregel("MED401", "ledig-sete"), "forum", ledig_sete),
    Rule(mandatregel("MED402", "for-mange-i-gruppen"), "forum", for_mange_i_gruppen),
    Rule(mandatregel("MED403", "feil-leder"), "forum", feil_leder),
    Rule(mandatregel("MED404", "feil-oppnevner"), "forum", feil_oppnevner),
    Rule(mandatregel("MED405", "manglende-egenskap"), "forum", manglende_egenskap),
    Rule(mandatregel("MED406", "sitter-over-tiden"), "forum", sitter_over_tiden),
    Rule(mandatregel("MED407", "for-lang-periode"), "forum", for_lang_periode),
    Rule(mandatregel("MED408", "to-seter"), "forum", to_seter),
    Rule(mandatregel("MED409", "for-mange-perioder"), "forum", for_mange_perioder),
    Rule(mandatregel("MED410", "ulovlig-stedfortreder"), "forum", ulovlig_stedfortreder),
    Rule(mandatregel("MED411", "feil-virksomhet"), "forum", feil_virksomhet),
    Rule(mandatregel("MED412", "uten-gruppe"), "forum", uten_gruppe),
    Rule(mandatregel("MED413", "sen-forlengelse"), "forum", sen_forlengelse),
    Rule(mandatregel("MED414", "forlengelse-uten-vedtak", Severity.ADVARSEL), "forum", forlengelse_uten_vedtak),
    Rule(formatregel("MED415", "nedlagt-virksomhet"), "forum", nedlagt_virksomhet),
    Rule(formatregel("MED416", "hull-eller-overlapp", Severity.ADVARSEL), "forum", hull_eller_overlapp),
    Rule(_praksisregel("MED417", "flere-fra-samme-virksomhet"), "forum", flere_fra_samme),
    Rule(mandatregel("MED418", "manglende-stedfortreder"), "forum", manglende_stedfortreder),
    Rule(mandatregel("MED420", "perioden-utloeper", Severity.MERKNAD), "forum", perioden_utloeper),
)
