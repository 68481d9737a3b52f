"""A paper by its kind and the id of what it is made of: which there are, and how one is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any, Literal

from msgspec.structs import replace

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.spraak import Maalform
from ehelse_cli.render.aarshjul import aarshjul
from ehelse_cli.render.bestilling import Bestilling
from ehelse_cli.render.endringsnotat import endringsnotat
from ehelse_cli.render.errors import BrokenError, NotAPaperError, UnknownIdError, WrongKindError
from ehelse_cli.render.felles import Ramme, forum_id
from ehelse_cli.render.innkalling import innkalling, tilleggsinnkalling
from ehelse_cli.render.mandat import mandat
from ehelse_cli.render.medlemsliste import medlemsliste
from ehelse_cli.render.moetepakke import Pakkeview, moetepakke
from ehelse_cli.render.own_templates import own_templates, render_isolated
from ehelse_cli.render.referat import referat
from ehelse_cli.render.saksframlegg import Saksframleggview, saksframlegg
from ehelse_cli.render.saksliste import Sakslisteview, saksliste
from ehelse_cli.render.templates import render, stil

Kind = Literal[
    "innkalling",
    "saksliste",
    "tilleggsinnkalling",
    "saksframlegg",
    "moetepakke",
    "referat",
    "mandat",
    "medlemsliste",
    "aarshjul",
    "endringsnotat",
]
Format = Literal["md", "html", "pdf", "docx"]
Made = Literal["moete", "sak", "mandat", "forum", "aarshjul"]


@dataclass(frozen=True, slots=True)
class Slag:
    """A kind of paper: what it is made of, and its view, whose return type says what the template's `v` has."""

    av: Made
    view: Callable[[Bestilling], Any]


def _saksliste(b: Bestilling) -> Sakslisteview:
    return saksliste(b.data, b.moete, b.ramme)


def _saksframlegg(b: Bestilling) -> Saksframleggview:
    return saksframlegg(b.data, b.data.saker[b.id], b.ramme, b.dag)


def _moetepakke(b: Bestilling) -> Pakkeview:
    return moetepakke(b, page)


PAPERS: Mapping[Kind, Slag] = {
    "innkalling": Slag("moete", innkalling),
    "saksliste": Slag("moete", _saksliste),
    "tilleggsinnkalling": Slag("moete", tilleggsinnkalling),
    "saksframlegg": Slag("sak", _saksframlegg),
    "moetepakke": Slag("moete", _moetepakke),
    "referat": Slag("moete", referat),
    "mandat": Slag("mandat", mandat),
    "medlemsliste": Slag("forum", medlemsliste),
    "aarshjul": Slag("aarshjul", aarshjul),
    "endringsnotat": Slag("mandat", endringsnotat),
}

_MADE_OF: Mapping[Made, str] = {
    "moete": "et møte",
    "sak": "en sak",
    "mandat": "et mandat",
    "forum": "et forum",
    "aarshjul": "et årshjul",
}


def paper(  # noqa: PLR0913 (an option is a parameter)
    data: Dataset,
    kind: Kind,
    id: str,  # noqa: A002 (what users call it)
    *,
    dag: date,
    format: Literal["md", "html"],  # noqa: A002 (as on the command line)
    maalform: Maalform | None = None,
    utkast: bool = False,
) -> str:
    """The paper as text, Markdown or HTML. The same input gives the same words.

    `dag` says which of a case's meetings is next. Without `maalform` the object's own is used, then the council's.
    `utkast` prints UTKAST on it.

    Raises:
        UnknownIdError: nothing has the id.
        WrongKindError: the id is of something else.
        BrokenError: the object, or something its paper must tell, cannot be read.
        MissingForumError: its council has no file.
    """
    return make(kind, order(data, kind, id, dag=dag, maalform=maalform, utkast=utkast), format).decode()


def order(  # noqa: PLR0913 (an option is a parameter)
    data: Dataset,
    kind: Kind,
    id_: str,
    *,
    dag: date,
    maalform: Maalform | None = None,
    utkast: bool = False,
    intern: bool = False,
) -> Bestilling:
    """What the paper is to be made from, when it can be made of what has the id.

    Raises:
        UnknownIdError: nothing has the id.
        WrongKindError: the id is of something else.
        BrokenError: the object cannot be read.
    """
    _check(data, kind, id_)
    ramme = Ramme(
        maalform or _maalform(data, kind, id_), eksempel=data.datasett.er_eksempel, utkast=utkast, intern=intern
    )
    return Bestilling(data, id_, ramme, dag)


def make(kind: Kind, bestilling: Bestilling, format_: Format) -> bytes:
    """The paper's bytes in the format.

    Raises:
        MissingExtraError: the format needs a library that is not installed.
        EhelseError: the paper cannot be made.
    """
    html = page(kind, bestilling)
    return html.encode() if format_ == "html" else written(html, format_)


def written(html: str, format_: Format) -> bytes:
    """A page of ours in another format: the same for the same page.

    Raises:
        MissingExtraError: the format needs a library that is not installed.
        NotAPaperError: the page has what no paper has.
        NotSetError: the paper cannot be laid out.
    """
    from ehelse_cli.render.from_page import read
    from ehelse_cli.render.page import PageError

    try:
        document = read(html)
    except PageError as problem:
        raise NotAPaperError(format_, str(problem)) from None
    if format_ == "md":
        from ehelse_cli.render.as_markdown import as_markdown

        return as_markdown(document).encode()
    if format_ == "pdf":
        from ehelse_cli.render.as_pdf import as_pdf

        return as_pdf(document)
    from ehelse_cli.render.as_docx import as_docx

    return as_docx(document)


def page(kind: Kind, bestilling: Bestilling) -> str:
    """The paper as a page, or as a part of a larger one (`ramme.del_`).

    Raises:
        TemplateError: a template of the data tree cannot be used.
        EhelseError: the view cannot be made.
    """
    view, ramme = PAPERS[kind].view(bestilling), bestilling.ramme
    values = {"v": view, "ramme": ramme, "ord": ramme.ord, "stil": stil()}
    own = own_templates(bestilling.egne_maler, _forum(bestilling.data, kind, bestilling.id))
    return render_isolated(kind, values, own) if own else render(kind, values)


def of(data: Dataset, kind: Kind) -> Mapping[str, Any]:
    """What a paper of the kind can be made of."""
    made: Mapping[Made, Mapping[str, Any]] = {
        "moete": data.moeter,
        "sak": data.saker,
        "mandat": data.mandater,
        "forum": data.forum,
        "aarshjul": data.aarshjul,
    }
    return made[PAPERS[kind].av]


def _forum(data: Dataset, kind: Kind, id_: str) -> str | None:
    """The council whose paper it is; a year belongs to none."""
    return None if PAPERS[kind].av == "aarshjul" else forum_id(data, id_)


def _maalform(data: Dataset, kind: Kind, id_: str) -> Maalform:
    """The object's own language, then its council's, then the tree's."""
    egen: Maalform | None = getattr(of(data, kind)[id_], "maalform", None)
    forum = data.forum.get(_forum(data, kind, id_) or "")
    return egen or (forum.maalform if forum else data.datasett.maalform)


def _check(data: Dataset, kind: Kind, id_: str) -> None:
    """That the paper can be made of what has the id."""
    right = of(data, kind)
    if id_ in right:
        return
    if id_ in data.broken:
        raise BrokenError(id_)
    if id_ in data.ider:
        raise WrongKindError(id_, kind, _MADE_OF[PAPERS[kind].av], next(iter(right), None))
    raise UnknownIdError(id_, get_close_matches(id_, right, n=2))


__all__ = ["PAPERS", "Format", "Kind", "make", "of", "order", "page", "paper", "replace", "written"]
