"""MOT: were enough there to decide?"""

from collections.abc import Iterator, Sequence
from datetime import date

from ehelse_cli.core.beslutningsdyktighet import beslutningsdyktighet
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.mandat.arbeid import Beslutningsdyktighet
from ehelse_cli.core.memo import remembered
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.naervaer import behandlede
from ehelse_cli.core.register import medlemmer_er_kjent
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.core.verdict import Answer, Verdict
from ehelse_cli.rules.common import clause, holdte, moetenavn, severity
from ehelse_cli.rules.mot_fremmoete import fremmoeteboken


def ikke_beslutningsdyktig(data: Dataset, dag: date) -> Iterator[Hit]:
    """Fewer came than the mandate demands, for the whole meeting or for some cases."""
    for forum, moete in holdte(data, dag):
        mandat = med_regel(data, forum, moete)
        if mandat is None:
            continue
        for verdict, saker, whole in _verdicts(data, moete, Answer.NEI):
            gravity = severity(mandat.ledd(*verdict.clause))
            if gravity is not None:
                yield Hit(
                    f"{moetenavn(data, moete)} var ikke beslutningsdyktig{_where(saker, whole=whole)}",
                    data.place(moete.id, "fremmoete", key=True),
                    (moete.id, *saker),
                    label=verdict.summary,
                    related=clause(data, mandat, verdict.clause, _kravet(mandat, verdict)),
                    values=verdict.arithmetic,
                    severity=gravity,
                    help="Er alle som var der, ført? Ellers må saken opp igjen i et møte som er beslutningsdyktig.",
                )


def beslutningsdyktighet_ukjent(data: Dataset, dag: date) -> Iterator[Hit]:
    """The mandate has a rule, and the attendance does not say whether it was kept."""
    for forum, moete in holdte(data, dag):
        if moete.er_skriftlig or not medlemmer_er_kjent(data.forum[forum], moete.tid.dato):
            continue
        mandat = med_regel(data, forum, moete)
        bok = fremmoeteboken(data, forum, moete)
        if mandat is None or (bok is not None and bok.unevnte):
            continue
        for verdict, saker, whole in _verdicts(data, moete, Answer.UKJENT):
            yield Hit(
                f"det er ukjent om {moetenavn(data, moete)} var beslutningsdyktig{_where(saker, whole=whole)}",
                data.place(moete.id, "tid" if moete.fremmoete is None else "fremmoete", key=True),
                (moete.id, *saker),
                label=verdict.summary,
                related=clause(data, mandat, ("beslutningsdyktighet",)),
                values=verdict.arithmetic,
                help=_utvei(verdict, mandat),
            )


def med_regel(data: Dataset, forum: str, moete: Moete) -> Mandat | None:
    """The mandate in force at the meeting, if it says when enough have come."""
    mandat = data.mandat_for(forum, moete.tid.dato)
    regel = mandat.beslutningsdyktighet if mandat is not None else None
    return mandat if isinstance(regel, Beslutningsdyktighet) and isinstance(regel.krav, tuple) else None


def _verdicts(data: Dataset, moete: Moete, answer: Answer) -> Iterator[tuple[Verdict, tuple[str, ...], bool]]:
    """The verdicts with that answer, each with the cases it holds for, and whether it holds for all of them."""
    per_case = _per_case(data, moete)
    wanted = [(verdict, sak) for verdict, sak in per_case if verdict.answer is answer]
    for verdict in dict.fromkeys(verdict for verdict, _ in wanted):
        saker = tuple(sak for other, sak in wanted if other == verdict)
        yield verdict, saker, len(saker) == len(per_case)


@remembered
def _per_case(data: Dataset, moete: Moete) -> tuple[tuple[Verdict, str], ...]:
    """The verdict on each case, or on the opening where none was treated."""
    per_case = tuple(
        (beslutningsdyktighet(data, moete, nr), punkt.sak or punkt.tittel or punkt.fast or "")
        for nr, punkt in behandlede(moete)
    )
    return per_case or ((beslutningsdyktighet(data, moete), ""),)


def _where(saker: Sequence[str], *, whole: bool) -> str:
    return "" if whole else f" i sak {oppramsing(saker)}"


def _kravet(mandat: Mandat, verdict: Verdict) -> str:
    """The requirement that was not met, in words."""
    regel, nr = mandat.beslutningsdyktighet, verdict.clause[-1]
    if not isinstance(regel, Beslutningsdyktighet) or not isinstance(regel.krav, tuple) or not isinstance(nr, int):
        return ""
    antall = regel.krav[nr].antall
    return f"kravet er {antall.norsk()}" if isinstance(antall, Mengde) else ""


def _utvei(verdict: Verdict, mandat: Mandat) -> str:
    """What would settle it: the attendance, when each came and went, or what the mandate says."""
    if "fremmoete" in verdict.hangs_on:
        return "Før fremmøtet fra referatet, eller fra fremmøtelisten når referatet tier."
    if set(verdict.hangs_on) & {"seter", "teller", "proeves", "av", "arver_verv"}:
        return f"Finn ut hva mandatet sier, og rett {data_sti(mandat)}."
    return "Skriv klokkeslettet («kl») på sakene de kom eller gikk ved, eller «fom_sak» og «tom_sak» på dem."


def data_sti(mandat: Mandat) -> str:
    """Where the mandate's file is, for a help text."""
    forum, _, dag = mandat.id.partition("@")
    return f"data/mandater/{forum}/{dag}.md"
