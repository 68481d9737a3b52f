from __future__ import annotations

import subprocess
import sys
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.load.problem import KINDS, Problem
from ehelse_cli.load.text import decode
from ehelse_cli.load.yaml_text import MAX_DEPTH, MAX_ITEMS, MAX_PROBLEMS, Composed, Value, compose


def _places(text: str) -> list[tuple[str, int, int]]:
    return [(problem.kind, problem.span.line, problem.span.column) for problem in compose(text).problems]


# ── values ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("# bare en kommentar\n", None),
        ("---\n", None),
        ("--- \n...\n", None),
        ("a: b", {"a": "b"}),
        ("---\na: b\n...\n", {"a": "b"}),
        ("a:\n", {"a": ""}),
        ("a: ''\n", {"a": ""}),
        (
            "a: no\nb: 12_25\nc: 014\nd: 2025-13-40\ne: ~\nf: null\ng: 12:30\nh: 0x1F\ni: 1e3\nj: .inf\nk: true\n",
            {
                "a": "no",
                "b": "12_25",
                "c": "014",
                "d": "2025-13-40",
                "e": "~",
                "f": "null",
                "g": "12:30",
                "h": "0x1F",
                "i": "1e3",
                "j": ".inf",
                "k": "true",
            },
        ),
        ("a: [b, [c], {d: e}]\n", {"a": ["b", ["c"], {"d": "e"}]}),
        ("a: []\nb: {}\n", {"a": [], "b": {}}),
        ("a:\n- b\n- - c\n  - d\n-\n", {"a": ["b", ["c", "d"], ""]}),
        ("- a\n- b\n", ["a", "b"]),
        ("bare tekst\n", "bare tekst"),
        ("a: |\n  en\n   to\n\n  tre\n\nb: c\n", {"a": "en\n to\n\ntre\n", "b": "c"}),
        ("a: >-\n  en\n  to\n", {"a": "en to"}),
        ("a: en\n  to\n\n  tre\n", {"a": "en to\ntre"}),
        ("a: 'det er ''her'''\n", {"a": "det er 'her'"}),
        ('a: "\\u00e5\\t\\n"\n', {"a": "å\t\n"}),
        ('a: "a\\u030a"\n', {"a": "å"}),
        ('"a\\u030a": b\n', {"å": "b"}),
        ("a: b  # kommentar\n# mer\nc: d\n", {"a": "b", "c": "d"}),
        ("a: [b] # etter en parentes\nc: 'd' # og hermetegn\n", {"a": ["b"], "c": "d"}),
        ("a: | # etter streken\n  b # hører med\n", {"a": "b # hører med\n"}),
        ("a: C#\nb: nr.#1\n", {"a": "C#", "b": "nr.#1"}),
        ("a: {merknad: kort, b: c}\n", {"a": {"merknad": "kort", "b": "c"}}),
        ("a: {b: , c: d}\n", {"a": {"b": "", "c": "d"}}),
        ("tekst: en, to?\nbegrunnelse: tre\n", {"tekst": "en, to?", "begrunnelse": "tre"}),
        ("a: {b: c, begrunnelse: ja}\n", {"a": {"b": "c", "begrunnelse": "ja"}}),
        ("a: {begrunnelse: nei, b: c}\n", {"a": {"begrunnelse": "nei", "b": "c"}}),
        ("vedtak:\n  - en, to\n  - {sak: 1/24}\n", {"vedtak": ["en, to", {"sak": "1/24"}]}),
        ("ord: {vedtak: Råd, stedfortreder: vara}\n", {"ord": {"vedtak": "Råd", "stedfortreder": "vara"}}),
        ("'<<': b\n'': c\n", {"<<": "b", "": "c"}),
        ("a: b\r\nc: 'd\r\n  e'\r\n", {"a": "b", "c": "d e"}),
        ("a: b\rc: d\r", {"a": "b", "c": "d"}),
        ("a: b & c * d ! e % f @ g\n", {"a": "b & c * d ! e % f @ g"}),
        ("2024: a\n", {"2024": "a"}),
        ("a: 😀  # smil\n", {"a": "😀"}),
    ],
)
def test_every_scalar_is_the_text_that_was_written(text: str, value: Value | None) -> None:
    composed = compose(text)
    assert composed.problems == ()
    assert composed.value == value


_plain = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="\ufeff"))
_word = st.text("abcæøå012-_./", min_size=1, max_size=8).filter(lambda text: text.strip("-.") == text)
_data = st.recursive(
    _plain, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_plain, inner, max_size=4), max_leaves=20
)


def _emit(data: Any, *, flow: bool, indent: str = "") -> str:
    """Double-quoted scalars, block or flow: a writer too simple to be wrong."""
    if isinstance(data, str):
        return '"' + data.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if flow or not data:
        return _emit_flow(data)
    if isinstance(data, list):
        return "".join(f"\n{indent}-{_after(item, indent)}" for item in data)
    return "".join(f"\n{indent}{_emit(key, flow=False)}:{_after(item, indent)}" for key, item in data.items())


def _after(item: Any, indent: str) -> str:
    return (
        " " + _emit(item, flow=True)
        if isinstance(item, str) or not item
        else _emit(item, flow=False, indent=indent + "  ")
    )


def _emit_flow(data: Any) -> str:
    if isinstance(data, str):
        return _emit(data, flow=True)
    if isinstance(data, list):
        return "[" + ", ".join(map(_emit_flow, data)) + "]"
    return "{" + ", ".join(f"{_emit_flow(key)}: {_emit_flow(item)}" for key, item in data.items()) + "}"


def _normal(data: Any) -> Any:
    if isinstance(data, str):
        return unicodedata.normalize("NFC", data)
    if isinstance(data, list):
        return [_normal(item) for item in data]
    return {_normal(key): _normal(item) for key, item in data.items()}


@given(st.dictionaries(_word, _data, min_size=1, max_size=4), st.booleans())
def test_what_is_written_comes_back(data: dict[str, Any], flow: bool) -> None:
    composed = compose(unicodedata.normalize("NFC", _emit(data, flow=flow)))
    if not composed.problems:
        assert composed.value == _normal(data)
    else:  # keys that became one, or prose in { }: the format's own rules, tested below
        assert {problem.kind for problem in composed.problems} <= {"dobbel-noekkel", "oppdelt-prosa"}


# ── refusals ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: &x b\n", [("alias", 1, 4)]),
        ("a: *x\n", [("alias", 1, 4)]),
        ("*x : b\n", [("alias", 1, 1)]),
        ("a: * se vedlegg\n", [("alias", 1, 4)]),
        ("a: **viktig**\n", [("alias", 1, 4)]),
        ("a: & co\n", [("alias", 1, 4)]),
        ("&x a: b\n", [("alias", 1, 1)]),
        ("a: &x [b]\n", [("alias", 1, 4)]),
        ("a: &x\n  b: c\n", [("alias", 1, 4)]),
        ("a: !viktig b\n", [("tagg", 1, 4)]),
        ("a: !!str b\n", [("tagg", 1, 4)]),
        ("a: ! b\n", [("tagg", 1, 4)]),
        ("a: !<x\n", [("tagg", 1, 4)]),
        ("!x a: b\n", [("tagg", 1, 1)]),
        ("a: !!python/object:os.system [b]\n", [("tagg", 1, 4)]),
        ("%YAML 1.2\n---\na: b\n", [("direktiv", 1, 1)]),
        ("%TAG ! x\n---\na: b\n", [("direktiv", 1, 1)]),
        ("%\n", [("direktiv", 1, 1)]),
        ("a: b\n---\nc: d\n", [("flere-dokumenter", 2, 1)]),
        ("a: b\n--- \n", [("flere-dokumenter", 2, 1)]),
        ("a:\n  <<: {b: c}\n", [("sammenslaaing", 2, 3)]),
        ("<<: b\n", [("sammenslaaing", 1, 1)]),
        ("[a]: b\n", [("noekkel", 1, 1)]),
        ("{a: b}: c\n", [("noekkel", 1, 1)]),
        ("? - a\n: b\n", [("noekkel", 1, 3)]),
        ("? \n: b\n", [("noekkel", 1, 2)]),
        ('a: "\\0"\n', [("ukjent-tegn", 1, 4)]),
        ('a: "\\e[31m"\n', [("ukjent-tegn", 1, 4)]),
        ('a: "\\N"\n', [("ukjent-tegn", 1, 4)]),
        ('a: "\\L"\n', [("ukjent-tegn", 1, 4)]),
        ("# c\u2028a: b\n", [("ukjent-tegn", 1, 4)]),
        ("a: b\n# \x85c: d\n", [("ukjent-tegn", 2, 3)]),
        ("a: b\n\ufeffc: d\n", [("ukjent-tegn", 2, 1)]),
        ("a: \ud800\n", [("ukjent-tegn", 1, 4)]),
        ("a: \x00\n", [("ukjent-tegn", 1, 4)]),
        ("a: \uffff\n", [("ukjent-tegn", 1, 4)]),
        ("a: b\n<<<<<<< HEAD\n", [("flettekonflikt", 2, 1)]),
        ("a: |\n  b\n>>>>>>> gren\n", [("flettekonflikt", 3, 1)]),
    ],
)
def test_yaml_that_the_format_has_no_use_for_is_refused_where_it_stands(
    text: str,
    places: list[tuple[str, int, int]],
) -> None:
    assert _places(text) == places
    assert compose(text).value is None


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: b\na: c\n", [("dobbel-noekkel", 2, 1)]),
        ("a: b\na: c\na: d\n", [("dobbel-noekkel", 2, 1), ("dobbel-noekkel", 3, 1)]),
        ("a: {b: c, b: d}\n", [("dobbel-noekkel", 1, 11)]),
        ('å: b\n"a\\u030a": c\n', [("dobbel-noekkel", 2, 1)]),
        ("a: b\n'a': c\n", [("dobbel-noekkel", 2, 1)]),
        ("a: Støtter forslaget #2\n", [("kuttet-prosa", 1, 22)]),
        ("a: b\t# c\n", [("kuttet-prosa", 1, 6)]),
        ("- Rådet støtter # og mer\n", [("kuttet-prosa", 1, 17)]),
        ("a: #metoo\n", [("kuttet-prosa", 1, 4)]),
        ("a: en\n  to # tre\n  fire\n", [("kuttet-prosa", 2, 6)]),
        ("a: b # c\nd: e # f\n", [("kuttet-prosa", 1, 6), ("kuttet-prosa", 2, 6)]),
        ("a: [b # c\n ]\n", [("kuttet-prosa", 1, 7)]),
        ("a: {tekst: Kari, og Ola}\n", [("oppdelt-prosa", 1, 5)]),
        ("a: {b: Kari, og Ola}\n", [("oppdelt-prosa", 1, 14)]),
        ("a: {b: Kari, og Ola, c: d}\n", [("oppdelt-prosa", 1, 14)]),
        ("a: {b: Kari, 'og Ola'}\n", [("oppdelt-prosa", 1, 14)]),
        ("a:\n  - {slag: dissens, begrunnelse: x}\n", [("oppdelt-prosa", 2, 21)]),
        ("a: {begrunnelse: ja, men kort}\n", [("oppdelt-prosa", 1, 22)]),
        ("a: {begrunnelse: [ja]}\n", [("oppdelt-prosa", 1, 5)]),
        ("a: {tekst: ja}\n", [("oppdelt-prosa", 1, 5)]),
        ("a: [{forutsetning: x}]\n", [("oppdelt-prosa", 1, 6)]),
        ("a: {b: {c: d, e}, f, tekst: g}\nh: {i}\n", [("oppdelt-prosa", 1, 15), ("oppdelt-prosa", 2, 5)]),
        ("vedtak: [Rådet støtter A, og ber om B]\n", [("oppdelt-prosa", 1, 1)]),
        ("vedtak: [x, {tekst: y}]\nb: {c}\n", [("oppdelt-prosa", 1, 1), ("oppdelt-prosa", 2, 5)]),
        ("a: {vedtak: [x]}\n", [("oppdelt-prosa", 1, 5)]),
        ("forslag_til_vedtak: [x]\nspoersmaal: [y]\n", [("oppdelt-prosa", 1, 1), ("oppdelt-prosa", 2, 1)]),
    ],
)
def test_mistakes_that_leave_the_rest_readable_are_all_told(text: str, places: list[tuple[str, int, int]]) -> None:
    assert _places(text) == places


def test_of_two_equal_keys_the_first_counts_and_the_second_names_its_line() -> None:
    composed = compose("a: b\nc: d\na: e\n", first_line=11)
    assert composed.value == {"a": "b", "c": "d"}
    assert [(problem.message, problem.span.line) for problem in composed.problems] == [
        ("nøkkelen «a» står også på linje 11", 13)
    ]
    assert composed.spans.find(["a"]).line == 11


def test_one_mistake_is_told_once() -> None:
    assert _places("a: foo # bar\n  baz\nb: c") == [("kuttet-prosa", 1, 8)]
    assert _places("a: {tekst: Hvem? Jo}") == [("oppdelt-prosa", 1, 5)]
    assert [kind for kind, _, _ in _places("a: b # c\n\n\nd: @e\n")] == ["kuttet-prosa", "syntaks"]


@pytest.mark.parametrize("level", ["[", "{a: ", "- "])
def test_depth_is_bounded(level: str) -> None:
    (problem,) = compose(level * (MAX_DEPTH + 1)).problems
    assert problem.kind == "dybde"


def test_a_hundred_levels_are_allowed() -> None:
    assert compose("[" * MAX_DEPTH + "]" * MAX_DEPTH).problems == ()


def test_a_file_with_too_many_mistakes_is_given_up() -> None:
    assert len(compose("a: b\n" * 1000).problems) == MAX_PROBLEMS


# ── hostile ──────────────────────────────────────────────────────────────────────────────────────────────────────────

_PIECES = (
    "a",
    ": ",
    ":",
    "- ",
    "-",
    "? ",
    "? a",
    "[",
    "]",
    "{",
    "}",
    ",",
    ", ",
    "#",
    " #",
    "'",
    '"',
    "''",
    '"\\',
    "|",
    ">",
    "|-\n",
    ">+2\n",
    "|0",
    "&",
    "&a ",
    "*",
    "*a",
    "!",
    "!!",
    "!<",
    "%",
    "@",
    "`",
    "<<",
    "<<: ",
    "---",
    "--- ",
    "...",
    "\n",
    "\n\n",
    "\r",
    "\r\n",
    "\n ",
    "\n  ",
    "\t",
    "\n\t",
    " ",
    "\\",
    "\\u",
    "~",
    "=",
    "å",
    "a\u030a",
    "\u2028",
    "\x85",
    "\ufeff",
    "😀",
    "\ud800",
    "\x00",
    "\x7f",
    "\uffff",
    "%YAML 1.1\n",
    "%TAG ! !\n",
    "<<<<<<<",
    ">>>>>>> ",
    "0",
    "tekst",
    "vedtak",
)
#: Every piece alone, as a value, as a key, first in { } and in [ ], after a value, within quotes.
_SETTINGS = (
    "{}",
    "a: {}",
    "{}: a",
    "a: {{{}",
    "a: [{}, b]",
    "a: b {}",
    "a: '{}'",
    'a: "{}"',
    "a: |\n  {}",
    "a:\n  - b\n {}",
)


def _all_places(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(data, dict):
        return [path, *(place for key, item in data.items() for place in _all_places(item, (*path, key)))]
    if isinstance(data, list):
        return [path, *(place for number, item in enumerate(data) for place in _all_places(item, (*path, number)))]
    return [path]


def _check_sound(text: str, composed: Composed) -> None:
    """Places lie within the text, in order; kinds are known; what is unreadable says why."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    spans = [problem.span for problem in composed.problems]
    for path in _all_places(composed.value):
        spans += [composed.spans.find(path), composed.spans.find(path, key=True)]
    for span in spans:
        assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column)
        assert span.end_line <= len(lines)
        assert span.column <= len(lines[span.line - 1]) + 1
        assert span.end_column <= len(lines[span.end_line - 1]) + 1
    assert {problem.kind for problem in composed.problems} <= set(KINDS)
    assert all(problem.message and "{}" not in problem.message for problem in composed.problems)


@pytest.mark.parametrize("setting", _SETTINGS)
@pytest.mark.parametrize("piece", _PIECES)
def test_any_piece_anywhere_is_a_value_or_a_problem(piece: str, setting: str) -> None:
    text = setting.format(piece)
    _check_sound(text, compose(text))
    _check_sound(text + "\n", compose(text + "\n"))


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
def test_any_mixture_is_a_value_or_a_problem(text: str) -> None:
    _check_sound(text, compose(text))


@given(st.text())
def test_any_text_is_a_value_or_a_problem(text: str) -> None:
    _check_sound(text, compose(text))


@given(st.binary())
def test_any_bytes_are_a_value_or_a_problem(raw: bytes) -> None:
    text = decode(raw)
    if not isinstance(text, Problem):
        _check_sound(text, compose(text))


_FLOODS = (
    "'[' * 100_000",
    "'{a: ' * 100_000",
    "'- ' * 100_000",
    "'? ' * 100_000",
    "'a:\\n' * 1_000_000",
    "'&' * 1_000_000",
    "'a: [' + '?,' * 100_000",
    "'a: \"' + '\\\\n' * 1_000_000",
    "'{' * 5_000_000",
    "'!' * 1_000_000",
    "': ' * 1_000_000",
    "''.join(' ' * n + 'a:\\n' for n in range(1500))",
    "'a: *a\\n' * 100_000",
    "'\\t' * 1_000_000",
    "'<<: [' * 100_000",
)


@pytest.mark.parametrize("flood", _FLOODS)
def test_a_flood_is_refused_at_once_and_brings_nothing_down(flood: str) -> None:
    code = f"from ehelse_cli.load.yaml_text import compose; print(len(compose({flood}).problems) > 0)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=20, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (0, "True\n", "")


def test_a_megabyte_of_yaml_is_not_taken_apart() -> None:
    (problem,) = compose("- a\n" * 300_000).problems
    assert (problem.kind, problem.span.line) == ("for-stor", 1)


def test_a_list_longer_than_anybody_writes_is_refused_where_it_is() -> None:
    assert compose("a:\n" + "  - b\n" * MAX_ITEMS).problems == ()
    (problem,) = compose("a:\n" + "  - b\n" * (MAX_ITEMS + 9)).problems
    assert (problem.kind, problem.span.line) == ("for-stor", MAX_ITEMS + 2)


@pytest.mark.parametrize("text", ['a: "{}"', '"{}": a'])
@pytest.mark.parametrize("escaped", [r"\e[31m", r"\u2028", r"\u0301\u0327" * 50_000], ids=["esc", "break", "pile"])
def test_neither_key_nor_value_may_escape_what_the_file_may_not_hold(text: str, escaped: str) -> None:
    assert [problem.kind for problem in compose(text.format(escaped)).problems] == ["ukjent-tegn"]


def test_a_file_of_fifty_megabytes_is_not_parsed() -> None:
    problem = decode(b"a: b\n" * 10_000_000)
    assert isinstance(problem, Problem)
    assert problem.kind == "for-stor"
