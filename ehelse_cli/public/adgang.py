"""Who may see what, and from when: the decisions of the gate. Closed until something says that it is open.

Sources: offentleglova §§ 3 (openness), 5 (deferred access), 13–26 (exemptions); the council's mandate, `offentlighet`;
and what was in fact sent out (`innkalt`, `papirer_ute`, `ettersendt`, `referat: publisert`).
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.mandat.arbeid import Offentlighet
from ehelse_cli.core.moete import Moete, Sakspunkt
from ehelse_cli.core.offentleglova import les_hjemmel
from ehelse_cli.core.sak import Sak
from ehelse_cli.core.skjerming import Skjerming
from ehelse_cli.core.vedlegg import Vedlegg


class Aapen(Struct, frozen=True, gc=False):
    """It may be shown, since `fra`; `delvis_unntatt` is the legal basis where something is left out of it."""

    fra: date
    delvis_unntatt: str | None = None


class Unntatt(Struct, frozen=True, gc=False):
    """Only that it is exempt may be shown, and the legal basis."""

    hjemmel: str


class Lukket(Struct, frozen=True, gc=False):
    """Nothing may be shown."""


Adgang = Aapen | Unntatt | Lukket

LUKKET = Lukket()
_KOE = "koe"


# ── meetings ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def moetet_er_kjent(data: Dataset, moete: Moete, dag: date) -> bool:
    """Whether people may know that the meeting is to be: notice was given, it has begun, or its year is published.

    A year that has no file of its own is as open as the meetings' own files make it.
    """
    aarshjul = data.aarshjul.get(f"aarshjul-{moete.tid.dato.year}")
    if _har_hendt(moete.innkalt, dag) or moete.tid.dato <= dag:
        return True
    if f"aarshjul-{moete.tid.dato.year}" in data.broken:
        return False
    return aarshjul is None or _har_hendt(aarshjul.publisert, dag)


def sakslisten_er_ute(data: Dataset, moete: Moete, dag: date) -> bool:
    """Whether the agenda is: notice was given, or the meeting was held."""
    ute = _har_hendt(moete.innkalt, dag) if moete.innkalt else _er_holdt(moete, dag)
    return ute and not _mandatet_unntar(data, moete, "innkalling")


def papirene_ute(data: Dataset, moete: Moete, punkt: Sakspunkt, dag: date) -> date | None:
    """The day the papers of a line went out, if they have: those sent later have their own day."""
    sendt = punkt.ettersendt or moete.papirer_ute or (moete.tid.dato if _er_holdt(moete, dag) else None)
    if not _har_hendt(sendt, dag) or _mandatet_unntar(data, moete, "saksdokumenter"):
        return None
    return sendt


def referatet_er_ute(data: Dataset, moete: Moete, dag: date) -> bool:
    """Whether the minutes are: published, and not kept back by the mandate."""
    publisert = moete.referat.publisert if moete.referat else None
    return _har_hendt(publisert, dag) and referatet_kan_ut(data, moete)


def referatet_kan_ut(data: Dataset, moete: Moete) -> bool:
    """Whether the mandate lets the minutes out once they are published."""
    return not _mandatet_unntar(data, moete, "referat")


def _har_hendt(naar: date | None, dag: date) -> bool:
    return naar is not None and naar <= dag


def _er_holdt(moete: Moete, dag: date) -> bool:
    return moete.tid.dato <= dag and moete.avlyst is None


def _mandatet_unntar(data: Dataset, moete: Moete, hva: str) -> bool:
    """Whether the mandate of the meeting's day says that this is not published; its silence closes nothing (§ 3)."""
    mandat = data.mandat_for(data.forum_of(moete.id), moete.tid.dato)
    regel = mandat.offentlighet if mandat else None
    return isinstance(regel, Offentlighet) and getattr(regel, hva) == "unntas"


# ── cases ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def adgang_til_sak(data: Dataset, sak: Sak, dag: date) -> Adgang:
    """Whether the paper is out. A line of an agenda that is wholly exempt closes its case as well."""
    linjer = tuple((moete, moete.saksliste[nr]) for moete, nr in data.behandlinger(sak.id))
    skjermet = _skjermet(data, sak)
    if isinstance(skjermet, Unntatt) and not any(sakslisten_er_ute(data, moete, dag) for moete, _ in linjer):
        return LUKKET
    if skjermet is not None:
        return skjermet
    sendt = [naar for moete, punkt in linjer if (naar := papirene_ute(data, moete, punkt, dag))]
    if not sendt or er_utsatt(sak.offentlig_fra, dag):
        return LUKKET
    deler = _foerste((sak.skjerming,), "deler")
    return Aapen(max(min(sendt), sak.offentlig_fra or date.min), hjemmelen(deler) if deler else None)


def _skjermet(data: Dataset, sak: Sak) -> Lukket | Unntatt | None:
    """What keeps the case back whatever day it is: the queue, an exemption, or one that nobody can read."""
    skjerminger = (sak.skjerming, *_paa_linjene(data, sak.id))
    if er_i_koe(data, sak) or not all(map(_er_lesbar, skjerminger)):
        return LUKKET
    hele = _foerste(skjerminger, "hele")
    return Unntatt(hjemmelen(hele)) if hele else None


def _paa_linjene(data: Dataset, id_: str) -> tuple[Skjerming | None, ...]:
    """What each line says that the case stands on. One that says the whole is exempt, says it of the case."""
    return tuple(moete.saksliste[nr].skjerming for moete, nr in data.behandlinger(id_))


def er_i_koe(data: Dataset, sak: Sak) -> bool:
    """Whether the case waits for a number: nothing of it has been put before anybody."""
    return data.files[sak.id].path.split("/")[3] == _KOE


def er_utsatt(fra: date | None, dag: date) -> bool:
    """Whether access is deferred past the day."""
    return fra is not None and dag < fra


def adgang_til_punkt(data: Dataset, moete: Moete, punkt: Sakspunkt, dag: date) -> Adgang:
    """Whether a line of an agenda that is out may be read, by its own word and its case's: title and treatment."""
    id_ = data.sak_id(data.forum_of(moete.id), punkt.sak) if punkt.sak else None
    sak = data.saker.get(id_) if id_ else None
    linjene = _paa_linjene(data, id_) if id_ and sak is None else (punkt.skjerming,)
    if id_ in data.broken or not all(map(_er_lesbar, linjene)):
        return LUKKET
    if sak is not None and (skjermet := _skjermet(data, sak)) is not None:
        return skjermet
    if sak is not None and er_utsatt(sak.offentlig_fra, dag):
        return LUKKET
    if hele := _foerste(linjene, "hele"):
        return Unntatt(hjemmelen(hele))
    deler = _foerste((punkt.skjerming, sak.skjerming if sak else None), "deler")
    return Aapen(moete.innkalt or moete.tid.dato, hjemmelen(deler) if deler else None)


def lukkede_filer(vedlegg: tuple[Vedlegg, ...], dag: date) -> frozenset[str]:
    """The names of the files that stay inside: one that two lines name goes out only if both say so."""
    return frozenset(ett.fil for ett in vedlegg if ett.fil and not isinstance(adgang_til_vedlegg(ett, dag), Aapen))


def adgang_til_vedlegg(vedlegg: Vedlegg, dag: date) -> Adgang:
    """Whether an attachment of an open case goes out: only if its line says so, and then not before its day."""
    if not _er_lesbar(vedlegg.skjerming):
        return LUKKET
    if hele := _foerste((vedlegg.skjerming,), "hele"):
        return Unntatt(hjemmelen(hele))
    if not vedlegg.publiseres or er_utsatt(vedlegg.offentlig_fra, dag):
        return LUKKET
    deler = _foerste((vedlegg.skjerming,), "deler")
    return Aapen(vedlegg.offentlig_fra or date.min, hjemmelen(deler) if deler else None)


def _er_lesbar(skjerming: Skjerming | None) -> bool:
    """Whether nothing is exempt, or the basis is written so that it can be told; anything else closes all of it."""
    return skjerming is None or les_hjemmel(skjerming.hjemmel) is not None


def _foerste(skjerminger: tuple[Skjerming | None, ...], omfang: str) -> Skjerming | None:
    for en in skjerminger:
        if en is not None and en.omfang == omfang:
            return en
    return None


def hjemmelen(skjerming: Skjerming) -> str:
    """The legal basis on one line: `offl. § 23 tredje ledd`."""
    return " ".join(skjerming.hjemmel.split())
