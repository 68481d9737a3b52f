"""An exception above each line that breaks a rule: the reason stands in the file, where the breach is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ehelse_cli.core.finding import Finding
from ehelse_cli.load.edit.edits import Desk
from ehelse_cli.load.text import find_breaks, split_lines

_DATA = "data/"
_INDENT = re.compile(r"[ ]*")


def excused(desk: Desk, findings: Iterable[Finding], reason: str) -> Desk:
    """The desk with a comment above each finding's line, one for each rule there; from the last line up."""
    wanted = {(one.location.path.removeprefix(_DATA), one.location.line, one.rule.code) for one in findings}
    for path, line, code in sorted(wanted, key=lambda one: (one[0], -one[1], one[2])):
        text = desk.text(path)
        desk = desk.rewrite(path, _with_comment(text, line, f"# ehelse: unntak {code} -- {_one_line(reason)}").encode())
    return desk


def _with_comment(text: str, line: int, comment: str) -> str:
    lines, breaks = split_lines(text), find_breaks(text)
    indent = _INDENT.match(lines[line - 1])
    lines.insert(line - 1, f"{indent[0] if indent else ''}{comment}")
    breaks.insert(line - 1, breaks[0] if breaks else "\n")
    return "".join(part + end for part, end in zip(lines, [*breaks, ""], strict=True))


def _one_line(reason: str) -> str:
    return " ".join(reason.split())
