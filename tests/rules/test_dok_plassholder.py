"""DOK809: what a template should have filled in."""

from __future__ import annotations

import pytest

from tests.rules.raad import FORUM, MANDAT, MOETE, TRE, findings, hode, raad

SAK = "saker/raad/2026-03.md"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntittel: Ferge\n---\nDen {{ dato }} møttes de.\n", [(4, 5, 15)]),
        ("---\ntittel: Ferge\n---\n{{a}} og {{ b }}\n\n{% if c %}\n", [(4, 1, 6), (4, 10, 17), (6, 1, 11)]),
        ("---\ntittel: Ferge til {{ sted }}\n---\n", [(2, 19, 29)]),
        ("---\ntittel: Ferge\n---\nSkriv `{{ dato }}` i malen, ikke {{ dag }}.\n", [(4, 34, 43)]),
        ("---\ntittel: Ferge\n---\n```\n{{ dato }}\n```\n", []),
        ("---\ntittel: Ferge\ndatert: {dato: 2026-03-01}\noppdrag: {av: raad}\n---\nFra { til } og {{ til\n}}\n", []),
    ],
)
def test_a_placeholder_is_found_where_it_will_be_printed(text: str, expected: list[tuple[int, int, int]]) -> None:
    found = findings(raad(andre={SAK: text}))
    spots = [
        (one.location.line, one.location.column, one.location.end_column) for one in found if one.rule.code == "DOK809"
    ]
    assert spots == expected


def test_a_head_that_it_makes_unreadable_is_one_mistake() -> None:
    found = findings(raad(andre={SAK: "---\ntittel: {{ tittel }}\n---\n"}))
    assert {one.rule.code[:3] for one in found} == {"LES"}


def test_it_is_found_in_every_kind_of_file() -> None:
    moete = "tid: 2026-12-10\nsted: Rom {{ rom }}"
    files = raad("hjemmel: Brev {{ nr }}", TRE.replace("Rådet", "Rådet i {{ sted }}"), moete)
    found = {one.location.path for one in findings(files) if one.rule.code == "DOK809"}
    assert found == {f"data/{path}" for path in (FORUM, MANDAT, MOETE)}


def test_each_is_a_finding_of_its_own_and_says_what_it_is() -> None:
    one, two = findings(raad(andre={SAK: hode("tittel: Ferge") + "{{ x }} {{ x }}\n"}))
    assert one.message == two.message == "«{{ x }}» er ikke fylt ut"
    assert one.fingerprint != two.fingerprint
