from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ehelse_cli.export.fil import Valg
from ehelse_cli.export.json_ import SKJEMA, json_, skjema
from ehelse_cli.export.popolo import popolo
from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree
from ehelse_cli.public.gate import slipp_ut
from ehelse_cli.public.offentlig import Offentlig
from tests.public.trees import offentlig

ROOT = Path(__file__).parents[2]
ALLE = Valg()


@pytest.fixture(scope="module")
def eksempelet() -> Offentlig:
    data = load(DiskTree(ROOT)).dataset
    assert data.datasett.dag is not None
    return slipp_ut(data, data.datasett.dag)


def _dokument(sett: Offentlig, valg: Valg = ALLE) -> Any:
    dokument, beskrivelse = json_(sett, valg)
    assert beskrivelse.navn == SKJEMA == json.loads(dokument.innhold)["$schema"]
    assert json.loads(beskrivelse.innhold) == skjema()
    return json.loads(dokument.innhold)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(skjema())


def test_the_documents_follow_it(eksempelet: Offentlig) -> None:
    dommer = Draft202012Validator(skjema())
    assert [feil.message for feil in dommer.iter_errors(_dokument(offentlig()))] == []
    assert [feil.message for feil in dommer.iter_errors(_dokument(eksempelet))] == []


@pytest.mark.parametrize(
    "oedelagt",
    [{"versjon": 2}, {"saker": [{"adgang": "unntatt", "id": "x", "tittel": "y"}]}, {"ukjent": 1}, {"dag": 20261123}],
)
def test_it_refuses_what_is_wrong(oedelagt: dict[str, Any]) -> None:
    assert not Draft202012Validator(skjema()).is_valid(_dokument(offentlig()) | oedelagt)


def test_an_exempt_case_is_four_values() -> None:
    (unntatt,) = [sak for sak in _dokument(offentlig())["saker"] if sak["adgang"] == "unntatt"]
    assert unntatt == {
        "adgang": "unntatt",
        "id": "raad-2026-2",
        "forum": "raad",
        "nummer": "2/2026",
        "hjemmel": "offl. § 23 tredje ledd",
    }


def test_no_place_in_the_tree_is_told() -> None:
    assert "data/saker" not in json.dumps(_dokument(offentlig()), ensure_ascii=False)


def test_one_council_alone(eksempelet: Offentlig) -> None:
    ett = _dokument(eksempelet, Valg(forum="nehr"))
    assert {sak["forum"] for sak in ett["saker"]} == {moete["forum"] for moete in ett["moeter"]} == {"nehr"}


def test_popolo_hangs_together(eksempelet: Offentlig) -> None:
    dokument = json.loads(popolo(eksempelet, Valg())[0].innhold)
    organisasjoner = {en["id"] for en in dokument["organizations"]}
    personer = {en["id"] for en in dokument["persons"]}
    forslag = {ett["id"] for ett in dokument["motions"]}
    assert len(personer) > 40
    assert len(forslag) > 10
    for rad in dokument["memberships"]:
        assert rad["person_id"] in personer
        assert rad["organization_id"] in organisasjoner
        assert rad.get("on_behalf_of_id", rad["organization_id"]) in organisasjoner
    assert {en["motion_id"] for en in dokument["vote_events"]} <= forslag
    ider = [en["id"] for liste in dokument.values() for en in liste]
    assert len(set(ider)) == len(ider)
