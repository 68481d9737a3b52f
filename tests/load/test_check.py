"""What a model says of a value that does not fit, in the user's words and at the user's place."""

from __future__ import annotations

import pytest

from ehelse_cli.load.yaml_text import MAX_PROBLEMS
from tests.trees import load_tree, text_at

FORUM = "forum/raad.yaml"
MOETE = "moeter/raad/2026-m1.md"
VIRKSOMHETER = "virksomheter.yaml"


def _told(path: str, text: str) -> list[tuple[str, str, str]]:
    """Code, what the finding points at, and the help."""
    files: dict[str, str | bytes] = {path: text}
    return [(one.rule.code, text_at(files, one.location), one.help) for one in load_tree(files).findings]


def _forfall(key: str) -> str:
    return f"---\ntid: 2026-03-12\nfremmoete:\n  forfall:\n    - navn: Kari Moen\n      {key}: x\n---\n"


@pytest.mark.parametrize(
    "key",
    [
        "epost",
        "e-post",
        "E_post",
        "E-postadresse",
        "telefon",
        "Telefonnummer",
        "mobilnr",
        "fødselsdato",
        "Fødselsnummer",
        "fnr",
        "d-nummer",
        "grunn",
        "årsak",
        "fraværsgrunn",
        "sykdom",
        "diagnose",
    ],
)
def test_there_is_no_key_for_private_things_however_it_is_spelt(key: str) -> None:
    ((code, place, help_),) = _told(MOETE, _forfall(key))
    assert (code, place) == ("LES112", key)
    assert help_.startswith("Fjern nøkkelen.")


@pytest.mark.parametrize(("key", "guess"), [("for_", "for"), ("Virksomhet", "virksomhet"), ("fomsak", "fom_sak")])
def test_an_unknown_key_is_told_the_nearest(key: str, guess: str) -> None:
    assert _told(MOETE, _forfall(key)) == [("LES102", key, f"Mente du «{guess}»?")]


def test_an_unknown_key_that_resembles_none_is_told_them_all() -> None:
    ((_, _, help_),) = _told(MOETE, _forfall("xyz"))
    assert help_.startswith("Kjente nøkler her: navn, virksomhet, ")


@pytest.mark.parametrize("key", ["grunn", "aarsak", "Årsak"])
def test_why_a_meeting_was_cancelled_is_not_private(key: str) -> None:
    text = f"---\ntid: 2026-03-12\navlyst: 2026-03-01\n{key}: streik\n---\n"
    assert _told(MOETE, text) == [("LES102", key, "Mente du «begrunnelse»?")]


@pytest.mark.parametrize(
    ("key", "guess"),
    [
        ("prøvedirektoratet", "proevedirektoratet"),
        ("Stor By", "stor-by"),
        ("to_ord", "to-ord"),
        ("-ks", "ks"),
    ],
)
def test_an_organisation_has_a_valid_id(key: str, guess: str) -> None:
    files: dict[str, str | bytes] = {
        VIRKSOMHETER: f"{key}: {{navn: Etaten}}\nks: {{navn: KS, erstatter: [{guess}]}}\n"
        if key != "-ks"
        else f"{key}: {{navn: Etaten}}\n"
    }
    loaded = load_tree(files)
    (finding,) = loaded.findings
    assert (finding.rule.code, text_at(files, finding.location)) == ("LES104", key)
    assert finding.help == f"Mente du «{guess}»?"
    # named as it should have been spelt, it is no second mistake
    assert loaded.dataset.finnes(guess)
    assert key not in loaded.dataset.virksomheter


def test_of_a_misspelt_organisation_what_else_is_wrong_is_told_too() -> None:
    assert [code for code, _, _ in _told(VIRKSOMHETER, "å: {navn: X, orgnr: 1}\n")] == ["LES104", "LES104"]


def test_an_organisation_that_another_row_spells_right_is_not_lost() -> None:
    loaded = load_tree({VIRKSOMHETER: "å: {navn: X}\naa: {navn: X}\n"})
    assert list(loaded.dataset.virksomheter) == ["aa"]
    assert "aa" not in loaded.dataset.broken


def test_ids_within_a_forum_are_valid_too() -> None:
    text = "navn: Rådet\nfaste_saker:\n  møteplan: {tittel: Plan}\n"
    assert _told(FORUM, text) == [("LES104", "møteplan", "Mente du «moeteplan»?")]


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        (FORUM, "", "her er det tomt; det skal stå nøkler (navn: verdi)"),
        (FORUM, "- a\n", "filen skal inneholde nøkler (navn: verdi)"),
        (MOETE, "---\n---\nTekst\n", "her er det tomt; det skal stå nøkler (navn: verdi)"),
        (VIRKSOMHETER, "", "her er det tomt; det skal stå nøkler (id: opplysninger)"),
        ("personer.yaml", "a: b\n", "filen skal inneholde en liste"),
    ],
)
def test_a_file_without_what_it_is_for_says_so(path: str, text: str, message: str) -> None:
    assert [finding.message for finding in load_tree({path: text}).findings] == [message]


@pytest.mark.parametrize(
    ("name", "status", "right"),
    [
        ("2024-01-01", "utkast", "2024-01-01-utkast.md"),
        ("2024-01-01-utkast", "vedtatt", "2024-01-01.md"),
    ],
)
def test_a_mandate_and_its_file_agree_on_whether_it_is_a_draft(name: str, status: str, right: str) -> None:
    path = f"mandater/raad/{name}.md"
    ((code, place, help_),) = _told(path, f"---\nforum: raad\nstatus: {status}\ngjelder_fra: 2024-01-01\n---\n")
    assert (code, place) == ("LES113", status)
    assert right in help_


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("datert: 2026-02-30", "«datert»: "),
        ("datert: {dato: 2026-02-30}", "«dato»: "),
        ("sakseiere: Å", "«sakseiere»: "),
        ("sakseiere: [a, Å]", "«sakseiere»: "),
        ("framlegges_av: [{virksomhet: Å, navn: Kari Moen}]", "«virksomhet»: "),
    ],
)
def test_a_wrong_value_is_told_by_the_key_that_was_written(text: str, message: str) -> None:
    (finding,) = load_tree({"saker/raad/2026-03.md": f"---\ntittel: T\n{text}\n---\n"}).findings
    assert finding.message.startswith(message)


def test_a_file_with_too_many_mistakes_is_given_up() -> None:
    assert len(_told(FORUM, "".join(f"nokkel{number}: x\n" for number in range(5_000)))) <= MAX_PROBLEMS
    assert len(_told(VIRKSOMHETER, "".join(f"Q{number}: x\n" for number in range(5_000)))) <= MAX_PROBLEMS + 1
