from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from benchmarks.publisering import framed, judge, peers
from benchmarks.run import Figure

ROOT = Path(__file__).parents[2]
PAGE = """\
<!doctype html>
<title>Kriterier – Råd</title>
<style>a { b: c }</style>
<nav class="smuler ramme"><a href="../">Forsiden</a></nav>
<main id="innhold" tabindex="-1"><h1>Kriterier</h1></main>
<a href="../data/">Data</a>
"""


def test_the_frame_is_ours_with_places_for_what_is_each_pages_own() -> None:
    made = framed(PAGE).format(title="T", root="../../", main="<h1>M</h1>")
    assert made.splitlines() == [
        "<!doctype html>",
        "<title>T</title>",
        "<style>a { b: c }</style>",
        '<main id="innhold" tabindex="-1"><h1>M</h1></main>',
        '<a href="../../data/">Data</a>',
    ]


@pytest.mark.slow
def test_the_peers_are_given_every_page_with_the_way_to_the_root(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "tree" / "data")
    number = peers(tmp_path, tmp_path / "tree")
    ours = [path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("index.html")]
    for folder, names in (("for-hugo/content", ("index.md", "_index.md")), ("for-mkdocs/docs", ("index.md",))):
        texts = [path for name in names for path in (tmp_path / folder).rglob(name)]
        assert len(texts) == len(ours) == number > 90
        for text in texts:
            depth = len(text.relative_to(tmp_path / folder).parts) - 1
            assert text.read_text(encoding="utf-8").startswith(f'---\nrot: "{"../" * depth}"\ntitle: ')
    leaves = {path.parent for path in (tmp_path / "for-hugo/content").rglob("index.md")}
    assert not any(child.is_dir() for leaf in leaves for child in leaf.iterdir())


@pytest.mark.parametrize(
    ("hugo", "mkdocs", "unchanged", "mib", "met"),
    [
        (1.0, 6.0, 0.1, 400.0, [True, True, True, True]),
        (0.9, 5.9, 0.2, 600.0, [False, False, False, False]),
    ],
)
def test_each_promise_is_held_against_what_was_measured(
    hugo: float, mkdocs: float, unchanged: float, mib: float, met: list[bool]
) -> None:
    seconds = {"ehelse, from nothing": 1.5, "ehelse, unchanged": unchanged, "hugo": hugo, "mkdocs": mkdocs}
    figures = {name: Figure(seconds=taken, mib=1, runs=5) for name, taken in seconds.items()}
    assert [target.met for target in judge(figures, mib)] == met
    assert len(list(judge(figures, None))) == 3
