"""Every model that a file is read into."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel

from ehelse_cli.core.mandat.regel import HvemTabell, Regeltekst, Styrke
from ehelse_cli.load.dataset import MODELS as KINDS


def _below(type_: Any, seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    if isinstance(type_, type) and issubclass(type_, BaseModel):
        if type_ in seen:
            return
        seen.add(type_)
        yield type_
        for field in type_.model_fields.values():
            yield from _below(field.annotation, seen)
    for inner in get_args(type_):
        yield from _below(inner, seen)


_FOUND: set[type[BaseModel]] = set()
MODELS = tuple(model for type_ in (*KINDS.values(), HvemTabell, Regeltekst, Styrke) for model in _below(type_, _FOUND))
