from __future__ import annotations

import os
from pathlib import Path

import pytest

from ehelse_cli.cli.files import NotWrittenError, WrongEndingError, named_as, write_file
from tests.cli.running import ehelse


def test_a_new_file_and_one_replaced(tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    for text in ("blåbær\n", "ny\r\n"):
        write_file(file, text)
        assert file.read_bytes() == text.encode()
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(os.name == "nt", reason="other rights there")
def test_rights_are_kept_and_otherwise_the_usual(tmp_path: Path) -> None:
    file, usual = tmp_path / "x", tmp_path / "y"
    file.write_text("", encoding="utf-8")
    file.chmod(0o640)
    usual.write_text("", encoding="utf-8")
    new = tmp_path / "z"
    for path in (file, new):
        write_file(path, "x")
    assert file.stat().st_mode & 0o777 == 0o640
    assert new.stat().st_mode == usual.stat().st_mode


@pytest.mark.skipif(os.name == "nt", reason="no such links")
def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("target")
    write_file(tmp_path / "link", "x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "target").read_text(encoding="utf-8") == "x"


def test_a_folder_a_device_and_a_name_too_long_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, Path(os.devnull), tmp_path / ("n" * 300)):
        with pytest.raises(NotWrittenError):
            write_file(path, "x")


@pytest.mark.parametrize("failing", ["os.fsync", "pathlib.Path.replace", "pathlib.Path.chmod"])
def test_whatever_fails_the_old_file_stands_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    file = tmp_path / "x"
    file.write_text("old", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(failing, fail)
    with pytest.raises(NotWrittenError, match="disken er full"):
        write_file(file, "new")
    monkeypatch.undo()
    assert file.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_an_interrupt_leaves_nothing_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "x", "new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("made", "name"),
    [
        ("md", "x"),
        ("md", "x.md"),
        ("md", "x.txt"),
        ("html", "x.htm"),
        ("docx", "X.DOCX"),
        ("csv", "x.csv"),
        ("csv", "a.b"),
    ],
)
def test_a_name_that_promises_nothing_else_is_taken(made: str, name: str) -> None:
    assert named_as(made, Path(name)) == Path(name)


@pytest.mark.parametrize(("made", "name"), [("md", "x.docx"), ("docx", "x.pdf"), ("csv", "x.xlsx"), ("svg", "x.PNG")])
def test_a_name_that_no_program_could_open_is_refused(made: str, name: str) -> None:
    with pytest.raises(WrongEndingError):
        named_as(made, Path(name))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "lag innkalling nehr-2026-m4 --ut ut.docx",
            "«ut.docx» slutter på .docx, men formatet er md\n  hjelp: Skriv --format docx, eller gi filen et annet",
        ),
        ("frister --ut ut.csv", "men formatet er tekst\n  hjelp: Skriv --format csv, eller gi filen et annet navn."),
        ("importer --mal medlemmer --ut ut.xlsx", "men formatet er csv\n  hjelp: Gi filen et navn på .csv."),
        (
            "mandat diff nuit --ut ut.html",
            "men formatet er tekst\n  hjelp: Skriv --format html, eller gi filen et annet",
        ),
        ("aarshjul --hjul ut.png", "men formatet er svg\n  hjelp: Gi filen et navn på .svg."),
    ],
)
def test_a_file_is_not_called_what_it_is_not(example: Path, line: str, said: str) -> None:
    ran = ehelse(*line.split())
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not list(example.glob("ut.*"))


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("mandat diff nehs nehr --format html --ved-siden", "<!doctype html>"),
        ("mandat diff nuit@2027-07-01-utkast --format endringsvedtak", "#"),
        ("mandat plan nuit@2027-07-01-utkast --format markdown", "#"),
        ("mandat vis nehr --format html", "<!doctype html>"),
    ],
)
def test_what_is_made_of_mandates_goes_to_a_file_as_it_goes_to_a_pipe(example: Path, line: str, begins: str) -> None:
    shown, ran = ehelse(*line.split()), ehelse(*line.split(), "--ut", "ny-fil")
    assert (shown.code, ran.code, ran.out) == (0, 0, "")
    assert ran.err.endswith("skrev ny-fil\n")
    written = (example / "ny-fil").read_text("utf-8")
    assert written == shown.out
    assert written.lower().startswith(begins)
