from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from ehelse_cli.cli.ny_virksomhet import SEKTORER
from ehelse_cli.core.virksomhet import Sektor
from tests.cli.running import ehelse


def test_the_row_is_added_and_the_rest_left_as_it_was(example: Path) -> None:
    register = example / "data/virksomheter.yaml"
    before = register.read_text("utf-8")
    ran = ehelse(
        "ny", "virksomhet", "finnmarkssykehuset", "--navn", "Finnmarkssykehuset", "--kort", "Finnmark",
        "--sektor", "spesialisthelsetjeneste", "--orgnr", "983 974 880",
    )  # fmt: skip
    assert ran.code == 0, ran.err
    after = register.read_text("utf-8")
    assert after.startswith(before)
    assert "'983974880'" in after or "983974880" in after
    assert "Finnmarkssykehuset" in ehelse("vis", "finnmarkssykehuset").out
    assert ehelse("valider", "--feil-ved", "feil").code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ks", "--navn", "KS"), "«ks» finnes fra før"),
        (("Sør-Øst", "--navn", "X"), "kan ikke være en id"),
        (("ny-en", "--navn", "X", "--sektor", "statlig"), "mente du «stat»"),
        (("ny-en", "--navn", "X", "--orgnr", "123456789"), "endringen ville brutt en regel"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(example: Path, arguments: tuple[str, ...], said: str) -> None:
    before = (example / "data/virksomheter.yaml").read_bytes()
    ran = ehelse("ny", "virksomhet", *arguments)
    assert ran.code == 2
    assert said in ran.err
    assert (example / "data/virksomheter.yaml").read_bytes() == before


def test_the_register_is_made_where_there_is_none(good: Path) -> None:
    (good / "data/virksomheter.yaml").unlink()
    assert ehelse("ny", "virksomhet", "ks", "--navn", "KS").code == 0
    assert (good / "data/virksomheter.yaml").read_text("utf-8") == "ks: {navn: KS}\n"


def test_the_sectors_are_those_of_the_format() -> None:
    assert get_args(Sektor) == SEKTORER
