"""What is wrong with the text itself, before any model has seen it."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from ehelse_cli.core.place import Location

#: Every word that `Problem.kind` may be.
KINDS = (
    "alias",  # an anchor or alias (&x, *x), or text that starts like one
    "direktiv",  # a line that starts with %
    "dobbel-noekkel",  # the same key twice in one mapping
    "dybde",  # more levels inside each other than anybody writes
    "flere-dokumenter",  # more than one YAML document in the file
    "flettekonflikt",  # git's markers of a merge that nobody finished
    "for-stor",  # over MAX_BYTES, a head over MAX_CHARACTERS, a list over MAX_ITEMS
    "hode",  # the head of a Markdown file has no opening or closing «---»
    "kuttet-prosa",  # text that YAML cuts at « #»
    "lenke",  # a symbolic link or a submodule
    "noekkel",  # a key that is no word
    "oppdelt-prosa",  # a sentence within { } or [ ]
    "sammenslaaing",  # a merge key <<
    "spesialfil",  # a pipe, a socket, a device
    "syntaks",  # no YAML
    "tagg",  # a tag (!x)
    "tegnkoding",  # not UTF-8
    "ukjent-tegn",  # a control character, or one that some programs take for a line break
    "uleselig",  # the file system says no
)


class Span(Struct, frozen=True):
    """A stretch of a file: lines and columns from 1, columns in characters, the end column exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int

    def moved(self, lines: int) -> Span:
        """The same stretch, that many lines further down."""
        return replace(self, line=self.line + lines, end_line=self.end_line + lines)

    def of(self, path: str) -> Location:
        """The stretch as a place in the tree."""
        return Location(path, self.line, self.column, self.end_line, self.end_column)


class Problem(Struct, frozen=True):
    """One mistake in the text: its kind (a word of `KINDS`), what to tell the user, and where."""

    kind: str
    message: str
    help: str | None
    span: Span

    def moved(self, lines: int) -> Problem:
        """The same mistake, that many lines further down."""
        return replace(self, span=self.span.moved(lines))


#: A file with more mistakes than this is given up: nobody reads on, and a hostile one could hold millions.
MAX_PROBLEMS = 100

#: Where a file as a whole is meant.
START = Span(1, 1, 1, 1)
