from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.plan import CHANGES, Load, check, mandate, write


@pytest.mark.slow
@pytest.mark.parametrize("load", [Load(2, 5, 40), Load(1, 2, 20), Load(1, 10, 40)], ids=lambda load: load.name)
def test_the_plans_have_as_many_changes_and_days_as_asked_for(load: Load, tmp_path: Path) -> None:
    write(load, tmp_path)
    check(load, tmp_path)


def test_each_change_is_one_of_its_own() -> None:
    texts = [mandate("raad-01", number) for number in range(len(CHANGES) + 1)]
    assert len(set(texts)) == len(texts)
