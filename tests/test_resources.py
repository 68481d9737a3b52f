from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from ehelse_cli import resources

ROOT = Path(__file__).parent.parent


def test_a_checkout_has_them_outside_the_package() -> None:
    assert resources.folder("templates") == ROOT / "templates"
    assert resources.folder("regler") == ROOT / "docs" / "regler"


def test_an_installed_package_has_them_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "regler").mkdir()
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "resources.py"))
    assert resources.folder("regler") == tmp_path / "regler"


def test_the_wheel_gets_what_the_code_looks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    shipped = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert shipped == {source: f"ehelse_cli/{name}" for name, source in resources._IN_CHECKOUT.items()}
