"""One file taken apart: bytes → text → head and body → plain containers of raw text. No model has seen it yet."""

from __future__ import annotations

from functools import partial

from msgspec import Struct

from ehelse_cli.load.composed import Composed, Value
from ehelse_cli.load.front_matter import FrontMatter, split
from ehelse_cli.load.kinds import Kind
from ehelse_cli.load.problem import Problem
from ehelse_cli.load.spans import Node, SpanTree
from ehelse_cli.load.tree import Entry, Tree, read_text

# The parser is loaded when a text is parsed: where a second process has done that (ahead.py), most often never.


class Document(Struct, frozen=True):
    """A file whose head could be found: its text, its two halves (a YAML file is all head), and what the head holds."""

    text: str
    parts: FrontMatter
    composed: Composed


class Unreadable(Struct, frozen=True):
    """A file with no head to look for anything in: its text, as far as it is one, and what is wrong."""

    text: str
    problem: Problem


def take_apart(tree: Tree, entry: Entry, kind: Kind) -> Document | Unreadable:
    """Read the file. The first stage that fails is the only one that speaks."""
    from ehelse_cli.load.yaml_text import compose

    text = read_text(tree, entry)
    if isinstance(text, Problem):
        return Unreadable("", text)
    parts = FrontMatter(text, 1, "", 1) if kind.shape == "yaml" else split(text)
    if isinstance(parts, Problem):
        return Unreadable(text, parts)
    return Document(text, parts, compose(parts.head, first_line=parts.head_line))


def faultless(text: str, parts: FrontMatter, value: Value) -> Document:
    """A document that was taken apart elsewhere, without mistakes."""
    return Document(text, parts, Composed(value, (), SpanTree(partial(_locate, parts.head), parts.head_line)))


def _locate(head: str) -> Node | None:
    from ehelse_cli.load.yaml_text import locate

    return locate(head)
