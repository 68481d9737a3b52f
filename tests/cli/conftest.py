from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.running import BAD, GOOD, write

_DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(autouse=True)
def _hundred_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture
def good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """In the folder of a tree without mistakes."""
    monkeypatch.chdir(write(tmp_path, GOOD))
    return tmp_path


@pytest.fixture
def bad(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """In the folder of a tree with one mistake."""
    monkeypatch.chdir(write(tmp_path, BAD))
    return tmp_path


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """In a folder with a copy of the project's own data."""
    shutil.copytree(_DATA, tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path
