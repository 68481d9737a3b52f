from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Literal, get_args

import pyromark
import pytest
from syrupy.assertion import SnapshotAssertion

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.sak import Forslagspunkt
from ehelse_cli.core.spraak import Maalform
from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree
from ehelse_cli.render.clean import clean_line
from ehelse_cli.render.errors import BrokenError, MissingForumError, UnknownIdError, WrongKindError
from ehelse_cli.render.papers import Kind, paper
from tests.render.pages import Page
from tests.render.test_markdown import HOSTILE
from tests.render.trees import FILES
from tests.trees import load_clean, load_tree

DAG = date(2026, 11, 23)
ROOT = Path(__file__).parents[2]
#: The formats that are text.
Text = Literal["md", "html"]
PAPERS: tuple[tuple[Kind, str], ...] = (
    ("saksliste", "raad-2026-m2"),
    ("saksliste", "utval-2026-06-03"),
    ("saksframlegg", "raad-2026-1"),
    ("saksframlegg", "utval-2026-2"),
)


@pytest.fixture(scope="module")
def data() -> Dataset:
    return load_clean(FILES)


@pytest.fixture(scope="module")
def example() -> Dataset:
    return load(DiskTree(ROOT)).dataset


def _with(files: Mapping[str, str]) -> Dataset:
    return load_clean({**FILES, **files})


def _page(data: Dataset, kind: Kind, id_: str, maalform: Maalform | None = None) -> Page:
    return Page(paper(data, kind, id_, dag=DAG, format="html", maalform=maalform))


# --- as they look


def _without_style(document: str) -> str:
    """The stylesheet is no part of what a snapshot is read for."""
    return re.sub(r"<style>.*</style>|sha256-[^']*", "…", document, flags=re.DOTALL)


@pytest.mark.parametrize("maalform", get_args(Maalform))
@pytest.mark.parametrize("format_", get_args(Text))
@pytest.mark.parametrize("which", PAPERS, ids="-".join)
def test_snapshots(
    data: Dataset, snapshot: SnapshotAssertion, which: tuple[Kind, str], format_: Text, maalform: Maalform
) -> None:
    kind, id_ = which
    document = paper(data, kind, id_, dag=DAG, format=format_, maalform=maalform)
    assert _without_style(document) == snapshot
    assert {"nb": "Personer, møter", "nn": "Personar, møte"}[maalform] in document
    assert document == paper(load_clean(FILES), kind, id_, dag=DAG, format=format_, maalform=maalform)


#: What Markdown says and a page shows by its form.
_LABELS = {"Sakstype", "Tidsbruk", "pause", "Konsekvens", "Beskrivelse", "Skildring", "Rolle", "Hvem", "Kven", "Når"}


@pytest.mark.parametrize(("kind", "id_"), PAPERS)
def test_both_formats_say_the_same(data: Dataset, kind: Kind, id_: str) -> None:
    html = _page(data, kind, id_).text
    words = re.findall(r"[\w/]{3,}", paper(data, kind, id_, dag=DAG, format="md"))
    assert [word for word in words if word not in html and word not in _LABELS] == []


@pytest.mark.parametrize(
    ("kind", "id_", "sentence"),
    [
        ("saksliste", "raad-2026-m2", "Rådet for prøver, møte 2/2026"),
        ("saksliste", "raad-2026-m2", "onsdag 2. desember 2026 kl. 10.00–14.00"),
        ("saksliste", "raad-2026-m2", "10.05–10.10 · **Godkjenning av referat fra 9. september 2026**"),
        ("saksliste", "raad-2026-m2", "10.30–11.30 · **Sak 1/2026** · **Deling av prøvesvar – råd om innføring**"),
        ("saksliste", "raad-2026-m2", "60 min (15+45)"),
        ("saksliste", "raad-2026-m2", "Sakseiere: Helsedirektoratet og KS"),
        ("saksliste", "raad-2026-m2", "Framlegges av: Stein Ness (Helsedirektoratet)"),
        ("saksliste", "raad-2026-m2", "Framlegges av: Anne Lie (KS)"),
        ("saksliste", "raad-2026-m2", "Vedlegg 2: unntatt offentlighet, offl. § 13"),
        ("saksliste", "raad-2026-m2", "Sakspapirer ettersendt 25. november 2026"),
        ("saksliste", "raad-2026-m2", "**Sak 3/2026** · **Unntatt offentlighet, offl. § 23 tredje ledd**\n- 12.00"),
        ("saksliste", "raad-2026-m2", "12.00–12.45 · **Lunsj** (pause)"),
        ("saksliste", "raad-2026-m2", "12.45–13.00 · **Sak 4/2026** · **Korte orienteringer**"),
        ("saksliste", "raad-2026-m2", "Legemidler, Direktoratet for medisinske produkter, 10 min"),
        ("saksliste", "raad-2026-m2", "- 13.00 · **Eventuelt**"),
        ("saksliste", "raad-2026-m2", "| Innkalling | onsdag 11. november 2026 | Mandatet: 3 uker før møtet |"),
        ("saksliste", "raad-2026-m2", "| Saksdokumenter | onsdag 18. november 2026 | Fastsatt for dette møtet |"),
        ("saksliste", "raad-2026-m2", "**Neste møte:** onsdag 17. mars 2027"),
        ("saksliste", "raad-2027-m1", "**Møtet er avlyst (20. november 2026).**"),
        ("saksliste", "raad-2027-m1", "Sakslisten er ikke satt opp ennå."),
        ("saksliste", "utval-2026-06-03", "# Sakliste: Utvalet for prøver, møte 3.–4. juni 2026"),
        ("saksliste", "utval-2026-06-03", "Møtet er flytta frå onsdag 27. mai 2026 kl. 10.00–16.00."),
        ("saksliste", "utval-2026-06-03", "Fastsett 4. mai 2026. Det kolliderte med eit anna møte."),
        ("saksliste", "utval-2026-06-03", "### DAG 2 – torsdag 4. juni 2026 kl. 09.00–12.00"),
        ("saksliste", "utval-2026-06-03", "- 09.00–09.30 · **Sak 002/26 O**"),
        ("saksliste", "utval-2026-06-03", "Vedlegg 3: Kalender"),
        ("saksframlegg", "raad-2026-1", "# Sak 1/2026: Deling av prøvesvar – råd om innføring"),
        ("saksframlegg", "raad-2026-1", "| Møtedato | 2. desember 2026 |"),
        ("saksframlegg", "raad-2026-1", "| Sakstype | Drøfting og råd |"),
        ("saksframlegg", "raad-2026-1", "| Foreslått av | KS |"),
        ("saksframlegg", "raad-2026-1", "| Oppdrag | Tildelingsbrev 2026 fra Departementet, frist 31. desember 2026 |"),
        ("saksframlegg", "raad-2026-1", "| I samarbeid med | KS og Norsk helsenett |"),
        ("saksframlegg", "raad-2026-1", "## Forslag til råd"),
        (
            "saksframlegg",
            "raad-2026-1",
            "2. Kommunene får hjelp: først opplæring.\n\n    Deretter drift.\n\n    *Foruts",
        ),
        (
            "saksframlegg",
            "raad-2026-1",
            "- **2025:** Meldt av KS.\n- **3.–4. juni 2026:** Utvalet for prøver, sak 001/26 B",
        ),
        (
            "saksframlegg",
            "raad-2026-1",
            "sak 001/26 B: innstilling gitt\n- **9. september 2026:** Rådet for prøver, sak 1",
        ),
        ("saksframlegg", "raad-2026-1", "sak 1/2026: utsatt til 2. desember 2026"),
        ("saksframlegg", "raad-2026-1", "## Bakgrunn\n"),
        ("saksframlegg", "raad-2026-1", "### Nærmere om tallene"),
        ("saksframlegg", "raad-2026-1", "| Pris | 4 mill. kroner i året |"),
        ("saksframlegg", "raad-2026-1", "| Konsultasjon | Ikke oppgitt |"),
        ("saksframlegg", "raad-2026-1", "2. **Departementet:** beslutter, februar 2027"),
        ("saksframlegg", "raad-2026-1", "| Grensesnitt | Norsk helsenett | 31. oktober 2027 |"),
        ("saksframlegg", "raad-2026-1", "\n\nOslo, 16. november 2026\n"),
        ("saksframlegg", "utval-2026-2", "## Framlegg til vedtak\n\nUtvalet tek saka til vitande."),
        ("saksframlegg", "utval-2026-2", "Saka har ingen konsekvensar for kommunane."),
        ("saksframlegg", "utval-2026-2", "Saka blir avslutta her."),
        ("saksframlegg", "utval-2026-2", "**Vedlegg 3** Kalender"),
        ("saksframlegg", "utval-2026-2", "\n18\\. mai 2026\n"),
    ],
)
def test_what_they_say(data: Dataset, kind: Kind, id_: str, sentence: str) -> None:
    assert sentence in paper(data, kind, id_, dag=DAG, format="md")


SELDOM = {
    "forum/raad.yaml": FILES["forum/raad.yaml"].replace(
        "saksnummer:", "roller: {proeve: {navn: Styringsgruppe for prøven}}\n        saksnummer:"
    ),
    "forum/gammel.yaml": "navn: Det gamle utvalget\nsaksnummer: NN/AA\nmoetenummer: tull\n",
    "saker/gammel/1998-03.md": "---\nsakstype: valg\n---\n",
    "moeter/gammel/1998-m1.md": "---\ntid: 1998-02-02\nsaksliste: [{sak: gammel-1998-3, tittel: Leder}]\n---\n",
    "mandater/raad/2026-01-01.md": FILES["mandater/raad/2026-01-01.md"].replace(
        "frister:", "skriftlig_behandling: {norm: kan, krav: når ingen ber om møte}\n        frister:"
    ),
    "saker/raad/koe/nytt.md": """
        ---
        i_rollen: proeve
        oppdrag: {av: dep}
        videre_saksprosess: [{hvem: sakseier, rolle: beslutning}]
        implementering: [{hva: Drift}, {hva: Prøver, hvem: medlemmer}]
        ---
        """,
    "saker/raad/2026-02.md": "---\ni_rollen: ukjent\nsaksnr: 2A/2026\n---\n",
    "moeter/raad/2026-m8.md": """
        ---
        tid: 2026-10-01/2026-10-05
        type: skriftlig
        krevd_av: [leder, ks]
        saksliste:
          - {fast: referat, gjelder: 2026-01-14}
          - {fast: referat, gjelder: forrige møte}
          - {sak: tull, minutter: 5}
          - bolk: Tom bolk
        ---
        """,
}


@pytest.mark.parametrize(
    ("kind", "id_", "sentence"),
    [
        ("saksframlegg", "raad-koe-nytt", "# (tittel mangler)"),
        ("saksframlegg", "raad-koe-nytt", "| Møtedato | Ikke satt |\n| Saksnummer | Ikke nummerert |"),
        ("saksframlegg", "raad-koe-nytt", "| Behandles som | Styringsgruppe for prøven |\n| Oppdrag | Departementet |"),
        ("saksframlegg", "raad-koe-nytt", "| Drift | ikke oppgitt | ikke satt |"),
        ("saksframlegg", "raad-koe-nytt", "sakseieren"),
        ("saksframlegg", "raad-koe-nytt", "| Prøver | medlemmene | ikke satt |"),
        ("saksframlegg", "raad-2026-2", "# Sak 2A/2026: Status på veikartet"),
        ("saksframlegg", "raad-2026-2", "| Behandles som | ukjent |"),
        ("saksframlegg", "gammel-1998-3", "# Sak 3/1998: Leder"),
        ("saksliste", "gammel-1998-m1", "# Saksliste: Det gamle utvalget, møte 2. februar 1998"),
        ("saksliste", "raad-2026-m8", "Skriftlig behandling torsdag 1. oktober 2026 – mandag 5. oktober 2026"),
        ("saksliste", "raad-2026-m8", "| Svarfrist | mandag 5. oktober 2026 |"),
        ("saksliste", "raad-2026-m8", "| Vilkår i mandatet | Når ingen ber om møte |"),
        ("saksliste", "raad-2026-m8", "| Krevd av | lederen og KS |"),
        ("saksliste", "raad-2026-m8", "- **Godkjenning av referat fra 14. januar 2026**"),
        ("saksliste", "raad-2026-m8", "- **Godkjenning av referat**\n"),
        ("saksliste", "raad-2026-m8", "- **Sak tull** · **(tittel mangler)**"),
        ("saksliste", "raad-2026-m8", "Tom bolk\n"),
    ],
)
def test_what_is_seldom_said(kind: Kind, id_: str, sentence: str) -> None:
    assert sentence in paper(_with(SELDOM), kind, id_, dag=DAG, format="md")


def test_a_written_treatment_has_no_days_and_no_deadlines_before_it() -> None:
    document = paper(_with(SELDOM), "saksliste", "raad-2026-m8", dag=DAG, format="md")
    assert "DAG 1" not in document
    assert "Frister før møtet" not in document


def test_a_case_treated_in_writing_has_a_day_to_answer_by() -> None:
    files = {"moeter/raad/2027-m3.md": "---\ntid: 2027-10-01/2027-10-05\nsaksliste: [{sak: 1/2026}]\n---\n"}
    document = paper(_with(files), "saksframlegg", "raad-2026-1", dag=date(2027, 9, 1), format="md")
    assert "| Tid | Skriftlig behandling 1.–5. oktober 2027 |\n| Svarfrist | 5. oktober 2027 |" in document
    assert "Møtedato" not in document


def test_an_agenda_without_times_has_no_column_for_them() -> None:
    files = {"moeter/raad/2026-m9.md": "---\ntid: 2026-10-01/2026-10-05\nsaksliste: [{sak: 1/2026}]\n---\n"}
    timed, untimed = (
        paper(_with(files), "saksliste", id_, dag=DAG, format="html") for id_ in ("raad-2026-m2", "raad-2026-m9")
    )
    assert 'class="naar"' in timed
    assert 'class="naar"' not in untimed


def test_a_draft_says_so(data: Dataset) -> None:
    for kind, id_ in PAPERS:
        assert "**UTKAST**" in paper(data, kind, id_, dag=DAG, format="md", utkast=True)
        assert "UTKAST" in Page(paper(data, kind, id_, dag=DAG, format="html", utkast=True)).text
        assert "UTKAST" not in paper(data, kind, id_, dag=DAG, format="md")


def test_what_is_real_is_not_called_an_example() -> None:
    data = _with({"datasett.yaml": "navn: Rådene\n"})
    assert "Eksempeldata" not in paper(data, "saksliste", "raad-2026-m2", dag=DAG, format="html")


def test_names_are_those_of_the_day() -> None:
    data = _with({"moeter/raad/2020-m1.md": "---\ntid: 2020-02-05\nkrevd_av: dmp\n---\n"})
    document = paper(data, "saksliste", "raad-2020-m1", dag=DAG, format="md")
    assert "Styret for prøver" in document
    assert "Legemiddelverket" in document


# --- what must not be there


def test_of_an_exempt_case_there_is_the_number_and_the_legal_basis() -> None:
    """Also where the public files say more than they may."""
    data = _with(
        {
            "saker/raad/2026-03.md": """
                ---
                skjerming: {hjemmel: offl. § 13, omfang: hele}
                tittel: hemmelig
                sakseiere: [nhn]
                framlegges_av: [hemmelig]
                forslag_til_vedtak: hemmelig
                konsekvens_kommuner: {pris: hemmelig}
                vedlegg: [hemmelig]
                historikk:
                  - dato: 2026
                    tekst: hemmelig
                kilde: hemmelig
                ---
                hemmelig
                """,
            "saker/raad/2026-05.md": "---\nfra_sak: raad-2026-3\ntittel: Oppfølgingen\n---\n",
            "moeter/raad/2026-m3.md": """
                ---
                tid: 2026-12-16 10:00-12:00
                saksliste:
                  - sak: 3/2026
                    tittel: hemmelig
                    minutter: 30
                    framlegges_av: [hemmelig]
                    underpunkter: [hemmelig]
                    vedlegg: [hemmelig]
                    vedtak:
                      - hemmelig
                    resultat: valgt
                    utfall: behandlet
                  - {sak: 6/2026, tittel: hemmelig, skjerming: {hjemmel: offl. § 15, omfang: hele}}
                ---
                hemmelig
                """,
            "moeter/raad/2027-m3.md": "---\ntid: 2027-06-02\nsaksliste: [{sak: 5/2026}]\n---\n",
        }
    )
    for format_ in get_args(Text):
        documents = [
            paper(data, "saksframlegg", "raad-2026-3", dag=DAG, format=format_),
            paper(data, "saksliste", "raad-2026-m3", dag=DAG, format=format_),
            paper(data, "saksframlegg", "raad-2026-5", dag=date(2027, 1, 1), format=format_),
        ]
        assert not [document for document in documents if "hemmelig" in document or "Norsk helsenett" in document]
        assert "nntatt offentlighet, offl. § 13" in documents[0]
        assert "nntatt offentlighet, offl. § 15" in documents[1]
        assert "sak 3/2026: unntatt offentlighet, offl. § 13" in documents[2]


def test_a_case_exempt_in_part_says_that() -> None:
    data = _with(
        {"saker/raad/2026-03.md": "---\nskjerming: {hjemmel: offl. § 13, omfang: deler}\ntittel: Avtalen\n---\n"}
    )
    for kind, id_ in (("saksliste", "raad-2026-m2"), ("saksframlegg", "raad-2026-3")):
        document = paper(data, kind, id_, dag=DAG, format="md")  # type: ignore[arg-type]
        assert "Avtalen" in document
        assert "Deler av saken er unntatt offentlighet (offl. § 13)" in document


@pytest.mark.parametrize("text", [*HOSTILE, "a\u202eb\u2066c", "x" * 10_000, "👩‍⚕️ å"])
def test_hostile_titles_stay_text(data: Dataset, text: str) -> None:
    """Put into the models themselves: whatever the loader lets through one day, a paper lets none of it out."""
    sak = data.saker["raad-2026-1"].model_copy(
        update={"tittel": text, "forslag_til_vedtak": (Forslagspunkt(tekst=text), Forslagspunkt(tekst=text))}
    )
    moete = data.moeter["raad-2026-m2"]
    punkter = tuple(punkt.model_copy(update={"bolk": text, "pause": text}) for punkt in moete.saksliste)
    moete = moete.model_copy(update={"sted": text, "saksliste": punkter})
    hostile = replace(data, saker={**data.saker, sak.id: sak}, moeter={**data.moeter, moete.id: moete})
    for kind, id_ in PAPERS[0], PAPERS[2]:
        page = _page(hostile, kind, id_)
        assert clean_line(text) in page.text
        assert {tag for tag, _ in page.tags} <= _TAGS
        document = paper(hostile, kind, id_, dag=DAG, format="md")
        assert not re.search(r"[\x00-\x08\x1b\u202a-\u202e\u2066-\u2069]", document)
        read_back = Page(pyromark.html(document, options=pyromark.Options.ENABLE_TABLES))
        assert {tag for tag, _ in read_back.tags} <= _TAGS
        assert " ".join(clean_line(text).split()) in read_back.text


_HEADINGS_AND_TEXT = {"h1", "h2", "h3", "h4", "p", "strong", "em", "a", "span", "code", "pre", "blockquote", "hr", "br"}
_LISTS_AND_TABLES = {"ol", "ul", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td"}
_FRAME = {"html", "head", "meta", "title", "style", "body", "header", "main", "section", "div"}
_TAGS = _FRAME | _HEADINGS_AND_TEXT | _LISTS_AND_TABLES


# --- as pages


def _is_sound(source: str, maalform: str) -> None:
    page = Page(source)
    levels = [level for level, _ in page.headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(text.strip() for _, text in page.headings)
    assert len(page.ids) == len(set(page.ids))
    assert {attributes["aria-labelledby"] for _, attributes in page.tags if "aria-labelledby" in attributes} <= set(
        page.ids
    )
    assert page.all("html") == [{"lang": maalform}]
    assert all("scope" in head for head in page.all("th"))
    assert {tag for tag, _ in page.tags} <= _TAGS
    assert not [attributes for _, attributes in page.tags if {"style", "src", "srcset"} & set(attributes)]
    assert len(page.all("main")) == len(page.all("header")) == 1


@pytest.mark.parametrize(("kind", "id_"), PAPERS)
def test_pages_are_sound(data: Dataset, kind: Kind, id_: str) -> None:
    for maalform in get_args(Maalform):
        _is_sound(paper(data, kind, id_, dag=DAG, format="html", maalform=maalform), maalform)


def test_the_case_keeps_its_own_language(data: Dataset) -> None:
    page = _page(data, "saksframlegg", "utval-2026-2", "nb")
    assert {"class": "tekst", "lang": "nn"} in page.all("div")
    assert page.all("h1") == [{"lang": "nn"}]
    assert page.all("html") == [{"lang": "nb"}]


def test_the_policy_admits_the_stylesheet_and_nothing_else(data: Dataset) -> None:
    source = paper(data, "saksliste", "raad-2026-m2", dag=DAG, format="html")
    style = re.search(r"<style>(.*?)</style>", source, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert {"http-equiv": "Content-Security-Policy", "content": policy} in Page(source).all("meta")
    assert "url(" not in style[1]
    assert "@import" not in style[1]


@pytest.mark.parametrize("format_", get_args(Text))
def test_every_paper_of_the_example(example: Dataset, format_: Text) -> None:
    made = 0
    for kind, ids in (("saksliste", example.moeter), ("saksframlegg", example.saker)):
        for id_ in ids:
            document = paper(example, kind, id_, dag=DAG, format=format_)  # type: ignore[arg-type]
            assert "Eksempeldata" in document
            if format_ == "html":
                _is_sound(document, Page(document).all("html")[0]["lang"] or "")
            made += 1
    assert made == len(example.moeter) + len(example.saker) > 10


# --- what cannot be made


@pytest.mark.parametrize(
    ("kind", "id_", "files", "error", "words"),
    [
        ("saksliste", "raad-2026-m9", {}, UnknownIdError, "ikke noe med id «raad-2026-m9»"),
        ("saksliste", "raad-2026-1", {}, WrongKindError, "«raad-2026-1» er ikke et møte"),
        ("saksframlegg", "raad", {}, WrongKindError, "«raad» er ikke en sak"),
        (
            "saksliste",
            "raad-2026-m2",
            {"moeter/raad/2026-m2.md": "---\ntid: i morgen\n---\n"},
            BrokenError,
            "«raad-2026-m2»",
        ),
        ("saksliste", "raad-2026-m2", {"saker/raad/2026-01.md": "---\ntull: 1\n---\n"}, BrokenError, "«raad-2026-1»"),
        ("saksliste", "raad-2026-m2", {"datasett.yaml": "eksempel: kanskje\n"}, BrokenError, "«datasett»"),
        ("saksliste", "raad-2026-m2", {"forum/raad.yaml": "nanv: x\n"}, BrokenError, "«raad»"),
        (
            "saksliste",
            "raad-2026-m2",
            {"mandater/raad/2026-01-01.md": "---\nx: 1\n---\n"},
            BrokenError,
            "«raad@2026-01-01»",
        ),
        ("saksliste", "raad-2026-m2", {"virksomheter.yaml": "hdir: {nanv: x}\n"}, BrokenError, "«hdir»"),
        ("saksframlegg", "raad-2026-1", {"saker/utval/2026-01.md": "---\nx: 1\n---\n"}, BrokenError, "«utval-2026-1»"),
        ("saksframlegg", "raad-2026-1", {"moeter/raad/2026-m1.md": "---\nx: 1\n---\n"}, BrokenError, "«raad-2026-m1»"),
        (
            "saksliste",
            "andre-2026-m1",
            {"moeter/andre/2026-m1.md": "---\ntid: 2026-01-01\n---\n"},
            MissingForumError,
            "«andre»",
        ),
    ],
)
def test_refusals(kind: Kind, id_: str, files: dict[str, str], error: type[EhelseError], words: str) -> None:
    data = load_tree({**FILES, **files}).dataset
    with pytest.raises(error) as caught:
        paper(data, kind, id_, dag=DAG, format="md")
    assert words in caught.value.message
    assert caught.value.exit_code == 2


def test_an_unknown_id_gets_a_suggestion(data: Dataset) -> None:
    with pytest.raises(UnknownIdError) as caught:
        paper(data, "saksframlegg", "rad-2026-1", dag=DAG, format="md")
    assert "«raad-2026-1»" in (caught.value.help or "")
