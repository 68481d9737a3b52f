"""What a comment in the Markdown below a head stands at; and that nobody sees it in print."""

from __future__ import annotations

import pytest

from ehelse_cli.core.unntak import Feilskrevet, Unntak
from ehelse_cli.load.unntak_kropp import find_unntak_in_body, without_unntak

HER = "<!-- ehelse: unntak XXX001 -- grunn -->"


def found(body: str) -> list[Unntak | Feilskrevet]:
    return list(find_unntak_in_body("data/a.md", body, 10))


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (f"{HER}\nen\nto\n\ntre\n", (11, 12)),
        (f"en {HER}\nto\n\ntre\n", (10, 11)),
        (f"{HER}\n\n# En\ntekst\n\n## To\n\ntekst\n\n# Tre\n", (12, 18)),
        (f"# En\n\n## To {HER}\n\ntekst\n\n### Tre\n\n## Fire\n", (12, 17)),
        (f"- en\n- to {HER}\n  mer\n  - under\n- tre\n", (11, 13)),
        (f"| a | {HER}\n| b |\n", (10, 10)),
        (f"tekst {HER}\n## Neste\n", (10, 10)),
        (f"{HER}\n<!-- noe annet -->\nen\n", (12, 12)),
        (f"```\nkode\n```\n{HER}\nen\n", (14, 14)),
    ],
)
def test_a_comment_stands_at_what_begins_there(body: str, lines: tuple[int, int]) -> None:
    (one,) = found(body)
    assert isinstance(one, Unntak)
    assert (one.omfang.line, one.omfang.end_line) == lines
    assert (one.grunn, one.omfang.column) == ("grunn", 1)


@pytest.mark.parametrize("body", [f"```\n{HER}\n```\n", f"~~~~\n```\n{HER}\n~~~~\n", f"skriv `{HER}` slik\n"])
def test_code_is_no_comment(body: str) -> None:
    assert found(body) == []
    assert without_unntak(body) == body


@pytest.mark.parametrize(
    ("body", "feil"),
    [
        ("<!-- ehelse: unntak XXX001\n-- grunn -->\nen\n", "kommentaren er ikke avsluttet på linjen"),
        (f"en\n\n{HER}\n", "unntaket står ikke ved noe"),
        ("<!-- ehelse: unntak XXX001 grunn -->\nen\n", "grunnen skal stå etter «--»"),
    ],
)
def test_what_is_wrong_is_said(body: str, feil: str) -> None:
    (one,) = found(body)
    assert isinstance(one, Feilskrevet)
    assert one.feil == feil


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        (f"# En {HER}\r\n\r\ntekst\r\n", "# En\r\n\r\ntekst\r\n"),
        (f"en\n{HER}\nto", "en\n\nto"),
        (f"en {HER} to {HER}\n", "en to\n"),
        ("<!-- noe annet -->\nen\n", "<!-- noe annet -->\nen\n"),
        ("en <!-- ehelse: unntak XXX001\n", "en <!-- ehelse: unntak XXX001\n"),
    ],
)
def test_nothing_of_it_is_printed(body: str, printed: str) -> None:
    assert without_unntak(body) == printed
