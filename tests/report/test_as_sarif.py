from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace
from pydantic import BaseModel
from sarif_pydantic import Level, Sarif
from syrupy.assertion import SnapshotAssertion

from ehelse_cli.cli.rule_pages import pages
from ehelse_cli.core.place import Location
from ehelse_cli.report.as_sarif import FINGERPRINT, as_sarif
from ehelse_cli.report.report import Coverage, Report
from ehelse_cli.report.screen import Screen
from ehelse_cli.rules.catalogue import CATALOGUE
from ehelse_cli.rules.engine import Crash
from tests.report.findings import MED410, MOT501, NOT_QUORATE, TERM_ENDS, report

_PAGE = """# MOT501 ikke-beslutningsdyktig

*Feil · mandatet*

## Hva

For få var
til stede. Se [MOT502](MOT502.md).

Det er alt.

## Hvorfor og hjemmel

Mandatet.

## Slik ser feilen ut

```yaml x.yaml
## Hva: nei  # forvent: MOT501
```
"""
# Of the standard, and not in the library's object model.
_NOT_MODELLED = {("Run", "columnKind"), ("Invocation", "toolExecutionNotifications")}


def _report() -> Report:
    return replace(report(NOT_QUORATE, TERM_ENDS), pages={"MOT501": _PAGE}, crashes=(Crash(MED410, "KeyError: x"),))


def _read(told: Report) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(as_sarif(told, Screen()))["runs"][0]
    return run


def _unknown(model: BaseModel) -> Iterator[tuple[str, str]]:
    """Every property that the object model has no place for, all the way down."""
    yield from ((type(model).__name__, name) for name in model.model_extra or {})
    for value in vars(model).values():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, BaseModel):
                yield from _unknown(one)


def test_it_is_what_the_object_model_says(snapshot: SnapshotAssertion) -> None:
    printed = as_sarif(_report(), Screen())
    assert printed == snapshot
    log = Sarif.model_validate_json(printed)
    assert set(_unknown(log)) == _NOT_MODELLED
    results = log.runs[0].results or []
    assert [one.level for one in results] == [Level.ERROR, Level.WARNING]


def test_columns_are_in_the_unit_that_it_declares() -> None:
    """A character outside the basic plane is one column to us, and two to those who count in UTF-16."""
    run = _read(
        report(
            replace(TERM_ENDS, location=Location("data/x.yaml", 1, 9, 1, 13)), texts={"data/x.yaml": "navn: 😀 Kari"}
        )
    )
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"] == 9


def test_the_rule_bears_what_its_page_says() -> None:
    rule = next(rule for rule in _read(_report())["tool"]["driver"]["rules"] if rule["id"] == "MOT501")
    assert rule["shortDescription"]["text"] == "For få var til stede. Se MOT502."
    assert rule["help"]["text"] == "For få var\ntil stede. Se MOT502.\n\nDet er alt.\n\nMandatet."
    assert rule["help"]["markdown"].startswith("# MOT501")
    assert rule["defaultConfiguration"] == {"level": "error"}


def test_every_rule_of_ours_has_its_help() -> None:
    told = replace(report(), coverage=tuple(Coverage(rule, "fil", 1) for rule in CATALOGUE), pages=pages(CATALOGUE))
    rules = _read(told)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in CATALOGUE]
    assert all(rule["help"]["text"] and len(rule["shortDescription"]["text"]) <= 1024 for rule in rules)


def test_results_point_to_their_rules_by_number() -> None:
    run = _read(_report())
    rules = run["tool"]["driver"]["rules"]
    assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == [one["ruleId"] for one in run["results"]] != []


def test_what_it_is_known_again_by_is_our_fingerprint() -> None:
    assert _read(_report())["results"][0]["partialFingerprints"] == {FINGERPRINT: NOT_QUORATE.fingerprint}


def test_the_clause_is_a_place_beside_it() -> None:
    related = _read(_report())["results"][0]["relatedLocations"][0]
    assert related["physicalLocation"]["artifactLocation"] == {"uri": "data/mandater/nuit/2025-01-01.md"}
    assert related["message"]["text"] == "hjemmel: mandatet, «Beslutningsdyktighet» – gir 9 av 17"


def test_a_rule_that_stopped_makes_the_run_unsuccessful() -> None:
    (invocation,) = _read(_report())["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["associatedRule"]["id"] == "MED410"
    assert _read(report())["invocations"] == [{"executionSuccessful": True}]


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("[her](1)", r"\[her](1)"),
        ("[a] (b)", "[a] (b)"),
        ("krav: [{id: x}]", "krav: [{id: x}]"),
        ("[[x](y)", r"\[\[x](y)"),
    ],
)
def test_data_makes_no_links(message: str, text: str) -> None:
    assert _read(report(replace(TERM_ENDS, message=message)))["results"][0]["message"]["text"] == text


def test_a_path_is_a_uri() -> None:
    there = replace(NOT_QUORATE, location=replace(NOT_QUORATE.location, path="data/møte 1%#.md"), rule=MOT501)
    place = _read(report(there))["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "data/m%C3%B8te%201%25%23.md"
