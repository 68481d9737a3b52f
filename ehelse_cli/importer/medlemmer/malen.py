"""Empty lists to fill in, and lists of what the files say: what is written here is read back as the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.forum import Forum, Medlem, Medlemsperiode, Stedfortreder
from ehelse_cli.core.register import medlemskap
from ehelse_cli.importer.ark.columns import FORMS, Form

#: The columns of the template: those that anybody needs; more are understood.
_SHOWN: Mapping[str, tuple[str, ...]] = {
    "medlemmer": (
        *("navn", "virksomhet", "gruppe", "rolle", "fra", "til", "oppnevnt_av", "oppnevnt"),
        *("fratraadt", "egenskaper", "stillingsnivaa", "vara_for", "nr"),
    ),
    "fremmoete": (
        *("navn", "virksomhet", "rolle", "moette", "vara_moette", "vara_for", "fra_kl", "til_kl"),
        *("fom_sak", "tom_sak", "form", "stedfortreder"),
    ),
}

Rows = tuple[tuple[str, ...], ...]


def empty(kind: str) -> Rows:
    """The headings alone."""
    return (tuple(FORMS[kind].titles[key] for key in _SHOWN[kind]),)


def filled(form: Form, rows: Sequence[Mapping[str, str]]) -> Rows:
    """The headings, and the rows under them."""
    return (*empty(form.kind), *(tuple(row.get(key, "") for key in _SHOWN[form.kind]) for row in rows))


def medlemmer_av(data: Dataset, forum: Forum) -> Iterator[Mapping[str, str]]:
    """Every row of the council's file: members first, then substitutes."""
    last = {one.nr: one.siste_dag for one in medlemskap(data, forum)}
    for nr, medlem in enumerate(forum.medlemmer):
        end = last.get(nr) if not medlem.fratraadt else None
        yield _member(data, medlem) | _term(medlem.periode, str(end or "") or None)
    for one in forum.stedfortredere:
        yield _substitute(data, one) | _term(one.periode, None)


def _member(data: Dataset, medlem: Medlem) -> dict[str, str]:
    appointed = medlem.oppnevnt
    return {
        "navn": medlem.navn,
        "virksomhet": shown_name(data, medlem.virksomhet),
        "gruppe": medlem.gruppe or "",
        "rolle": medlem.rolle if medlem.rolle != "medlem" else "",
        "oppnevnt_av": (appointed and appointed.av) or "",
        "oppnevnt": str((appointed and appointed.dato) or ""),
        "fratraadt": str(medlem.fratraadt or ""),
        "egenskaper": ", ".join(medlem.egenskaper),
        "stillingsnivaa": medlem.stillingsnivaa or "",
    }


def _substitute(data: Dataset, one: Stedfortreder) -> dict[str, str]:
    return {
        "navn": one.navn,
        "virksomhet": shown_name(data, one.virksomhet),
        "vara_for": one.for_,
        "nr": str(one.nr) if one.nr is not None else "",
        "fratraadt": str(one.fratraadt or ""),
        "egenskaper": ", ".join(one.egenskaper),
    }


def _term(periode: Medlemsperiode | None, last: str | None) -> dict[str, str]:
    """The written end; where it follows from the mandate, what it comes to."""
    if periode is None:
        return {}
    if periode.ende == "aapen":
        return {"fra": str(periode.fra), "til": "ingen slutt"}
    return {"fra": str(periode.fra), "til": last or str(periode.til or "")}


def shown_name(data: Dataset, id_: str | None) -> str:
    """The name it has now; the id where another has that name too."""
    if id_ is None or id_ not in data.virksomheter:
        return id_ or ""
    name = data.virksomheter[id_].navn[-1].verdi
    others = (row.verdi for other, one in data.virksomheter.items() if other != id_ for row in (*one.navn, *one.kort))
    return id_ if name.casefold() in (one.casefold() for one in others) else name
