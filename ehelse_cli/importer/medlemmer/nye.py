"""The rows that are new: whether enough is said of them, where in the file they go, and how they are written there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.forum import Medlem
from ehelse_cli.core.mandat import LEDERSETET, Mandat, grupper_i
from ehelse_cli.core.register import gruppen_til, medlemskap
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.importer.ark.reading import Reading
from ehelse_cli.importer.lookup import meant, near
from ehelse_cli.importer.medlemmer.kjente import Known, appointment, group_of, mandate_of
from ehelse_cli.importer.medlemmer.rader import Medlemsrad
from ehelse_cli.load.composed import Value


@dataclass(frozen=True, slots=True)
class NyeRader:
    """What the sheet was read with, and the rows there are, among which the new ones are to stand."""

    reading: Reading
    known: Sequence[Known]

    def is_whole(self, row: Medlemsrad) -> bool:
        """Whether enough is said of somebody new; looks alike is told."""
        if row.fra is None and not self._tried(row, "fra", "periode"):
            self.reading.error(
                row.row,
                "fra",
                f"fra hvilken dag er {row.navn} medlem?",
                "Skriv den under «Fra», eller med --fra for alle.",
            )
        if row.gruppe is None and not self._tried(row, "gruppe") and not self._is_wrong(row, "virksomhet", "orgnr"):
            self._ask_for_group(row)
        alike = near(row.navn, (one.medlem.navn for one in self.known), 0.85)
        alike = tuple(one for one in alike if self.reading.lookup.person(one) != self.reading.lookup.person(row.navn))
        if alike:
            cell = row.row.cell("navn", "etternavn")
            self.reading.remarks.warn(cell, f"{row.navn} er ny{meant(alike)}", "Er det samme person, rett navnet.")
        return row.fra is not None

    def _tried(self, row: Medlemsrad, *keys: str) -> bool:
        """Whether there is something in the cells, or something wrong with them: then that has been told."""
        cells = [row.row.cells[key] for key in keys if key in row.row.cells]
        return any(cell.text for cell in cells) or self._is_wrong(row, *keys)

    def _is_wrong(self, row: Medlemsrad, *keys: str) -> bool:
        """Whether something in the cells could not be read."""
        cells = [row.row.cells[key] for key in keys if key in row.row.cells]
        return any(map(self.reading.remarks.has_error_at, cells))

    def _ask_for_group(self, row: Medlemsrad) -> None:
        """A seat is in a group; whose, when the mandate does not let it follow from the organisation."""
        mandate = mandate_of(self.reading, row.fra)
        groups = [group.id for group in grupper_i(mandate)] if mandate else []
        if (
            groups
            and self._has_seat(row)
            and self._group_of_new(row) is None
            and row.rolle not in ("leder", "nestleder")
        ):
            self.reading.error(
                row.row, "gruppe", f"hvilken gruppe sitter {row.navn} for?", f"Mandatet har {oppramsing(groups)}."
            )

    def _has_seat(self, row: Medlemsrad) -> bool:
        return row.rolle in (None, "leder", "nestleder", "medlem")

    def _group_of_new(self, row: Medlemsrad) -> str | None:
        """The group said, or what follows from the mandate: the organisation's own, or the only one to name it."""
        if row.gruppe is not None:
            return row.gruppe
        mandate = mandate_of(self.reading, row.fra)
        if mandate is None or not self._has_seat(row):
            return None
        own = gruppen_til(_alone(row, None), mandate)
        return own or _only_group(self.reading.data, mandate, row.virksomhet)

    def place(self, row: Medlemsrad) -> int:
        """After the last in the file who sits for the same group; else last."""
        group = self._group_of_new(row)
        same = [one.nr for one in self.known if group and group_of(self.reading, one.medlem, one.fra) == group]
        return max(same) + 1 if same else len(self.reading.forum.medlemmer)

    def value(self, row: Medlemsrad) -> Value:
        """The row as the file has them; a group is left out where it follows from the organisation or the office."""
        group = self._group_of_new(row)
        follows = group in (row.virksomhet, LEDERSETET)
        value: dict[str, Value | None] = {
            "navn": row.navn,
            "virksomhet": row.virksomhet,
            "gruppe": None if follows else group,
            "rolle": row.rolle if row.rolle != "medlem" else None,
            "stillingsnivaa": row.stillingsnivaa,
            "oppnevnt": appointment(row) or None,
            "periode": self._period(row, group),
            "fratraadt": row.fratraadt.isoformat() if row.fratraadt else None,
            "egenskaper": list(row.egenskaper) or None,
            "kjoenn": row.kjoenn,
        }
        return {key: one for key, one in value.items() if one is not None}

    def _period(self, row: Medlemsrad, group: str | None) -> str:
        """The first day alone where the mandate gives the last one that the sheet says, or it says none."""
        if row.aapen:
            return f"{row.fra}/.."
        if row.til is None or row.til in (row.fratraadt, self._end_by_mandate(row, group)):
            return str(row.fra)
        return f"{row.fra}/{row.til}"

    def _end_by_mandate(self, row: Medlemsrad, group: str | None) -> date | None:
        """What the register makes of the row when it stands alone in a council of the same id."""
        if row.fra is None:
            return None
        alone = _alone(row, None if group == LEDERSETET else group)
        forum = self.reading.forum.model_copy(update={"medlemmer": (alone,)})
        fresh = Dataset(forum={forum.id: forum}, mandater=self.reading.data.mandater)
        return next((one.ordinaer_slutt for one in medlemskap(fresh, forum)), None)


def _alone(row: Medlemsrad, group: str | None) -> Medlem:
    """The row as a member of the file, as far as seats and terms ask."""
    return Medlem.model_validate(
        {"navn": row.navn, "rolle": row.rolle or "medlem"}
        | ({"virksomhet": row.virksomhet} if row.virksomhet else {})
        | ({"gruppe": group} if group else {})
        | ({"periode": str(row.fra)} if row.fra else {})
    )


def _only_group(data: Dataset, mandate: Mandat, organisation: str | None) -> str | None:
    """The one group whose organisations, or whose sets of them, the organisation is in."""
    named = [
        group.id
        for group in grupper_i(mandate)
        if organisation and any(organisation in data.medlemmer_av_sett(one) for one in group.virksomheter)
    ]
    return named[0] if len(named) == 1 else None
