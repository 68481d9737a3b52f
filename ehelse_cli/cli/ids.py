"""From what a user calls a thing to its id."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from ehelse_cli.cli.errors import did_you_mean, nearest
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.errors import EhelseError

_ZEROS = re.compile(r"(?<=-)0+(?=\d+$)|(?<=-m)0+(?=\d+$)")


class UnknownIdError(EhelseError):
    """Nothing in the tree has the id."""

    def __init__(self, given: str, near: tuple[str, ...]) -> None:
        super().__init__(
            f"det finnes ikke noe med id «{given}»{did_you_mean(near)}",
            "Id-en er stien: nehr, nehr-2026-m2 (møte), nehr-2026-9 (sak), nehr@2024-01-01 (mandat), ks (virksomhet).",
        )


class WrongKindError(EhelseError):
    """Something has the id, but not something of the kind that is asked about."""

    def __init__(self, id_: str, kind: str, there: tuple[str, ...]) -> None:
        alike = tuple(one for one in there if id_.startswith(one) or one.startswith(id_))
        near = ", ".join((alike or nearest(id_, there, 3) or there)[:3])
        super().__init__(f"«{id_}» er ikke {kind}", f"For eksempel {near}." if near else None)


class UnreadableError(EhelseError):
    """What has the id cannot be read; the findings say why."""

    exit_code = 1

    def __init__(self, id_: str, path: str) -> None:
        super().__init__(f"«{id_}» kan ikke leses", f"Se `ehelse valider {path}`.")
        self.path = path


class NoPaperError(EhelseError):
    """The case was on an agenda only."""

    def __init__(self, id_: str, meeting: str) -> None:
        super().__init__(f"sak «{id_}» har ingen egen fil", f"Den står på sakslisten: `ehelse vis {meeting}`.")


def find_id(data: Dataset, given: str, forum: str | None = None) -> str:
    """The id that is meant: itself, in other letters, with zeros, a number of the forum's, or the file's path.

    Raises:
        UnreadableError: if its file, or its forum's, could not be read.
        NoPaperError: if it is a case without a file.
        UnknownIdError: if nothing has it.
    """
    for id_ in filter(None, _readings(data, given, forum)):
        if id_ in data.broken:
            raise UnreadableError(id_, data.files[id_].path if id_ in data.files else "data/virksomheter.yaml")
        if id_ in data.ider:
            _need_forum(data, id_)
            return id_
        if data.behandlinger(id_):
            raise NoPaperError(id_, data.behandlinger(id_)[-1][0].id)
    if forum is not None and forum not in data.forum:
        if forum in data.broken:
            raise UnreadableError(forum, f"data/forum/{forum}.yaml")
        raise UnknownIdError(forum, nearest(forum, tuple(data.forum), 3))
    meant = (forum and data.sak_id(forum, given)) or given
    raise UnknownIdError(meant, tuple(_numbered_so(data, given)) or nearest(meant, data.ider, 3))


def _numbered_so(data: Dataset, given: str) -> Iterator[str]:
    """The cases that have the number in one council or another."""
    for id_ in (data.sak_id(forum, given) for forum in data.forum):
        if id_ is not None and (id_ in data.saker or data.behandlinger(id_)):
            yield id_


def _need_forum(data: Dataset, id_: str) -> None:
    """A meeting or a case is nothing without its forum."""
    forum = data.forum_of(id_) if id_ in data.moeter or id_ in data.saker else None
    if forum is not None and forum not in data.forum:
        raise UnreadableError(forum, f"data/forum/{forum}.yaml")


def _readings(data: Dataset, given: str, forum: str | None) -> Iterator[str | None]:
    yield given
    yield _ZEROS.sub("", given.lower())
    if forum is not None:
        yield data.sak_id(forum, given)
    path = given.replace(os.sep, "/").removeprefix("./")
    yield from (id_ for id_, fil in data.files.items() if path in (fil.path, fil.path.removeprefix("data/")))
