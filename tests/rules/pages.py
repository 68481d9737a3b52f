"""A rule's page is its test: the code blocks build a tiny data tree, the markers in them say what must be found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from ehelse_cli.cli.all_rules import ALL_RULES
from ehelse_cli.load.dataset import Loaded, load
from ehelse_cli.load.tree import Entry
from ehelse_cli.rules.engine import Outcome, Rule, judge
from tests.trees import MemoryTree, Remembered

FOLDER = Path(__file__).parents[2] / "docs/regler"
HEADINGS = ("Hva", "Hvorfor og hjemmel", "Slik ser feilen ut", "Slik er det riktig", "Unntak")
WRONG, RIGHT = HEADINGS[2], HEADINGS[3]

#: Judges the examples that name no day of their own.
DAG = date(2026, 11, 23)

_FENCE = re.compile(
    r"^```(?P<language>\w+) (?P<path>[^\s`]+)(?P<facts>[^\n`]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
_MARKER = re.compile(r"(?:  # forvent:|<!-- forvent:|^# forvent:) (?P<codes>[A-Z]{3}\d{3}(?:, [A-Z]{3}\d{3})*)")
_HEADING = re.compile(rf"^## ({'|'.join(HEADINGS)})\n", re.MULTILINE)
_TITLE = re.compile(r"# (?P<code>[A-Z]{3}\d{3}) (?P<name>\S+)")

#: (code, path, line): what is compared, one for each finding.
Spot = tuple[str, str, int]


@dataclass(frozen=True)
class File:
    """One code block: a file of the tree, and what must be found in it.

    Its info string may say what a comment can not: `forvent=LES106@3`, `koding=latin-1`, `bytes=11000000` (its size).
    One that says `landet=2024-01-12` is no file of the tree, but how the file of that path stood in git from that day.
    """

    path: str
    text: str
    facts: Mapping[str, str] = field(default_factory=dict)
    earlier: tuple[tuple[date, str], ...] = ()

    @property
    def raw(self) -> bytes:
        return self.text.encode(self.facts.get("koding", "utf-8"))

    @property
    def size(self) -> int:
        return int(self.facts.get("bytes", len(self.raw)))

    @property
    def expected(self) -> Iterator[Spot]:
        if "forvent" in self.facts:
            code, _, line = self.facts["forvent"].partition("@")
            yield code, f"data/{self.path}", int(line)
        for number, line in enumerate(self.text.splitlines(), start=1):
            for marker in _MARKER.finditer(line):
                for code in marker["codes"].split(", "):
                    yield code, f"data/{self.path}", number


class PageTree(MemoryTree):
    """The files of a page; one may claim to be larger than it is, or to have been otherwise."""

    def __init__(self, files: Mapping[str, File]) -> None:
        super().__init__({path: file.raw for path, file in files.items()})
        self._sizes = {path: file.size for path, file in files.items()}
        self._earlier = [(path, *then) for path, file in files.items() for then in file.earlier]

    def versions(self) -> Remembered | None:
        return Remembered(self._earlier) if self._earlier else None

    def files(self) -> Iterable[Entry]:
        return [replace(entry, size=self._sizes[entry.path]) for entry in super().files()]


@dataclass(frozen=True)
class Page:
    """One page of docs/regler, taken apart."""

    title: str
    subtitle: str
    sections: Mapping[str, str]

    @property
    def code(self) -> str:
        return self._titled["code"]

    @property
    def name(self) -> str:
        return self._titled["name"]

    @property
    def _titled(self) -> re.Match[str]:
        match = _TITLE.fullmatch(self.title)
        if match is None:
            raise ValueError(f"a page begins with «# CODE name», not «{self.title}»")
        return match

    @property
    def prose(self) -> str:
        """All but title and code blocks."""
        return "\n".join(_FENCE.sub("", text) for text in self.sections.values())

    def example(self, which: str) -> dict[str, File]:
        """The files of the example; those the wrong one leaves out are as in the right one."""
        right = _files(self.sections[RIGHT])
        return right if which == RIGHT else right | _files(self.sections[WRONG])


def pages() -> list[Page]:
    """Every page there is, by code."""
    return [parse(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.md"))]


def parse(text: str) -> Page:
    """Title, the line in italics, and each section by its heading."""
    head, *rest = _HEADING.split(text)
    title, subtitle = (line for line in head.splitlines() if line.strip())
    return Page(title, subtitle, dict(zip(rest[::2], rest[1::2], strict=True)))


def _files(section: str) -> dict[str, File]:
    files: dict[str, File] = {}
    earlier: dict[str, tuple[tuple[date, str], ...]] = {}
    for match in _FENCE.finditer(section):
        path, text = match["path"], match["text"]
        facts = dict(fact.split("=", 1) for fact in match["facts"].split())
        if "landet" in facts:
            earlier[path] = (*earlier.get(path, ()), (date.fromisoformat(facts["landet"]), text))
        else:
            files[path] = File(path, text, facts, earlier.get(path, ()))
    return files


def load_files(files: Mapping[str, File]) -> Loaded:
    return load(PageTree(files))


def run(loaded: Loaded, rules: Sequence[Rule] = ALL_RULES, dag: date | None = None) -> Outcome:
    """All the findings, judged by the tree's own day or else by `DAG`. A rule that crashes is a failed test."""
    outcome = judge(loaded.findings, loaded.dataset, dag or loaded.dataset.datasett.dag or DAG, rules)
    assert not outcome.crashes
    return outcome


def found(outcome: Outcome) -> list[Spot]:
    """Where the findings are, as markers are."""
    return sorted((finding.rule.code, finding.location.path, finding.location.line) for finding in outcome.findings)


def expected(files: Mapping[str, File]) -> list[Spot]:
    """Where the markers are."""
    return sorted(spot for file in files.values() for spot in file.expected)
