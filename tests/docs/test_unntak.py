"""Every exception that the pages show can be read, and every command typed."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from ehelse_cli.load.unntakstekst import Innhold, les_unntak
from ehelse_cli.rules.catalogue import CATALOGUE
from tests.cli.running import ehelse

_ROOT = Path(__file__).parents[2]
_PAGE = (_ROOT / "docs/brukerveiledning/unntak.md").read_text(encoding="utf-8")
_SHOWN = re.findall(
    r"^[^`\n]*# ehelse:(.*)", _PAGE + (_ROOT / "docs/format.md").read_text(encoding="utf-8"), re.MULTILINE
)
_COMMANDS = [
    re.sub(r" +#.*", "", line)
    for block in re.findall(r"^```sh\n(.*?)^```", _PAGE, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
]


@pytest.mark.parametrize("shown", _SHOWN)
def test_every_exception_can_be_read(shown: str) -> None:
    read = les_unntak(shown)
    assert isinstance(read, Innhold)
    assert read.grunn
    assert {code for code, _ in read.koder} <= {rule.code for rule in CATALOGUE}


def test_the_pages_show_some() -> None:
    assert len(_SHOWN) == 3


@pytest.mark.parametrize("command", _COMMANDS)
def test_every_command_can_be_typed(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(_ROOT / "data", tmp_path / "data")
    for arguments in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "x"]):
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True)
    monkeypatch.chdir(tmp_path)
    ran = ehelse(*shlex.split(command)[1:])
    assert ran.code == 0, ran.err
