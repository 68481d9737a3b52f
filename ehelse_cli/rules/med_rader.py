"""MED: do the rows of the member file hang together over time?"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby, pairwise

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit, Related, Severity
from ehelse_cli.core.forum import Forum, Medlem, Stedfortreder
from ehelse_cli.core.funksjonstid import varsel
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.register import Medlemskap, er_stedfortreder, medlemskap, navn_naa
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.rules.common import navn

_DAG = timedelta(days=1)

#: A longer time away is a new appointment, not a slip.
_KORT = timedelta(days=92)

#: Days before the end at which a remark becomes a warning.
_HASTER = 30


# --- the organisation


def nedlagt_virksomhet(data: Dataset, dag: date) -> Iterator[Hit]:
    """A member or a substitute who sits for an organisation that has been closed down or merged into another."""
    for forum in data.forum.values():
        for path, rad in _som_sitter(data, forum, dag):
            eier = data.virksomheter.get(rad.virksomhet or "")
            if rad.virksomhet is not None and eier is not None and eier.avviklet is not None and eier.avviklet <= dag:
                nye = [id_ for id_, facts in data.virksomheter.items() if rad.virksomhet in facts.erstatter]
                yield Hit(
                    f"{rad.navn} sitter for {navn(data, rad.virksomhet, eier.avviklet)}, som ble avviklet "
                    f"{datotekst(eier.avviklet)}",
                    data.place(forum.id, *path, "virksomhet"),
                    (forum.id, rad.navn, rad.virksomhet),
                    related=(Related(data.place("virksomheter", rad.virksomhet, "avviklet"), "avviklet"),),
                    help="Skriv «fratraadt» på raden, og en ny rad for den nye virksomheten"
                    + (f" ({oppramsing(nye, 'eller')})." if nye else "."),
                )


def _som_sitter(data: Dataset, forum: Forum, dag: date) -> Iterator[tuple[tuple[str, int], Medlem | Stedfortreder]]:
    """Every row in force that day, members and substitutes, with where it stands."""
    for rad in medlemskap(data, forum):
        if rad.sitter(dag):
            yield ("medlemmer", rad.nr), rad.medlem
    for nr, vara in enumerate(forum.stedfortredere):
        if er_stedfortreder(vara, dag):
            yield ("stedfortredere", nr), vara


# --- one person's rows


def hull_eller_overlapp(data: Dataset, dag: date) -> Iterator[Hit]:
    """A few days between two rows of one person in one group, or days that both rows hold.

    Two rows that both hold today are two seats, which is MED408's.
    """
    naa = navn_naa(data)
    for forum in data.forum.values():
        rader = sorted(medlemskap(data, forum), key=lambda rad: (_hvem(rad, naa), rad.fra))
        for _, egne in groupby(rader, key=lambda rad: _hvem(rad, naa)):
            for foerste, neste in pairwise(egne):
                yield from _mellom(data, forum, foerste, neste, dag)


def _hvem(rad: Medlemskap, naa: Mapping[str, str]) -> tuple[str, str]:
    return naa.get(rad.medlem.navn, rad.medlem.navn), rad.gruppe or ""


def _mellom(data: Dataset, forum: Forum, foerste: Medlemskap, neste: Medlemskap, dag: date) -> Iterator[Hit]:
    slutt = foerste.siste_dag
    if slutt is None or (foerste.sitter(dag) and neste.sitter(dag)):
        return
    if neste.fra <= slutt:
        sagt = f"to rader for {neste.medlem.navn} gjelder samtidig fra {datotekst(neste.fra)} til {datotekst(slutt)}"
    elif _DAG < neste.fra - slutt <= _KORT and foerste.medlem.fratraadt is None:
        sagt = f"{neste.medlem.navn} er ikke medlem fra {datotekst(slutt + _DAG)} til {datotekst(neste.fra - _DAG)}"
    else:
        return
    yield Hit(
        sagt,
        data.place(forum.id, "medlemmer", neste.nr, "periode"),
        (forum.id, neste.medlem.navn, str(neste.fra)),
        label=f"begynner {datotekst(neste.fra)}",
        related=(Related(data.place(forum.id, "medlemmer", foerste.nr), f"slutter {datotekst(slutt)}"),),
        help="Rett den datoen som er feil.",
    )


# --- extension without a decision


def forlengelse_uten_vedtak(data: Dataset, _dag: date) -> Iterator[Hit]:
    """An extension that says neither when nor where it was decided."""
    for forum in data.forum.values():
        for rad in medlemskap(data, forum):
            for nr, forlengelse in enumerate(rad.medlem.forlenget):
                if forlengelse.dato is None and forlengelse.kilde is None:
                    yield Hit(
                        f"det står ikke når eller hvor perioden til {rad.medlem.navn} ble forlenget",
                        data.place(forum.id, "medlemmer", rad.nr, "forlenget", nr),
                        (forum.id, rad.medlem.navn, str(forlengelse.til)),
                        help="Skriv «dato», dagen forlengelsen ble bestemt, og gjerne «kilde».",
                    )


# --- the secretariat's own wish


def flere_fra_samme(data: Dataset, dag: date) -> Iterator[Hit]:
    """Two of one organisation in a group where the secretariat wants one from each."""
    for forum in data.forum.values():
        for nr, gruppe in enumerate(forum.praksis.en_per_virksomhet):
            rader = [rad for rad in medlemskap(data, forum) if rad.gruppe == gruppe and rad.sitter(dag)]
            foerste: dict[str, Medlemskap] = {}
            for rad in rader:
                fra = rad.medlem.virksomhet
                if fra is None or foerste.setdefault(fra, rad) is rad:
                    continue
                yield Hit(
                    f"{rad.medlem.navn} og {foerste[fra].medlem.navn} kommer begge fra {navn(data, fra, dag)}; "
                    "sekretariatet vil ha én fra hver",
                    data.place(forum.id, "medlemmer", rad.nr, "virksomhet"),
                    (forum.id, gruppe, rad.medlem.navn),
                    related=(
                        Related(
                            data.place(forum.id, "praksis", "en_per_virksomhet", nr),
                            "",
                            "hjemmel: sekretariatets praksis",
                        ),
                    ),
                    help="Ta det opp med den som oppnevner. Mandatet krever det ikke.",
                )


# --- soon


def perioden_utloeper(data: Dataset, dag: date) -> Iterator[Hit]:
    """A term that ends within 180, 90 or 30 days, with nobody appointed to follow."""
    for forum in data.forum.values():
        alle = medlemskap(data, forum)
        for rad in alle:
            slutt = rad.siste_dag
            frist = varsel(slutt, dag) if slutt is not None and rad.sitter(dag) else None
            if slutt is None or frist is None or rad.medlem.fratraadt is not None or _er_fulgt(alle, rad, slutt):
                continue
            yield Hit(
                f"perioden til {rad.medlem.navn} går ut {datotekst(slutt)} ({_naar((slutt - dag).days)})",
                data.place(forum.id, "medlemmer", rad.nr, "periode"),
                (forum.id, rad.medlem.navn, str(slutt)),
                label=f"innen {frist} dager",
                severity=Severity.ADVARSEL if frist <= _HASTER else Severity.MERKNAD,
                help="Be den som oppnevner om forlengelse (`ehelse medlem forny`: «forlenget» i filen) "
                "eller et nytt medlem (`ehelse medlem bytt`: en ny rad).",
            )


def _er_fulgt(alle: tuple[Medlemskap, ...], rad: Medlemskap, slutt: date) -> bool:
    """Whether the same person, or somebody else in the group, begins right after."""
    return any(
        annen.fra == slutt + _DAG and (annen.gruppe == rad.gruppe or annen.medlem.navn == rad.medlem.navn)
        for annen in alle
    )


def _naar(dager: int) -> str:
    return {0: "i dag", 1: "i morgen"}.get(dager, f"om {dager} dager")
