"""The site's templates: what is no Markup is escaped, and a gap is an error."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from ehelse_cli import resources
from ehelse_cli.public import adresse, kalles
from ehelse_cli.render import markdown, tid
from ehelse_cli.render.ord import ORD

_FOLDER = "nettsted"
#: The level of a body's outermost headings: the page's title is the first.
_TOP = 2
_TAG = re.compile(r"<[^>]*>|\{[%{#].*?[%}#]\}", re.DOTALL)


def render(name: str, **values: Any) -> str:
    """The template `nettsted/<name>.html.j2` with the values in it."""
    return _environment().get_template(f"{name}.html.j2").render(values).rstrip("\n") + "\n"


def source(name: str) -> str:
    """A file that goes out as it is shipped, such as the stylesheet."""
    return (resources.folder("templates") / _FOLDER / name).read_text(encoding="utf-8")


def vocabulary() -> Iterator[str]:
    """What the pages say by themselves: the words of the templates, and of the format in both languages."""
    for path in sorted((resources.folder("templates") / _FOLDER).glob("*.j2")):
        yield _TAG.sub(" ", path.read_text(encoding="utf-8"))
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


def body(text: str, table: str = "Tabell") -> Markup:
    """A Markdown body as HTML of an allow-list."""
    return Markup(markdown.to_html(markdown.tidy(text, _TOP), table))  # noqa: S704 (through the allow-list)


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(resources.folder("templates") / _FOLDER),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(adresse=adresse, kalles=kalles)
    environment.filters.update(dag=lambda dato, spraak="nb": tid.dag(dato, spraak), tekst=body)
    return environment
