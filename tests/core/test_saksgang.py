from __future__ import annotations

from datetime import date

import pytest

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.saksgang import behandlinger, er_lukket, forloepere, med_arv, moetet_for
from tests.trees import load_clean, load_tree

FILES = {
    "forum/a.yaml": "{navn: A, saksnummer: N/AAAA}",
    "saker/a/2026-01.md": "---\nsakseiere: [ks, hdir]\nforeslaatt_av: ks\nkonsekvens_kommuner: {pris: 4 mill.}\n---\n",
    "saker/a/2026-02.md": "---\nfra_sak: a-2026-1\nsakseiere: hdir\nhovedprosess: strategi\n---\n",
    "saker/a/2026-03.md": "---\nfra_sak: a-2026-2\nkonsekvens_kommuner: ingen\nforeslaatt_av: ingen\n---\n",
    "saker/a/2026-04.md": "---\nfra_sak: [a-2026-5, a-2026-3]\n---\n",
    "saker/a/2026-05.md": """
        ---
        fra_sak: a-2026-4
        skjerming: {hjemmel: offl. § 13, omfang: hele}
        sakseiere: nhn
        ---
        """,
    "moeter/a/2026-m1.md": "---\ntid: 2026-02-01\nsaksliste: [{sak: 1/2026}, {sak: 2/2026}]\n---\n",
    "moeter/a/2026-m2.md": "---\ntid: 2026-03-01\navlyst: 2026-02-20\nsaksliste: [{sak: 2/2026}]\n---\n",
    "moeter/a/2026-m3.md": "---\ntid: 2026-04-01\nsaksliste: [{sak: 2/26}]\n---\n",
}


@pytest.fixture(scope="module")
def data() -> Dataset:
    return load_clean(FILES)


@pytest.mark.parametrize(
    ("sak", "felt", "verdi"),
    [
        (2, "sakseiere", ("hdir",)),
        (2, "foreslaatt_av", ("ks",)),
        (3, "sakseiere", ("hdir",)),
        (3, "foreslaatt_av", ()),
        (3, "hovedprosess", "strategi"),
        (3, "konsekvens_kommuner", Taushet.INGEN),
        (3, "oppdrag", None),
        (4, "sakseiere", ("hdir",)),
        (4, "konsekvens_kommuner", Taushet.INGEN),
    ],
)
def test_what_a_case_takes_over(data: Dataset, sak: int, felt: str, verdi: object) -> None:
    assert getattr(med_arv(data, data.saker[f"a-2026-{sak}"]), felt) == verdi


def test_all_that_is_taken_over() -> None:
    """An exempt case takes over nothing: what it shows would tell what it is about."""
    arv = (
        "sakseiere: [ks]\nforeslaatt_av: [nhn]\noppdrag: {av: hod}\nhovedprosess: strategi\nkonsekvens_kommuner: ingen"
    )
    exempt = "skjerming: {hjemmel: offl. § 13, omfang: hele}\n"
    files = {
        "forum/a.yaml": "{navn: A, saksnummer: N/AAAA}",
        "saker/a/2026-01.md": f"---\n{arv}\n---\n",
        "saker/a/2026-02.md": "---\nfra_sak: a-2026-1\n---\n",
        "saker/a/2026-03.md": f"---\nfra_sak: a-2026-1\n{exempt}---\n",
    }
    data = load_clean(files)
    foerste, neste, unntatt = data.saker.values()
    felter = [linje.partition(":")[0] for linje in arv.splitlines()]
    assert [getattr(med_arv(data, neste), felt) for felt in felter] == [getattr(foerste, felt) for felt in felter]
    assert med_arv(data, unntatt) == unntatt


def test_a_circle_ends(data: Dataset) -> None:
    assert [sak.id for sak in forloepere(data, data.saker["a-2026-4"])] == [f"a-2026-{nr}" for nr in (5, 3, 2, 1)]


def test_treatments_are_those_of_the_whole_matter_by_day(data: Dataset) -> None:
    rader = behandlinger(data, data.saker["a-2026-2"])
    assert [(rad.dato.month, rad.sak.id) for rad in rader] == [(2, "a-2026-1"), (2, "a-2026-2"), (4, "a-2026-2")]


@pytest.mark.parametrize(
    ("dag", "moete"),
    [
        ("2026-01-01", "a-2026-m1"),
        ("2026-02-01", "a-2026-m1"),
        ("2026-02-02", "a-2026-m3"),
        ("2027-01-01", "a-2026-m3"),
    ],
)
def test_a_paper_is_for_the_next_meeting_or_the_last(data: Dataset, dag: str, moete: str) -> None:
    funnet = moetet_for(data, data.saker["a-2026-2"], date.fromisoformat(dag))
    assert funnet is data.moeter[moete]


def test_a_case_on_no_agenda_has_no_meeting(data: Dataset) -> None:
    assert moetet_for(data, data.saker["a-2026-4"], date(2026, 1, 1)) is None


@pytest.mark.parametrize(
    ("punkt", "lukket"),
    [
        ("sak: 1/2026", False),
        ("sak: 2/2026", True),
        ("sak: 3/2026", True),
        ("sak: 9/2026, tittel: A", False),
        ("tittel: A", False),
        ("tittel: A, skjerming: {hjemmel: offl. § 13, omfang: hele}", True),
        ("sak: 1/2026, skjerming: {hjemmel: offl. § 13, omfang: deler}", False),
    ],
    ids=["open", "exempt", "can not be read", "no paper", "no number", "the line is exempt", "in part"],
)
def test_of_what_is_closed_nothing_but_the_number_is_shown(punkt: str, lukket: bool) -> None:
    files = {
        "forum/a.yaml": "{navn: A, saksnummer: N/AAAA}",
        "saker/a/2026-01.md": "---\ntittel: A\n---\n",
        "saker/a/2026-02.md": "---\nskjerming: {hjemmel: offl. § 13, omfang: hele}\n---\n",
        "saker/a/2026-03.md": "---\ntittel: [\n---\n",
        "moeter/a/2026-m1.md": f"---\ntid: 2026-02-01\nsaksliste: [{{{punkt}}}]\n---\n",
    }
    data = load_tree(files).dataset
    assert er_lukket(data, "a", data.moeter["a-2026-m1"].saksliste[0]) is lukket
