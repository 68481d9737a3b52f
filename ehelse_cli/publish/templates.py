"""The site's templates: what is no Markup is escaped, and a gap is an error."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from datetime import date
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ehelse_cli import resources
from ehelse_cli.core import adresse
from ehelse_cli.core.felter import DelvisDato
from ehelse_cli.core.spraak import Maalform, stor
from ehelse_cli.public import kalles
from ehelse_cli.public.felles import Dag, Vedlegg
from ehelse_cli.public.moete import Sakspunkt, UnntattPunkt
from ehelse_cli.public.sak import AapenSak
from ehelse_cli.publish import maalform
from ehelse_cli.publish.compiled import Compiled, Generator, escape
from ehelse_cli.render import markdown, tid
from ehelse_cli.render.ord import ORD

_FOLDER = "nettsted"
#: The level of a body's outermost headings: the page's title is the first.
_TOP = 2
#: A word with one letter before its hyphen, and the dash that may stand after it: outside it could begin a line.
_PREFIXED = re.compile(r"(\b\w-\w+(?:\N{NO-BREAK SPACE}–)?)")
_DAY_AND_MONTH = re.compile(r"(?<=\d\.) (?=\w)")
_TAG = re.compile(r"<[^>]*>|\{[%{#].*?[%}#]\}", re.DOTALL)


def render(name: str, mf: str, **values: Any) -> str:
    """The template `nettsted/<name>.html.j2` with the values in it, in the language `mf`."""
    return _environment(mf).get_template(f"{name}.html.j2").render(values).rstrip("\n") + "\n"


def macros(name: str, mf: str) -> Any:
    """The macros of `nettsted/<name>.html.j2`, each as a function that gives Markup."""
    return _environment(mf).get_template(f"{name}.html.j2").module


def source(name: str) -> str:
    """A file that goes out as it is shipped, such as the stylesheet."""
    return (resources.folder("templates") / _FOLDER / name).read_text(encoding="utf-8")


def vocabulary() -> Iterator[str]:
    """What pages and papers say by themselves: the words of the templates, and of the format in both languages."""
    templates = resources.folder("templates")
    for path in sorted(path for folder in (_FOLDER, "dokument") for path in (templates / folder).glob("*.j2")):
        yield _TAG.sub(" ", path.read_text(encoding="utf-8"))
    yield from maalform.vocabulary()
    for words in ORD.values():
        yield from _strings([getattr(words, name) for name in type(words).__struct_fields__])


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part)


def body(text: str, top: int = _TOP, table: str = "Tabell") -> Markup:
    """A Markdown body as HTML of an allow-list; its outermost headings are of the level `top`."""
    return Markup(markdown.to_html(markdown.tidy(text, top), table))  # noqa: S704 (through the allow-list)


def paragraphs(text: str | None) -> Markup:
    """Prose in paragraphs."""
    parts = (f"<p>{escape(part)}</p>" for part in (text or "").split("\n\n") if part)
    return Markup("".join(parts))  # noqa: S704 (every part is escaped)


@cache
def kort(day: date, spraak: str = "nb") -> str:
    """`2. des.`, where the year is known from the context."""
    return tid.kort(day, _spraak(spraak))


@cache
def _dag(day: date, spraak: str = "nb") -> str:
    return _samlet(tid.dag(day, _spraak(spraak)))


@cache
def _ukedag(day: date, spraak: str = "nb") -> str:
    return _samlet(tid.ukedag(day, _spraak(spraak)))


@cache
def _delvis(iso: str, spraak: str = "nb") -> str:
    """As much of the day as is known, from ISO; where it is told that there is none, or not told, that."""
    if not iso[:1].isdigit():
        return iso.replace("_", " ")
    return _samlet(tid.delvis(DelvisDato.parse(iso), _spraak(spraak)))


def _samlet(dag: str) -> str:
    """The day with its month: a line does not end with «7.»."""
    return _DAY_AND_MONTH.sub("\N{NO-BREAK SPACE}", dag)


def _innen(iso: str) -> str:
    """As `_delvis`, where the year is known from the context: `2. des.`, `oktober`."""
    return kort(date.fromisoformat(iso)) if len(iso) == 10 else _delvis(iso).rpartition(" ")[0] or iso


def _hel(text: str) -> Markup:
    """A title whose «e-helse» is whole where there is room, and no line of which begins with a dash."""
    safe = escape(text.replace(" – ", "\N{NO-BREAK SPACE}– "))
    whole = _PREFIXED.sub(r'<span class="hel">\1</span>', safe) if "-" in safe else safe
    return Markup(whole)  # noqa: S704 (escaped, and then marked)


def _klokke(dag: Dag) -> Markup:
    """`kl. 10.00–15.00` on one line; nothing where no clock time is set."""
    if dag.fra is None:
        return Markup()
    return Markup('<span class="samlet">kl. {}</span>').format(tid.klokke(dag.fra, dag.til))


def _periode(fra: date, til: date | None = None, spraak: str = "nb") -> str:
    """`14.–15. oktober 2026`."""
    return tid.periode(fra, til or fra, _spraak(spraak))


def _spraak(spraak: str) -> Maalform:
    return "nn" if spraak == "nn" else "nb"


def _sammen(parts: Iterable[str]) -> str:
    """What there is to say, with a dot between."""
    return " · ".join(filter(None, parts))


_FILTERS = {
    "dag": _dag,
    "ukedag": _ukedag,
    "kort": kort,
    "delvis": _delvis,
    "innen": _innen,
    "hel": _hel,
    "klokke": _klokke,
    "periode": _periode,
    "tekst": body,
    "avsnitt": paragraphs,
    "sammen": _sammen,
    "stor": stor,
}


#: The open one of each that may be either: a case, a line of an agenda, an attachment.
_AAPNE = (AapenSak, Sakspunkt, Vedlegg)


def _er_aapen(value: object) -> bool:
    return isinstance(value, _AAPNE)


def _er_unntatt(value: object) -> bool:
    return isinstance(value, UnntattPunkt)


class _Environment(Environment):
    """Jinja's, with our way of compiling, and with what is known everywhere in one dict: every page copies it."""

    code_generator_class = Generator

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What is known in a template."""
        return {**self.globals, **(d or {})}


@cache
def _environment(mf: str) -> Environment:
    """Ours alone, so nothing is fenced off: a council lays a style over the site, but has no templates in it.

    What is said in the language is known everywhere, so that the macros are made once, and not for every page.
    """
    folder = resources.folder("templates") / _FOLDER
    environment = _Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        autoescape=True,
        auto_reload=False,
        bytecode_cache=Compiled(folder / "__pycache__"),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(adresse=adresse, kalles=kalles, mf=mf, ord=kalles.ordene(mf), t=maalform.paa(mf))
    environment.filters.update(_FILTERS)
    environment.tests.update(aapen=_er_aapen, unntatt=_er_unntatt)
    return environment
