from __future__ import annotations

from pathlib import Path

import pytest

from ehelse_cli.cli.mandate_file import MandateUnreadableError, read_mandate
from ehelse_cli.load.tree import MAX_BYTES

_HEAD = "---\nforum: nuit\nstatus: vedtatt\ngjelder_fra: {verdi: 2025-01-01, merknad: x}\n---\n"


def test_the_head_says_what_it_is_wherever_the_file_lies(tmp_path: Path) -> None:
    file = tmp_path / "hva som helst.md"
    file.write_text(_HEAD, encoding="utf-8")
    assert read_mandate(file).id == "nuit@2025-01-01"


def test_a_day_that_is_not_known(tmp_path: Path) -> None:
    file = tmp_path / "x.md"
    head = _HEAD.replace("{verdi: 2025-01-01, merknad: x}", "ukjent\nkjent_per: 2020-06-02").replace(
        "vedtatt", "utkast"
    )
    file.write_text(head, encoding="utf-8")
    assert read_mandate(file).id == "nuit@2020-06-02-utkast"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "hode"),
        (b"\xff\xfe", "UTF-8"),
        (b"---\n[\n---\n", "linje"),
        (b"---\nforum: nuit\n---\n", "mangler"),
        (b"x" * (MAX_BYTES + 1), "er større enn 10 MiB"),
    ],
    ids=["empty", "bytes", "syntax", "keys", "size"],
)
def test_what_is_no_mandate_is_refused_with_the_reason(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "2025-01-01.md"
    file.write_bytes(content)
    with pytest.raises(MandateUnreadableError, match=said):
        read_mandate(file)


def test_a_folder_is_no_mandate(tmp_path: Path) -> None:
    with pytest.raises(MandateUnreadableError, match="ikke en vanlig fil"):
        read_mandate(tmp_path)
