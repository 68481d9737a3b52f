"""What is wrong in one council does not hang on another: with a quiet one before or after it, the same is found."""

from __future__ import annotations

import pytest

from tests.rules.pages import WRONG, File, Page, found, load_files, pages, run
from tests.rules.raad import hode, mandat

PAGES = pages()


def neighbour(id_: str) -> dict[str, File]:
    """A council with one of everything, and nothing wrong with it."""
    files = {
        f"forum/{id_}.yaml": "navn: Naboen\nsaksnummer: N/AAAA\nmedlemmer_kjent_fra: 2019-01-01\n"
        "medlemmer: [{navn: Aase Aa, periode: 2019-01-01/..}]\n",
        f"mandater/{id_}/2019-01-01.md": mandat(forum=id_, fra="2019-01-01"),
        f"moeter/{id_}/2019-m1.md": hode(
            """
            tid: 2019-03-01
            fremmoete: {medlemmer: [Aase Aa]}
            saksliste: [{sak: 1/2019, utfall: trukket}, {tittel: Eventuelt, sakstype: eventuelt}]
            """
        ),
        f"saker/{id_}/2019-01.md": f"{hode('tittel: Stille')}\nTekst.\n",
        f"saker/{id_}/2019-02.md": f"{hode(f'tittel: Stillere{chr(10)}fra_sak: {id_}-2019-1')}\nTekst.\n",
    }
    return {path: File(path, text) for path, text in files.items()}


def test_the_neighbour_is_quiet() -> None:
    assert found(run(load_files(neighbour("aabakken")))) == []


@pytest.mark.parametrize("page", PAGES, ids=[page.code for page in PAGES])
@pytest.mark.parametrize("id_", ["aabakken", "zetten"])
def test_a_quiet_neighbour_changes_nothing(page: Page, id_: str) -> None:
    files = page.example(WRONG)
    alone = run(load_files(files)).findings
    together = run(load_files({**neighbour(id_), **files})).findings
    assert sorted(map(str, together)) == sorted(map(str, alone))
