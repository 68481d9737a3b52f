"""docs/dekning.md says where each of the ninety points is; here every name on it is looked up in the code."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from ehelse_cli.cli import lag
from ehelse_cli.cli.commands import COMMANDS, GROUPS
from ehelse_cli.core.aarshjul import Aarshjul
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.mandat import Mandat
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.sak import Sak
from ehelse_cli.rules.catalogue import CATALOGUE

DOCS = Path(__file__).parents[2] / "docs"
TEXT = (DOCS / "dekning.md").read_text(encoding="utf-8")
FORMAT = (DOCS / "format.md").read_text(encoding="utf-8")
POINTS = 90
MOST_DECLINED = 5

MODELS: Mapping[str, type[BaseModel]] = {
    "aarshjul": Aarshjul,
    "forum": Forum,
    "mandat": Mandat,
    "moete": Moete,
    "sak": Sak,
}

#: Every command there is; of `lag` every paper, of `mandat` every command below it.
THERE = frozenset(
    {
        *COMMANDS,
        *(f"lag {kind}" for kind in lag._KINDS),
        *(f"{group} {name}" for group, below in GROUPS.items() for name in below.commands),
    }
)

_ROW = re.compile(r"^\| (\d+) \| ([HPFR/]+) \| (.+?) \| (.+) \|$", re.MULTILINE)
_NAME = re.compile(r"`([^`]+)`")
_DECLINED = re.compile(r"\*\*nei\*\*, se \[(\d{4})\]\((beslutninger/\1-[a-z-]+\.md)\)")


@dataclass(frozen=True)
class Row:
    """One point: its number, what kind of thing it is, and where the table says it is."""

    nr: int
    kinds: frozenset[str]
    where: str

    @property
    def names(self) -> list[str]:
        """Each name in it."""
        return _NAME.findall(self.where)

    @property
    def fields(self) -> list[str]:
        """The names that are fields."""
        return [name for name in self.names if ": " in name]


ROWS = [Row(int(nr), frozenset(kinds.split("/")), where) for nr, kinds, _, where in _ROW.findall(TEXT)]
NAMES = sorted({name for row in ROWS for name in row.names})


def of(pattern: str) -> list[str]:
    """The names on the page that look so."""
    return [name for name in NAMES if re.fullmatch(pattern, name)]


def models_in(type_: Any) -> Iterator[type]:
    """The models a field may hold: alone, in a list, over time, or beside a silence."""
    if isinstance(type_, type) and issubclass(type_, BaseModel):
        yield type_
    for part in get_args(type_):
        yield from models_in(part)


def keys_of(model: type[BaseModel]) -> dict[str, Any]:
    """The keys as people write them, and what each holds."""
    return {str(field.validation_alias or name): field.annotation for name, field in model.model_fields.items()}


def step(models: list[type[BaseModel]], key: str) -> list[type[BaseModel]]:
    """Where one key leads."""
    held = [keys_of(model)[key] for model in models if key in keys_of(model)]
    assert held, f"{key} is a key of none of {models}"
    return [model for type_ in held for model in models_in(type_)]


def test_each_point_is_there_once() -> None:
    assert [row.nr for row in ROWS] == list(range(1, POINTS + 1))


def test_every_row_says_where() -> None:
    assert [row.nr for row in ROWS if not (row.names or _DECLINED.search(row.where))] == []


def test_every_kind_is_one_of_four() -> None:
    assert {kind for row in ROWS for kind in row.kinds} == {"H", "P", "F", "R"}


def test_a_document_field_is_a_field() -> None:
    assert [row.nr for row in ROWS if "F" in row.kinds and not row.fields] == []


def test_a_hard_rule_is_a_rule() -> None:
    codes = {row.nr for row in ROWS if any(re.fullmatch(r"[A-Z]{3}\d{3}", name) for name in row.names)}
    assert [row.nr for row in ROWS if "H" in row.kinds and row.nr not in codes] == []


def test_all_that_is_named_is_a_rule_a_field_or_a_command() -> None:
    assert {*of(r"[A-Z]{3}\d{3}"), *of(r"[a-z]+: [a-z_.]+"), *of(r"ehelse [a-z -]+")} == set(NAMES)


@pytest.mark.parametrize("code", of(r"[A-Z]{3}\d{3}"))
def test_the_rule_is_in_the_catalogue_and_has_its_page(code: str) -> None:
    assert code in {rule.code for rule in CATALOGUE}
    assert (DOCS / "regler" / f"{code}.md").is_file()


@pytest.mark.parametrize("name", of(r"[a-z]+: [a-z_.]+"))
def test_the_field_is_in_the_model_and_on_the_page(name: str) -> None:
    kind, path = name.split(": ")
    keys = path.split(".")
    reduce(step, keys, [MODELS[kind]])
    assert [key for key in keys if not re.search(rf"\b{key}\b", FORMAT)] == []


@pytest.mark.parametrize("name", of(r"ehelse [a-z -]+"))
def test_the_command_is_there(name: str) -> None:
    words = name.split()[1:]
    assert (" ".join(words) if words[0] in ("lag", *GROUPS) else words[0]) in THERE


def test_few_points_are_declined_and_each_is_decided() -> None:
    declined = [match for row in ROWS if (match := _DECLINED.search(row.where))]
    decisions = (DOCS / "beslutninger" / "README.md").read_text(encoding="utf-8")
    assert len(declined) <= MOST_DECLINED
    assert TEXT.count("| **nei**") == len(declined)
    for match in declined:
        assert (DOCS / match[2]).is_file()
        assert f"[{match[1]}]({Path(match[2]).name})" in decisions
