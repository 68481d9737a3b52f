from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Any

import pytest
from msgspec import Struct

from ehelse_cli.public.felles import Klokke, LukketVedlegg, Vedlegg
from ehelse_cli.public.gate import slipp_ut
from ehelse_cli.public.moete import LukketPunkt, Moete, Sakspunkt, UnntattPunkt
from ehelse_cli.public.offentlig import Fil
from ehelse_cli.public.sak import AapenSak, UnntattSak
from tests.public.trees import DAG, FILES, offentlig
from tests.trees import load_tree

MOETE = FILES["moeter/raad/2026-m1.md"]


def _moetet(id_: str, endret: Mapping[str, str] = {}, dag: date = DAG) -> Moete:
    moete = offentlig(endret, dag).moetet(id_)
    assert moete is not None
    return moete


def _apen(id_: str, endret: Mapping[str, str] = {}, dag: date = DAG) -> AapenSak:
    sak = offentlig(endret, dag).saken(id_)
    assert isinstance(sak, AapenSak)
    return sak


def test_of_an_exempt_case_there_is_its_number_and_the_legal_basis() -> None:
    assert offentlig().saken("raad-2026-2") == UnntattSak("raad-2026-2", "raad", "2/2026", "offl. § 23 tredje ledd")


@pytest.mark.parametrize(
    ("sak", "dag"),
    [
        ("raad-2026-3", DAG),  # deferred
        ("raad-2026-4", DAG),  # sent after the others
        ("raad-2026-5", date(2026, 11, 17)),  # the agenda is out, the papers not yet
        ("raad-koe-venter", DAG),
        ("raad-2026-2", date(2026, 8, 19)),  # exempt, and not on an agenda that is out
    ],
)
def test_what_is_not_out_is_not_there(sak: str, dag: date) -> None:
    assert offentlig(dag=dag).saken(sak) is None


@pytest.mark.parametrize(
    ("sak", "dag"),
    [
        ("raad-2026-3", date(2026, 12, 24)),
        ("raad-2026-4", date(2026, 11, 25)),
        ("raad-2026-5", date(2026, 11, 18)),
    ],
)
def test_it_is_there_from_its_day(sak: str, dag: date) -> None:
    assert _apen(sak, dag=dag).publisert == dag


def test_an_open_case_names_no_closed_one() -> None:
    sak = _apen("raad-2026-5")
    assert (sak.fra_saker, [en.sak for en in sak.avhengigheter]) == ((), [None])


def test_nothing_is_inherited_through_a_closed_case() -> None:
    filer = {
        "saker/raad/2026-05.md": "---\ntittel: T\nfra_sak: raad-2026-3\n---\n",
        "saker/raad/2026-03.md": "---\nsakseiere: [lukket-as]\noffentlig_fra: 2026-12-24\n---\n",
    }
    sak = _apen("raad-2026-5", filer)
    assert sak.sakseiere == ()


def test_an_attachment_is_closed_until_its_line_says_otherwise() -> None:
    assert _apen("raad-2026-1").vedlegg == (
        Vedlegg(1, "Tall", "tall.csv"),
        LukketVedlegg(2),
        LukketVedlegg(3, "offl. § 23 første ledd"),
        LukketVedlegg(4),
    )
    assert _apen("raad-2026-1", dag=date(2026, 12, 24)).vedlegg[3] == Vedlegg(4, "Planen")


def test_the_bytes_that_go_out_are_those_of_open_attachments() -> None:
    assert offentlig().filer == (Fil("raad-2026-1", "tall.csv", "data/saker/raad/2026-01/tall.csv"),)


def test_a_link_to_a_closed_attachment_leaves_its_words_only() -> None:
    referat = _moetet("raad-2026-m1").referat
    assert referat is not None
    assert "[tallene](../../sak/raad-2026-1/tall.csv) og de andre." in referat.tekst


def test_the_lines_of_an_agenda() -> None:
    linjer = _moetet("raad-2026-m2").saksliste
    assert linjer is not None
    assert linjer[0] == LukketPunkt(1, "3/2026")
    assert isinstance(linjer[1], Sakspunkt)
    assert (linjer[1].tittel, linjer[1].sak) == ("Kommer senere", None)
    assert isinstance(linjer[2], Sakspunkt)
    assert (linjer[2].tittel, linjer[2].sak, linjer[2].fra) == ("Til møtet", "raad-2026-5", time(11))
    assert (_moetet("raad-2026-m1").saksliste or ())[2] == UnntattPunkt(3, "2/2026", "offl. § 23 tredje ledd")


def test_an_agenda_waits_for_the_notice_and_minutes_for_their_publication() -> None:
    assert _moetet("raad-2026-m2", dag=date(2026, 11, 15)).saksliste is None
    foer = _moetet("raad-2026-m1", dag=date(2026, 9, 19))
    assert foer.referat is None
    assert [getattr(rad, "protokoll", None) for rad in foer.saksliste or ()] == [None, None, None]
    etter = (_moetet("raad-2026-m1").saksliste or ())[1]
    assert isinstance(etter, Sakspunkt)
    assert etter.protokoll is not None
    assert etter.protokoll.vedtak[0].tekst == "Rådet støtter prøven."


def test_a_mandate_may_keep_things_back() -> None:
    unntar = FILES["mandater/raad/2026-01-01.md"].replace(
        "sammensetning:", "offentlighet: {referat: unntas, saksdokumenter: unntas}\n        sammensetning:"
    )
    sett = offentlig({"mandater/raad/2026-01-01.md": unntar})
    moete = sett.moetet("raad-2026-m1")
    assert moete is not None
    assert moete.saksliste is not None
    assert (moete.referat, sett.aapne_saker) == (None, ())


def test_who_was_there_for_a_closed_case_only_is_not_told() -> None:
    referat = _moetet("raad-2026-m1").referat
    assert referat is not None
    assert referat.fremmoete is not None
    assert [en.hvem.navn for en in referat.fremmoete.medlemmer] == ["Anne Lie"]
    assert referat.fremmoete.inviterte == ()


def test_a_place_that_is_a_way_in_is_not_told() -> None:
    assert _moetet("raad-2026-m1").sted is None
    i_oslo = MOETE.replace("https://moete.example.org/hemmelig-rom", "Oslo")
    assert _moetet("raad-2026-m1", {"moeter/raad/2026-m1.md": i_oslo}).sted == "Oslo"


@pytest.mark.parametrize("hjemmel", ["offl. § 99", "hemmelig", "offl. paragraf 23"])
def test_a_legal_basis_nobody_can_read_closes_everything(hjemmel: str) -> None:
    skjerming = f"skjerming: {{hjemmel: {hjemmel}, omfang: deler}}"
    saken = FILES["saker/raad/2026-01.md"].replace("tittel:", f"{skjerming}\n        tittel:", 1)
    sett = offentlig({"saker/raad/2026-01.md": saken})
    moete = sett.moetet("raad-2026-m1")
    assert moete is not None
    assert sett.saken("raad-2026-1") is None
    assert (moete.saksliste or ())[1] == LukketPunkt(2, "1/2026")
    assert moete.referat is not None
    assert moete.referat.tekst == ""


@pytest.mark.parametrize(
    "tekst",
    [
        "## Sak 2/2026\n\nKANARI\n\n### Mer\n\nKANARI",
        "Sak 2/2026\n----------\n\nKANARI",
        "**Sak 2/2026**\n\nKANARI",
        "## Sak 2/2026\n\n```\n## Eventuelt\nKANARI\n```\n\nKANARI",
        "## Sak 2/2026\n\nKANARI\n\n### Sak 2/2026 igjen\n\n### Vurdering\n\nKANARI",
        "## Saksnr. 2/2026\n\nKANARI",
    ],
)
def test_what_was_said_of_an_exempt_case_is_taken_out_of_the_account(tekst: str) -> None:
    hode, _, _ = MOETE.partition("        ## Sak 1/2026")
    linjer = f"## Sak 1/2026\n\nFØR\n\n{tekst}\n\n## Eventuelt\n\nETTER".split("\n")
    referat = _moetet(
        "raad-2026-m1", {"moeter/raad/2026-m1.md": hode + "\n".join("        " + rad for rad in linjer)}
    ).referat
    assert referat is not None
    assert "KANARI" not in referat.tekst
    assert "FØR" in referat.tekst
    assert referat.tekst.endswith("ETTER")


def test_of_attendance_that_nobody_may_know_of_there_is_nothing() -> None:
    uten = MOETE.replace("medlemmer: [{navn: Anne Lie (Bergen), merknad: kom rett fra flyet}]", "medlemmer: []")
    referat = _moetet("raad-2026-m1", {"moeter/raad/2026-m1.md": uten}).referat
    assert uten != MOETE
    assert referat is not None
    assert referat.fremmoete is None  # the guest who is left was there for an exempt case alone


def test_of_a_member_there_is_name_role_place_and_time() -> None:
    raad = offentlig().forumet("raad")
    assert raad is not None
    (medlem,) = raad.medlemmer  # the one whose term has not begun is not announced
    assert (medlem.navn, medlem.rolle, medlem.virksomhet and medlem.virksomhet.id) == ("Anne Lie", "medlem", "ks")
    assert set(medlem.__struct_fields__) == {
        "navn", "rolle", "virksomhet", "gruppe", "fra", "til", "oppnevnt_av", "oppnevnt"
    }  # fmt: skip


def test_a_draft_is_no_mandate_and_remarks_are_no_rules() -> None:
    raad = offentlig().forumet("raad")
    assert raad is not None
    assert [(ett.id, ett.regler) for ett in raad.mandater] == [("raad@2026-01-01", (("sammensetning.seter", "1"),))]


def test_an_organisation_that_only_closed_cases_name_is_not_told_to_exist() -> None:
    assert [en.id for en in offentlig().virksomheter] == ["hdir", "ks"]


def test_a_year_is_public_when_it_is_published_and_its_meetings_with_it() -> None:
    sett = offentlig()
    assert [ett.aar for ett in sett.aarshjul] == [2026]
    assert sett.moetet("raad-2027-m1") is None
    assert offentlig({"aarshjul/2027.yaml": "publisert: 2026-11-01\n"}).moetet("raad-2027-m1") is not None


def test_nothing_passes_that_is_not_the_gates_own() -> None:
    assert {type(verdi).__module__.rpartition(".")[0] for verdi in _alle(offentlig()) if isinstance(verdi, Struct)} == {
        "ehelse_cli.public"
    }
    assert {type(verdi) for verdi in _alle(offentlig()) if not isinstance(verdi, Struct)} <= {
        bool, date, dict, int, str, tuple, type(None), Klokke
    }  # fmt: skip


def _alle(verdi: Any) -> Iterator[Any]:
    yield verdi
    if isinstance(verdi, Struct):
        for felt in verdi.__struct_fields__:
            yield from _alle(getattr(verdi, felt))
    elif isinstance(verdi, tuple | dict):
        for under in verdi.values() if isinstance(verdi, dict) else verdi:
            yield from _alle(under)


def test_a_case_was_sent_on_to_a_meeting_whose_day_is_told_when_it_is_public() -> None:
    sendt = MOETE.replace(
        "utfall: behandlet\n            vedtak",
        "utfall: utsatt\n            videre_til: raad-2027-m1\n            vedtak",
    )
    for aar, sted in (("", "Rådet for prøver"), ("publisert: 2026-11-01\n", "Rådet for prøver, 10. mars 2027")):
        filer = {"moeter/raad/2026-m1.md": sendt, "aarshjul/2027.yaml": f"{aar}forum: [raad]\n"}
        punkt = (_moetet("raad-2026-m1", filer).saksliste or ())[1]
        assert isinstance(punkt, Sakspunkt)
        assert punkt.protokoll is not None
        assert punkt.protokoll.videre_til == sted


def test_an_account_tells_nothing_of_a_case_from_elsewhere_that_is_not_out() -> None:
    tekst = f"{MOETE}\n        ## Sak 4/2026\n\n        KANARI\n\n        ## Sak 99/2026\n\n        Uten fil.\n"
    referat = _moetet("raad-2026-m1", {"moeter/raad/2026-m1.md": tekst}).referat
    assert referat is not None
    assert "KANARI" not in referat.tekst
    assert referat.tekst.endswith("Uten fil.")


def test_a_year_that_cannot_be_read_tells_of_no_meeting() -> None:
    data = load_tree({**FILES, "aarshjul/2027.yaml": "publisert: [\n"}).dataset
    assert slipp_ut(data, DAG).moetet("raad-2027-m1") is None


def test_a_case_that_cannot_be_read_is_a_number() -> None:
    data = load_tree({**FILES, "saker/raad/2026-01.md": "---\ntittel: [KANARI\n---\n"}).dataset
    moete = slipp_ut(data, DAG).moetet("raad-2026-m1")
    assert moete is not None
    assert (moete.saksliste or ())[1] == LukketPunkt(2, "1/2026")


def test_a_basis_nobody_can_read_on_another_agenda_closes_the_line_here() -> None:
    andre = "---\ntid: 2026-12-16\nsaksliste: [{sak: 5/2026, skjerming: {hjemmel: hemmelig, omfang: deler}}]\n---\n"
    moete = _moetet("raad-2026-m2", {"moeter/raad/2026-m3.md": andre})
    assert (moete.saksliste or ())[2] == LukketPunkt(3, "5/2026")


def test_a_line_that_is_exempt_closes_a_case_without_a_file_and_one_with() -> None:
    unntatt = "skjerming: {hjemmel: offl. § 14 første ledd, omfang: hele}"
    m2 = FILES["moeter/raad/2026-m2.md"].replace(
        "{sak: 5/2026,", f"{{sak: 7/2026, {unntatt}}}\n          - {{sak: 5/2026, {unntatt},"
    )
    sett = offentlig({"moeter/raad/2026-m2.md": m2})
    moete = sett.moetet("raad-2026-m2")
    assert moete is not None
    assert (moete.saksliste or ())[2:] == (
        UnntattPunkt(3, "7/2026", "offl. § 14 første ledd"),
        UnntattPunkt(4, "5/2026", "offl. § 14 første ledd"),
    )
    assert sett.saken("raad-2026-5") == UnntattSak("raad-2026-5", "raad", "5/2026", "offl. § 14 første ledd")


@pytest.mark.parametrize("tittel", ["", "tittel: Hemmelig, "])
def test_a_case_without_a_file_is_closed_on_every_agenda_by_the_line_that_is_exempt(tittel: str) -> None:
    unntatt = f"{{sak: 7/2026, {tittel}skjerming: {{hjemmel: offl. § 14 første ledd, omfang: hele}}}}"
    filer = {
        "moeter/raad/2026-m1.md": MOETE.replace("- {sak: 2/2026,", f"- {unntatt}\n          - {{sak: 2/2026,"),
        "moeter/raad/2026-m2.md": FILES["moeter/raad/2026-m2.md"].replace("5/2026,", "7/2026, tittel: Hemmelig,"),
    }
    linjer = _moetet("raad-2026-m2", filer).saksliste
    assert (linjer or ())[2] == UnntattPunkt(3, "7/2026", "offl. § 14 første ledd")


@pytest.mark.parametrize("andre", ["", ", publiseres: ja, offentlig_fra: 2026-12-24"])
def test_a_file_that_two_lines_name_goes_out_if_both_say_so(andre: str) -> None:
    sak = FILES["saker/raad/2026-01.md"].replace(
        "{tittel: Andre tall, fil: lukket.csv}", f"{{tittel: Tallene igjen, fil: tall.csv{andre}}}"
    )
    sett = offentlig({"saker/raad/2026-01.md": sak})
    assert sett.filer == ()
    referat = _moetet("raad-2026-m1", {"saker/raad/2026-01.md": sak}).referat
    assert referat is not None
    assert "tall.csv" not in referat.tekst


@pytest.mark.parametrize("skrevet", ['"3"', "3–2026", "RAAD-2026-3", "3/2026 B", "3/2026 og 1/2026"])
def test_a_guest_of_a_case_that_nobody_can_read_may_be_the_closed_ones(skrevet: str) -> None:
    gjest = MOETE.replace("saker: [2/2026]", f"saker: [{skrevet}]")
    referat = _moetet("raad-2026-m1", {"moeter/raad/2026-m1.md": gjest}).referat
    assert referat is not None
    assert referat.fremmoete is not None
    assert referat.fremmoete.inviterte == ()


@pytest.mark.parametrize("hjemmel", ["hemmelig", "offl. § 3"])
def test_an_attachment_whose_basis_nobody_can_read_is_a_number(hjemmel: str) -> None:
    skjerming = f"skjerming: {{hjemmel: {hjemmel}, omfang: deler}}"
    sak = FILES["saker/raad/2026-01.md"].replace("publiseres: ja", f"publiseres: ja, {skjerming}", 1)
    assert _apen("raad-2026-1", {"saker/raad/2026-01.md": sak}).vedlegg[0] == LukketVedlegg(1)


def test_of_a_redacted_attachment_the_basis_is_told() -> None:
    deler = "fil: tall.csv, publiseres: ja, skjerming: {hjemmel: offl. § 23 første ledd, omfang: deler}"
    sak = FILES["saker/raad/2026-01.md"].replace("fil: tall.csv, publiseres: ja", deler)
    (tall, *_) = _apen("raad-2026-1", {"saker/raad/2026-01.md": sak}).vedlegg
    assert (tall.hjemmel, isinstance(tall, Vedlegg)) == ("offl. § 23 første ledd", True)


def test_attachments_are_numbered_through_the_meeting_where_the_council_does() -> None:
    forum = FILES["forum/raad.yaml"].replace("enhetskode: RAAD", "vedleggsnummer: per_moete")
    foerst = "{tittel: Først, vedlegg: [{tittel: Notat, publiseres: ja}]}"
    m1 = MOETE.replace("{fast: innkalling, vedtak: som_foreslaatt, utfall: behandlet}", foerst)
    linjer = _moetet("raad-2026-m1", {"forum/raad.yaml": forum, "moeter/raad/2026-m1.md": m1}).saksliste or ()
    assert [[ett.nummer for ett in rad.vedlegg] for rad in linjer if isinstance(rad, Sakspunkt)] == [[1], [2, 3, 4, 5]]


def test_what_was_decided_as_proposed_is_the_proposal() -> None:
    m1 = MOETE.replace("vedtak: Rådet støtter prøven.", "vedtak: som_foreslaatt")
    punkt = (_moetet("raad-2026-m1", {"moeter/raad/2026-m1.md": m1}).saksliste or ())[1]
    assert isinstance(punkt, Sakspunkt)
    assert punkt.protokoll is not None
    assert [ett.tekst for ett in punkt.protokoll.vedtak] == ["Rådet støtter prøven."]


def test_a_council_keeps_its_earlier_names_and_its_place() -> None:
    navn = "[{fra: 2016-01-01, verdi: Styret}, {fra: 2026-01-01, verdi: Rådet}, {fra: 2027-01-01, verdi: Nytt}]"
    forum = FILES["forum/raad.yaml"].replace("Rådet for prøver", f"{navn}\n        overordnet: ingen")
    raad = offentlig({"forum/raad.yaml": forum}).forumet("raad")
    assert raad is not None
    assert (raad.navn, raad.overordnet) == ("Rådet", None)
    assert [(en.navn, en.fra) for en in raad.tidligere_navn] == [("Styret", date(2016, 1, 1))]


def test_a_mandate_lasts_until_the_next_and_its_links_lead_from_its_own_page() -> None:
    neste = (
        FILES["mandater/raad/2026-01-01.md"]
        .replace("2026-01-01", "2026-11-01")
        .replace(
            "Rådet gir råd.", "Se [saken](../../saker/raad/2026-01.md) og [den andre](../../saker/raad/2026-03.md)."
        )
    )
    raad = offentlig({"mandater/raad/2026-11-01.md": neste}).forumet("raad")
    assert raad is not None
    assert [(ett.fra, ett.til) for ett in raad.mandater] == [
        (date(2026, 1, 1), date(2026, 10, 31)),
        (date(2026, 11, 1), None),
    ]
    assert "Se [saken](../../../../sak/raad-2026-1/) og den andre." in raad.mandater[1].tekst
    assert raad.mandat_per(date(2026, 10, 31)) == raad.mandater[0]
    assert raad.mandat_per(date(2025, 1, 1)) is None


def test_who_sits_is_asked_of_a_day() -> None:
    raad = offentlig().forumet("raad")
    assert raad is not None
    assert raad.medlemmer_per(date(2027, 12, 31)) == raad.medlemmer
    assert raad.medlemmer_per(date(2028, 1, 1)) == ()
    assert raad.stedfortredere[0].sitter(DAG)
    assert not raad.stedfortredere[0].sitter(date(2025, 12, 31))


def test_a_title_is_taken_from_an_agenda_that_is_out() -> None:
    uten = {"saker/raad/2026-05.md": "---\nsakstype: orientering\n---\n"}
    m2 = FILES["moeter/raad/2026-m2.md"].replace("{sak: 5/2026,", "{sak: 5/2026, tittel: På sakslisten,")
    senere = "---\ntid: 2026-12-30\nsaksliste: [{sak: 5/2026, tittel: KANARI}]\n---\n"
    assert _apen("raad-2026-5", {**uten, "moeter/raad/2026-m2.md": m2}).tittel == "På sakslisten"
    assert _apen("raad-2026-5", {**uten, "moeter/raad/2026-m3.md": senere}).tittel == ""


def test_what_is_inherited_comes_through_open_cases_only() -> None:
    eldre = {
        "saker/raad/2026-05.md": "---\ntittel: T\nfra_sak: raad-2026-1\n---\n",
        "saker/raad/2026-01.md": FILES["saker/raad/2026-01.md"],
    }
    assert [en.id for en in _apen("raad-2026-5", eldre).sakseiere] == ["hdir"]
    assert _apen("raad-2026-1", eldre).til_saker == ("raad-2026-5",)
