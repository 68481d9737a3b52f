"""The text of a new file: a head as people write it, and the headings that its body must have."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from ehelse_cli.core.forum import Sakstype
from ehelse_cli.load.composed import Value
from ehelse_cli.load.edit.emit import mapping

#: What a paper has where the council has not said otherwise.
_OVERSKRIFTER = ("Bakgrunn", "Saksframstilling", "Vurdering")


def markdown_text(head: Mapping[str, Value], body: str) -> str:
    """A Markdown file with this head."""
    lines = "\n".join(mapping(dict(head), 0))
    return f"---\n{lines}\n---\n{body}"


def yaml_text(head: Mapping[str, Value]) -> str:
    """A YAML file."""
    return "\n".join(mapping(dict(head), 0)) + "\n"


def case_text(head: Mapping[str, Value], headings: Mapping[Sakstype, Sequence[str]]) -> str:
    """A case's paper, with the headings the council asks for in papers of its type."""
    types = head.get("sakstype", [])
    own = [types] if isinstance(types, str) else [one for one in types if isinstance(one, str)]
    return markdown_text(head, "\n".join(f"## {name}\n" for name in wanted_headings(own, headings)))


def wanted_headings(types: Collection[str], headings: Mapping[Sakstype, Sequence[str]]) -> tuple[str, ...]:
    """The headings of a paper of these types, in order, each once."""
    wanted = [name for one, names in headings.items() if one in types for name in names]
    return tuple(dict.fromkeys(wanted or _OVERSKRIFTER))
