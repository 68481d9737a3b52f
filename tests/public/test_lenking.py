from __future__ import annotations

import pytest

from ehelse_cli.public.lenking import med_aapne_lenker

STI = "data/saker/raad/2026-01.md"
AAPNE = {
    "data/saker/raad/2026-05.md": "../../sak/raad-2026-5/",
    "data/saker/raad/2026-01/to ord.pdf": "../../sak/raad-2026-1/to ord.pdf",
}


def _aapent(tekst: str) -> str:
    return med_aapne_lenker(tekst, STI, AAPNE.get)


@pytest.mark.parametrize(
    "skrevet",
    [
        "[saken](koe/hemmelig.md)",
        "[saken](<koe/hemmelig.md>)",
        '[saken](koe/hemmelig.md "Om hemmelig")',
        "[saken][a]\n\n[a]: koe/hemmelig.md",
        "[saken][a]\n\n[a]: <koe/hemmelig.md>\n  'Om hemmelig'",
        "[saken][]\n\n[saken]: koe/hemmelig.md",
        "[saken]\n\n[Saken]: koe/hemmelig.md",
        "![saken](koe/hemmelig.png)",
        "[saken](\nkoe/hemmelig.md)",
        "[saken](koe/hemmelig(1).md)",
        "[![saken](koe/hemmelig.png)](koe/hemmelig.md)",
        "[saken](/koe/hemmelig.md)",
        "[saken](koe/hemmelig.md#del)",
        "saken<!-- hemmelig -->",
        "saken\n\n<!--\nhemmelig\n\n-->",
        "saken\n\n<!-- hemmelig",
        "saken <!-- hemmelig\n\nhemmelig --> ",
        "saken <!-- hemmelig [hemmelig](../2026-05.md)\n\nhemmelig --> ",
        "[saken <!-- hemmelig](2026-05.md) hemmelig\n\nhemmelig --> ",
        "saken\n\n- a <!-- hemmelig\n\n- hemmelig --> ",
        "saken <!-- hemmelig\n\nhemmelig",
        "saken\n\n[//]: # (hemmelig)",
        "saken\n\n[a]: x.md\n[a]: hemmelig.md",
        "<div>\n<!-- hemmelig -->\n</div>\n\nsaken",
        "saken\n\n[ubrukt]: koe/hemmelig.md 'hemmelig'",
    ],
)
def test_what_is_closed_is_gone_with_its_link(skrevet: str) -> None:
    aapent = _aapent(f"Se {skrevet}\n\nEtter.")
    assert "hemmelig" not in aapent
    assert "saken" in aapent.casefold()
    assert "Etter." in aapent or "<!-- hemmelig" in skrevet


@pytest.mark.parametrize(
    ("skrevet", "aapent"),
    [
        ("[saken](2026-05.md)", "[saken](../../sak/raad-2026-5/)"),
        ("[saken *nå*][a]\n\n[a]: 2026-05.md", "[saken *nå*](../../sak/raad-2026-5/)"),
        ("[papiret](<2026-01/to ord.pdf>)", "[papiret](<../../sak/raad-2026-1/to ord.pdf>)"),
        ("[papiret](2026-01/to%20ord.pdf)", "[papiret](<../../sak/raad-2026-1/to ord.pdf>)"),
        ("[nettet](https://example.org/a)", "[nettet](https://example.org/a)"),
        ("[nettet][n]\n\n[n]: https://example.org/a", "[nettet](https://example.org/a)"),
        ("<https://example.org>", "<https://example.org>"),
        ("[stedet](#der)", "[stedet](#der)"),
        ("`[saken](koe/a.md)` og `<!-- kode -->`", "`[saken](koe/a.md)` og `<!-- kode -->`"),
        ("Å [en](koe/æ.md) og [to](2026-05.md)", "Å en og [to](../../sak/raad-2026-5/)"),
        ("[![b](2026-05.md)](koe/a.md)", "[b](../../sak/raad-2026-5/)"),
        ("Ingen [hakeparentes] uten mål", "Ingen [hakeparentes] uten mål"),
        ("", ""),
    ],
)
def test_what_is_open_has_its_address_and_all_else_stands(skrevet: str, aapent: str) -> None:
    assert _aapent(skrevet) == aapent


def test_the_words_of_a_link_keep_their_marks() -> None:
    assert _aapent("| a |\n|---|\n| [en **to** `tre`](koe/x.md) |") == "| a |\n|---|\n| en **to** `tre` |"
