"""Every paper in both languages: as it looks, what it means, and the same in every format."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any, get_args

import pytest
from syrupy.assertion import SnapshotAssertion

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.modell import Modell
from ehelse_cli.core.spraak import Maalform
from ehelse_cli.render import papers
from ehelse_cli.render.bestilling import Bestilling
from ehelse_cli.render.clean import clean_line
from ehelse_cli.render.papers import PAPERS, Kind
from tests.render.council import COUNCIL
from tests.render.pages import Page
from tests.render.test_markdown import HOSTILE
from tests.trees import load_clean

DAG = date(2026, 11, 23)

#: Each kind of paper, of what, and a sentence that it means in each language.
MEANT: dict[tuple[Kind, str], tuple[str, str]] = {
    ("innkalling", "fag-2026-m2"): ("Fristen for å melde forfall er mandag 30. november 2026.", "så meld frå til"),
    ("saksliste", "fag-2026-m2"): ("# Saksliste: Fagrådet for prøver, møte 2/2026", "# Sakliste: Fagrådet for prøver"),
    ("tilleggsinnkalling", "fag-2026-m2"): (
        "| Sakspapirer ettersendt 20. november 2026 |",
        "Ny utgåve 21. november 2026",
    ),
    ("saksframlegg", "fag-2026-2"): (
        "Hva er problemet, og hva vil vi oppnå?",
        "Kva er problemet, og kva vil vi oppnå?",
    ),
    ("moetepakke", "fag-2026-m2"): ("- Sak 2/2026: Ei sak på nynorsk", "## Innhald"),
    ("referat", "fag-2026-m1"): ("# Foreløpig referat: Fagrådet for prøver", "# Førebels referat: Fagrådet for prøver"),
    ("referat", "fag-2026-m3"): ("Referatet er godkjent 20. oktober 2026.", "Fagrådet slutta seg til saka."),
    ("mandat", "fag@2026-01-01"): ("- Skriftlig behandling", "- Skriftleg handsaming"),
    ("medlemsliste", "fag"): ("| Kommuner | ledig |", "Ikkje som mandatet seier: Kommuner: eitt sete er ledig"),
    ("aarshjul", "aarshjul-2026"): (
        "før Fagrådet 2. des., trenger sakspapirene",
        "før Fagrådet 2. des., treng sakspapira",
    ),
    ("endringsnotat", "fag@2027-01-01-utkast"): ("har ~~fem~~ **seks** medlemmer", "reglar er endra"),
}


@pytest.fixture(scope="module")
def data() -> Dataset:
    return load_clean(COUNCIL)


def _order(data: Dataset, kind: Kind, id_: str, maalform: Maalform) -> Bestilling:
    ordered = papers.order(data, kind, id_, dag=DAG, maalform=maalform)
    return replace(ordered, les_vedlegg=lambda path: b"a;b\n1;2\n" if path.endswith("tal.csv") else None)


def _text(data: Dataset, kind: Kind, id_: str, maalform: Maalform = "nb", form: papers.Format = "md") -> str:
    return papers.make(kind, _order(data, kind, id_, maalform), form).decode()


def _without_style(document: str) -> str:
    return re.sub(r"<style>.*?</style>|sha256-[^']*", "…", document, flags=re.DOTALL)


def test_every_kind_of_paper_is_tried() -> None:
    assert {kind for kind, _ in MEANT} == set(PAPERS) == set(get_args(Kind))


@pytest.mark.parametrize("maalform", get_args(Maalform))
@pytest.mark.parametrize("which", MEANT, ids="-".join)
def test_as_they_look(data: Dataset, snapshot: SnapshotAssertion, which: tuple[Kind, str], maalform: Maalform) -> None:
    markdown, html = _text(data, *which, maalform), _text(data, *which, maalform, "html")
    assert MEANT[which][get_args(Maalform).index(maalform)] in markdown
    assert f'<html lang="{maalform}">' in html
    assert [markdown, _without_style(html)] == snapshot


@pytest.mark.parametrize("maalform", get_args(Maalform))
@pytest.mark.parametrize("which", MEANT, ids="-".join)
def test_the_same_input_gives_the_same_bytes(data: Dataset, which: tuple[Kind, str], maalform: Maalform) -> None:
    assert _text(data, *which, maalform, "html") == _text(load_clean(COUNCIL), *which, maalform, "html")


@pytest.mark.parametrize("maalform", get_args(Maalform))
@pytest.mark.parametrize("which", MEANT, ids="-".join)
def test_a_page_is_whole(data: Dataset, which: tuple[Kind, str], maalform: Maalform) -> None:
    """One title, no level skipped, ids of their own, every link inside leads somewhere, pictures in words."""
    page = Page(_text(data, *which, maalform, "html"))
    levels = [level for level, _ in page.headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert len(page.ids) == len(set(page.ids))
    inside = [link["href"] or "" for link in page.all("a") if (link["href"] or "").startswith("#")]
    assert [href for href in inside if href[1:] not in page.ids] == []
    assert all(picture["aria-label"] for picture in page.all("svg"))
    named = [table.get("aria-labelledby") for table in page.all("section") if table.get("aria-labelledby")]
    assert set(named) <= set(page.ids)


@pytest.mark.parametrize("which", MEANT, ids="-".join)
def test_nothing_of_what_is_exempt_is_told(data: Dataset, which: tuple[Kind, str]) -> None:
    for form in ("md", "html"):
        assert "hemmelig" not in _text(data, *which, form=form)


# --- the minutes


@pytest.mark.parametrize(
    "sentence",
    [
        "Det ble sendt til merknader 16. september 2026. Fristen for merknader var 23. september 2026.",
        "| Møteleder | Grete Sol (Helsedirektoratet) |",
        "| Anne Lie | KS | digitalt, til og med sak 1/2026 |",
        "| Pål Rye | KS | pva. Lars Eide |",
        "| Stein Ness | Helsedirektoratet | sak 1/2026 |",
        "### Forfall\n\n| Navn | Virksomhet | Merknad |\n|---|---|---|\n| Unni Vik | Norsk helsenett |",
        "#### Sak 1/2026: Deling av prøvesvar",
        "- Møteleder: Anne Lie",
        "*Grete Sol (Helsedirektoratet) var inhabil. Fratrådte under behandlingen. Har skrevet saken.*",
        "*Ikke beslutningsdyktig i saken. Minst 1/2 av 5 seter → 3 kreves; til stede 1 medlem + 1 stedfortreder.*",
        "Rådet drøftet *saken*.",
        "**Oppsummering:** Det er enighet om målet.",
        "**Forslag til tilråding**\n\nFagrådet anbefaler å starte i 2028.",
        "**Tilråding (endret i møtet)**\n\n1. Fagrådet anbefaler å starte i 2029.",
        "*Forutsetning: Driften er finansiert.*",
        "**Votering:** 2 stemte for, 1 mot og 1 blankt. Lederens stemme avgjorde.",
        "- Forbehold fra KS og kommuner til punkt 1 og 2: De kan gi råd, men ikke forplikte dem de representerer. Jf.",
        "- Dissens fra Pål Rye: Det haster ikke.",
        "- Merknad fra Norsk helsenett: Uten begrunnelse.",
        "- Uten navn: Opplæring må regnes inn. (ikke tatt inn, 1. oktober 2026, Notat: Den er regnet inn.)",
        "#### Sak 3/2026: Unntatt offentlighet, offl. § 23 tredje ledd\n\n### DAG 2",
        "- Nytt fra KS",
        "**Tilråding**\n\nFagrådet tok saken til orientering.",
        "*Ingen var inhabile.*",
        "*Ikke til stede i saken: Anne Lie.*",
        "**Utfall:** Utsatt til 2. desember 2026.\n\nTallene mangler.",
        "**Votering:** Enighet uten avstemning.",
        "#### Eventuelt\n\n",
        "Ingenting.",
        "## Ellers\n\nLederen ønsket velkommen.\n\n### Takk\n\nAlle ble takket.",
        "| Sak 1/2026 | Plan for opplæring | Helsedirektoratet | 1. desember 2026 | utført 20. november 2026 |",
        "| Sak 1/2026 | Spre kunnskap | ikke oppgitt | ikke satt | åpen |",
        "Ført av Randi Lund, 16. september 2026",
    ],
)
def test_what_the_minutes_say(data: Dataset, sentence: str) -> None:
    assert sentence in _text(data, "referat", "fag-2026-m1")


@pytest.mark.parametrize(
    ("dag", "title", "status"),
    [
        ("2026-09-15", "Utkast til referat", "Referatet er et utkast og er ikke sendt til medlemmene."),
        ("2026-09-16", "Foreløpig referat", "Fristen for merknader er 23. september 2026."),
        (
            "2026-12-02",
            "Referat",
            "Referatet er godkjent i møtet 2. desember 2026.\n\nRettelser:\n\n- Det skal stå onsdag.",
        ),
    ],
)
def test_how_far_the_minutes_have_come(dag: str, title: str, status: str) -> None:
    files = {
        **COUNCIL,
        "moeter/fag/2026-m2.md": COUNCIL["moeter/fag/2026-m2.md"].replace(
            "stå onsdag.]", "stå onsdag.], utfall: behandlet"
        ),
    }
    document = papers.paper(load_clean(files), "referat", "fag-2026-m1", dag=date.fromisoformat(dag), format="md")
    assert document.startswith(f"# {title}: ")
    assert status in document


def _quorum(mandate: str, attendance: str | None = None, maalform: Maalform = "nb") -> str:
    path, meeting = "mandater/fag/2026-01-01.md", "moeter/fag/2026-m3.md"
    rule = re.search(r"beslutningsdyktighet: \{.*\}", COUNCIL[path])
    assert rule
    files = {
        **COUNCIL,
        path: COUNCIL[path].replace(rule[0], f"beslutningsdyktighet: {mandate}" if mandate else rule[0]),
    }
    if attendance:
        told = re.search(r"fremmoete: \{.*\}", COUNCIL[meeting])
        assert told
        files[meeting] = COUNCIL[meeting].replace(told[0], f"fremmoete: {attendance}")
    return papers.paper(load_clean(files), "referat", "fag-2026-m3", dag=DAG, format="md", maalform=maalform)


@pytest.mark.parametrize(
    ("mandate", "attendance", "sentence"),
    [
        ("ikke_regulert", None, "Når Fagrådet er beslutningsdyktig, er ikke regulert i mandatet."),
        ("ukjent", None, "Det er ukjent om møtet var beslutningsdyktig."),
        ("", "ikke_oppgitt", "Det er ukjent om møtet var beslutningsdyktig."),
        (
            "",
            "{medlemmer: [Grete Sol], forfall: [Anne Lie (Bergen), Lars Eide, Unni Vik]}",
            "Møtet var ikke beslutningsdyktig.",
        ),
        (
            "",
            "{medlemmer: [Grete Sol, Lars Eide, Unni Vik], forfall: [Anne Lie (Bergen)]}",
            "Møtet var beslutningsdyktig.",
        ),
    ],
)
def test_the_quorum_is_told_as_what_it_is(mandate: str, attendance: str | None, sentence: str) -> None:
    assert sentence in _quorum(mandate, attendance)


def test_in_nynorsk_the_reckoning_is_nynorsk() -> None:
    told = papers.paper(load_clean(COUNCIL), "referat", "fag-2026-m1", dag=DAG, format="md", maalform="nn")
    assert "Ikkje vedtaksført i saka. Minst 1/2 av 5 sete → 3 trengst; til stades 1 medlem + 1 varamedlem." in told


# --- the others


@pytest.mark.parametrize(
    ("kind", "id_", "sentence"),
    [
        (
            "innkalling",
            "fag-2026-m2",
            "| Fra | Helsedirektoratet |\n|---|---|\n| Til | Medlemmene i Fagrådet for prøver |",
        ),
        ("innkalling", "fag-2026-m2", "| Lars Eide | KS | Pål Rye |"),
        ("innkalling", "fag-2026-m3", "# Innkalling til skriftlig behandling: Fagrådet"),
        ("tilleggsinnkalling", "fag-2026-m2", "kommer i tillegg til dem som ble sendt 12. november 2026"),
        ("tilleggsinnkalling", "fag-2026-m2", "| Ny utgave 21. november 2026 (nye tal) |"),
        ("moetepakke", "fag-2026-m2", "| Sak 2/2026 | Vedlegg 1: Tal | tal.csv | 8 byte | 403bea51"),
        ("moetepakke", "fag-2026-m2", "| Sak 2/2026 | Vedlegg 2: unntatt offentlighet, offl. § 13 | – | – | – |"),
        ("moetepakke", "fag-2026-m2", "- Møte 1/2026: Foreløpig referat"),
        ("mandat", "fag@2026-01-01", "| Vedtatt av | Departementet, 20. november 2025 |"),
        ("mandat", "fag@2026-01-01", "| Leder (Helsedirektoratet) | 1 | – |\n| Kommuner | 3 | KS |"),
        ("mandat", "fag@2026-01-01", "## Ikke kjent hva mandatet sier\n\n- Offentlighet"),
        ("mandat", "fag@2027-01-01-utkast", "**Mandatet er et utkast og gjelder ikke.**"),
        ("medlemsliste", "fag", "| Seter | 4 besatt, mandatet sier 5 |"),
        ("medlemsliste", "fag", "| Leder | Grete Sol | Helsedirektoratet | Leder | 1.1.2026–31.12.2027 |"),
        ("medlemsliste", "fag", "| Kommuner | Lars Eide | KS | i permisjon | 1.1.2026–31.12.2027 | Pål Rye |"),
        (
            "medlemsliste",
            "fag",
            "| Observatør | Ola Berg | Departementet |\n| Stedfortreder for kommuner 1 | Liv Ek | KS |",
        ),
        ("medlemsliste", "fag", "## Perioder som går ut de neste 6 månedene\n\n- Anne Lie: 31. desember 2026"),
        ("aarshjul", "aarshjul-2026", "| oktober 2026 | Budsjett | Departementet |"),
        ("aarshjul", "aarshjul-2026", "| 13. januar – 16. juni 2026 | Formøte | KS | hver 2. uke |"),
        ("aarshjul", "aarshjul-2026", "| 2. desember 2026 | Møte 2/2026 | Fagrådet for prøver | Innkalling 11. nov. |"),
        ("aarshjul", "aarshjul-2026", "## Oppmøte i Fagrådet"),
        ("aarshjul", "aarshjul-2026", "| Lars Eide | stedfortreder |\n| Unni Vik | forfall |"),
        (
            "endringsnotat",
            "fag@2027-01-01-utkast",
            "| Fagrådet for prøver, utkast, skal gjelde fra 1. januar 2027 |",
        ),
    ],
)
def test_what_they_say(data: Dataset, kind: Kind, id_: str, sentence: str) -> None:
    assert sentence in _text(data, kind, id_)


# --- what people may write


def _written(node: Any, hostile: str) -> Any:
    """The object with other words in its titles and points."""
    if isinstance(node, tuple):
        return tuple(_written(part, hostile) for part in node)
    if not isinstance(node, Modell):
        return node
    told = {name: getattr(node, name) for name in type(node).model_fields}
    new = {
        name: hostile if name in _TOLD and isinstance(value, str) else _written(value, hostile)
        for name, value in told.items()
    }
    return node.model_copy(update={name: value for name, value in new.items() if value is not told[name]})


_TOLD = ("tittel", "bolk", "pause", "hva", "oppsummering", "begrunnelse", "merknad", "forutsetning", "sted", "navn")


# A blank line is the one thing that is more than text: it parts paragraphs.
_ONE_PARAGRAPH = [text for text in HOSTILE if "\n\n" not in text]


@pytest.mark.parametrize("hostile", [*_ONE_PARAGRAPH, "\u202ebidi\u2066", "👩‍⚕️ 🚑", "x" * 10_000])
def test_whatever_people_write_is_text(data: Dataset, hostile: str) -> None:
    """Titles, names and points that look like HTML, Jinja or Markdown make no tag, and are there to be read."""
    changed = replace(
        data,
        saker={id_: _written(sak, hostile) for id_, sak in data.saker.items()},
        moeter={id_: _written(moete, hostile) for id_, moete in data.moeter.items()},
        aarshjul={id_: _written(aar, hostile) for id_, aar in data.aarshjul.items()},
    )
    for kind, id_ in MEANT:
        page, tame = (Page(_text(of, kind, id_, form="html")) for of in (changed, replace(changed, **_tame(data))))
        assert [tag for tag, _ in page.tags] == [tag for tag, _ in tame.tags]
        if kind in ("saksliste", "moetepakke", "referat", "saksframlegg"):
            assert clean_line(hostile) in " ".join(page.text.split())


def _tame(data: Dataset) -> dict[str, Any]:
    """The same with a word that nobody could take for anything else."""
    return {
        "saker": {id_: _written(sak, "tamt") for id_, sak in data.saker.items()},
        "moeter": {id_: _written(moete, "tamt") for id_, moete in data.moeter.items()},
        "aarshjul": {id_: _written(aar, "tamt") for id_, aar in data.aarshjul.items()},
    }
