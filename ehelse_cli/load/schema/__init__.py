"""JSON Schema for editors: what may stand in each kind of file, with a word about every key.

What a schema refuses, the reader refuses too. The other way does not hold: the reader knows calendar and other files.
"""

from collections.abc import Mapping
from typing import Any

from ehelse_cli.load.dataset import MODELS
from ehelse_cli.load.schema.scalars import ID
from ehelse_cli.load.schema.shapes import Shapes

DIALECT = "https://json-schema.org/draft/2020-12/schema"

#: The kinds of file, each with where they stand and what they are, in Norwegian.
FILES: Mapping[str, tuple[tuple[str, ...], str]] = {
    "datasett": (("data/datasett.yaml",), "Hva treet er, og dagen det vurderes per"),
    "virksomheter": (("data/virksomheter.yaml",), "Virksomheter: id og navn over tid"),
    "personer": (("data/personer.yaml",), "Personer som har byttet navn"),
    "forum": (("data/forum/*.yaml",), "Ett råd eller utvalg"),
    "mandat": (("data/mandater/*/*.md",), "Hodet i et mandat"),
    "godtatt": (("data/mandater/godtatt.yaml",), "Endringer i mandater som noen har godtatt"),
    "moete": (("data/moeter/*/*.md",), "Hodet i et møte: saksliste og referat"),
    "sak": (("data/saker/*/*.md", "data/saker/*/koe/*.md"), "Hodet i en sak"),
    "aarshjul": (("data/aarshjul/*.yaml",), "Det i året som ikke hører til noe møte"),
}


def schema(kind: str) -> dict[str, Any]:
    """The schema of one kind of file (a key of `FILES`); of a Markdown file, its head's."""
    shapes = Shapes()
    content = _content(kind, shapes)
    return {
        "$schema": DIALECT,
        "title": f"ehelse: {kind}",
        "description": FILES[kind][1],
        **content,
        "$defs": dict(sorted(shapes.definitions.items())),
    }


def _content(kind: str, shapes: Shapes) -> dict[str, Any]:
    content = shapes.of(MODELS[kind])
    if kind == "virksomheter":
        return {"type": "object", "propertyNames": {"pattern": ID["pattern"]}, "additionalProperties": content}
    return content
