from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from ehelse_cli.cli import skjema
from ehelse_cli.load.schema import FILES, schema
from tests.cli.running import GOOD, ehelse, write


def test_without_a_word_it_tells_what_there_is() -> None:
    ran = ehelse("skjema")

    assert (ran.code, ran.err) == (0, "")
    assert all(kind in ran.out for kind in FILES)
    assert "data/forum/*.yaml: # yaml-language-server: $schema=../../.skjema/forum.schema.json" in ran.out


def test_the_command_knows_the_kinds() -> None:
    assert tuple(FILES) == skjema._KINDS


@pytest.mark.parametrize("kind", FILES)
def test_one_is_printed(kind: str) -> None:
    ran = ehelse("skjema", kind)

    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == schema(kind)


def test_all_are_written_to_a_new_folder(tmp_path: Path) -> None:
    ran = ehelse("skjema", "--ut", str(tmp_path / "ny" / "skjema"))

    assert (ran.code, ran.out) == (0, "")
    written = {path.name: json.loads(path.read_text("utf-8")) for path in (tmp_path / "ny" / "skjema").iterdir()}
    assert written == {f"{kind}.schema.json": schema(kind) for kind in FILES}
    assert ran.err.count("skrev ") == len(FILES)


def test_the_line_finds_the_schema_from_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(write(tmp_path, {**GOOD, "data/forum/raad.yaml": "navn: Rådet\n"}))
    line = ehelse("skjema", "forum", "--ut", ".skjema").err.splitlines()[-1].partition(": ")[2]
    way = line.removeprefix("# yaml-language-server: $schema=")

    assert json.loads(Path(os.path.normpath(f"data/forum/{way}")).read_text("utf-8")) == schema("forum")
    Path("data/forum/raad.yaml").write_text(f"{line}\nnavn: Rådet\n", "utf-8")
    assert ehelse("valider").code == 0


def test_of_markdown_there_is_no_line(tmp_path: Path) -> None:
    assert ehelse("skjema", "sak", "--ut", str(tmp_path)).err == f"skrev {tmp_path / 'sak.schema.json'}\n"
    assert ehelse("skjema", "sak", "--ut", str(tmp_path), "--stille").err == ""


def test_a_file_in_the_way_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    for where in ("fil", "fil/under"):
        ran = ehelse("skjema", "--ut", str(tmp_path / where))
        assert ran.code == 2
        assert "ikke en mappe" in ran.err


def test_a_kind_that_is_not_there() -> None:
    ran = ehelse("skjema", "utvalg")

    assert ran.code == 2
    assert "aarshjul" in ran.err


def test_an_editor_sees_a_slip_before_valider_does() -> None:
    judge = Draft202012Validator(json.loads(ehelse("skjema", "virksomheter").out))

    assert judge.is_valid({"ks": {"navn": "KS", "orgnr": 971032146}})
    assert not judge.is_valid({"ks": {"nvn": "KS"}})
