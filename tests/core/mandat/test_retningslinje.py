"""A parent's guideline: stricter is allowed, silence is the parent's rule, and the rest is told apart."""

from __future__ import annotations

import pytest

from ehelse_cli.core.mandat import Mandat, fravik, med_retningslinje
from tests.trees import load_clean

RETNINGSLINJE = "{virkning: minimum, kan_fravikes: ja, unntatt: [funksjonstid, ordning]}"


def mandat(forum: str, resten: str) -> Mandat:
    hode = f"forum: {forum}\nstatus: vedtatt\ngjelder_fra: 2024-01-01\n{resten}\n"
    (ett,) = load_clean({f"mandater/{forum}/2024-01-01.md": f"---\n{hode}---\n"}).mandater.values()
    return ett


def forelder(resten: str, retningslinje: str = RETNINGSLINJE) -> Mandat:
    return mandat("mor", f"retningslinje_for_underliggende: {retningslinje}\n{resten}")


SETER = "sammensetning: {{seter: {}}}"
KRAV = "beslutningsdyktighet: {{krav: [{{id: flertall, antall: {}}}]}}"
FRIST = "frister: [{{id: innkalling, frist: {}}}]"
HYPPIGHET = "moeter: {{hyppighet: {}}}"
GRUPPE = "sammensetning: {{grupper: [{{id: a, per_virksomhet: {}}}]}}"
OPPNEVNT = "sammensetning: {{oppnevnes_av: {}}}"
VARER = "funksjonstid: {{varer: {}}}"
TABELL = [
    (SETER, "7-10", "7-10", ""),
    (SETER, "7-10", "8", ""),
    (SETER, "7-10", "{verdi: 8-10, punkt: antall}", ""),
    (SETER, "7-10", "6-10", "svakere sammensetning.seter"),
    (SETER, "7-10", "7-11", "svakere sammensetning.seter"),
    (SETER, "7-10", "minst 7", "svakere sammensetning.seter"),
    (SETER, "minst 7", "7-10", ""),
    (SETER, "7", "{verdi: 7, norm: boer}", "svakere sammensetning.seter"),
    (SETER, "{verdi: 7, norm: normalt}", "{verdi: 7, norm: boer}", ""),
    (SETER, "{verdi: 7, norm: boer}", "{verdi: 7, norm: kan}", "svakere sammensetning.seter"),
    (SETER, "{verdi: 7, norm: boer}", "7", ""),
    (SETER, "7", "ikke_regulert", ""),
    (SETER, "7", "ukjent", ""),
    (SETER, "ikke_regulert", "3", ""),
    (SETER, "[{id: minst, verdi: minst 7}]", "[{id: minst, verdi: minst 6}]", "svakere sammensetning.seter.minst"),
    (SETER, "[{id: minst, verdi: minst 7}]", "[{id: minst, verdi: minst 8}]", ""),
    (SETER, "[{id: minst, verdi: minst 7}]", "[{id: vanlig, verdi: 3, norm: normalt}]", ""),
    (KRAV, "minst 1/2", "minst 2/3", ""),
    (KRAV, "minst 1/2", "over 1/2", ""),
    (KRAV, "over 1/2", "minst 1/2", "svakere beslutningsdyktighet.krav.flertall.antall"),
    (KRAV, "minst 1/2", "minst 6", "uklar beslutningsdyktighet.krav.flertall.antall"),
    (FRIST, "2 uker foer moetet", "3 uker foer moetet", ""),
    (FRIST, "2 uker foer moetet", "1 uke foer moetet", "svakere frister.innkalling.frist"),
    (FRIST, "2 uker etter moetet", "1 uke etter moetet", ""),
    (FRIST, "2 uker etter moetet", "3 uker etter moetet", "svakere frister.innkalling.frist"),
    (FRIST, "minst 2 uker etter moetet", "minst 3 uker etter moetet", ""),
    (FRIST, "2 uker foer moetet", "10 virkedager foer moetet", "uklar frister.innkalling.frist"),
    (FRIST, "2 uker foer moetet", "straks etter moetet", "uklar frister.innkalling.frist"),
    (HYPPIGHET, "minst 4 per aar", "6 per aar", ""),
    (HYPPIGHET, "minst 4 per aar", "3 per aar", "svakere moeter.hyppighet"),
    (HYPPIGHET, "minst 4 per aar", "1 per kvartal", "uklar moeter.hyppighet"),
    (HYPPIGHET, "minst 4 per aar", "etter_behov", "uklar moeter.hyppighet"),
    (HYPPIGHET, "minst 4 per aar", "minst 4 per 2 aar", "uklar moeter.hyppighet"),
    (GRUPPE, "hoeyst 2", "hoeyst 1", ""),
    (GRUPPE, "hoeyst 2", "hoeyst 3", "svakere sammensetning.grupper.a.per_virksomhet"),
    ("fullmakt: {{til: {}}}", "leder", "sekretariatet", "uklar fullmakt.til"),
    ("evaluering: {{hvert: {}}}", "2 aar", "3 aar", "uklar evaluering.hvert"),
    (VARER, "2 aar", "24 maaneder", "ulik funksjonstid"),
    (VARER, "2 aar", "{verdi: 2 aar, punkt: tid}", ""),
    ("stedfortreder: {{ordning: {}}}", "fast", "felles", "ulik stedfortreder.ordning"),
    ("stedfortreder: {{rett: [{}]}}", "moete, tale", "tale, moete", ""),
    ("stedfortreder: {{rett: [{}]}}", "moete, tale", "moete", "uklar stedfortreder.rett"),
    ("stedfortreder: {{rett: {}}}", "[moete]", "moete", ""),
    (OPPNEVNT, "{sammen: [a, b]}", "{sammen: [b, a]}", ""),
    (OPPNEVNT, "{foerst: [a, b]}", "{foerst: [a, b]}", ""),
    (OPPNEVNT, "{foerst: [a, b]}", "{foerst: [b, a]}", "uklar sammensetning.oppnevnes_av.foerst"),
    ("beslutning: {{virkning: {}}}", "raad", "bindende", "uklar beslutning.virkning"),
]


@pytest.mark.parametrize(("linje", "fars", "egen", "svar"), TABELL)
def test_a_child_may_be_stricter(linje: str, fars: str, egen: str, svar: str) -> None:
    funnet = fravik(forelder(linje.format(fars)), mandat("barn", linje.format(egen)))
    assert ", ".join(map(str, funnet)) == svar


@pytest.mark.parametrize(("fars", "egen", "antall"), [("2 aar", "1 aar", 0), ("2 aar", "3 aar", 1)])
def test_a_longer_term_is_weaker_where_it_need_not_be_equal(fars: str, egen: str, antall: int) -> None:
    fritt = forelder(VARER.format(fars), "{virkning: minimum}")
    assert len(fravik(fritt, mandat("barn", VARER.format(egen)))) == antall


def test_what_may_not_be_departed_from_must_be_equal() -> None:
    fast = forelder(SETER.format("7-10"), "{virkning: minimum, kan_fravikes: nei}")
    assert [str(ett) for ett in fravik(fast, mandat("barn", SETER.format("8")))] == ["ulik sammensetning"]


def test_a_parent_that_is_no_guideline_demands_and_gives_nothing() -> None:
    mor, barn = mandat("mor", SETER.format("7")), mandat("barn", SETER.format("3"))
    assert fravik(mor, barn) == ()
    assert med_retningslinje(mor, barn) is barn


def test_silence_is_the_parents_rule_key_by_key_and_without_the_parents_clause() -> None:
    mor = forelder(
        "sammensetning: {seter: 7, oppnevnes_av: styret, punkt: hvem}\n"
        "protokoll: {publiseres: ja, punkt: referat}\n"
        "habilitet: {inhabil: fratrer}\n"
        "frister: [{id: innkalling, frist: 2 uker foer moetet}, {id: referat, frist: 8 dager etter moetet, punkt: a}]"
    )
    barn = mandat(
        "barn",
        "sammensetning: {seter: 9, oppnevnes_av: ikke_regulert, punkt: egne}\n"
        "protokoll: ikke_regulert\n"
        "frister: [{id: innkalling, frist: 3 uker foer moetet}]",
    )
    arvet = med_retningslinje(mor, barn)
    assert (arvet.id, arvet.forum) == (barn.id, "barn")
    assert arvet.hode["sammensetning"] == {"seter": "9", "oppnevnes_av": "styret", "punkt": "egne"}
    assert arvet.hode["protokoll"] == {"publiseres": "ja"}
    assert arvet.hode["habilitet"] == {"inhabil": "fratrer"}
    assert arvet.hode["frister"] == [
        {"id": "innkalling", "frist": "3 uker foer moetet"},
        {"id": "referat", "frist": "8 dager etter moetet"},
    ]
    assert arvet.ledd("protokoll", "publiseres").punkt is None
    assert "retningslinje_for_underliggende" not in arvet.hode


def test_what_the_child_says_stays() -> None:
    barn = mandat("barn", "stedfortreder: {ordning: forbudt}\nfunksjonstid: {verdi: ukjent, merknad: ikke lest}")
    arvet = med_retningslinje(forelder("stedfortreder: {ordning: fast}\nfunksjonstid: {varer: 2 aar}"), barn)
    assert arvet.hode["stedfortreder"] == {"ordning": "forbudt"}
    assert arvet.hode["funksjonstid"] == {"varer": "2 aar"}
