"""The path is the id: what a file is, told by where it stands."""

from __future__ import annotations

import pytest

from ehelse_cli.load.kinds import KINDS, place


@pytest.mark.parametrize(
    ("path", "kind", "id_"),
    [
        ("datasett.yaml", "datasett", "datasett"),
        ("virksomheter.yaml", "virksomheter", "virksomheter"),
        ("personer.yaml", "personer", "personer"),
        ("forum/nehr.yaml", "forum", "nehr"),
        ("forum/k-nehs.yaml", "forum", "k-nehs"),
        ("mandater/nehr/2024-01-01.md", "mandat", "nehr@2024-01-01"),
        ("mandater/nehr/2024-01-01-utkast.md", "mandat", "nehr@2024-01-01-utkast"),
        ("mandater/godtatt.yaml", "godtatt", "godtatt"),
        ("moeter/nehr/2026-m4.md", "moete", "nehr-2026-m4"),
        ("moeter/nehr/2026-m04.md", "moete", "nehr-2026-m4"),
        ("moeter/skate/2020-06-17.md", "moete", "skate-2020-06-17"),
        ("saker/skate/2020-07.md", "sak", "skate-2020-7"),
        ("saker/skate/2020-0070.md", "sak", "skate-2020-70"),
        ("saker/nehr/koe/nytt-veikart.md", "sak", "nehr-koe-nytt-veikart"),
        ("saker/nehr/2026-09/tall og figurer.pdf", "vedlegg", "saker/nehr/2026-09/tall og figurer.pdf"),
        ("saker/nehr/koe/veikart/tall.csv", "vedlegg", "saker/nehr/koe/veikart/tall.csv"),
        ("aarshjul/2026.yaml", "aarshjul", "aarshjul-2026"),
    ],
)
def test_a_path_says_what_the_file_is(path: str, kind: str, id_: str) -> None:
    placed = place(path)
    assert placed is not None
    assert (placed.kind.name, placed.id, placed.path) == (kind, id_, path)


@pytest.mark.parametrize(
    "path",
    [
        "README.md",
        "Datasett.yaml",
        "data/datasett.yaml",
        "datasett.yaml/x",
        "forum/NEHR.yaml",
        "forum/nehr.md",
        "forum/nehr.yaml.bak",
        "forum/-nehr.yaml",
        "forum/ne hr.yaml",
        "forum/nehr/x.yaml",
        "mandater/nehr/2024-13-01.md",
        "mandater/nehr/2024-1-1.md",
        "mandater/nehr/2024-01-01-forslag.md",
        "mandater/2024-01-01.md",
        "moeter/nehr/2026-4.md",
        "moeter/nehr/2026-m123.md",
        "moeter/nehr/2026-02-30.md",
        "moeter/nehr/26-m4.md",
        "saker/nehr/2026-12345.md",
        "saker/nehr/2026.md",
        "saker/nehr/koe/Nytt.md",
        "saker/nehr/2026-09/mappe/fil.pdf",
        "aarshjul/26.yaml",
        "aarshjul/2026.yaml\n",
        "",
    ],
)
def test_any_other_path_says_nothing(path: str) -> None:
    assert place(path) is None


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.example)
def test_the_example_of_each_kind_is_of_that_kind(kind: object) -> None:
    placed = place(kind.example)  # type: ignore[attr-defined]
    assert placed is not None
    assert placed.kind is kind
