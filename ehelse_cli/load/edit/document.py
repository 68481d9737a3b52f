"""A whole file with changes made to its head: what comes out is read again, and kept only if it says what was meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, get_args
from unicodedata import normalize

from msgspec import Struct, structs
from pydantic import BaseModel

from ehelse_cli.core.errors import EhelseError
from ehelse_cli.load.composed import Value
from ehelse_cli.load.dataset import MODELS
from ehelse_cli.load.edit.change import Change, Path, Remove, changed
from ehelse_cli.load.edit.source import CannotSpliceError
from ehelse_cli.load.edit.splice import spliced
from ehelse_cli.load.front_matter import FrontMatter, split
from ehelse_cli.load.kinds import place
from ehelse_cli.load.text import decode, find_breaks, split_lines
from ehelse_cli.load.yaml_text import compose

_BOM = b"\xef\xbb\xbf"


class CannotEditError(EhelseError):
    """The file has a form that cannot be edited without touching more than was asked for."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(
            f"kan ikke endre «{path}»: {why}", "Ingenting er endret. Gjør endringen i et redigeringsprogram."
        )


class _Halves(Struct, frozen=True):
    """The text of a file: what stands before the head, the head, and what follows it."""

    before: str
    head: str
    after: str


def edited(path: str, raw: bytes, changes: Sequence[Change]) -> bytes:
    """The file at `path` (from the data folder) with the changes made to its YAML, one after the other.

    Only the lines of the keys they are about are changed; the byte order mark, line breaks, comments and body stay.

    Raises:
        CannotEditError: if the file cannot be read, or an edit would not read back as what was meant.
    """
    text = _text(path, raw)
    halves = _halves(path, text)
    head = halves.head
    for change in map(_composed, changes):
        head = _one(path, head, change, _order(path, change.path))
    bom = _BOM if raw.startswith(_BOM) else b""
    return bom + _as_written(raw.removeprefix(_BOM).decode(), text, f"{halves.before}{head}{halves.after}").encode()


def head_of(path: str, raw: bytes) -> Value:
    """What the file's YAML says, raw.

    Raises:
        CannotEditError: if it cannot be read.
    """
    return _read(path, _halves(path, _text(path, raw)).head)


def _text(path: str, raw: bytes) -> str:
    """The text as it is read, with its own line breaks."""
    text = decode(raw)
    if not isinstance(text, str):
        raise CannotEditError(path, text.message)
    return text


def _as_written(written: str, read: str, new: str) -> str:
    """The new text with every line that was not touched as it was written, letters put together of two signs too."""
    if written == read:
        return new
    lines, old = _lines(written), _lines(read)  # to compose letters takes no line away, and puts none in
    match = SequenceMatcher(None, old, after := _lines(new), autojunk=False)
    kept = [
        lines[start:end] if what == "equal" else after[begin:until]
        for what, start, end, begin, until in match.get_opcodes()
    ]
    return "".join(line for part in kept for line in part)


def _lines(text: str) -> list[str]:
    """The lines with their breaks."""
    return [f"{line}{end}" for line, end in zip(split_lines(text), [*find_breaks(text), ""], strict=True)]


def _composed(change: Change) -> Change:
    """The change with its letters as files are read: what is typed on a Mac may have them in two parts."""
    return change if isinstance(change, Remove) else structs.replace(change, value=_in_one(change.value))


def _in_one(value: Value) -> Value:
    if isinstance(value, dict):
        return {key: _in_one(inner) for key, inner in value.items()}
    return list(map(_in_one, value)) if isinstance(value, list) else normalize("NFC", value)


def _halves(path: str, text: str) -> _Halves:
    if not path.endswith(".md"):
        return _Halves("", text, "")
    parts = split(text)
    if not isinstance(parts, FrontMatter):
        raise CannotEditError(path, parts.message)
    start = text.index(parts.head, text.index("---") + 3) if parts.head else text.index("\n") + 1
    return _Halves(text[:start], parts.head, text[start + len(parts.head) :])


def _one(path: str, head: str, change: Change, order: Sequence[str]) -> str:
    """One change, in the text and in the data; the two must agree."""
    data = _read(path, head)
    try:
        new = spliced(head, change, order)
        meant = changed(data, change)
    except (CannotSpliceError, KeyError, IndexError, TypeError):
        raise CannotEditError(path, f"«{_name(change)}» er skrevet på en måte som ikke kan endres trygt") from None
    found = compose(new)
    if found.problems or found.value != meant:
        raise CannotEditError(path, f"endringen i «{_name(change)}» ville blitt lest som noe annet")
    return new


def _read(path: str, head: str) -> Value:
    composed = compose(head)
    if composed.problems or composed.value is None:
        raise CannotEditError(path, composed.problems[0].message if composed.problems else "den er tom")
    return composed.value


def _name(change: Change) -> str:
    return ".".join(str(step + 1 if isinstance(step, int) else step) for step in change.path)


def _order(path: str, where: Path) -> tuple[str, ...]:
    """The keys of the mapping that the change is in, in the order its model has them, which is how people know them."""
    placed = place(path)
    model = MODELS.get(placed.kind.name) if placed else None
    for step in where[:-1]:
        if isinstance(step, str):
            model = next(iter(_models_in(_keys(model).get(step))), None)
    return tuple(_keys(model))


def _keys(model: Any) -> dict[str, Any]:
    """The keys as people write them, and what each holds."""
    fields = getattr(model, "model_fields", {})
    return {str(field.validation_alias or name): field.annotation for name, field in fields.items()}


def _models_in(type_: Any) -> Iterator[type[BaseModel]]:
    """The models that a field may hold: alone, in a list, or beside a word."""
    if isinstance(type_, type) and issubclass(type_, BaseModel):
        yield type_
    for part in get_args(type_):
        yield from _models_in(part)
