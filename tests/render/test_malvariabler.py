"""DOK810: what a council's own template asks for."""

from __future__ import annotations

import pytest

from ehelse_cli import resources
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.render.malvariabler import ukjent_malvariabel
from ehelse_cli.render.papers import PAPERS
from tests.rules.raad import DAG, raad
from tests.trees import load_clean


def told(**maler: str) -> list[str]:
    data = Dataset(maler={f"data/maler/{name}.html.j2": source for name, source in maler.items()})
    return [f"{one.location.line}: {one.message} | {one.help}" for one in ukjent_malvariabel(data, DAG)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ v.tittel }} {{ ord.saker }} {{ ramme.utkast }} {{ stil }}", []),
        ("{% for rad in v.varsler %}{{ rad.hva_som_helst }}{{ loop.index }}{% endfor %}", []),
        ("{% set x = 1 %}{{ x }}{% macro m(a) %}{{ a.b }}{% endmacro %}{{ m(x) }}", []),
        ("{% for v in v.varsler %}{{ v.noe }}{% endfor %}", []),
        ("\n\n{{ dato }}", ["3: malen bruker «dato», som et dokument av slaget saksliste ikke har | Ta det bort."]),
        (
            "{{ v.titel }}\n{{ v.titel }}",
            ["1: malen bruker «v.titel», som et dokument av slaget saksliste ikke har | Mente du «v.tittel»?"],
        ),
        ("{{ ord.sakr }}", ["1: malen bruker «ord.sakr», som et dokument av slaget saksliste ikke har | Mente du"]),
        ("{{ ramme.xyzxyz }}", ["1: malen bruker «ramme.xyzxyz», som et dokument av slaget saksliste ikke har | Ta"]),
        ("\n{% if %}", ["2: malen er skrevet feil, og kan ikke brukes | Rett linjen"]),
    ],
)
def test_a_name_that_nothing_fills_is_found(source: str, expected: list[str]) -> None:
    found = told(saksliste=source)
    assert len(found) == len(expected)
    assert all(one.startswith(start) for one, start in zip(found, expected, strict=True))


@pytest.mark.parametrize("kind", PAPERS)
def test_the_shipped_templates_ask_for_nothing_else(kind: str) -> None:
    source = (resources.folder("templates") / f"dokument/{kind}.html.j2").read_text(encoding="utf-8")
    assert told(**{kind: source}) == []
    assert len(told(**{kind: source + "{{ v.finnes_ikke }}"})) == 1


def test_parts_and_other_names_are_left_alone() -> None:
    assert told(_deler="{{ hva }}", notat="{{ hva }}") == []


def test_the_templates_of_a_tree_are_facts() -> None:
    path = "maler/raad/saksliste.html.j2"
    files: dict[str, str | bytes] = {**raad(), path: "{{ v.tittel }}"}
    assert load_clean(files).maler == {f"data/{path}": "{{ v.tittel }}"}
