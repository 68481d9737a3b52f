"""The kinds of change, as one table: what each is called, which way it goes, how much it matters, and its mirror."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ehelse_cli.diff.endring import Nivaa, Retning

BR, BE, VE, UA, RE = Nivaa.BRYTER, Nivaa.BETINGET, Nivaa.VESENTLIG, Nivaa.UAVKLART, Nivaa.REDAKSJONELL
UT, INN, NOE, UKJ = Retning.UTVIDER, Retning.INNSKRENKER, Retning.NOEYTRAL, Retning.UKJENT


@dataclass(frozen=True, slots=True)
class Slag:
    """A kind of change. `retning` None: the values decide. `speil`: the same change seen from the other side."""

    id: str
    hva: str
    nivaa: Nivaa = VE
    retning: Retning | None = None
    innskrenker: Nivaa | None = None
    """The level when it goes the narrowing way, where that differs."""
    speil: str = ""

    def nivaa_for(self, retning: Retning) -> Nivaa:
        """How much a change of this kind matters when it goes this way."""
        return self.innskrenker if self.innskrenker and retning is INN else self.nivaa


def _par(opp: Slag, ned: Slag) -> tuple[Slag, Slag]:
    """Two kinds that are each other's mirror."""
    return (
        Slag(opp.id, opp.hva, opp.nivaa, opp.retning, opp.innskrenker, ned.id),
        Slag(ned.id, ned.hva, ned.nivaa, ned.retning, ned.innskrenker, opp.id),
    )


_ALLE: tuple[Slag, ...] = (
    # composition
    Slag("antall-seter-endret", "antall seter endret", innskrenker=BE),
    Slag("medregning-endret", "hvem som regnes med, endret", BE),
    *_par(Slag("gruppe-lagt-til", "ny gruppe", VE, UT), Slag("gruppe-fjernet", "gruppe fjernet", BR, INN)),
    *_par(Slag("sete-lagt-til", "flere seter", VE, UT), Slag("sete-fjernet", "færre seter", BE, INN)),
    Slag("gruppe-endret", "gruppe endret", BE),
    Slag("gruppens-virksomheter-endret", "virksomheter i gruppen endret", VE, innskrenker=BR),
    Slag("navn-endret", "nytt navn", RE, NOE),
    Slag("leder-endret", "ledelse endret", BE),
    *_par(Slag("nestleder-lagt-til", "ny nestleder", VE, UT), Slag("nestleder-fjernet", "nestleder fjernet", BR, INN)),
    Slag("nestleder-endret", "nestleder endret", BE),
    *_par(Slag("observatoer-lagt-til", "ny observatør", VE, UT),
          Slag("observatoer-fjernet", "observatør fjernet", BR, INN)),
    Slag("observatoer-rett-endret", "observatørens rett endret", VE, innskrenker=BR),
    Slag("observatoer-endret", "observatør endret", BE),
    Slag("oppnevner-endret", "den som oppnevner, endret", BE),
    Slag("velger-endret", "den som velger, endret", BE),
    Slag("forslagsstiller-endret", "den som foreslår, endret", BE),
    Slag("endringsmyndighet-endret", "den som kan endre sammensetningen, endret", BE),
    *_par(
        Slag("representasjon-lagt-til", "ny representasjon", VE, UT),
        Slag("representasjon-fjernet", "representasjon fjernet", BR, INN),
    ),
    Slag("representasjon-endret", "representasjon endret", BE),
    *_par(Slag("krav-lagt-til", "nytt krav", BE, INN), Slag("krav-fjernet", "krav fjernet", VE, UT)),
    *_par(Slag("krav-skjerpet", "krav skjerpet", BE, INN), Slag("krav-lempet", "krav lempet", VE, UT)),
    Slag("krav-endret", "krav endret", BE),
    # substitutes
    *_par(
        Slag("stedfortreder-gjort-personlig", "gjort personlig", BE, INN),
        Slag("stedfortreder-ikke-lenger-personlig", "ikke lenger personlig", BE, UT),
    ),
    *_par(
        Slag("stedfortreder-forbudt", "forbudt", BR, INN),
        Slag("stedfortreder-tillatt", "ikke lenger forbudt", VE, UT),
    ),
    Slag("stedfortreder-ordning-endret", "ordning endret", BE),
    Slag("stedfortreder-antall-endret", "antall endret", VE, innskrenker=BE),
    Slag("stedfortreder-rett-endret", "rett endret", VE, innskrenker=BR),
    Slag("stedfortreder-verv-endret", "rett til vervet endret", VE, innskrenker=BR),
    Slag("stedfortreder-endret", "regel om stedfortreder endret", BE),
    # terms
    *_par(Slag("funksjonstid-forlenget", "lengre tid", VE, UT), Slag("funksjonstid-kortet", "kortere tid", BR, INN)),
    *_par(
        Slag("flere-perioder-utvidet", "flere perioder tillatt", VE, UT),
        Slag("flere-perioder-innskrenket", "færre perioder tillatt", BE, INN),
    ),
    Slag("flere-perioder-endret", "regel om flere perioder endret", BE),
    Slag("faste-perioder-endret", "faste perioder endret", BE),
    Slag("funksjonstid-endret", "regel om funksjonstid endret", BE),
    # quorum
    *_par(
        Slag("beslutningsdyktighet-skjerpet", "skjerpet", BE, INN),
        Slag("beslutningsdyktighet-lempet", "lempet", VE, UT),
    ),
    *_par(
        Slag("beslutningsdyktighet-regulert", "ble regulert", BE, INN),
        Slag("beslutningsdyktighet-ikke-lenger-regulert", "ikke lenger regulert", VE, UT),
    ),
    Slag("beslutningsdyktighet-endret", "endret", BE),
    # decisions
    Slag("virkning-endret", "virkningen av vedtak endret", VE, innskrenker=BR),
    Slag("mottaker-endret", "mottakere endret", VE, innskrenker=BR),
    Slag("avgjoerelse-endret", "måten å avgjøre på endret", BE),
    Slag("dissens-endret", "regel om dissens endret"),
    *_par(
        Slag("forbehold-lagt-til", "nytt forbehold", VE, NOE),
        Slag("forbehold-fjernet", "forbehold fjernet", BR, NOE),
    ),
    Slag("forbehold-endret", "forbehold endret"),
    Slag("beslutning-endret", "regel om beslutninger endret"),
    # meetings and deadlines
    Slag("moetehyppighet-endret", "møtehyppighet endret"),
    Slag("ekstramoete-endret", "regel om ekstra møte endret", VE, innskrenker=BR),
    Slag("moeter-endret", "regel om møter endret"),
    *_par(Slag("frist-lagt-til", "ny frist", BE, INN), Slag("frist-fjernet", "frist fjernet", VE, UT)),
    *_par(Slag("frist-forlenget", "bedre tid", VE, UT), Slag("frist-kortet", "kortere tid", BE, INN)),
    Slag("frist-endret", "frist endret", BE),
    *_par(
        Slag("fast-oppgave-lagt-til", "ny fast oppgave", VE, INN),
        Slag("fast-oppgave-fjernet", "fast oppgave fjernet", VE, UT),
    ),
    Slag("fast-oppgave-endret", "fast oppgave endret"),
    # cases and minutes
    Slag("meldere-endret", "hvem som kan melde saker, endret", VE, innskrenker=BR),
    Slag("forbereder-for-endret", "hvem det forberedes saker for, endret"),
    Slag("dagsorden-endret", "hvem som bestemmer dagsorden, endret"),
    Slag("saksunderlag-endret", "krav til saksunderlaget endret"),
    *_par(Slag("sakskrav-lagt-til", "nytt krav til saker", BE, INN), Slag("sakskrav-fjernet", "krav fjernet", VE, UT)),
    Slag("saksregel-endret", "regel om saker endret"),
    Slag("protokoll-endret", "regel om protokoll endret"),
    Slag("offentlighet-endret", "offentlighet endret", VE, innskrenker=BR),
    Slag("habilitet-endret", "regel om habilitet endret", BE),
    Slag("skriftlig-behandling-endret", "regel om skriftlig behandling endret", BE),
    Slag("fullmakt-endret", "fullmakt endret", VE, innskrenker=BR),
    # the council among others
    Slag("sekretariat-endret", "sekretariat endret"),
    Slag("vedtar-mandat-for-endret", "hvem organet vedtar mandatet for, endret", VE, innskrenker=BR),
    Slag("vedtar-endret", "hva organet vedtar, endret", VE, innskrenker=BR),
    Slag("godkjenner-medlemmer-endret", "hvor organet godkjenner medlemmer, endret", VE, innskrenker=BR),
    Slag("rapporterer-til-endret", "hvem organet rapporterer til, endret"),
    *_par(Slag("underorgan-lagt-til", "nytt underorgan", VE, UT),
          Slag("underorgan-fjernet", "underorgan fjernet", BR, INN)),
    Slag("underorgan-endret", "underorgan endret"),
    Slag("evaluering-endret", "regel om evaluering endret"),
    Slag("retningslinje-endret", "retningslinje for underliggende endret", BE),
    Slag("overordnet-endret", "overordnet mandat endret", BE),
    Slag("hjemmel-endret", "hjemmel endret"),
    Slag("gjelder-for-endret", "hvem mandatet gjelder for, endret", VE, innskrenker=BR),
    Slag("gjelder-endret", "tiden regelen gjelder, endret", BE),
    # entries that belong together though their ids differ
    Slag("id-endret", "har fått en annen id", RE, NOE),
    Slag("id-antatt", "ser ut til å være den samme; skriv «erstatter» om det stemmer", UA, UKJ),
    *_par(
        Slag("oppfoering-delt", "delt i flere", BE, UKJ),
        Slag("oppfoering-slaatt-sammen", "slått sammen", BE, UKJ),
    ),
    Slag("oppfoering-uavklart", "hvilken som er hvilken, går ikke fram; skriv «erstatter»", UA, UKJ),
    Slag("regel-flyttet", "flyttet", RE, NOE),
    # what anything may become
    *_par(Slag("ble-regulert", "ble regulert", VE, UKJ),
          Slag("sluttet-aa-vaere-regulert", "ikke lenger regulert", VE, UKJ)),
    *_par(Slag("kilde-kjent", "kjent nå", UA, UKJ), Slag("kilde-ukjent", "ikke lenger kjent", UA, UKJ)),
    *_par(Slag("kilden-taus", "kilden sier ikke noe om dette", UA, UKJ),
          Slag("kilden-ulest", "kilden er ikke lest", UA, UKJ)),
    *_par(Slag("taushet-skrevet", "skrevet at det er taust", RE, NOE),
          Slag("taushet-utelatt", "taushet utelatt", RE, NOE)),
    Slag("punkt-flyttet", "står i et annet punkt", RE, NOE),
    Slag("kildehenvisning-endret", "bygger på en annen kilde", RE, NOE),
    Slag("raa-endring", "endret", UA, UKJ),
    # the words, where no rule in the head explains them
    Slag("ordlyd-nektelse", "nektelse i ordlyden", UA, UKJ),
    Slag("ordlyd-styrke", "styrke i ordlyden", UA, UKJ),
    Slag("ordlyd-tall", "tall eller flertall i ordlyden", UA, UKJ),
    Slag("ordlyd-henvisning", "henvisning i ordlyden", UA, UKJ),
    Slag("ordlyd-endret", "ordlyden endret", VE, UKJ),
    Slag("merknad-endret", "merknaden foran mandatet endret", RE, NOE),
    Slag("ordlyd-rettet", "tegn eller store bokstaver rettet", RE, NOE),
    *_par(Slag("avsnitt-lagt-til", "nytt avsnitt", VE, UKJ), Slag("avsnitt-fjernet", "avsnitt fjernet", VE, UKJ)),
    Slag("avsnitt-flyttet", "avsnitt flyttet", RE, NOE),
    *_par(Slag("seksjon-lagt-til", "ny overskrift", VE, UKJ), Slag("seksjon-fjernet", "overskrift fjernet", VE, UKJ)),
    Slag("overskrift-endret", "overskrift endret", VE, UKJ),
    *_par(Slag("oppgave-lagt-til", "ny oppgave", VE, UT), Slag("oppgave-fjernet", "oppgave fjernet", VE, INN)),
    Slag("oppgave-endret", "oppgave endret", VE, UKJ),
    *_par(
        Slag("styringslinjer-sagt", "sier nå at styringslinjene ligger fast", VE, UKJ),
        Slag("styringslinjer-ikke-lenger-sagt", "sier ikke lenger at styringslinjene ligger fast", VE, UKJ),
    ),
    # about the revision itself
    Slag("forum-endret", "organet", RE, NOE),
    Slag("status-endret", "status", RE, NOE),
    Slag("ikrafttredelse-endret", "ikrafttredelse", RE, NOE),
    *_par(
        Slag("ikrafttredelse-i-fortid", "gjelder fra før det ble vedtatt", BE, UKJ),
        Slag("ikrafttredelse-ikke-lenger-i-fortid", "gjelder ikke lenger fra før det ble vedtatt", VE, UKJ),
    ),
    Slag("opphoer-endret", "opphør", RE, NOE),
    Slag("kjent-per-endret", "dagen det er kjent fra", RE, NOE),
    Slag("vedtakelse-endret", "vedtakelse", RE, NOE),
    Slag("erstatter-endret", "hva det erstatter", RE, NOE),
    Slag("maalform-endret", "målform", RE, NOE),
)  # fmt: skip

#: From the strictest to the mildest.
_STYRKE: Mapping[str, int] = {"skal": 3, "boer": 2, "normalt": 2, "kan": 1}
_NORM_PAA_NORSK: Mapping[str, str] = {"skal": "skal", "boer": "bør", "normalt": "normalt", "kan": "kan"}


def _normslag(fra: str, til: str) -> Slag:
    styrke = _STYRKE[til] - _STYRKE[fra]
    retning = UT if styrke < 0 else INN if styrke > 0 else NOE
    hva = f"fra «{_NORM_PAA_NORSK[fra]}» til «{_NORM_PAA_NORSK[til]}»"
    return Slag(f"{fra}-til-{til}", hva, VE, retning, BE, f"{til}-til-{fra}")


_NORMSLAG = tuple(_normslag(fra, til) for fra in _STYRKE for til in _STYRKE if fra != til)

#: Every kind of change by its id.
SLAG: Mapping[str, Slag] = MappingProxyType({slag.id: slag for slag in (*_ALLE, *_NORMSLAG)})

#: The kinds of the words in the order they are looked for: what denies weighs more than what strengthens.
ORDLYDSSLAG: Mapping[str, str] = MappingProxyType(
    {
        "nektelse": "ordlyd-nektelse",
        "styrke": "ordlyd-styrke",
        "tall": "ordlyd-tall",
        "henvisning": "ordlyd-henvisning",
    }
)

#: The kinds that tell what was read, not what the rule is.
OM_KILDEN = frozenset(
    {"kilde-kjent", "kilde-ukjent", "kilden-taus", "kilden-ulest", "taushet-skrevet", "taushet-utelatt"}
)

#: The kinds of the head that the words need not say.
UTEN_EKKO = frozenset(
    {"punkt-flyttet", "kildehenvisning-endret", "raa-endring", "navn-endret"}
    | {"id-endret", "id-antatt", "regel-flyttet"}
)

#: The top keys that say which revision this is.
REVISJONSSLAG: Mapping[str, str] = {
    "forum": "forum-endret",
    "status": "status-endret",
    "gjelder_fra": "ikrafttredelse-endret",
    "gjelder_til": "opphoer-endret",
    "kjent_per": "kjent-per-endret",
    "vedtatt": "vedtakelse-endret",
    "erstatter": "erstatter-endret",
    "maalform": "maalform-endret",
}
