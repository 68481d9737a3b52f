"""The taxonomy of changes, as two tables one can read: what kinds there are, and which place gives which kind.

A new kind is a line in `SLAG` and a line in `RADER`. What no row knows is a `raa-endring`: never silent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from ehelse_cli.diff import maal
from ehelse_cli.diff.endring import Nivaa, Retning
from ehelse_cli.diff.hodetre import Sti, skriv
from ehelse_cli.diff.maal import Maal, Verdier

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
    # about the revision itself
    Slag("forum-endret", "organet", RE, NOE),
    Slag("status-endret", "status", RE, NOE),
    Slag("ikrafttredelse-endret", "ikrafttredelse", RE, NOE),
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

#: The kinds that tell what was read, not what the rule is.
OM_KILDEN = frozenset(
    {"kilde-kjent", "kilde-ukjent", "kilden-taus", "kilden-ulest", "taushet-skrevet", "taushet-utelatt"}
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


def _ordningsslag(fra: Verdier, til: Verdier) -> str:
    """The substitutes' arrangement is told by the word it came to or left: forbidden first, then personal."""
    for ord_, kom, gikk in (
        ("forbudt", "stedfortreder-forbudt", "stedfortreder-tillatt"),
        ("personlig", "stedfortreder-gjort-personlig", "stedfortreder-ikke-lenger-personlig"),
    ):
        if ord_ in til:
            return kom
        if ord_ in fra:
            return gikk
    return ""


@dataclass(frozen=True, slots=True)
class Rad:
    """A place in the head and the kinds its changes are.

    `sti` is the end of the way (after `/` the whole of it): `[*]` is any entry, `.**` the place and all below.
    `lagt_til` and `fjernet` make an entry one change with all it holds; `mer` and `mindre` name the two ways of a
    value; otherwise it is `endret`.
    """

    sti: str
    endret: str
    maal: Maal = maal.ingen
    mer: str = ""
    mindre: str = ""
    lagt_til: str = ""
    fjernet: str = ""
    regulert: str = "ble-regulert"
    avregulert: str = "sluttet-aa-vaere-regulert"
    velg: Callable[[Verdier, Verdier], str] | None = None
    """Names the kind where words, not their order, decide; empty for `endret`."""

    def slag_for(self, fra: Verdier, til: Verdier) -> tuple[Slag, Retning]:
        """The kind and the way of a change of value."""
        retning = self.maal(fra, til)
        navn = self.velg(fra, til) if self.velg else {UT: self.mer, INN: self.mindre}.get(retning, "")
        slag = SLAG[navn or self.endret]
        return slag, slag.retning or retning


_QUORUM = "beslutningsdyktighet-endret", maal.rommer, "beslutningsdyktighet-lempet", "beslutningsdyktighet-skjerpet"
_KRAV = "krav-endret", maal.rommer, "krav-lempet", "krav-skjerpet"
_AAPENHET = maal.rang("nei", "ja")

#: The first row that fits decides.
RADER: tuple[Rad, ...] = (
    Rad("gjelder", "gjelder-endret"),
    # quorum, before the conditions in general
    Rad("/beslutningsdyktighet.krav[*].antall", *_QUORUM),
    Rad("/beslutningsdyktighet.krav[*]", "beslutningsdyktighet-endret",
        lagt_til="beslutningsdyktighet-skjerpet", fjernet="beslutningsdyktighet-lempet"),
    Rad("/beslutningsdyktighet.teller", "beslutningsdyktighet-endret", maal.flere_med,
        "beslutningsdyktighet-lempet", "beslutningsdyktighet-skjerpet"),
    Rad("/beslutningsdyktighet", "beslutningsdyktighet-endret",
        regulert="beslutningsdyktighet-regulert", avregulert="beslutningsdyktighet-ikke-lenger-regulert"),
    Rad("/beslutningsdyktighet.**", "beslutningsdyktighet-endret"),
    # decisions
    Rad("/beslutning.virkning", "virkning-endret", maal.rang("raad", "innstilling", "bindende")),
    Rad("/beslutning.til", "mottaker-endret", maal.flere_med),
    Rad("/beslutning.avgjoeres_ved", "avgjoerelse-endret"),
    Rad("/beslutning.ved_likhet", "avgjoerelse-endret"),
    Rad("/beslutning.dissens.**", "dissens-endret"),
    Rad("/beslutning.forbehold[*]", "forbehold-endret", lagt_til="forbehold-lagt-til", fjernet="forbehold-fjernet"),
    Rad("/beslutning.forbehold.**", "forbehold-endret"),
    Rad("/beslutning.**", "beslutning-endret"),
    # meetings, deadlines, standing tasks
    Rad("/moeter.hyppighet.**", "moetehyppighet-endret", maal.oftere),
    Rad("/moeter.ekstra.kreves_av", "ekstramoete-endret", maal.flere_med),
    Rad("/moeter.ekstra.**", "ekstramoete-endret"),
    Rad("/moeter.**", "moeter-endret"),
    Rad("/frister[*].frist", "frist-endret", maal.romsligere, "frist-forlenget", "frist-kortet"),
    Rad("/frister[*]", "frist-endret", lagt_til="frist-lagt-til", fjernet="frist-fjernet"),
    Rad("/frister.**", "frist-endret"),
    Rad("/faste_oppgaver[*]", "fast-oppgave-endret", lagt_til="fast-oppgave-lagt-til", fjernet="fast-oppgave-fjernet"),
    Rad("/faste_oppgaver.**", "fast-oppgave-endret"),
    # cases, minutes, openness
    Rad("/saker.meldes_av", "meldere-endret", maal.flere_med),
    Rad("/saker.forbereder_for", "forbereder-for-endret", maal.flere_med),
    Rad("/saker.dagsorden_fastsettes_av", "dagsorden-endret"),
    Rad("/saker.dagsorden_endres_av", "dagsorden-endret"),
    Rad("/saker.underlag_skal_vise", "saksunderlag-endret"),
    Rad("/saker.krav[*]", "saksregel-endret", lagt_til="sakskrav-lagt-til", fjernet="sakskrav-fjernet"),
    Rad("/saker.**", "saksregel-endret"),
    Rad("/protokoll.publiseres", "offentlighet-endret", _AAPENHET),
    Rad("/protokoll.**", "protokoll-endret"),
    Rad("/offentlighet.moeter", "offentlighet-endret", maal.rang("lukkede", "aapne")),
    Rad("/offentlighet.**", "offentlighet-endret", maal.rang("unntas", "publiseres")),
    Rad("/habilitet.**", "habilitet-endret"),
    Rad("/skriftlig_behandling.**", "skriftlig-behandling-endret"),
    Rad("/fullmakt.saker", "fullmakt-endret", maal.flere_med),
    Rad("/fullmakt.**", "fullmakt-endret"),
    # the council among others
    Rad("/sekretariat.**", "sekretariat-endret"),
    Rad("/vedtar_mandat_for", "vedtar-mandat-for-endret", maal.flere_med),
    Rad("/vedtar", "vedtar-endret", maal.flere_med),
    Rad("/godkjenner_medlemmer_i", "godkjenner-medlemmer-endret", maal.flere_med),
    Rad("/rapporterer_til", "rapporterer-til-endret"),
    Rad("/evaluering.**", "evaluering-endret"),
    Rad("/retningslinje_for_underliggende.**", "retningslinje-endret"),
    Rad("/overordnet", "overordnet-endret"),
    Rad("/hjemmel", "hjemmel-endret"),
    Rad("/gjelder_for", "gjelder-for-endret", maal.flere_med),
    # seats held elsewhere, before the substitutes of members
    Rad("representasjon[*]", "representasjon-endret",
        lagt_til="representasjon-lagt-til", fjernet="representasjon-fjernet"),
    Rad("representasjon.**", "representasjon-endret"),
    # appointing, terms and substitutes: of the whole body, of a group, of an office
    Rad("oppnevnes_av", "oppnevner-endret"),
    Rad("velges_av", "velger-endret"),
    Rad("foreslaas_av", "forslagsstiller-endret"),
    Rad("endres_av", "endringsmyndighet-endret"),
    Rad("funksjonstid.varer", "funksjonstid-endret", maal.lengre, "funksjonstid-forlenget", "funksjonstid-kortet"),
    Rad("funksjonstid.flere_perioder", "flere-perioder-endret", maal.flere_perioder,
        "flere-perioder-utvidet", "flere-perioder-innskrenket"),
    Rad("funksjonstid.faste_perioder", "faste-perioder-endret"),
    Rad("funksjonstid.**", "funksjonstid-endret"),
    Rad("stedfortreder.ordning", "stedfortreder-ordning-endret", velg=_ordningsslag),
    Rad("stedfortreder.antall", "stedfortreder-antall-endret", maal.flere),
    Rad("stedfortreder.rett", "stedfortreder-rett-endret", maal.flere_med),
    Rad("stedfortreder.rett_ved_siden_av", "stedfortreder-rett-endret", maal.flere_med),
    Rad("stedfortreder.ved_siden_av", "stedfortreder-rett-endret", _AAPENHET),
    Rad("stedfortreder.arver_verv", "stedfortreder-verv-endret", _AAPENHET),
    Rad("stedfortreder.**", "stedfortreder-endret"),
    # the composition itself
    Rad("krav[*].antall", *_KRAV),
    Rad("krav[*]", "krav-endret", lagt_til="krav-lagt-til", fjernet="krav-fjernet"),
    Rad("krav.**", "krav-endret"),
    Rad("leder.varer", "leder-endret", maal.lengre),
    Rad("leder.**", "leder-endret"),
    Rad("nestledere[*]", "nestleder-endret", lagt_til="nestleder-lagt-til", fjernet="nestleder-fjernet"),
    Rad("nestledere.**", "nestleder-endret"),
    Rad("grupper[*].antall", "gruppe-endret", maal.flere, "sete-lagt-til", "sete-fjernet"),
    Rad("grupper[*].per_virksomhet", "gruppe-endret", maal.flere),
    Rad("grupper[*].virksomheter", "gruppens-virksomheter-endret", maal.flere_med),
    Rad("grupper[*].navn", "navn-endret"),
    Rad("grupper[*]", "gruppe-endret", lagt_til="gruppe-lagt-til", fjernet="gruppe-fjernet"),
    Rad("grupper.**", "gruppe-endret"),
    Rad("observatoerer[*].rett", "observatoer-rett-endret", maal.flere_med),
    Rad("observatoerer[*].antall", "observatoer-endret", maal.flere),
    Rad("observatoerer[*]", "observatoer-endret", lagt_til="observatoer-lagt-til", fjernet="observatoer-fjernet"),
    Rad("observatoerer.**", "observatoer-endret"),
    Rad("sammensetning.seter", "antall-seter-endret", maal.flere),
    Rad("sammensetning.medregnet", "medregning-endret"),
    Rad("/underorganer[*]", "underorgan-endret", lagt_til="underorgan-lagt-til", fjernet="underorgan-fjernet"),
    Rad("/underorganer.**", "underorgan-endret"),
)  # fmt: skip

_RAA = Rad("", "raa-endring")


@cache
def _moenster(sti: str) -> re.Pattern[str]:
    start = "" if sti.startswith("/") else r"(?:.*\.)?"
    slutt = r"(?:[.\[].*)?" if sti.endswith(".**") else ""
    kropp = re.escape(sti.removeprefix("/").removesuffix(".**")).replace(r"\[\*\]", r"\[[^\]]*\]")
    return re.compile(start + kropp + slutt)


def rad_for(sti: Sti) -> Rad:
    """The row that knows this place; the one for raw changes when none does."""
    tekst = skriv(sti)
    return next((rad for rad in RADER if _moenster(rad.sti).fullmatch(tekst)), _RAA)
