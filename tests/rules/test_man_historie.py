"""MAN312: an adopted mandate that is not as it landed."""

from __future__ import annotations

from datetime import date

import pytest

from ehelse_cli.core.finding import Finding, Severity
from ehelse_cli.core.historie import Mangel
from ehelse_cli.load.dataset import load
from ehelse_cli.rules.catalogue import RULES
from ehelse_cli.rules.engine import judge
from tests.rules.raad import DAG, FORUM, MANDAT, TRE, mandat
from tests.trees import MemoryTree, Remembered

DAGEN = date(2024, 1, 12)
SENERE = date(2025, 3, 3)


class Tree(MemoryTree):
    def __init__(self, files: dict[str, str], remembered: Remembered | None) -> None:
        super().__init__(files)
        self._remembered = remembered

    def versions(self) -> Remembered | None:
        return self._remembered


def endret(
    now: str, *then: str, andre: dict[str, str] | None = None, mangel: Mangel | None = None
) -> tuple[Finding, ...]:
    remembered = Remembered([(MANDAT, day, text) for day, text in zip((DAGEN, SENERE), then, strict=False)], mangel)
    loaded = load(Tree({FORUM: TRE, MANDAT: now, **(andre or {})}, remembered))
    outcome = judge(loaded.findings, loaded.dataset, DAG, RULES)
    assert outcome.crashes == ()
    return tuple(one for one in outcome.findings if one.rule.code == "MAN312")


def shown(now: str, *then: str) -> list[str]:
    return [one.label for one in endret(now, *then)]


TEKST = "## Formål\n\nRådet gir råd om ferger.\n"


def test_the_finding_says_what_is_changed_when_it_landed_and_what_to_do() -> None:
    foer, naa = mandat("sammensetning: {seter: 21}"), mandat("sammensetning: {seter: 22}")
    (one,) = endret(naa, foer)
    assert one.message == "mandatet for Rådet er endret etter at det ble vedtatt"
    assert one.label == "endret: «sammensetning.seter»"
    assert one.location.line == 5
    assert one.help.endswith(f"Det vedtatte kom inn 12. januar 2024: git show 0000000000:./data/{MANDAT}")


@pytest.mark.parametrize(
    ("foer", "naa", "hva"),
    [
        ("sammensetning: {seter: 21}", "sammensetning: {seter: 21}", ""),
        ("sammensetning: {seter: 21}", "sammensetning: {seter: {verdi: 21}}", ""),
        ("sammensetning: {seter: 21}", "sammensetning:\n  seter: {verdi: 21, merknad: sett etter, punkt: a}", ""),
        ("sammensetning: {seter: 21}", "sammensetning: {seter: {verdi: 21, norm: boer}}", "sammensetning.seter"),
        ("sammensetning: {seter: ukjent}", "sammensetning: {seter: 22}", ""),
        ("sammensetning: {seter: 22}", "sammensetning: {seter: ukjent}", "sammensetning.seter"),
        ("sammensetning: ukjent", "sammensetning: {seter: 22}", ""),
        ("sammensetning: ikke_regulert", "sammensetning: {seter: 22}", "sammensetning"),
        ("sammensetning: {seter: 2}", "sammensetning: {seter: 2}\nfullmakt: {saker: alt}", "fullmakt"),
        ("hjemmel: a  b", "hjemmel: a b", ""),
        ("vedtatt: {av: hod}", "vedtatt: {av: hod, dato: 2023-11-01, sak: 3/23}", ""),
        ("vedtatt: {av: hod}", "vedtatt: {av: ks}", "vedtatt.av"),
        ("", "gjelder_til: 2025-12-31", ""),
        ("", "kjent_per: 2025-12-31", ""),
        ("", "erstatter: raad@2020-01-01", ""),
        ("kilde: avskrift", "kilde: arkivet", ""),
        (
            "sammensetning: {seter: {verdi: 2, norm: boer}}",
            "sammensetning: {seter: {verdi: 3, norm: boer}}",
            "sammensetning.seter.verdi",
        ),
        ("vedtar_mandat_for: [a, b]", "vedtar_mandat_for: [b, a]", ""),
        ("vedtar_mandat_for: [a]", "vedtar_mandat_for: a", ""),
        ("vedtar_mandat_for: [a]", "vedtar_mandat_for: [a, b]", "vedtar_mandat_for"),
    ],
)
def test_the_head_is_held_against_what_landed_value_for_value(foer: str, naa: str, hva: str) -> None:
    assert shown(mandat(naa), mandat(foer)) == ([f"endret: «{hva}»"] if hva else [])


GRUPPER = "sammensetning:\n  grupper:\n    - {{id: {}, antall: {}}}\n    - {{id: {}, antall: {}}}"


def test_groups_are_known_by_their_ids_whatever_their_order() -> None:
    foer = mandat(GRUPPER.format("a", 1, "b", 2))
    assert shown(mandat(GRUPPER.format("b", 2, "a", 1)), foer) == []
    (one,) = endret(mandat(GRUPPER.format("b", 3, "a", 1)), foer)
    assert one.label == "endret: «sammensetning.grupper.b.antall»"
    assert (one.location.line, one.location.column) == (7, 15)
    assert shown(mandat(GRUPPER.format("a", 1, "c", 2)), foer) == [
        "endret: «sammensetning.grupper.b» og «sammensetning.grupper.c»"
    ]


def test_whose_turn_comes_first_is_no_set() -> None:
    def veksler(foerst: str) -> str:
        return mandat(f"sammensetning: {{leder: {{veksler: {{mellom: [{foerst}], hver: 2 aar, fra: 2024-01-01}}}}}}")

    assert shown(veksler("b, a"), veksler("a, b")) == ["endret: «sammensetning.leder.veksler.mellom»"]


@pytest.mark.parametrize(
    ("foer", "naa", "line"),
    [
        (TEKST, TEKST.replace("gir råd", "bestemmer"), 3),
        (TEKST, TEKST.replace("råd om", "råd\nom   "), 0),
        (TEKST, "", 1),
        ("", TEKST, 0),
    ],
)
def test_the_text_is_held_against_what_landed_word_for_word(foer: str, naa: str, line: int) -> None:
    found = endret(mandat() + naa, mandat() + foer)
    assert [one.label for one in found] == (["endret: teksten"] if line else [])
    if line > 1:
        assert found[0].location.line == mandat().count("\n") + line


def test_it_is_the_first_adopted_version_that_counts() -> None:
    utkast, vedtatt, rettet = mandat("hjemmel: a", status="utkast"), mandat("hjemmel: b"), mandat("hjemmel: c")
    assert shown(vedtatt, utkast.replace("utkast", "vedtatt").replace("hjemmel: a", "hjemmel: b"), rettet) == []
    assert shown(rettet, vedtatt, rettet) == ["endret: «hjemmel»"]
    assert shown(vedtatt, utkast, vedtatt) == []
    assert shown(vedtatt, "---\nforum: [\n---\n", vedtatt) == []


def test_a_draft_and_what_has_not_landed_may_change() -> None:
    path = MANDAT.replace(".md", "-utkast.md")
    andre = {path: mandat("hjemmel: b", status="utkast")}
    assert endret(mandat(), andre=andre) == ()


def test_in_an_example_nothing_is_adopted() -> None:
    foer, naa = mandat("hjemmel: a"), mandat("hjemmel: b")
    assert endret(naa, foer, andre={"datasett.yaml": "eksempel: ja\n"}) == ()


def test_an_exception_with_a_reason_sets_it_aside() -> None:
    naa = mandat("hjemmel: b  # ehelse: unntak MAN312 -- avskriften var feil")
    assert endret(naa, mandat("hjemmel: a")) == ()


def test_what_git_cannot_tell_is_unknown_and_said_once() -> None:
    mangel = Mangel("klonen har bare en del av historikken", "Kjør: git fetch --unshallow origin")
    annet = {MANDAT.replace("2024", "2023"): mandat("gjelder_til: 2023-12-31", fra="2023-01-01")}
    (one,) = endret(mandat(), andre=annet, mangel=mangel)
    assert one.severity is Severity.MERKNAD
    assert one.message.endswith("klonen har bare en del av historikken")
    assert one.help == mangel.hjelp
    assert [one.severity for one in endret(mandat("hjemmel: b"), mandat("hjemmel: a"), mangel=mangel)] == [
        Severity.MERKNAD,
        Severity.FEIL,
    ]
    assert endret(mandat(status="utkast"), mangel=mangel) == ()
