"""`ehelse sak utfyll`: what the head of a paper lacks before it can be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.asking import ask, ask_for_points, on_terminal
from ehelse_cli.cli.editing import Likevel, NothingToDoError, Plan, Proev, edit
from ehelse_cli.cli.errors import BadValueError, UsageError
from ehelse_cli.cli.shared import Forum

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.load.composed import Value
    from ehelse_cli.load.edit.edits import Desk

HELP = """Før det et saksframlegg mangler: forslag til vedtak, veien videre, og hva det får å si for kommunene.

Det som står fra før, blir skrevet over bare når du sier noe nytt. Selve teksten skrives i filen, eller hentes fra \
Word med `ehelse importer saksframlegg`."""

EXAMPLE = """ehelse sak utfyll nufa-2027-1 --forslag "NUFA anbefaler planen." --videre "hod beslutning 2027-06" --proev
ehelse sak utfyll nufa-2027-1 --utarbeidet-av nhn --konsekvens-kommuner ingen --fase utredning --proev"""

SakId = Annotated[str, typer.Argument(metavar="SAK", help="For eksempel nehr-2027-2.")]
Forslag = Annotated[list[str] | None, typer.Option("--forslag", metavar="TEKST", help="Ett punkt; kan gjentas.")]
Spoersmaal = Annotated[
    list[str] | None, typer.Option("--spoersmaal", metavar="TEKST", help="Et spørsmål til drøfting; kan gjentas.")
]
Videre = Annotated[
    list[str] | None,
    typer.Option(
        "--videre",
        metavar="TEKST",
        help="Som «hod beslutning 2027-06», kan gjentas; eller avsluttes_her.",
    ),
]
Konsekvens = Annotated[
    list[str] | None,
    typer.Option(
        "--konsekvens-kommuner",
        metavar="FELT=VERDI",
        help="pris=…, innfoering=… eller gevinst=…; eller ingen.",
    ),
]
UtarbeidetAv = Annotated[
    list[str] | None, typer.Option("--utarbeidet-av", metavar="VIRKSOMHET", help="Hvem som skrev den; kan gjentas.")
]
Fase = Annotated[
    str | None, typer.Option("--fase", metavar="ide|forming|utredning|beslutning|gjennomfoering", help="Fasen.")
]
Prosess = Annotated[
    str | None, typer.Option("--hovedprosess", metavar="strategi|portefoelje|forvaltning", help="Hovedprosessen.")
]
Punkt = Annotated[
    list[str] | None, typer.Option("--mandatpunkt", metavar="PUNKT", help="Oppgaven i mandatet; kan gjentas.")
]


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context,
    sak: SakId,
    forslag: Forslag = None,
    spoersmaal: Spoersmaal = None,
    videre: Videre = None,
    konsekvens_kommuner: Konsekvens = None,
    utarbeidet_av: UtarbeidetAv = None,
    fase: Fase = None,
    hovedprosess: Prosess = None,
    mandatpunkt: Punkt = None,
    forum: Forum = None,
    proev: Proev = False,
    likevel: Likevel = None,
) -> int:
    """Ask for what is missing, write it, tell what is missing still."""
    simple = (spoersmaal, utarbeidet_av, fase, hovedprosess, mandatpunkt)
    if not (forslag or videre or konsekvens_kommuner or any(simple)):
        forslag, videre, konsekvens_kommuner = _asked(ctx, sak, forum)
    said: dict[str, Value] = {
        "utarbeidet_av": list(utarbeidet_av or ()),
        "hovedprosess": hovedprosess or "",
        "mandatpunkt": list(mandatpunkt or ()),
        "fase": fase or "",
        "spoersmaal": list(spoersmaal or ()),
        "forslag_til_vedtak": list(forslag or ()),
        "videre_saksprosess": _steps(videre or ()),
        "konsekvens_kommuner": _consequence(list(konsekvens_kommuner or ())),
    }
    return edit(ctx, lambda opened, desk: _plan(opened, desk, (sak, forum), said), proev=proev, likevel=likevel)


def _asked(ctx: typer.Context, sak: str, forum: str | None) -> tuple[list[str], list[str], list[str]]:
    """The answers to what the paper lacks.

    Raises:
        UsageError: if there is nobody to ask.
    """
    from ehelse_cli.cli.questions import seen
    from ehelse_cli.cli.targets import the_case
    from ehelse_cli.oversikt.koe import mangler

    opened = seen(ctx) if on_terminal() else None
    if opened is None:
        raise UsageError("det er ikke sagt hva som skal føres", "For eksempel --forslag «…» eller --videre «…».")
    lacking = mangler(opened.data, the_case(opened, sak, forum))
    return (
        ask_for_points("Forslag til vedtak") if "forslag til vedtak" in lacking else [],
        ask_for_points("Veien videre, som «hod beslutning 2027-06»", _step) if "videre saksprosess" in lacking else [],
        _asked_of_municipalities() if "konsekvenser for kommunene" in lacking else [],
    )


#: What KS asks of a case: the key, and the question.
_CONSEQUENCES = {"pris": "Hva det koster kommunene", "innfoering": "Innføringen hos dem", "gevinst": "Gevinsten"}


def _asked_of_municipalities() -> list[str]:
    found = []
    for key, question in _CONSEQUENCES.items():
        answer = ask(f"{question} («ingen»: ikke noe for kommunene)", optional=True)
        if answer == "ingen":
            return ["ingen"]
        found += [f"{key}={answer}"] if answer else []
    return found


def _step(said: str) -> str:
    _steps([said])
    return said


def _steps(said: list[str] | tuple[str, ...]) -> Value:
    """`hod beslutning 2027-06` → `{hvem: hod, rolle: beslutning, naar: 2027-06}`."""
    if list(said) == ["avsluttes_her"]:
        return "avsluttes_her"
    steps: list[Value] = []
    for one in said:
        words = one.split()
        if len(words) not in (2, 3):
            raise UsageError(f"--videre «{one}» sier ikke hvem og hvilken rolle", "Skriv «hod beslutning 2027-06».")
        steps.append(dict(zip(("hvem", "rolle", "naar"), words, strict=False)))
    return steps


def _consequence(said: list[str]) -> Value:
    """`pris=3 mill.` → `{pris: 3 mill.}`; `ingen` is the format's own.

    Raises:
        BadValueError: if it is about something else.
    """
    if said == ["ingen"]:
        return "ingen"
    found: dict[str, Value] = {}
    for one in said:
        key, _, value = one.partition("=")
        if key not in _CONSEQUENCES or not value.strip():
            raise BadValueError("--konsekvens-kommuner", one, tuple(f"{key}=…" for key in _CONSEQUENCES))
        found[key] = value.strip()
    return found


def _plan(opened: Opened, desk: Desk, which: tuple[str, str | None], said: Mapping[str, Value]) -> Plan:
    from ehelse_cli.cli.targets import data_path, the_case
    from ehelse_cli.load.edit.change import Put

    sak = the_case(opened, *which)
    if sak.er_unntatt:
        raise NothingToDoError(f"{sak.id} er unntatt offentlighet: papiret står i den lukkede mappen")
    changes = [
        Put((key,), value[0] if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str) else value)
        for key, value in said.items()
        if value
    ]
    if not changes:
        raise NothingToDoError(f"det er ikke sagt noe nytt om {sak.id}")
    return Plan(desk.change(data_path(opened, sak.id), *changes))
