"""From the public model to a site in its place: made, searched for what is closed, and swapped in."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ehelse_cli.cli.felles import Felles
from ehelse_cli.cli.opening import Opened, Opening, let_go, tree_at
from ehelse_cli.cli.output import overheard, say
from ehelse_cli.cli.progress import counted
from ehelse_cli.cli.releasing import LARGE, release
from ehelse_cli.cli.unchanged import Done, Order, line_about
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.refused import why_not_read
from ehelse_cli.public.offentlig import Offentlig
from ehelse_cli.publish.page import Site
from ehelse_cli.publish.pages import pages, pages_as_markdown
from ehelse_cli.publish.scan import Search
from ehelse_cli.publish.soek import indexer
from ehelse_cli.publish.workers import site_files
from ehelse_cli.publish.writer import Written, write_site

if TYPE_CHECKING:
    from ehelse_cli.publish.papirer import Filformat, Papirer


class InsideDataError(EhelseError):
    """A site among the files that it is made of."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"«{folder}» ligger i datamappen", "Velg en mappe utenfor data/.")


def carry_out(order: Order, opening: Opening) -> Done:
    """Make the site that was asked for, and tell of it."""
    shared, wishes = order.shared, order.wishes
    with_search, with_papers = (not (wishes.markdown or without) for without in (wishes.uten_soek, wishes.uten_papirer))
    look = Look(indexer() if with_search else None, wishes.tema, wishes.markdown, _formats() if with_papers else ())
    with overheard() as said:
        released = let_out(order, opening, look)
        written = publish(released, order.folder, shared, look)
        if with_search and look.program is None:
            tell_of_search(shared)
        if with_papers:
            tell_of_missing(look.papirer, shared)
    done = Done(written, datotekst(released.offentlig.dag), tuple(said))
    tell(done, order)
    return done


def _formats() -> tuple[Filformat, ...]:
    """Those that the papers can be had in here."""
    from ehelse_cli.publish.papirer import formater

    return formater()


@dataclass(frozen=True, slots=True)
class Look:
    """How the site is wanted: as HTML, with a search where there is a `program` to make its index; or as Markdown.

    `papirer` are the formats that it is to have the papers in.
    """

    program: Path | None = None
    tema: Path | None = None
    markdown: bool = False
    papirer: tuple[Filformat, ...] = ()


@dataclass(frozen=True, slots=True)
class Released:
    """What may go out, what must not be found in it, and where it was read; all that was read, for papers alone.

    Half of what it takes of memory to make a site is what was read, and the pages are not made of it.
    """

    offentlig: Offentlig
    search: Search
    root: Path
    opened: Opened | None


def let_out(order: Order, opening: Opening, look: Look) -> Released:
    """What may go out of the tree.

    Raises:
        NotReleasedError: if something in the files must be put right first.
        InsideDataError: if the site was to stand among them.
    """
    opened = opening.finished()
    if order.target.is_relative_to((opened.root / "data").resolve()):
        raise InsideDataError(order.folder)
    offentlig, search = release(opened, order.shared)
    if not look.papirer and len(opened.data.files) >= LARGE:
        let_go()
    return Released(offentlig, search, opened.root, opened if look.papirer else None)


def publish(released: Released, folder: Path, shared: Felles, look: Look) -> Written:
    """The site in its folder.

    Raises:
        LeakError: if something was found that must not go out; then nothing is changed.
        EhelseError: if the folder cannot hold it.
    """
    tema, tree = _theme(look.tema), tree_at(released.root, shared.revisjon)
    with _papers(released, shared, look, folder) as papirer:
        has_search = look.program is not None
        site = Site(released.offentlig, lambda path: tree.read(path.removeprefix("data/")), has_search, tema, papirer)
        files = site_files(site, pages_as_markdown if look.markdown else pages, released.search, look.program)
        return write_site(folder, counted(files, "Lager sidene", quiet=shared.stille))


def _papers(released: Released, shared: Felles, look: Look, folder: Path) -> AbstractContextManager[Papirer | None]:
    """The papers, where any are wanted."""
    if released.opened is None:
        return nullcontext()
    from ehelse_cli.cli import site_papers

    papers = site_papers.Order(released.opened, shared, look.papirer)
    return site_papers.made_papers(papers, released.offentlig, released.search, folder)


class NoThemeError(EhelseError):
    """A style that cannot be read."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"kan ikke lese temaet «{path}»: {why}", "Temaet er en CSS-fil.")


def _theme(path: Path | None) -> bytes:
    try:
        return b"\n" + path.read_bytes() if path else b""
    except OSError as problem:
        raise NoThemeError(path or Path(), why_not_read(problem)) from problem


def tell(done: Done, order: Order) -> None:
    """What was done, on stderr."""
    nye, uendret, fjernet = done.written.nye, done.written.uendret, done.written.fjernet
    hva = f"{nye} nye eller endrede filer, {uendret} som før, {fjernet} tatt bort"
    if not done.written.noe:
        hva = f"ingenting er endret, {uendret} filer står som før"
    if not order.shared.stille:
        say(line_about(order.folder, hva, done.dag))


def tell_of_search(shared: Felles) -> None:
    """That the search is missing, and how to get it."""
    if not shared.stille:
        say("nettstedet har ikke søk: det trenger tillegget «soek» (pip install 'ehelse-cli[soek]')")


def tell_of_missing(formats: tuple[Filformat, ...], shared: Felles) -> None:
    """Which formats the site does not have, and how to get them."""
    lacking = [(name, extra) for name, extra in (("PDF", "pdf"), ("Word", "docx")) if extra not in formats]
    if lacking and not shared.stille:
        names = " og ".join(name for name, _ in lacking)
        extras = ",".join(extra for _, extra in lacking)
        say(f"nettstedet har ikke papirene som {names}: det trenger «pip install 'ehelse-cli[{extras}]'»")
