"""Makes an export, unless something must not go out, and puts it where it is wanted."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from ehelse_cli.cli.errors import UsageError, did_you_mean, nearest
from ehelse_cli.cli.felles import Felles
from ehelse_cli.cli.files import is_folder, make_folder, write_file
from ehelse_cli.cli.opening import Opened
from ehelse_cli.cli.output import say, show_bytes
from ehelse_cli.cli.releasing import release
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.refused import why_not_read
from ehelse_cli.export.einnsyn_kontroll import Avvist, for_stort, kontroll
from ehelse_cli.export.eksporter import EKSPORTER
from ehelse_cli.export.fil import Fil, Valg
from ehelse_cli.publish.scan import searched

#: Those that are one document: it may be printed.
_ALONE = ("ical", "atom", "json", "popolo")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which format, of which council, with what."""

    format: str
    forum: str | None
    frister: bool
    forrige: str | None


class UnknownForumError(UsageError):
    """No council of that id."""

    def __init__(self, forum: str, near: tuple[str, ...]) -> None:
        super().__init__(f"det finnes ikke noe forum «{forum}»{did_you_mean(near)}")


class FolderNeededError(UsageError):
    """An export of several files cannot be printed."""

    def __init__(self, format_: str) -> None:
        super().__init__(f"{format_} er flere filer", "Oppgi en mappe med --ut.")


class LastExportError(UsageError):
    """What should have been the last export is not."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"kan ikke bruke «{path}» som forrige eksport: {why}")


class RefusedByEinnsynError(EhelseError):
    """eInnsyn would refuse it; so nothing is written."""

    exit_code = 1

    def __init__(self, refused: tuple[Avvist, ...]) -> None:
        what = dict.fromkeys(one.hva for one in refused)
        lines = "\n".join(f"  {_places(refused, hva)}: {hva}" for hva in what)
        super().__init__(f"eInnsyn ville avvist dette, og ingenting er skrevet:\n{lines}")


def _places(refused: tuple[Avvist, ...], hva: str) -> str:
    """The first place where it is so, and how many more there are."""
    places = [one.hvor for one in refused if one.hva == hva]
    return f"{places[0]} og {len(places) - 1} andre" if len(places) > 1 else places[0]


def export(opened: Opened, wanted: Wanted, shared: Felles) -> tuple[Fil, ...]:
    """The files.

    Raises:
        UnknownForumError: if no council has the id.
        NotReleasedError: if something must not go out.
        RefusedByEinnsynError: if eInnsyn would not take it.
        LastExportError: if `forrige` is no export of ours.
    """
    if wanted.forum is not None and wanted.forum not in opened.data.forum:
        raise UnknownForumError(wanted.forum, nearest(wanted.forum, tuple(opened.data.forum), 2))
    valg = Valg(wanted.forum, wanted.frister, _last(wanted.forrige) if wanted.forrige else None)
    offentlig, search = release(opened, shared)
    made = EKSPORTER[wanted.format](offentlig, valg)
    found = searched(((one.navn, one.innhold) for one in made), search)
    files = tuple(Fil(name, content) for name, content in found)
    if wanted.format == "einnsyn":
        _preflight(files[0])
    return files


def _preflight(document: Fil) -> None:
    if refused := kontroll(json.loads(document.innhold)):
        raise RefusedByEinnsynError(refused)
    if for_stort(document.innhold):
        say("merk: filen er større enn 1 MB; eFormidling tar ett møte om gangen")


def _last(path: str) -> bytes:
    try:
        content = Path(path).read_bytes()
        if not isinstance(json.loads(content)["moetemapper"], list):
            raise LastExportError(path, "den har ingen møtemapper")
    except OSError as problem:
        raise LastExportError(path, why_not_read(problem)) from None
    except (ValueError, KeyError, TypeError):
        raise LastExportError(path, "den er ikke en einnsyn.json") from None
    return content


def deliver(files: tuple[Fil, ...], format_: str, out: str | None, shared: Felles) -> None:
    """Print the one document, or write them: a single file under the name given, several in a folder."""
    if out is None:
        if format_ not in _ALONE:
            raise FolderNeededError(format_)
        show_bytes(files[0].innhold)
        return
    path = Path(out)
    if len(files) == 1 and not (out.endswith("/") or is_folder(path)):
        _write(path, files[0], shared)
        return
    make_folder(path)
    for one in files:
        _write(path / one.navn, one, shared)


def _write(path: Path, one: Fil, shared: Felles) -> None:
    write_file(path, one.innhold.decode())
    if not shared.stille:
        say(f"skrev {path}")
