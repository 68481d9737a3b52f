"""Makes a paper, unless there are errors in what it is made of, and puts it where it is wanted."""

from __future__ import annotations

import dataclasses
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from msgspec.structs import replace

from ehelse_cli.cli.checking import check
from ehelse_cli.cli.errors import UsageError
from ehelse_cli.cli.felles import Felles
from ehelse_cli.cli.files import is_folder, named_as, write_file
from ehelse_cli.cli.ids import UnreadableError, find_id
from ehelse_cli.cli.opening import Opened
from ehelse_cli.cli.output import say, screen, show
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.finding import Severity
from ehelse_cli.load.beside import Beside
from ehelse_cli.render import papers
from ehelse_cli.render.own_templates import OURS_SHOWN, shown_templates
from ehelse_cli.render.papers import PAPERS, Format, Kind
from ehelse_cli.report.as_text import as_text

#: Formats that are not text.
_BINARY = ("pdf", "docx")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which paper, of what, in which form."""

    kind: str
    of: str
    forum: str | None
    format: str
    maalform: str | None
    utkast: bool
    intern: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A paper, and the name its file should have."""

    content: bytes
    name: str

    @property
    def is_text(self) -> bool:
        """Whether it can be shown."""
        return not self.name.endswith(_BINARY)


class HasErrorsError(EhelseError):
    """A paper of something with errors would look right and be wrong."""

    exit_code = 1

    def __init__(self, kind: str, path: str) -> None:
        super().__init__(
            f"{kind} er ikke laget: det er feil i {path}", "Rett feilene, eller ta med --utkast for å lage det likevel."
        )


class NotOnScreenError(UsageError):
    """A file of bytes on a screen helps nobody."""

    def __init__(self, format_: str) -> None:
        super().__init__(
            f"{format_} kan ikke vises i terminalen", "Ta med --ut FIL, eller send den videre til et program."
        )


def make(opened: Opened, wanted: Wanted, shared: Felles) -> Made:
    """The paper.

    Raises:
        HasErrorsError: if there are errors in a file it is made of, and no draft was asked for.
        UnreadableError: if the file cannot be read at all.
        EhelseError: if nothing has the id, or no such paper can be made of it.
    """
    kind = cast("Kind", wanted.kind)
    id_ = _found(opened, wanted, shared)
    errors = () if wanted.utkast else _files_with_errors(opened, kind, id_, shared)
    if errors:
        raise HasErrorsError(wanted.kind, " og ".join(errors))
    beside = Beside(opened.root, shared.revisjon, intern=wanted.intern)
    data = beside.with_twins(opened.data) if wanted.intern else opened.data
    options: dict[str, Any] = {"maalform": wanted.maalform, "utkast": wanted.utkast, "intern": wanted.intern}
    ordered = dataclasses.replace(
        papers.order(data, kind, id_, dag=opened.dag, **options),
        les_vedlegg=beside.attachment,
        egne_maler=beside.templates(),
    )
    content = papers.make(kind, ordered, cast("Format", wanted.format))
    return Made(content, f"{wanted.kind}-{id_.removeprefix('aarshjul-')}.{wanted.format}")


def _found(opened: Opened, wanted: Wanted, shared: Felles) -> str:
    """The id that is meant. A council stands for its mandate, a year for its calendar."""
    data = opened.data
    if wanted.kind == "aarshjul":
        return f"aarshjul-{wanted.of.removeprefix('aarshjul-').removesuffix('.yaml').rpartition('/')[2]}"
    try:
        id_ = find_id(data, wanted.of, wanted.forum)
    except UnreadableError as problem:
        _show_errors(opened, frozenset({problem.path}), shared)
        raise
    if id_ in data.forum and wanted.kind in ("mandat", "endringsnotat"):
        return _mandate_of(data, id_, opened, newest=wanted.kind == "endringsnotat")
    return id_


def _mandate_of(data: Dataset, forum: str, opened: Opened, *, newest: bool) -> str:
    """The mandate in force on the day; for a note on a change the newest, drafts too."""
    alle = data.mandater_for(forum)
    gjeldende = data.mandat_for(forum, opened.dag)
    valgt = alle[-1] if newest and alle else gjeldende
    return valgt.id if valgt is not None else forum


# --- what stands in the way


def _files_with_errors(opened: Opened, kind: Kind, id_: str, shared: Felles) -> tuple[str, ...]:
    """The files the paper is made of that have errors in them; the findings are shown."""
    return _show_errors(opened, frozenset(made_of(opened.data, kind, id_)), shared)


def made_of(data: Dataset, kind: Kind, id_: str) -> list[str]:
    """The file of what has the id; of a pack the files of its cases too."""
    ids = [id_]
    if kind == "moetepakke" and id_ in data.moeter:
        forum = data.forum_of(id_)
        ids += [data.sak_id(forum, punkt.sak) or "" for punkt in data.moeter[id_].saksliste if punkt.sak]
    return [data.files[one].path for one in ids if one in data.files]


def _show_errors(opened: Opened, paths: frozenset[str], shared: Felles) -> tuple[str, ...]:
    """Show the errors in the files on stderr; which of them have any."""
    if not paths:
        return ()
    report = check(opened, shared.revisjon)
    errors = tuple(one for one in report.findings if one.location.path in paths and one.severity is Severity.FEIL)
    if errors:
        place = screen(shared.farge)
        say(as_text(replace(report, findings=errors), place), colours=place.colours)
    return tuple(sorted({one.location.path for one in errors}))


# --- out


def deliver(made: Made, out: str | None, shared: Felles) -> None:
    """Print the paper, or write it: in a folder under its own name.

    Raises:
        NotOnScreenError: if it is no text, and a terminal is where it would go.
        WrongEndingError: if the file would have the name of another format.
    """
    if out is None:
        _show(made)
        return
    form = made.name.rpartition(".")[2]
    path = Path(out) / made.name if is_folder(Path(out)) else named_as(form, Path(out), ("html", "pdf", "docx"))
    write_file(path, made.content)
    if not shared.stille:
        say(f"skrev {path}")


def _show(made: Made) -> None:
    if made.is_text:
        show(made.content.decode())
    elif _is_screen():
        raise NotOnScreenError(made.name.rpartition(".")[2])
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(made.content)


def _is_screen() -> bool:
    return sys.stdout.isatty()


def show_templates(opened: Opened, forum: str | None, shared: Felles) -> None:
    """Which file each kind of paper is made with, for one council or for all of them."""
    own = Beside(opened.root, shared.revisjon).templates()
    rows = shown_templates(own, tuple(PAPERS), tuple(opened.data.forum) if forum is None else (forum,))
    width = max(len(kind) for kind, _ in rows)
    show("".join(f"{kind:<{width}}  {path}\n" for kind, path in rows))
    if not own and not shared.stille:
        say(f"{OURS_SHOWN} følger med; en egen mal legges i data/maler/ (docs/brukerveiledning/dokumenter.md)")
