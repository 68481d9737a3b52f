"""MAN313: two of one name on one list."""

from __future__ import annotations

import pytest

from tests.rules.raad import findings, raad


@pytest.mark.parametrize(
    ("blokker", "expected"),
    [
        ("sammensetning:\n  grupper: [{id: a, antall: 1}, {id: b, antall: 1}]", []),
        (
            "sammensetning:\n  grupper: [{id: a, antall: 1}, {id: a, antall: 1}, {id: a, antall: 1}]",
            ["under «sammensetning.grupper» er det to som heter «a»"],
        ),
        (
            "sammensetning:\n  grupper: {verdi: [{id: a, antall: 1}, {id: a, antall: 1}]}",
            ["under «sammensetning.grupper» er det to som heter «a»"],
        ),
        ("sammensetning:\n  grupper: [{id: a, antall: 1, krav: [{id: a, egenskap: ikt}]}]", []),
        (
            "beslutningsdyktighet: {krav: [{id: a, antall: minst 1}, {id: a, antall: minst 2}]}",
            ["under «beslutningsdyktighet.krav» er det to som heter «a»"],
        ),
        (
            "sammensetning:\n  seter: [{id: minst, verdi: minst 2}, {id: minst, verdi: 4, norm: normalt}]",
            ["under «sammensetning.seter» er det to som heter «minst»"],
        ),
        ("vedtar_mandat_for: [raad, raad]", []),
    ],
)
def test_names_are_unique_on_each_list(blokker: str, expected: list[str]) -> None:
    found = [one for one in findings(raad(blokker)) if one.rule.code == "MAN313"]
    assert [one.message for one in found] == expected


def test_the_second_is_pointed_at_and_the_first_is_shown() -> None:
    (one,) = [
        one
        for one in findings(raad("sammensetning:\n  grupper:\n    - {id: a, antall: 1}\n    - {antall: 1, id: a}"))
        if one.rule.code == "MAN313"
    ]
    assert (one.location.line, one.location.column) == (8, 23)
    assert [related.location.line for related in one.related] == [7]
