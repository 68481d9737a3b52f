"""A YAML text with the places in it: where a value stands, what is said there, and something else put there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from ehelse_cli.load.edit.change import Path
from ehelse_cli.load.problem import Span
from ehelse_cli.load.spans import Node
from ehelse_cli.load.yaml_text import locate

_BREAK = re.compile(r"\r\n|\n|\r")
_TO_LINE_END = re.compile(r"[^\r\n]*")


class CannotSpliceError(Exception):
    """The text has a form that this change is not made to; nothing is guessed."""


class Source(Struct, frozen=True, dict=True):
    """The text, and what one can ask of it."""

    text: str

    def node(self, path: Path) -> Node:
        """What stands at the path.

        Raises:
            CannotSpliceError: if nothing does.
        """
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
    def starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(match.end() for match in _BREAK.finditer(self.text))]

    def at(self, span: Span) -> int:
        """Where the span begins."""
        return self.starts[span.line - 1] + span.column - 1

    def end(self, span: Span) -> int:
        """Where the span ends."""
        return self.starts[span.end_line - 1] + span.end_column - 1

    def said(self, node: Node) -> str:
        """The text of a value, as it is written."""
        return self.text[self.at(node.span) : self.end(node.span)]

    def is_flow(self, node: Node) -> bool:
        """Whether the value stands within { } or [ ]."""
        return self.said(node)[:1] in ("{", "[")

    def is_one_line(self, span: Span) -> bool:
        """Whether it is on one line, and no block begins there."""
        said = self.text[self.at(span) : self.end(span)]
        return span.line == span.end_line and not said.startswith(("|", ">"))

    def line_start(self, index: int) -> int:
        """Where the line begins that the place is on."""
        return max(start for start in self.starts if start <= index)

    def next_line(self, index: int) -> int:
        """Where the next line begins; the end after the last."""
        return next((start for start in self.starts if start > index), len(self.text))

    @cached_property
    def line_break(self) -> str:
        """The text's own way of ending a line."""
        found = _BREAK.search(self.text)
        return found[0] if found else "\n"

    def joined(self, lines: Sequence[str]) -> str:
        """The lines with the text's own breaks between."""
        return self.line_break.join(lines)

    def swap(self, span: Span, new: str) -> str:
        """The text with something else in the span."""
        return self.text[: self.at(span)] + new + self.text[self.end(span) :]

    def after(self, index: int, lines: Sequence[str]) -> str:
        """The lines put in below the line that `index` is on."""
        end = _TO_LINE_END.match(self.text, index)
        place = end.end() if end else len(self.text)
        return self.text[:place] + self.line_break + self.joined(lines) + self.text[place:]
