from __future__ import annotations

import re

import pytest

from ehelse_cli.core.virksomhet import FraDag
from ehelse_cli.load.schema.keys import KEYS, describe
from ehelse_cli.load.schema.shapes import keys_of
from tests.load.schema.models import MODELS

_PAIRS = [(model, key) for model in MODELS for key in keys_of(model).values()] + [(FraDag, "fra"), (FraDag, "verdi")]


def test_every_key_has_a_sentence() -> None:
    assert [f"{model.__name__}.{key}" for model, key in _PAIRS if not describe(model, key)] == []


def test_no_sentence_is_left_over() -> None:
    used = {describe(model, key) for model, key in _PAIRS}

    assert [name for name, text in KEYS.items() if text not in used] == []


@pytest.mark.parametrize("name", KEYS)
def test_a_sentence_reads_as_one(name: str) -> None:
    assert re.fullmatch(r"[A-ZÆØÅ0-9a-z_,: ].*[.…]", KEYS[name])
    assert len(KEYS[name]) <= 120


def test_a_models_own_sentence_goes_before_the_common_one() -> None:
    class Vedtatt:
        pass

    assert describe(Vedtatt, "dato") == KEYS["Vedtatt.dato"]
    assert describe(object, "dato") == KEYS["dato"]
    assert not describe(object, "finnes_ikke")
