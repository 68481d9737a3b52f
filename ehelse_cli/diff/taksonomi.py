"""Which place in the head gives which kind of change, as one table.

A new kind is a line in `slag.SLAG` and a line in `RADER`. What no row knows is a `raa-endring`: never silent.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from ehelse_cli.diff import maal
from ehelse_cli.diff.endring import Retning
from ehelse_cli.diff.hodetre import Sti, skriv
from ehelse_cli.diff.maal import Maal, Verdier
from ehelse_cli.diff.slag import SLAG, Slag


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
        etter_retning = {Retning.UTVIDER: self.mer, Retning.INNSKRENKER: self.mindre}
        navn = self.velg(fra, til) if self.velg else etter_retning.get(retning, "")
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
    """The row that knows this place; the one for raw changes when none does. One of several strengths is the rule's."""
    tekst = skriv(sti)
    rad = next((rad for rad in RADER if _moenster(rad.sti).fullmatch(tekst)), _RAA)
    return rad_for(sti[:-1]) if rad is _RAA and sti and sti[-1].startswith("[") else rad
