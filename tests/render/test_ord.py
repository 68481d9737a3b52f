from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from ehelse_cli.core.forum import Sakstype
from ehelse_cli.core.moete import Resultat, Utfall
from ehelse_cli.core.sak import KonsekvensKommuner
from ehelse_cli.core.spraak import Maalform
from ehelse_cli.render.moetefrister import REKKEFOELGE
from ehelse_cli.render.ord import BOKMAAL, NYNORSK, ORD, Ord

ROOT = Path(__file__).parents[2]
TABLES = [name for name in Ord.__struct_fields__ if isinstance(getattr(BOKMAAL, name), Mapping)]


@cache
def _sources() -> str:
    """Every view and every template as one text."""
    files = [*(ROOT / "ehelse_cli" / "render").glob("*.py"), *(ROOT / "templates" / "dokument").glob("*.j2")]
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(files))


def _places(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def test_every_maalform_has_its_words() -> None:
    assert set(ORD) == set(get_args(Maalform))


@pytest.mark.parametrize("name", Ord.__struct_fields__)
def test_both_have_the_same_keys_and_places(name: str) -> None:
    nb, nn = getattr(BOKMAAL, name), getattr(NYNORSK, name)
    if name in TABLES:
        assert list(nb) == list(nn)
        assert all([*nb.values(), *nn.values()])
    else:
        assert nb
        assert _places(nb) == _places(nn)


@pytest.mark.parametrize(
    ("table", "keys"),
    [
        ("sakstyper", get_args(Sakstype)),
        ("utfall", get_args(Utfall)),
        ("resultater", get_args(Resultat)),
        ("kommuner", tuple(KonsekvensKommuner.model_fields)),
    ],
)
def test_every_word_of_the_format_has_a_word_on_paper(table: str, keys: tuple[str, ...]) -> None:
    assert set(getattr(BOKMAAL, table)) == set(keys)


def test_every_deadline_has_a_name() -> None:
    assert set(REKKEFOELGE) <= set(BOKMAAL.frist_hva)


@pytest.mark.parametrize(
    ("name", "nynorsk"),
    [
        ("saksliste", "Sakliste"),
        ("videre_saksprosess", "Vidare saksprosess"),
        ("utarbeidet_av", "Utarbeidd av"),
        ("sakseier", "Sakseigar"),
        ("sted", "Stad"),
    ],
)
def test_nynorsk_is_nynorsk(name: str, nynorsk: str) -> None:
    assert getattr(NYNORSK, name) == nynorsk


def test_every_word_is_used() -> None:
    assert [name for name in Ord.__struct_fields__ if f".{name}" not in _sources()] == []
