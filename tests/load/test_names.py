from __future__ import annotations

from collections.abc import Sequence

import pytest

from ehelse_cli.load.names import name_problems
from ehelse_cli.load.tree import Entry


def _problems(*paths: str) -> list[tuple[str, str]]:
    return [(problem.path, problem.message) for problem in name_problems(Entry(path, 0, "file") for path in paths)]


@pytest.mark.parametrize(
    "path",
    [
        "datasett.yaml",
        "saker/nehr/2026-09/tall.xlsx",
        "saker/nehr/2026-09/råd og vink.pdf",
        "console.md",
        "com10.md",
        "auxiliary/prn-liste.md",
        ".skjult",
    ],
)
def test_ordinary_names_are_no_problem(path: str) -> None:
    assert _problems(path) == []


@pytest.mark.parametrize(
    ("path", "where", "words"),
    [
        ("con.md", "con.md", "forbeholdt"),
        ("saker/NUL", "saker/NUL", "forbeholdt"),
        ("lpt1.tar.gz", "lpt1.tar.gz", "forbeholdt"),
        ("aux/fil.md", "aux", "forbeholdt"),
        ("a:b.md", "a:b.md", "Windows"),
        ("hva?/fil.md", "hva?", "Windows"),
        ("fil.md.", "fil.md.", "Windows"),
        ("fil ", "fil ", "Windows"),
        ("a\\b.md", "a\\b.md", "Windows"),
        ("a\nb.md", "a\nb.md", "Windows"),
        ("ra\u030ad.md", "ra\u030ad.md", "NFD"),
    ],
)
def test_names_that_do_not_travel_are_told(path: str, where: str, words: str) -> None:
    (problem,) = _problems(path)
    assert problem[0] == where
    assert words in problem[1]


@pytest.mark.parametrize(
    ("paths", "second"),
    [
        (("saker/A.md", "saker/a.md"), "saker/a.md"),
        (("Nehr/1.md", "nehr/2.md"), "nehr"),
        (("STRASSE.md", "straße.md"), "straße.md"),
    ],
)
def test_names_that_are_one_file_elsewhere_are_told_at_the_second(paths: Sequence[str], second: str) -> None:
    (problem,) = _problems(*paths)
    assert problem[0] == second
    assert "det samme som" in problem[1]


def test_the_two_ways_to_write_aa_clash() -> None:
    messages = [message for _, message in _problems("råd.md", "ra\u030ad.md")]
    assert len(messages) == 2
    assert "NFD" in messages[0]
    assert "det samme som «råd.md»" in messages[1]
