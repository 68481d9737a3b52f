"""Every file of the tree at its place; the one that has none is told where it was probably meant to be."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from msgspec import Struct

from ehelse_cli.core.ankre import kebab
from ehelse_cli.core.finding import Finding
from ehelse_cli.core.place import Location
from ehelse_cli.load import les
from ehelse_cli.load.kinds import KINDS, Placed, place
from ehelse_cli.load.names import name_problems
from ehelse_cli.load.tree import DATA, Entry

_OTHER_ENDING = {".md": ".yaml", ".yaml": ".md", ".yml": ".yaml"}


class Placing(Struct, frozen=True):
    """The files by id, what is wrong with the others, and the ids those were probably meant to have."""

    files: Mapping[str, tuple[Placed, Entry]]
    findings: tuple[Finding, ...]
    meant: frozenset[str]


def place_all(entries: tuple[Entry, ...]) -> Placing:
    """One finding for each file or folder that is misnamed, misplaced, or a second with the same id."""
    bad_names = {problem.path: problem for problem in name_problems(entries)}
    files: dict[str, tuple[Placed, Entry]] = {}
    findings = [_stray(problem.path, problem.message, problem.help) for problem in bad_names.values()]
    meant: set[str] = set()
    for entry in entries:
        one = place(entry.path)
        if one is not None and one.id not in files:
            files[one.id] = (one, entry)
        elif one is not None:
            findings.append(_second(entry.path, files[one.id][1].path, one.id))
        elif entry.kind == "unreadable":
            findings.append(_unreadable(entry.path))
        elif bad_names.keys().isdisjoint(_up_from(entry.path)):
            guess = _meant(entry.path)
            meant |= {guess.id} if guess else set()
            findings.append(_stray(entry.path, "filen hører ikke hjemme her", _where_it_belongs(entry.path, guess)))
    return Placing(files, tuple(findings), frozenset(meant - files.keys()))


def _second(path: str, first: str, id_: str) -> Finding:
    return _stray(path, f"{DATA}/{first} har samme id ({id_})", "Gi den ene et annet nummer, eller slett den.")


def _stray(path: str, message: str, help_: str) -> Finding:
    return les.finding(les.UKJENT_FIL, Location(f"{DATA}/{path}", 1, 1, 1, 1), message, help=help_)


def _unreadable(path: str) -> Finding:
    """A folder, most often: what is in it nobody can say."""
    help_ = "Se på tilgangsrettighetene. Alt som ligger der, mangler i det som er sjekket."
    return les.finding(les.ULESELIG_FIL, Location(f"{DATA}/{path}", 1, 1, 1, 1), "mappen kan ikke leses", help=help_)


def _up_from(path: str) -> Iterator[str]:
    """The file and the folders it lies in."""
    yield path
    yield from map(str, PurePosixPath(path).parents)


def _where_it_belongs(path: str, guess: Placed | None) -> str:
    if guess is not None:
        return f"Mente du {DATA}/{guess.path}?"
    same_folder = [kind.example for kind in KINDS if kind.example.split("/")[0] == path.split("/", maxsplit=1)[0]]
    return "Slik ser stiene ut: " + ", ".join(same_folder or [kind.example for kind in KINDS]) + "."


def _meant(path: str) -> Placed | None:
    """The path in the format's spelling, or with the other ending, if that says what the file is."""
    pure = PurePosixPath(path)
    spelt = "/".join([*map(kebab, pure.parts[:-1]), kebab(pure.stem) + pure.suffix.lower()])
    ended = str(pure.with_suffix(_OTHER_ENDING.get(pure.suffix.lower(), pure.suffix)))
    return place(spelt) or place(ended)
