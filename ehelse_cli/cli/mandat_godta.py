"""`ehelse mandat godta`: accept a change of a mandate, with the reason and the case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ehelse_cli.cli.editing import Plan, Proev, edit
from ehelse_cli.core.errors import EhelseError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.core.godtatt import Godkjenning
    from ehelse_cli.diff.godtatt import Kjent
    from ehelse_cli.load.edit.edits import Desk

HELP = """Godta en endring i et mandat: den vises som godtatt, og teller ikke for --feil-ved.

Fingeravtrykket står i `ehelse mandat diff`; de første tegnene er nok. Godkjenningen skrives i \
data/mandater/godtatt.yaml. Blir endringen en annen, gjelder den ikke lenger, og \
`ehelse valider` sier fra (MAN314)."""

EXAMPLE = """ehelse mandat godta f724631b --grunn "Nav har bedt om å gå ut" --sak nehr-2027-2 --proev
ehelse mandat godta cc363270 --grunn "Ønsket av rådet" --sak nehr-2027-2 --av nehr --til 2027-12-31 --proev"""

PATH = "data/mandater/godtatt.yaml"
#: So many of the sixteen digits must be given.
_SHORTEST = 6

Avtrykk = Annotated[
    str, typer.Argument(metavar="FINGERAVTRYKK", help="Fra `ehelse mandat diff`; de seks første tegnene er nok.")
]
Grunn = Annotated[str, typer.Option("--grunn", metavar="TEKST", help="Hvorfor.")]
Sak = Annotated[str, typer.Option("--sak", metavar="SAK", help="Saken der den ble godtatt.")]
Av = Annotated[str | None, typer.Option("--av", metavar="HVEM", help="Hvem som godtok den.")]
Til = Annotated[str | None, typer.Option("--til", metavar="DATO", help="Siste dag den gjelder. Ellers uten slutt.")]


class NoSuchChangeError(EhelseError):
    """No mandate in the files makes the change."""

    def __init__(self, given: str) -> None:
        super().__init__(
            f"ingen mandater i treet gjør en endring med fingeravtrykket «{given}»",
            "`ehelse mandat diff UTKAST` viser fingeravtrykkene. Bare endringer fra en revisjon til den neste, og til "
            "et utkast, kan godtas.",
        )


class UnclearFingerprintError(EhelseError):
    """So few digits that it may be several changes, or none that one would dare to say."""

    def __init__(self, given: str, found: int) -> None:
        why = f"{found} endringer begynner slik" if found > 1 else f"skriv minst {_SHORTEST} tegn"
        super().__init__(f"fingeravtrykket «{given}» er for kort: {why}", "`ehelse mandat diff` viser hele.")


class AlreadyAcceptedError(EhelseError):
    """There is an acceptance of it, in force or run out."""

    def __init__(self, known: Godkjenning) -> None:
        super().__init__(f"endringen er godtatt før, i sak {known.sak}", f"Rett den raden i {PATH}.")


class BadAcceptanceError(EhelseError):
    """What was given makes no acceptance."""

    def __init__(self, message: str) -> None:
        super().__init__(message, "Se `ehelse mandat godta --help`.")


def run(  # noqa: PLR0917 (typer passes by name)
    ctx: typer.Context, avtrykk: Avtrykk, grunn: Grunn, sak: Sak, av: Av = None, til: Til = None, proev: Proev = False
) -> int:
    """Find the change, show what is added to the file, add it."""
    said = {"grunn": grunn, "sak": sak, "av": av, "til": til}
    return edit(ctx, lambda opened, desk: _plan(opened, desk, avtrykk, said), proev=proev, likevel=None)


def _plan(opened: Opened, desk: Desk, given: str, said: Mapping[str, str | None]) -> Plan:
    """The file with the new entry at its end, or a new file.

    Raises:
        EhelseError: as `_acceptance`, or if the file has a form that nothing can be added to.
    """
    from ehelse_cli.load.godtatt_tekst import legg_til

    new = _acceptance(opened, given.strip().lower(), said)
    inside = PATH.removeprefix("data/")
    if "godtatt" not in opened.data.files:
        return Plan(desk.create(inside, legg_til(None, new)))
    return Plan(desk.rewrite(inside, legg_til(desk.text(inside), new).encode()))


def _acceptance(opened: Opened, given: str, said: Mapping[str, str | None]) -> Godkjenning:
    """The new entry.

    Raises:
        EhelseError: if there is no such change, it is accepted already, or something given is empty or too late.
    """
    from ehelse_cli.cli.ids import UnreadableError
    from ehelse_cli.core.godtatt import Godkjenning
    from ehelse_cli.diff.godtatt import kjente

    if "godtatt" in opened.data.broken:
        raise UnreadableError("godtatt", PATH)
    whole = _whole(given, kjente(opened.data))
    known = next((one for one in opened.data.godtatt if one.fingeravtrykk == whole), None)
    if known is not None:
        raise AlreadyAcceptedError(known)
    empty = next((name for name, value in said.items() if value is not None and not value.strip()), None)
    if empty:
        raise BadAcceptanceError(f"--{empty} mangler verdien sin")
    rest = {name: " ".join(value.split()) for name, value in said.items() if value is not None and name != "til"}
    return Godkjenning.model_validate(
        {
            "fingeravtrykk": whole,
            **rest,
            "dato": opened.dag.isoformat(),
            **({"til": _until(said["til"], opened.dag)} if said["til"] else {}),
            "merknad": _in_words(kjente(opened.data)[whole]),
        }
    )


def _whole(given: str, known: Mapping[str, Kjent]) -> str:
    found = [one for one in known if one.startswith(given)]
    if len(given) < _SHORTEST or len(found) > 1:
        raise UnclearFingerprintError(given, len(found) if len(given) >= _SHORTEST else 0)
    if not found:
        raise NoSuchChangeError(given)
    return found[0]


def _until(given: str, day: date) -> str:
    from ehelse_cli.core.kalender import les_dato

    try:
        last = les_dato(given)
    except ValueError as problem:
        raise BadAcceptanceError(f"--til: {problem}") from None
    if last < day:
        raise BadAcceptanceError(f"--til: {given} er alt forbi per {day.isoformat()}")
    return given


def _in_words(change: Kjent) -> str:
    """What is accepted, for whoever reads the file: `nuit@2027-07-01-utkast: Sammensetning: seter i alt – 17 → 18`."""
    from ehelse_cli.report.mandatdiff_ord import setning

    return f"{change.ny}: {setning(change.endring)}"
