"""The grammar that every line of the head follows: one mistake, one finding, at the place."""

from __future__ import annotations

import pytest

from ehelse_cli.core.mandat import Ledd, Mandat, svakere_styrker
from ehelse_cli.core.mandat.sammensetning import Sammensetning
from tests.trees import load_clean, load_tree, text_at

HODE = "forum: raad\nstatus: vedtatt\ngjelder_fra: 2024-01-01\n"


@pytest.mark.parametrize(
    ("linje", "sted", "melding"),
    [
        ("sammensetning: {seter: 7 til 10}", "7 til 10", "«7 til 10» er ikke en mengde"),
        ("sammensetning: {seter: {verdi: 1/2}}", "1/2", "Mente du «minst 1/2»?"),
        ("sammensetning: {seter: {verdi: 7, norm: må}}", "må", "«må» er ikke en lovlig verdi"),
        ("sammensetning: {seter: {verdi: 7, nomr: skal}}", "nomr", "ukjent nøkkel «nomr»"),
        ("sammensetning: {seter: {verdi: 7, merknad: }}", "", "her mangler verdien"),
        ("sammensetning: {seter: }", "", "her mangler verdien"),
        ("sammensetning: {seter: [7]}", "[7]", "her skal det stå én verdi, ikke en liste"),
        ("funksjonstid: {varer: to år}", "to år", "«to år» er ikke en varighet"),
        ("funksjonstid: {flere_perioder: kanskje}", "kanskje", "«kanskje» sier ikke hvor mange perioder"),
        ("moeter: {hyppighet: 4 ganger i året}", "4 ganger i året", "«4 ganger i året» er ikke"),
        ("frister: [{id: x, hva: innkaling, frist: straks etter vedtak}]", "innkaling", "mente du «innkalling»?"),
        ("frister: [{id: innkalling, frist: 3 uker}]", "3 uker", "«3 uker»"),
        ("stedfortreder: {ordning: fst}", "fst", "mente du «fast»?"),
        ("stedfortreder: {arver_verv: yes}", "yes", "«yes» er verken ja eller nei"),
        ("beslutningsdyktighet: {proeves: hver sak}", "hver sak", "mente du «hver_sak»?"),
        ("beslutningsdyktighet: {teller: [medlem, stedfortredere]}", "stedfortredere", "mente du «stedfortreder»?"),
        ("beslutningsdyktighet: {krav: [{antall: minst 1}]}", "{antall: minst 1}", "nøkkelen «id» mangler"),
        ("sammensetning: {grupper: {id: x}}", "{id: x}", "her skal det stå en liste, ikke nøkler under"),
        (
            "sammensetning: {oppnevnes_av: {sammen: [a], en_av: [b]}}",
            "{sammen: [a], en_av: [b]}",
            "skriv ett av sammen",
        ),
        ("sammensetning: {oppnevnes_av: Helse Sør}", "Helse Sør", "«Helse Sør» er ikke et ord i formatet"),
        (
            "sammensetning: {krav: [{id: x, egenskap: innbyggere, er: få}]}",
            "{id: x, egenskap: innbyggere, er: få}",
            "«få» er ikke en mengde",
        ),
        ("sammensetning: {seter: [{id: minst, verdi: mnst 7}]}", "mnst 7", "«mnst 7» er ikke en mengde"),
        ("sammensetning: {seter: [{id: minst, verdi: 7, nomr: boer}]}", "nomr", "ukjent nøkkel «nomr»"),
        ("sammensetning: {seter: [{verdi: 7}]}", "7", "nøkkelen «id» mangler"),
        ("sammensetning: {seter: [{id: minst}]}", "{id: minst}", "nøkkelen «verdi» mangler"),
        ("funksjonstid: {starter: janur}", "janur", "«janur» er ikke en måned"),
        ("moeter: {hyppighet: [{id: x, verdi: 1 per maaned, unntatt: [jul]}]}", "jul", "«jul» er ikke en måned"),
        ("beslutning: {avgjoeres_ved: flertal}", "flertal", "«flertal» er ikke en mengde"),
        ("sammensetning: {leder: {veksler: {mellom: [a, b], fra: i fjor}}}", "i fjor", "i fjor"),
        ("vedtatt: {dato: 2024-02-30}", "2024-02-30", "finnes ikke i kalenderen"),
    ],
)
def test_one_mistake_is_one_finding_at_its_place(linje: str, sted: str, melding: str) -> None:
    filer = {"mandater/raad/2024-01-01.md": f"---\n{HODE}{linje}\n---\n"}
    (finding,) = load_tree(filer).findings
    assert text_at(filer, finding.location) == sted
    assert melding in f"{finding.message} {finding.help}"


@pytest.mark.parametrize("mengde", ["over 40000", "minst 1970", "1970-1990", "5000"])
def test_a_number_may_be_asked_for_as_a_mengde(mengde: str) -> None:
    linje = f"sammensetning: {{krav: [{{id: x, egenskap: innbyggere, er: {mengde}}}]}}"
    assert load_tree({"mandater/raad/2024-01-01.md": f"---\n{HODE}{linje}\n---\n"}).findings == ()


STYRKER = """\
sammensetning:
  seter: [{id: vanlig, verdi: 9, norm: normalt}, {id: minst, verdi: minst 7, kilde: lov}]
funksjonstid: {varer: [{id: lengst, verdi: 4 aar, norm: boer}]}
"""


def _mandat(resten: str) -> Mandat:
    (mandat,) = load_clean({"mandater/raad/2024-01-01.md": f"---\n{HODE}{resten}---\n"}).mandater.values()
    return mandat


def test_of_several_strengths_the_binding_one_is_the_rule() -> None:
    mandat = _mandat(STYRKER)
    assert isinstance(mandat.sammensetning, Sammensetning)
    assert str(mandat.sammensetning.seter) == "minst 7"
    assert mandat.ledd("sammensetning", "seter") == Ledd("skal", None, "lov")
    assert mandat.ledd("sammensetning", "seter", 0).norm == "normalt"
    assert list(svakere_styrker(mandat, "sammensetning", "seter")) == [(0, "9")]


def test_where_nothing_binds_the_rule_is_no_stronger_than_it_says() -> None:
    mandat = _mandat(STYRKER)
    assert mandat.ledd("funksjonstid", "varer").norm == "boer"
    assert list(svakere_styrker(mandat, "funksjonstid", "varer")) == []
    assert list(svakere_styrker(mandat, "funksjonstid", "starter")) == []


def test_a_list_of_entries_is_not_strengths() -> None:
    mandat = _mandat("sammensetning: {grupper: [{id: a, antall: 1, norm: boer}]}\n")
    assert mandat.ledd("sammensetning", "grupper").norm == "skal"
