"""Reads each form back as whoever receives it would: which rule, in which file, on which line and column."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import unquote

import pyromark
from junitparser import JUnitXml, TestSuite

from tests.report.runner import obeyed

#: A rule's code, the file, the line and the column.
Seen = tuple[str, str, int, int]


def seen(form: str, printed: str) -> list[Seen]:
    """The findings in what was printed, in order."""
    return [(code, path, int(line), int(column)) for code, path, line, column in PARSERS[form](printed)]


def _text(printed: str) -> Iterator[tuple[Any, ...]]:
    """A headline, and the first place below it."""
    code = ""
    for line in printed.split("\n"):
        if headline := re.match(r"\w+\[([A-Z]{3}\d{3}) ", line):
            code = headline[1]
        elif code and (place := re.fullmatch(r" +┌─ (.*):(\d+):(\d+)", line)):
            yield (code, *place.groups())
            code = ""


def _short(printed: str) -> Iterator[tuple[Any, ...]]:
    for match in re.finditer(r"^(.*?):(\d+):(\d+): \w+ ([A-Z]{3}\d{3}) ", printed, re.MULTILINE):
        yield match[4], match[1], match[2], match[3]


def _json(printed: str) -> Iterator[tuple[Any, ...]]:
    for one in json.loads(printed)["funn"]:
        yield one["kode"], one["fil"], one["linje"], one["kolonne"]


def _github(printed: str) -> Iterator[tuple[Any, ...]]:
    for command in obeyed(printed):
        given = command.properties
        yield given["title"].split()[0], given["file"], given["line"], given["col"]


def _gitlab(printed: str) -> Iterator[tuple[Any, ...]]:
    for one in json.loads(printed):
        begin = one["location"]["positions"]["begin"]
        yield one["check_name"], one["location"]["path"], begin["line"], begin["column"]


def _sarif(printed: str) -> Iterator[tuple[Any, ...]]:
    for one in json.loads(printed)["runs"][0]["results"]:
        place = one["locations"][0]["physicalLocation"]
        path = unquote(place["artifactLocation"]["uri"], errors="surrogatepass")
        yield one["ruleId"], path, place["region"]["startLine"], place["region"]["startColumn"]


def _junit(printed: str) -> Iterator[tuple[Any, ...]]:
    for suite in JUnitXml.fromstring(printed.encode()):
        assert isinstance(suite, TestSuite)
        for case in suite:
            path = case._elem.get("file")
            if path is not None:
                line, column = str(case.name).removeprefix(f"{path}:").split(":")
                assert case._elem.get("line") == line
                yield str(case.classname).split()[0], path, line, column


def _markdown(printed: str) -> Iterator[tuple[Any, ...]]:
    """A heading of the third level is a file; an item that begins in bold is a finding in it."""
    path = ""
    for item in re.split(r"^(?=### |- \*\*)", printed, flags=re.MULTILINE):
        words = _words(item)
        if item.startswith("### "):
            path = words.split("\n")[0]
        elif match := re.match(r"\w+ ([A-Z]{3}\d{3}) \S+ \((\d+):(\d+)\): ", words):
            yield match[1], path, match[2], match[3]


def _words(markdown: str) -> str:
    """What a reader sees, a line for each block."""
    events = pyromark.events(markdown)
    words = (
        event["Text"] if "Text" in event else "\n" if "End" in event and "Strong" not in str(event) else ""
        for event in events
        if isinstance(event, dict)
    )
    return "".join(words).replace("@\u2060", "@")


PARSERS: Mapping[str, Callable[[str], Iterator[tuple[Any, ...]]]] = {
    "tekst": _text,
    "kort": _short,
    "json": _json,
    "github": _github,
    "gitlab": _gitlab,
    "sarif": _sarif,
    "junit": _junit,
    "markdown": _markdown,
}
