"""The site's templates: what is no Markup is escaped, and a gap is an error."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.runtime import Context
from markupsafe import Markup, escape

from ehelse_cli import resources
from ehelse_cli.core import adresse
from ehelse_cli.core.felter import DelvisDato
from ehelse_cli.core.spraak import Maalform
from ehelse_cli.public import kalles
from ehelse_cli.public.felles import Dag
from ehelse_cli.publish import maalform
from ehelse_cli.render import markdown, tid
from ehelse_cli.render.ord import ORD

_FOLDER = "nettsted"
#: The level of a body's outermost headings: the page's title is the first.
_TOP = 2
#: A word with one letter before its hyphen.
_PREFIXED = re.compile(r"(\b\w-\w+)")
_DAY_AND_MONTH = re.compile(r"(?<=\d\.) (?=\w)")
_TAG = re.compile(r"<[^>]*>|\{[%{#].*?[%}#]\}", re.DOTALL)


def render(name: str, **values: Any) -> str:
    """The template `nettsted/<name>.html.j2` with the values in it."""
    return _environment().get_template(f"{name}.html.j2").render(values).rstrip("\n") + "\n"


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
        yield from _strings([getattr(words, name) for name in type(words).__dataclass_fields__])


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
    return Markup("").join(Markup("<p>{}</p>").format(part) for part in (text or "").split("\n\n") if part)


def kort(day: date, spraak: str = "nb") -> str:
    """`2. des.`, where the year is known from the context."""
    return tid.kort(day, _spraak(spraak))


def _dag(day: date, spraak: str = "nb") -> str:
    return _samlet(tid.dag(day, _spraak(spraak)))


def _ukedag(day: date, spraak: str = "nb") -> str:
    return _samlet(tid.ukedag(day, _spraak(spraak)))


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
    whole = Markup('<span class="hel">{}</span>')
    parts = _PREFIXED.split(text.replace(" – ", "\N{NO-BREAK SPACE}– "))
    return Markup("").join(whole.format(part) if nr % 2 else escape(part) for nr, part in enumerate(parts))


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
    "stor": tid.stor,
}


class _Context(Context):
    """What a template is rendered in. Nothing that ours call asks to be given the context, which saves the asking."""

    def call(
        self, what: Callable[..., Any], /, *args: Any, _loop_vars: Any = None, _block_vars: Any = None, **kwargs: Any
    ) -> Any:
        """Call what the template calls."""
        return what(*args, **kwargs)


class _Compiled(BytecodeCache):
    """Keeps the templates compiled where Python keeps its own modules compiled, where that may be written to."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept, if it is of the same text."""
        with suppress(OSError, EOFError, UnpicklingError):
            bucket.bytecode_from_string(_compiled(bucket.key).read_bytes())

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it, whole or not at all."""
        if sys.dont_write_bytecode:
            return
        file = _compiled(bucket.key)
        with suppress(OSError):
            file.parent.mkdir(exist_ok=True)
            new = file.with_name(f"{file.name}.{os.getpid()}")
            new.write_bytes(bucket.bytecode_to_string())
            new.replace(file)


def _compiled(key: str) -> Path:
    return resources.folder("templates") / _FOLDER / "__pycache__" / f"{key}.{sys.implementation.cache_tag}"


@cache
def _environment() -> Environment:
    """Ours alone, so nothing is fenced off: a council lays a style over the site, but has no templates in it."""
    environment = Environment(
        loader=FileSystemLoader(resources.folder("templates") / _FOLDER),
        undefined=StrictUndefined,
        autoescape=True,
        auto_reload=False,
        bytecode_cache=_Compiled(),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.context_class = _Context
    environment.globals.update(adresse=adresse, kalles=kalles, ord=kalles.ordene("nb"))
    environment.filters.update(_FILTERS)
    return environment
