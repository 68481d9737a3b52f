"""What is exempt, laid over the open files: for internal papers only. Nothing that publishes comes near this module."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from ehelse_cli.core.ankre import blokker
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.modell import FIL_ID, FIL_TEKST
from ehelse_cli.load.dataset import MODELS
from ehelse_cli.load.document import Unreadable, take_apart
from ehelse_cli.load.front_matter import split
from ehelse_cli.load.kinds import Placed, place
from ehelse_cli.load.problem import Problem
from ehelse_cli.load.tree import DATA, DiskTree
from ehelse_cli.load.yaml_text import compose

_EXEMPT = "skjermet"
_KINDS = ("sak", "moete")


class UnreadableTwinError(EhelseError):
    """A file of what is exempt that cannot be laid over its open one. Nothing of it is quoted."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"«{DATA}/{_EXEMPT}/{path}» kan ikke legges over den åpne filen",
            "Den skal ha de samme nøklene som den åpne filen, og bare det som er unntatt.",
        )


class TwinTree(DiskTree):
    """The files below `data/skjermet/`, by the paths their open ones have."""

    name = _EXEMPT

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self._folder = root / DATA / _EXEMPT


def has_twins(root: Path) -> bool:
    """Whether there is such a folder here; it may be a repository of its own that one has not fetched."""
    return (root / DATA / _EXEMPT).is_dir()


def laid_over(data: Dataset, root: Path) -> Dataset:
    """The dataset where cases and meetings say what is exempt, too.

    Raises:
        UnreadableTwinError: if a twin cannot be read, or does not fit its open file.
    """
    if not has_twins(root):
        return data
    saker, moeter = dict(data.saker), dict(data.moeter)
    for placed, value, body in _twins(TwinTree(root)):
        into: dict[str, Any] = saker if placed.kind.name == "sak" else moeter
        if placed.id in into or placed.kind.name == "sak":
            into[placed.id] = _merged(data, placed, value, body)
    return replace(data, saker=saker, moeter=moeter)


def _twins(tree: TwinTree) -> Iterator[tuple[Placed, dict[str, Any], str]]:
    for entry in tree.files():
        placed = place(entry.path)
        if placed is not None and placed.kind.name in _KINDS:
            document = take_apart(tree, entry, placed.kind)
            if isinstance(document, Unreadable) or document.composed.problems:
                raise UnreadableTwinError(entry.path)
            value = document.composed.value
            yield placed, value if isinstance(value, dict) else {}, document.parts.body


def _merged(data: Dataset, placed: Placed, twin: dict[str, Any], body: str) -> Any:
    """The open file's object with the twin's values in it."""
    open_value, open_body = _opened(data, placed)
    value = _opened_up(_over(open_value, twin))
    facts = {FIL_ID: placed.id, FIL_TEKST: _bodies(open_body, body)}
    try:
        return TypeAdapter(MODELS[placed.kind.name]).validate_python({**value, **facts})
    except ValidationError:
        raise UnreadableTwinError(placed.path) from None


def _opened(data: Dataset, placed: Placed) -> tuple[dict[str, Any], str]:
    """What the open file holds; nothing where there is none (the queue)."""
    fil = data.files.get(placed.id)
    parts = split(fil.text) if fil is not None else None
    if parts is None or isinstance(parts, Problem):
        return {}, ""
    value = compose(parts.head, first_line=1).value
    return (value if isinstance(value, dict) else {}), parts.body


def _over(value: Mapping[str, Any], twin: Mapping[str, Any]) -> dict[str, Any]:
    """The twin's keys over the open ones; the agenda line by line, the attendance section by section."""
    merged = {**value, **twin}
    for key, join in (("saksliste", _agendas), ("fremmoete", _attendances)):
        if isinstance(value.get(key), list | dict) and key in twin:
            merged[key] = join(value[key], twin[key])
    for key in ("konsekvens_kommuner",):
        if isinstance(value.get(key), dict) and isinstance(twin.get(key), dict):
            merged[key] = {**value[key], **twin[key]}
    return merged


def _agendas(lines: list[Any], twins: Any) -> list[Any]:
    by_case = {one.get("sak"): one for one in twins if isinstance(one, dict)} if isinstance(twins, list) else {}
    return [
        {**one, **by_case.get(one.get("sak"), {})} if isinstance(one, dict) and one.get("sak") else one for one in lines
    ]


def _attendances(sections: dict[str, Any], twins: Any) -> dict[str, Any]:
    if not isinstance(twins, dict):
        return sections
    return {
        key: [*sections.get(key, ()), *twins.get(key, ())] for key in (*sections, *(twins.keys() - sections.keys()))
    }


def _opened_up(value: dict[str, Any]) -> dict[str, Any]:
    """The object told whole: that it is exempt stays, that nothing may be said of it does not."""
    lines = value.get("saksliste")
    if isinstance(lines, list):
        value = {**value, "saksliste": [_told(one) if isinstance(one, dict) else one for one in lines]}
    return _told(value)


def _told(value: dict[str, Any]) -> dict[str, Any]:
    if not isinstance(value.get("skjerming"), dict):
        return value
    return {**value, "skjerming": {**value["skjerming"], "omfang": "deler"}}


# --- bodies


def _bodies(body: str, twin: str) -> str:
    """The open text with the twin's sections in place of those of the same heading, and its others at the end."""
    if not body.strip() or not twin.strip():
        return body or twin
    sections, others = _sections(body), _sections(twin)
    told = {**sections, **{heading: text for heading, text in others.items() if heading}}
    return "\n\n".join(filter(None, (told.pop("", ""), *told.values())))


def _sections(body: str) -> dict[str, str]:
    """Heading → the section with its heading; what stands before any heading under the empty one."""
    lines = body.splitlines()
    starts = [blokk for blokk in blokker(body) if blokk.slag == "overskrift" and blokk.nivaa <= 2]
    bounds = [*(blokk.linje for blokk in starts), len(lines)]
    sections = {"": "\n".join(lines[: bounds[0]]).strip()}
    for blokk, start, end in zip(starts, bounds, bounds[1:], strict=False):
        sections[blokk.tekst] = "\n".join(lines[start:end]).strip()
    return sections
