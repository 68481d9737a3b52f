from __future__ import annotations

import json
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from msgspec import Struct
from msgspec.structs import fields

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.export.fil import Valg
from ehelse_cli.export.json_ import SKJEMA, json_, skjema
from ehelse_cli.export.popolo import popolo
from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree
from ehelse_cli.public.gate import slipp_ut
from ehelse_cli.public.offentlig import Offentlig
from ehelse_cli.public.sak import AapenSak
from tests.public.trees import offentlig

ROOT = Path(__file__).parents[2]
ALLE = Valg()


@cache
def _data() -> Dataset:
    return load(DiskTree(ROOT)).dataset


@pytest.fixture(scope="module")
def eksempelet() -> Offentlig:
    dag = _data().datasett.dag
    assert dag is not None
    return slipp_ut(_data(), dag)


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


def _som_skrevet(verdi: Any) -> Any:
    """What the document is to say of a value, worked out field by field."""
    if isinstance(verdi, tuple):
        return [_som_skrevet(en) for en in verdi]
    if isinstance(verdi, time):
        return f"{verdi:%H:%M}"
    if not isinstance(verdi, Struct):
        return verdi.isoformat() if isinstance(verdi, date) else verdi
    alle = {felt.encode_name: (_som_skrevet(getattr(verdi, felt.name)), felt.required) for felt in fields(verdi)}
    sagt = {navn: en for navn, (en, maa) in alle.items() if maa or en not in (None, "", [], {})}
    adgang = {"adgang": verdi.__struct_config__.tag} if verdi.__struct_config__.tag else {}
    return {**adgang, **sagt, **({"adresse": f"sak/{verdi.id}/"} if isinstance(verdi, AapenSak) else {})}


@pytest.mark.parametrize("aar", [2022, 2026, 2030])
def test_each_value_is_its_fields_without_what_is_empty(aar: int) -> None:
    for sett in (slipp_ut(_data(), date(aar, 12, 1)), offentlig(dag=date(aar, 12, 1))):
        verdier = {felt.name: _som_skrevet(getattr(sett, felt.name)) for felt in fields(Offentlig)}
        sagt = {navn: verdi for navn, verdi in verdier.items() if verdi and navn != "filer"}
        assert _dokument(sett) == {"$schema": SKJEMA, "versjon": 1, **sagt}


def test_each_thing_is_a_line_to_read(eksempelet: Offentlig) -> None:
    linjer = json_(eksempelet, ALLE)[0].innhold.decode().splitlines()
    ting = [linje.removesuffix(",") for linje in linjer if linje.startswith('{"')]
    assert len(ting) > len(eksempelet.moeter) + len(eksempelet.saker)
    assert all(json.dumps(json.loads(en), ensure_ascii=False) == en for en in ting)


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
