"""What is read without the parser is read as the parser reads it, and what is not plain is left to it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import example as such_as
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.cli import plain_line, unchanged
from ehelse_cli.cli.app import main
from ehelse_cli.cli.program import program as of_typer
from ehelse_cli.cli.shared import SHARED
from ehelse_cli.cli.unchanged import Order
from tests.cli.running import ehelse, program

#: Those that a plain line does not have: they need the parser, or what it brings.
_LEFT_OUT = {"--farge", "--help", "--revisjon"}


def _options() -> dict[str, bool]:
    """Every option of the command by its long name, and whether it stands alone."""
    root = of_typer()
    command = root.commands["publiser"]
    params = [*command.params, *(param for param in root.params if param.name in SHARED)]
    return {next(name for name in param.opts if name.startswith("--")): bool(param.is_flag) for param in params}


def test_every_option_is_known_or_left_out() -> None:
    options = _options()
    assert {name for name, alone in options.items() if alone} - _LEFT_OUT == plain_line.FLAGS
    assert {name for name, alone in options.items() if not alone} - _LEFT_OUT == plain_line.VALUES


def _by_parser(words: Sequence[str], monkeypatch: pytest.MonkeyPatch) -> Order:
    """The order that the parser makes of the line."""
    orders: list[Order] = []

    def noted(order: Order) -> bool:
        orders.append(order)
        return True

    with monkeypatch.context() as patch:
        patch.setattr(plain_line, "read", lambda _: None)
        patch.setattr(unchanged, "is_left_alone", noted)
        assert main(["publiser", *words]) == 0
    return orders[0]


_values: dict[str, st.SearchStrategy[str]] = {
    "--format": st.sampled_from(["html", "md"]),
    "--per": st.dates().map(str),
    "--rot": st.sampled_from([".", "en mappe", "/x", "æ\u0301"]),
    "--tema": st.sampled_from(["stil.css", "a=b"]),
    "--ut": st.sampled_from(["nettsted", "../ut", "C:\\ut"]),
}


@st.composite
def _lines(draw: st.DrawFn) -> list[str]:
    """Words of the kind that a line is made of, whole and in any order."""
    names = draw(st.lists(st.sampled_from(sorted(plain_line.FLAGS | plain_line.VALUES)), max_size=8))
    return [word for name in names for word in ([name] if name in plain_line.FLAGS else [name, draw(_values[name])])]


@given(_lines())
@such_as(["--ut", "a", "--rot", ".", "--per", "2026-12-01", "--stille", "--uten-soek", "--format", "md"])
def test_a_plain_line_is_read_as_the_parser_reads_it(words: list[str]) -> None:
    order = plain_line.read(words)
    if order is not None:
        with pytest.MonkeyPatch.context() as patch:
            assert _by_parser(words, patch) == order


@pytest.mark.parametrize(
    "line",
    [
        "",
        "--ut",
        "--ut -",
        "--ut --uten-soek",
        "--ut=nettsted",
        "--ut a --ut b",
        "--ut a b",
        "--ut a --uten",
        "--ut a --format xml",
        "--ut a --format md --tema stil.css",
        "--ut a --revisjon HEAD",
        "--ut a --farge aldri",
        "--ut a --help",
        "--uten-soek",
    ],
)
def test_what_is_not_plain_is_left_to_the_parser(line: str) -> None:
    assert plain_line.read(line.split()) is None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("--ut a --rot finnes/ikke", "feil: fant ingen datamappe i "),
        ("--ut data/a", "feil: «data/a» ligger i datamappen"),
        ("--ut a --tema borte.css", "feil: kan ikke lese temaet «borte.css»"),
    ],
)
def test_what_is_in_the_way_is_told_alike(line: str, said: str, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = ehelse("publiser", *line.split())
    monkeypatch.setattr(plain_line, "read", lambda _: None)
    assert ehelse("publiser", *line.split()) == told
    assert (told.code, told.out, told.err.startswith(said)) == (2, "", True)


@pytest.mark.parametrize("line", ["--uten-soek", "--uten-soek --stille"])
def test_no_site_needs_the_parser(line: str, example: Path) -> None:
    words = ["publiser", "--rot", str(example), "--ut", "nettsted", "--uten-papirer", *line.split()]
    surroundings = {"XDG_CACHE_HOME": str(example / "cache")}
    code = f"import sys; from ehelse_cli.cli.app import main; print(main({words}), 'typer' in sys.modules)"
    made, left = (program(cwd=example.parent, env=surroundings, code=code) for _ in range(2))
    assert (made.stdout.split(), left.stdout.split()) == ([b"0", b"False"], [b"0", b"False"])
    assert (b"ingenting er endret" in left.stderr) != ("--stille" in line)
