"""docs/endringer.md names every kind of change, as it is."""

from __future__ import annotations

from pathlib import Path

from ehelse_cli.diff.slag import SLAG, Slag

PAGE = Path(__file__).parents[2] / "docs" / "endringer.md"
_WAYS = {"utvider": "utvider", "innskrenker": "innskrenker", "noeytral": "–", "ukjent": "ukjent"}


def _row(kind: Slag) -> str:
    level = f"{kind.nivaa} (innskrenker: {kind.innskrenker})" if kind.innskrenker else str(kind.nivaa)
    way = _WAYS[kind.retning] if kind.retning else "etter verdiene"
    mirror = f"`{kind.speil}`" if kind.speil else "–"
    return f"| `{kind.id}` | {kind.hva} | {level} | {way} | {mirror} |"


def test_the_table_is_the_kinds() -> None:
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    assert rows == [_row(kind) for kind in SLAG.values()]
    assert len(rows) >= 35
