from __future__ import annotations

import pytest

from ehelse_cli.render.papers import order, page
from ehelse_cli.render.utensaker import uten_saker
from tests.public.trees import DAG, FILES
from tests.trees import load_clean, load_tree

DATA = load_clean(
    {
        "forum/raad.yaml": "{navn: Rådet, saksnummer: N/AAAA}\n",
        "saker/raad/2026-02.md": "---\ntittel: To\n---\n",
        "saker/raad/koe/venter.md": "---\ntittel: Venter\n---\n",
    }
)
LUKKET = frozenset({"raad-2026-2", "raad-koe-venter"})


def _uten(tekst: str) -> str:
    return uten_saker(DATA, "raad", tekst, LUKKET.__contains__, LUKKET)


@pytest.mark.parametrize(
    "overskrift",
    [
        "## 2/2026", "## Sak 2/26", "## Sak nr 2/2026", "## Sak nr. 2/2026", "## SAK 2/2026", "## Unntatt sak 2/2026",
        "## Sak 2 / 2026", "## Sakene 1/2026 og 2/2026", "Sak 2/2026\n----------", "Om 2/2026\n===", "**Sak 2/2026**",
        "## Sak 02/2026", "## Sak raad-2026-2", "## Om raad-koe-venter", "## Sak\u00a02/2026", "## Sak: 2/2026",
        "1. Sak 2/2026",
        "> ## Sak 2/2026", "## Punkt 3: Sak 2/2026", "## *Sak 2/2026*", "## `Sak 2/2026`", "## [Sak 2/2026](x)",
        "<h2>Sak 2/2026</h2>", "| Sak 2/2026 | Noe |", "## Sak 2/2026 (unntatt)", "## S a k 2/2026", "## Sak №2/2026",
        "## Saksnr. 2/2026", "## Behandling av sak 2/2026", "Sak 2/2026: Hemmelig", "2/2026 Hemmelig",
        "- 2/2026 – Hemmelig",
        "Sak 1/2026 og 2/2026 ble sett under ett", "Saken 2/2026 ble drøftet", "# Sak 2/2026", "###### Sak 2/2026",
        "## Sakene 1-3/2026", "Sak 1–3/2026 ble sett under ett", "**Sak 2\u00a0/\u00a02026** Hemmelig",
        "Sak 2\u20132026",
        "## Sak 2", "## Sak 2: Noe", "## Sak nr. 02 – noe", "**Sak 2** Hemmelig", "- Sak 2: Hemmelig", "## Om sak 2",
    ],
)  # fmt: skip
def test_what_stands_below_the_number_of_a_closed_case_is_gone(overskrift: str) -> None:
    tekst = f"Åpent før.\n\n{overskrift}\n\nHemmelig ord.\n\n# Sak 3/2026\n\nÅpent etter."
    assert _uten(tekst) == "Åpent før.\n\n# Sak 3/2026\n\nÅpent etter."


@pytest.mark.parametrize(
    "tekst",
    [
        "## Sak 1/2026\n\nÅpent, se også sak 2/2026.",
        "## Sak 1/2026\n\nRådet viste til sak 2/2026, som er unntatt.",
        "## Møtet 2026-02-11\n\nÅpent.",
        "## Sak 1: Prøve i 2 kommuner\n\nÅpent om sak 2.",
        "## Sak 12\n\nÅpent.",
        "## Saksliste 2\n\nÅpent.",
        "Vedtatt med 2 mot 20 stemmer.\n\n- - -\n\nÅpent.",
        "",
    ],
)
def test_what_only_mentions_it_stands(tekst: str) -> None:
    assert _uten(tekst) == tekst


def test_a_heading_below_belongs_to_the_closed_case_and_one_beside_opens_again() -> None:
    tekst = "## Sak 2/2026\n\nHemmelig\n\n### Videre\n\nHemmelig\n\n## Eventuelt\n\nÅpent"
    assert _uten(tekst) == "## Eventuelt\n\nÅpent"


def test_what_looks_like_a_heading_in_a_fence_opens_nothing() -> None:
    assert _uten("## Sak 2/2026\n\n~~~\n## Eventuelt\n~~~\n\nHemmelig\n\n## Slutt") == "## Slutt"


@pytest.mark.parametrize(
    "inni",
    ["~~~\n```\n## Eventuelt\n~~~", "````\n```\n## Eventuelt\n````", "```\n```tekst\n## Eventuelt\n```"],
)
def test_a_fence_is_closed_by_its_own_signs_alone(inni: str) -> None:
    assert _uten(f"## Sak 2/2026\n\n{inni}\n\nHemmelig\n\n## Slutt") == "## Slutt"


@pytest.mark.parametrize("inni", ["> ## Uttalelse", "    ## Uttalelse", "\t# Uttalelse"])
def test_a_heading_in_a_quotation_or_in_code_opens_nothing(inni: str) -> None:
    assert _uten(f"## Sak 2/2026\n\n{inni}\n\nHemmelig\n\n## Slutt") == "## Slutt"


def test_two_closed_cases_after_each_other_are_both_gone() -> None:
    tekst = "### Sak 2/2026\n\nHemmelig\n\n## Sak raad-koe-venter\n\nHemmelig\n\n### Sak 3/2026\n\nHemmelig\n\n## Slutt"
    assert _uten(tekst) == "## Slutt"


@pytest.mark.parametrize(("intern", "er_der"), [(False, False), (True, True)])
def test_minutes_tell_it_only_to_those_inside(*, intern: bool, er_der: bool) -> None:
    moete = FILES["moeter/raad/2026-m1.md"] + "\n        ## Sak nr. 2/2026\n\n        Hemmelig ord.\n"
    data = load_tree({**FILES, "moeter/raad/2026-m1.md": moete}).dataset
    papir = page("referat", order(data, "referat", "raad-2026-m1", dag=DAG, intern=intern))
    assert ("Hemmelig ord" in papir) == er_der
    assert "Alle var enige" in papir
