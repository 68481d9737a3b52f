"""What the shell is told when somebody presses tab: the protocol itself, in every shell's form."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from ehelse_cli.cli.completion import values
from ehelse_cli.cli.completion.startup import LINES
from ehelse_cli.cli.program import program as the_program
from ehelse_cli.core.forum import Rolle, Sakstype
from ehelse_cli.core.moete import Resultat, Utfall
from ehelse_cli.report.reporters import REPORTERS
from tests.cli.running import Ran, ehelse, program, write

ROOT = Path(__file__).parents[2]


def asked(line: str, shell: str = "fish", *, cwd: Path = ROOT, encoding: str = "utf-8", **more: str) -> Ran:
    """What the program answers the shell."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(cwd)
        for name, value in {"_EHELSE_COMPLETE": shell, "_EHELSE_LINE": line, **more}.items():
            patch.setenv(name, value)
        return ehelse(encoding=encoding)


def offered(line: str, *, cwd: Path = ROOT) -> dict[str, str]:
    """Each word that is offered, and what is said about it."""
    kind, *lines = asked(line, cwd=cwd).out.splitlines()
    assert kind == "forslag", kind
    return {one.partition("\t")[0]: one.partition("\t")[2] for one in lines}


# ── what is offered where ────────────────────────────────────────────────────────────────────────────────────────────


def test_commands_are_offered_with_what_they_do() -> None:
    found = offered("ehelse ")
    assert found["status"].startswith("Vis det som haster")
    assert {"mandat", "ny", "sak", "fullfoering"} <= set(found)
    assert set(offered("ehelse mandat ")) >= {"diff", "plan", "vis"}
    assert offered("ehelse val") == {"valider": found["valider"]}


@pytest.mark.parametrize(
    ("line", "there", "not_there"),
    [
        ("ehelse vis ", ["nehr", "nehr-2026-m4", "nehr-2026-9", "nehr@2024-01-01", "ks", "aarshjul-2026"], ["data"]),
        ("ehelse medlemmer ", ["nehr", "nufa"], ["nehr-2026-m4", "ks"]),
        ("ehelse moete flytt nehr-", ["nehr-2026-m4"], ["nehr-2026-9", "nuit-2026-m1"]),
        ("ehelse spor nehr-koe-", ["nehr-koe-samisk-spraak-i-journalen"], ["nehr-2026-9"]),
        ("ehelse spor --forum nuit ", ["nuit-2026-9"], ["nehr-2026-9"]),
        ("ehelse --per 2026-01-01 spor nuit-2026-", ["nuit-2026-9"], ["nuit-2026-m4"]),
        ("ehelse mandat diff nuit@", ["nuit@2025-01-01", "nuit@2027-07-01-utkast"], ["nehr@2024-01-01"]),
        ("ehelse mandat diff nehs ", ["nehr", "nehr@2024-01-01"], ["nehr-2026-m4"]),
        ("ehelse lag saksframlegg ", ["nehr-2026-11"], ["nehr-2026-m4", "nehr"]),
        ("ehelse lag innkalling ", ["nehr-2026-m4"], ["nehr-2026-11"]),
        ("ehelse lag aarshjul ", ["2027"], ["nehr"]),
        ("ehelse lag medlemsliste ", ["nehr"], ["nehr-2026-11"]),
        ("ehelse regel MOT", ["MOT501"], ["SAK601"]),
        ("ehelse ny medlem nehr --gruppe ", ["kommuner", "rhf"], ["nehr"]),
        ("ehelse ny sak nehr --sakseier h", ["hod", "helsedirektoratet"], ["ks"]),
        ("ehelse ny sak nehr --sakstype ", ["raad", "droefting"], ["nehr"]),
        ("ehelse raad --format ", ["json", "csv"], ["pdf"]),
        ("ehelse raad --format=", ["--format=json"], ["json"]),
        ("ehelse raad --f", ["--format", "--forum"], ["--tabell", "-h"]),
        ("ehelse raad --format json --f", ["--forum"], ["--format"]),
        ("ehelse ny sak nehr --sakseier ks --s", ["--sakseier", "--sakstype"], ["--tittel"]),
        ("ehelse status ", ["--per", "--format"], ["nehr"]),
        ("ehelse raad --aar ", ["2026"], ["nehr"]),
        ('ehelse medlem forny nehr "Ing', ["Ingvild Tofte"], ["nehr"]),
        ("ehelse moete fremmoete nehr-2026-m4 --forfall ", ["Ingvild Tofte"], ["Steinar Kvamme"]),
        ("ehelse moete saksliste nehr-2027-m2 --fast ", ["moeteplan"], ["portefoelje", "nehr"]),
        ("ehelse fullfoering ", ["bash", "powershell"], ["nehr"]),
        ("ehelse importer saksframlegg ", ["nehr", "nehr-2026-9"], ["SAK", "ks"]),
        ("ehelse importer fremmoete nehr-2026-m4 --tomt ", ["moette", "ukjent"], ["nehr"]),
        ("ehelse importer --mal ", ["medlemmer"], ["nehr"]),
        ("ehelse mandat vedta ", ["nuit@2027-07-01-utkast"], ["nuit"]),
    ],
)
def test_ids_and_values_are_offered_where_they_belong(line: str, there: list[str], not_there: list[str]) -> None:
    found = offered(line)
    assert set(there) <= set(found)
    assert not set(not_there) & set(found)


@pytest.mark.parametrize(
    "line",
    [
        "ehelse finnesikke ",
        "ehelse vis finnesikke",
        "ehelse ny sak nehr --tittel ",
        "ehelse ny forum ",
        "ehelse raad --finnesikke=",
        "ehelse raad --alle=",
        "ehelse medlemmer nehr -- ",
        "ehelse medlem forny finnesikke ",
    ],
)
def test_nothing_is_offered_where_nobody_can_know(line: str) -> None:
    assert offered(line) == {}


@pytest.mark.parametrize(
    ("line", "whose"),
    [
        ("ehelse raad --ut ", "filer"),
        ("ehelse valider ", "filer"),
        ("ehelse --rot ", "mapper"),
        ("ehelse ny datasett ", "mapper"),
    ],
)
def test_files_are_left_to_the_shell(line: str, whose: str) -> None:
    assert asked(line).out == f"{whose}\n"


def test_meetings_come_newest_first_with_their_day_and_cases_with_their_title() -> None:
    found = offered("ehelse vis nehr-2026-")
    assert [one for one in found if "-m" in one] == [f"nehr-2026-m{nr}" for nr in (4, 3, 2, 1)]
    assert found["nehr-2026-m4"] == "2. desember 2026 kl. 10.00–14.30"
    assert found["nehr-2026-9"].startswith("Kunstig intelligens i klinisk beslutningsstøtte")


def test_what_is_exempt_is_told_by_its_number_alone() -> None:
    assert offered("ehelse spor nehr-2026-12") == {"nehr-2026-12": ""}
    assert offered("ehelse spor nuit-2026-9") == {"nuit-2026-9": ""}


def test_a_member_who_has_left_is_not_offered(tmp_path: Path) -> None:
    members = "[{navn: Åse Ørn, virksomhet: ks}, {navn: Ola Lie, fratraadt: 2026-01-01}]"
    write(tmp_path, {"data/forum/raad.yaml": f"navn: Råd\nmedlemmer: {members}\n"})
    assert offered("ehelse medlem avslutt raad ", cwd=tmp_path) == {"Åse Ørn": "ks"}
    assert offered("ehelse medlem avslutt raad å", cwd=tmp_path) == {"Åse Ørn": "ks"}


def test_the_folder_that_the_line_names_is_the_one_that_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"data/forum/vaart-raad.yaml": "navn: Rådet vårt # enn så lenge\n"})
    assert offered(f"ehelse --rot {tmp_path} vis ") == {"vaart-raad": "Rådet vårt"}
    assert offered(f"ehelse vis --rot '{tmp_path}' v") == {"vaart-raad": "Rådet vårt"}


def test_branches_and_tags_are_offered_as_revisions(tmp_path: Path) -> None:
    write(tmp_path, {"data/datasett.yaml": "navn: Rådet\n"})
    for arguments in (["init", "-q", "-b", "hoved"], ["add", "."], ["commit", "-qm", "x"], ["tag", "vedtatt/2026"]):
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True)
    assert set(offered("ehelse --revisjon ", cwd=tmp_path)) == {"HEAD", "hoved", "vedtatt/2026"}


# ── every parameter ──────────────────────────────────────────────────────────────────────────────────────────────────


def _commands(group: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    yield path, group
    for name in getattr(group, "commands", ()):
        yield from _commands(group.commands[name], (*path, name))


COMMANDS = dict(_commands(the_program()))


def test_it_is_known_of_every_parameter_what_it_takes() -> None:
    """A new name for a value belongs in BY_NAME in cli/completion/values.py."""
    unknown = []
    for path, command in COMMANDS.items():
        for param in command.params:
            try:
                getattr(param, "is_flag", False) or values.source_of(param, path)
            except KeyError:
                unknown.append((" ".join(path), param.name, param.metavar))
    assert unknown == []


def test_the_exceptions_are_parameters() -> None:
    there = {(" ".join(path), param.name) for path, command in COMMANDS.items() for param in command.params}
    assert set(values.BUT) <= there


def test_the_words_are_those_of_the_format() -> None:
    assert get_args(Rolle) == values.ROLLER
    assert get_args(Sakstype) == values.SAKSTYPER
    assert get_args(Utfall) == values.UTFALL
    assert get_args(Resultat) == values.RESULTATER
    assert set(values.RAPPORTER) <= set(REPORTERS)


# ── never in the way ─────────────────────────────────────────────────────────────────────────────────────────────────

_BROKEN = {
    "data/datasett.yaml": "navn: [\n",
    "data/virksomheter.yaml": "- ikke\n- et\n- oppslag\n",
    "data/forum/raad.yaml": "medlemmer: {navn: x}\n\tnavn: y\n",
    "data/forum/annet.yaml": "medlemmer: tekst\n",
    "data/saker/raad/2026-1.md": "uten hode\n",
    "data/moeter/raad/2026-m1.md": "---\ntid: [\n---\n",
    "data/mandater/raad/2026-13-01.md": "---\n",
    "data/mandater/raad/2026-01-01.md": "---\nsammensetning: [1, 2]\n---\n",
}


@pytest.mark.parametrize("files", [{}, _BROKEN], ids=["without data", "broken"])
@pytest.mark.parametrize(
    "line",
    [
        "",
        "ehelse",
        "ehelse vis ",
        "ehelse medlem forny raad ",
        "ehelse medlem forny annet ",
        "ehelse ny medlem raad --gruppe ",
        "ehelse ny sak raad --sakseier ",
        "ehelse --revisjon ",
        "ehelse --rot ~finnesikke vis ",
        "ehelse --rot /dev/null vis ",
        "ehelse vis 'åpent hermetegn",
        "ehelse vis \\",
        "ehelse moete fremmoete raad-2026-m1 --forfall ",
    ],
)
def test_whatever_the_folder_is_like_nothing_is_said_of_it(tmp_path: Path, files: dict[str, str], line: str) -> None:
    write(tmp_path, files)
    (tmp_path / "data/forum").mkdir(parents=True, exist_ok=True) if files else None
    (tmp_path / "data/forum/bytes.yaml").write_bytes(b"navn: \xff\xfe\n") if files else None
    told = asked(line, cwd=tmp_path)
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith(("forslag\n", "filer\n", "mapper\n"))


def test_an_unknown_shell_is_answered_with_silence() -> None:
    told = asked("ehelse vis ", "tcsh")
    assert (told.code, told.out, told.err) == (0, "", "")


def test_as_a_program_it_says_nothing_else(tmp_path: Path) -> None:
    """Whatever Python itself would say on the way out is silenced too; the arguments are not looked at."""
    write(tmp_path, _BROKEN)
    env = {
        "_EHELSE_COMPLETE": "bash",
        "_EHELSE_LINE": "ehelse vis ",
        "PYTHONPATH": str(ROOT),
        "PYTHONWARNINGS": "always",
    }
    told = program("valider", cwd=tmp_path, env=env)
    assert (told.returncode, told.stderr) == (0, b"")
    assert told.stdout.startswith(b"forslag\nannet\n")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes with names")
def test_what_cannot_be_read_is_left_out_and_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path, {"data/forum/raad.yaml": "navn: Rådet\n"})
    os.mkfifo(tmp_path / "data/virksomheter.yaml")
    assert offered("ehelse vis ", cwd=tmp_path) == {"raad": "Rådet"}


_LOADED = """
import os, sys
from ehelse_cli.cli.app import main
main()
sys.__stderr__.write(" ".join(sorted(name for name in sys.modules if name.startswith({heavy!r}))))
"""
_HEAVY = ("pydantic", "git.", "jinja2", "rich", "babel", "ehelse_cli.rules", "ehelse_cli.core.dataset")


def test_no_model_and_no_rule_is_loaded() -> None:
    env = {"_EHELSE_COMPLETE": "fish", "_EHELSE_LINE": "ehelse vis "}
    told = program(cwd=ROOT, env=env, code=_LOADED.format(heavy=_HEAVY))
    assert b"nehr-2026-m4" in told.stdout
    assert told.stderr.decode() == ""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="no child tells what it used")
def test_it_is_quick() -> None:
    """The work of the best of several: how long a person waits when the machine has nothing else to do."""
    work = []
    for _ in range(7):
        before = os.times()
        program(cwd=ROOT, env={"_EHELSE_COMPLETE": "fish", "_EHELSE_LINE": "ehelse vis "})
        after = os.times()
        work.append(after.children_user + after.children_system - before.children_user - before.children_system)
    assert min(work) < 0.2


# ── the form of each shell ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("line", "tail", "lines"),
    [
        ("ehelse vis nehr@2024", "@2024", ["@2024-01-01"]),
        ("ehelse vis nehr@2024", "2024", ["2024-01-01"]),  # without `shopt hostcomplete`
        ("ehelse vis 'nehr@2024", "nehr@2024", ["nehr@2024-01-01"]),
        ("ehelse raad --format=js", "js", ["json"]),
        ("ehelse raad --format=", "", ["tekst", "json", "csv", "markdown", "md"]),
        ("ehelse medlem forny nehr Ing", "Ing", ["Ingvild\\ Tofte"]),
        ("ehelse medlem forny nehr Ingvild\\ T", "Ingvild\\ T", ["Ingvild\\ Tofte"]),
        ('ehelse medlem forny nehr "Ingvild T', "Ingvild T", ["Ingvild Tofte"]),
    ],
)
def test_bash_gets_what_is_to_stand_instead_of_the_end_of_the_word(line: str, tail: str, lines: list[str]) -> None:
    assert asked(line, "bash", _EHELSE_TAIL=tail).out.splitlines() == ["forslag", *lines]


def test_bash_gets_what_each_is_about_where_it_only_lists() -> None:
    told = asked("ehelse vis nehr-2026-m", "bash", _EHELSE_LISTS="1").out
    assert "nehr-2026-m4  2. desember 2026 kl. 10.00–14.30\n" in told
    one = asked("ehelse vis nehr-2026-m4", "bash", _EHELSE_LISTS="1").out
    assert one == "forslag\nnehr-2026-m4\n"


def test_a_quote_in_a_name_is_escaped_as_each_shell_does(tmp_path: Path) -> None:
    write(tmp_path, {"data/forum/raad.yaml": 'medlemmer: [{navn: "Siv O\'Hara:Ek"}]\n'})
    line = "ehelse medlem avslutt raad "
    assert asked(line, "bash", cwd=tmp_path).out.splitlines()[1:] == ["Siv\\ O\\'Hara:Ek"]
    assert asked(f"{line}'S", "bash", cwd=tmp_path).out.splitlines()[1:] == ["Siv O'\\''Hara:Ek"]
    assert asked(line, "zsh", cwd=tmp_path).out.splitlines()[1:] == ["Siv O'Hara\\:Ek"]
    assert asked(line, "fish", cwd=tmp_path).out.splitlines()[1:] == ["Siv O'Hara:Ek"]
    (row,) = json.loads(asked(line, "powershell", cwd=tmp_path).out)["forslag"]
    assert row == {"tekst": "'Siv O''Hara:Ek'", "vist": "Siv O'Hara:Ek", "om": "Siv O'Hara:Ek"}


def test_powershell_gets_ascii_whatever_the_console_is_set_to() -> None:
    told = asked("ehelse spor nehr-2026-9", "powershell", encoding="cp850").out
    assert told.isascii()
    (row,) = json.loads(told)["forslag"]
    assert row["tekst"] == "nehr-2026-9"
    assert "beslutningsstøtte" in row["om"]
    assert asked("ehelse raad --ut ", "powershell").out == "filer\n"


@pytest.mark.parametrize(
    "line",
    [
        "medlem forny nehr 'Ing",
        'medlem forny nehr "Ing',
        "medlem forny nehr Ingvild` T",
        "medlem forny nehr 'Ingvild T",
    ],
)
def test_powershell_quotes_in_its_own_way(line: str) -> None:
    (row,) = json.loads(asked(f"ehelse {line}", "powershell").out)["forslag"]
    assert row["tekst"] == "'Ingvild Tofte'"


# ── the command ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_the_script_is_printed_in_ascii(shell: str) -> None:
    ran = ehelse("fullfoering", shell)
    assert ran.code == 0
    assert ran.out.isascii()
    assert "_EHELSE_COMPLETE" in ran.out
    assert not re.search(r"Set-ExecutionPolicy|sudo|\.bashrc", ran.out)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("ZDOTDIR", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path


@pytest.mark.parametrize(
    ("shell", "file"), [("bash", ".bashrc"), ("zsh", ".zshrc"), ("fish", ".config/fish/conf.d/ehelse.fish")]
)
def test_the_line_is_put_in_once_and_taken_out_again(home: Path, shell: str, file: str) -> None:
    startup = home / file
    startup.parent.mkdir(parents=True, exist_ok=True)
    startup.write_text("# mine egne linjer, uten linjeskift til slutt", encoding="utf-8")
    assert ehelse("fullfoering", shell, "--installer", "--proev").code == 0
    assert "ehelse" not in startup.read_text("utf-8")
    for said in ("trykk tabulator", "er der fra før"):
        ran = ehelse("fullfoering", shell, "--installer")
        assert (ran.code, startup.read_text("utf-8").count(f"ehelse fullfoering {shell}")) == (0, 1)
        assert said in ran.err
    assert ehelse("fullfoering", shell, "--fjern").code == 0
    assert startup.read_text("utf-8") == "# mine egne linjer, uten linjeskift til slutt\n"
    assert "er ikke der" in ehelse("fullfoering", shell, "--fjern").err


def test_a_file_that_was_made_for_it_is_taken_away_with_it(home: Path) -> None:
    assert ehelse("fullfoering", "bash", "--installer").code == 0
    assert (home / ".bashrc").is_file()
    assert ehelse("fullfoering", "bash", "--fjern").code == 0
    assert not (home / ".bashrc").exists()


@pytest.mark.parametrize("raw", ["# æ\r\n".encode("utf-16"), "# æ\n".encode("latin-1")], ids=["UTF-16", "Latin-1"])
def test_a_file_in_other_letters_is_not_touched(home: Path, raw: bytes) -> None:
    (home / ".bashrc").write_bytes(raw)
    ran = ehelse("fullfoering", "bash", "--installer")
    assert (ran.code, (home / ".bashrc").read_bytes()) == (2, raw)
    assert "ikke skrevet i UTF-8" in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="a program in the shell's own language")
def test_powershell_is_asked_where_its_profile_is(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in answers as PowerShell does, with a folder that has an æ in its name."""
    profile = home / "Dokumenter på sky" / "Microsoft.PowerShell_profile.ps1"
    write(home, {"bin/powershell": f'#!/bin/sh\nprintf "%s" "{profile}" | base64 -w0\necho\n'})
    (home / "bin/powershell").chmod(0o755)
    monkeypatch.setenv("PATH", f"{home / 'bin'}:{os.environ['PATH']}")
    profile.parent.mkdir()
    profile.write_bytes(b"# mitt\r\n")
    assert ehelse("fullfoering", "powershell", "--installer").code == 0
    lines = profile.read_bytes().splitlines(keepends=True)
    assert len(lines) == 2
    assert lines[1].endswith(b"Invoke-Expression }\r\n")
    assert lines[1].isascii()


def test_without_powershell_it_is_told_what_to_do(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(home))
    ran = ehelse("fullfoering", "powershell", "--installer")
    assert ran.code == 2
    assert "$PROFILE" in ran.err


def test_the_shell_one_has_is_the_one_that_is_meant(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/zsh")
    assert ehelse("fullfoering").out == ehelse("fullfoering", "zsh").out
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    ran = ehelse("fullfoering")
    assert ran.code == 2
    assert "bash, zsh, fish, powershell, pwsh" in ran.err


def test_the_script_and_the_line_are_understood_by_powershell_5() -> None:
    """Of what came with PowerShell 7, nothing is used; the machine here has neither of them to ask."""
    for text in (ehelse("fullfoering", "powershell").out, LINES["powershell"], LINES["pwsh"]):
        assert not re.search(r"\?\?|\?\.|&&|\|\||-ErrorAction Ignore|-Parallel", text)
