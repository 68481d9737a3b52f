"""The two keys: that both are turned, at once where it pays, and which of them speaks first."""

from __future__ import annotations

from pathlib import Path

import pytest

from ehelse_cli.cli import releasing
from ehelse_cli.cli.felles import Felles
from ehelse_cli.cli.opening import Opened, open_tree
from ehelse_cli.cli.releasing import NotReleasedError, RuleCrashedError, release
from ehelse_cli.load.process import can_divide
from ehelse_cli.public.gate import slipp_ut
from ehelse_cli.rules import pub
from tests.cli.running import GOOD, write

SHARED = Felles()


class GateError(Exception):
    """What a gate that fails raises."""


@pytest.fixture(params=[1, 10_000], ids=["at once", "one after the other"])
def worth_it(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """The number of files from which two processes are used: every tree, and none."""
    monkeypatch.setattr(releasing, "WORTH_IT", request.param)
    return int(request.param)


@pytest.fixture
def broken_gate(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise GateError

    monkeypatch.setattr(releasing, "slipp_ut", fail)


def _opened(folder: Path, text: str = "") -> Opened:
    """A tree; with a text, one that has a file which cannot be read."""
    write(folder, {**GOOD, **({"data/forum/nehr/forum.yaml": text} if text else {})})
    return open_tree(Felles(rot=folder))


def test_what_goes_out_is_what_the_gate_lets_out(example: Path, worth_it: int) -> None:
    opened = _here(example)
    offentlig, search = release(opened, SHARED)
    assert offentlig == slipp_ut(opened.data, opened.dag)
    assert list(search.needles_in("hei")) == []


@pytest.mark.skipif(not can_divide(), reason="needs a second process")
def test_the_second_key_comes_home_from_the_second_process(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    turned_here: list[Opened] = []
    original = releasing._second_key

    def noted(opened: Opened, shared: Felles) -> releasing._Key:
        turned_here.append(opened)
        return original(opened, shared)

    monkeypatch.setattr(releasing, "WORTH_IT", 1)
    monkeypatch.setattr(releasing, "_second_key", noted)
    release(_here(example), SHARED)
    assert turned_here == []


@pytest.mark.usefixtures("worth_it", "broken_gate")
def test_what_the_rules_say_comes_before_what_came_of_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(NotReleasedError, match="én feil"):
        release(_opened(tmp_path, "navn: [\n"), SHARED)
    assert "LES" in capsys.readouterr().err


@pytest.mark.usefixtures("worth_it", "broken_gate")
def test_a_gate_that_fails_lets_nothing_out(tmp_path: Path) -> None:
    with pytest.raises(GateError):
        release(_opened(tmp_path), SHARED)


@pytest.mark.usefixtures("worth_it")
def test_a_rule_that_fails_lets_nothing_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise GateError

    rule = pub.PUB_RULES[0]
    broken = type(rule)(rule.info, rule.about, fail)  # type: ignore[arg-type]
    monkeypatch.setattr(releasing, "PUB_RULES", (broken, *pub.PUB_RULES[1:]))
    with pytest.raises(RuleCrashedError, match=rule.info.code):
        release(_opened(tmp_path), SHARED)


def _here(folder: Path) -> Opened:
    return open_tree(Felles(rot=folder))
