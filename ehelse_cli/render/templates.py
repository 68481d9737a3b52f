"""The Jinja environment: a stranger's template may place text, and nothing else; a gap in it is an error."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, ChoiceLoader, DictLoader, FileSystemLoader, PrefixLoader, StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from ehelse_cli import resources
from ehelse_cli.render.clean import clean_line

#: Where every paper's template is, and the name by which a template of a data tree reaches ours: `ehelse/…`.
FOLDER = "dokument"
OURS = "ehelse"
ENDING = ".html.j2"

#: A paper of a thousand pages; what is larger is a template that goes in a ring.
MAX_CHARACTERS = 20_000_000


class TooLargeError(Exception):
    """A template that never ends."""


@dataclass(frozen=True, slots=True)
class Stil:
    """The stylesheet inside a page, and the hash by which the page's own policy admits it and nothing else."""

    tekst: Markup
    sha256: str


def template_name(kind: str) -> str:
    """`dokument/saksliste.html.j2`."""
    return f"{FOLDER}/{kind}{ENDING}"


def render(kind: str, values: Mapping[str, Any]) -> str:
    """The paper's shipped template with the values in it."""
    return fill(_shipped().get_template(template_name(kind)), values)


def fill(template: Template, values: Mapping[str, Any]) -> str:
    """The template with the values in it, and one line end at the end.

    Raises:
        TooLargeError: if it does not end.
    """
    parts, length = [], 0
    for part in template.generate(values):
        parts.append(part)
        length += len(part)
        if length > MAX_CHARACTERS:
            raise TooLargeError
    return "".join(parts).rstrip("\n") + "\n"


def environment(own: Mapping[str, str]) -> ImmutableSandboxedEnvironment:
    """Templates by name: those of a data tree (name → source) before ours of the same name."""
    # Whatever is not Markup is escaped by Jinja. Markup is text that is HTML already, made so by an allow-list.
    return ImmutableSandboxedEnvironment(
        loader=_loader(own),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_as_line,
    )


@cache
def _shipped() -> ImmutableSandboxedEnvironment:
    return environment({})


def _loader(own: Mapping[str, str]) -> BaseLoader:
    folder = shipped_folder()
    ours = PrefixLoader({name: FileSystemLoader(folder / FOLDER) for name in (FOLDER, OURS)})
    return ChoiceLoader([DictLoader(own), ours]) if own else ours


def shipped_folder() -> Path:
    """The folder of the templates that come with the program."""
    return resources.folder("templates")


def _as_line(value: object) -> str:
    return value if isinstance(value, Markup) else clean_line(_text(value))


def _text(value: object) -> str:
    """What a template prints must be words or numbers: None on paper is a mistake in the view or the template."""
    if value is None or isinstance(value, bool):
        raise TypeError(f"a template printed {value}")
    return str(value)


def stylesheet(name: str) -> str:
    """A stylesheet as shipped, after the one for pictures that papers and the site share."""
    folder = shipped_folder()
    return "\n".join((folder / file).read_text(encoding="utf-8").strip() for file in ("bilder.css", name))


@cache
def stil() -> Stil:
    """The stylesheet of papers, without the space around it."""
    tekst = stylesheet("dokument/stil.css")
    digest = base64.b64encode(hashlib.sha256(tekst.encode()).digest()).decode("ascii")
    return Stil(Markup(tekst), digest)  # noqa: S704 (a file of ours, not a user's)
