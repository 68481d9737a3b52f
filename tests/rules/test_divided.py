"""The rules of a large tree are asked in two processes, and nobody can tell the difference.

They run as programs of their own: a test runner has threads, and a process that has them is not divided.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchmarks.generate import write as generate
from ehelse_cli.rules.divided import WORTH_IT
from tests.cli.running import program

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="here a process cannot be divided")

COMPARE = """
import os, signal
from datetime import date
from pathlib import Path
from msgspec.structs import replace
from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree
from ehelse_cli.cli.all_rules import ALL_RULES as RULES
from ehelse_cli.rules import divided, engine

def fails(data, dag):
    yield 1 // 0

def answers(rules, data, dag):
    there.append(os.getpid())
    DISTURB
    return engine.ask(rules, data, dag)

rules = [replace(rule, check=fails) if rule.info.code in ("MOT501", "SAK601") else rule for rule in RULES]
data, dag, there = load(DiskTree(Path.cwd())).dataset, date(2036, 1, 7), []  # so late that much is overdue
one = engine.ask(rules, data, dag)
divided.can_divide = lambda: True
divided.ask = answers
two = divided.ask_divided(rules, data, dag)
assert two == one
seen = {rule.info.code[:3] for rule, answer in zip(rules, one) if answer.hits}
assert {"MED", "SAK"} <= seen, seen
assert [rule.info.code for rule, answer in zip(rules, one) if answer.error] == ["MOT501", "SAK601"]
assert {type(hit) for answer in two for hit in answer.hits} == {engine.Hit}
try:
    os.waitpid(-1, 0)
except ChildProcessError:
    print("asked here:", len(there))
"""

#: What befalls the second process, and how often the first asks: itself only, or for both.
DISTURBANCES = {
    "nothing": ("pass", 1),
    "it is killed": ("os.getppid() == main and os.kill(os.getpid(), signal.SIGKILL)", 2),
    "it ends without a word": ("os.getppid() == main and os._exit(0)", 2),
}


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stort")
    assert generate(WORTH_IT, folder) >= WORTH_IT
    return folder


@pytest.mark.slow
@pytest.mark.parametrize(("disturb", "asked"), DISTURBANCES.values(), ids=DISTURBANCES)
def test_two_processes_answer_what_one_answers(large: Path, disturb: str, asked: int) -> None:
    code = "import os\nmain = os.getpid()\n" + COMPARE.replace("DISTURB", disturb)
    ran = program(cwd=large, code=code)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.decode().split() == ["asked", "here:", str(asked)]
