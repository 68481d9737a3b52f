"""A paper by its kind and the id of what it is made of."""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches
from typing import Literal

from markupsafe import Markup

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.spraak import Maalform
from ehelse_cli.render import markdown
from ehelse_cli.render.errors import BrokenError, UnknownIdError, WrongKindError
from ehelse_cli.render.felles import Ramme, forumet
from ehelse_cli.render.saksframlegg import Saksframleggview, saksframlegg
from ehelse_cli.render.saksliste import Sakslisteview, saksliste
from ehelse_cli.render.templates import Format, render, stil

Kind = Literal["saksliste", "saksframlegg"]

_MADE_OF = {"saksliste": "et møte", "saksframlegg": "en sak"}
#: The level of a body's outermost headings: the paper's title is the first.
_BODY_TOP = 2


def paper(  # noqa: PLR0913 (an option is a parameter)
    data: Dataset,
    kind: Kind,
    id: str,  # noqa: A002 (what users call it)
    *,
    dag: date,
    format: Format,  # noqa: A002 (as on the command line)
    maalform: Maalform | None = None,
    utkast: bool = False,
) -> str:
    """The paper as a whole document, Markdown or HTML. The same input gives the same bytes.

    `saksliste` is made of a meeting, `saksframlegg` of a case; `dag` says which of a case's meetings is next. Without
    `maalform` the object's own is used, then the council's. `utkast` prints UTKAST on it.

    Raises:
        UnknownIdError: nothing has the id.
        WrongKindError: the id is of something else.
        BrokenError: the object, or something its paper must tell, cannot be read.
        MissingForumError: its council has no file.
    """
    _check(data, kind, id)
    forum = forumet(data, id)
    egen = (data.moeter[id] if kind == "saksliste" else data.saker[id]).maalform
    ramme = Ramme(maalform or egen or forum.maalform, eksempel=data.datasett.er_eksempel, utkast=utkast)
    view = _view(data, kind, id, ramme, dag)
    body = _body(view, format) if isinstance(view, Saksframleggview) else ""
    return render(kind, format, {"v": view, "ramme": ramme, "ord": ramme.ord, "stil": stil(), "tekst": body})


def _view(data: Dataset, kind: Kind, id_: str, ramme: Ramme, dag: date) -> Sakslisteview | Saksframleggview:
    if kind == "saksliste":
        return saksliste(data, data.moeter[id_], ramme)
    return saksframlegg(data, data.saker[id_], ramme, dag)


def _body(view: Saksframleggview, format_: Format) -> Markup:
    """The case's own text in the paper's format: tidied, and for HTML through the allow-list."""
    tidied = markdown.tidy(view.tekst, _BODY_TOP)
    return Markup(markdown.to_html(tidied, view.ramme.ord.tabell) if format_ == "html" else tidied)  # noqa: S704


def _check(data: Dataset, kind: Kind, id_: str) -> None:
    """That the paper can be made of what has the id."""
    right = data.moeter if kind == "saksliste" else data.saker
    if id_ in right:
        return
    if id_ in data.broken:
        raise BrokenError(id_)
    if id_ in data.ider:
        raise WrongKindError(id_, kind, _MADE_OF[kind], next(iter(right), None))
    raise UnknownIdError(id_, get_close_matches(id_, right, n=2))
