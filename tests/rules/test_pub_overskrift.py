"""PUB904: however the heading of an exempt case is written, what stands below it is found."""

from __future__ import annotations

import pytest

from ehelse_cli.rules.pub_lukket import SAKSOVERSKRIFT


@pytest.mark.parametrize(
    "overskrift",
    [
        "## Sak 2/2026", "### Sak 2/2026: Om noe", "## sak 2/2026", "## Sak nr. 2/2026", "## Sak nr 2/2026",
        "## Sak: 2/2026",
        "## Saken 2/2026", "## Saksnr. 2/2026", "## Saksnummer 2/2026", "## Sak\u00a02/2026", "## Unntatt sak 2/2026",
    ],
)  # fmt: skip
def test_a_heading_of_a_case_is_known(overskrift: str) -> None:
    treff = SAKSOVERSKRIFT.search(f"Foran\n\n{overskrift}\n\nTekst")
    assert treff is not None
    assert treff["nummer"] == "2/2026"


@pytest.mark.parametrize("overskrift", ["## Saker 2026", "## Eventuelt", "Sak 2/2026", "## Saksliste for 2026"])
def test_another_heading_is_not(overskrift: str) -> None:
    treff = SAKSOVERSKRIFT.search(overskrift)
    assert treff is None or "/" not in treff["nummer"]
