"""What is seldom told: papers with nothing to tell, what nobody knows, and what there is none of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from ehelse_cli.render.endringsnotat import NothingBeforeError
from ehelse_cli.render.errors import BrokenError, UnknownIdError, WrongKindError
from ehelse_cli.render.innkalling import NothingNewError
from ehelse_cli.render.own_templates import _answer
from ehelse_cli.render.papers import Kind, paper
from tests.render.council import COUNCIL
from tests.trees import load_clean, load_tree

DAG = date(2026, 11, 23)
_MANDATE = "mandater/fag/2026-01-01.md"
_DRAFT = "mandater/fag/2027-01-01-utkast.md"


def _text(kind: Kind, id_: str, files: Mapping[str, str] | None = None, dag: date = DAG, maalform: str = "nb") -> str:
    data = load_clean({**COUNCIL, **(files or {})})
    return paper(data, kind, id_, dag=dag, format="md", maalform=maalform)  # type: ignore[arg-type]


def test_a_supplement_with_nothing_in_it_is_not_made() -> None:
    with pytest.raises(NothingNewError, match="ettersendt"):
        _text("tilleggsinnkalling", "fag-2026-m3")


@pytest.mark.parametrize(("maalform", "said"), [("nb", "Sakspapirene ligger på"), ("nn", "Sakspapira ligg på")])
def test_a_notice_leads_to_the_papers_on_the_councils_site(maalform: str, said: str) -> None:
    files = {"datasett.yaml": "nettadresse: https://raad.example/e-helse/\n"}
    address = "https://raad.example/e-helse/moete/fag-2026-m3/"
    assert f"{said} [{address}]({address})" in _text("innkalling", "fag-2026-m3", files, maalform=maalform)
    assert said not in _text("innkalling", "fag-2026-m3", maalform=maalform)


def test_a_first_mandate_changes_nothing() -> None:
    with pytest.raises(NothingBeforeError, match="kommer ikke etter"):
        _text("endringsnotat", "fag@2026-01-01")


def test_a_note_finds_the_mandate_before_by_its_day() -> None:
    files = {_DRAFT: COUNCIL[_DRAFT].replace("erstatter: fag@2026-01-01", "merknad: fulgte etter")}
    assert "Fagrådet for prøver, gjelder fra 1. januar 2026 |" in _text("endringsnotat", "fag@2027-01-01-utkast", files)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("offentlighet: ukjent", "offentlighet: ikke_regulert", "Reglene er ikke endret."),
        ("", "", "Det som er kjent av reglene, er ikke endret."),
    ],
)
def test_that_nothing_changed_is_said_only_of_what_is_known(old: str, new: str, said: str) -> None:
    same = COUNCIL[_MANDATE].replace(old, new) if old else COUNCIL[_MANDATE]
    draft = same.replace("status: vedtatt", "status: utkast").replace(
        "gjelder_fra: 2026-01-01", "gjelder_fra: 2027-01-01"
    )
    files = {_MANDATE: same, _DRAFT: draft}
    assert said in _text("endringsnotat", "fag@2027-01-01-utkast", files)


def test_one_changed_rule_is_one() -> None:
    draft = COUNCIL[_MANDATE].replace("status: vedtatt", "status: utkast").replace("2026-01-01", "2027-01-01")
    draft = draft.replace("varer: 2 aar", "varer: 4 aar")
    assert "Én regel er endret: 1 " in _text("endringsnotat", "fag@2027-01-01-utkast", {_DRAFT: draft})


# --- members


def test_before_the_members_are_known_nobody_is_named() -> None:
    text = _text(
        "medlemsliste",
        "fag",
        {"forum/fag.yaml": COUNCIL["forum/fag.yaml"].replace("fra: 2026-01-01", "fra: 2027-01-01", 1)},
    )
    assert "Hvem som er medlem denne dagen, er ikke kjent." in text
    assert "Grete Sol" not in text


def test_before_there_is_a_mandate_that_is_said() -> None:
    assert "| Mandatet | Ingen kjente mandater gjelder denne dagen |" in _text(
        "medlemsliste", "fag", dag=date(2020, 1, 1)
    )
    files = {"moeter/fag/2020-m1.md": "---\ntid: 2020-01-15\n---\n"}
    assert "Hvem som er medlem denne dagen, er ikke kjent." in _text("innkalling", "fag-2020-m1", files)


def test_terms_without_an_end_and_members_without_a_group() -> None:
    rows = """
          - {navn: Uten Slutt, virksomhet: ks, gruppe: kommuner, periode: 2026-01-01/..}
          - {navn: Uten Gruppe, virksomhet: dep, rolle: nestleder, periode: 2026-01-01}
          - {navn: Uten Periode, gruppe: kommuner}
          - {navn: Ferdig, virksomhet: dep, rolle: observatoer, periode: 2026-01-01, fratraadt: 2026-02-01}
"""
    forum = COUNCIL["forum/fag.yaml"].replace(
        "        stedfortredere:\n", f"{rows.strip(chr(10))}\n        stedfortredere:\n"
    )
    text = _text("medlemsliste", "fag", {"forum/fag.yaml": forum})
    assert "| Kommuner | Uten Slutt | KS |  | 1.1.2026– |" in text
    assert "| Uten gruppe | Uten Gruppe | Departementet | Nestleder |" in text
    assert "| Kommuner | Uten Periode |  |  | – (slutt ikke kjent) |" in text
    assert "Ferdig" not in text


def test_a_mandate_known_only_from_a_day_says_so() -> None:
    head = "gjelder_fra: ukjent\n        kjent_per: 2026-01-01\n        erstatter: brev fra 2010"
    text = _text("mandat", "fag@2026-01-01", {_MANDATE: COUNCIL[_MANDATE].replace("gjelder_fra: 2026-01-01", head)})
    assert "| Ikrafttredelse | Kjent per 1. januar 2026; dagen det trådte i kraft, er ikke kjent |" in text
    assert "| Erstatter | brev fra 2010 |" in text


@pytest.mark.parametrize(
    ("dag", "status"),
    [("2025-06-01", "Gjelder ikke ennå"), ("2026-06-01", "Gjelder"), ("2028-01-01", "Gjelder ikke lenger")],
)
def test_what_a_mandate_is_depends_on_the_day(dag: str, status: str) -> None:
    files = {
        _MANDATE: COUNCIL[_MANDATE].replace(
            "gjelder_fra: 2026-01-01", "gjelder_fra: 2026-01-01\n        gjelder_til: 2027-06-30"
        )
    }
    text = _text("mandat", "fag@2026-01-01", files, date.fromisoformat(dag))
    assert f"| Status | {status} |" in text
    assert "| Gjelder til | 30. juni 2027 |" in text


# --- minutes


def _minutes(
    attendance: str, agenda: str = "[{sak: 1/2026, utfall: behandlet}, {sak: 2/2026, utfall: behandlet}]"
) -> str:
    meeting = f"---\ntid: 2026-10-21 10:00-12:00\nfremmoete:\n  medlemmer: {attendance}\nsaksliste: {agenda}\n---\n"
    return _text("referat", "fag-2026-m4", {"moeter/fag/2026-m4.md": meeting})


def test_who_left_by_the_clock_may_have_been_there() -> None:
    text = _minutes('[Grete Sol, Lars Eide, Unni Vik, {navn: Anne Lie (Bergen), til: "11:00"}]')
    assert "*Det er ikke kjent om disse var til stede i saken: Anne Lie.*" in text


def test_who_left_before_a_case_with_a_clock_was_away() -> None:
    agenda = '[{sak: 1/2026, kl: "10:00", utfall: behandlet}, {sak: 2/2026, kl: "11:30", utfall: behandlet}]'
    text = _minutes(
        '[Grete Sol, Lars Eide, {navn: Anne Lie (Bergen), til: "11:00"}, {navn: Unni Vik, fra: "11:15"}]', agenda
    )
    first, second = text.split("### Sak 2/2026")
    assert "*Ikke til stede i saken: Unni Vik.*" in first
    assert "*Ikke til stede i saken: Anne Lie.*" in second


def test_members_nobody_mentions_are_named() -> None:
    assert "*Ikke nevnt i fremmøtet: Anne Lie og Unni Vik.*" in _minutes("[Grete Sol, Lars Eide]")


def test_a_meeting_without_attendance_says_that_it_is_not_told() -> None:
    assert "Fremmøtet er ikke oppgitt." in _text("referat", "fag-2026-m2")


def test_a_case_decided_as_proposed_says_so() -> None:
    text = _minutes("[Grete Sol]", "[{sak: 1/2026, utfall: behandlet, resultat: anbefalt, vedtak: som_foreslaatt}]")
    assert "**Tilråding (som foreslått)**\n\nFagrådet anbefaler å starte i 2028." in text
    assert "Forslag til" not in text
    assert "Utfall" not in text


# --- what cannot be made


def test_the_wrong_thing_is_named() -> None:
    with pytest.raises(WrongKindError, match="er ikke et mandat"):
        _text("mandat", "fag-2026-m1")
    with pytest.raises(UnknownIdError, match="aarshjul-2031"):
        _text("aarshjul", "aarshjul-2031")


def test_a_year_with_a_council_that_cannot_be_read_is_not_made() -> None:
    data = load_tree({**COUNCIL, "forum/fag.yaml": "navn: [\n"}).dataset
    with pytest.raises(BrokenError, match="«fag»"):
        paper(data, "aarshjul", "aarshjul-2026", dag=DAG, format="md")


# --- the child that fills a template of a data tree


@pytest.mark.parametrize(
    ("source", "key", "said"),
    [
        ("{{ v }}", "html", "verdi"),
        ("{{ x }}", "feil", "malen bruker noe som ikke finnes ('x' is undefined)"),
        ("{% if %}", "feil", "malen «saksliste.html.j2» er skrevet feil på linje 1"),
        ("{% extends 'ehelse/y.html.j2' %}", "feil", "malen bygger på «ehelse/y.html.j2», som ikke finnes"),
        ("{{ ''.__class__.mro() }}", "feil", "malen prøver på noe en mal ikke har lov til"),
        ("{{ 1 / 0 }}", "feil", "malen kan ikke brukes (ZeroDivisionError)"),
        ("{{ tungt() }}", "feil", "malen brukte mer enn 1024 MiB minne"),
    ],
)
def test_the_child_answers_with_the_page_or_with_what_is_wrong(source: str, key: str, said: str) -> None:
    def tungt() -> str:
        raise MemoryError

    answer = _answer("saksliste", {"v": "verdi", "tungt": tungt}, {"dokument/saksliste.html.j2": source})
    assert {name: text.strip() for name, text in answer.items()} == {key: said}


# --- what minutes do not tell

_MEETING = "moeter/fag/2026-m1.md"
_LAST = "moeter/fag/2026-m2.md"


def test_minutes_that_nobody_wrote_the_fate_of_are_not_called_unsent() -> None:
    silent = COUNCIL[_MEETING].replace("referat: {utkast_sendt: 2026-09-16}", "kilde: nettsiden")
    told = _text("referat", "fag-2026-m1", {_MEETING: silent})
    assert "Det er ikke ført at referatet er sendt til medlemmene eller godkjent." in told
    assert "ikke sendt til" not in told


def test_a_meeting_years_later_is_not_the_next() -> None:
    assert "## Neste møte\n\nonsdag 2. desember 2026" in _text("referat", "fag-2026-m3")
    later = COUNCIL[_LAST].replace("tid: 2026-12-02", "tid: 2029-12-02").replace("2026-11", "2029-11")
    assert "Neste møte" not in _text("referat", "fag-2026-m3", {_LAST: later})


def test_a_case_of_which_nothing_is_told_says_so_once_the_meeting_was_held() -> None:
    silent = COUNCIL[_MEETING].replace("Ingenting.", "").replace("## Eventuelt", "")
    told = _text("referat", "fag-2026-m1", {_MEETING: silent}).split("#### Eventuelt")[1]
    assert told.split("\n\n## ")[0].endswith("*Ikke noe er ført.*")
    assert "Ikke noe er ført" not in _text("referat", "fag-2026-m1")
    assert "Ikke noe er ført" not in _text("referat", "fag-2026-m2")


def test_the_usual_words_for_a_case_are_its_outcome() -> None:
    told = _text("referat", "fag-2026-m1")
    assert "Fagrådet tok saken til orientering." in told
    assert "**Utfall:** Tatt til orientering" not in told


def test_a_note_has_no_signs_of_emphasis() -> None:
    files = {
        path: COUNCIL[path].replace("## Sammensetning\n", f"*Dette er {word} mandat.*\n\n        ## Sammensetning\n")
        for path, word in ((_MANDATE, "et"), (_DRAFT, "**et nytt**"))
    }
    assert "Dette er ~~et~~ **et nytt** mandat." in _text("endringsnotat", "fag@2027-01-01-utkast", files)


@pytest.mark.parametrize(
    ("dag", "said"),
    [
        ("2026-12-31", "Skal gjelde fra 1. januar 2027"),
        ("2027-01-01", "Gjelder fra 1. januar 2027"),
        ("2028-01-01", "Gjaldt fra 1. januar 2027"),
    ],
)
def test_a_mandate_will_hold_holds_or_held(dag: str, said: str) -> None:
    adopted = COUNCIL[_DRAFT].replace("status: utkast", "status: vedtatt").replace("dato: ukjent", "dato: 2026-12-01")
    newest = adopted.replace("2027-01-01", "2028-01-01").replace("erstatter: fag@2026-01-01\n", "\n")
    files = {_DRAFT: "", "mandater/fag/2027-01-01.md": adopted, "mandater/fag/2028-01-01.md": newest}
    data = load_tree({path: text for path, text in {**COUNCIL, **files}.items() if text}).dataset
    assert said in paper(data, "mandat", "fag@2027-01-01", dag=date.fromisoformat(dag), format="md")
