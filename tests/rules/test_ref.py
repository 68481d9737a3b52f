"""REF: what the page does not reach: every place that names something, and what keeps the rules silent."""

from __future__ import annotations

import pytest

from tests.rules.raad import FORUM, MANDAT, MOETE, codes, findings, hode, mandat, raad

VIRKSOMHETER = "virksomheter.yaml"
SAK = "saker/raad/2026-03.md"
AARSHJUL = "aarshjul/2026.yaml"

#: A tree in which every name leads somewhere.
TREET = {
    VIRKSOMHETER: "etaten: {navn: Etaten}\nbegge: {navn: Begge, bestaar_av: [etaten]}\n",
    FORUM: """navn: Rådet
saksnummer: N/AAAA
overordnet: ingen
eier: etaten
evalueringer: [{dato: 2026-01-01, av: etaten}]
sekretariat: etaten
faste_saker: {veikart: {tittel: Veikart}}
roller: {styret: {navn: Styret}}
medlemmer:
  - {navn: Kari Moen, virksomhet: etaten, gruppe: g, rolle: leder, oppnevnt: {av: etaten}, periode: 2024-01-01}
stedfortredere:
  - {navn: Geir Aune, virksomhet: etaten, for: Kari Moen}
  - {navn: Unni Vik, for: g}
  - {navn: Mette Ski, for: raadet}
""",
    MANDAT: mandat(
        """
        vedtatt: {av: ukjent}
        erstatter: raad@2020-01-01
        vedtar_mandat_for: [raad]
        sammensetning:
          oppnevnes_av: {foerst: [etaten, raad]}
          leder: {grupper: [g], virksomheter: [etaten]}
          observatoerer: [{id: o, virksomheter: [etaten]}]
          grupper: [{id: g, antall: 1, virksomheter: [begge], oppnevnes_av: egen_virksomhet}]
        sekretariat: {virksomheter: [etaten]}
        godkjenner_medlemmer_i: [raad]
        """
    ),
    "mandater/raad/2020-01-01.md": mandat(fra="2020-01-01"),
    MOETE: hode(
        """
        tid: 2026-12-02
        saksliste:
          - {sak: 2/2026, fast: veikart}
          - {sak: 3/2026, utfall: utsatt, videre_til: raad-2026-m2}
          - {tittel: Referat, gjelder: raad-2026-m2}
          - {tittel: Gammelt referat, gjelder: 2023-03-02}
          - {tittel: Videre, sakseiere: [etaten], utfall: oversendt, videre_til: etaten}
          - {sak: 1/2026, tittel: Nytt}
        """
    ),
    "moeter/raad/2026-m2.md": hode("tid: 2026-12-03\n"),
    SAK: hode(
        """
        tittel: Strategi
        fra_sak: [raad-2026-2]
        gjelder_mandat: raad@2024-01-01
        i_rollen: styret
        sakseiere: [raad]
        foreslaatt_av: [etaten]
        framlegges_av: [{navn: Kari Moen, virksomhet: etaten}]
        oppdrag: {av: etaten}
        videre_saksprosess: [{hvem: g, rolle: innspill}, {hvem: etaten, rolle: beslutning}]
        oppfoelging: [{av: etaten, utfall: fulgt, styringssignal: {dokument: Brev, til: [etaten]}}]
        grunnlagsdokumenter: [Strategien, {dokument: Meldingen, av: etaten}]
        aktoerer: [{hvem: etaten, rolle: eier}]
        avhengigheter: [Innlogging, {hva: Forstudie, hvem: etaten, sak: raad-2026-2}]
        """
    ),
    "saker/raad/2026-02.md": hode("tittel: Forstudie"),
    AARSHJUL: """forum: [raad]
behandlet: raad-2026-m1
hendelser: [{tittel: Formøte, slag: formoete, hvem: etaten, dato: 2026-03-11, foer: [raad-2026-m1]}]
""",
}


def test_in_this_tree_every_name_leads_somewhere() -> None:
    assert codes(TREET) == []


@pytest.mark.parametrize(
    ("path", "right", "wrong", "hva"),
    [
        (VIRKSOMHETER, "bestaar_av: [etaten]", "bestaar_av: [xx]", "verken en virksomhet eller et forum"),
        (FORUM, "overordnet: ingen", "overordnet: xx", "ikke et forum"),
        (FORUM, "sekretariat: etaten", "sekretariat: xx", "verken en virksomhet eller et forum"),
        (FORUM, "navn: Kari Moen, virksomhet: etaten", "navn: Kari Moen, virksomhet: xx", "verken en virksomhet"),
        (FORUM, "gruppe: g", "gruppe: xx", "ikke en gruppe i noe av forumets mandater"),
        (FORUM, "{av: etaten}", "{av: xx}", "verken en virksomhet eller et forum"),
        (FORUM, "navn: Geir Aune, virksomhet: etaten", "navn: Geir Aune, virksomhet: xx", "verken en virksomhet"),
        (FORUM, "for: g", "for: xx", "verken et medlem eller en gruppe"),
        (FORUM, "navn: Rådet\n", "navn: Rådet\nerstatter: xx\n", "ikke et forum"),
        (MANDAT, "{av: ukjent}", "{av: xx}", "verken en virksomhet eller et forum"),
        (MANDAT, "erstatter: raad@2020-01-01", "erstatter: raad@2019-01-01", "ikke et mandat"),
        (MANDAT, "vedtar_mandat_for: [raad]", "vedtar_mandat_for: {verdi: [xx], norm: kan}", "ikke et forum"),
        (MANDAT, "{foerst: [etaten, raad]}", "{foerst: [etaten, xx]}", "verken en virksomhet eller et forum"),
        (MANDAT, "grupper: [g]", "grupper: [xx]", "ikke en gruppe i noe"),
        (
            MANDAT,
            "grupper: [g], virksomheter: [etaten]",
            "grupper: [g], virksomheter: [xx]",
            "verken en virksomhet eller et forum",
        ),
        (MANDAT, "{id: o, virksomheter: [etaten]}", "{id: o, virksomheter: [xx]}", "verken en virksomhet"),
        (MANDAT, "virksomheter: [begge]", "virksomheter: [xx]", "verken en virksomhet eller et forum"),
        (MANDAT, "egen_virksomhet}", "xx}", "verken en virksomhet eller et forum"),
        (MANDAT, "sekretariat: {virksomheter: [etaten]}", "sekretariat: {virksomheter: [xx]}", "verken en virksomhet"),
        (MANDAT, "godkjenner_medlemmer_i: [raad]", "godkjenner_medlemmer_i: [xx]", "ikke et forum"),
        (MOETE, "fast: veikart", "fast: xx", "ikke en av forumets faste saker"),
        (MOETE, "utsatt, videre_til: raad-2026-m2", "utsatt, videre_til: xx", "ikke et møte"),
        (MOETE, "gjelder: raad-2026-m2", "gjelder: xx", "ikke et møte"),
        (MOETE, "videre_til: etaten", "videre_til: xx", "verken en virksomhet eller et forum"),
        (MOETE, "sakseiere: [etaten]", "sakseiere: [xx]", "verken en virksomhet eller et forum"),
        (
            MOETE,
            "saksliste:",
            "fremmoete: {inviterte: [{navn: A, virksomhet: xx}]}\nsaksliste:",
            "verken en virksomhet",
        ),
        (SAK, "fra_sak: [raad-2026-2]", "fra_sak: [xx]", "ikke en sak"),
        (SAK, "raad@2024-01-01", "raad@2023-01-01", "ikke et mandat"),
        (SAK, "i_rollen: styret", "i_rollen: xx", "ikke en av forumets roller"),
        (SAK, "sakseiere: [raad]", "sakseiere: [xx]", "verken en virksomhet eller et forum"),
        (SAK, "foreslaatt_av: [etaten]", "foreslaatt_av: [xx]", "verken en virksomhet eller et forum"),
        (SAK, "Kari Moen, virksomhet: etaten", "Kari Moen, virksomhet: xx", "verken en virksomhet eller et forum"),
        (SAK, "oppdrag: {av: etaten}", "oppdrag: {av: xx}", "verken en virksomhet eller et forum"),
        (SAK, "{hvem: g", "{hvem: xx", "verken en virksomhet eller et forum"),
        (SAK, "oppfoelging: [{av: etaten", "oppfoelging: [{av: xx", "verken en virksomhet eller et forum"),
        (SAK, "til: [etaten]", "til: [xx]", "verken en virksomhet eller et forum"),
        (SAK, "dokument: Meldingen, av: etaten", "dokument: Meldingen, av: xx", "verken en virksomhet eller et forum"),
        (SAK, "hvem: etaten, rolle: eier", "hvem: xx, rolle: eier", "verken en virksomhet eller et forum"),
        (SAK, "hvem: etaten, sak", "hvem: xx, sak", "verken en virksomhet eller et forum"),
        (SAK, "sak: raad-2026-2", "sak: xx", "ikke en sak"),
        (FORUM, "eier: etaten", "eier: xx", "verken en virksomhet eller et forum"),
        (FORUM, "2026-01-01, av: etaten", "2026-01-01, av: xx", "verken en virksomhet eller et forum"),
        (AARSHJUL, "forum: [raad]", "forum: [xx]", "ikke et forum"),
        (AARSHJUL, "behandlet: raad-2026-m1", "behandlet: xx", "ikke et møte"),
        (AARSHJUL, "hvem: etaten", "hvem: xx", "verken en virksomhet eller et forum"),
        (AARSHJUL, "foer: [raad-2026-m1]", "foer: [xx]", "ikke et møte"),
    ],
)
def test_a_name_that_leads_nowhere_is_found_where_it_stands(path: str, right: str, wrong: str, hva: str) -> None:
    assert TREET[path].count(right) == 1
    found = [one for one in findings(TREET | {path: TREET[path].replace(right, wrong)}) if one.rule.code == "REF201"]
    assert len(found) == 1
    assert hva in found[0].message
    assert found[0].help
    place = found[0].location
    line = TREET[path].replace(right, wrong).splitlines()[place.line - 1]
    assert line[place.column - 1 : place.end_column - 1] in ("xx", "raad@2019-01-01", "raad@2023-01-01")
    assert place.path == f"data/{path}"


@pytest.mark.parametrize(
    ("skrevet", "hjelp"),
    [
        ("etatn", "Mente du «etaten»?"),
        ("noe-helt-annet", "Før virksomheten i data/virksomheter.yaml, eller rett skrivemåten."),
    ],
)
def test_the_help_offers_the_nearest_or_says_where_to_write_it(skrevet: str, hjelp: str) -> None:
    files = TREET | {SAK: TREET[SAK].replace("oppdrag: {av: etaten}", f"oppdrag: {{av: {skrevet}}}")}
    (finding,) = findings(files)
    assert finding.help == hjelp


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("navn: Kari Moen, virksomhet: etaten", "navn: Kari Moen, virksomhet: xx"), ("{av: etaten}", "{av: xx}")],
)
def test_an_organisation_misspelt_in_a_members_row_is_one_mistake(right: str, wrong: str) -> None:
    regel = TREET[MANDAT].replace("oppnevnes_av: egen_virksomhet", "oppnevnes_av: etaten")
    assert codes(TREET | {MANDAT: regel, FORUM: TREET[FORUM].replace(right, wrong)}) == ["REF201"]


def test_without_the_register_nobody_knows_the_organisations() -> None:
    files = {path: text for path, text in TREET.items() if path != VIRKSOMHETER}
    assert codes(files) == []


def test_a_folder_without_a_forum_is_one_finding() -> None:
    files = {
        "moeter/annet/2026-m1.md": hode("tid: 2026-12-02"),
        "moeter/annet/2026-m2.md": hode("tid: 2026-12-03"),
        "saker/annet/2026-01.md": hode("tittel: Strategi"),
    }
    (finding,) = findings(TREET | files)
    assert finding.message == "«annet» er ikke et forum"
    assert finding.help == "Legg til data/forum/annet.yaml, eller rett skrivemåten."
    assert str(finding.location).startswith("data/moeter/annet/2026-m1.md:2:")


def test_a_mandate_without_a_forum_is_pointed_at_where_it_names_it() -> None:
    files = {"mandater/annet/2024-01-01.md": mandat(forum="annet")}
    (finding,) = findings(files)
    assert finding.message == "«annet» er ikke et forum"
    assert str(finding.location).startswith("data/mandater/annet/2024-01-01.md:2:1")


def test_the_groups_of_a_mandate_that_can_not_be_read_are_not_known() -> None:
    files = TREET | {"mandater/raad/2020-01-01.md": "---\nforum: [\n---\n"}
    files[FORUM] = files[FORUM].replace("gruppe: g", "gruppe: gamle").replace("for: g", "for: gamle")
    assert "REF201" not in codes(files)


# --- clauses

TEKST = "\n## Møter og frister\n\n- Det første\n- Det andre\n"


@pytest.mark.parametrize(
    ("punkt", "expected"),
    [
        ("moeter-og-frister", []),
        ("moeter-og-frister-2", []),
        ("moeter-og-frister-3", ["REF202"]),
        ("moeter", ["REF202"]),
    ],
)
def test_a_clause_is_a_heading_or_a_point_below_it(punkt: str, expected: list[str]) -> None:
    files = raad(f"moeter: {{punkt: {punkt}, hyppighet: 4 per aar}}", "navn: Rådet\n")
    files[MANDAT] += TEKST
    assert codes(files) == expected
    sak = {SAK: hode(f"tittel: Strategi\nmandatpunkt: [{punkt}]")}
    assert codes(raad("", "navn: Rådet\n", andre=sak) | {MANDAT: mandat() + TEKST}) == expected


def test_a_case_may_name_a_clause_of_any_revision() -> None:
    eldre = mandat(fra="2020-01-01") + "\n## Oppgaver\n\nGi råd.\n"
    andre = {SAK: hode("tittel: Strategi\nmandatpunkt: [oppgaver]"), "mandater/raad/2020-01-01.md": eldre}
    assert codes(raad("", "navn: Rådet\n", andre=andre) | {MANDAT: mandat() + TEKST}) == []


def test_without_the_text_no_clause_of_a_case_is_wrong() -> None:
    assert codes(raad("", "navn: Rådet\n", andre={SAK: hode("tittel: Strategi\nmandatpunkt: [oppgaver]")})) == []


# --- attachments


@pytest.mark.parametrize(
    ("vedlegg", "filer", "expected"),
    [
        ("[{tittel: Tall, fil: tall.csv}]", ("tall.csv",), []),
        ("[{tittel: Tall, fil: tall.csv}]", (), ["REF203"]),
        ("[{tittel: Tall, fil: tal.csv}]", ("tall.csv",), ["REF203"]),
        ("[{tittel: Tall, fil: tall.csv}]", ("kart.pdf",), ["REF203", "REF204"]),
        ("[{tittel: Tall, fil: tall.csv}]", ("tall.csv", "kart.pdf"), ["REF204"]),
        ("[{tittel: Brev i arkivet}]", (), []),
        ("[{tittel: Tall, fil: tall.csv, skjerming: {hjemmel: offl. § 23, omfang: hele}}]", (), []),
    ],
)
def test_attachments_are_where_the_case_says(vedlegg: str, filer: tuple[str, ...], expected: list[str]) -> None:
    files = {FORUM: "navn: Rådet\n", SAK: hode(f"tittel: Strategi\nvedlegg: {vedlegg}")}
    files |= {f"saker/raad/2026-03/{fil}": "innhold\n" for fil in filer}
    assert sorted(codes(files)) == expected


def test_a_folder_of_attachments_without_a_case_is_one_finding() -> None:
    filer = {f"saker/raad/2026-09/{fil}": "x\n" for fil in ("b.pdf", "a.pdf")}
    (finding,) = findings({FORUM: "navn: Rådet\n"} | filer)
    assert finding.message == "det finnes ingen sak data/saker/raad/2026-09.md, men vedlegg til den"
    assert finding.location.path == "data/saker/raad/2026-09/a.pdf"


def test_the_attachments_of_a_case_that_can_not_be_read_are_not_judged() -> None:
    files = {FORUM: "navn: Rådet\n", SAK: "---\ntittel: [\n---\n", "saker/raad/2026-03/tall.csv": "x\n"}
    assert codes(files) == ["LES101"]


def _vedlegg(*filer: str) -> list[tuple[str, str]]:
    """Code and help, of a case that lists two attachments, when these files are there."""
    sak = hode("tittel: Strategi\nvedlegg: [{fil: a.csv, tittel: A}, {fil: b.csv, tittel: B}]")
    files = {FORUM: "navn: Rådet\n", SAK: sak}
    return [(one.rule.code, one.help) for one in findings(files | dict.fromkeys(filer, "x"))]


def test_a_folder_with_another_spelling_than_its_case_is_one_finding() -> None:
    ((code, help_),) = _vedlegg("saker/raad/2026-3/a.csv", "saker/raad/2026-3/b.csv")
    assert code == "REF203"
    assert help_ == "Filen ligger i data/saker/raad/2026-3. Gi mappen samme navn som saken: data/saker/raad/2026-03."


def test_what_is_in_no_folder_is_told_beside_what_is_in_another() -> None:
    assert [code for code, _ in _vedlegg("saker/raad/2026-3/a.csv")] == ["REF203", "REF203"]


def test_a_file_of_the_same_name_in_another_council_is_another_file() -> None:
    told = _vedlegg("saker/raad/2026-03/b.csv", "saker/utvalg/2026-3/a.csv")
    assert [code for code, _ in told] == ["REF203", "REF204"]


def test_attachments_of_a_case_whose_own_file_is_misnamed_are_no_mistake() -> None:
    files = {FORUM: "navn: Rådet\n", "saker/raad/2026-03.yaml": "tittel: Strategi\n", "saker/raad/2026-03/a.csv": "x"}
    assert codes(files) == ["LES109"]


def test_a_clause_of_a_mandate_without_text_asks_for_the_text() -> None:
    files = {FORUM: "navn: Rådet\n", MANDAT: mandat("frister: {punkt: frister, verdi: ikke_regulert}")}
    (finding,) = findings(files)
    assert finding.help == "Legg inn mandatets tekst under hodet, eller fjern «punkt»."
