"""MED: what the composition does not accept, on its way to a finding in words that people use.

The composition is judged in core. One mistake gives one finding: a seat whose holder's term lapsed, or whose holder is
entered without a group, is not vacant as well; what only an empty seat explains is not a breach of its own; and what
hangs on an organisation that is in no register is left to the rule on references.
"""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit
from ehelse_cli.core.forum import Forum, Medlem
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.register import Register
from ehelse_cli.core.sammensetning import Del, Slag, sammensetning
from ehelse_cli.core.verdict import Answer
from ehelse_cli.rules.common import Path, clause, gruppenavn, navn, severity, source


class Brudd(Struct, frozen=True):
    """One part of a council's composition that the mandate does not accept."""

    data: Dataset
    register: Register
    del_: Del

    @property
    def forum(self) -> Forum:
        """The council."""
        return self.register.forum

    @property
    def mandat(self) -> Mandat:
        """The mandate it is judged by."""
        return self.register.mandat

    @property
    def raadet(self) -> str:
        """What the council is called."""
        return self.navn(self.forum.id)

    @property
    def gruppen(self) -> str:
        """What the group is called."""
        return gruppenavn(self.data, self.mandat, self.del_.id, self.register.dag)

    @property
    def medlem(self) -> Medlem:
        """The member it is about."""
        return self.forum.medlemmer[self.del_.rader[0]]

    def navn(self, id_: str | None) -> str:
        """What an organisation is called."""
        return navn(self.data, id_, self.register.dag) if id_ else "en virksomhet som ikke er ført"

    def er_kjent(self, *ider: str | None) -> bool:
        """Whether all these organisations are in the register; one that is not, is REF201's."""
        return all(id_ is None or self.data.finnes(id_) for id_ in ider)

    def hit(self, message: str, help_: str, *, rad: int | None = None, felt: Path = ()) -> Iterator[Hit]:
        """A finding on a member's row (at `felt` in it), or on the list; none where the mandate only says `kan`."""
        sti = self.del_.verdict.clause
        ledd = self.mandat.ledd(*sti)
        gravity = severity(ledd)
        if gravity is None:
            return
        where: Path = ("medlemmer",) if rad is None else ("medlemmer", rad, *felt)
        yield Hit(
            message,
            self.data.place(self.forum.id, *where, key=rad is None),
            (self.forum.id, self.del_.slag, self.del_.id, *(() if rad is None else (self.forum.medlemmer[rad].navn,))),
            related=clause(self.data, self.mandat, sti),
            values=self.del_.verdict.arithmetic,
            help=help_,
            severity=gravity,
            source=source(ledd),
        )


def alle_brudd(data: Dataset, forum: Forum, dag: date) -> tuple[Brudd, ...]:
    """What the mandate in force on the day does not accept."""
    vurdering = sammensetning(data, forum, dag)
    if vurdering.register is None:
        return ()
    nei = (del_ for del_ in vurdering.deler if del_.verdict.answer is Answer.NEI)
    return tuple(Brudd(data, vurdering.register, del_) for del_ in nei)


def brudd_av(data: Dataset, dag: date, *slag: Slag) -> Iterator[Brudd]:
    """Every breach of those kinds, in all the councils."""
    for forum in data.forum.values():
        yield from (brudd for brudd in alle_brudd(data, forum, dag) if brudd.del_.slag in slag)
