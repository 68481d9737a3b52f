"""Which mistakes are made, and which are not."""

from __future__ import annotations

from textwrap import dedent

import pytest

from mutation.operators import Mutant, mutants


def made(source: str) -> list[str]:
    """What the source says instead, mistake by mistake."""
    return [f"{one.before} → {one.after}" for one in mutants("a.py", source.encode())]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = a < b", ["a < b → (a <= b)"]),
        ("x = a < b != c", ["a < b != c → (a <= b != c)", "a < b != c → (a < b == c)"]),
        ("x = a is None", ["a is None → (a is not None)"]),
        ("x = a and b", ["a and b → (b)", "a and b → (a)"]),
        ("x = a or b or c", ["a or b or c → (b or c)", "a or b or c → (a or c)", "a or b or c → (a or b)"]),
        ("x = a or ''", ["a or '' → ('')", "'' → ('X')"]),
        ("x = not a", ["not a → (a)"]),
        ("x = a + b", ["a + b → (a - b)"]),
        ("x = 1", ["1 → (2)"]),
        ("x = True", ["True → (False)"]),
        ("x = 'raad'", ["'raad' → ('raadX')"]),
        ("x += y", ["x += y → x -= y"]),
        ("x = any(y)", ["any → (all)"]),
        ("x = y.lower()", ["y.lower → (y.upper)"]),
        ("x = a if b else c", ["b → (not b)"]),
        ("x = [a for a in b if c]", ["c → (not c)"]),
        ("if a:\n    b = c", ["a → (not a)"]),
        ("f(x)", ["f(x) → pass"]),
        ("raise x", ["raise x → pass"]),
        ("for a in b:\n    continue", ["continue → break"]),
        ("for a in b:\n    break", ["break → continue"]),
        ("def f(a=1):\n    return a", ["1 → (2)", "return a → return None"]),
        ("def f():\n    yield a", ["yield a → yield from ()"]),
        ("def f():\n    return False", ["False → (True)"]),
        ("x = lambda a: not a", ["not a → (a)"]),
    ],
)
def test_a_mistake_is_made(source: str, expected: list[str]) -> None:
    assert made(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        '"""Text."""',
        "import a",
        "assert a < b",
        "x: Literal['a'] | None",
        "def f(a: 'A | B') -> 'C':\n    '''Text.'''",
        "@dataclass(frozen=True)\nclass A:\n    '''Text.'''\n    b: int",
        "P = ParamSpec('P')",
        "x = cast('A', y)",
        "A = B | None",
        "x = f'{a < b}'",
        "x = 'to ord'",
        "if TYPE_CHECKING:\n    x = 1",
        "def f():\n    return None",
        "x = None",
        "__all__ = ['a']",
        "x: int = field(default=0, repr=False)",
        "x = ConfigDict(frozen=True)",
    ],
)
def test_no_mistake_is_made(source: str) -> None:
    assert made(source) == []


SOURCE = dedent(
    """\
    ÆRE = "å"

    class A:
        @property
        def b(self):
            if self.c:
                return "æ"
            def inner():
                return 1
    """
).encode()


def test_a_mistake_is_one_place_in_the_file_and_knows_who_holds_it() -> None:
    found = {str(one): one for one in mutants("a.py", SOURCE)}
    assert [(one.lines, one.function, one.first) for one in found.values()] == [
        ((1, 1), "", 0),
        ((6, 6), "A.b", 4),
        ((7, 7), "A.b", 4),
        ((7, 7), "A.b", 4),
        ((9, 9), "A.b", 4),
        ((9, 9), "A.b", 4),
    ]
    applied = found["a.py:7: \"æ\" → ('æX')"].applied(SOURCE).decode()
    assert applied == SOURCE.decode().replace('"æ"', "('æX')")


def test_every_mistake_can_be_compiled() -> None:
    for one in mutants("a.py", SOURCE):
        assert isinstance(one, Mutant)
        compile(one.applied(SOURCE), "a.py", "exec")
