"""How wide the columns of a paper's tables should be, where tables that say the same kind of thing are alike."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ehelse_cli.render.document import Block, Table, every, plain


def column_weights(tables: Sequence[Table]) -> list[float]:
    """How wide the columns of tables with the same head should be: by their longest words, and by how much they say."""
    rows = [row for table in tables for row in (table.head, *table.rows) if row]
    width = max(sum(cell.span for cell in row) for row in rows)
    columns: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        for nr, cell in enumerate(row if all(cell.span == 1 for cell in row) else ()):
            columns[nr].append(plain(cell.runs))
    return [_weight(texts) for texts in columns]


#: No column is narrower than this many letters; a longer word than the other may be broken.
_NARROW, _WIDE = 5, 18


def _weight(texts: Sequence[str]) -> float:
    longest = max((len(word) for text in texts for word in text.split()), default=_NARROW)
    most = max(map(len, texts), default=_NARROW)
    return round(max(_NARROW, min(longest, _WIDE), min(most, 3.2 * math.sqrt(most))), 2)


def tables_by_head(blocks: Sequence[Block]) -> dict[str, list[Table]]:
    """The tables of a paper by what their heads say: they are to have the same columns."""
    found: dict[str, list[Table]] = {}
    for block in every(tuple(blocks)):
        if isinstance(block, Table):
            found.setdefault(head_of(block), []).append(block)
    return found


def head_of(table: Table) -> str:
    """What the head says; of a table without one nothing but how many columns it has."""
    return "|".join(plain(cell.runs) for cell in table.head) or str(len(table.rows[0]) if table.rows else 0)
