"""The program in odd surroundings: each ends with its exit code, and none with a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import program

pytestmark = pytest.mark.slow

_CRASHING_RULE = """
import sys
from ehelse_cli.cli import checking
from ehelse_cli.cli.app import main
from ehelse_cli.core.finding import RuleInfo, Severity, Source
from ehelse_cli.rules.engine import Rule
checking.ALL_RULES = (Rule(RuleInfo("MOT599", "x", Severity.FEIL, Source.FORMAT), "moete", lambda data, dag: 1 / 0),)
sys.exit(main(["valider"]))
"""
_SLOW = """
import sys, time
from ehelse_cli.cli.app import main
from ehelse_cli.load import dataset
dataset.load = lambda *_: (print("klar", flush=True), time.sleep(60))
sys.exit(main(["valider"]))
"""


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["valider"], 1), (["valider", "data/datasett.yaml"], 0), (["valider", "--x"], 2), (["valider", "data/x"], 3)],
)
def test_exit_codes_of_the_real_command(bad: Path, arguments: list[str], code: int) -> None:
    ran = program(*arguments, cwd=bad)
    assert ran.returncode == code
    assert b"Traceback" not in ran.stderr


def test_a_crashing_rule_is_four(bad: Path) -> None:
    ran = program(cwd=bad, code=_CRASHING_RULE)
    assert ran.returncode == 4
    assert b"LES102" in ran.stdout
    assert b"MOT599" in ran.stderr
    assert b"Traceback" not in ran.stderr


@pytest.mark.skipif(os.name == "nt", reason="no such signal")
def test_an_interrupt_is_130(good: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", _SLOW], cwd=good, stdout=-1, stderr=-1) as running:
        assert running.stdout is not None
        running.stdout.readline()
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=30)
    assert running.returncode == 130
    assert err == b"avbrutt\n"


@pytest.mark.skipif(os.name == "nt", reason="a shell's pipes")
@pytest.mark.parametrize("command", ["valider", "vis ks", "regel", "--help", "valider --help"])
def test_a_closed_pipe_is_silence(bad: Path, command: str) -> None:
    read, written = os.pipe()
    os.close(read)
    ran = subprocess.run(
        [sys.executable, "-m", "ehelse_cli", *command.split(), "--stille"],
        cwd=bad,
        stdout=written,
        stderr=-1,
        check=False,
    )
    os.close(written)
    assert ran.stderr == b""
    assert ran.returncode == (1 if command == "valider" else 0)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_two(bad: Path) -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "ehelse_cli", "valider"], cwd=bad, stdout=full, stderr=-1, check=False
        )
    assert ran.returncode == 2
    assert b"kan ikke skrive ut" in ran.stderr
    assert b"Traceback" not in ran.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-16"])
def test_any_encoding_will_do(bad: Path, encoding: str) -> None:
    ran = program("valider", cwd=bad, env={"PYTHONIOENCODING": encoding})
    assert ran.returncode == 1
    out = ran.stdout.decode(encoding)
    assert "feil[LES102 ukjent-noekkel]" in out
    if encoding == "ascii":
        assert "+- data/virksomheter.yaml:2:18" in out


def test_no_home_and_no_locale(bad: Path) -> None:
    env = {name: value for name, value in os.environ.items() if name not in ("HOME", "LANG", "LC_ALL", "USERPROFILE")}
    ran = subprocess.run(
        [sys.executable, "-m", "ehelse_cli", "valider"],
        cwd=bad,
        env={**env, "LC_ALL": "C"},
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 1
    assert b"Traceback" not in ran.stderr


@pytest.mark.skipif(os.name == "nt", reason="other rights there")
def test_a_tree_one_may_only_read(bad: Path) -> None:
    for path in (bad / "data", bad):
        path.chmod(0o555)
    try:
        assert program("valider", cwd=bad).returncode == 1
    finally:
        for path in (bad, bad / "data"):
            path.chmod(0o755)


def test_colours_only_on_a_terminal_or_when_asked_for(bad: Path) -> None:
    assert b"\x1b" not in program("valider", cwd=bad).stdout
    assert b"\x1b[1;31mfeil" in program("valider", "--farge", "alltid", cwd=bad, env={"NO_COLOR": "1"}).stdout


@pytest.mark.skipif(os.name == "nt", reason="no such terminals")
@pytest.mark.parametrize(
    ("env", "arguments", "coloured"),
    [
        ({"TERM": "xterm"}, [], True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, [], False),
        ({"TERM": "dumb"}, [], False),
        ({"TERM": "xterm"}, ["--farge", "aldri"], False),
    ],
)
def test_a_terminal_that_does_or_does_not_want_colours(
    bad: Path, env: dict[str, str], arguments: list[str], coloured: bool
) -> None:
    import pty

    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "ehelse_cli", "valider", "--stille", *arguments],
        cwd=bad,
        stdout=theirs,
        env={**os.environ, **env},
    ) as running:
        os.close(theirs)
        text = b""
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:
                break
            if not part:
                break
            text += part
        running.wait(30)
    os.close(ours)
    assert (b"\x1b[" in text) is coloured
    assert b"LES102" in text


@pytest.mark.skipif(os.name == "nt", reason="another shell")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
def test_closed_streams_change_nothing_but_what_is_seen(good: Path, closed: str) -> None:
    shell = f'"{sys.executable}" -m ehelse_cli valider --format json=funn.json {closed}'
    ran = subprocess.run(["/bin/sh", "-c", shell], cwd=good, capture_output=True, timeout=60, check=False)
    assert ran.returncode == 0
    assert b"Traceback" not in ran.stderr
    assert (good / "funn.json").read_text(encoding="utf-8").startswith("{")


_LONG = "n" * 300


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["valider", "--rot", _LONG], 2),
        (["valider", _LONG], 3),
        (["valider", f"--format=json={_LONG}"], 2),
        (["mandat", "diff", f"{_LONG}.md", f"{_LONG}.md"], 2),
    ],
    ids=["root", "path", "report", "mandate"],
)
def test_a_name_too_long_for_the_disk_is_an_ordinary_refusal(good: Path, arguments: list[str], code: int) -> None:
    assert program(*arguments, cwd=good).returncode == code
