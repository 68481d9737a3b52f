"""SAK: what the pages do not reach."""

from __future__ import annotations

from datetime import date

import pytest

from ehelse_cli.rules.sak_kommuner import bindende_ord
from tests.rules.raad import MOETE, findings, graded, hode, raad
from tests.trees import text_at

FORUM = "navn: Rådet\nsaksnummer: N/AAAA\n"
SAK = "saker/raad/2026-01.md"
KALT = "tid: 2026-12-02\ninnkalt: 2026-11-12\nsaksliste: [{sak: 1/2026}]"
#: A paper with nothing missing.
HEL = {
    "tittel": "Strategi",
    "sakstype": "raad",
    "sakseiere": "[etaten]",
    "utarbeidet_av": "[etaten]",
    "forslag_til_vedtak": "Rådet anbefaler strategien.",
    "videre_saksprosess": "[{hvem: hod, rolle: beslutning}]",
}


def sak(**endret: str) -> str:
    """A whole paper, with some keys changed; an empty one is taken out."""
    return hode("\n".join(f"{felt}: {verdi}" for felt, verdi in (HEL | endret).items() if verdi))


def familien(files: dict[str, str], dag: date = date(2026, 11, 23)) -> list[str]:
    """`SAK… severity source` of all that is found, other families left out."""
    return [rad for rad in graded(files, dag) if rad.startswith("SAK")]


def kodene(files: dict[str, str], dag: date = date(2026, 11, 23)) -> list[str]:
    """The codes alone."""
    return [rad.split()[0] for rad in familien(files, dag)]


def papir(blokker: str = "", moete: str = KALT, forum: str = FORUM, **endret: str) -> list[str]:
    """What is found about one paper on one agenda."""
    return familien(raad(blokker, forum, moete, {SAK: sak(**endret)}))


# --- numbers

ANNET = "tid: 2026-12-09\nsaksliste: [%s]"


@pytest.mark.parametrize(
    ("linje", "expected"),
    [
        ("{sak: 1/2026}", []),
        ("{sak: 1/2026, tittel: Strategi}", []),
        ("{sak: 01/26, tittel: Noe annet}", ["SAK601"]),
        ("{sak: 2/2026, tittel: Noe annet}", []),
        ("{sak: 3/2026, tittel: Noe annet}", ["SAK602"]),
        ("{sak: 3/2026}", []),
        ("{sak: 3/2027, tittel: Noe annet}", []),
    ],
    ids=["same paper", "same title", "another title", "the next", "a gap", "nothing behind it", "another year"],
)
def test_numbers_are_used_once_and_run(linje: str, expected: list[str]) -> None:
    andre = {SAK: hode("tittel: Strategi"), "moeter/raad/2026-m2.md": hode(ANNET % linje)}
    assert kodene(raad(forum=FORUM, moete="tid: 2026-12-02\nsaksliste: [{sak: 1/2026}]", andre=andre)) == expected


@pytest.mark.parametrize(
    ("foerste", "andre", "expected"),
    [
        ("fast: veikart", "fast: veikart", []),
        ("fast: veikart", "fast: plan", ["SAK601"]),
        ("tittel: Nytt", "tittel: Nytt, utfall: utsatt", []),
    ],
)
def test_two_lines_may_be_one_case(foerste: str, andre: str, expected: list[str]) -> None:
    forum = f"{FORUM}faste_saker: {{veikart: {{tittel: V, naar: aarlig}}, plan: {{tittel: P, naar: aarlig}}}}\n"
    to = {"moeter/raad/2026-m2.md": hode(ANNET % f"{{sak: 1/2026, {andre}}}")}
    assert kodene(raad(forum=forum, moete=f"tid: 2026-12-02\nsaksliste: [{{sak: 1/2026, {foerste}}}]", andre=to)) == (
        expected
    )


@pytest.mark.parametrize(
    ("andre", "expected"),
    [
        ({}, []),
        ({"aarshjul/2026.yaml": "forum: [raad]\npublisert: 2025-12-01\n"}, ["SAK602"]),
        ({"aarshjul/2026.yaml": "publisert: 2025-12-01\n"}, []),
        ({"saker/raad/2026-01.md": hode("tittel: A")}, ["SAK602"]),
        ({"saker/raad/2026-01.md": hode("tittel: A"), "saker/raad/2026-02.md": "---\ntittel: [\n---\n"}, []),
    ],
    ids=["the first known", "the year is known", "not this forum's", "between", "a broken paper has its number"],
)
def test_a_gap_is_between_numbers_that_are_known(andre: dict[str, str], expected: list[str]) -> None:
    assert kodene(raad(forum=FORUM, andre={"saker/raad/2026-03.md": hode("tittel: C"), **andre})) == expected


def test_a_gap_is_written_as_the_council_writes() -> None:
    andre = {f"saker/raad/2026-{nr}.md": hode("tittel: A") for nr in ("01", "04")}
    (finding,) = findings(raad(forum="navn: Rådet\nsaksnummer: NN/AA\n", andre=andre))
    assert finding.message == "saksnummer 02/26 og 03/26 i Rådet er ikke brukt"
    assert finding.location.path == "data/saker/raad/2026-04.md"


# --- what a paper must show


def test_a_whole_paper_lacks_nothing() -> None:
    assert papir() == []


@pytest.mark.parametrize(
    ("felt", "expected"),
    [
        ("forslag_til_vedtak", ["SAK604 feil format"]),
        ("videre_saksprosess", []),
        ("sakseiere", ["SAK607 advarsel format"]),
        ("utarbeidet_av", ["SAK608 advarsel format"]),
    ],
)
@pytest.mark.parametrize(
    ("moete", "kalt"),
    [
        (KALT, True),
        (KALT.replace("innkalt", "papirer_ute"), True),
        (KALT.replace("innkalt: 2026-11-12\n", ""), False),
        (f"{KALT}\navlyst: 2026-11-20", False),
    ],
    ids=["called", "papers out", "not called", "cancelled"],
)
def test_what_a_paper_must_show_when_it_is_out(felt: str, moete: str, kalt: bool, expected: list[str]) -> None:
    assert papir(moete=moete, **{felt: ""}) == (expected if kalt else [])


@pytest.mark.parametrize(
    ("felt", "kode"),
    [
        ("forslag_til_vedtak", "SAK604"),
        ("videre_saksprosess", "SAK605"),
        ("sakseiere", "SAK607"),
        ("utarbeidet_av", "SAK608"),
        ("konsekvens_kommuner", "SAK610"),
    ],
)
@pytest.mark.parametrize(("norm", "grad"), [("skal", "feil"), ("boer", "advarsel"), ("normalt", "advarsel")])
def test_the_mandate_says_how_grave_it_is(felt: str, kode: str, norm: str, grad: str) -> None:
    blokk = f"saker: {{underlag_skal_vise: {{verdi: [{felt}], norm: {norm}}}}}"
    assert papir(blokk, **{felt: ""}) == [f"{kode} {grad} mandat"]


def test_what_may_be_shown_is_no_demand() -> None:
    assert papir("saker: {underlag_skal_vise: {verdi: [videre_saksprosess], norm: kan}}", videre_saksprosess="") == []
    assert papir("saker: {underlag_skal_vise: ikke_regulert}", videre_saksprosess="") == []


def test_advice_that_goes_to_the_owner_needs_one() -> None:
    assert papir("beslutning: {virkning: raad, til: [sakseier]}", sakseiere="") == ["SAK607 feil mandat"]
    assert papir("beslutning: {virkning: raad, til: [medlemmer]}", sakseiere="") == ["SAK607 advarsel format"]


@pytest.mark.parametrize(
    ("type_", "expected"),
    [
        ("tilslutning", ["SAK604"]),
        ("innstilling", ["SAK604"]),
        ("beslutning", ["SAK604"]),
        ("[droefting, raad]", ["SAK604"]),
        ("droefting", []),
        ("orientering", []),
    ],
)
def test_some_types_need_a_proposal(type_: str, expected: list[str]) -> None:
    assert [rad[:6] for rad in papir(sakstype=type_, forslag_til_vedtak="")] == expected


DELER = "{hjemmel: offl. § 23, omfang: deler}"


def test_what_is_exempt_may_say_it_elsewhere() -> None:
    blokk = "saker: {underlag_skal_vise: [videre_saksprosess, konsekvens_kommuner]}"
    tomt = dict.fromkeys(("sakseiere", "utarbeidet_av", "forslag_til_vedtak", "videre_saksprosess"), "")
    assert papir(blokk, skjerming=DELER, **tomt) == []
    hele = hode("skjerming: {hjemmel: offl. § 23, omfang: hele}")
    assert kodene(raad(blokk, FORUM, KALT, {SAK: hele})) == []


@pytest.mark.parametrize(
    ("eldre", "expected"),
    [
        ("tittel: Før\nsakseiere: [etaten]", []),
        ("tittel: Før", ["SAK607"]),
        ("skjerming: {hjemmel: offl. § 23, omfang: hele}", []),
        ("tittel: [", []),
    ],
    ids=["inherited", "not there either", "exempt", "broken"],
)
def test_a_case_takes_over_its_owner(eldre: str, expected: list[str]) -> None:
    andre = {SAK: sak(sakseiere="", fra_sak="[raad-koe-foer]"), "saker/raad/koe/foer.md": hode(eldre)}
    assert kodene(raad(forum=FORUM, moete=KALT, andre=andre)) == expected


@pytest.mark.parametrize(
    ("type_", "prosess", "virkning", "expected"),
    [
        ("raad", "[{hvem: ks, rolle: hoering}]", "raad", ["SAK606"]),
        ("droefting", "[{hvem: ks, rolle: hoering}]", "raad", ["SAK606"]),
        ("orientering", "[{hvem: ks, rolle: hoering}]", "raad", []),
        ("raad", "avsluttes_her", "raad", []),
        ("raad", "[{hvem: ks, rolle: hoering}]", "bindende", []),
        ("raad", "[{hvem: ks, rolle: hoering}, {hvem: hod, rolle: beslutning}]", "raad", []),
    ],
)
def test_someone_decides_in_the_end(type_: str, prosess: str, virkning: str, expected: list[str]) -> None:
    funn = papir(f"beslutning: {{virkning: {virkning}}}", sakstype=type_, videre_saksprosess=prosess)
    assert [rad[:6] for rad in funn] == expected


@pytest.mark.parametrize(
    ("foer", "etter", "expected"),
    [
        ("2027-02-10", "2027-02-10", []),
        ("2027-02-10", "2027-02-09", ["SAK609"]),
        ("2027-02-10", "2027-02", []),
        ("2027-02-10", "2027-01", ["SAK609"]),
        ("2027", "2026-12-31", ["SAK609"]),
        ("2027", "2027-01-01", []),
    ],
)
def test_steps_come_in_order(foer: str, etter: str, expected: list[str]) -> None:
    steg = f"[{{hvem: ks, rolle: hoering, naar: {foer}}}, {{hvem: hod, rolle: beslutning, naar: {etter}}}]"
    assert [rad[:6] for rad in papir(videre_saksprosess=steg)] == expected


# --- the municipalities

VIRKSOMHETER = (
    "ks: {navn: KS, sektor: kommunal}\netaten: {navn: Etaten, sektor: stat}\nhod: {navn: HOD, sektor: stat}\n"
)
ALT = "{pris: p, innfoering: i, gevinst: g, grunnlag: g, konsultasjon: ingen}"


@pytest.mark.parametrize(
    ("endret", "expected"),
    [
        ({}, []),
        ({"sakseiere": "[ks]"}, ["SAK610"]),
        ({"foreslaatt_av": "[ks]"}, ["SAK610"]),
        ({"i_samarbeid_med": "[ks]"}, ["SAK610"]),
        ({"videre_saksprosess": "[{hvem: ks, rolle: beslutning}]"}, ["SAK610"]),
        ({"implementering": "[{hva: Opplæring, hvem: ks, frist: 2027-01-01}]"}, ["SAK610"]),
        ({"sakseiere": "[ks]", "konsekvens_kommuner": "ingen"}, []),
        ({"sakseiere": "[ks]", "konsekvens_kommuner": ALT}, []),
        ({"sakseiere": "[ks]", "skjerming": DELER}, []),
        ({"konsekvens_kommuner": ALT.replace("pris: p, ", "")}, ["SAK611"]),
        ({"konsekvens_kommuner": "{konsultasjon: ingen}"}, ["SAK611"]),
        ({"konsekvens_kommuner": ALT.replace(", konsultasjon: ingen", "")}, ["SAK612"]),
        ({"konsekvens_kommuner": ALT.replace("ingen", "ikke_oppgitt")}, []),
        ({"konsekvens_kommuner": ALT.replace("ingen", "2027-01-20")}, []),
        ({"konsekvens_kommuner": "{pris: p}", "skjerming": DELER}, []),
    ],
)
def test_the_municipalities_are_told(endret: dict[str, str], expected: list[str]) -> None:
    files = raad(forum=FORUM, moete=KALT, andre={SAK: sak(**endret), "virksomheter.yaml": VIRKSOMHETER})
    assert kodene(files) == expected


def test_what_is_missing_is_named_once() -> None:
    andre = {SAK: sak(konsekvens_kommuner="{gevinst: g, grunnlag: g, konsultasjon: ingen}")}
    (finding,) = findings(raad(forum=FORUM, moete=KALT, andre=andre))
    assert finding.message.endswith("prisen og kostnaden ved å innføre mangler")
    assert finding.help.startswith("Legg til «pris» og «innfoering».")


@pytest.mark.parametrize(
    ("tekst", "ordene"),
    [
        ("Rådet pålegger kommunene å rapportere.", "pålegger"),
        ("Vedtaket forplikter kommunal sektor.", "forplikter"),
        ("Vedtaket forplikter ikke kommunal sektor.", ""),
        ("Rådet vedtar å gjennomføre planen i alle kommuner.", "vedtar å"),
        ("Rådet vedtek å innføre løysinga i kommunane.", "vedtek å"),
        ("Rådet vedtar å møtes igjen. Kommunene er informert.", ""),
        ("Rådet krever at KS betaler.", "krever at"),
        ("Kommunene skal innføre løsningen i 2027.", "Kommunene skal innføre"),
        ("I 2027 må kommunene betale.", "må kommunene betale"),
        ("Rådet anbefaler at kommunene skal innføre løsningen.", ""),
        ("Rådet rår til at kommunane skal dekke kostnaden.", ""),
        ("Kommunene skal få vite mer.", ""),
        ("Rådet pålegger direktoratet å rapportere.", ""),
        ("Kommunal sektor må finansiere driften.", "Kommunal sektor må finansiere"),
        ("Rådet pålegger direktoratet å bruke kommunale journaler.", ""),
    ],
)
def test_words_that_bind(tekst: str, ordene: str) -> None:
    assert bindende_ord(tekst) == ordene


FORBEHOLD = "beslutning: {virkning: raad, forbehold: [{id: k, verdi: %s}]}"
BINDER = "Rådet pålegger kommunene å delta."


@pytest.mark.parametrize(
    ("blokk", "expected"),
    [
        (FORBEHOLD % "kan_ikke_forplikte", ["SAK613 advarsel mandat"]),
        (FORBEHOLD % "noe_annet", []),
        ("beslutning: {virkning: raad}", []),
        ("beslutning: ikke_regulert", []),
    ],
)
def test_only_a_mandate_with_the_reservation_can_be_overstepped(blokk: str, expected: list[str]) -> None:
    assert papir(blokk, forslag_til_vedtak=BINDER) == expected


@pytest.mark.parametrize(
    ("vedtak", "steder"),
    [
        ("som_foreslaatt", [SAK]),
        (f"\n      - {BINDER}", [SAK]),
        ("\n      - Vedtaket forplikter kommunene.", [MOETE, SAK]),
    ],
)
def test_what_is_adopted_as_it_stood_is_one_mistake(vedtak: str, steder: list[str]) -> None:
    moete = f"tid: 2026-03-12\nsaksliste:\n  - sak: 1/2026\n    utfall: behandlet\n    vedtak: {vedtak}"
    files = raad(FORBEHOLD % "kan_ikke_forplikte", FORUM, moete, {SAK: sak(forslag_til_vedtak=BINDER)})
    assert [one.location.path for one in findings(files)] == [f"data/{sted}" for sted in steder]


# --- the way


@pytest.mark.parametrize(
    ("blokk", "endret", "expected"),
    [
        ("{virkning: raad}", {}, ["SAK603 advarsel mandat"]),
        ("{virkning: innstilling}", {}, ["SAK603 advarsel mandat"]),
        ("{virkning: bindende}", {}, []),
        ("{virkning: ikke_regulert}", {}, []),
        ("ikke_regulert", {}, []),
        ("{virkning: innstilling, gjelder_saker: [beslutning]}", {}, []),
        ("{virkning: raad}\nvedtar: [saksplan]", {}, []),
        ("{virkning: raad}", {"gjelder_mandat": "raad@2024-01-01"}, []),
        ("{virkning: raad}", {"i_rollen": "styret"}, []),
        ("{virkning: raad}", {"sakstype": "valg"}, []),
    ],
)
def test_a_council_that_advises_decides_nothing(blokk: str, endret: dict[str, str], expected: list[str]) -> None:
    forum = f"{FORUM}roller: {{styret: {{navn: Styret}}}}\n"
    assert papir(f"beslutning: {blokk}", forum=forum, **({"sakstype": "beslutning"} | endret)) == expected


@pytest.mark.parametrize(
    ("linje", "expected"),
    [
        ("sak: 1/2026, utfall: behandlet, resultat: besluttet, vedtak: som_foreslaatt", ["SAK603"]),
        ("sak: 1/2026, sakstype: beslutning", ["SAK603"]),
        ("fast: plan", ["SAK603"]),
        ("tittel: Budsjett, sakstype: beslutning", ["SAK603"]),
        ("tittel: Budsjett, sakstype: raad", []),
    ],
)
def test_the_line_may_say_that_it_is_decided(linje: str, expected: list[str]) -> None:
    forum = f"{FORUM}faste_saker: {{plan: {{tittel: Plan, sakstype: beslutning, naar: aarlig}}}}\n"
    moete = f"tid: 2026-03-12\nsaksliste: [{{{linje}}}]"
    assert kodene(raad("beslutning: {virkning: raad}", forum, moete, {SAK: sak()})) == expected


UTVALG = {
    "forum/utvalg.yaml": "navn: Utvalget\nsaksnummer: N/AAAA\n",
    "saker/utvalg/2026-01.md": hode("tittel: Utkast"),
}


def to_raad(raadet: str, utvalget: str, **files: str) -> dict[str, str]:
    """A case in a committee and one in the council that builds on it, each on an agenda."""
    moeter = {
        MOETE: hode(f"tid: {raadet}"),
        "moeter/utvalg/2026-m1.md": hode(f"tid: {utvalget}"),
        SAK: hode("tittel: Strategi\nfra_sak: [utvalg-2026-1]"),
    }
    return {"forum/raad.yaml": FORUM, **UTVALG, **moeter, **files}


@pytest.mark.parametrize(
    ("raadet", "utvalget", "expected"),
    [
        ("2026-12-02\nsaksliste: [{sak: 1/2026}]", "2026-12-09\nsaksliste: [{sak: 1/2026}]", ["SAK614"]),
        ("2026-12-02\nsaksliste: [{sak: 1/2026}]", "2026-12-02\nsaksliste: [{sak: 1/2026}]", []),
        ("2026-12-02\nsaksliste: [{sak: 1/2026}]", "2026-12-09", []),
        ("2026-12-02", "2026-12-09\nsaksliste: [{sak: 1/2026}]", []),
        ("2026-12-02\navlyst: 2026-11-01\nsaksliste: [{sak: 1/2026}]", "2026-12-09\nsaksliste: [{sak: 1/2026}]", []),
        (
            "2026-03-02\nsaksliste: [{sak: 1/2026, utfall: utsatt}]",
            "2026-12-09\nsaksliste: [{sak: 1/2026}]",
            [],
        ),
    ],
    ids=["before", "same day", "committee never", "council never", "cancelled", "postponed"],
)
def test_a_case_comes_after_what_it_builds_on(raadet: str, utvalget: str, expected: list[str]) -> None:
    assert kodene(to_raad(raadet, utvalget)) == expected


@pytest.mark.parametrize(
    ("norm", "expected"),
    [
        ("[raad]", ["SAK614 feil mandat"]),
        ("{verdi: [raad], norm: boer}", ["SAK614 advarsel mandat"]),
        ("{verdi: [raad], norm: kan}", ["SAK614 advarsel format"]),
        ("[andre]", ["SAK614 advarsel format"]),
    ],
)
def test_a_committee_that_prepares_comes_first(norm: str, expected: list[str]) -> None:
    blokk = f"saker: {{forbereder_for: {norm}}}"
    mandatet = raad(blokk)["mandater/raad/2024-01-01.md"].replace("forum: raad", "forum: utvalg")
    linje = "\nsaksliste: [{sak: 1/2026}]"
    files = to_raad(f"2026-12-02{linje}", f"2026-12-09{linje}", **{"mandater/utvalg/2024-01-01.md": mandatet})
    assert familien(files) == expected


HJULET = {"aarshjul/2026.yaml": "forum: [utvalg, raad]\npublisert: 2025-12-01\n"}


@pytest.mark.parametrize(
    ("endret", "expected"),
    [
        ({}, ["SAK615 advarsel praksis"]),
        ({"aarshjul/2026.yaml": "forum: [raad, utvalg]\npublisert: 2025-12-01\n"}, []),
        ({"aarshjul/2026.yaml": "forum: [raad]\npublisert: 2025-12-01\n"}, []),
        ({MOETE: hode("tid: 2026-03-02\nsaksliste: [{sak: 1/2026, utfall: oversendt, videre_til: utvalg}]")}, []),
        ({SAK: hode("tittel: Strategi\nfra_sak: [utvalg-2026-2]"), "saker/utvalg/2026-02.md": hode("tittel: Før")}, []),
    ],
    ids=["backwards", "the other way", "not in the calendar", "sent back", "had it before"],
)
def test_the_calendar_says_which_way_cases_go(endret: dict[str, str], expected: list[str]) -> None:
    files = {
        "forum/raad.yaml": FORUM,
        **UTVALG,
        **HJULET,
        MOETE: hode("tid: 2026-12-02\nsaksliste: [{sak: 1/2026}]"),
        "moeter/utvalg/2026-m1.md": hode("tid: 2026-12-09\nsaksliste: [{sak: 1/2026}]"),
        SAK: hode("tittel: Strategi"),
        "saker/utvalg/2026-01.md": hode("tittel: Utkast\nfra_sak: [raad-2026-1]"),
    }
    assert familien({**files, **endret}) == expected


UKER = "frister: [{id: saksdokumenter, frist: 2 uker foer moetet%s}]"
TIDE = "tid: 2026-12-02\ninnkalt: 2026-11-12\npapirer_ute: 2026-11-12\n%ssaksliste: [{sak: 1/2026%s}]"


@pytest.mark.parametrize(
    ("norm", "ekstra", "linje", "datert", "expected"),
    [
        ("", "", ", ettersendt: 2026-11-18", "", []),
        ("", "", ", ettersendt: 2026-11-19", "", ["SAK616 feil mandat"]),
        (", norm: boer", "", ", ettersendt: 2026-11-19", "", ["SAK616 advarsel mandat"]),
        (", norm: kan", "", ", ettersendt: 2026-11-19", "", []),
        ("", "", "", "2026-11-18", []),
        ("", "", "", "2026-11-19", ["SAK616 feil mandat"]),
        ("", "", ", ettersendt: 2026-11-17", "2026-11-19", []),
        ("", "frist_avvik: [{frist: saksdokumenter, dato: 2026-11-20}]\n", ", ettersendt: 2026-11-19", "", []),
        ("", "avlyst: 2026-11-20\n", ", ettersendt: 2026-11-19", "", []),
        ("", "type: skriftlig\n", ", ettersendt: 2026-11-19", "", []),
    ],
)
def test_one_paper_may_be_late(norm: str, ekstra: str, linje: str, datert: str, expected: list[str]) -> None:
    assert papir(UKER % norm, moete=TIDE % (ekstra, linje), datert=datert) == expected


@pytest.mark.parametrize(
    ("linje", "datert", "sagt"),
    [(", ettersendt: 2026-11-19", "", "er ettersendt 19. november"), ("", "2026-11-19", "er datert 19. november")],
)
def test_it_is_told_how_the_paper_came(linje: str, datert: str, sagt: str) -> None:
    files = raad(UKER % "", FORUM, TIDE % ("", linje), {SAK: sak(datert=datert)})
    (finding,) = [one for one in findings(files) if one.rule.code == "SAK616"]
    assert sagt in finding.message


def test_when_all_are_late_it_is_one_finding_and_practice_warns() -> None:
    sent = (TIDE % ("", ", ettersendt: 2026-11-20")).replace("ute: 2026-11-12", "ute: 2026-11-19")
    assert papir(UKER % "", moete=sent) == []
    praksis = f"{FORUM}praksis: {{saksdokumenter: 2 uker foer moetet}}\n"
    assert papir(moete=TIDE % ("", ", ettersendt: 2026-11-19"), forum=praksis) == ["SAK616 advarsel praksis"]


def test_a_postponed_paper_was_in_time_the_first_time() -> None:
    foer = {"moeter/raad/2026-m0.md": hode("tid: 2026-11-20\nsaksliste: [{sak: 1/2026, utfall: utsatt}]")}
    files = raad(UKER % "", FORUM, TIDE % ("", ""), {SAK: sak(datert="2026-11-19"), **foer})
    assert kodene(files) == []


# --- after the meeting


@pytest.mark.parametrize(
    ("linje", "resten", "expected"),
    [
        ("{sak: 1/2026}", "", []),
        ("{sak: 1/2026}", "referat: {utkast_sendt: 2026-03-15}", ["SAK617"]),
        ("{sak: 1/2026}, {tittel: Annet, utfall: behandlet}", "", ["SAK617"]),
        ("{sak: 1/2026}, {tittel: Annet, utfall: behandlet}", "avlyst: 2026-03-01", []),
        ("{tittel: Omvisning}, {tittel: Annet, utfall: behandlet}", "", []),
        ("{tittel: Nytt, sakstype: orientering}, {tittel: Annet, utfall: behandlet}", "", ["SAK617"]),
        ("{tittel: Eventuelt, sakstype: eventuelt}, {tittel: Annet, utfall: behandlet}", "", []),
        ("{fast: plan}, {tittel: Annet, utfall: behandlet}", "", ["SAK617"]),
        ("{bolk: Saker}, {tittel: Annet, utfall: behandlet}", "", []),
        (f"{{sak: 1/2026, skjerming: {DELER}}}, {{tittel: Annet, utfall: behandlet}}", "", []),
    ],
)
def test_minutes_say_what_came_of_every_case(linje: str, resten: str, expected: list[str]) -> None:
    forum = f"{FORUM}faste_saker: {{plan: {{tittel: Plan, naar: aarlig}}}}\n"
    moete = f"tid: 2026-03-12\n{resten}\nsaksliste: [{linje}]"
    assert kodene(raad(forum=forum, moete=moete, andre={SAK: sak()})) == expected


def test_a_meeting_to_come_has_no_outcome_yet() -> None:
    moete = "tid: 2026-12-02\nsaksliste: [{sak: 1/2026}, {tittel: Annet, utfall: trukket}]"
    assert kodene(raad(forum=FORUM, moete=moete, andre={SAK: sak()})) == []


@pytest.mark.parametrize(
    ("linje", "endret", "expected"),
    [
        ("utfall: behandlet", {}, ["SAK618"]),
        ("utfall: behandlet, vedtak: [Rådet anbefaler det.]", {}, []),
        ("utfall: behandlet, vedtak: som_foreslaatt", {}, []),
        ("utfall: behandlet, vedtak: som_foreslaatt", {"forslag_til_vedtak": ""}, ["SAK618"]),
        ("utfall: utsatt", {}, []),
        ("utfall: behandlet", {"sakstype": "droefting"}, []),
        ("utfall: behandlet", {"skjerming": DELER}, []),
        (f"utfall: behandlet, skjerming: {DELER}", {}, []),
        ("utfall: behandlet, sakstype: orientering", {}, []),
    ],
)
def test_a_case_for_advice_ends_in_a_text(linje: str, endret: dict[str, str], expected: list[str]) -> None:
    moete = f"tid: 2026-03-12\nsaksliste: [{{sak: 1/2026, {linje}}}]"
    assert kodene(raad(forum=FORUM, moete=moete, andre={SAK: sak(**endret)})) == expected


def test_a_proposal_that_was_never_written_is_one_mistake() -> None:
    moete = (
        "tid: 2026-03-12\ninnkalt: 2026-02-19\nsaksliste: [{sak: 1/2026, utfall: behandlet, vedtak: som_foreslaatt}]"
    )
    assert papir(moete=moete, forslag_til_vedtak="") == ["SAK604 feil format"]


@pytest.mark.parametrize(("vedtak", "expected"), [("", ["SAK618"]), (", vedtak: Planen er god.", [])])
def test_a_standing_item_has_its_own_text(vedtak: str, expected: list[str]) -> None:
    forum = f"{FORUM}faste_saker: {{plan: {{tittel: Plan, sakstype: tilslutning, naar: aarlig{vedtak}}}}}\n"
    moete = "tid: 2026-03-12\nsaksliste: [{fast: plan, utfall: behandlet, vedtak: som_foreslaatt}]"
    assert kodene(raad(forum=forum, moete=moete)) == expected


SVAR = "[{av: hod, utfall: fulgt%s}]"
HALVT = f"{FORUM}praksis: {{oppfoelging: 6 maaneder etter vedtak}}\n"
GITT = "tid: 2026-03-12\nsaksliste:\n  - sak: 1/2026\n    utfall: %s\n    vedtak: %s"
TO_PUNKT = "\n  - Rådet anbefaler a.\n  - Rådet anbefaler b."


@pytest.mark.parametrize(
    ("endret", "utfall", "dag", "expected"),
    [
        ({}, "behandlet", date(2026, 9, 12), []),
        ({}, "behandlet", date(2026, 9, 13), ["SAK619 advarsel praksis"]),
        ({}, "utsatt", date(2026, 9, 13), []),
        ({"oppfoelging": SVAR % ""}, "behandlet", date(2026, 9, 13), []),
        ({"oppfoelging": SVAR % ", punkt: [1]"}, "behandlet", date(2026, 9, 13), []),
        (
            {"oppfoelging": SVAR % ", punkt: [1]", "forslag_til_vedtak": TO_PUNKT},
            "behandlet",
            date(2026, 9, 13),
            ["SAK619 advarsel praksis"],
        ),
        ({"videre_saksprosess": "avsluttes_her"}, "behandlet", date(2026, 9, 13), []),
        ({"sakstype": "orientering"}, "behandlet", date(2026, 9, 13), []),
    ],
)
def test_advice_is_answered(endret: dict[str, str], utfall: str, dag: date, expected: list[str]) -> None:
    files = raad(forum=HALVT, moete=GITT % (utfall, "som_foreslaatt"), andre={SAK: sak(**endret)})
    assert familien(files, dag) == expected
    assert familien(files | {"forum/raad.yaml": FORUM}, dag) == []


def test_the_points_that_wait_are_named() -> None:
    andre = {SAK: sak(oppfoelging=SVAR % ", punkt: [2]")}
    (finding,) = findings(
        raad(forum=HALVT, moete=GITT % ("behandlet", TO_PUNKT.replace("  -", "      -")), andre=andre)
    )
    assert finding.message.endswith("har ikke fått svar på punkt 1")
    assert finding.values == ("6 måneder etter vedtaket (12. mars 2026) → 12. september 2026",)


def test_a_case_that_goes_on_is_answered_in_the_last_one() -> None:
    neste = {"saker/raad/koe/neste.md": hode("tittel: Neste\nfra_sak: [raad-2026-1]")}
    files = raad(forum=HALVT, moete=GITT % ("behandlet", "som_foreslaatt"), andre={SAK: sak(), **neste})
    assert kodene(files) == []


@pytest.mark.parametrize(
    ("tiltak", "expected"),
    [
        ("{hva: Plan, hvem: ks, frist: 2026-11-22}", ["SAK620"]),
        ("{hva: Plan, frist: 2026-11-22}", ["SAK620"]),
        ("{hva: Plan, hvem: ks, frist: 2026-11-23}", []),
        ("{hva: Plan, hvem: ks}", []),
        ("{hva: Plan, hvem: ks, frist: 2026-01-01, utfoert: 2026-11-01}", []),
    ],
)
def test_what_was_promised_is_done(tiltak: str, expected: list[str]) -> None:
    moete = f"tid: 2026-03-12\nsaksliste: [{{tittel: Nytt, utfall: behandlet, tiltak: [{tiltak}]}}]"
    assert kodene(raad(forum=FORUM, moete=moete)) == expected
    assert kodene(raad(forum=FORUM, andre={SAK: sak(implementering=f"[{tiltak}]")})) == expected


@pytest.mark.parametrize(("hvem", "sagt"), [(", hvem: ks", "ansvarlig: ks"), ("", "ansvarlig: ingen")])
def test_who_was_to_do_it_is_named(hvem: str, sagt: str) -> None:
    tiltak = f"{{hva: Plan{hvem}, frist: 2026-11-22}}"
    files = raad(
        forum=FORUM, moete=f"tid: 2026-03-12\nsaksliste: [{{tittel: Nytt, utfall: behandlet, tiltak: [{tiltak}]}}]"
    )
    (finding,) = [one for one in findings(files) if one.rule.code == "SAK620"]
    assert sagt in finding.message
    assert text_at(files, finding.location) == "2026-11-22"


def test_an_action_may_be_the_second_of_a_case() -> None:
    rader = "[{hva: En, utfoert: 2026-11-01}, {hva: To, frist: 2026-11-22}]"
    files = raad(forum=FORUM, andre={SAK: sak(implementering=rader)})
    (finding,) = [one for one in findings(files) if one.rule.code == "SAK620"]
    assert text_at(files, finding.location) == "2026-11-22"


@pytest.mark.parametrize(
    ("linje", "tekst", "expected"),
    [
        ("", "", ["SAK621"]),
        (", oppsummering: Ja.", "", []),
        (", innspill: [{av: ikke_oppgitt, tekst: Ja.}]", "", []),
        ("", "## Sak 1/2026\n\nJa.\n", []),
        ("", "## Sak 01/26: Strategi\n\nJa.\n", []),
        ("", "## 1/2026 Strategi\n\nJa.\n", []),
        ("", "## Sak 2/2026\n\nJa.\n", ["SAK621"]),
        (f", skjerming: {DELER}", "", []),
    ],
)
def test_minutes_answer_what_the_paper_asked(linje: str, tekst: str, expected: list[str]) -> None:
    moete = f"tid: 2026-03-12\nsaksliste: [{{sak: 1/2026, utfall: behandlet, vedtak: som_foreslaatt{linje}}}]"
    files = raad(forum=FORUM, moete=moete, andre={SAK: sak(spoersmaal="Er det nok?")})
    assert kodene({**files, MOETE: files[MOETE] + tekst}) == expected
