"""A large tree is read by two processes, and nobody can tell the difference.

They run as programs of their own: a test runner has threads, and a process that has them is not divided.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from textwrap import dedent

import pytest

from benchmarks.generate import write as generate
from ehelse_cli.load.ahead import NOTHING_AHEAD, WORTH_IT, read_ahead
from ehelse_cli.load.tree import DiskTree
from tests.cli.running import program, write

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="here a process cannot be divided")

#: Of these the second process can send the last only.
BROKEN = {
    "data/saker/nehr/koe/a-er-ingen-yaml.md": "---\ntittel: [en, to\n---\n\nTekst.\n",
    "data/saker/nehr/koe/b-har-to-like.md": "---\ntittel: En\ntittel: To\n---\n\nTekst.\n",
    "data/saker/nehr/koe/c-har-ikke-hode.md": "Tekst.\n",
    "data/saker/nehr/koe/d-har-ukjent-noekkel.md": "---\ntitel: Ærlig talt 😀\n---\n\nTekst.\n",
}

BEGIN = """
import os, signal
from pathlib import Path
from ehelse_cli.load import ahead
from ehelse_cli.load.tree import DiskTree
ahead.can_divide = lambda: True
tree = DiskTree(Path.cwd())
received = ahead.read_ahead(tree)
"""

COMPARE = """
from ehelse_cli.load.dataset import load

def told(loaded):
    data = loaded.dataset
    files = [(id, fil.text, fil.body_line, fil.find(("tittel",), True)) for id, fil in data.files.items()]
    return loaded.findings, files, data.saker, data.moeter, data.forum, data.mandater, data.broken

two, one = told(load(tree, received)), told(load(tree))
assert len(one[0]) > 3
assert two == one
try:
    os.waitpid(-1, 0)
except ChildProcessError:
    print("no child left")
"""

DISTURBANCES = {
    "nothing": "",
    "nobody is told of its death": "signal.signal(signal.SIGCHLD, signal.SIG_IGN)",
    "it is killed": "os.kill(received._second.number, signal.SIGKILL)",
    "it has not seen a file": "received._ready['virksomheter.yaml'] = None",
}


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stort")
    assert generate(WORTH_IT, folder) >= WORTH_IT
    return write(folder, BROKEN)


@pytest.mark.slow
@pytest.mark.parametrize("disturb", DISTURBANCES.values(), ids=DISTURBANCES)
def test_two_processes_read_what_one_reads(large: Path, disturb: str) -> None:
    ran = program(cwd=large, code=f"{BEGIN}\n{disturb}\n{COMPARE}")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.split() == [b"no", b"child", b"left"]


@pytest.mark.slow
def test_the_first_does_not_wait_for_a_second_that_is_late(large: Path) -> None:
    late = """
        import time
        from ehelse_cli.load import ahead
        begin = ahead._Work.from_front
        ahead._Work.from_front = lambda work: time.sleep(0.5) or begin(work)
    """
    ran = program(cwd=large, code=f"{dedent(late)}{BEGIN}{COMPARE}print(received._work._ends[1])")
    assert (ran.returncode, ran.stderr) == (0, b"")
    *said, begun_from_the_back = ran.stdout.split()
    assert said == [b"no", b"child", b"left"]
    assert int(begun_from_the_back) < WORTH_IT / 2


@pytest.mark.slow
def test_the_command_says_the_same_on_one_core(large: Path) -> None:
    one_core = """
        import os, sys
        os.sched_getaffinity = lambda process: {0}
        sys.argv = ["ehelse", "valider", "--format", "json"]
        from ehelse_cli.cli.app import program
        program()
    """
    two, one = program("valider", "--format", "json", cwd=large), program(cwd=large, code=dedent(one_core))
    assert two.returncode == 1
    assert (two.returncode, two.stdout, two.stderr) == (one.returncode, one.stdout, one.stderr)


def test_a_small_tree_is_not_worth_a_process(tmp_path: Path) -> None:
    assert read_ahead(DiskTree(write(tmp_path, BROKEN))) is NOTHING_AHEAD
    assert NOTHING_AHEAD.get("saker/nehr/2026-01.md") is None


@pytest.mark.slow
def test_when_the_command_ends_early_the_other_does_too(large: Path) -> None:
    ran = program(cwd=large, code=f"{BEGIN}\nprint(received._second.number, flush=True)\nos._exit(130)")
    assert ran.returncode == 130
    assert _gone(int(ran.stdout)), "it reads on for nobody"


def _gone(process: int) -> bool:
    """Within ten seconds: nobody tells when a process that is not one's own child ends."""
    for _ in range(200):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        if Path(f"/proc/{process}/status").exists() and "State:\tZ" in Path(f"/proc/{process}/status").read_text():
            return True  # ended; it waits only for whoever inherited it to notice
        time.sleep(0.05)
    return False
