from __future__ import annotations

from textwrap import dedent
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from ehelse_cli.load.composed import Value
from ehelse_cli.load.edit.change import Append, Change, Put, Remove, changed, with_prose
from ehelse_cli.load.edit.document import CannotEditError, edited
from ehelse_cli.load.edit.emit import entry, flow, mapping, scalar
from ehelse_cli.load.yaml_text import compose

PATH = "forum/raad.yaml"

FORUM = """\
# Rådet
navn: Rådet                 # det lange navnet
kort: R

medlemmer:
  # Kommunene
  - navn: Kari Moen         # leder
    virksomhet: oslo
    periode: 2024-01-01
  - {navn: Ola Lie, virksomhet: ks}
  - Per
stedfortredere: [{navn: Liv Ek, for: Kari Moen}]
aliaser: Rådet
"""


def after(text: str, *changes: Change, path: str = PATH) -> str:
    return edited(path, text.encode(), changes).decode()


def lines(text: str, *changes: Change) -> tuple[list[str], list[str]]:
    """The lines taken away, and those put in."""
    old, new = text.splitlines(), after(text, *changes).splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


@pytest.mark.parametrize(
    ("change", "gone", "come"),
    [
        (Put(("kort",), "Rd"), ["kort: R"], ["kort: Rd"]),
        (
            Put(("navn",), "Det nye: rådet"),
            ["navn: Rådet                 # det lange navnet"],
            ['navn: "Det nye: rådet"                 # det lange navnet'],
        ),
        (Put(("navn",), "Ja # nei"), [FORUM.splitlines()[1]], ['navn: "Ja # nei"                 # det lange navnet']),
        (Put(("opprinnelse",), "x"), [], ["opprinnelse: x"]),
        (Put(("medlemmer", 0, "virksomhet"), "ks"), ["    virksomhet: oslo"], ["    virksomhet: ks"]),
        (Put(("medlemmer", 0, "fratraadt"), "2026-01-01"), [], ["    fratraadt: 2026-01-01"]),
        (
            Put(("medlemmer", 1, "fratraadt"), "2026-01-01"),
            ["  - {navn: Ola Lie, virksomhet: ks}"],
            ["  - {navn: Ola Lie, virksomhet: ks, fratraadt: 2026-01-01}"],
        ),
        (
            Put(("medlemmer", 1, "virksomhet"), "a, b"),
            ["  - {navn: Ola Lie, virksomhet: ks}"],
            ['  - {navn: Ola Lie, virksomhet: "a, b"}'],
        ),
        (
            Append(("medlemmer", 0, "forlenget"), {"til": "2027-12-31", "kilde": "Brev"}),
            [],
            ["    forlenget: [{til: 2027-12-31, kilde: Brev}]"],
        ),
        (
            Append(("medlemmer",), {"navn": "Ane", "virksomhet": "ks"}),
            [],
            ["  - {navn: Ane, virksomhet: ks}"],
        ),
        (
            Append(("medlemmer",), {"navn": "Ane", "begrunnelse": "Fordi: slik.\nOg så."}, before=1),
            [],
            ["  - navn: Ane", "    begrunnelse: |", "      Fordi: slik.", "      Og så."],
        ),
        (
            Put(("medlemmer", 1, "begrunnelse"), "Fordi."),
            ["  - {navn: Ola Lie, virksomhet: ks}"],
            ["  - navn: Ola Lie", "    virksomhet: ks", "    begrunnelse: |", "      Fordi."],
        ),
        (
            Append(("stedfortredere",), {"navn": "Bo", "for": "Per"}),
            ["stedfortredere: [{navn: Liv Ek, for: Kari Moen}]"],
            ["stedfortredere: [{navn: Liv Ek, for: Kari Moen}, {navn: Bo, for: Per}]"],
        ),
        (
            Append(("stedfortredere",), {"navn": "Bo", "begrunnelse": "Fordi."}),
            ["stedfortredere: [{navn: Liv Ek, for: Kari Moen}]"],
            [
                "stedfortredere:",
                "  - {navn: Liv Ek, for: Kari Moen}",
                "  - navn: Bo",
                "    begrunnelse: |",
                "      Fordi.",
            ],
        ),
        (
            Append(("medlemmer",), {"navn": "Ane", "virksomhet": "ks"}, before=0),
            [],
            ["  - {navn: Ane, virksomhet: ks}"],
        ),
        (
            Append(("stedfortredere",), {"navn": "Bo", "for": "Per"}, before=0),
            ["stedfortredere: [{navn: Liv Ek, for: Kari Moen}]"],
            ["stedfortredere: [{navn: Bo, for: Per}, {navn: Liv Ek, for: Kari Moen}]"],
        ),
        (Append(("aliaser",), "Utvalget", before=0), ["aliaser: Rådet"], ["aliaser: [Utvalget, Rådet]"]),
        (Put(("medlemmer", 2), {"navn": "Per", "virksomhet": "ks"}), ["  - Per"], ["  - {navn: Per, virksomhet: ks}"]),
        (
            Put(("stedfortredere", 0), "Liv Ek"),
            ["stedfortredere: [{navn: Liv Ek, for: Kari Moen}]"],
            ["stedfortredere: [Liv Ek]"],
        ),
        (Remove(("medlemmer", 1, "navn")), ["  - {navn: Ola Lie, virksomhet: ks}"], ["  - {virksomhet: ks}"]),
        (Append(("erstatter",), "nehs"), [], ["erstatter: [nehs]"]),
        (Append(("aliaser",), "Utvalget"), ["aliaser: Rådet"], ["aliaser: [Rådet, Utvalget]"]),
        (Remove(("kort",)), ["kort: R"], []),
        (Remove(("medlemmer", 2)), ["  - Per"], []),
        (Remove(("medlemmer", 0, "virksomhet")), ["    virksomhet: oslo"], []),
        (
            Remove(("medlemmer", 1, "virksomhet")),
            ["  - {navn: Ola Lie, virksomhet: ks}"],
            ["  - {navn: Ola Lie}"],
        ),
    ],
)
def test_only_the_lines_it_is_about_are_changed(change: Change, gone: list[str], come: list[str]) -> None:
    assert lines(FORUM, change) == (gone, come)


def test_a_new_first_key_of_an_item_takes_over_its_dash() -> None:
    text = "---\ntid: 2026-03-01\nsaksliste:\n  # fast\n  - fast: plan   # kort\n    minutter: 5\n---\n"
    expected = text.replace("  - fast: plan", "  - sak: 1/2026\n    fast: plan")
    assert after(text, Put(("saksliste", 0, "sak"), "1/2026"), path="moeter/raad/2026-m1.md") == expected


def test_a_new_key_stands_where_such_files_have_it() -> None:
    text = after(FORUM.replace("aliaser: Rådet\n", ""), Put(("overordnet",), "ingen"), Put(("saksnummer",), "N/AAAA"))
    keys = [line.split(":")[0] for line in text.splitlines() if line[:1].isalpha()]
    assert keys == ["navn", "kort", "overordnet", "saksnummer", "medlemmer", "stedfortredere"]
    assert after(FORUM, Put(("medlemmer", 0, "gruppe"), "kommuner")).index("gruppe") < FORUM.index("periode") + 20


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_mark_are_kept(ending: str, bom: bytes) -> None:
    raw = bom + FORUM.replace("\n", ending).encode()
    new = edited(PATH, raw, [Append(("medlemmer",), {"navn": "A", "begrunnelse": "En.\nTo."}), Put(("kort",), "Rd")])
    assert new.startswith(bom)
    body = new.removeprefix(bom)
    others = {"\r\n": b"", "\r": b"\n", "\n": b"\r"}[ending]
    assert body.replace(b"\r\n", b"").count(b"\n" if ending == "\r\n" else others) == 0
    assert compose(body.decode()).value == changed(
        changed(compose(FORUM).value or "", Append(("medlemmer",), {"navn": "A", "begrunnelse": "En.\nTo."})),
        Put(("kort",), "Rd"),
    )


def test_the_body_of_a_paper_is_not_touched() -> None:
    text = "---\ntittel: En\n---\ntittel: To\n---\n"
    body = "## Bakgrunn\n\ntekst  \n"
    assert after(text.replace("tittel: To\n---\n", body), Put(("tittel",), "Ny"), path="saker/raad/2026-01.md") == (
        f"---\ntittel: Ny\n---\n{body}"
    )


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("navn: &a R\n", Put(("navn",), "X")),
        ("navn: R\nnavn: S\n", Put(("navn",), "X")),
        ("navn: [R\n", Put(("navn",), "X")),
        ("", Put(("navn",), "X")),
        ("medlemmer:\n  - Per\n", Put(("medlemmer", 0, "periode"), "2024-01-01")),
        ("medlemmer:\n  - Per\n", Put(("medlemmer", 3, "navn"), "X")),
        ("medlemmer:\n  - Per\n", Remove(("medlemmer", 0))),
        ("a: {b: [{c: d}]}\n", Put(("a", "b", 0, "begrunnelse"), "Fordi.")),
        ("a: {b: c,\n  # sagt i møtet\n  d: e}\n", Put(("a", "begrunnelse"), "Fordi.")),
        ("navn: R\n", Remove(("kort",))),
        ("a:\n  - b: c\n    d: e\n", Remove(("a", 0, "b"))),
        ("a: [{b: c}]\n", Put(("a", 0), {"begrunnelse": "Fordi."})),
        ("a: [[b, c]]\n", Append(("a", 0), {"begrunnelse": "Fordi."})),
        ("a: b\n", Append(("a",), {"begrunnelse": "Fordi."})),
        ("a: {b: c}\n", Append(("a",), "d")),
    ],
)
def test_what_cannot_be_done_safely_is_refused(text: str, change: Change) -> None:
    with pytest.raises(CannotEditError, match="kan ikke endre"):
        after(text, change)


# --- whatever the values are

TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"], exclude_characters="\u2028\u2029\ufeff\ufffe"),
    min_size=1,
    max_size=30,
)
KEYS = st.sampled_from(["navn", "kort", "periode", "merknad", "tekst", "begrunnelse", "vedtak", "kilde"])
VALUES: st.SearchStrategy[Value] = st.recursive(
    TEXT,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(KEYS, inner, min_size=1, max_size=3),
    max_leaves=6,
)


@given(TEXT)
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    import unicodedata

    for written in (f"a: {scalar(text)}\n", f"a: {{b: {scalar(text, flow=True)}}}\n"):
        composed = compose(unicodedata.normalize("NFC", written))
        if composed.problems:
            assert {problem.kind for problem in composed.problems} <= {"ukjent-tegn", "flettekonflikt"}
        else:
            read = composed.value["a"] if isinstance(composed.value, dict) else None
            assert (read if isinstance(read, str) else read["b"]) == unicodedata.normalize("NFC", text)  # type: ignore[index,call-overload]


@given(
    st.dictionaries(KEYS, VALUES, min_size=1, max_size=4), KEYS, VALUES, st.sampled_from(["put", "append", "remove"])
)
def test_an_edit_says_what_was_meant_or_is_refused(start: dict[str, Value], key: str, value: Value, what: str) -> None:
    raw = ("# først\n" + "\n".join(mapping(start, 0)) + "\n# sist\n").encode()
    changes: dict[str, Change] = {"put": Put((key,), value), "append": Append((key,), value), "remove": Remove((key,))}
    change = changes[what]
    try:
        new = edited(PATH, raw, [change]).decode()
    except CannotEditError:
        return
    before = compose(normalize("NFC", raw.decode())).value
    assert before is not None
    if not isinstance(change, Remove):
        change = structs.replace(change, value=_read_back(change.value))
    assert compose(normalize("NFC", new)).value == changed(before, change)
    assert new.startswith("# først\n")
    assert new.endswith("# sist\n")


def _read_back(value: Value) -> Value:
    """What is typed with letters in two parts is read with letters in one."""
    if isinstance(value, dict):
        return {key: _read_back(inner) for key, inner in value.items()}
    return [_read_back(inner) for inner in value] if isinstance(value, list) else normalize("NFC", value)


# What a Mac may leave: each å is an a and a ring.
DECOMPOSED = normalize("NFD", FORUM.replace("Kari Moen  ", "Åse Grønås  ")).replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("changes", "gone", "come"),
    [
        ([Put(("kort",), "Rå")], ["kort: R"], ["kort: Rå"]),
        ([Append(("medlemmer",), {"navn": "A\u030asa"})], [], ["  - navn: Åsa"]),
        (
            [Put(("medlemmer", 0, "virksomhet"), "ks"), Put(("opprinnelse",), "Før")],
            ["    virksomhet: oslo"],
            ["    virksomhet: ks", "opprinnelse: Før"],
        ),
    ],
)
def test_letters_in_two_parts_stay_so_on_the_lines_that_are_not_touched(
    changes: list[Change], gone: list[str], come: list[str]
) -> None:
    new = after(DECOMPOSED, *changes)
    old_lines, new_lines = DECOMPOSED.split("\r\n"), new.split("\r\n")
    assert [line for line in old_lines if line not in new_lines] == gone
    assert [line for line in new_lines if line not in old_lines] == come
    assert "a\u030a" in new.casefold()
    assert new.count("\n") == new.count("\r\n")


def test_a_touched_line_is_written_anew_whole() -> None:
    new = after("a: {b: a\u030a}\nc: a\u030a\n", Put(("a", "d"), "e"))
    assert new == "a: {b: å, d: e}\nc: a\u030a\n"


def test_values_are_written_as_people_write_them() -> None:
    assert (
        flow({"til": "2027-12-31", "av": ["ks", "hod"], "kl": "10:00"})
        == '{til: 2027-12-31, av: [ks, hod], kl: "10:00"}'
    )
    assert "\n".join(entry("vedtak", ["Rådet støtter.", "Rådet: ja"], 4)) == dedent("""\
        vedtak:
              - Rådet støtter.
              - "Rådet: ja\"""")
    assert entry("begrunnelse", "Fordi.", 0) == ["begrunnelse: |", "  Fordi."]
    assert with_prose({"begrunnelse": "Fordi.", "navn": "Ja."}) == {"begrunnelse": "Fordi.\n", "navn": "Ja."}


def test_a_rule_in_brackets_gets_room_for_a_reason() -> None:
    text = "navn: R\nord: {vedtak: Råd, stedfortreder: vara}  # sagt i 2024\nkort: R\n"
    assert after(text, Put(("ord", "begrunnelse"), "Fordi.")) == (
        "navn: R\nord:\n  vedtak: Råd\n  stedfortreder: vara  # sagt i 2024\n  begrunnelse: |\n    Fordi.\nkort: R\n"
    )
