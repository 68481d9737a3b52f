"""The wheel works on its own: built without fetching anything, installed elsewhere, run from any folder."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.slow


def _run(*command: str | Path, cwd: Path) -> str:
    arguments = [str(part) for part in command]
    done = subprocess.run(arguments, check=False, cwd=cwd, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel, both built from the checkout."""
    folder = tmp_path_factory.mktemp("built")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d", folder, cwd=ROOT)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (wheel,) = built.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def ehelse(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command, from the wheel, in an environment that has our dependencies but not this checkout."""
    place = tmp_path_factory.mktemp("installed")
    _run(sys.executable, "-m", "venv", "--without-pip", place, cwd=place)
    paths = sysconfig.get_paths(vars={"base": str(place), "platbase": str(place)})
    # A .pth file reached through a .pth file is not read, so the link to the checkout stays unknown here.
    Path(paths["purelib"], "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    python = Path(paths["scripts"], "python")
    _run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=place)
    return Path(paths["scripts"], "ehelse")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the example data, with nothing else around it."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    return tmp_path


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names} == {"ehelse_cli", "ehelse_cli-0.1.0.dist-info"}
    for name, source in (("templates", "templates"), ("regler", "docs/regler")):
        files = (path for path in (ROOT / source).rglob("*") if path.is_file() and path.parent.name != "__pycache__")
        ours = {path.relative_to(ROOT / source).as_posix() for path in files}
        assert ours
        assert {f"ehelse_cli/{name}/{path}" for path in ours} <= set(names)


def test_the_sdist_builds_the_same_wheel(built: Path, wheel: Path, tmp_path: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    pip = (sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir")
    _run(*pip, tmp_path, sdist, cwd=tmp_path)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_the_installed_command_explains_itself(ehelse: Path, tmp_path: Path) -> None:
    assert "valider" in _run(ehelse, "--help", cwd=tmp_path)


def test_the_installed_command_validates_a_tree(
    ehelse: Path, tree: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    _run(ehelse, "valider", "--rot", tree, cwd=tmp_path_factory.mktemp("elsewhere"))


def test_the_installed_command_has_the_pages_of_the_rules(ehelse: Path, tmp_path: Path) -> None:
    title = (ROOT / "docs" / "regler" / "MOT501.md").read_text(encoding="utf-8").splitlines()[0].strip("# ")
    assert title in _run(ehelse, "regel", "MOT501", cwd=tmp_path)


def test_the_installed_command_has_the_templates(ehelse: Path, tree: Path) -> None:
    assert "<!doctype html>" in _run(ehelse, "lag", "saksliste", "nehr-2026-m4", "--format", "html", cwd=tree).lower()
