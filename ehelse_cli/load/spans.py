"""From a path in the data (`saksliste`, 3, `vedtak`) to where that stands in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, Protocol

from msgspec import Struct, field

from ehelse_cli.load.problem import START, Span
from ehelse_cli.load.text import count_breaks, span_of

StepKind = Literal["scalar", "mapping", "sequence", "end"]


class Mark(Protocol):
    """A parser's place: line and column from 0, and the index in the text."""

    line: int
    column: int
    index: int


class Step(NamedTuple):
    """One event on the way through a document; `text` is a scalar's, `flow` says that a collection has brackets."""

    kind: StepKind
    start: Mark
    end: Mark
    text: str = ""
    flow: bool = False


class Node(Struct, frozen=True):
    """Where one value stands, and what stands inside it: keys with their values, or items."""

    span: Span
    keys: Mapping[str, tuple[Span, Node]] = field(default_factory=dict)
    items: Sequence[Node] = ()

    def below(self, step: str | int) -> tuple[Span | None, Node] | None:
        """The key's place (an item has none) and the value's, one step down.

        A lone value stands for a list of one, and a long form for its `verdi`: both are stepped through.
        """
        if isinstance(step, str) and step in self.keys:
            return self.keys[step]
        if isinstance(step, int) and 0 <= step < len(self.items):
            return (None, self.items[step])
        if "verdi" in self.keys:
            return self.keys["verdi"][1].below(step)
        return (None, self) if step == 0 and not self.items else None


class Entry(Struct, frozen=True):
    """Where a key (an item has none) and its value stand; `lone`: the value has no other inside it."""

    key: Span | None
    value: Span
    lone: bool

    @property
    def span(self) -> Span:
        """From the first character of the key, or of the item, to the last of the value."""
        start = self.key or self.value
        end_line, end_column = max((one.end_line, one.end_column) for one in (start, self.value))
        return Span(start.line, start.column, end_line, end_column)


class SpanTree:
    """The place of every key and value of one text. `locate` is called at the first question, not before."""

    __slots__ = ("_locate", "_moved", "_root")

    def __init__(self, locate: Callable[[], Node | None], first_line: int) -> None:
        self._locate = locate
        self._moved = first_line - 1
        self._root: Node | None = None

    def find(self, path: Sequence[str | int], *, key: bool = False) -> Span:
        """The place of the value at `path`, or of its key.

        Where the path stops existing, the nearest value above it (with `key`: its key). A mapping that only adds to a
        `verdi` is found where that stands. In a text without content: its first line.
        """
        name, node = self._descend(path)
        if key and name is not None:
            return name.moved(self._moved)
        verdi = node.keys.get("verdi")
        return (verdi[1] if verdi else node).span.moved(self._moved)

    def entries(self) -> Iterator[Entry]:
        """Every key with its value, and every item of a list, the outer before the inner; the whole comes first."""
        for name, node in _walk(None, self._top()):
            key = name.moved(self._moved) if name else None
            yield Entry(key, node.span.moved(self._moved), lone=not node.keys and not node.items)

    def _descend(self, path: Sequence[str | int]) -> tuple[Span | None, Node]:
        name: Span | None = None
        node = self._top()
        for step in path:
            below = node.below(step)
            if below is None:
                break
            name, node = below
        return name, node

    def _top(self) -> Node:
        if self._root is None:
            self._root = self._locate() or Node(START)
        return self._root


def _walk(name: Span | None, node: Node) -> Iterator[tuple[Span | None, Node]]:
    yield name, node
    for key, below in node.keys.values():
        yield from _walk(key, below)
    for below in node.items:
        yield from _walk(None, below)


def build(text: str, steps: Iterator[Step]) -> Node | None:
    """The tree of places of one well-formed document; of two equal keys the first is found."""
    first = next(steps, None)
    return first and _place(text, steps, first)


def _place(text: str, steps: Iterator[Step], begun: Step) -> Node:
    start = span_between(text, begun.start, begun.end)
    if begun.kind == "scalar":
        return Node(start)
    keys: dict[str, tuple[Span, Node]] = {}
    items: list[Node] = []
    last = start
    while (step := next(steps)).kind != "end":
        if begun.kind == "mapping":
            node = _place(text, steps, next(steps))
            keys.setdefault(step.text, (span_between(text, step.start, step.end), node))
        else:
            node = _place(text, steps, step)
            items.append(node)
        last = node.span
    # A block has no end of its own: the parser puts it at whatever comes next.
    if begun.flow and begun.start.index < begun.end.index:
        last = span_between(text, step.start, step.end)
    return Node(Span(start.line, start.column, last.end_line, last.end_column), keys, items)


def span_between(text: str, start: Mark, end: Mark) -> Span:
    """The stretch between two marks, without the blank lines that the parser counts to a `|` text."""
    if start.index >= len(text):
        return span_of(text, len(text), len(text))
    if end.column or end.line == start.line:
        return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
    shown = text[start.index : end.index].rstrip()
    breaks = count_breaks(shown)
    width = len(shown) - max(shown.rfind("\n"), shown.rfind("\r")) - 1
    return Span(start.line + 1, start.column + 1, start.line + 1 + breaks, width + 1 + (0 if breaks else start.column))
