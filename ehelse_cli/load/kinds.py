"""What a file is, told by its path: the path is the id (format rule 1)."""

import re
from collections.abc import Callable
from datetime import date
from typing import Literal

from msgspec import Struct

Shape = Literal["yaml", "markdown", "attachment", "template"]


class Kind(Struct, frozen=True):
    """One kind of file: how its path looks, what its id is, and whether prose follows the head."""

    name: str
    pattern: re.Pattern[str]
    make_id: Callable[[re.Match[str]], str]
    shape: Shape
    example: str


class Placed(Struct, frozen=True):
    """A file whose path says what it is."""

    kind: Kind
    id: str
    path: str


def _day(text: str) -> str:
    """The text if it is a day that exists.

    Raises:
        ValueError: if it is not.
    """
    date.fromisoformat(text)
    return text


def _numbered(match: re.Match[str], letter: str = "") -> str:
    return f"{match['forum']}-{match['aar']}-{letter}{int(match['nr'])}"


_FORUM = r"(?P<forum>[a-z0-9]+(?:-[a-z0-9]+)*)"
_DATO = r"(?P<dato>\d{4}-\d{2}-\d{2})"

DATASETT = Kind("datasett", re.compile(r"datasett\.yaml"), lambda _: "datasett", "yaml", "datasett.yaml")
VIRKSOMHETER = Kind(
    "virksomheter", re.compile(r"virksomheter\.yaml"), lambda _: "virksomheter", "yaml", "virksomheter.yaml"
)
PERSONER = Kind("personer", re.compile(r"personer\.yaml"), lambda _: "personer", "yaml", "personer.yaml")
FORUM = Kind("forum", re.compile(rf"forum/{_FORUM}\.yaml"), lambda m: m["forum"], "yaml", "forum/nehr.yaml")
MANDAT = Kind(
    "mandat",
    re.compile(rf"mandater/{_FORUM}/{_DATO}(?P<utkast>-utkast)?\.md"),
    lambda m: f"{m['forum']}@{_day(m['dato'])}{m['utkast'] or ''}",
    "markdown",
    "mandater/nehr/2024-01-01.md",
)
GODTATT = Kind("godtatt", re.compile(r"mandater/godtatt\.yaml"), lambda _: "godtatt", "yaml", "mandater/godtatt.yaml")
MOETE = Kind(
    "moete",
    re.compile(rf"moeter/{_FORUM}/(?P<aar>\d{{4}})-m(?P<nr>\d{{1,2}})\.md"),
    lambda m: _numbered(m, "m"),
    "markdown",
    "moeter/nehr/2026-m4.md",
)
MOETE_PAA_DAG = Kind(
    "moete",
    re.compile(rf"moeter/{_FORUM}/{_DATO}\.md"),
    lambda m: f"{m['forum']}-{_day(m['dato'])}",
    "markdown",
    "moeter/skate/2020-06-17.md",
)
SAK = Kind(
    "sak",
    re.compile(rf"saker/{_FORUM}/(?P<aar>\d{{4}})-(?P<nr>\d{{1,4}})\.md"),
    _numbered,
    "markdown",
    "saker/nehr/2026-09.md",
)
SAK_I_KOE = Kind(
    "sak",
    re.compile(rf"saker/{_FORUM}/koe/(?P<navn>[a-z0-9]+(?:-[a-z0-9]+)*)\.md"),
    lambda m: f"{m['forum']}-koe-{m['navn']}",
    "markdown",
    "saker/nehr/koe/veikart.md",
)
VEDLEGG = Kind(
    "vedlegg",
    re.compile(rf"saker/{_FORUM}/(?:koe/)?(?!koe/)[a-z0-9-]+/[^/]+"),
    lambda m: m[0],
    "attachment",
    "saker/nehr/2026-09/tall.pdf",
)
AARSHJUL = Kind(
    "aarshjul",
    re.compile(r"aarshjul/(?P<aar>\d{4})\.yaml"),
    lambda m: f"aarshjul-{m['aar']}",
    "yaml",
    "aarshjul/2026.yaml",
)

MAL = Kind(
    "mal",
    re.compile(rf"maler/(?:{_FORUM}/)?_?[a-z]+\.html\.j2"),
    lambda m: m[0],
    "template",
    "maler/nehr/saksliste.html.j2",
)

#: In the order tried: a paper before the attachments, which take any name.
KINDS = (
    DATASETT,
    VIRKSOMHETER,
    PERSONER,
    FORUM,
    MANDAT,
    GODTATT,
    MOETE,
    MOETE_PAA_DAG,
    SAK,
    SAK_I_KOE,
    VEDLEGG,
    AARSHJUL,
    MAL,
)

#: Per top folder, tried in order: one look-up instead of eleven patterns a file.
_BY_FOLDER = {
    folder: tuple(kind for kind in KINDS if kind.example.split("/")[0] == folder)
    for folder in {kind.example.split("/")[0] for kind in KINDS}
}


def place(path: str) -> Placed | None:
    """What the file at `path` (from the data folder) is, or None when the path says nothing."""
    for kind in _BY_FOLDER.get(path.split("/", 1)[0], ()):
        match = kind.pattern.fullmatch(path)
        if match is not None:
            try:
                return Placed(kind, kind.make_id(match), path)
            except ValueError:
                return None
    return None
