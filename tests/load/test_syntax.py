from __future__ import annotations

import pytest

from ehelse_cli.load.yaml_text import compose


@pytest.mark.parametrize(
    ("text", "place", "message", "help_"),
    [
        ("\ta: b", (1, 1), "tabulator", "mellomrom"),
        ("a:\n\tb: c", (2, 1), "tabulator", "mellomrom"),
        ("a: |\n\tb", (2, 1), "tabulator", "mellomrom"),
        ("tittel: Råd: støtte", (1, 12), "«: » midt i en tekst", '"Råd: støtte"'),
        ("- tittel: Råd: støtte  # x", (1, 14), "«: » midt i en tekst", '"Råd: støtte"'),
        ('a: b: "c"', (1, 5), "«: » midt i en tekst", "«|»"),
        ("a: b\n c: d", (2, 3), "nøkkelen hører ikke til noe", "innrykk"),
        ("a: 'b", (1, 4), "hermetegnet her blir aldri lukket", "hermetegn"),
        ('x: y\na: "b\nc: d\n', (2, 4), "hermetegnet her blir aldri lukket", "hermetegn"),
        ("a: 'b\n---\n", (1, 4), "hermetegnet her blir aldri lukket", "hermetegn"),
        ("a: [b, c", (1, 4), "«[» som begynner på linje 1, blir aldri lukket", "«]»"),
        ("a: {b: c\n", (1, 4), "«{» som begynner på linje 1, blir aldri lukket", "«}»"),
        ("a: {b", (1, 4), "aldri lukket", "«}»"),
        ("a: {b: c]\nd: e", (1, 9), "her mangler «,» eller «}»", "hermetegn"),
        ("a: [b\nc: d\n", (2, 2), "her mangler «,» eller «]» (det begynte på linje 1)", "hermetegn"),
        ("a: [Hva? Det]", (1, 8), "«?» har delt teksten", "egen linje"),
        ("a: {b: Hva? Det}", (1, 11), "«?» har delt teksten", "egen linje"),
        ("a: @b", (1, 4), "kan ikke begynne med «@»", '"@b"'),
        ("a: `b", (1, 4), "kan ikke begynne med «`»", '"`b"'),
        ("a: %b", (1, 4), "kan ikke begynne med «%»", '"%b"'),
        ("a: {b: |c}", (1, 8), "kan ikke begynne med «|»", "hermetegn"),
        ("a: {kl: 15:50}", (1, 9), "kolon uten mellomrom", '"15:50"'),
        ("a: [b, http://x.no/y, c]", (1, 8), "kolon uten mellomrom", '"http://x.no/y"'),
        ("a:\n  b: c\n d: e", (3, 2), "innrykket stemmer ikke", "innrykk"),
        ("- a: b\n c: d", (2, 2), "innrykket stemmer ikke", "innrykk"),
        ("- a\nb: c", (2, 1), "innrykket stemmer ikke", "innrykk"),
        ("a: b\n- c", (2, 1), "listen hører ikke til", "nøkkelen sin"),
        ("a: b\nc\n", (2, 1), "verken nøkkel eller del", "kolon etter nøkkelen"),
        ("a: b\nc:d\n", (2, 1), "verken nøkkel eller del", "vanlig mellomrom bak"),
        ("a: b\nc:\N{NO-BREAK SPACE}d\n", (2, 1), "verken nøkkel eller del", "vanlig mellomrom bak"),
        ("a: 'don't'", (1, 9), "det står noe etter verdien", "hermetegn rundt hele"),
        ("a: [b] c", (1, 8), "det står noe etter verdien", "hermetegn rundt hele"),
        ("a: ]", (1, 4), "her mangler en verdi", "Slett"),
        ("a: [b,,c]", (1, 7), "her mangler en verdi", "Slett"),
        ("a: - b", (1, 4), "en liste kan ikke begynne", "tankestrek"),
        ("a: ? b", (1, 4), "«? »", "hermetegn"),
        ("a: | b\n", (1, 6), "skal begynne på neste linje", "Flytt"),
        ('a: "C:\\q"', (1, 7), "«\\» har en egen betydning", "enkle hermetegn"),
        ('a: "\\x0g"', (1, 7), "«\\» har en egen betydning", "enkle hermetegn"),
        ('a: "\\ud800"', (1, 7), "«\\» har en egen betydning", "enkle hermetegn"),
        ("a: b\n...\nc", (3, 1), "etter slutten på dokumentet", "hermetegn"),
    ],
)
def test_a_complaint_is_told_in_norwegian_where_the_mistake_is(
    text: str,
    place: tuple[int, int],
    message: str,
    help_: str,
) -> None:
    (problem,) = compose(text).problems
    assert (problem.kind, (problem.span.line, problem.span.column)) == ("syntaks", place)
    assert message in problem.message
    assert help_ in (problem.help or "")


def test_a_colon_without_a_key_needs_no_advice() -> None:
    (problem,) = compose(": b").problems
    assert (problem.message, problem.help) == ("her mangler nøkkelen foran kolon", None)


def test_lines_that_messages_name_count_from_the_top_of_the_file() -> None:
    (problem,) = compose("a: [b", first_line=21).problems
    assert "linje 21" in problem.message
    assert problem.span.line == 21


def test_advice_quotes_only_what_quotes_can_hold() -> None:
    (problem,) = compose("a: @" + "b" * 80).problems
    assert problem.help == 'Sett hermetegn rundt teksten: "…", eller skriv den etter «|».'
