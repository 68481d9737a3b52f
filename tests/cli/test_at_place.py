from __future__ import annotations

from pathlib import Path

import pytest

from ehelse_cli.cli.at_place import Place, parse_place
from ehelse_cli.cli.errors import UsageError
from tests.cli.running import ehelse, write
from tests.raad import HALVPARTEN, forum, mandat, moete
from tests.trees import names

_PATH = "data/moeter/raad/2025-m1.md"
_FILES = {
    "data/datasett.yaml": "dag: 2025-06-01\n",
    "data/forum/raad.yaml": forum(names(5)),
    "data/mandater/raad/2024-01-01.md": mandat(f"{HALVPARTEN}, punkt: vedtak", seter="5")
    + "\n## Vedtak\n\nMinst halvparten må være der.\n\n## Annet\n\nIkke dette.\n",
    _PATH: moete(names(2), names(5)[2:], saker="[]"),
}


@pytest.fixture
def council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """In the folder of a council that met with two of five."""
    monkeypatch.chdir(write(tmp_path, _FILES))
    return tmp_path


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("data/x.md:11", Place("data/x.md", 11)),
        ("data/x.md:11:3", Place("data/x.md", 11, 3)),
        ("data/x.md:11:3:", Place("data/x.md", 11, 3)),
        ("C:\\x.md:11", Place("C:\\x.md", 11)),
    ],
)
def test_a_place_as_reports_write_it(text: str, place: Place) -> None:
    assert parse_place(text) == place


@pytest.mark.parametrize("text", ["", "x.md", ":11", "x.md:", "x.md:a", "x.md:\u0661", "x.md:-1", "x.md:9999999999"])
def test_what_is_no_place(text: str) -> None:
    with pytest.raises(UsageError, match="er ikke FIL:LINJE"):
        parse_place(text)


@pytest.mark.parametrize("place", [f"{_PATH}:3", f"{_PATH}:3:1", f"./{_PATH}:3", "moeter/raad/2025-m1.md:3"])
def test_the_finding_is_explained_with_its_numbers_and_the_clause(
    council: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    if place.startswith("moeter"):
        monkeypatch.chdir(council / "data")
    ran = ehelse("regel", "mot501", "--ved", place)
    assert (ran.code, ran.err) == (0, "")
    assert "feil[MOT501 ikke-beslutningsdyktig]: møtet i Rådet 12. mars 2025 var ikke beslutningsdyktig\n" in ran.out
    assert "= regnestykke: minst 1/2 av 5 seter → 3 kreves; til stede 2 medlemmer\n" in ran.out
    assert "\nSlik står det i mandatet raad@2024-01-01\n  ## Vedtak\n  Minst halvparten må være der.\n\n" in ran.out
    assert "Ikke dette." not in ran.out
    assert "\nHva regelen sier\n  Det var færre til stede enn" in ran.out


def test_without_a_code_everything_found_there_is_explained(council: Path) -> None:
    write(council, {"data/virksomheter.yaml": "ks: {navn: KS, nvn: x, nan: y}\n"})
    ran = ehelse("regel", "--ved", "data/virksomheter.yaml:1")
    assert ran.out.count("feil[LES102 ") == 2
    one = ehelse("regel", "--ved", "data/virksomheter.yaml:1:16")
    assert (one.code, one.out.count("feil[LES102 ")) == (0, 1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["MOT501", "--ved", f"{_PATH}:9"], f"ingen MOT501 i {_PATH}:9\n  hjelp: Mente du MOT501 i {_PATH}:3:1?"),
        (["--ved", f"{_PATH}:3:7"], f"ingen funn i {_PATH}:3:7\n  hjelp: Mente du MOT501 i {_PATH}:3:1?"),
        (["MOT501", "--ved", "data/datasett.yaml:1"], f"Mente du MOT501 i {_PATH}:3:1?"),
        (["LES101", "--ved", "data/datasett.yaml:1"], "`ehelse valider --format kort` viser stedet"),
        (["MOT501", "--ved", "data/finnes-ikke.md:1"], "ingenting er sjekket: «data/finnes-ikke.md» er ingen fil"),
    ],
)
def test_nothing_there_is_three_and_names_the_nearest(council: Path, arguments: list[str], said: str) -> None:
    ran = ehelse("regel", *arguments)
    assert (ran.code, ran.out) == (3, "")
    assert said in ran.err


@pytest.mark.parametrize(
    ("arguments", "said"), [(["MOT999", "--ved", f"{_PATH}:3"], "ingen regel «MOT999»"), (["--ved", "x"], "FIL:LINJE")]
)
def test_what_cannot_be_understood_is_two(council: Path, arguments: list[str], said: str) -> None:
    ran = ehelse("regel", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
