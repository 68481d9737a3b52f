"""«Mente du …?»: the keys a model knows where the user wrote one it does not."""

import dataclasses
import difflib
import types
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

_NOARK = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "ae", "Ø": "oe", "Å": "aa", " ": "_", "-": "_"})


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that `word` probably was meant to be: the same in Noark's spelling first, then the nearest."""
    by_spelling: dict[str, str] = {}
    for one in known:
        by_spelling.setdefault(_spelt(one), one)
    spelt = _spelt(word)
    if spelt in by_spelling:
        return by_spelling[spelt]
    near = difflib.get_close_matches(spelt, by_spelling, n=1, cutoff=0.6)
    return by_spelling[near[0]] if near else None


def _spelt(word: str) -> str:
    return word.translate(_NOARK).lower()


def keys_at(type_: Any, path: Sequence[str | int]) -> tuple[str, ...]:
    """The keys that may stand in the mapping at `path` below `type_`, as people write them."""
    names = (name for one in _descend(type_, path) for name, _ in _fields(one))
    return tuple(dict.fromkeys(name for name in names if not name.startswith(" ")))


def _descend(type_: Any, path: Sequence[str | int]) -> list[Any]:
    types_ = list(_alternatives(type_))
    for step in path:
        types_ = [below for one in types_ for below in _below(one, step)] or types_
    return types_


def _below(type_: Any, step: str | int) -> Iterator[Any]:
    for name, inner in _fields(type_):
        if step == name:
            yield from _alternatives(inner)
    if get_origin(type_) in (tuple, list) and isinstance(step, int):
        yield from _alternatives(get_args(type_)[0])
    elif get_origin(type_) is dict and isinstance(step, str):
        yield from _alternatives(get_args(type_)[1])


def _fields(type_: Any) -> Iterator[tuple[str, Any]]:
    """The keys of a model or a dataclass, as people write them, with what each holds."""
    if isinstance(type_, type) and issubclass(type_, BaseModel):
        for name, field in type_.model_fields.items():
            alias = field.validation_alias
            yield alias if isinstance(alias, str) else name, field.annotation
    elif dataclasses.is_dataclass(get_origin(type_) or type_):
        yield from ((field.name, field.type) for field in dataclasses.fields(get_origin(type_) or type_))


def _alternatives(type_: Any) -> Iterator[Any]:
    """The types that `A | B` and `Annotated[A, …]` come to."""
    origin = get_origin(type_)
    if origin is Annotated:
        yield from _alternatives(get_args(type_)[0])
    elif origin in (Union, types.UnionType):
        for one in get_args(type_):
            yield from _alternatives(one)
    else:
        yield type_
