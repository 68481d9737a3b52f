from __future__ import annotations

import pytest

from ehelse_cli.load.unntak import MAX_IN_FILE
from tests.trees import load_tree

HEAD = "# ehelse: unntak MOT504 -- grunn"
BODY = "<!-- ehelse: unntak MOT504 -- grunn -->"


@pytest.mark.parametrize(
    ("head", "body", "read", "refused"),
    [
        (MAX_IN_FILE, 0, MAX_IN_FILE, 0),
        (MAX_IN_FILE - 1, 1, MAX_IN_FILE, 0),
        (MAX_IN_FILE + 20, 0, MAX_IN_FILE, 1),
        (20, MAX_IN_FILE, MAX_IN_FILE, 1),
    ],
)
def test_a_file_holds_only_so_many(head: int, body: int, read: int, refused: int) -> None:
    lines = ["---", *[HEAD] * head, "tittel: En", "---", "", *[BODY] * body, "Tekst", ""]
    text = "\n".join(lines)
    data = load_tree({"saker/raad/2026-01.md": text}).dataset
    assert (len(data.unntak), len(data.feilskrevne)) == (read, refused)
    assert all("blir ikke lest" in one.feil for one in data.feilskrevne)


@pytest.mark.parametrize("text", [f"---\ntittel: [\n{HEAD}\n---\n", f"---\nukjent: 1  {HEAD}\n---\n"])
def test_a_file_that_can_not_be_read_has_none(text: str) -> None:
    data = load_tree({"saker/raad/2026-01.md": text}).dataset
    assert (data.unntak, data.feilskrevne) == ((), ())
