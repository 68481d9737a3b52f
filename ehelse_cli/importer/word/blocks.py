"""Blocks from pandoc's tree to what our papers have: headings from level two, simple tables, notes at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from ehelse_cli.importer.word.inlines import Inlines, Node, kind_and_content, text_of

_NUMBER = re.compile(r"\d+(?:\.\d+)*\.?\s+")
_TOP, _DEEPEST = 2, 6
_LONGEST_HEADING = 80
_PLAIN_NUMBERS = ("Decimal", "DefaultStyle")
_LEFT: Node = {"t": "AlignDefault"}
_ANY: Node = {"t": "ColWidthDefault"}
_NO_ATTRIBUTES: list[Any] = ["", [], []]


@dataclass(slots=True)
class Blocks:
    """Makes blocks plain. `wanted` are the headings papers here have, as they are to be spelt."""

    inlines: Inlines
    wanted: Sequence[str]
    shift: int = 0
    tables: int = field(default=0)

    def plain(self, blocks: Iterable[Node]) -> list[Node]:
        """The same blocks with what a paper can hold."""
        return [new for block in blocks for new in self._one(block)]

    def _one(self, block: Node) -> Iterator[Node]:
        kind, content = kind_and_content(block)
        if kind in ("Para", "Plain"):
            yield from self._paragraph(kind, content)
        elif kind == "Header":
            yield from self._heading(content)
        elif kind == "BulletList":
            yield {"t": kind, "c": self._items(content)}
        elif kind == "OrderedList":
            yield self._numbered(content)
        elif kind == "Table":
            yield from self._table(content)
        elif kind == "BlockQuote":
            yield {"t": kind, "c": self.plain(content)}
        elif kind in ("Div", "Figure"):
            yield from self.plain(content[-1])
            yield from self.plain(content[1][1]) if kind == "Figure" else ()
        else:
            yield from self._rare(kind, content)

    def _rare(self, kind: str, content: Any) -> Iterator[Node]:
        if kind in ("CodeBlock", "HorizontalRule"):
            yield {"t": kind} if content is None else {"t": kind, "c": [_NO_ATTRIBUTES, content[1]]}
        elif kind == "LineBlock":
            yield from (_para(self.inlines.plain(line)) for line in content)
        elif kind == "DefinitionList":
            for term, definitions in content:
                yield _para([{"t": "Strong", "c": self.inlines.plain(term)}])
                yield from (new for one in definitions for new in self.plain(one))
        else:
            self.inlines.told.append(("feil", f"pandoc ga noe vi ikke kjenner ({kind})"))

    def _paragraph(self, kind: str, content: list[Node]) -> Iterator[Node]:
        line = self.inlines.plain(content)
        words = text_of(line).strip()
        if not words and not any(one["t"] == "Image" for one in line):
            return
        if _is_bold(line) and len(words) <= _LONGEST_HEADING and not words.endswith((".", ":", "?", "!", ",")):
            self.inlines.told.append(("advarsel", f"«{words}» er bare uthevet; skal den ha stilen Overskrift?"))
        yield {"t": kind, "c": line}

    def _heading(self, content: Any) -> Iterator[Node]:
        level, _, line = content
        words = text_of(line).strip()
        if not words:
            return
        bare = bare_heading(words)
        known = {one.casefold(): one for one in self.wanted}
        if bare.casefold() in known:
            line = [{"t": "Str", "c": known[bare.casefold()]}]
        else:
            line = [one for one in self.inlines.plain(line) if one["t"] != "LineBreak"]
        level = min(max(level + self.shift, _TOP), _DEEPEST)
        yield {"t": "Header", "c": [level, _NO_ATTRIBUTES, line]}

    def _items(self, items: list[list[Node]]) -> list[list[Node]]:
        return tight([self.plain(one) for one in items])

    def _numbered(self, content: Any) -> Node:
        (start, style, _), items = content
        if style["t"] not in _PLAIN_NUMBERS:
            first = text_of(items[0]).strip()[:40] if items else ""
            self.inlines.told.append(("advarsel", f"listen som begynner med «{first}», får tall og ikke bokstaver"))
        return {"t": "OrderedList", "c": [[start, {"t": "Decimal"}, {"t": "Period"}], self._items(items)]}

    # --- tables

    def _table(self, content: Any) -> Iterator[Node]:
        """A pipe table with names on its columns; a frame around a text is no table."""
        _, caption, columns, head, bodies, foot = content
        self.tables += 1
        rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
        if len(rows) * len(columns) == 1 or len(columns) == 1:
            yield from self.plain(block for row in rows for cell in row[1] for block in cell[4])
            return
        cells = [self._row(row, len(columns)) for row in rows if row[1]]
        if any(cell[2] > 1 or cell[3] > 1 for row in rows for cell in row[1]):
            self._tell("har sammenslåtte celler; teksten står i den første av dem")
        if not head[1] and cells:
            self._tell("har ingen overskriftsrad; den første raden er tatt som det")
        yield from self.plain(caption[1])
        if cells:
            yield _table_of(cells, len(columns))

    def _row(self, row: Any, width: int) -> list[list[Node]]:
        """The cells of one row, an empty one for every column that another reaches over."""
        cells: list[list[Node]] = []
        for _, _, _, across, blocks in row[1]:
            cells += [self._cell(blocks), *([] for _ in range(across - 1))]
        return [*cells, *([] for _ in range(width - len(cells)))][:width]

    def _cell(self, blocks: list[Node]) -> list[Node]:
        """All that is in it on one line."""
        lines = [line for block in self.plain(blocks) for line in _lines(block)]
        if len(lines) > 1:
            self._tell(f"har en celle med flere avsnitt («{text_of(lines[0]).strip()[:30]}»), satt etter hverandre")
        joined: list[Node] = []
        for line in lines:
            joined += [*([{"t": "Str", "c": ";"}, {"t": "Space"}] if joined else []), *line]
        return [{"t": "Space"} if one["t"] in ("LineBreak", "SoftBreak") else one for one in joined]

    def _tell(self, what: str) -> None:
        told = ("advarsel", f"tabell {self.tables} {what}")
        if told not in self.inlines.told:
            self.inlines.told.append(told)


def _lines(block: Node) -> Iterator[list[Node]]:
    """The paragraphs of a block, those in lists and quotes too."""
    kind, content = kind_and_content(block)
    if kind in ("Para", "Plain"):
        yield content or []
    elif kind == "Header":
        yield content[2]
    elif kind == "CodeBlock":
        yield [{"t": "Str", "c": content[1]}]
    elif kind == "BlockQuote":
        yield from (line for inner in content or [] for line in _lines(inner))
    elif kind in ("BulletList", "OrderedList"):
        items = content if kind == "BulletList" else content[1]
        yield from (line for one in items or [] for inner in one for line in _lines(inner))
    elif kind == "Table":
        rows = [*content[3][1], *(row for body in content[4] for row in body[3])]
        yield from (line for row in rows for cell in row[1] for inner in cell[4] for line in _lines(inner))


def bare_heading(words: str) -> str:
    """The heading without the number that somebody has typed before it."""
    return _NUMBER.sub("", words, count=1)


def tight(items: list[list[Node]]) -> list[list[Node]]:
    """The items of a list without blank lines between, where each is one paragraph, with or without a list below."""
    if not all(one["t"] in ("BulletList", "OrderedList") for item in items for one in item[1:]):
        return items
    return [[{**one, "t": "Plain"} if one["t"] == "Para" else one for one in item] for item in items]


def _table_of(cells: list[list[list[Node]]], width: int) -> Node:
    def row(of: list[list[Node]]) -> list[Any]:
        return [_NO_ATTRIBUTES, [[_NO_ATTRIBUTES, _LEFT, 1, 1, [{"t": "Plain", "c": one}]] for one in of]]

    head, *rest = cells
    body = [_NO_ATTRIBUTES, 0, [], [row(one) for one in rest]]
    columns = [[_LEFT, _ANY] for _ in range(width)]
    nothing = [_NO_ATTRIBUTES, []]
    return {"t": "Table", "c": [_NO_ATTRIBUTES, [None, []], columns, [_NO_ATTRIBUTES, [row(head)]], [body], nothing]}


def _para(line: list[Node]) -> Node:
    return {"t": "Para", "c": line}


def _is_bold(line: list[Node]) -> bool:
    said = [one for one in line if one["t"] not in ("Space", "SoftBreak", "LineBreak")]
    return bool(said) and all(one["t"] == "Strong" for one in said)
