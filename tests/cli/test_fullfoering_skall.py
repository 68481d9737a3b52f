"""Completion in the shells themselves: the script is loaded as at start-up, keys are pressed, and the line is run.

What a shell made of a line is told by `ehelse`: on the path stands a program of that name, which writes down the words
it is called with. When the shell only asks what the line may go on with, it is the real one.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.terminal import PATIENCE, ROOT, TAB, Terminal, needs_terminal

pytestmark = [pytest.mark.slow, needs_terminal]

#: How each is started without anybody's own settings.
_START = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}
#: The line that `--installer` puts in.
_LOAD = {
    "bash": 'eval "$(ehelse fullfoering bash)"',
    "zsh": 'eval "$(ehelse fullfoering zsh)"',
    "fish": "ehelse fullfoering fish | source",
}
_PROGRAM = """\
#!/bin/sh
if [ -n "$_EHELSE_COMPLETE" ] || [ "$1" = fullfoering ]; then
    PYTHONPATH="{root}" exec "{python}" -m ehelse_cli "$@"
fi
for word in "$@"; do printf '%s\\n' "$word"; done >"{written}.new"
mv "{written}.new" "{written}"
"""


class Shell:
    """A shell on a terminal, with completion, in a folder of its own."""

    def __init__(self, name: str, folder: Path) -> None:
        self._written = folder / "words"
        program = folder / "bin" / "ehelse"
        program.parent.mkdir()
        program.write_text(_PROGRAM.format(root=ROOT, python=sys.executable, written=self._written), encoding="utf-8")
        program.chmod(0o755)
        env = {
            "HOME": str(folder),
            "PATH": f"{program.parent}:{os.environ['PATH']}",
            "PS1": "> ",
            "TERM": "xterm",
            "XDG_CONFIG_HOME": str(folder),
            "XDG_DATA_HOME": str(folder),
        }
        self.terminal = Terminal(_START[name], folder, env=env)
        self.terminal.type(f"{_LOAD[name]}; echo l''astet")
        self.terminal.wait_for("lastet")

    def words(self, keys: str) -> list[str]:
        """The words that `ehelse` is called with when the keys are pressed, and then enter."""
        self._written.unlink(missing_ok=True)
        self.terminal.press(keys)
        self.terminal.type("")
        late = time.monotonic() + PATIENCE
        while not self._written.exists():
            assert time.monotonic() < late, self.terminal.screen
            self.terminal.glance()
        return self._written.read_text("utf-8").splitlines()


@pytest.fixture(params=_START)
def shell(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shell]:
    """Each of the shells that is on the machine (tools/system puts them there)."""
    if shutil.which(request.param) is None:
        pytest.skip(f"{request.param} is not here")
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "Årsplan 2027.md").touch()
    started = Shell(request.param, tmp_path)
    with started.terminal:
        yield started


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("ehelse medlemm{tab} nuf{tab}", ["medlemmer", "nufa"]),
        ("ehelse vis nehr@{tab}", ["vis", "nehr@2024-01-01"]),
        ("ehelse spor nehr-koe-s{tab}", ["spor", "nehr-koe-samisk-spraak-i-journalen"]),
        ("ehelse medlem forny nehr Ing{tab} --proev", ["medlem", "forny", "nehr", "Ingvild Tofte", "--proev"]),
        ('ehelse medlem forny nehr "Ing{tab}', ["medlem", "forny", "nehr", "Ingvild Tofte"]),
        ("ehelse medlem forny nehr 'Ing{tab}", ["medlem", "forny", "nehr", "Ingvild Tofte"]),
        ("ehelse raad --format=js{tab}", ["raad", "--format=json"]),
        ("ehelse raad --form{tab} mark{tab}", ["raad", "--format", "markdown"]),
        ("ehelse raad --ut Års{tab}", ["raad", "--ut", "Årsplan 2027.md"]),
        ("true; ehelse regel MOT50{tab}1", ["regel", "MOT501"]),
    ],
)
def test_tab_finishes_the_word(shell: Shell, keys: str, words: list[str]) -> None:
    assert shell.words(keys.format(tab=TAB)) == words


def test_what_there_is_to_choose_from_is_shown_with_what_it_is(shell: Shell) -> None:
    shell.terminal.press(f"ehelse moete flytt nehr-2026-m{TAB}{TAB}")
    shell.terminal.wait_for("2. desember 2026 kl. 10.00–14.30")
