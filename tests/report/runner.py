"""What the runner of a CI system would obey in a log, after the rules of GitHub's own (and Azure's brackets)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_UNESCAPED = (("%0D", "\r"), ("%0A", "\n"))
_UNESCAPED_BEFORE = (*_UNESCAPED, ("%3A", ":"), ("%2C", ","))


@dataclass(frozen=True)
class Command:
    """A command with its properties and its text."""

    name: str
    properties: dict[str, str]
    text: str


def obeyed(log: str) -> list[Command]:
    """Every command in the log. Any name counts: what a runner comes to know later is not ours to guess."""
    return [command for line in re.split(r"\r\n|\r|\n", log) for command in [*_first(line), *_anywhere(line)]]


def _first(line: str) -> list[Command]:
    line = line.lstrip()
    end = line.find("::", 2)
    if not line.startswith("::") or end < 0:
        return []
    name, _, given = line[2:end].partition(" ")
    pairs = [pair.partition("=") for pair in given.split(",") if pair]
    properties = {key: _unescaped(value, _UNESCAPED_BEFORE) for key, _, value in pairs}
    return [Command(name, properties, _unescaped(line[end + 2 :], _UNESCAPED))]


def _anywhere(line: str) -> list[Command]:
    return [Command(match[1], {}, match[2]) for match in re.finditer(r"##\w*\[([^\]]*)\](.*)", line)]


def _unescaped(text: str, mappings: tuple[tuple[str, str], ...]) -> str:
    for escaped, character in mappings:
        text = text.replace(escaped, character)
    return text.replace("%25", "%")
