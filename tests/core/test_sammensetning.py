"""The oracle's sentences on composition: 21 seats, eleven groups, the leader's own seat; and what lies around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import pytest

from ehelse_cli.core.sammensetning import Del, Vurdering, sammensetning
from ehelse_cli.core.sammensetning.krav import lovens_minstetall
from ehelse_cli.core.verdict import Answer
from tests.trees import listed, load_clean

DAG = date(2025, 3, 12)

FASTLEGE = "{id: fastlege, egenskap: fastlege, ogsaa_stedfortreder: ikke_regulert}"
GRUPPER = [
    "{id: kommuner, antall: 5, oppnevnes_av: ks}",
    "{id: ks, antall: 1, virksomheter: [ks], oppnevnes_av: ks}",
    "{id: rhf, antall: 4, virksomheter: [regionene]}",
    "{id: helsedirektoratet, antall: 2, virksomheter: [helsedirektoratet]}",
    "{id: dmp, antall: 1, virksomheter: [dmp]}",
    "{id: fhi, antall: 1, virksomheter: [fhi]}",
    "{id: digdir, antall: 1, virksomheter: [digdir]}",
    "{id: brukere, antall: 2, virksomheter: [ffo, kreft]}",
    "{id: legene, antall: 1, virksomheter: [legene], oppnevnes_av: legene, krav: [" + FASTLEGE + "]}",
    "{id: nsf, antall: 1, virksomheter: [nsf]}",
    "{id: nhn, antall: 1, virksomheter: [nhn]}",
]
BYER = ["agder", "bergen", "oslo", "roros", "tromso"]
REGIONER = ["nord", "midt", "vest", "sorost"]
MEDLEMMER = [
    "{navn: Leder, virksomhet: helsedirektoratet, rolle: leder}",
    *(f"{{navn: Fra {by}, virksomhet: {by}, gruppe: kommuner, oppnevnt: {{av: ks}}}}" for by in BYER),
    "{navn: Fra ks, virksomhet: ks, oppnevnt: {av: ks}}",
    *(f"{{navn: Fra {region}, virksomhet: {region}, gruppe: rhf}}" for region in REGIONER),
    "{navn: Hdir 1, virksomhet: helsedirektoratet}",
    "{navn: Hdir 2, virksomhet: helsedirektoratet}",
    *(f"{{navn: Fra {id_}, virksomhet: {id_}}}" for id_ in ("dmp", "fhi", "digdir", "nsf", "nhn")),
    "{navn: Fra ffo, virksomhet: ffo, gruppe: brukere}",
    "{navn: Fra kreft, virksomhet: kreft, gruppe: brukere}",
    "{navn: Legen, virksomhet: legene, egenskaper: [fastlege], oppnevnt: {av: legene}}",
]
VARAEN = "{navn: Vara, for: Legen}"


def vurder(
    medlemmer: Sequence[str] = MEDLEMMER,
    *,
    grupper: Sequence[str] = GRUPPER,
    seter: str = "21",
    leder: str = "{virksomheter: [helsedirektoratet], sete: eget}",
    resten: str = "",
    varaer: Sequence[str] = (),
    personer: str = "[]",
    dag: date = DAG,
) -> Vurdering:
    """The composition of a council with these members on the day."""
    rader = [rad if "periode:" in rad else f"{rad[:-1]}, periode: 2024-01-01/..}}" for rad in medlemmer]
    mandat = (
        f"---\nforum: raad\nstatus: vedtatt\ngjelder_fra: 2024-01-01\nsammensetning:\n  seter: {seter}\n"
        f"  leder: {leder}\n{resten}  grupper:\n{listed(grupper, 4)}---\n"
    )
    raad = f"navn: Rådet\nmedlemmer_kjent_fra: 2024-01-01\nmedlemmer:\n{listed(rader)}"
    raad += f"stedfortredere:\n{listed(varaer)}" if varaer else ""
    virksomheter = f"regionene: {{navn: Regionene, bestaar_av: [{', '.join(REGIONER)}]}}\n"
    data = load_clean(
        {
            "mandater/raad/2024-01-01.md": mandat,
            "forum/raad.yaml": raad,
            "virksomheter.yaml": virksomheter
            + "liten: {navn: Liten, innbyggere: 4999}\nstor: {navn: Stor, innbyggere: 5000}",
            "personer.yaml": personer,
        }
    )
    return sammensetning(data, data.forum["raad"], dag)


def brudd(vurdering: Vurdering) -> list[Del]:
    return [del_ for del_ in vurdering.deler if del_.verdict.answer is Answer.NEI]


def byttet(gammel: str, ny: str) -> list[str]:
    """The members with one thing changed in one row."""
    rader = [rad.replace(gammel, ny) for rad in MEDLEMMER]
    assert sum(foer != etter for foer, etter in zip(MEDLEMMER, rader, strict=True)) == 1
    return rader


def uten(navn: str) -> list[str]:
    return [rad for rad in MEDLEMMER if f"navn: {navn}," not in rad]


EN_TIL = "{navn: Fra moss, virksomhet: moss, gruppe: kommuner, oppnevnt: {av: ks}}"
ORAKEL: list[tuple[str, Callable[[], Vurdering], str, list[tuple[str, str, int]], str]] = [
    ("alle-fylt", vurder, "ja", [], "satt sammen som mandatet sier"),
    ("fire-av-fem", lambda: vurder(uten("Fra oslo")), "nei", [("antall", "kommuner", -1)], "kommuner: 1 sete ledig"),
    (
        "uten-leder",
        lambda: vurder(uten("Fra oslo")[2:]),
        "nei",
        [("antall", "kommuner", -2), ("leder", "leder", 0)],
        "2 seter ledig; rådet har ingen leder",
    ),
    ("seks", lambda: vurder([*MEDLEMMER, EN_TIL]), "nei", [("antall", "kommuner", 1)], "kommuner: 1 for mange"),
    (
        "leder-fra-en-annen",
        lambda: vurder(byttet("helsedirektoratet, rolle: leder", "nhn, rolle: leder")),
        "nei",
        [("leder", "leder", 0)],
        "Leder er leder og kommer fra nhn, ikke helsedirektoratet",
    ),
    (
        "ikke-fastlege",
        lambda: vurder(byttet("[fastlege]", "[sykehuslege]")),
        "nei",
        [("krav", "legene", 0)],
        "Legen er ikke",
    ),
    (
        "to-fra-en-region",
        lambda: vurder(byttet("navn: Fra vest, virksomhet: vest", "navn: Fra vest, virksomhet: nord")),
        "ja",
        [],
        "",
    ),
    (
        "to-seter",
        lambda: vurder(byttet("navn: Fra nhn", "navn: Fra nsf")),
        "nei",
        [("to_seter", "Fra nsf", 0)],
        "Fra nsf sitter på 2 seter",
    ),
    (
        "oppnevnt-av-kommunen",
        lambda: vurder(
            byttet("oslo, gruppe: kommuner, oppnevnt: {av: ks}", "oslo, gruppe: kommuner, oppnevnt: {av: oslo}")
        ),
        "nei",
        [("oppnevner", "kommuner", 0)],
        "Fra oslo er oppnevnt av oslo, ikke av ks",
    ),
]


@pytest.mark.parametrize(
    ("doem", "svar", "bruddene", "ord_"), [rad[1:] for rad in ORAKEL], ids=[rad[0] for rad in ORAKEL]
)
def test_the_oracle(doem: Callable[[], Vurdering], svar: str, bruddene: list[tuple[str, str, int]], ord_: str) -> None:
    vurdering = doem()
    assert [(del_.slag, del_.id, del_.avvik) for del_ in brudd(vurdering)] == bruddene
    assert vurdering.verdict.answer == svar
    assert ord_ in vurdering.verdict.summary


def test_whether_the_substitute_must_be_a_doctor_is_not_regulated_and_spoils_nothing() -> None:
    vurdering = vurder(varaer=[VARAEN])
    (om_vara,) = [del_ for del_ in vurdering.deler if del_.slag == "stedfortrederkrav"]
    assert om_vara.verdict.answer == "ikke_regulert"
    assert vurdering.verdict.answer == "ja"


@pytest.mark.parametrize(
    ("sier", "egenskaper", "svar"),
    [("ja", "", ["nei"]), ("nei", "", []), ("ja", "[fastlege]", []), ("ukjent", "", ["ukjent"])],
)
def test_what_binds_the_substitute(sier: str, egenskaper: str, svar: list[str]) -> None:
    grupper = [
        gruppe.replace("ogsaa_stedfortreder: ikke_regulert", f"ogsaa_stedfortreder: {sier}") for gruppe in GRUPPER
    ]
    vara = VARAEN if not egenskaper else VARAEN[:-1] + f", egenskaper: {egenskaper}}}"
    deler = vurder(grupper=grupper, varaer=[vara]).deler
    assert [del_.verdict.answer for del_ in deler if del_.slag == "stedfortrederkrav"] == svar


# --- beyond the sentences: three seats in two groups, unless another thing is said

TO_GRUPPER = ["{id: kommuner, antall: 2, side: kommunal}", "{id: stat, antall: 1, side: statlig}"]
A = "{navn: A, gruppe: kommuner}"
B = "{navn: B, gruppe: kommuner}"
C = "{navn: C, gruppe: stat}"


def av_tre(
    medlemmer: Sequence[str] = (A, B, C),
    grupper: Sequence[str] = TO_GRUPPER,
    resten: str = "",
    *,
    leder: str = "ikke_regulert",
    seter: str = "3",
    personer: str = "[]",
    dag: date = DAG,
) -> Vurdering:
    return vurder(medlemmer, grupper=grupper, resten=resten, leder=leder, seter=seter, personer=personer, dag=dag)


def med_krav(krav: str, medlemmer: Sequence[str] = (A, B, C)) -> Vurdering:
    """A requirement to the council as a whole."""
    return av_tre(medlemmer, resten=f"  krav: [{krav}]\n")


def i_kommunene(noekler: str, medlemmer: Sequence[str] = (A, B, C)) -> Vurdering:
    """Something more of the municipal group."""
    return av_tre(medlemmer, grupper=[TO_GRUPPER[0][:-1] + f", {noekler}}}", TO_GRUPPER[1]])


def kommunene(antall: str) -> Vurdering:
    """The municipal group with another number of seats."""
    return av_tre(grupper=[TO_GRUPPER[0].replace("antall: 2", f"antall: {antall}"), TO_GRUPPER[1]])


def er(*ord_: str) -> list[str]:
    """The three members, each with something more."""
    return [rad[:-1] + (f", {mer}}}" if mer else "}") for rad, mer in zip((A, B, C), ord_, strict=True)]


VEKSLER = "mellom: [kommunal, statlig], foerst: kommunal, hver: 2 aar"
RUS, KREFT = "egenskaper: [rus]", "egenskaper: [kreft]"
FELT_OG_LEGE = (
    "{id: felt, antall: minst 1, egenskap: felt, av_hver: [rus]}, "
    "{id: lege, antall: minst 1, egenskap: fastlege, annen_enn: [felt]}"
)
ALDER = "{id: alder, egenskap: alder, er: minst 18}"
PERSONLIG = "stedfortreder: {ordning: personlig, antall: 1}"
LEDE = "{virksomheter: [], sete: blant}"
EN_FASTLEGE = "{id: lege, antall: minst 1, egenskap: fastlege}"
ALLE_FASTLEGER = "{id: lege, egenskap: fastlege}"
HVER_VIRKSOMHET = "{id: hver, antall: hoeyst 1, egenskap: virksomhet, av_hver: alle}"
HVER_SIDE = "{id: sider, antall: minst 1, egenskap: side, av_hver: [kommunal, statlig]}"
SMAA = "{id: smaa, antall: minst 1, egenskap: innbyggere, er: under 5000}"
KJOENN = "{id: kjoenn, antall: minst 40 %, egenskap: kjoenn, av_hver: [kvinne, mann]}"
LOVEN = KJOENN[:-1] + ", kilde: lov}"
ANDRE = f"{EN_FASTLEGE}, {{id: ikt, antall: minst 1, egenskap: ikt, annen_enn: [lege]}}"

VIDERE: list[tuple[str, Callable[[], Vurdering], str, str]] = [
    ("som-mandatet", av_tre, "ja", ""),
    # seats
    ("permisjon-er-ikke-ledig", lambda: av_tre(er("permisjon: [2025-01-01/..]", "", "")), "ja", ""),
    ("fratraadt", lambda: av_tre(er("fratraadt: 2025-03-11", "", "")), "nei", "kommuner: 1 sete ledig"),
    ("fratraadt-i-dag", lambda: av_tre(er("fratraadt: 2025-03-12", "", "")), "ja", ""),
    (
        "forlenget-for-sent",
        lambda: av_tre(er("periode: 2024-01-01/2024-12-31, forlenget: [{til: 2025-12-31, dato: 2025-03-13}]", "", "")),
        "nei",
        "kommuner: 1 sete ledig",
    ),
    (
        "forlenget",
        lambda: av_tre(er("periode: 2024-01-01/2024-12-31, forlenget: [{til: 2025-12-31, dato: 2025-03-12}]", "", "")),
        "ja",
        "",
    ),
    (
        "spenn",
        lambda: av_tre(grupper=["{id: kommuner, antall: 1-2}", "{id: stat, antall: 1-3}"], seter="3-4"),
        "ja",
        "",
    ),
    (
        "spenn-for-faa-i-alt",
        lambda: av_tre(grupper=["{id: kommuner, antall: 1-2}", "{id: stat, antall: 1-3}"], seter="4"),
        "nei",
        "seter: 1 sete ledig",
    ),
    (
        "antall-ukjent",
        lambda: av_tre(grupper=["{id: kommuner, antall: ukjent}", "{id: stat, antall: 1}"]),
        "ukjent",
        "kommuner: antallet er ikke kjent",
    ),
    (
        "antall-ukjent-og-et-brudd",
        lambda: av_tre([A, B], ["{id: kommuner, antall: ukjent}", "{id: stat, antall: 1}"], seter="2"),
        "nei",
        "stat: 1 sete ledig",
    ),
    (
        "antall-ikke-regulert",
        lambda: av_tre(grupper=["{id: kommuner, antall: ikke_regulert}", "{id: stat, antall: 1}"]),
        "ja",
        "",
    ),
    (
        "ingenting-regulert",
        lambda: av_tre(grupper=["{id: kommuner}", "{id: stat}"], seter="ikke_regulert"),
        "ikke_regulert",
        "seter: antallet er ikke regulert",
    ),
    ("uten-gruppe", lambda: av_tre(["{navn: A}", B, C]), "nei", "A er ikke ført i noen av mandatets grupper"),
    ("gruppe-etter-virksomhet", lambda: av_tre([A, B, "{navn: C, virksomhet: stat}"]), "ja", ""),
    (
        "to-navn-paa-en",
        lambda: av_tre(personer="- {navn: A, tidligere: B, byttet: 2024-05-01}\n"),
        "nei",
        "A sitter på 2 seter",
    ),
    # where they come from, and who sent them
    (
        "virksomhet-ikke-foert",
        lambda: i_kommunene("virksomheter: [oslo]", er("virksomhet: oslo", "", "")),
        "ukjent",
        "hvilken virksomhet B kommer fra",
    ),
    (
        "feil-virksomhet",
        lambda: i_kommunene("virksomheter: [oslo]", er("virksomhet: oslo", "virksomhet: moss", "")),
        "nei",
        "B kommer fra moss, men setet tilhører oslo",
    ),
    (
        "fra-settet",
        lambda: i_kommunene("virksomheter: [regionene]", er("virksomhet: vest", "virksomhet: nord", "")),
        "ja",
        "",
    ),
    (
        "per-virksomhet",
        lambda: i_kommunene(
            "virksomheter: [oslo, moss], per_virksomhet: 1", er("virksomhet: oslo", "virksomhet: moss", "")
        ),
        "ja",
        "",
    ),
    (
        "per-virksomhet-to",
        lambda: i_kommunene(
            "virksomheter: [oslo, moss], per_virksomhet: 1", er("virksomhet: oslo", "virksomhet: oslo", "")
        ),
        "nei",
        "2 fra oslo",
    ),
    (
        "per-virksomhet-ledig",
        lambda: i_kommunene("virksomheter: [oslo, moss], per_virksomhet: 1", [er("virksomhet: oslo", "", "")[0], C]),
        "nei",
        "kommuner: 1 sete ledig",
    ),
    (
        "per-virksomhet-i-settet",
        lambda: i_kommunene(
            "virksomheter: [regionene], per_virksomhet: hoeyst 1", er("virksomhet: vest", "virksomhet: vest", "")
        ),
        "nei",
        "2 fra vest",
    ),
    (
        "oppnevner-ikke-foert",
        lambda: i_kommunene("oppnevnes_av: ks", er("oppnevnt: {av: ks}", "", "")),
        "ukjent",
        "hvem som har oppnevnt B",
    ),
    (
        "oppnevnt-av-egen",
        lambda: i_kommunene(
            "oppnevnes_av: egen_virksomhet",
            er("virksomhet: oslo, oppnevnt: {av: oslo}", "virksomhet: moss, oppnevnt: {av: oslo}", ""),
        ),
        "nei",
        "B er oppnevnt av oslo, ikke av moss",
    ),
    (
        "oppnevnt-av-raadet",
        lambda: i_kommunene("oppnevnes_av: raadet", er("oppnevnt: {av: raad}", "oppnevnt: {av: raad}", "")),
        "ja",
        "",
    ),
    (
        "oppnevnt-av-en-av",
        lambda: i_kommunene("oppnevnes_av: {en_av: [ks, hod]}", er("oppnevnt: {av: ks}", "oppnevnt: {av: hod}", "")),
        "ja",
        "",
    ),
    (
        "oppnevnt-felles",
        lambda: av_tre(
            er("oppnevnt: {av: ks}", "oppnevnt: {av: ks}", "oppnevnt: {av: ks}"), resten="  oppnevnes_av: hod\n"
        ),
        "nei",
        "A er oppnevnt av ks, ikke av hod",
    ),
    # requirements
    ("minst-en", lambda: med_krav(EN_FASTLEGE, er("", "egenskaper: [fastlege]", "")), "ja", ""),
    ("minst-en-mangler", lambda: med_krav(EN_FASTLEGE), "nei", "«fastlege» (0 av 3)"),
    ("boer-avgjoer-ikke", lambda: med_krav(EN_FASTLEGE[:-1] + ", norm: boer}"), "ja", ""),
    ("alle", lambda: med_krav(ALLE_FASTLEGER, er("", *["egenskaper: [fastlege]"] * 2)), "nei", "«fastlege» (2 av 3)"),
    (
        "ingen",
        lambda: med_krav("{id: x, antall: ingen, egenskap: politiker}", er("egenskaper: [politiker]", "", "")),
        "nei",
        "",
    ),
    (
        "en-av-flere-ord",
        lambda: med_krav(
            "{id: x, antall: minst 2, egenskap: fag, er: [lege, pleier]}",
            er("egenskaper: [lege]", "egenskaper: [pleier]", ""),
        ),
        "ja",
        "",
    ),
    ("blant", lambda: med_krav("{id: x, egenskap: lege, blant: [stat]}", er("", "", "egenskaper: [lege]")), "ja", ""),
    (
        "blant-mangler",
        lambda: med_krav("{id: x, egenskap: lege, blant: [stat]}", er("egenskaper: [lege]", "", "")),
        "nei",
        "C er ikke ført",
    ),
    (
        "hver-virksomhet",
        lambda: med_krav(HVER_VIRKSOMHET, er("virksomhet: x", "virksomhet: y", "virksomhet: z")),
        "ja",
        "",
    ),
    (
        "hver-virksomhet-to",
        lambda: med_krav(HVER_VIRKSOMHET, er("virksomhet: x", "virksomhet: x", "virksomhet: z")),
        "nei",
        "«x» (2 av 3)",
    ),
    (
        "hver-virksomhet-ikke-foert",
        lambda: med_krav(HVER_VIRKSOMHET, er("virksomhet: x", "", "virksomhet: z")),
        "ukjent",
        "virksomhet er ikke ført for alle",
    ),
    ("hver-side", lambda: med_krav(HVER_SIDE), "ja", ""),
    (
        "hver-side-mangler",
        lambda: av_tre(
            [A, B], ["{id: kommuner, antall: 2, side: kommunal}"], seter="2", resten=f"  krav: [{HVER_SIDE}]\n"
        ),
        "nei",
        "«statlig»",
    ),
    ("smaa", lambda: med_krav(SMAA, er("virksomhet: liten", "virksomhet: stor", "virksomhet: stor")), "ja", ""),
    ("ingen-smaa", lambda: med_krav(SMAA, er("virksomhet: stor", "virksomhet: stor", "virksomhet: stor")), "nei", ""),
    (
        "smaa-ukjent",
        lambda: med_krav(SMAA, er("virksomhet: stor", "virksomhet: stor", "")),
        "ukjent",
        "innbyggere er ikke ført",
    ),
    (
        "kjoenn-nei",
        lambda: med_krav(KJOENN, er("kjoenn: kvinne", "kjoenn: kvinne", "kjoenn: mann")),
        "nei",
        "«mann» (1 av 3)",
    ),
    ("kjoenn-loven", lambda: med_krav(LOVEN, er("kjoenn: kvinne", "kjoenn: kvinne", "kjoenn: mann")), "ja", ""),
    ("kjoenn-ikke-foert", lambda: med_krav(LOVEN, er("kjoenn: kvinne", "kjoenn: kvinne", "")), "ukjent", ""),
    (
        "kjoenn-loven-brutt",
        lambda: med_krav(LOVEN, er("kjoenn: kvinne", "kjoenn: kvinne", "kjoenn: kvinne")),
        "nei",
        "«mann»",
    ),
    ("naar-oppnevning", lambda: med_krav(EN_FASTLEGE[:-1] + ", naar: oppnevning}"), "ukjent", "oppnevning"),
    ("naar-ord", lambda: med_krav(EN_FASTLEGE[:-1] + ", naar: i en krise}"), "ukjent", "et menneske"),
    (
        "naar-ord-oppfylt",
        lambda: med_krav(EN_FASTLEGE[:-1] + ", naar: i en krise}", er("egenskaper: [fastlege]", "", "")),
        "ja",
        "",
    ),
    (
        "jevn-fordeling",
        lambda: med_krav("{id: x, egenskap: kjoenn, av_hver: [kvinne, mann], fordeling: jevn}"),
        "ja",
        "",
    ),
    ("krav-uten-tall", lambda: med_krav("{id: x, antall: ukjent, egenskap: lege}"), "ukjent", "x er ikke kjent"),
    ("andre-enn", lambda: med_krav(ANDRE, er("egenskaper: [fastlege, ikt]", "", "")), "nei", "andre enn lege"),
    ("andre-enn-to", lambda: med_krav(ANDRE, er("egenskaper: [fastlege, ikt]", "egenskaper: [ikt]", "")), "ja", ""),
    # those who lead
    ("ingen-leder", lambda: av_tre(leder=LEDE), "nei", "rådet har ingen leder"),
    ("en-leder", lambda: av_tre(er("rolle: leder", "", ""), leder=LEDE), "ja", ""),
    ("to-ledere", lambda: av_tre(er("rolle: leder", "rolle: leder", ""), leder=LEDE), "nei", "mer enn én leder"),
    (
        "fungerende-leder-i-permisjon",
        lambda: av_tre(er("rolle: leder, permisjon: [2025-01-01/2025-06-30]", "rolle: leder", ""), leder=LEDE),
        "ja",
        "",
    ),
    (
        "to-ledere-etter-permisjon",
        lambda: av_tre(er("rolle: leder, permisjon: [2025-01-01/2025-03-11]", "rolle: leder", ""), leder=LEDE),
        "nei",
        "mer enn én leder",
    ),
    (
        "to-fungerende-ledere",
        lambda: av_tre(
            er("rolle: leder, permisjon: [2025-01-01/2025-06-30]", "rolle: leder", "rolle: leder"), leder=LEDE
        ),
        "nei",
        "mer enn én leder",
    ),
    (
        "leder-i-permisjon-alene",
        lambda: av_tre(er("rolle: leder, permisjon: [2025-01-01/2025-06-30]", "", ""), leder=LEDE),
        "ja",
        "",
    ),
    (
        "leder-fra-gruppe",
        lambda: av_tre(er("rolle: leder", "", ""), leder="{grupper: [stat]}"),
        "nei",
        "A er leder og sitter for kommuner, ikke for stat",
    ),
    ("leder-fra-side", lambda: av_tre(er("rolle: leder", "", ""), leder="{side: kommunal}"), "ja", ""),
    (
        "leder-fra-feil-side",
        lambda: av_tre(er("rolle: leder", "", ""), leder="{side: statlig}"),
        "nei",
        "siden statlig",
    ),
    ("leder-uten-virksomhet", lambda: av_tre(er("rolle: leder", "", ""), leder="{virksomheter: [hdir]}"), "ukjent", ""),
    (
        "leder-med-krav",
        lambda: av_tre(er("rolle: leder", "", ""), leder="{krav: [{id: x, egenskap: jurist}]}"),
        "nei",
        "A er ikke ført med egenskapen «jurist»",
    ),
    ("leder-uten-sete", lambda: av_tre([A, B, C, "{navn: D, rolle: leder}"], leder="{sete: uten}"), "ja", ""),
    ("leder-uten-sete-mangler", lambda: av_tre(leder="{sete: uten}"), "nei", "rådet har ingen leder"),
    (
        "leder-oppnevnt-av-feil",
        lambda: av_tre(
            [A, B, C, "{navn: D, rolle: leder, oppnevnt: {av: ks}}"], leder="{sete: eget, oppnevnes_av: hod}", seter="4"
        ),
        "nei",
        "D er oppnevnt av ks, ikke av hod",
    ),
    ("nestledere-ingen", lambda: av_tre(resten="  nestledere: ingen\n"), "ja", ""),
    (
        "nestledere-ingen-men-en",
        lambda: av_tre(er("rolle: nestleder", "", ""), resten="  nestledere: ingen\n"),
        "nei",
        "rådet har 1 nestledere, mandatet sier 0",
    ),
    ("nestleder-mangler", lambda: av_tre(resten="  nestledere: [{id: en}]\n"), "nei", "rådet har 0 nestledere"),
    (
        "nestleder",
        lambda: av_tre(er("rolle: nestleder", "", ""), resten="  nestledere: [{id: en, grupper: [kommuner]}]\n"),
        "ja",
        "",
    ),
    (
        "nestleder-fra-feil-gruppe",
        lambda: av_tre(er("rolle: nestleder", "", ""), resten="  nestledere: [{id: en, grupper: [stat]}]\n"),
        "nei",
        "A er nestleder og sitter for kommuner",
    ),
    (
        "nestleder-motsatt",
        lambda: av_tre(
            er("rolle: nestleder", "", "rolle: leder"),
            leder=LEDE,
            resten="  nestledere: [{id: en, side: motsatt_av_leder}]\n",
        ),
        "ja",
        "",
    ),
    (
        "nestleder-ikke-motsatt",
        lambda: av_tre(
            er("rolle: nestleder", "rolle: leder", ""),
            leder=LEDE,
            resten="  nestledere: [{id: en, side: motsatt_av_leder}]\n",
        ),
        "nei",
        "en annen side enn lederen",
    ),
    (
        "to-nestledere",
        lambda: av_tre(
            er("rolle: nestleder", "", "rolle: nestleder"),
            resten="  nestledere: [{id: en, side: statlig}, {id: to, side: kommunal}]\n",
        ),
        "ja",
        "",
    ),
    (
        "to-nestledere-fra-en-side",
        lambda: av_tre(
            er("rolle: nestleder", "rolle: nestleder", ""),
            resten="  nestledere: [{id: en, side: statlig}, {id: to, side: kommunal}]\n",
        ),
        "nei",
        "ikke fra rett sted",
    ),
    (
        "turen",
        lambda: av_tre(er("rolle: leder", "", ""), leder=f"{{veksler: {{{VEKSLER}, fra: 2023-04-01}}}}"),
        "ja",
        "",
    ),
    (
        "ikke-turen",
        lambda: av_tre(er("rolle: leder", "", ""), leder=f"{{veksler: {{{VEKSLER}, fra: 2023-03-12}}}}"),
        "nei",
        "A leder, men det er turen til statlig",
    ),
    (
        "turen-er-ikke-sagt",
        lambda: av_tre(er("rolle: leder", "", ""), leder=f"{{veksler: {{{VEKSLER}}}}}"),
        "ja",
        "",
    ),
    (
        "turen-til-en-virksomhet",
        lambda: av_tre(
            er("rolle: leder, virksomhet: nord", "", ""),
            leder="{veksler: {mellom: [regionene, ks], foerst: regionene, hver: 2 aar, fra: 2024-01-01}}",
        ),
        "ja",
        "",
    ),
    # values that are words, each asked for
    (
        "ett-ord-hver",
        lambda: med_krav("{id: felt, antall: minst 1, av_hver: [rus, kreft], egenskap: felt}", er(RUS, KREFT, "")),
        "ja",
        "",
    ),
    (
        "ett-ord-mangler",
        lambda: med_krav("{id: felt, antall: minst 1, av_hver: [rus, kreft], egenskap: felt}", er(RUS, RUS, "")),
        "nei",
        "«kreft» (0 av 3)",
    ),
    (
        "andre-enn-de-med-ordene",
        lambda: med_krav(FELT_OG_LEGE, er("egenskaper: [rus, fastlege]", "", "")),
        "nei",
        "må oppfylles av andre enn felt",
    ),
    (
        "andre-enn-de-med-ordene-finnes",
        lambda: med_krav(FELT_OG_LEGE, er(RUS, "egenskaper: [fastlege]", "")),
        "ja",
        "",
    ),
    # the age reached in the year
    ("gammel-nok", lambda: i_kommunene(f"krav: [{ALDER}]", er("foedt: 2007", "foedt: 2005", "")), "ja", ""),
    (
        "for-ung",
        lambda: i_kommunene(f"krav: [{ALDER}]", er("foedt: 2008", "foedt: 2005", "")),
        "nei",
        "«alder minst 18»",
    ),
    ("ikke-foedt", lambda: i_kommunene(f"krav: [{ALDER}]", er("", "foedt: 2005", "")), "ukjent", "alder"),
    # elected
    ("valgt", lambda: i_kommunene("velges_av: ks", er("oppnevnt: {av: ks}", "oppnevnt: {av: ks}", "")), "ja", ""),
    (
        "valgt-av-andre",
        lambda: i_kommunene("velges_av: ks", er("oppnevnt: {av: hod}", "oppnevnt: {av: ks}", "")),
        "nei",
        "A er oppnevnt av hod, ikke av ks",
    ),
    (
        "valgt-og-ikke-oppnevnt-som-de-andre",
        lambda: av_tre(
            er("oppnevnt: {av: ks}", "oppnevnt: {av: ks}", "oppnevnt: {av: hod}"),
            [TO_GRUPPER[0][:-1] + ", velges_av: ks}", TO_GRUPPER[1]],
            "  oppnevnes_av: hod\n",
        ),
        "ja",
        "",
    ),
    # strengths
    (
        "svakere-styrke-brutt",
        lambda: kommunene("[{id: minst, verdi: minst 1}, {id: vanlig, verdi: 3, norm: normalt}]"),
        "ja",
        "",
    ),
    (
        "bindende-styrke-brutt",
        lambda: kommunene("[{id: vanlig, verdi: 2, norm: normalt}, {id: minst, verdi: minst 3}]"),
        "nei",
        "kommuner: 1 sete ledig",
    ),
    # substitutes that must be there
    ("varaer-mangler", lambda: i_kommunene(PERSONLIG), "nei", "B mangler den personlige stedfortrederen"),
    ("ingen-vara-kreves", lambda: i_kommunene(PERSONLIG.replace("antall: 1", "antall: ingen")), "ja", ""),
    ("fast-vara-er-fritt", lambda: i_kommunene(PERSONLIG.replace("personlig", "fast")), "ja", ""),
    # what cannot be judged
    ("foer-det-er-kjent", lambda: av_tre(dag=date(2023, 12, 31)), "ukjent", "ingen kjente mandater"),
]


@pytest.mark.parametrize(("doem", "svar", "ord_"), [rad[1:] for rad in VIDERE], ids=[rad[0] for rad in VIDERE])
def test_beyond_the_oracle(doem: Callable[[], Vurdering], svar: str, ord_: str) -> None:
    verdict = doem().verdict
    assert verdict.answer == svar
    assert ord_ in verdict.summary


@pytest.mark.parametrize(
    ("sammensetningen", "kjent_fra", "svar"),
    [
        ("ikke_regulert", "2024-01-01", "ikke_regulert"),
        ("ukjent", "2024-01-01", "ukjent"),
        ("{seter: 1}", "2024-01-01", "ja"),
        ("{seter: 1}", "2025-03-12", "ja"),
        ("{seter: 1}", "2025-03-13", "ukjent"),
    ],
)
def test_what_must_be_known_first(sammensetningen: str, kjent_fra: str, svar: str) -> None:
    hode = "forum: raad\nstatus: vedtatt\ngjelder_fra: 2024-01-01\n"
    medlem = "- {navn: A, periode: 2024-01-01/..}"
    data = load_clean(
        {
            "mandater/raad/2024-01-01.md": f"---\n{hode}sammensetning: {sammensetningen}\n---\n",
            "forum/raad.yaml": f"navn: Rådet\nmedlemmer_kjent_fra: {kjent_fra}\nmedlemmer:\n{medlem}\n",
        }
    )
    assert sammensetning(data, data.forum["raad"], DAG).verdict.answer == svar


def test_a_weaker_strength_is_a_part_of_its_own() -> None:
    vurdering = kommunene("[{id: minst, verdi: minst 1}, {id: vanlig, verdi: 3, norm: normalt}]")
    (svak,) = brudd(vurdering)
    assert (svak.slag, svak.id, svak.avvik) == ("antall", "kommuner", -1)
    assert svak.verdict.clause == ("sammensetning", "grupper", 0, "antall", 1)


def test_the_table_of_the_law() -> None:
    assert [lovens_minstetall(antall) for antall in range(13)] == [0, 0, 1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 5]
