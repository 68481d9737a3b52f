"""What the papers share: the frame around them, rows of facts, attachments, what is exempt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.forum import Forum, Sakstype
from ehelse_cli.core.skjerming import Skjerming
from ehelse_cli.core.spraak import Maalform, stor
from ehelse_cli.core.vedlegg import Vedlegg
from ehelse_cli.render import markdown
from ehelse_cli.render.clean import paragraphs
from ehelse_cli.render.errors import BrokenError, MissingForumError
from ehelse_cli.render.ord import ORD, Ord
from ehelse_cli.render.tid import liste


@dataclass(frozen=True, slots=True)
class Ramme:
    """What every paper says of itself: its language, and what kind of truth it holds."""

    maalform: Maalform
    eksempel: bool
    utkast: bool
    intern: bool = False
    del_: bool = False

    @property
    def mal(self) -> str:
        """What a template fills: a whole page, or a part of a larger paper."""
        return "dokument/_del.html.j2" if self.del_ else "dokument/_ramme.html.j2"

    @property
    def ord(self) -> Ord:
        """The paper's own words."""
        return ORD[self.maalform]

    def liste(self, deler: Sequence[str]) -> str:
        """`a, b og c`."""
        return liste(deler, self.maalform)


@dataclass(frozen=True, slots=True)
class Rad:
    """A fact with its label."""

    ledetekst: str
    verdi: str


@dataclass(frozen=True, slots=True)
class Punkt:
    """One point of prose: its paragraphs, and the condition it rests on."""

    avsnitt: tuple[str, ...]
    forutsetning: str | None = None


def broedtekst(ramme: Ramme, tekst: str, oeverst: int = 2) -> Markup:
    """Prose written as Markdown, its outermost headings on the level, through the allow-list. Nothing gives nothing."""
    tidied = markdown.tidy(tekst, oeverst)
    return Markup(markdown.to_html(tidied, ramme.ord.tabell))  # noqa: S704 (made safe by the allow-list)


def annet_spraak(ramme: Ramme, maalform: Maalform) -> Maalform | None:
    """The language of a text, where it is not the paper's."""
    return None if maalform == ramme.maalform else maalform


def rad(ledetekst: str, verdi: str | None) -> tuple[Rad, ...]:
    """The fact, or nothing where it is not known."""
    return (Rad(ledetekst, verdi),) if verdi else ()


def punkt(ramme: Ramme, tekst: str, forutsetning: str | None = None) -> Punkt:
    """One point as written, and what it rests on in words."""
    under = ramme.ord.under_forutsetning.format(" ".join(paragraphs(forutsetning))) if forutsetning else None
    return Punkt(paragraphs(tekst), under)


def forumet(data: Dataset, id_: str) -> Forum:
    """The council a meeting or a case belongs to, when everything a paper must be able to trust is there.

    Raises:
        BrokenError: the council, a mandate or a meeting of it, or what is said of the whole tree, cannot be read.
        MissingForumError: the council has no file.
    """
    forum = forum_id(data, id_)
    mapper = (f"data/mandater/{forum}/", f"data/moeter/{forum}/")
    brutt = [en for en in data.broken if en in {forum, *_FELLES} or _sti(data, en).startswith(mapper)]
    if brutt:
        raise BrokenError(*brutt)
    if forum not in data.forum:
        raise MissingForumError(forum)
    return data.forum[forum]


def forum_id(data: Dataset, id_: str) -> str:
    """The council that a meeting, a case, a mandate or the council's own id belongs to."""
    if id_ in data.mandater:
        return data.mandater[id_].forum
    return id_ if id_ in data.forum or id_ in data.broken else data.forum_of(id_)


#: What is said of the whole tree: without it a paper would not know what it is, nor what anyone is called.
_FELLES = ("datasett", "virksomheter")


def _sti(data: Dataset, id_: str) -> str:
    return data.files[id_].path if id_ in data.files else ""


def sakstypeord(ramme: Ramme, sakstyper: Sequence[Sakstype]) -> str | None:
    """`Drøfting og råd`."""
    return stor(ramme.liste([ramme.ord.sakstyper[slag] for slag in sakstyper])) if sakstyper else None


def vedleggsrader(ramme: Ramme, vedlegg: Sequence[Vedlegg], foerste: int) -> tuple[Rad, ...]:
    """The attachments, numbered from `foerste`. Of one that is exempt, only that and on which legal basis."""
    return tuple(Rad(f"{ramme.ord.vedlegg} {nr}", _vedlegg(ramme, ett)) for nr, ett in enumerate(vedlegg, foerste))


def _vedlegg(ramme: Ramme, vedlegg: Vedlegg) -> str:
    if vedlegg.skjerming is None:
        return vedlegg.tittel
    grunn = unntatt(ramme, vedlegg.skjerming)
    if vedlegg.skjerming.omfang == "deler":
        return f"{vedlegg.tittel} (delvis {grunn})"
    return f"{vedlegg.tittel} ({grunn})" if ramme.intern else grunn


def unntatt(ramme: Ramme, skjerming: Skjerming) -> str:
    """`unntatt offentlighet, offl. § 23 tredje ledd`."""
    return f"{ramme.ord.unntatt}, {skjerming.hjemmel}"


def unntatt_her(ramme: Ramme, skjerming: Skjerming) -> str:
    """What a paper that tells the rest says of the exemption.

    An internal one tells all of it, and then it may be the whole that is exempt.
    """
    return stor(unntatt(ramme, skjerming)) if ramme.intern else ramme.ord.unntatt_deler.format(skjerming.hjemmel)


def hele_unntatt(*skjerminger: Skjerming | None) -> Skjerming | None:
    """The first exemption that closes the whole."""
    return next((en for en in skjerminger if en is not None and en.omfang == "hele"), None)
