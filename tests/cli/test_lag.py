from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import ehelse

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
