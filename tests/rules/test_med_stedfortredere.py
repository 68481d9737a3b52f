"""MED418: who must have a personal substitute, and how grave it is that they have none."""

from __future__ import annotations

import pytest

from tests.rules.raad import findings, raad

REGEL = "sammensetning: {seter: 3}\nstedfortreder: {ordning: personlig, antall: 1%s}"


@pytest.mark.parametrize(
    ("norm", "svar"),
    [
        ("", ["feil"] * 3),
        (", norm: skal", ["feil"] * 3),
        (", norm: boer", []),
        (", norm: kan", []),
    ],
)
def test_only_what_the_mandate_demands_is_missing(norm: str, svar: list[str]) -> None:
    funnet = [ett for ett in findings(raad(REGEL % norm)) if ett.rule.code == "MED418"]
    assert [str(ett.severity) for ett in funnet] == svar
