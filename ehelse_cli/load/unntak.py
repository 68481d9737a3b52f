"""From a comment that begins with `ehelse:` to the exception it makes, or to what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from ehelse_cli.core.place import Location
from ehelse_cli.core.unntak import Feilskrevet, Unntak, Unntakskode
from ehelse_cli.load.problem import Span
from ehelse_cli.load.unntakstekst import Formfeil, les_unntak


class Comment(Struct, frozen=True):
    """What stands after `ehelse:`, where the comment and that text stand, and whether the line says nothing else."""

    text: str
    place: Location
    column: int
    alone: bool


#: More than this in one file nobody has written; and each is looked for all through the file.
MAX_IN_FILE = 100

_INGENTING = "Sett kommentaren sist på linjen den gjelder, eller på linjen over."


def limited(found: Iterable[Unntak | Feilskrevet]) -> Iterator[Unntak | Feilskrevet]:
    """The first hundred of a file; that there are more is a mistake."""
    for number, one in enumerate(found):
        if number == MAX_IN_FILE:
            yield Feilskrevet(
                one.sted,
                f"filen har mer enn {MAX_IN_FILE} unntak; dette og resten blir ikke lest",
                "Sett ett unntak høyere opp i filen, der det dekker flere.",
            )
            return
        yield one


def made(comment: Comment, span: Span | None, whole: tuple[Location, ...] = ()) -> Unntak | Feilskrevet:
    """The exception that stands at `span`; `whole` are the blocks that have their first line there."""
    read = les_unntak(comment.text)
    if isinstance(read, Formfeil):
        return Feilskrevet(comment.place, read.feil, read.help)
    if span is None:
        return Feilskrevet(comment.place, "unntaket står ikke ved noe", _INGENTING)
    path, line = comment.place.path, comment.place.line
    codes = tuple(
        Unntakskode(code, Location(path, line, start, line, start + len(code)))
        for code, start in ((code, comment.column + at + 1) for code, at in read.koder)
    )
    return Unntak(comment.place, span.of(path), codes, read.grunn, read.til, whole)
