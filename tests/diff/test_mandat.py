from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ehelse_cli.core.mandat import Mandat
from ehelse_cli.diff.endring import Nivaa
from ehelse_cli.diff.mandat import Mandatdiff, diff
from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree

Mandatleser = Callable[..., Mandat]


@pytest.fixture(scope="module")
def nehs_til_nehr() -> Mandatdiff:
    data = load(DiskTree(Path(__file__).parents[2])).dataset
    return diff(data.mandater["nehs@2016-01-01"], data.mandater["nehr@2024-01-01"], data.virksomhetsnavn)


def test_the_same_mandate_has_no_changes(mandat: Mandatleser) -> None:
    en = mandat("sammensetning: {seter: 21}", "## Formål\n\nTekst.\n")
    assert diff(en, en).uendret
    assert not diff(en, en).endringer


def test_another_day_in_force_is_about_the_revision_and_no_change_of_rules(mandat: Mandatleser) -> None:
    sammenligning = diff(mandat("protokoll: ukjent"), mandat("protokoll: ukjent", id_="nuit@2026-01-01"))
    assert sammenligning.uendret
    assert [endring.id for endring in sammenligning.om_revisjonen] == ["ikrafttredelse-endret"]
    assert sammenligning.ukjent_i_begge == ("Protokoll",)


def test_words_alone_are_a_change(mandat: Mandatleser) -> None:
    sammenligning = diff(mandat("", "## Formål\n\nGi råd.\n"), mandat("", "## Formål\n\nGi gode råd.\n"))
    assert not sammenligning.uendret
    assert sammenligning.antall_avsnitt("endret") == 1


def test_names_are_those_of_each_side_on_its_day(mandat: Mandatleser) -> None:
    def navn(id_: str, dag: date, *, kort: bool = False) -> str:
        return id_ if id_ != "digdir" else "Difi" if dag < date(2020, 1, 1) else "Digdir"

    a = mandat("sekretariat: {virksomheter: [digdir]}", id_="nuit@2018-01-01")
    b = mandat("sekretariat: {virksomheter: [digdir, nhn]}", id_="nuit@2021-01-01")
    [endring] = diff(a, b, navn).om_regler
    assert endring.fra is not None
    assert endring.til is not None
    assert (endring.fra.norsk, endring.til.norsk) == ("Difi", "Digdir og nhn")


def test_a_clause_is_called_by_its_heading(mandat: Mandatleser) -> None:
    a = mandat("sammensetning: {punkt: oppgaver-1, seter: 3}", "## Oppgaver\n\n- en\n")
    sammenligning = diff(a, mandat("sammensetning: {punkt: oppgaver-1, seter: 4}", "## Oppgaver\n\n- en\n"))
    assert sammenligning.klausul(sammenligning.om_regler[0].punkt) == "Oppgaver, punkt 1"
    assert sammenligning.klausul("finnes-ikke") == "finnes-ikke"
    assert sammenligning.klausul(None) == ""


def test_the_council_and_the_one_it_took_over_from(nehs_til_nehr: Mandatdiff) -> None:
    """What a secretary must see first: a right that is lost, and five seats more. What was never read is no change."""
    ider = {(endring.sti, endring.id) for endring in nehs_til_nehr.om_regler}
    assert (nehs_til_nehr.gammel.navn, nehs_til_nehr.ny.navn) == ("Nasjonalt e-helsestyre", "Nasjonalt e-helseråd")
    assert nehs_til_nehr.om_regler[0].id == "godkjenner-medlemmer-endret"
    assert nehs_til_nehr.antall(Nivaa.BRYTER) == 1
    assert {("sammensetning.seter", "antall-seter-endret"), ("moeter.hyppighet", "skal-til-normalt")} <= ider
    assert {"sammensetning.grupper", "stedfortreder", "saker"} <= {rad.sti for rad in nehs_til_nehr.om_kilden}
