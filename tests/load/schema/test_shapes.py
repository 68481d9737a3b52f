"""Every form that the reader takes: short and long, bare, lone, silent, over time."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ehelse_cli.core.forum import Forum, Medlem, Stedfortreder
from ehelse_cli.core.mandat.mandat import Mandat
from ehelse_cli.core.moete import Moete, Sakspunkt
from ehelse_cli.core.sak import Sak
from ehelse_cli.load.schema.shapes import Shapes, any_of, keys_of
from tests.load.schema.models import MODELS

MANDAT = {"forum": "nehr", "status": "vedtatt", "gjelder_fra": "2024-01-01"}
STYRKER = [{"id": "minst", "verdi": "minst 7"}, {"id": "vanlig", "verdi": 9, "norm": "normalt"}]


def _takes(model: type, value: object) -> bool:
    shapes = Shapes()
    schema = shapes.of(model)
    return Draft202012Validator({**schema, "$defs": shapes.definitions}).is_valid(value)


def _with(key: str, value: object) -> dict[str, Any]:
    return {**MANDAT, key: value}


@pytest.mark.parametrize(
    ("model", "value"),
    [
        (Forum, {"navn": "Rådet"}),
        (Forum, {"navn": [{"fra": "2020-01-01", "verdi": "Rådet"}]}),
        (Forum, {"navn": "Rådet", "overordnet": "ingen", "aliaser": "Det"}),
        (Forum, {"navn": "Rådet", "medlemmer": ["Kari Moen", {"navn": "Ola", "egenskaper": "ikt"}]}),
        (Forum, {"navn": "Rådet", "roller": {"akson": {"navn": "Styringsgruppe"}}}),
        (Medlem, "Kari Moen"),
        (Mandat, _with("sammensetning", "ikke_regulert")),
        (Mandat, _with("sammensetning", {"seter": 21, "punkt": "sammensetning"})),
        (Mandat, _with("sammensetning", {"seter": {"verdi": "7-10", "norm": "boer", "kilde": "lov"}})),
        (Mandat, _with("sammensetning", {"seter": STYRKER})),
        (Mandat, _with("sammensetning", {"seter": {"verdi": "ukjent"}})),
        (Mandat, _with("sammensetning", {"oppnevnes_av": {"en_av": ["a", "b"]}, "endres_av": "raadet"})),
        (Mandat, _with("moeter", {"hyppighet": {"verdi": "4 per aar", "norm": "normalt"}})),
        (Mandat, _with("moeter", {"hyppighet": [{"id": "a", "verdi": "4 per aar", "unntatt": "juli"}]})),
        (Mandat, _with("vedtar_mandat_for", "nuit")),
        (Moete, {"tid": ["2026-12-01", "2026-12-02"], "fremmoete": "ikke_oppgitt"}),
        (Sakspunkt, {"sak": "7/20", "vedtak": "som_foreslaatt", "habilitet": "ingen", "votering": "enstemmig"}),
        (Sakspunkt, {"dag": 2, "kl": "09:00"}),
        (Sak, {"sakstype": "raad", "vedlegg": ["Notat"], "videre_saksprosess": "avsluttes_her"}),
    ],
)
def test_forms_that_are_taken(model: type, value: object) -> None:
    assert _takes(model, value)


@pytest.mark.parametrize(
    ("model", "value"),
    [
        (Forum, {}),
        (Forum, {"navn": "Rådet", "møtenummer": "N/AAAA"}),
        (Forum, {"navn": ""}),
        (Forum, {"navn": None}),
        (Forum, {"navn": "Rådet", "erstatter": "Gamle rådet"}),
        (Medlem, {"virksomhet": "ks"}),
        (Stedfortreder, "Kari Moen"),
        (Mandat, {**MANDAT, "status": "gjeldende"}),
        (Mandat, _with("sammensetning", {"seter": "omtrent 20"})),
        (Mandat, _with("sammensetning", {"seter": {"verdi": 21, "strength": "boer"}})),
        (Mandat, _with("sammensetning", {"seter": []})),
        (Mandat, _with("sammensetning", {"grupper": [{"antall": 5}]})),
        (Moete, {}),
        (Sakspunkt, {"minutter": 10}),
        (Sak, {"sakstype": "råd"}),
        (Sak, {"skjerming": {"hjemmel": "offl. § 23", "omfang": "Hele"}}),
    ],
)
def test_forms_that_are_refused(model: type, value: object) -> None:
    assert not _takes(model, value)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_no_model_takes_a_key_that_it_does_not_have(model: type) -> None:
    shapes = Shapes()
    shapes.of(model)
    definition = shapes.definitions[model.__name__]

    assert definition["additionalProperties"] is False
    assert list(definition["properties"]) == list(keys_of(model).values())


def test_lists_of_words_become_one_list() -> None:
    assert any_of([{"enum": ["a", "b"]}, {"anyOf": [{"enum": ["b", "c"]}]}]) == {"enum": ["a", "b", "c"]}


def test_a_type_of_no_known_form_is_our_mistake() -> None:
    with pytest.raises(TypeError):
        Shapes().of(set[str])
