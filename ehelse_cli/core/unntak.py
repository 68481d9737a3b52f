"""An exception: a rule that is set aside at one place, with a reason and perhaps a last day."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from ehelse_cli.core.place import Location


class Unntakskode(Struct, frozen=True):
    """One code as it is written in the comment, and where. Whether there is such a rule, a rule must say."""

    kode: str
    sted: Location


class Unntak(Struct, frozen=True):
    """A comment `ehelse: unntak MOT504 -- grunn (til 2026-12-31)`.

    `omfang` is the stretch of the file it stands at. `hele` are the lists and mappings whose first line that is: a
    finding about one of them as a whole, or about the file as such, is shown there.
    """

    sted: Location
    omfang: Location
    koder: tuple[Unntakskode, ...]
    grunn: str
    til: date | None = None
    hele: tuple[Location, ...] = ()

    def gjelder(self, dag: date) -> bool:
        """Whether it still counts on the day; the last day is one of them."""
        return self.til is None or dag <= self.til

    def dekker(self, sted: Location) -> bool:
        """Whether all of the place lies within what the comment stands at."""
        return sted in self.hele or (
            sted.path == self.omfang.path
            and (self.omfang.line, self.omfang.column) <= (sted.line, sted.column)
            and (sted.end_line, sted.end_column) <= (self.omfang.end_line, self.omfang.end_column)
        )


class Feilskrevet(Struct, frozen=True):
    """A comment that begins as an exception and is none: what is wrong, and what was probably meant."""

    sted: Location
    feil: str
    help: str
