"""DOK: what the pages do not reach."""

from __future__ import annotations

import pytest

from tests.rules.raad import TRE, codes, findings, graded, hode, raad

SAK = "saker/raad/2026-03.md"
KRAV = TRE + "praksis: {overskrifter: {raad: [Bakgrunn, Vurdering, Råd], orientering: Bakgrunn}}\n"


def sak(body: str, head: str = "tittel: Ferge", forum: str = TRE) -> dict[str, str]:
    return raad(forum=forum, andre={SAK: hode(head) + body})


# --- headings


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("sakstype: raad", "## Bakgrunn\n## Vurdering\n## Råd\n", []),
        ("sakstype: raad", "# bakgrunn\n### VURDERING ###\n## Råd {#raad}\n", []),
        ("sakstype: raad", "## Bakgrunn\n", ["overskriftene «Vurdering» og «Råd»"]),
        ("sakstype: orientering", "Tekst.", ["overskriften «Bakgrunn»"]),
        ("sakstype: orientering", "```\n## Bakgrunn\n```\n", ["overskriften «Bakgrunn»"]),
        ("sakstype: orientering", "##Bakgrunn\n", ["overskriften «Bakgrunn»"]),
        ("sakstype: orientering", " \n", []),
        ("sakstype: [valg, orientering]", "Tekst.", ["overskriften «Bakgrunn»"]),
        ("sakstype: valg", "Tekst.", []),
        ("sakstype: orientering\nmaalform: nn", "Tekst.", []),
        ("sakstype: orientering\nmaalform: nb", "Tekst.", ["overskriften «Bakgrunn»"]),
    ],
)
def test_a_paper_has_the_headings_of_its_type(head: str, body: str, expected: list[str]) -> None:
    found = [one for one in findings(sak(body, f"tittel: Ferge\n{head}", KRAV)) if one.rule.code == "DOK801"]
    assert [one.message for one in found] == [f"saksframlegget mangler {hva}" for hva in expected]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## Bakgrunn\n## Vurdering\n## Økonomi\n## Råd\n", []),
        ("## Bakgrunn\n## Råd\n## Vurdering\n", ["Vurdering"]),
        ("## Råd\n## Vurdering\n## Bakgrunn\n", ["Vurdering"]),
        ("## Bakgrunn\n## Vurdering\n## Råd\n## Råd\n", []),
    ],
)
def test_the_headings_are_in_order(body: str, expected: list[str]) -> None:
    found = [one for one in findings(sak(body, "tittel: Ferge\nsakstype: raad", KRAV)) if one.rule.code == "DOK802"]
    assert [one.message.split("»")[0].rpartition("«")[2] for one in found] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## A\n### B\n#### C\n## D\n### E\n", []),
        ("### A\n", []),
        ("#### A\n", ["DOK803 advarsel lov"]),
        ("# A\n### B\n", ["DOK803 advarsel lov"]),
        ("## A\n#### B\n#### C\n", ["DOK803 advarsel lov"]),
        ("## A\n\n```\n#### B\n```\n### C\n", []),
    ],
)
def test_no_level_is_left_out(body: str, expected: list[str]) -> None:
    assert graded(sak(body)) == expected


# --- links and pictures

FIL = {"saker/raad/2026-03/tall.csv": "a;b\n"}
AAPENT = "tittel: Ferge\nvedlegg: [{tittel: Tall, fil: tall.csv, publiseres: ja}]"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[tallene](2026-03/tall.csv)", []),
        ("[tallene](./2026-03/tall.csv#rad)", []),
        ("[mandatet](../../mandater/raad/2024-01-01.md)", []),
        ("[rådet](../../forum/raad.yaml)", []),
        ("[delen](#a-b)\n\n## A b\n", []),
        ("[delen](#c)\n\n## A b\n", ["DOK804"]),
        ("[tallene](2026-03/tal.csv)", ["DOK804"]),
        ("[ut](../../../hemmelig)", ["DOK804"]),
        ("![kart](2026-03/kart.png)", ["DOK804"]),
        ("[nett](https://example.org/x), [post](mailto:post@example.org)", []),
        ("[tomt]()", []),
    ],
)
def test_links_lead_somewhere(body: str, expected: list[str]) -> None:
    assert codes(sak(body, AAPENT) | FIL) == expected


def test_a_link_that_is_nearly_right_is_guessed() -> None:
    (finding,) = findings(sak("Se [tallene](2026-03/tal.csv).", AAPENT) | FIL)
    assert finding.help == "Mente du data/saker/raad/2026-03/tall.csv?"
    assert (finding.location.column, finding.location.end_column) == (4, 30)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("![](https://example.org/a.png)", ["DOK805"]),
        ("![ ](https://example.org/a.png)", ["DOK805"]),
        ("![Kart](https://example.org/a.png)", []),
        ("[her](https://example.org)", ["DOK806"]),
        ("[Klikk her.](https://example.org)", ["DOK806"]),
        ("[](https://example.org)", ["DOK806"]),
        ("[les meir](https://example.org)", ["DOK806"]),
        ("[les meir om ferger](https://example.org)", []),
        ("`[her](https://example.org)`", []),
    ],
)
def test_links_and_pictures_say_what_they_are(body: str, expected: list[str]) -> None:
    assert codes(sak(body)) == expected


# --- tables


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("| a | b |\n|---|:-:|\n| 1 | 2 |\n", 0),
        ("| | |\n|---|---|\n| 1 | 2 |\n", 1),
        ("| 1 | 2 |\n| 3 | 4 |\n", 1),
        ("| 1 | 2 |\n", 0),
        ("a | b\n", 0),
        ("```\n| 1 | 2 |\n| 3 | 4 |\n```\n", 0),
        ("| 1 | 2 |\n| 3 | 4 |\n\nTekst\n\n| 5 | 6 |\n| 7 | 8 |", 2),
    ],
)
def test_columns_have_names(body: str, expected: int) -> None:
    assert codes(sak(body)) == ["DOK807"] * expected


# --- målform


NB = "Det er ikke noe mer fra noen her. Vi vet ikke hva et råd og en plan er uten det. "
NN = "Det er ikkje noko meir frå nokon her. Vi veit ikkje kva eit råd og ein plan er utan det. "


@pytest.mark.parametrize(
    ("tekst", "sagt", "expected"),
    [
        (NB, "nb", []),
        (NN, "nn", []),
        (NN, "nb", ["DOK808 advarsel format"]),
        (NB, "nn", ["DOK808 advarsel format"]),
        (NB + NN, "nb", []),
        (NB + NN, "nn", []),
        ("Det er ikkje slik.", "nb", []),
    ],
)
def test_the_text_is_in_the_form_it_says(tekst: str, sagt: str, expected: list[str]) -> None:
    assert graded(sak(tekst, f"tittel: Ferge\nmaalform: {sagt}")) == expected


@pytest.mark.parametrize(
    ("nb", "nn"),
    [
        ("ikke", "ikkje"),
        ("fra", "frå"),
        ("en", "ein"),
        ("et", "eit"),
        ("noen", "nokon"),
        ("noe", "noko"),
        ("hva", "kva"),
        ("hvordan", "korleis"),
        ("hvem", "kven"),
        ("bare", "berre"),
        ("mer", "meir"),
        ("være", "vere"),
        ("flere", "fleire"),
        ("uten", "utan"),
    ],
)
def test_six_telling_words_are_enough_and_five_are_not(nb: str, nn: str) -> None:
    for skrevet, sagt, riktig in ((nb, "nn", "nb"), (nn, "nb", "nn")):
        for antall, expected in ((5, []), (6, ["DOK808 advarsel format"])):
            tekst = f"Det er {' og '.join([skrevet] * antall)} her. "
            assert graded(sak(tekst, f"tittel: Ferge\nmaalform: {sagt}")) == expected
            assert graded(sak(tekst, f"tittel: Ferge\nmaalform: {riktig}")) == []


def test_what_the_document_does_not_say_the_council_says() -> None:
    nynorsk = TRE + "maalform: nn\n"
    assert codes(sak(NN, forum=nynorsk)) == []
    assert codes(sak(NB, forum=nynorsk)) == ["DOK808"]
    files = raad(forum=nynorsk, moete="tid: 2026-12-10")
    assert codes(files | {"moeter/raad/2026-m1.md": files["moeter/raad/2026-m1.md"] + NB}) == ["DOK808"]
    mandat = raad(forum=nynorsk)
    assert codes(mandat | {"mandater/raad/2024-01-01.md": mandat["mandater/raad/2024-01-01.md"] + NN}) == ["DOK808"]
