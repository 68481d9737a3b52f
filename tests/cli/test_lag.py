from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.cli.running import ehelse, program

_SAK = "data/saker/nehr/2026-11.md"


@pytest.mark.parametrize(
    ("kind", "id_", "title"),
    [
        ("saksliste", "nehr-2026-m4", "# Saksliste: Nasjonalt e-helseråd"),
        ("saksframlegg", "nehr-2026-11", "# Sak 11/2026: Kritisk"),
    ],
)
def test_a_paper_goes_to_the_screen(example: Path, kind: str, id_: str, title: str) -> None:
    ran = ehelse("lag", kind, id_)
    assert (ran.code, ran.err) == (0, "")
    assert "Eksempeldata" in ran.out
    assert ran.out.startswith(title)


def test_html_and_nynorsk(example: Path) -> None:
    assert ehelse("lag", "saksliste", "nehr-2026-m4", "--format", "html").out.lower().startswith("<!doctype html>")
    assert 'lang="nn"' in ehelse("lag", "saksliste", "nehr-2026-m4", "--format", "html", "--maalform", "nn").out


def test_md_and_markdown_are_one(example: Path) -> None:
    lines = [["lag", "saksliste", "nehr-2026-m4", "--format", form] for form in ("md", "markdown")]
    assert ehelse(*lines[0]) == ehelse(*lines[1])


def test_to_a_file_or_a_folder(example: Path) -> None:
    text = ehelse("lag", "saksliste", "nehr-2026-m4").out
    (example / "ut").mkdir()
    for out, file in (("liste.md", "liste.md"), ("ut", "ut/saksliste-nehr-2026-m4.md")):
        ran = ehelse("lag", "saksliste", "nehr-2026-m4", "--ut", out)
        assert (ran.code, ran.out, ran.err) == (0, "", f"skrev {file}\n")
        assert (example / file).read_text(encoding="utf-8") == text
    assert ehelse("lag", "saksliste", "nehr-2026-m4", "--ut", "x.md", "--stille").err == ""


def test_where_nothing_can_be_written_nothing_is_changed(example: Path) -> None:
    ran = ehelse("lag", "saksliste", "nehr-2026-m4", "--ut", "finnes/ikke/x.md")
    assert ran.code == 2
    assert "mappen finnes ikke" in ran.err


def _plant(example: Path, old: str, new: str) -> None:
    file = example / _SAK
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_paper_of_something_with_errors_is_refused(example: Path) -> None:
    _plant(example, "fra_sak: nuit-2026-7", "fra_sak: nuit-2026-99")
    ran = ehelse("lag", "saksframlegg", "nehr-2026-11")
    assert (ran.code, ran.out) == (1, "")
    assert "feil[REF201" in ran.err
    assert "saksframlegg er ikke laget: det er feil i data/saker/nehr/2026-11.md" in ran.err


def test_as_a_draft_it_is_made_and_says_so(example: Path) -> None:
    _plant(example, "fra_sak: nuit-2026-7", "fra_sak: nuit-2026-99")
    ran = ehelse("lag", "saksframlegg", "nehr-2026-11", "--utkast")
    assert ran.code == 0
    assert "UTKAST" in ran.out


def test_what_cannot_be_read_is_refused_with_the_findings(example: Path) -> None:
    _plant(example, "hovedprosess: portefoelje", "hovedprosess: portefølje")
    for utkast in ([], ["--utkast"]):
        ran = ehelse("lag", "saksframlegg", "nehr-2026-11", *utkast)
        assert (ran.code, ran.out) == (1, "")
        assert "feil[LES104" in ran.err
        assert "kan ikke leses" in ran.err


@pytest.mark.parametrize("id_", ["nehr", "nehr-2026-m4", "finnes-ikke"])
def test_the_wrong_id_is_two(example: Path, id_: str) -> None:
    ran = ehelse("lag", "saksframlegg", id_)
    assert (ran.code, ran.out) == (2, "")
    assert f"«{id_}»" in ran.err


# --- every kind and every format


@pytest.mark.parametrize(
    ("kind", "id_", "title"),
    [
        ("innkalling", "nehr-2026-m4", "# Innkalling: Nasjonalt e-helseråd, møte 4/2026"),
        ("tilleggsinnkalling", "nufa-2026-m4", "# Tilleggsinnkalling: Nasjonalt utvalg for fag og arkitektur"),
        ("moetepakke", "nehr-2026-m4", "# Møtepakke: Nasjonalt e-helseråd"),
        ("referat", "nehr-2026-m2", "# Referat: Nasjonalt e-helseråd, møte 2/2026"),
        ("mandat", "nehr@2024-01-01", "# Mandat for Nasjonalt e-helseråd"),
        ("mandat", "nehr", "# Mandat for Nasjonalt e-helseråd"),
        ("medlemsliste", "nuit", "# Medlemsliste: NUIT, per 23. november 2026"),
        ("aarshjul", "2027", "# Årshjul 2027"),
        ("aarshjul", "aarshjul-2027", "# Årshjul 2027"),
        ("aarshjul", "data/aarshjul/2027.yaml", "# Årshjul 2027"),
        ("endringsnotat", "nuit", "# Endringer i mandatet for NUIT"),
    ],
)
def test_every_kind_of_paper(example: Path, kind: str, id_: str, title: str) -> None:
    ran = ehelse("lag", kind, id_)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(title)


@pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF-"), ("docx", b"PK\x03\x04")])
def test_files_of_bytes(example: Path, form: str, begins: bytes) -> None:
    ran = ehelse("lag", "saksliste", "nehr-2026-m4", "--format", form, "--ut", f"x.{form}")
    assert (ran.code, ran.out, ran.err) == (0, "", f"skrev x.{form}\n")
    assert (example / f"x.{form}").read_bytes().startswith(begins)


def test_bytes_go_to_a_program_and_not_to_a_screen(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    piped = program("lag", "saksliste", "nehr-2026-m4", "--format", "pdf", cwd=example)
    assert (piped.returncode, piped.stdout[:5]) == (0, b"%PDF-")
    monkeypatch.setattr("ehelse_cli.cli.papers._is_screen", lambda: True)
    ran = ehelse("lag", "saksliste", "nehr-2026-m4", "--format", "pdf")
    assert (ran.code, ran.out) == (2, "")
    assert "pdf kan ikke vises i terminalen" in ran.err


def test_the_year_and_the_kind_are_needed(example: Path) -> None:
    for line, missing in (([], "SLAG"), (["saksliste"], "ID")):
        ran = ehelse("lag", *line)
        assert (ran.code, ran.out) == (2, "")
        assert f"mangler argumentet {missing}" in ran.err


def test_a_pack_is_refused_for_an_error_in_one_of_its_cases(example: Path) -> None:
    _plant(example, "fra_sak: nuit-2026-7", "fra_sak: nuit-2026-99")
    ran = ehelse("lag", "moetepakke", "nehr-2026-m4")
    assert (ran.code, ran.out) == (1, "")
    assert "moetepakke er ikke laget: det er feil i data/saker/nehr/2026-11.md" in ran.err
    assert ehelse("lag", "moetepakke", "nehr-2026-m4", "--utkast").code == 0


def test_attachments_have_their_checksums(example: Path) -> None:
    told = ehelse("lag", "moetepakke", "nehr-2026-m4").out
    assert hashlib.sha256((example / "data/saker/nehr/2026-11/kostnader.csv").read_bytes()).hexdigest() in told


def test_what_is_exempt_is_told_only_on_request(example: Path) -> None:
    line = ["lag", "saksframlegg", "nehr-2026-12"]
    closed, told = ehelse(*line).out, ehelse(*line, "--intern").out
    assert "Unntatt offentlighet, offl. § 23 tredje ledd" in closed
    assert "Rammeavtale" not in closed
    assert "INTERNT" in told
    assert "Rammeavtale om opplæring" in told
    assert "Unntatt offentlighet, offl. §" in told
    assert "Deler av saken" not in told
    assert ehelse(*line, "--intern", "--revisjon", "HEAD").code == 2


def test_which_template_each_paper_is_made_with(example: Path) -> None:
    shipped = ehelse("lag", "--vis-maler")
    assert shipped.code == 0
    assert "saksliste           templates/dokument/saksliste.html.j2\n" in shipped.out
    folder = example / "data/maler/nehr"
    folder.mkdir(parents=True)
    own = '{% extends "ehelse/saksliste.html.j2" %}{% block slutt %}HEI{% endblock %}'
    (folder / "saksliste.html.j2").write_text(own, encoding="utf-8")
    assert "saksliste (nehr)    data/maler/nehr/saksliste.html.j2\n" in ehelse("lag", "--vis-maler").out
    assert "HEI" in ehelse("lag", "saksliste", "nehr-2026-m4").out
    assert "HEI" not in ehelse("lag", "saksliste", "nufa-2026-m4").out
    assert ehelse("valider").code == 0


_SURROUNDINGS = (
    {"TZ": "Pacific/Auckland", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "1700000000"},
    {"TZ": "America/New_York", "LC_ALL": "POSIX", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": "1700000000"},
)


@pytest.mark.slow
@pytest.mark.parametrize("form", ["md", "html", "pdf", "docx"])
def test_the_same_files_give_the_same_bytes_wherever_they_are_made(example: Path, form: str) -> None:
    made = []
    for nr, env in enumerate(_SURROUNDINGS):
        line = ("lag", "moetepakke", "nehr-2026-m4", "--format", form, "--ut", f"{nr}.{form}")
        assert program(*line, cwd=example, env=env).returncode == 0
        made.append((example / f"{nr}.{form}").read_bytes())
    assert made[0] == made[1]


@pytest.mark.parametrize("day", ["9" * 30, "253402300800", "-1", "i dag"])
@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_a_day_that_no_file_can_tell_is_none(
    example: Path, monkeypatch: pytest.MonkeyPatch, form: str, day: str
) -> None:
    line = ("lag", "saksliste", "nehr-2026-m4", "--format", form, "--ut")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
    assert ehelse(*line, "med").code == 0
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert ehelse(*line, "uten").code == 0
    assert (example / "med").read_bytes() == (example / "uten").read_bytes()
