"""Which module knows which library, and that a plain install needs none of them."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "ehelse_cli"


def importers(library: str) -> set[str]:
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if any(name.split(".")[0] == library for name in names):
                found.add(path.relative_to(PACKAGE).as_posix())
    return found


@pytest.mark.parametrize(
    ("library", "module"), [("openpyxl", "importer/ark/excel_file.py"), ("pypandoc", "importer/word/pandoc.py")]
)
def test_one_module_knows_the_library(library: str, module: str) -> None:
    assert importers(library) == {module}


def test_a_list_in_csv_is_read_without_any_of_them() -> None:
    code = """
import sys
from ehelse_cli.importer.ark.columns import MEDLEMMER
from ehelse_cli.importer.ark.opening import read_sheet
import ehelse_cli.importer.fremmoete.importen, ehelse_cli.importer.medlemmer.importen, ehelse_cli.importer.word.importen
read_sheet("a.csv", "Navn\\nKari\\n".encode(), MEDLEMMER, None)
print(*sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8")
    loaded = done.stdout.split()
    assert "ehelse_cli.importer.ark.opening" in loaded
    assert not {"openpyxl", "pypandoc", "docx"} & set(loaded)
