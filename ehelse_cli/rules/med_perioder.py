"""MED: does each member sit within a term that the mandate gives?"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit, Related, Severity
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.funksjonstid import FlerePerioder, for_mange
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.moete import Fremmoete, Moete
from ehelse_cli.core.periode import Periode
from ehelse_cli.core.register import (
    Medlemskap,
    funksjonstid_for,
    medlemmer_er_kjent,
    medlemskap,
    varighet_i,
)
from ehelse_cli.core.sammensetning import sammensetning
from ehelse_cli.core.verdict import Answer
from ehelse_cli.rules.common import clause, moetenavn, severity, source, sti_for

_DAG = timedelta(days=1)

#: Instead of a group: the seats of the whole council, where the mandate counts no more than them.
SETER = "seter"
#: The offices, by the role on the row.
VERV = frozenset({"leder", "nestleder"})

# --- past one's end


def utloepte(data: Dataset, forum: Forum, sete: str, dag: date) -> tuple[Medlemskap, ...]:
    """Those of the group (or of them all, or in an office) whose term ran out and whom nobody followed."""
    alle = tuple(medlemskap(data, forum))
    sitter = {rad.medlem.navn for rad in alle if rad.sitter(dag)}
    return tuple(
        rad
        for rad in alle
        if _holdt(rad, sete)
        and rad.utloept(dag)
        and rad.medlem.navn not in sitter
        and not _etterfulgt(alle, rad)
        and not _fortsatte(alle, rad)
    )


def _holdt(rad: Medlemskap, sete: str) -> bool:
    return sete in (SETER, rad.gruppe) or (sete in VERV and sete == rad.medlem.rolle)


def _etterfulgt(alle: Iterable[Medlemskap], rad: Medlemskap) -> bool:
    """Whether somebody else began in the group after the term ended: then the seat was handed over in order."""
    slutt = rad.siste_dag
    return slutt is not None and any(
        annen.gruppe == rad.gruppe and annen.medlem.navn != rad.medlem.navn and annen.fra > slutt for annen in alle
    )


def _fortsatte(alle: Iterable[Medlemskap], rad: Medlemskap) -> bool:
    """Whether the same person has a later row: then that one is the one to ask about."""
    return any(annen.medlem.navn == rad.medlem.navn and annen.fra > rad.fra for annen in alle)


def sitter_over_tiden(data: Dataset, dag: date) -> Iterator[Hit]:
    """A term that ended without extension while the seat stands empty, or the member still came to meetings."""
    for forum in data.forum.values():
        if data.mandat_for(forum.id, dag) is None or not medlemmer_er_kjent(forum, dag):
            continue
        alle = tuple(medlemskap(data, forum))
        tomme = {rad.nr for sete in _tomme(data, forum, dag) for rad in utloepte(data, forum, sete, dag)}
        for rad in alle:
            moete = _moette_etter(data, forum, rad, alle, dag)
            if rad.nr in tomme or moete is not None:
                yield _over_tiden(data, forum, rad, moete)


def _tomme(data: Dataset, forum: Forum, dag: date) -> Iterator[str]:
    """The groups that have a seat empty, and the leader's office when nobody holds it."""
    for del_ in sammensetning(data, forum, dag).deler:
        if del_.verdict.answer is Answer.NEI and (
            (del_.slag == "antall" and del_.avvik < 0) or (del_.slag in VERV and not del_.rader)
        ):
            yield del_.slag if del_.slag in VERV else del_.id


def _moette_etter(data: Dataset, forum: Forum, rad: Medlemskap, alle: Iterable[Medlemskap], dag: date) -> Moete | None:
    """The first meeting that the member, or a substitute for them, came to after the term; None if there is none.

    Days that a late extension left open are MED413's.
    """
    if not rad.utloept(dag):
        return None
    egne = [annen for annen in alle if annen.medlem.navn == rad.medlem.navn and annen.fra >= rad.fra]
    for moete in data.moeter_for(forum.id):
        moetedag = moete.tid.dato
        if moetedag > dag or not medlemmer_er_kjent(forum, moetedag) or not rad.utloept(moetedag):
            continue
        if any(annen.sitter(moetedag) or (annen.fra > rad.fra and annen.fra <= moetedag) for annen in egne):
            continue
        if not any(hull.inneholder(moetedag) for hull in rad.hull) and _er_foert(moete, rad.medlem.navn):
            return moete
    return None


def _er_foert(moete: Moete, navn: str) -> bool:
    fremmoete = moete.fremmoete
    return isinstance(fremmoete, Fremmoete) and any((rad.for_ or rad.navn) == navn for rad in fremmoete.medlemmer)


def _over_tiden(data: Dataset, forum: Forum, rad: Medlemskap, moete: Moete | None) -> Hit:
    slutt = rad.siste_dag or rad.fra
    periode, mandat = rad.medlem.periode, data.mandat_for(forum.id, rad.fra)
    hjemmel: tuple[Related, ...] = ()
    if mandat is not None and periode is not None and periode.ende == "fra_mandat":
        hjemmel = clause(data, mandat, sti_for(mandat, rad.gruppe, "funksjonstid", "varer"))
    der = (Related(data.place(moete.id, "fremmoete", key=True), f"møtte i {moetenavn(data, moete)}"),) if moete else ()
    return Hit(
        f"perioden til {rad.medlem.navn} gikk ut {datotekst(slutt)} uten at den er forlenget",
        data.place(forum.id, "medlemmer", rad.nr, "periode"),
        (forum.id, rad.medlem.navn, str(rad.fra)),
        label=f"varte til {datotekst(slutt)}",
        related=(*hjemmel, *der),
        help=f'Er perioden forlenget: `ehelse medlem forny {forum.id} "{rad.medlem.navn}"` («forlenget» i filen). '
        "Er medlemmet gått ut: `ehelse medlem avslutt`, eller `ehelse medlem bytt` når noen ny kom («fratraadt»).",
    )


def sen_forlengelse(data: Dataset, dag: date) -> Iterator[Hit]:
    """An extension decided after the term had ended leaves days without a member."""
    for forum in data.forum.values():
        for rad in medlemskap(data, forum):
            for hull in rad.hull:
                if hull.fra <= dag and hull.til is not None:
                    yield Hit(
                        f"perioden til {rad.medlem.navn} ble forlenget for sent: den dekker ikke "
                        f"{datotekst(hull.fra)}–{datotekst(hull.til)}",
                        data.place(forum.id, "medlemmer", rad.nr, "forlenget", key=True),
                        (forum.id, rad.medlem.navn, str(hull.fra)),
                        label=f"{(hull.til - hull.fra).days + 1} dager uten medlem",
                        help="Er vedtaksdatoen feil, rett «dato». Ellers må det som ble gjort i mellomtiden, vurderes.",
                    )


# --- too long, too many


def for_lang_periode(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A written period that is longer than the mandate's term."""
    for forum in data.forum.values():
        for rad in medlemskap(data, forum):
            periode, mandat = rad.medlem.periode, data.mandat_for(forum.id, rad.fra)
            varighet = varighet_i(mandat, rad.gruppe) if mandat else None
            if mandat is None or varighet is None or periode is None or periode.til is None:
                continue
            lengst = rad.lengst(varighet)
            sti = sti_for(mandat, rad.gruppe, "funksjonstid", "varer")
            gravity = severity(mandat.ledd(*sti))
            if periode.til > lengst and gravity is not None:
                yield Hit(
                    f"perioden til {rad.medlem.navn} er lengre enn {varighet.norsk()}, som er mandatets funksjonstid",
                    data.place(forum.id, "medlemmer", rad.nr, "periode"),
                    (forum.id, rad.medlem.navn, str(rad.fra)),
                    label=f"kan vare til {datotekst(lengst)}",
                    related=clause(data, mandat, sti),
                    severity=gravity,
                    source=source(mandat.ledd(*sti)),
                    help="Skriv bare startdatoen, så følger slutten av mandatet. Før en forlengelse under «forlenget».",
                )


def for_mange_perioder(data: Dataset, dag: date) -> Iterator[Hit]:
    """More terms than the mandate allows for one who sits now or is to sit."""
    for forum in data.forum.values():
        mandat = data.mandat_for(forum.id, dag)
        alle = tuple(medlemskap(data, forum)) if mandat is not None else ()
        for navn in dict.fromkeys(rad.medlem.navn for rad in alle):
            egne = sorted((rad for rad in alle if rad.medlem.navn == navn), key=lambda rad: rad.fra)
            if mandat is not None and (egne[-1].siste_dag or date.max) >= dag:
                yield from _perioder_for_mange(data, forum, mandat, egne)


def _perioder_for_mange(data: Dataset, forum: Forum, mandat: Mandat, egne: list[Medlemskap]) -> Iterator[Hit]:
    siste = egne[-1]
    regel = funksjonstid_for(mandat, siste.gruppe)
    tak = regel.flere_perioder if regel is not None else None
    if not isinstance(tak, FlerePerioder):
        return
    brudd = for_mange(tuple(_perioder(egne)), tak, varighet_i(mandat, siste.gruppe))
    if not brudd:
        return
    sti = sti_for(mandat, siste.gruppe, "funksjonstid", "flere_perioder")
    yield Hit(
        f"{siste.medlem.navn} sitter i flere perioder enn mandatet tillater ({_tillatt(tak)})",
        data.place(forum.id, "medlemmer", siste.nr),
        (forum.id, siste.medlem.navn, str(brudd[0].fra)),
        related=clause(data, mandat, sti),
        # «kan sitte høyst to perioder» sets a cap, so `kan` is no excuse here
        severity=severity(mandat.ledd(*sti)) or Severity.FEIL,
        source=source(mandat.ledd(*sti)),
        values=(f"perioden fra {datotekst(brudd[0].fra)} er én for mye",),
        help="Noen andre må oppnevnes. Er to rader én periode, skriv dem som én rad, eller «fratraadt» på den første.",
    )


def _tillatt(tak: FlerePerioder) -> str:
    if tak.slag == "nei":
        return "bare én"
    return f"høyst {tak.tak}{' på rad' if tak.paa_rad else ''}"


def _perioder(egne: Iterable[Medlemskap]) -> Iterator[Periode]:
    """The terms these rows of one person amount to: one for each row and each extension.

    A row that takes over where the one before was cut short is the same term, with another organisation or role.
    """
    forrige: Medlemskap | None = None
    for rad in egne:
        if forrige is None or not _tok_over(forrige, rad):
            yield Periode(rad.fra, rad.ordinaer_slutt)
        slutt = rad.ordinaer_slutt
        for forlengelse in rad.medlem.forlenget:
            if slutt is not None and forlengelse.til > slutt:
                yield Periode(slutt + _DAG, forlengelse.til)
                slutt = forlengelse.til
        forrige = rad


def _tok_over(forrige: Medlemskap, rad: Medlemskap) -> bool:
    gikk, slutt = forrige.medlem.fratraadt, forrige.ordinaer_slutt
    return gikk is not None and (slutt is None or gikk < slutt) and rad.fra == gikk + _DAG
