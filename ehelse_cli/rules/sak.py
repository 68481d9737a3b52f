"""SAK: the cases. What each rule is called, and how grave it is."""

from ehelse_cli.core.finding import Severity
from ehelse_cli.rules.common import formatregel, mandatregel, praksisregel
from ehelse_cli.rules.engine import Rule
from ehelse_cli.rules.sak_etter import (
    tiltak_over_fristen,
    ubesvarte_spoersmaal,
    uten_oppfoelging,
    uten_utfall,
    uten_vedtak,
)
from ehelse_cli.rules.sak_gang import feil_rekkefoelge, hoppet_over, sent_papir, utenfor_myndighet
from ehelse_cli.rules.sak_kommuner import (
    forplikter_kommunene,
    ufullstendig_konsekvens,
    uten_konsekvens,
    uten_konsultasjon,
)
from ehelse_cli.rules.sak_nummer import dobbelt_saksnummer, hull_i_numrene
from ehelse_cli.rules.sak_papir import (
    steg_i_feil_rekkefoelge,
    uten_beslutter,
    uten_forfatter,
    uten_forslag,
    uten_sakseier,
    uten_videre_prosess,
)

_VARSEL = Severity.ADVARSEL

SAK_RULES = (
    Rule(formatregel("SAK601", "dobbelt-saksnummer"), "sak", dobbelt_saksnummer),
    Rule(formatregel("SAK602", "hull-i-saksnumrene", _VARSEL), "sak", hull_i_numrene),
    Rule(mandatregel("SAK603", "utenfor-myndighet", _VARSEL), "sak", utenfor_myndighet),
    Rule(formatregel("SAK604", "uten-forslag-til-vedtak"), "sak", uten_forslag),
    Rule(mandatregel("SAK605", "uten-videre-saksprosess"), "sak", uten_videre_prosess),
    Rule(formatregel("SAK606", "uten-beslutter", _VARSEL), "sak", uten_beslutter),
    Rule(formatregel("SAK607", "uten-sakseier", _VARSEL), "sak", uten_sakseier),
    Rule(formatregel("SAK608", "uten-forfatter", _VARSEL), "sak", uten_forfatter),
    Rule(formatregel("SAK609", "steg-i-feil-rekkefoelge", _VARSEL), "sak", steg_i_feil_rekkefoelge),
    Rule(formatregel("SAK610", "uten-konsekvens-for-kommunene", _VARSEL), "sak", uten_konsekvens),
    Rule(formatregel("SAK611", "ufullstendig-konsekvens", _VARSEL), "sak", ufullstendig_konsekvens),
    Rule(formatregel("SAK612", "uten-konsultasjon", _VARSEL), "sak", uten_konsultasjon),
    Rule(mandatregel("SAK613", "forplikter-kommunene", _VARSEL), "sak", forplikter_kommunene),
    Rule(formatregel("SAK614", "bygger-paa-senere-sak", _VARSEL), "sak", feil_rekkefoelge),
    Rule(praksisregel("SAK615", "feil-vei-mellom-forumene"), "sak", hoppet_over),
    Rule(mandatregel("SAK616", "sent-saksframlegg"), "sak", sent_papir),
    Rule(formatregel("SAK617", "uten-utfall", _VARSEL), "moete", uten_utfall),
    Rule(formatregel("SAK618", "uten-vedtak"), "moete", uten_vedtak),
    Rule(praksisregel("SAK619", "raad-uten-oppfoelging"), "sak", uten_oppfoelging),
    Rule(formatregel("SAK620", "tiltak-over-fristen", _VARSEL), "moete", tiltak_over_fristen),
    Rule(formatregel("SAK621", "ubesvarte-spoersmaal", Severity.MERKNAD), "sak", ubesvarte_spoersmaal),
)
