"""Values → YAML as people write it here: short things on one line, sentences as blocks, quotes where needed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from ehelse_cli.load.composed import POINTS, PROSE, Value

#: The longest line written with { } or [ ]; what is longer stands one thing on each line.
_LONGEST = 110
#: Text that needs no quotes: it begins with a letter or a digit, and nothing in it begins something else.
_PLAIN = re.compile(r"[0-9A-Za-zÀ-ɏ§«](?:[^\x00-\x1f\x7f-\x9f:#\u2028\u2029\ufeff]|:(?=[^\s])|(?<=\S)#)*")
_FLOW_SIGNS = re.compile(r"[,\[\]{}?:'\"]")


def scalar(text: str, *, flow: bool = False) -> str:
    """One value on one line: as it stands where that is safe, else between quotes, which hold anything."""
    safe = _PLAIN.fullmatch(text) and not text.endswith((" ", ":")) and not (flow and _FLOW_SIGNS.search(text))
    return text if safe else json.dumps(text, ensure_ascii=False)


def flow(value: Value) -> str:
    """The value on one line, with { } and [ ] around what is more than one thing."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value, flow=True)


def holds_prose(value: Value) -> bool:
    """Whether there are sentences in it, which may never stand within { } or [ ]."""
    if isinstance(value, dict):
        return any(key in PROSE or _is_points(key, inner) or holds_prose(inner) for key, inner in value.items())
    if isinstance(value, list):
        return any(map(holds_prose, value))
    return "\n" in value


def entry(key: str, value: Value, indent: int) -> list[str]:
    """`key: value` as lines, the first without its indent."""
    if isinstance(value, str):
        return _block(key, value, indent) if key in PROSE or "\n" in value else [f"{key}: {scalar(value)}"]
    one_line = f"{key}: {flow(value)}"
    if not value or not (_is_rows(key, value) or holds_prose({key: value}) or indent + len(one_line) > _LONGEST):
        return [one_line]
    step = " " * (indent + 2)
    if isinstance(value, dict):
        return [
            f"{key}:",
            *(step + line if nr == 0 else line for part in _parts(value, indent + 2) for nr, line in part),
        ]
    return [f"{key}:", *(line for one in value for line in item(one, indent + 2))]


#: Lists whose items people look up by the line, however short they are.
_ROWS = frozenset({"saksliste", "medlemmer", "stedfortredere", "hendelser", "oppfoelging", "videre_saksprosess"})


def _is_rows(key: str, value: Value) -> bool:
    return key in _ROWS and isinstance(value, list) and isinstance(value[0], dict)


def _is_points(key: str, value: Value) -> bool:
    return key in POINTS and isinstance(value, list)


def _parts(value: dict[str, Value], indent: int) -> Iterator[Iterator[tuple[int, str]]]:
    for key, inner in value.items():
        yield enumerate(entry(key, inner, indent))


def item(value: Value, indent: int) -> list[str]:
    """An item of a block list as lines, indented, with its dash."""
    dash = " " * indent + "- "
    if isinstance(value, str):
        return [f"{dash}{scalar(value)}"]
    if value and isinstance(value, dict) and (holds_prose(value) or indent + 2 + len(flow(value)) > _LONGEST):
        lines = list(mapping(value, indent + 2))
        return [dash + lines[0].lstrip(" "), *lines[1:]]
    if isinstance(value, dict) and len(value) == 1:
        return [f"{dash}{line}" for key, inner in value.items() for line in entry(key, inner, indent + 2)]
    return [dash + flow(value)]


def mapping(value: dict[str, Value], indent: int) -> Iterator[str]:
    """Each key on its own line or lines, all indented."""
    for part in _parts(value, indent):
        for nr, line in part:
            yield " " * indent + line if nr == 0 else line


def _block(key: str, text: str, indent: int) -> list[str]:
    """`key: |` and the text below, as it was broken into lines."""
    return [f"{key}: |", *(" " * (indent + 2) + line if line else "" for line in text.rstrip().split("\n"))]
