"""One change made to a YAML text, at the marks: the lines it is not about stay as they stand, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ehelse_cli.load.composed import Value
from ehelse_cli.load.edit.change import PROSE, Append, Change, Path, Put, Remove
from ehelse_cli.load.edit.emit import entry, flow, holds_prose, item, mapping, scalar
from ehelse_cli.load.problem import Span
from ehelse_cli.load.spans import Node
from ehelse_cli.load.yaml_text import compose, locate

_BREAK = re.compile(r"\r\n|\n|\r")
_TO_LINE_END = re.compile(r"[^\r\n]*")


class CannotSpliceError(Exception):
    """The text has a form that this change is not made to; nothing is guessed."""


def spliced(text: str, change: Change, order: Sequence[str] = ()) -> str:
    """The text with the change made. A new key stands where `order`, the keys of such a mapping, would have it.

    Raises:
        CannotSpliceError: if the form of the text is not one we write into.
    """
    source = _Source(text, order)
    match change:
        case Put():
            return source.put(change.path, change.value)
        case Append():
            return source.append(change.path, change.value, change.before)
        case Remove():
            return source.remove(change.path)


@dataclass(frozen=True)
class _Source:
    """A text with the places in it."""

    text: str
    order: Sequence[str]

    # --- the three changes

    def put(self, path: Path, value: Value) -> str:
        """Replace what is there, or put it in."""
        parent, step = self._node(path[:-1]), path[-1]
        if isinstance(step, int):
            return self._replace_item(parent, step, value)
        if step in parent.keys:
            return self._replace_entry(parent, step, value)
        return self._insert(parent, path[:-1], step, value)

    def append(self, path: Path, value: Value, before: int | None) -> str:
        """Into a list in brackets, a list of lines, a lone value, or none at all."""
        parent, step = self._node(path[:-1]), path[-1]
        found = parent.below(step) if not isinstance(step, str) or step in parent.keys else None
        if found is None or self._said(found[1]) == "":
            return self.put(path, [value])
        node = found[1]
        if self._is_flow(node) and self._said(node).startswith("["):
            return self._append_to_flow(path, node, value, before)
        if node.items:
            return self._append_to_block(node, value, before)
        if holds_prose(value) or node.keys:
            raise CannotSpliceError
        lone = self._said(node)
        return self._swap(node.span, f"[{flow(value)}, {lone}]" if before == 0 else f"[{lone}, {flow(value)}]")

    def remove(self, path: Path) -> str:
        """Whole lines where the thing has lines to itself; between commas with one of them."""
        parent, step = self._node(path[:-1]), path[-1]
        node = parent.items[step] if isinstance(step, int) else parent.keys[step][1]
        start = self._at(parent.keys[step][0] if isinstance(step, str) else node.span)
        end = self._end(node.span)
        if self._is_flow(parent):
            return self._without_comma(start, end)
        if len(parent.keys or parent.items) == 1:
            raise CannotSpliceError  # what is left would be an empty key, which is something else
        first = self._line_start(start)
        if self.text[first:start].strip(" -"):
            raise CannotSpliceError
        if isinstance(step, str) and "-" in self.text[first:start]:
            raise CannotSpliceError  # the first key of an item holds its dash
        return self.text[:first] + self.text[self._next_line(end) :]

    # --- replacing

    def _replace_entry(self, parent: Node, key: str, value: Value) -> str:
        name, node = parent.keys[key]
        if self._is_simple(key, value, node):
            return self._swap(node.span, scalar(str(value), flow=self._is_flow(parent)))
        if self._is_flow(parent):
            return self._swap(node.span, self._one_line(value))
        indent = name.column - 1
        lines = entry(key, value, indent)
        return self.text[: self._at(name)] + self._joined(lines) + self.text[self._end(node.span) :]

    def _is_simple(self, key: str, value: Value, node: Node) -> bool:
        """Whether one word takes the place of another."""
        lone = isinstance(value, str) and "\n" not in value and not node.keys and not node.items
        return lone and key not in PROSE and self._is_one_line(node.span) and self._said(node) != ""

    def _replace_item(self, parent: Node, step: int, value: Value) -> str:
        node = parent.items[step]
        if self._is_flow(parent):
            return self._swap(node.span, self._one_line(value))
        indent = self._dash(node)
        lines = item(value, indent)
        return self._swap(node.span, self._joined([lines[0][indent + 2 :], *lines[1:]]))

    def _one_line(self, value: Value) -> str:
        if holds_prose(value):
            raise CannotSpliceError
        return flow(value)

    # --- putting in

    def _insert(self, parent: Node, path: Path, key: str, value: Value) -> str:
        if self._is_flow(parent):
            if holds_prose({key: value}):
                return _Source(self._opened_up(path, parent), self.order).put((*path, key), value)
            end = self._end(parent.span) - 1
            kept = self.text[:end].rstrip(" ")
            comma = "" if kept.endswith("{") else ", "
            return f"{kept}{comma}{key}: {flow(value)}{self.text[end:]}"
        if not parent.keys:  # a bare name would become an entry: that takes knowing which field the name is
            raise CannotSpliceError
        indent = next(iter(parent.keys.values()))[0].column - 1
        after = self._neighbour(parent, key)
        if after is None:
            start = self._at(next(iter(parent.keys.values()))[0])
            return self.text[:start] + self._joined([*entry(key, value, indent), ""]) + self.text[start:]
        first, *rest = entry(key, value, indent)
        return self._after(self._end(parent.keys[after][1].span), [" " * indent + first, *rest])

    def _neighbour(self, parent: Node, key: str) -> str | None:
        """The key after which a new one stands: the nearest before it in the order that is there."""
        if key not in self.order:
            return list(parent.keys)[-1]
        earlier = self.order[: self.order.index(key)]
        return next((name for name in reversed(earlier) if name in parent.keys), None)

    def _opened_up(self, path: Path, node: Node) -> str:
        """The text with the { } at `path` written one key to a line, so that there is room for a sentence."""
        said = self._said(node)
        if "#" in said or "\n" in said or not path:
            raise CannotSpliceError
        parent = self._node(path[:-1])
        if self._is_flow(parent):
            raise CannotSpliceError
        step = path[-1]
        value = _plain(said)
        if isinstance(step, int):
            indent = self._dash(node) + 2
            return self._swap(node.span, self._joined(list(mapping(value, indent))).lstrip(" "))
        name = parent.keys[step][0]
        lines = [f"{step}:", *mapping(value, name.column + 1)]
        return self.text[: self._at(name)] + self._joined(lines) + self.text[self._end(node.span) :]

    # --- lists

    def _append_to_flow(self, path: Path, node: Node, value: Value, before: int | None) -> str:
        if holds_prose(value):
            return self._as_block(path, node, value, before)
        if before is not None and before < len(node.items):
            start = self._at(node.items[before].span)
            return f"{self.text[:start]}{flow(value)}, {self.text[start:]}"
        end = self._end(node.span) - 1
        kept = self.text[:end].rstrip(" ")
        return f"{kept}{'' if kept.endswith('[') else ', '}{flow(value)}{self.text[end:]}"

    def _as_block(self, path: Path, node: Node, value: Value, before: int | None) -> str:
        """A list in brackets that gets a sentence: one item to a line, those that were there as they were written."""
        parent, step = self._node(path[:-1]), path[-1]
        said = [self._said(one) for one in node.items]
        if self._is_flow(parent) or not isinstance(step, str) or any("\n" in one for one in said):
            raise CannotSpliceError
        name = parent.keys[step][0]
        lines = [[" " * (name.column + 1) + "- " + one] for one in said]
        lines.insert(len(lines) if before is None else before, item(value, name.column + 1))
        whole = [f"{step}:", *(line for one in lines for line in one)]
        return self.text[: self._at(name)] + self._joined(whole) + self.text[self._end(node.span) :]

    def _append_to_block(self, node: Node, value: Value, before: int | None) -> str:
        indent = self._dash(node.items[0])
        lines = item(value, indent)
        if before == 0:
            start = self._line_start(self._at(node.items[0].span))
            return self.text[:start] + self._joined([*lines, ""]) + self.text[start:]
        # Below the item before, so that a comment above the next one stays with that.
        above = node.items[-1 if before is None else before - 1]
        return self._after(self._end(above.span), lines)

    def _dash(self, node: Node) -> int:
        """How far in the item's dash stands."""
        start = self._at(node.span)
        before = self.text[self._line_start(start) : start]
        if not before.strip().endswith("-") or before.strip(" -"):
            raise CannotSpliceError
        return before.rindex("-")

    def _without_comma(self, start: int, end: int) -> str:
        """Between brackets: with the comma after it, or before it where it was the last."""
        after = re.compile(r"\s*,\s*").match(self.text, end)
        if after:
            return self.text[:start] + self.text[after.end() :]
        before = re.search(r"\s*,\s*$", self.text[:start])
        return self.text[: before.start() if before else start] + self.text[end:]

    # --- places

    def _node(self, path: Path) -> Node:
        node = locate(self.text)
        for step in path:
            below = node.below(step) if node else None
            if below is None:
                raise CannotSpliceError
            node = below[1]
        if node is None:
            raise CannotSpliceError
        return node

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(match.end() for match in _BREAK.finditer(self.text))]

    def _at(self, span: Span) -> int:
        return self._lines[span.line - 1] + span.column - 1

    def _end(self, span: Span) -> int:
        return self._lines[span.end_line - 1] + span.end_column - 1

    def _said(self, node: Node) -> str:
        return self.text[self._at(node.span) : self._end(node.span)]

    def _is_flow(self, node: Node) -> bool:
        return self._said(node)[:1] in ("{", "[")

    def _is_one_line(self, span: Span) -> bool:
        said = self.text[self._at(span) : self._end(span)]
        return span.line == span.end_line and not said.startswith(("|", ">"))

    def _line_start(self, index: int) -> int:
        return max(start for start in self._lines if start <= index)

    def _next_line(self, index: int) -> int:
        return next((start for start in self._lines if start > index), len(self.text))

    # --- writing

    @cached_property
    def _break(self) -> str:
        """The text's own way of ending a line."""
        found = _BREAK.search(self.text)
        return found[0] if found else "\n"

    def _joined(self, lines: Sequence[str]) -> str:
        return self._break.join(lines)

    def _swap(self, span: Span, new: str) -> str:
        return self.text[: self._at(span)] + new + self.text[self._end(span) :]

    def _after(self, index: int, lines: Sequence[str]) -> str:
        """The lines put in below the line that `index` is on."""
        end = _TO_LINE_END.match(self.text, index)
        place = end.end() if end else len(self.text)
        return self.text[:place] + self._break + self._joined(lines) + self.text[place:]


def _plain(said: str) -> dict[str, Value]:
    value = compose(said).value
    if not isinstance(value, dict):
        raise CannotSpliceError
    return value
