"""The schemas against real files: all of data/ and docs/format.md is taken, and what is refused is no file of ours."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from ehelse_cli.core.dataset import Fil
from ehelse_cli.core.place import Location
from ehelse_cli.load import dataset
from ehelse_cli.load.front_matter import FrontMatter, split
from ehelse_cli.load.kinds import KINDS, Placed, place
from ehelse_cli.load.schema import DIALECT, FILES, schema
from ehelse_cli.load.yaml_text import compose

#: What has no head that an editor could be told of.
_UTEN_HODE = ("attachment", "template")
ROOT = Path(__file__).parents[3]
_EXAMPLE = re.compile(r"^(`{3,})(?:yaml|md) (\S+)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")


@cache
def _judge(kind: str) -> Draft202012Validator:
    return Draft202012Validator(schema(kind))


def _texts() -> Iterator[tuple[str, str]]:
    """Every file of the example tree and of docs/format.md, with its path from the data folder."""
    for file in sorted((ROOT / "data").rglob("*")):
        if file.suffix in (".yaml", ".md") and "skjermet" not in file.parts:
            yield file.relative_to(ROOT / "data").as_posix(), file.read_text(encoding="utf-8")
    for _, path, text in _EXAMPLE.findall((ROOT / "docs" / "format.md").read_text(encoding="utf-8")):
        yield path, text


@cache
def _documents() -> tuple[tuple[str, Placed, Any], ...]:
    """Each file with its content as raw containers of text."""
    return tuple(_read(path, text) for path, text in _texts() if place(path) is not None)


def _read(path: str, text: str) -> tuple[str, Placed, Any]:
    placed = place(path)
    assert placed is not None
    if path.endswith(".md"):
        parts = split(text)
        assert isinstance(parts, FrontMatter)
        text = parts.head
    return path, placed, compose(text).value


def _typed(value: Any) -> Any:
    """The same as an editor's YAML 1.2 reader types it."""
    if isinstance(value, dict):
        return {key: _typed(below) for key, below in value.items()}
    if isinstance(value, list):
        return [_typed(below) for below in value]
    if value in ("", "~", "null"):
        return None
    if value in ("true", "false"):
        return value == "true"
    if _NUMBER.fullmatch(value):
        return float(value) if "." in value else int(value)
    return value


def _is_read(placed: Placed, value: Any) -> bool:
    """Whether the reader finds nothing wrong with the content, apart from what the path says."""
    path = f"data/{placed.path}"
    if not isinstance(value, list if placed.kind.name in ("personer", "godtatt") else dict):
        return False
    fil = Fil(path, "", 1, lambda _path, _key: Location(path, 1, 1, 1, 1))
    if placed.kind.name == "virksomheter":
        return not dataset._build_each(placed, fil, value).findings
    return not dataset._model(placed, value, "", fil.find)[1]


@pytest.mark.parametrize("kind", FILES)
def test_each_is_a_schema_of_the_dialect_it_names(kind: str) -> None:
    Draft202012Validator.check_schema(schema(kind))

    assert schema(kind)["$schema"] == DIALECT == Draft202012Validator.META_SCHEMA["$id"]
    assert schema(kind) == schema(kind)


def test_every_kind_that_is_read_has_one() -> None:
    assert set(FILES) == {kind.name for kind in KINDS if kind.shape not in _UTEN_HODE} == set(dataset.MODELS)


def test_where_the_files_stand() -> None:
    for kind in KINDS:
        if kind.shape not in _UTEN_HODE:
            globs = FILES[kind.name][0]
            assert any(Path(f"data/{kind.example}").match(glob) for glob in globs), kind


@pytest.mark.parametrize("typed", [False, True], ids=["text", "typed"])
def test_every_file_of_ours_is_taken(typed: bool) -> None:
    refused = {
        path: [f"{error.json_path}: {error.message[:200]}" for error in _judge(placed.kind.name).iter_errors(document)]
        for path, placed, value in _documents()
        if not _judge(placed.kind.name).is_valid(document := _typed(value) if typed else value)
    }

    assert refused == {}
    assert len(_documents()) > 50


# ── documents that are nearly right ──────────────────────────────────────────────────────────────────────────────────

_ODD = ("", "ja", "nei", "ingen", "ukjent", "ikke_regulert", "ikke_oppgitt", "0", "21", "2026", "1.5", "true", "x", "Å",
        "2026-11-23", "2026-13-40", "minst 1/2", "7/20", "to ord", "a_b", "- ", "15.50", "hvert_moete")  # fmt: skip


def _places(value: Any, way: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield way
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, below in steps:
        yield from _places(below, (*way, step))


def _at(value: Any, way: tuple[str | int, ...]) -> Any:
    for step in way:
        value = value[step]
    return value


@st.composite
def _nearly_right(draw: st.DrawFn) -> tuple[Placed, Any]:
    """A real document with one to three changes: a value, a key, a form, or a piece of another document."""
    _, placed, value = draw(st.sampled_from(_documents()))
    value = copy.deepcopy(value)
    for _ in range(draw(st.integers(1, 3))):
        ways = [way for way in _places(value) if way]
        if not ways:
            break
        *outer, last = draw(st.sampled_from(ways))
        parent = _at(value, tuple(outer))
        match draw(st.sampled_from(["odd", "drop", "rename", "list", "first", "table", "other"])):
            case "odd":
                parent[last] = draw(st.sampled_from(_ODD))
            case "drop":
                del parent[last]
            case "rename" if isinstance(parent, dict):
                parent[draw(st.sampled_from(["verdi", "id", "norm", "navn", "tekst", "fra", "møte"]))] = parent.pop(
                    last
                )
            case "list":
                parent[last] = [parent[last]]
            case "first" if isinstance(parent[last], list) and parent[last]:
                parent[last] = parent[last][0]
            case "table":
                parent[last] = {draw(st.sampled_from(["verdi", "navn", "tekst", "id"])): parent[last]}
            case _:
                _, _, donor = draw(st.sampled_from(_documents()))
                parent[last] = copy.deepcopy(_at(donor, draw(st.sampled_from(list(_places(donor))))))
    return placed, value


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(_nearly_right())
def test_what_the_schema_refuses_the_reader_refuses(case: tuple[Placed, Any]) -> None:
    placed, value = case
    if _is_read(placed, value):
        judge = _judge(placed.kind.name)
        assert [error.message for error in judge.iter_errors(value)] == []
        assert [error.message for error in judge.iter_errors(_typed(value))] == []


def test_most_of_what_the_reader_refuses_the_schema_refuses_too() -> None:
    """Every key misspelt, one at a time: a schema that takes anything would keep the promise above as well."""
    longest = {placed.kind.name: value for _, placed, value in sorted(_documents(), key=lambda one: len(str(one[2])))}
    slips = []
    for kind, value in longest.items():
        for *outer, last in [way for way in _places(value) if way and isinstance(way[-1], str)][:100]:
            changed = copy.deepcopy(value)
            parent = _at(changed, tuple(outer))
            parent[f"{last} X"] = parent.pop(last)
            slips += [(kind, *outer, last)] if _judge(kind).is_valid(changed) else []

    assert slips == []


def test_an_empty_value_is_refused_as_null_too() -> None:
    """What an editor cannot tell apart: `navn:` and `navn: null`. A name that is «null» must be quoted."""
    assert not _judge("forum").is_valid({"navn": None})
    assert _judge("forum").is_valid({"navn": "null"})
