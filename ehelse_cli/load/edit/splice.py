"""One change made to a YAML text, at the marks: the lines it is not about stay as they stand, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ehelse_cli.load.composed import PROSE, Value
from ehelse_cli.load.edit.change import Append, Change, Path, Put, Remove
from ehelse_cli.load.edit.emit import entry, flow, holds_prose, item, mapping, scalar
from ehelse_cli.load.edit.source import CannotSpliceError, Source
from ehelse_cli.load.spans import Node
from ehelse_cli.load.yaml_text import compose


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


class _Source(Source, frozen=True, dict=True):
    """A text that changes are made to."""

    order: Sequence[str]

    # --- the three changes

    def put(self, path: Path, value: Value) -> str:
        """Replace what is there, or put it in."""
        parent, step = self.node(path[:-1]), path[-1]
        if isinstance(step, int):
            return self._replace_item(parent, step, value)
        if step in parent.keys:
            return self._replace_entry(parent, step, value)
        return self._insert(parent, path[:-1], step, value)

    def append(self, path: Path, value: Value, before: int | None) -> str:
        """Into a list in brackets, a list of lines, a lone value, or none at all."""
        parent, step = self.node(path[:-1]), path[-1]
        found = parent.below(step) if not isinstance(step, str) or step in parent.keys else None
        if found is None or self.said(found[1]) == "":
            return self.put(path, [value])
        node = found[1]
        if self.is_flow(node) and self.said(node).startswith("["):
            return self._append_to_flow(path, node, value, before)
        if node.items:
            return self._append_to_block(node, value, before)
        if holds_prose(value) or node.keys:
            raise CannotSpliceError
        lone = self.said(node)
        return self.swap(node.span, f"[{flow(value)}, {lone}]" if before == 0 else f"[{lone}, {flow(value)}]")

    def remove(self, path: Path) -> str:
        """Whole lines where the thing has lines to itself; between commas with one of them."""
        parent, step = self.node(path[:-1]), path[-1]
        node = parent.items[step] if isinstance(step, int) else parent.keys[step][1]
        start = self.at(parent.keys[step][0] if isinstance(step, str) else node.span)
        end = self.end(node.span)
        if self.is_flow(parent):
            return self._without_comma(start, end)
        if len(parent.keys or parent.items) == 1:
            raise CannotSpliceError  # what is left would be an empty key, which is something else
        first = self.line_start(start)
        if self.text[first:start].strip(" -"):
            raise CannotSpliceError
        if isinstance(step, str) and "-" in self.text[first:start]:
            raise CannotSpliceError  # the first key of an item holds its dash
        return self.text[:first] + self.text[self.next_line(end) :]

    # --- replacing

    def _replace_entry(self, parent: Node, key: str, value: Value) -> str:
        name, node = parent.keys[key]
        if self._is_simple(key, value, node):
            return self.swap(node.span, scalar(str(value), flow=self.is_flow(parent)))
        if self.is_flow(parent):
            return self.swap(node.span, self._one_line(value))
        indent = name.column - 1
        lines = entry(key, value, indent)
        return self.text[: self.at(name)] + self.joined(lines) + self.text[self.end(node.span) :]

    def _is_simple(self, key: str, value: Value, node: Node) -> bool:
        """Whether one word takes the place of another."""
        lone = isinstance(value, str) and "\n" not in value and not node.keys and not node.items
        return lone and key not in PROSE and self.is_one_line(node.span) and self.said(node) != ""

    def _replace_item(self, parent: Node, step: int, value: Value) -> str:
        node = parent.items[step]
        if self.is_flow(parent):
            return self.swap(node.span, self._one_line(value))
        indent = self._dash(node)
        lines = item(value, indent)
        return self.swap(node.span, self.joined([lines[0][indent + 2 :], *lines[1:]]))

    def _one_line(self, value: Value) -> str:
        if holds_prose(value):
            raise CannotSpliceError
        return flow(value)

    # --- putting in

    def _insert(self, parent: Node, path: Path, key: str, value: Value) -> str:
        if self.is_flow(parent):
            if holds_prose({key: value}):
                return _Source(self._opened_up(path, parent), self.order).put((*path, key), value)
            end = self.end(parent.span) - 1
            kept = self.text[:end].rstrip(" ")
            comma = "" if kept.endswith("{") else ", "
            return f"{kept}{comma}{key}: {flow(value)}{self.text[end:]}"
        if not parent.keys:  # a bare name would become an entry: that takes knowing which field the name is
            raise CannotSpliceError
        indent = next(iter(parent.keys.values()))[0].column - 1
        after = self._neighbour(parent, key)
        if after is None:
            start = self.at(next(iter(parent.keys.values()))[0])
            return self.text[:start] + self.joined([*entry(key, value, indent), " " * indent]) + self.text[start:]
        first, *rest = entry(key, value, indent)
        return self.after(self.end(parent.keys[after][1].span), [" " * indent + first, *rest])

    def _neighbour(self, parent: Node, key: str) -> str | None:
        """The key after which a new one stands: the nearest before it in the order that is there."""
        if key not in self.order:
            return list(parent.keys)[-1]
        earlier = self.order[: self.order.index(key)]
        return next((name for name in reversed(earlier) if name in parent.keys), None)

    def _opened_up(self, path: Path, node: Node) -> str:
        """The text with the { } at `path` written one key to a line, so that there is room for a sentence."""
        said = self.said(node)
        if "#" in said or "\n" in said or not path:
            raise CannotSpliceError
        parent = self.node(path[:-1])
        if self.is_flow(parent):
            raise CannotSpliceError
        step = path[-1]
        value = _plain(said)
        if isinstance(step, int):
            indent = self._dash(node) + 2
            return self.swap(node.span, self.joined(list(mapping(value, indent))).lstrip(" "))
        name = parent.keys[step][0]
        lines = [f"{step}:", *mapping(value, name.column + 1)]
        return self.text[: self.at(name)] + self.joined(lines) + self.text[self.end(node.span) :]

    # --- lists

    def _append_to_flow(self, path: Path, node: Node, value: Value, before: int | None) -> str:
        if holds_prose(value):
            return self._as_block(path, node, value, before)
        if before is not None and before < len(node.items):
            start = self.at(node.items[before].span)
            return f"{self.text[:start]}{flow(value)}, {self.text[start:]}"
        end = self.end(node.span) - 1
        kept = self.text[:end].rstrip(" ")
        return f"{kept}{'' if kept.endswith('[') else ', '}{flow(value)}{self.text[end:]}"

    def _as_block(self, path: Path, node: Node, value: Value, before: int | None) -> str:
        """A list in brackets that gets a sentence: one item to a line, those that were there as they were written."""
        parent, step = self.node(path[:-1]), path[-1]
        said = [self.said(one) for one in node.items]
        if self.is_flow(parent) or not isinstance(step, str) or any("\n" in one for one in said):
            raise CannotSpliceError
        name = parent.keys[step][0]
        lines = [[" " * (name.column + 1) + "- " + one] for one in said]
        lines.insert(len(lines) if before is None else before, item(value, name.column + 1))
        whole = [f"{step}:", *(line for one in lines for line in one)]
        return self.text[: self.at(name)] + self.joined(whole) + self.text[self.end(node.span) :]

    def _append_to_block(self, node: Node, value: Value, before: int | None) -> str:
        indent = self._dash(node.items[0])
        lines = item(value, indent)
        if before == 0:
            start = self.line_start(self.at(node.items[0].span))
            return self.text[:start] + self.joined([*lines, ""]) + self.text[start:]
        # Below the item before, so that a comment above the next one stays with that.
        above = node.items[-1 if before is None else before - 1]
        return self.after(self.end(above.span), lines)

    def _dash(self, node: Node) -> int:
        """How far in the item's dash stands."""
        start = self.at(node.span)
        before = self.text[self.line_start(start) : start]
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


def _plain(said: str) -> dict[str, Value]:
    value = compose(said).value
    if not isinstance(value, dict):
        raise CannotSpliceError
    return value
