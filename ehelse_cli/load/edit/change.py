"""What an edit says, and what it does to the data: the same change is made to the text, and the two must agree."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct

from ehelse_cli.load.composed import PROSE, Value

Path: TypeAlias = "tuple[str | int, ...]"


class Put(Struct, frozen=True):
    """Give the key at `path` this value, whether it is there or not."""

    path: Path
    value: Value


class Append(Struct, frozen=True):
    """Put the value into the list at `path`, before item number `before` (None: last). No list there: a new one."""

    path: Path
    value: Value
    before: int | None = None


class Remove(Struct, frozen=True):
    """Take the key or the item at `path` away."""

    path: Path


Change: TypeAlias = "Put | Append | Remove"


def with_prose(value: Value, key: str | int = "") -> Value:
    """The value as it is read back when it is written: what stands as a block ends with a line break."""
    if isinstance(value, dict):
        return {name: with_prose(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [with_prose(inner) for inner in value]
    return f"{value.rstrip()}\n" if key in PROSE and isinstance(value, str) else value


def changed(data: Value, change: Change) -> Value:
    """The data with the change made; the old is left as it is.

    Raises:
        KeyError, IndexError, TypeError: if the data has nothing at the path that the change could be made to.
    """
    return _changed(data, change.path, change)


def _changed(data: Value, path: Path, change: Change) -> Value:
    if not path:
        return _appended(data, change) if isinstance(change, Append) else data
    step, rest = path[0], path[1:]
    if isinstance(data, dict) and isinstance(step, str):
        return _in_mapping(data, step, rest, change)
    items = data if isinstance(data, list) else [data]
    if not isinstance(step, int):
        raise TypeError(step)
    if isinstance(change, Remove) and not rest:
        return [*items[:step], *items[step + 1 :]]
    new = with_prose(change.value) if isinstance(change, Put) and not rest else _changed(items[step], rest, change)
    return [*items[:step], new, *items[step + 1 :]]


def _in_mapping(data: dict[str, Value], step: str, rest: Path, change: Change) -> Value:
    if rest or isinstance(change, Append):
        return {**data, step: _changed(data[step] if rest else data.get(step, []), rest, change)}
    if isinstance(change, Remove):
        return {name: value for name, value in data.items() if name != step}
    return {**data, step: with_prose(change.value, step)}


def _appended(data: Value, change: Append) -> Value:
    items = data if isinstance(data, list) else [data] if data != "" else []
    place = len(items) if change.before is None else change.before
    return [*items[:place], with_prose(change.value), *items[place:]]
