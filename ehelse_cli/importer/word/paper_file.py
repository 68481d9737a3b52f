"""A paper put into a case's file: the body under its head, and the pictures among its attachments."""

from __future__ import annotations

from collections.abc import Sequence

from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.sak import Sak
from ehelse_cli.importer.word.importen import Paper
from ehelse_cli.importer.word.pictures import Picture
from ehelse_cli.load.composed import Value
from ehelse_cli.load.edit.change import Append
from ehelse_cli.load.edit.document import CannotEditError
from ehelse_cli.load.edit.edits import Desk
from ehelse_cli.load.edit.new import markdown_text
from ehelse_cli.load.front_matter import FrontMatter, split
from ehelse_cli.load.text import decode
from ehelse_cli.load.tree import FileUnreadableError


class AlreadyWrittenError(EhelseError):
    """The case has a text, and it is another."""

    def __init__(self, id_: str) -> None:
        super().__init__(
            f"{id_} har alt en tekst, og den er en annen",
            "Ingenting er endret. Skal den gamle teksten bort, si det: --erstatt.",
        )


class AnotherPictureError(EhelseError):
    """There is an attachment of that name with something else in it."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"«data/{path}» finnes fra før, og er et annet bilde",
            "Ingenting er endret. Skal det gamle bildet bort, si det: --erstatt.",
        )


def into_case(  # noqa: PLR0913 (where, what and how)
    desk: Desk, path: str, sak: Sak, paper: Paper, *, shown: bool, replace: bool
) -> Desk:
    """With the paper as the body of a case that is there; the head is left as it is but for the attachments.

    Raises:
        AlreadyWrittenError, AnotherPictureError: if there is another text or picture, and it is not to be replaced.
        CannotEditError: if the file cannot be read.
    """
    raw = desk.raw(path)
    new = _with_body(path, sak.id, raw, paper.body, replace=replace)
    desk = desk.rewrite(path, new) if new != raw else desk
    listed = {one.fil for one in sak.vedlegg}
    fresh = [one for one in paper.pictures if one.file not in listed]
    if fresh:
        rows = [_row(one, shown=shown) for one in fresh]
        desk = desk.change(path, *(Append(("vedlegg",), row) for row in rows))
    return _with_pictures(desk, path, paper.pictures, replace=replace)


def into_queue(desk: Desk, path: str, title: str, paper: Paper, *, shown: bool) -> Desk:
    """With a new case in the queue."""
    head: dict[str, Value] = {"tittel": title}
    if paper.pictures:
        head["vedlegg"] = [_row(one, shown=shown) for one in paper.pictures]
    return _with_pictures(desk.create(path, markdown_text(head, paper.body)), path, paper.pictures, replace=False)


def _with_body(path: str, id_: str, raw: bytes, body: str, *, replace: bool) -> bytes:
    text = decode(raw)
    parts = split(text) if isinstance(text, str) else text
    if not isinstance(text, str) or not isinstance(parts, FrontMatter):
        raise CannotEditError(path, "den kan ikke leses")
    if parts.body.replace("\r\n", "\n").strip() == body.strip():
        return raw
    if not replace and not _is_unwritten(parts.body):
        raise AlreadyWrittenError(id_)
    wanted = body.replace("\n", "\r\n") if "\r\n" in text else body
    return raw[: len(raw) - len(parts.body.encode())] + wanted.encode()


def _is_unwritten(body: str) -> bool:
    """Whether there is nothing but headings."""
    return all(not line.strip() or line.startswith("#") for line in body.splitlines())


def _row(picture: Picture, *, shown: bool) -> Value:
    row: dict[str, Value] = {"tittel": picture.title, "fil": picture.file}
    return row | ({"publiseres": "ja"} if shown else {})


def _with_pictures(desk: Desk, path: str, pictures: Sequence[Picture], *, replace: bool) -> Desk:
    for one in pictures:
        place = f"{path.removesuffix('.md')}/{one.file}"
        there = _content(desk, place)
        if there is None:
            desk = desk.create(place, one.content)
        elif there != one.content and not replace:
            raise AnotherPictureError(place)
        elif there != one.content:
            desk = desk.rewrite(place, one.content)
    return desk


def _content(desk: Desk, path: str) -> bytes | None:
    try:
        return desk.raw(path)
    except FileUnreadableError:
        return None
