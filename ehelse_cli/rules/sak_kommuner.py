"""SAK: the municipalities. Are the consequences told, are they consulted, and does nobody bind them by mistake?"""

import re
from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.finding import Hit, Severity
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.mandat.arbeid import Beslutning
from ehelse_cli.core.sak import KonsekvensKommuner, Sak
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.rules.common import Path, clause, navn
from ehelse_cli.rules.sak_papir import krav_til
from ehelse_cli.rules.saker import Linje, arven_er_kjent, linjer, papirer

#: What a municipality must know before it can say what it thinks (KS: the whole price, not a part of it).
_FELT = {"pris": "prisen", "innfoering": "kostnaden ved å innføre", "gevinst": "gevinsten", "grunnlag": "grunnlaget"}

_SETNING = re.compile(r"[^.!?\n]+")
_DE = r"(?:(?:fylkes)?kommun(?!al)\w+|kommunal(?:e|t)? sektor|KS)"
_GJOER = r"(?:gjennomføre|innføre|ta i bruk|betale|dekke|finansiere)"
_KOMMUNENE = re.compile(rf"\b{_DE}\b", re.IGNORECASE)
_BINDER = re.compile(
    r"\b(?:forplikt(?:er|ar|es|ast)|pålegg(?:er|es|ast)?|pålagt|instruerer|krever at|krev at|vedt(?:ar|ek) å)\b"
    r"(?! ikk[ej]e?\b)",
    re.IGNORECASE,
)
_SKAL = re.compile(rf"\b{_DE} (?:skal|må) {_GJOER}\b|\b(?:skal|må) {_DE} {_GJOER}\b", re.IGNORECASE)
#: Words that make a sentence advice, whatever it says further on.
_RAAD = re.compile(r"\b(?:anbefal|tilrå|foreslå|innstille|støtte|ber |rå[dr]|bør\b)", re.IGNORECASE)


def uten_konsekvens(data: Dataset, _dag: date) -> Iterator[Hit]:
    """The municipal sector has a part in the case, and the paper is silent about what it means for them."""
    for papir in papirer(data):
        sak = papir.sak
        if sak.konsekvens_kommuner is not None or sak.skjerming is not None:
            continue
        krav = krav_til(data, papir, "konsekvens_kommuner")
        if (krav or _angaar_kommunene(data, sak)) and arven_er_kjent(data, sak):
            yield Hit(
                f"saken «{sak.tittel or sak.id}» angår kommunene, men sier ikke hva den betyr for dem",
                data.place(sak.id, "tittel"),
                (sak.id,),
                help=f"Før det: `ehelse sak utfyll {sak.id} --konsekvens-kommuner FELT=VERDI`, eller ingen "
                "(«konsekvens_kommuner» i filen).",
                **krav,
            )


def _angaar_kommunene(data: Dataset, sak: Sak) -> bool:
    """Whether an organisation of the municipal sector owns, raises, shapes or carries out the case."""
    steg = () if isinstance(sak.videre_saksprosess, str) else sak.videre_saksprosess
    med = {*sak.sakseiere, *sak.foreslaatt_av, *sak.i_samarbeid_med, *(ett.hvem for ett in steg)}
    med |= {tiltak.hvem for tiltak in sak.implementering if tiltak.hvem}
    return any(id_ in data.virksomheter and data.virksomheter[id_].sektor == "kommunal" for id_ in med)


def ufullstendig_konsekvens(data: Dataset, _dag: date) -> Iterator[Hit]:
    """What the case means for the municipalities is told in part only."""
    for sak, konsekvens in _konsekvenser(data):
        mangler = [felt for felt in _FELT if getattr(konsekvens, felt) is None]
        if mangler:
            yield Hit(
                f"saken «{sak.tittel or sak.id}» sier ikke alt kommunene trenger å vite: "
                f"{oppramsing(_FELT[felt] for felt in mangler)} mangler",
                data.place(sak.id, "konsekvens_kommuner", key=True),
                (sak.id,),
                help=f"Legg til {oppramsing(f'«{felt}»' for felt in mangler)}. "
                "Er det ingen kostnad, skriv det med ord.",
            )


def uten_konsultasjon(data: Dataset, _dag: date) -> Iterator[Hit]:
    """The case has consequences for the municipalities; whether they are consulted is not said."""
    for sak, konsekvens in _konsekvenser(data):
        if konsekvens.konsultasjon is None:
            yield Hit(
                f"saken «{sak.tittel or sak.id}» har følger for kommunene, men sier ikke om den skal til konsultasjon",
                data.place(sak.id, "konsekvens_kommuner", key=True),
                (sak.id,),
                help="Skriv «konsultasjon» med datoen, «ingen» når det ikke er aktuelt, eller «ikke_oppgitt».",
            )


def _konsekvenser(data: Dataset) -> Iterator[tuple[Sak, KonsekvensKommuner]]:
    """The papers that tell the consequences themselves; what is inherited is answered for in the older paper."""
    for papir in papirer(data):
        konsekvens = data.saker[papir.sak.id].konsekvens_kommuner
        if konsekvens is not None and not isinstance(konsekvens, Taushet) and papir.sak.skjerming is None:
            yield papir.sak, konsekvens


def forplikter_kommunene(data: Dataset, _dag: date) -> Iterator[Hit]:
    """Words that bind the municipal sector, where the mandate says that its members can not bind it."""
    for linje in linjer(data):
        forbehold = _forbeholdet(linje.mandat) if linje.mandat else None
        if linje.mandat is None or forbehold is None:
            continue
        for eier, sti, tekst in _tekstene(linje):
            ordene = bindende_ord(tekst)
            if ordene:
                yield _binder(data, linje.mandat, forbehold, (eier, sti, ordene))


def _tekstene(linje: Linje) -> Iterator[tuple[str, Path, str]]:
    """What is proposed, told once; and what was decided, where it differs from that."""
    forslag = [rad.tekst for rad in linje.sak.forslag_til_vedtak] if linje.sak else []
    if linje.sak is not None and linje.foerste:
        for nr, tekst in enumerate(forslag):
            yield linje.sak.id, ("forslag_til_vedtak", nr), tekst
    vedtak = () if isinstance(linje.punkt.vedtak, str) else linje.punkt.vedtak
    for nr, rad in enumerate(vedtak):
        if rad.tekst not in forslag:
            yield linje.moete.id, ("saksliste", linje.nr, "vedtak", nr), rad.tekst


def _binder(data: Dataset, mandat: Mandat, forbehold: Path, funnet: tuple[str, Path, str]) -> Hit:
    eier, sti, ordene = funnet
    return Hit(
        f"«{ordene}» lyder som om kommunal sektor blir bundet, men medlemmene derfra i "
        f"{navn(data, mandat.forum, mandat.fra or date.min)} kan bare gi råd",
        data.place(eier, *sti),
        (eier, *(str(steg) for steg in sti)),
        related=clause(data, mandat, forbehold),
        severity=Severity.ADVARSEL,
        help="Skriv det som råd: «Rådet anbefaler at …». Er det noen andre som har bestemt det, si hvem.",
    )


def bindende_ord(tekst: str) -> str:
    """The words that bind the municipal sector; empty when the text only advises."""
    if not _KOMMUNENE.search(tekst):
        return ""
    for setning in _SETNING.findall(tekst):
        treff = _BINDER.search(setning) if _KOMMUNENE.search(setning) else None
        if treff is None and not _RAAD.search(setning):
            treff = _SKAL.search(setning)
        if treff is not None:
            return str(treff[0])
    return ""


def _forbeholdet(mandat: Mandat) -> Path | None:
    """Where the mandate says that some members can not bind those they speak for."""
    regel = mandat.beslutning
    rader = regel.forbehold if isinstance(regel, Beslutning) and isinstance(regel.forbehold, tuple) else ()
    nr = next((nr for nr, rad in enumerate(rader) if rad.verdi == "kan_ikke_forplikte"), None)
    return None if nr is None else ("beslutning", "forbehold", nr)
