"""Why a council is not put together as its mandate says: in a paper's words, in both languages."""

from __future__ import annotations

from typing import get_args

import pytest

from ehelse_cli.core.sammensetning import Slag
from ehelse_cli.core.spraak import Maalform
from ehelse_cli.render.ord import ORD
from ehelse_cli.render.papers import paper
from tests.render.council import COUNCIL
from tests.render.test_all_papers import DAG
from tests.trees import load_clean, load_tree

_COUNCIL, _MANDATE = "forum/fag.yaml", "mandater/fag/2026-01-01.md"
_NHN = "antall: 1, virksomheter: [nhn]"


def _told(old: str, new: str, path: str = _COUNCIL, maalform: Maalform = "nb") -> str:
    assert old in COUNCIL[path]
    data = load_tree({**COUNCIL, path: COUNCIL[path].replace(old, new)}).dataset
    told = paper(data, "medlemsliste", "fag", dag=DAG, format="md", maalform=maalform)
    return next(line for line in told.split("\n") if line.startswith(("| Sammensetning |", "| Samansetjing |")))


@pytest.mark.parametrize(
    ("path", "old", "new", "nb", "nn"),
    [
        (_COUNCIL, "", "", "Kommuner: ett sete er ledig", "Kommuner: eitt sete er ledig"),
        (_MANDATE, "antall: 3", "antall: 5", "Kommuner: 3 seter er ledige", "Kommuner: 3 sete er ledige"),
        (_MANDATE, "antall: 3", "antall: 1", "Kommuner: 1 for mange", "Kommuner: 1 for mange"),
        (_COUNCIL, "rolle: leder", "rolle: observatoer", "det er ingen leder", "det er ingen leiar"),
        (
            _COUNCIL,
            "- {navn: Ola Berg, virksomhet: dep, rolle: observatoer",
            "- {navn: Ola Berg, virksomhet: hdir, rolle: leder",
            "det er mer enn én leder",
            "det er meir enn éin leiar",
        ),
        (
            _COUNCIL,
            "{navn: Grete Sol, virksomhet: hdir",
            "{navn: Grete Sol, virksomhet: ks",
            "Grete Sol er ikke en leder som mandatet tillater",
            "Grete Sol er ikkje ein leiar som mandatet tillèt",
        ),
        (
            _COUNCIL,
            "virksomhet: nhn, gruppe: nhn",
            "virksomhet: ks, gruppe: nhn",
            "Unni Vik kommer ikke fra en virksomhet som har setet",
            "Unni Vik kjem ikkje frå ei verksemd som har setet",
        ),
        (
            _COUNCIL,
            "gruppe: nhn,",
            "gruppe: ks,",
            "Unni Vik er ikke ført i noen av gruppene",
            "Unni Vik er ikkje ført i nokon av gruppene",
        ),
        (
            _MANDATE,
            _NHN,
            f"{_NHN}, krav: [{{id: ikt, egenskap: ikt, er: [ikt], antall: alle}}]",
            "Norsk helsenett: et krav er ikke oppfylt",
            "Norsk helsenett: eit krav er ikkje oppfylt",
        ),
        (
            _MANDATE,
            _NHN,
            f"{_NHN}, oppnevnes_av: nhn",
            "Kommuner: ett sete er ledig",
            "Kommuner: eitt sete er ledig",
        ),
    ],
)
def test_what_is_not_as_the_mandate_says(path: str, old: str, new: str, nb: str, nn: str) -> None:
    assert nb in _told(old, new, path)
    assert nn in _told(old, new, path, "nn")


def test_what_is_not_known_is_told_only_where_nothing_is_wrong() -> None:
    known = "grupper:\n            - {id: kommuner, antall: 3, oppnevnes_av: ks}"
    silent = "grupper:\n            - {id: kommuner, antall: 2, oppnevnes_av: ks}"
    told = _told(known, silent, _MANDATE)
    assert told.startswith("| Sammensetning | Ukjent: det står ikke hvem som har oppnevnt Anne Lie; ")
    assert "oppnevnt" not in _told("", "")


def test_a_council_as_its_mandate_says_needs_no_reasons() -> None:
    files = {
        **COUNCIL,
        _MANDATE: COUNCIL[_MANDATE].replace("antall: 3, oppnevnes_av: ks", "antall: 2").replace("seter: 5", "seter: 4"),
    }
    told = paper(load_clean(files), "medlemsliste", "fag", dag=DAG, format="md")
    assert "| Sammensetning | Som mandatet sier |" in told


@pytest.mark.parametrize("maalform", get_args(Maalform))
def test_there_are_words_for_every_kind_of_part(maalform: Maalform) -> None:
    kinds = set(get_args(Slag)) - {"antall"}
    assert {f"{kind}_ukjent" for kind in get_args(Slag)} | kinds <= set(ORD[maalform].avvik)
