"""SAK: after the meeting. What came of each case, and did anyone do what was agreed?"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit, Related
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.moete import Moete, Sakspunkt, Tiltak
from ehelse_cli.core.sak import Sak
from ehelse_cli.rules.common import Path, moetenavn, navn
from ehelse_cli.rules.saker import VEDTAKSTYPER, Linje, er_innkalt, etterfoelgere, linjer

_OVERSKRIFT = re.compile(r"^#+ +(?:Sak |sak )?(?P<nummer>.+)$", re.MULTILINE)


def uten_utfall(data: Dataset, dag: date) -> Iterator[Hit]:
    """The minutes are being written, and tell what came of the other cases, but not of this one."""
    for linje in linjer(data):
        moete, nr, punkt = linje.moete, linje.nr, linje.punkt
        er_sak = punkt.sak or punkt.fast or (punkt.sakstype and punkt.sakstype != ("eventuelt",))
        if er_sak and punkt.utfall is None and punkt.skjerming is None and _er_referert(moete, dag):
            yield Hit(
                f"{moetenavn(data, moete)}: det står ikke hva det ble av «{linje.hva}»",
                data.place(moete.id, "saksliste", nr),
                (moete.id, linje.hva),
                help=_foeres(linje),
            )


def _foeres(linje: Linje) -> str:
    """How the outcome is entered; a line that is neither a case nor a standing item has no command."""
    utfallene = "behandlet, utsatt, sendt_tilbake, oversendt eller trukket"
    navn = linje.sak.id if linje.sak is not None else linje.punkt.fast
    if navn is None:
        return f"Skriv «utfall» på linjen: {utfallene}."
    return f"Før det: `ehelse sak behandle {navn} --moete {linje.moete.id}` («utfall» i filen: {utfallene})."


def _er_referert(moete: Moete, dag: date) -> bool:
    """Whether the meeting is over, and the file has begun to say what came of it."""
    if moete.tid.siste_dag > dag:
        return False
    referat = moete.referat
    return (referat is not None and referat.utkast_sendt is not None) or any(ett.utfall for ett in moete.saksliste)


def uten_vedtak(data: Dataset, _dag: date) -> Iterator[Hit]:
    """The case was to end in a text and was treated, but the minutes have no text."""
    for linje in linjer(data):
        punkt, sak = linje.punkt, linje.sak
        if punkt.utfall != "behandlet" or punkt.skjerming or not linje.gir_vedtak or _vedtatt(data, linje):
            continue
        if sak is None or sak.skjerming is None:
            yield Hit(
                f"{moetenavn(data, linje.moete)} behandlet «{linje.hva}», men det står ikke hva møtet kom til",
                data.place(linje.moete.id, "saksliste", linje.nr, "vedtak" if punkt.vedtak else "utfall"),
                (linje.moete.id, linje.hva),
                help="Skriv teksten under «vedtak». «som_foreslaatt» holder bare når saken har et forslag.",
            )


def _vedtatt(data: Dataset, linje: Linje) -> bool:
    """Whether there is a text: written, or proposed and adopted as it stood."""
    if linje.punkt.vedtak != "som_foreslaatt":
        return bool(linje.punkt.vedtak)
    if linje.sak is not None and not VEDTAKSTYPER.isdisjoint(linje.sak.sakstype) and er_innkalt(linje.moete):
        return True  # a proposal that is missing is the paper's mistake, told there (SAK604)
    fast = data.forum[linje.forum].faste_saker.get(linje.punkt.fast or "")
    return bool((linje.sak and linje.sak.forslag_til_vedtak) or (fast and fast.vedtak))


def uten_oppfoelging(data: Dataset, dag: date) -> Iterator[Hit]:
    """Advice that nobody has answered within the time the secretariat has set itself."""
    for linje in linjer(data):
        frist, sak, moete = data.forum[linje.forum].praksis.oppfoelging, linje.sak, linje.moete
        if frist is None or sak is None or not _venter_paa_svar(data, linje, sak):
            continue
        siste_dag, mangler = frist.dagen(moete.tid.siste_dag), _ubesvart(linje.punkt, sak)
        if dag > siste_dag and mangler:
            yield Hit(
                f"rådet i «{linje.hva}» fra {moetenavn(data, moete)} har ikke fått svar"
                + (f" på punkt {', '.join(map(str, mangler))}" if sak.oppfoelging else ""),
                data.place(sak.id, "oppfoelging" if sak.oppfoelging else "tittel", key=bool(sak.oppfoelging)),
                (sak.id, *map(str, mangler)),
                related=(
                    Related(data.place(linje.forum, "praksis", "oppfoelging"), "", "hjemmel: sekretariatets praksis"),
                    Related(data.place(moete.id, "saksliste", linje.nr), "", "rådet ble gitt her"),
                ),
                values=(f"{frist.norsk()} ({datotekst(moete.tid.siste_dag)}) → {datotekst(siste_dag)}",),
                help=f"Spør den som bestemmer, og før svaret: `ehelse sak foelg-opp {sak.id} UTFALL` "
                "(«oppfoelging» i saken).",
            )


def _venter_paa_svar(data: Dataset, linje: Linje, sak: Sak) -> bool:
    """Whether the council said something to somebody else, and no later case carries it on."""
    gitt = linje.punkt.utfall == "behandlet" and linje.gir_vedtak
    return gitt and sak.videre_saksprosess != "avsluttes_her" and sak.id not in etterfoelgere(data)


def _ubesvart(punkt: Sakspunkt, sak: Sak) -> list[int]:
    """The points without an answer; an answer that names no point is about all of them."""
    if any(not svar.punkt for svar in sak.oppfoelging):
        return []
    antall = len(sak.forslag_til_vedtak if punkt.vedtak == "som_foreslaatt" else punkt.vedtak) or 1
    besvart = {nr for svar in sak.oppfoelging for nr in svar.punkt}
    return [nr for nr in range(1, antall + 1) if nr not in besvart]


def tiltak_over_fristen(data: Dataset, dag: date) -> Iterator[Hit]:
    """An action whose day has passed and that nobody has said is done."""
    for eier, sti, tiltak in chain(_fra_moeter(data), _fra_saker(data)):
        if tiltak.utfoert is None and tiltak.frist is not None and tiltak.frist < dag:
            hvem = navn(data, tiltak.hvem, dag) if tiltak.hvem else "ingen"
            yield Hit(
                f"«{tiltak.hva}» skulle vært gjort {datotekst(tiltak.frist)} (ansvarlig: {hvem})",
                data.place(eier, *sti, "frist"),
                (eier, tiltak.hva),
                help="Er det gjort, skriv «utfoert» med datoen. Er det ikke gjort, ta det opp i neste møte.",
            )


def _fra_moeter(data: Dataset) -> Iterator[tuple[str, Path, Tiltak]]:
    for linje in linjer(data):
        yield from _radene(linje.moete.id, ("saksliste", linje.nr, "tiltak"), linje.punkt.tiltak)


def _fra_saker(data: Dataset) -> Iterator[tuple[str, Path, Tiltak]]:
    for sak in data.saker.values():
        yield from _radene(sak.id, ("implementering",), sak.implementering)


def _radene(eier: str, sti: Path, rader: Sequence[Tiltak]) -> Iterator[tuple[str, Path, Tiltak]]:
    for nr, tiltak in enumerate(rader):
        yield eier, (*sti, nr), tiltak


def ubesvarte_spoersmaal(data: Dataset, _dag: date) -> Iterator[Hit]:
    """The paper asked, the case was treated, and the minutes answer nothing: no summary, no input, no account."""
    for linje in linjer(data):
        sak, moete, punkt = linje.sak, linje.moete, linje.punkt
        if sak is None or punkt.utfall != "behandlet" or not sak.spoersmaal or sak.skjerming or punkt.skjerming:
            continue
        if not (punkt.oppsummering or punkt.innspill) and not _er_omtalt(data, linje.forum, moete, sak):
            antall = len(sak.spoersmaal)
            yield Hit(
                f"saken «{sak.tittel or sak.id}» stilte {antall} spørsmål, men referatet fra {moetenavn(data, moete)} "
                "svarer ikke",
                data.place(moete.id, "saksliste", linje.nr),
                (moete.id, sak.id),
                related=(Related(data.place(sak.id, "spoersmaal"), "", "spørsmålene"),),
                help=f"Skriv «oppsummering» eller «innspill» på linjen, eller et avsnitt «## Sak {punkt.sak}».",
            )


def _er_omtalt(data: Dataset, forum: str, moete: Moete, sak: Sak) -> bool:
    """Whether the account below the head has a heading that begins with the case's number."""
    overskrifter = [treff["nummer"] for treff in _OVERSKRIFT.finditer(moete.tekst)]
    skrevet = {ord_.rstrip(":.,") for tekst in overskrifter for ord_ in (tekst, tekst.split()[0])}
    return any(data.sak_id(forum, ett) == sak.id for ett in skrevet)
