"""The substitutes of a list of members: rows of their own, or names in a column beside the member."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ehelse_cli.core.forum import Stedfortreder
from ehelse_cli.core.mandat import grupper_i
from ehelse_cli.importer.ark.reading import Reading
from ehelse_cli.importer.lookup import compared, meant, near
from ehelse_cli.importer.medlemmer.rader import Medlemsrad
from ehelse_cli.load.composed import Value
from ehelse_cli.load.edit.change import Append, Change, Put

#: Stands in for anybody in the council.
_ALL = "raadet"


@dataclass(frozen=True, slots=True)
class Stedfortredere:
    """The rows of the sheet that are about substitutes, and what they come to."""

    reading: Reading
    members: Sequence[Medlemsrad]

    def changes(self, rows: Sequence[Medlemsrad]) -> tuple[Change, ...]:
        """First what is filled in, then what is new, each once."""
        made = [change for row in self._once(rows) for change in self._change(row)]
        beside = [change for row in self.members for name in row.stedfortredere for change in self._named(row, name)]
        every = [*made, *beside]
        puts = [one for one in every if isinstance(one, Put)]
        new = {str(one.value): one for one in every if isinstance(one, Append)}
        return (*puts, *new.values())

    def _once(self, rows: Sequence[Medlemsrad]) -> Iterator[Medlemsrad]:
        """The rows, but one who begins twice on a day for the same only the first time."""
        person = self.reading.lookup.person
        seen: dict[tuple[object, ...], Medlemsrad] = {}
        for row in rows:
            first = seen.setdefault((person(row.navn), person(row.vara_for or ""), row.fra), row)
            if first is row:
                yield row
            else:
                self.reading.error(
                    row.row, "navn", f"{row.navn} står også i rad {first.row.number}", "Ta bort den ene."
                )

    def _change(self, row: Medlemsrad) -> Iterator[Change]:
        for_ = self._for(row)
        if for_ is None:
            return
        known = self._row_of(row.navn, for_, row.fra)
        if known is None:
            if row.fra is None and not row.row.text("fra") and not row.row.text("periode"):
                self._ask_from(row, "fra", row.navn)
                return
            yield Append(("stedfortredere",), _value(row, for_))
        else:
            yield from self._filled(row, *known)

    def _for(self, row: Medlemsrad) -> str | None:
        """Whom the substitute is for, as the file is to have it: a member's name, a group, or the whole council."""
        said = row.vara_for or ""
        names = {self.reading.lookup.person(name): name for name in self._member_names()}
        mandate = self.reading.data.mandat_for(self.reading.forum.id, row.fra or self.reading.dag)
        if self.reading.lookup.person(said) in names:
            return names[self.reading.lookup.person(said)]
        if compared(said) in (_ALL, "rådet", "alle"):
            return _ALL
        if mandate is not None:
            found = self.reading.lookup.group(said, mandate, row.fra or self.reading.dag).id
            if found is not None:
                return found
        groups = [group.id for group in grupper_i(mandate)] if mandate else []
        likely = meant(near(said, (*names.values(), *groups)))
        if said:
            self.reading.error(row.row, "vara_for", f"«{said}» er verken medlem eller gruppe{likely}", "Rett cella.")
        return None

    def _member_names(self) -> Iterator[str]:
        yield from (row.navn for row in self.members)
        yield from (one.navn for one in self.reading.forum.medlemmer)  # as the file writes it, where both have it

    def _row_of(self, name: str, for_: str, fra: date | None) -> tuple[int, Stedfortreder] | None:
        """The file's row of the same two; of the same day, where the sheet says one."""
        person = self.reading.lookup.person
        own = [
            (nr, one)
            for nr, one in enumerate(self.reading.forum.stedfortredere)
            if person(one.navn) == person(name) and person(one.for_) == person(for_)
        ]
        if fra is not None:
            own = [(nr, one) for nr, one in own if one.periode is None or one.periode.fra == fra]
        return own[-1] if own else None

    def _filled(self, row: Medlemsrad, nr: int, has: Stedfortreder) -> Iterator[Change]:
        for key, said, there in (
            ("virksomhet", row.virksomhet, has.virksomhet),
            ("nr", str(row.nr) if row.nr is not None else None, str(has.nr) if has.nr is not None else None),
            ("periode", _period(row) if row.fra else None, self._period_of(row, has)),
            ("fratraadt", row.fratraadt.isoformat() if row.fratraadt else None, str(has.fratraadt or "") or None),
        ):
            if said and there and said != there:
                self.reading.error(
                    row.row,
                    "til" if key == "periode" else key,
                    f"arket sier {said} om {row.navn}, filen sier {there}",
                    "Rett den som er feil.",
                )
            elif said and not there:
                yield Put(("stedfortredere", nr, key), said)

    def _period_of(self, row: Medlemsrad, has: Stedfortreder) -> str | None:
        """The file's period; as the sheet has it where that says no last day, or the day the row ended."""
        if has.periode is None:
            return None
        if row.til is None and not row.aapen:
            return _period(row)
        if row.til is not None and row.til == has.fratraadt:
            return _period(row)
        end = {"aapen": "/..", "fast": f"/{has.periode.til}", "fra_mandat": ""}[has.periode.ende]
        return f"{has.periode.fra}{end}"

    def _named(self, row: Medlemsrad, name: str) -> Iterator[Change]:
        """A name in the column beside the member: there already, or from the day the member begins anew."""
        if self._row_of(name, row.navn, None) is not None:
            return
        known = {self.reading.lookup.person(one.navn) for one in self.reading.forum.medlemmer}
        if row.fra is None or self.reading.lookup.person(row.navn) in known:
            self._ask_from(row, "stedfortreder", name)
            return
        value: dict[str, Value] = {"navn": name, "for": row.navn, "periode": _period(row)}
        yield Append(("stedfortredere",), value)

    def _ask_from(self, row: Medlemsrad, key: str, name: str) -> None:
        self.reading.error(
            row.row,
            key,
            f"fra hvilken dag er {name} stedfortreder?",
            "Skriv en egen rad for stedfortrederen, med «Vara for» og «Fra».",
        )


def _value(row: Medlemsrad, for_: str) -> Value:
    value: dict[str, Value | None] = {
        "navn": row.navn,
        "virksomhet": row.virksomhet,
        "for": for_,
        "nr": str(row.nr) if row.nr is not None else None,
        "periode": _period(row),
        "fratraadt": row.fratraadt.isoformat() if row.fratraadt else None,
        "egenskaper": list(row.egenskaper) or None,
    }
    return {key: one for key, one in value.items() if one is not None}


def _period(row: Medlemsrad) -> str:
    if row.aapen:
        return f"{row.fra}/.."
    return f"{row.fra}/{row.til}" if row.til else str(row.fra)
