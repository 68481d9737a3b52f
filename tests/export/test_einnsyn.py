from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.export.einnsyn import einnsyn, kort
from ehelse_cli.export.einnsyn_kontroll import kontroll
from ehelse_cli.export.fil import Valg
from tests.public.trees import DAG, FILES, offentlig

M1 = FILES["moeter/raad/2026-m1.md"]


def _filer(endret: Mapping[str, str] = {}, forrige: bytes | None = None, dag: date = DAG) -> tuple[bytes, str]:
    dokument, plan = einnsyn(offentlig(endret, dag), Valg(forrige=forrige))
    return dokument.innhold, plan.innhold.decode()


def _moetet(endret: Mapping[str, str] = {}) -> Any:
    return json.loads(_filer(endret)[0])["moetemapper"][0]


def test_a_meeting_is_a_folder_with_its_cases() -> None:
    moete = _moetet()
    assert (moete["utvalg"], moete["moetenummer"]) == ("RAAD", "1/2026")
    assert moete["moetedato"] == "2026-09-09T10:00:00+02:00"
    assert [sak["offentligTittel"] for sak in moete["moetesak"]] == [
        "Godkjenning av innkalling",
        "Prøve av deling",
        "Unntatt offentlighet, offl. § 23 tredje ledd",
    ]
    aapen, unntatt = moete["moetesak"][1:]
    assert (aapen["moetesaksaar"], aapen["moetesakssekvensnummer"]) == (2026, 1)
    assert aapen["vedtak"]["vedtakstekst"]["tekstInnhold"] == "Rådet støtter prøven."
    assert aapen["utredning"]["saksbeskrivelse"]["tekstInnhold"] == "Deling prøves i to kommuner."
    filer = [ett["dokumentobjekt"][0]["referanseDokumentfil"] for ett in aapen["utredning"]["utredningsdokument"]]
    assert filer == ["https://example.org/raad/sak/raad-2026-1/", "https://example.org/raad/sak/raad-2026-1/tall.csv"]
    assert set(unntatt) == {
        "systemId", "offentligTittel", "offentligTittelSensitiv", "moetesakstype",
        "moetesaksaar", "moetesakssekvensnummer"
    }  # fmt: skip


def test_what_is_not_public_yet_is_not_told() -> None:
    neste = json.loads(_filer()[0])["moetemapper"][1]
    assert [sak.get("moetesakssekvensnummer") for sak in neste["moetesak"]] == [4, 5]


def test_the_title_without_names_has_no_names() -> None:
    sak = FILES["saker/raad/2026-01.md"].replace("Prøve av deling", "Prøve etter Anne Lies forslag")
    (ett,) = [sak for sak in _moetet({"saker/raad/2026-01.md": sak})["moetesak"] if "Prøve" in sak["offentligTittel"]]
    assert ett["offentligTittel"] == "Prøve etter *****s forslag"
    assert ett["offentligTittelSensitiv"] == "Prøve etter Anne Lies forslag"


def test_the_example_passes_the_preflight() -> None:
    assert kontroll(json.loads(_filer()[0])) == ()


@pytest.mark.parametrize(
    ("felt", "verdi", "hva"),
    [
        ("utvalg", None, "«utvalg» mangler"),
        ("moetested", "x" * 501, "501 tegn"),
        ("beskrivelse", "x" * 1001, "1001 tegn"),
        ("moetested", "  ", "er tom"),
        ("utvalgObjekt", "x", "ingen nøkkel"),
        ("moetested", "13097248022", "fødselsnummer"),
        ("moetedato", "2026-12-02", "tidspunkt med sone"),
    ],
)
def test_the_preflight_says_what_would_be_refused(felt: str, verdi: str | None, hva: str) -> None:
    dokument = json.loads(_filer()[0])
    moete = dokument["moetemapper"][0]
    moete.pop(felt, None)
    if verdi is not None:
        moete[felt] = verdi
    (avvist,) = kontroll(dokument)
    assert hva in avvist.hva
    assert verdi is None or len(verdi.strip()) < 2 or verdi not in avvist.hva


def test_the_same_identity_twice_is_refused() -> None:
    dokument = json.loads(_filer()[0])
    dokument["moetemapper"].append(dokument["moetemapper"][0])
    assert any("brukt to ganger" in avvist.hva for avvist in kontroll(dokument))


def test_long_texts_are_cut_between_sentences() -> None:
    tekst = "Dette er en setning på noen ord. " * 40
    assert kort(tekst).endswith("ord. Se saksframlegget.")
    assert kort("kort") == "kort"


@given(st.text(max_size=1500))
def test_a_cut_text_fits(tekst: str) -> None:
    assert len(kort(tekst)) <= 500


def test_the_plan_creates_everything_the_first_time() -> None:
    _, plan = _filer()
    assert plan.count("- `POST /arkivdel/{arkivdel}/moetemappe`") == 2
    assert "Slett" not in plan
    assert "moetesak`" not in plan  # it comes with its meeting


def test_the_plan_does_nothing_when_nothing_changed() -> None:
    dokument, _ = _filer()
    assert "Ingenting er endret" in _filer(forrige=dokument)[1]


def test_the_plan_takes_away_adds_and_changes() -> None:
    foer, _ = _filer()
    uten_sak = M1.replace("          - {fast: innkalling, vedtak: som_foreslaatt, utfall: behandlet}\n", "")
    ny_sak = FILES["moeter/raad/2026-m2.md"].replace(
        "- {sak: 5/2026, minutter: 30}", "- {sak: 5/2026}\n          - {tittel: Eventuelt}"
    )
    nytt_navn = FILES["saker/raad/2026-05.md"].replace("Til møtet", "Til det neste møtet")
    naa, plan = _filer(
        {"moeter/raad/2026-m2.md": ny_sak, "moeter/raad/2026-m1.md": uten_sak, "saker/raad/2026-05.md": nytt_navn}, foer
    )
    assert "## Slett" in plan
    assert "## Opprett (1)" in plan
    assert "`PATCH /moetesak/" in plan
    assert plan.index("## Slett") < plan.index("## Opprett") < plan.index("## Endre")
    assert naa != foer


def test_the_plan_tells_no_title_of_what_became_exempt() -> None:
    foer, _ = _filer()
    unntatt = "---\nskjerming: {hjemmel: offl. § 23 første ledd, omfang: hele}\n---\n"
    naa, plan = _filer({"saker/raad/2026-05.md": unntatt}, foer)
    assert "Til møtet" in foer.decode()
    assert "Til møtet" not in naa.decode() + plan
    assert "PATCH /moetesak/" in plan
