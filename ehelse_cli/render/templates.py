"""The Jinja environments: a stranger's template may place text, and nothing else; a gap in it is an error."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from ehelse_cli import resources
from ehelse_cli.render.clean import clean_line
from ehelse_cli.render.markdown import escape, settle

Format = Literal["md", "html"]


@dataclass(frozen=True, slots=True)
class Stil:
    """The stylesheet inside a page, and the hash by which the page's own policy admits it and nothing else."""

    tekst: Markup
    sha256: str


def template_folders() -> tuple[Path, ...]:
    """Where templates are looked for, the first that has one wins."""
    return (resources.folder("templates"),)


def render(name: str, format_: Format, values: Mapping[str, Any]) -> str:
    """The template `dokument/<name>.<format>.j2` with the values in it. Values are escaped for the format."""
    text = _environment(format_).get_template(f"dokument/{name}.{format_}.j2").render(values)
    return (settle(text) if format_ == "md" else text).rstrip("\n") + "\n"


@cache
def _environment(format_: Format) -> ImmutableSandboxedEnvironment:
    # Whatever is not Markup is escaped: by `finalize` for Markdown, by Jinja itself for HTML. Markup is then text that
    # already is what the format wants, in both.
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(template_folders()),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_as_markdown if format_ == "md" else _as_line,
    )


def _as_markdown(value: object) -> Markup:
    return value if isinstance(value, Markup) else Markup(escape(_text(value)))  # noqa: S704 (escape() made it safe)


def _as_line(value: object) -> str:
    return value if isinstance(value, Markup) else clean_line(_text(value))


def _text(value: object) -> str:
    """What a template prints must be words or numbers: None on paper is a mistake in the view or the template."""
    if value is None or isinstance(value, bool):
        raise TypeError(f"a template printed {value}")
    return str(value)


@cache
def stil(name: str = "dokument/stil.css") -> Stil:
    """The stylesheet as shipped, without the space around it."""
    tekst = next(path for folder in template_folders() if (path := folder / name).is_file()).read_text(encoding="utf-8")
    tekst = tekst.strip()
    digest = base64.b64encode(hashlib.sha256(tekst.encode()).digest()).decode("ascii")
    return Stil(Markup(tekst), digest)  # noqa: S704 (a file of ours, not a user's)
