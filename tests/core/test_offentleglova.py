"""The legal basis of an exemption, as people write it."""

from __future__ import annotations

import pytest

from ehelse_cli.core.offentleglova import Hjemmel, les_hjemmel


@pytest.mark.parametrize(
    ("tekst", "expected"),
    [
        ("offl. § 23 tredje ledd", Hjemmel(23)),
        ("offl. § 13", Hjemmel(13)),
        ("offl. § 26", Hjemmel(26)),
        ("offl.  §\u00a024 andre ledd første punktum", Hjemmel(24)),
        ("offl. § 14 annet ledd bokstav c", Hjemmel(14)),
        ("offl. § 20 første ledd nr. 1", Hjemmel(20)),
        (
            "offl. § 13 første ledd, jf. fvl. § 13 første ledd nr. 2",
            Hjemmel(13, "fvl. § 13 første ledd nr. 2"),
        ),
        ("offl. § 13 jf. pasientjournalloven § 15", Hjemmel(13, "pasientjournalloven § 15")),
    ],
)
def test_what_is_written_exactly_is_read(tekst: str, expected: Hjemmel) -> None:
    assert les_hjemmel(tekst) == expected


@pytest.mark.parametrize(
    "tekst",
    [
        "offl. § 12",
        "offl. § 27",
        "offl. § 230",
        "offl § 23",
        "offl. 23",
        "Offentleglova § 23",
        "offl. § 23 3. ledd",
        "offl. § 23 tredje ledd og andre",
        "offl. § 23 tredje ledd, jf.",
        "fvl. § 13",
        "ja",
    ],
)
def test_anything_else_is_no_legal_basis(tekst: str) -> None:
    assert les_hjemmel(tekst) is None


@pytest.mark.parametrize(
    ("jf", "expected"),
    [("fvl. § 13", True), ("hpl. §§ 21 og 22", True), ("taushetsplikten", False), ("§ 13", False), (None, False)],
)
def test_the_rule_of_secrecy_is_a_section_of_a_named_law(jf: str | None, expected: bool) -> None:
    assert Hjemmel(13, jf).nevner_taushetsregel is expected
