"""PUB: what the pages do not reach."""

from __future__ import annotations

import pytest

from ehelse_cli.rules.pub_person import maskert
from tests.rules.raad import codes, findings, graded, hode, raad

SAK = "saker/raad/2026-03.md"
HELE = "{hjemmel: offl. § 23 tredje ledd, omfang: hele}"


def sak(head: str, body: str = "") -> dict[str, str]:
    return raad(andre={SAK: hode(head) + body})


# --- the legal basis


@pytest.mark.parametrize(
    ("skjerming", "expected"),
    [
        ("{hjemmel: offl. § 23 tredje ledd, omfang: deler}", []),
        ("{hjemmel: fvl. § 13, omfang: deler}", ["PUB901 feil lov"]),
        ("{hjemmel: offl. § 13, omfang: deler}", ["PUB902 feil lov"]),
        ("{hjemmel: 'offl. § 13, jf. taushetsplikten', omfang: deler}", ["PUB902 feil lov"]),
        ("{hjemmel: 'offl. § 13, jf. fvl. § 13', omfang: deler}", []),
        ("{hjemmel: offl. § 15 første ledd, omfang: deler}", ["PUB903 advarsel lov"]),
        ("{hjemmel: offl. § 15, omfang: deler, meroffentlighet: {utfall: delvis}}", []),
        ("{hjemmel: offl. § 16, omfang: deler}", []),
        ("{hjemmel: offl. § 23, omfang: deler, opphoerer: 2026-11-23}", []),
        ("{hjemmel: offl. § 23, omfang: deler, opphoerer: 2026-11-22}", ["PUB909 advarsel format"]),
    ],
)
def test_the_legal_basis_of_a_case(skjerming: str, expected: list[str]) -> None:
    assert graded(sak(f"tittel: Ferge\nskjerming: {skjerming}")) == expected


def test_every_exemption_is_looked_at() -> None:
    files = raad(
        andre={SAK: hode("tittel: Ferge\nvedlegg: [{tittel: Tilbud, skjerming: {hjemmel: nei, omfang: hele}}]")},
        moete="""
        tid: 2026-03-12
        fremmoete: ikke_oppgitt
        saksliste:
          - {tittel: Åpning, skjerming: {hjemmel: tja, omfang: deler}}
          - {tittel: Pris, vedlegg: [{tittel: Tilbud, skjerming: {hjemmel: vet ikke, omfang: deler}}]}
        """,
    )
    assert [one.message.split("»")[0] for one in findings(files)] == ["«tja", "«vet ikke", "«nei"]


# --- what is closed stays closed


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ("", "", []),
        ("tittel: Ferge", "", ["«tittel»"]),
        ("arkivsak: 26/1\ntittel: Ferge", "Om ferger.", ["«arkivsak», «tittel» og brødtekst"]),
        ("", "Om ferger.", ["brødtekst"]),
        ("", "\n \n", []),
    ],
)
def test_a_wholly_exempt_case_says_nothing_else(head: str, body: str, expected: list[str]) -> None:
    found = findings(sak(f"{head}\nskjerming: {HELE}", body))
    assert [one.message for one in found] == [
        f"hele saken er unntatt offentlighet, men her står {hva}" for hva in expected
    ]


MOETE = """
tid: 2026-03-12
fremmoete: {medlemmer: [Kari Moen, Ola Sandvik, Liv Ek], inviterte: [{navn: Stein Ness, saker: [%s]}]}
saksliste:
  - {sak: 3/2026, minutter: 10, kl: "12:00"%s}
  - {sak: 4/2026, tittel: Rutetider}
"""


@pytest.mark.parametrize(
    ("gjest", "felt", "body", "expected"),
    [
        ("4/2026", "", "## Sak 4/2026\n", []),
        ("3/2026, 4/2026", "", "", []),
        ("3/2026", "", "", ["invitert"]),
        ("4/2026", ", tittel: Ferge", "", ["sakslisten"]),
        ("4/2026", "", "## Sak 3/26\n\nPris.", ["drøftingen"]),
        ("4/2026", "", "### Sak 03/2026 Ferge\n\nPris.", ["drøftingen"]),
    ],
)
def test_the_meeting_tells_nothing_of_a_wholly_exempt_case(
    gjest: str, felt: str, body: str, expected: list[str]
) -> None:
    files = raad(andre={SAK: hode(f"skjerming: {HELE}")}, moete=MOETE % (gjest, felt))
    files["moeter/raad/2026-m1.md"] += body
    found = findings(files)
    assert [one.rule.code for one in found] == ["PUB904"] * len(expected)
    assert all(ord_ in one.message for ord_, one in zip(expected, found, strict=True))


def test_a_line_may_itself_be_exempt_or_only_in_part() -> None:
    linje = "tid: 2026-03-12\nfremmoete: ikke_oppgitt\nsaksliste: [{sak: 3/2026, tittel: Ferge, skjerming: %s}]"
    assert codes(raad(moete=linje % HELE)) == ["PUB904"]
    assert codes(raad(moete=linje % HELE.replace("hele", "deler"))) == []


VEDLEGG = "tittel: Ferge\nvedlegg:\n  - {tittel: Tilbud, fil: tilbud.csv%s}"
FIL = {"saker/raad/2026-03/tilbud.csv": "a;b\n"}


@pytest.mark.parametrize(
    ("mer", "ligger", "expected"),
    [
        (f", skjerming: {HELE}", False, []),
        (f", skjerming: {HELE}", True, ["PUB908"]),
        (f", publiseres: ja, skjerming: {HELE}", False, ["PUB908"]),
        (", publiseres: ja, skjerming: {hjemmel: offl. § 23, omfang: deler}", True, []),
        ("", True, []),
    ],
)
def test_an_exempt_attachment_is_not_in_the_public_tree(mer: str, ligger: bool, expected: list[str]) -> None:
    assert codes(sak(VEDLEGG % mer) | (FIL if ligger else {})) == expected


@pytest.mark.parametrize(
    ("mer", "maal", "expected"),
    [
        (", publiseres: ja", "2026-03/tilbud.csv", []),
        ("", "2026-03/tilbud.csv", ["PUB907 advarsel format"]),
        (", skjerming: {hjemmel: offl. § 23, omfang: deler}", "2026-03/tilbud.csv", ["PUB907 feil format"]),
        ("", "./2026-03/tilbud.csv#a", ["PUB907 advarsel format"]),
        ("", "https://example.org/2026-03/tilbud.csv", []),
    ],
)
def test_a_paper_links_to_nothing_closed(mer: str, maal: str, expected: list[str]) -> None:
    assert graded(sak(VEDLEGG % mer, f"Se [tilbudet]({maal}).") | FIL) == expected


# --- persons


@pytest.mark.parametrize(
    ("tekst", "expected"),
    [
        ("15108695088", 1),
        ("151086 95088", 1),
        ("151086-95088", 1),
        ("nr. 15108695088, og 15108695088.", 2),
        ("55108695022", 0),
        ("15108695077", 0),
        ("15108695098", 0),
        ("115108695088", 0),
        ("151086950881", 0),
        ("15138695088", 0),
    ],
)
def test_a_birth_number_is_told_by_its_check_digits(tekst: str, expected: int) -> None:
    found = findings(sak("tittel: Tilskudd", tekst))
    assert [one.rule.code for one in found] == ["PUB905"] * expected
    assert all("95088" not in one.message + one.help + one.label + "".join(one.key) for one in found)


def test_a_birth_number_is_found_in_a_comment_too() -> None:
    (found,) = findings(sak("tittel: Tilskudd  # 15108695088"))
    assert (found.location.line, found.location.column, found.location.end_column) == (2, 21, 32)


@pytest.mark.parametrize(
    ("tekst", "expected"),
    [
        ("Nummer 15108695088.", "Nummer •••••••••••."),
        ("151086 95088 og 15108695077", "•••••••••••• og 15108695077"),
        ("Ingen.", "Ingen."),
    ],
)
def test_a_birth_number_is_never_repeated(tekst: str, expected: str) -> None:
    assert maskert(tekst) == expected


@pytest.mark.parametrize(
    ("tekst", "expected"),
    [
        ("kari.moen@fjord.example", ["e-postadressen"]),
        ("kari_moen@fjord.example", ["e-postadressen"]),
        ("postmottak@fjord.example", []),
        ("post.nuit@fjord.example", []),
        ("e-raadet@fjord.example", []),
        ("nuit2.x1@fjord.example", []),
        ("912 34 567", ["mobilnummeret"]),
        ("tlf. 91234567", ["mobilnummeret"]),
        ("+47 912 34 567", ["mobilnummeret"]),
        ("Mobil: 91 23 45 67", ["mobilnummeret"]),
        ("91234567", []),
        ("saken kostet 91 234 567", []),
        ("tlf. 22 00 00 00", []),
        ("912 34 567 890", []),
        ("orgnr. 991 825 827", []),
    ],
)
def test_contact_details_are_those_of_a_person(tekst: str, expected: list[str]) -> None:
    found = findings(sak("tittel: Tilskudd", f"Her: {tekst}\n"))
    assert [one.message for one in found] == [f"her står {hva} til en person" for hva in expected]
