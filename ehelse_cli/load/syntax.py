"""The C parser's complaints → plain Norwegian, at the place where the mistake was made.

A row of `_ROWS` says how a complaint is known and what to tell; the first that fits is used. The parser notices a
mistake late (an open quote at the end of the file), so a row also says which of its two marks to show: where it
noticed (`mark`) or where the thing began (`opened`).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from ehelse_cli.load.problem import START, Problem, Span
from ehelse_cli.load.refusals import refusal
from ehelse_cli.load.text import find_refused, span_of


class Mishap(Struct, frozen=True):
    """What the parser said: its two phrases, and where in `text` it noticed and where the thing began."""

    text: str
    problem: str
    context: str
    mark: int
    opened: int
    first_line: int

    @property
    def character(self) -> str:
        """What stands where the parser noticed; empty at the end."""
        return self.text[self.mark : self.mark + 1]

    @property
    def before(self) -> str:
        """What stands before that on the line."""
        return re.split(r"[\r\n]", self.text[: self.mark])[-1]

    @property
    def after(self) -> str:
        """What stands from there to the end of the line."""
        return re.split(r"[\r\n]", self.text[self.mark :], maxsplit=1)[0]


Words = tuple[str, str | None]


class _Row(Struct, frozen=True):
    problem: str
    words: Words | Callable[[Mishap], Words]
    context: str = ""
    at_opened: bool = False


def explain(text: str, error: Exception, first_line: int) -> Problem:
    """One Problem for whatever the parser raised; without marks, it is a character that no file may hold.

    Its span counts from the first line of `text`; a line named in its words counts from `first_line` of the file.
    """
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return find_refused(text) or Problem("syntaks", *_UNKNOWN, START)
    opened = getattr(error, "context_mark", None) or mark
    problem, context = getattr(error, "problem", None) or "", getattr(error, "context", None) or ""
    return _explain(Mishap(text, problem, context, mark.index, opened.index, first_line))


def _explain(mishap: Mishap) -> Problem:
    for part, kind in _REFUSED_CONTEXTS:
        if part in mishap.context:
            return refusal(kind, _span(mishap, mishap.opened))
    for row in _ROWS:
        if row.problem in mishap.problem and row.context in mishap.context:
            words = row.words(mishap) if callable(row.words) else row.words
            at_end = mishap.mark >= len(mishap.text.rstrip())
            return Problem("syntaks", *words, _span(mishap, mishap.opened if row.at_opened or at_end else mishap.mark))
    return Problem("syntaks", *_UNKNOWN, _span(mishap, mishap.mark))


def _span(mishap: Mishap, index: int) -> Span:
    """The character at `index`; at the end of the text, its last visible one."""
    if index >= len(mishap.text):
        index = max(len(mishap.text.rstrip()) - 1, 0)
    return span_of(mishap.text, index, min(index + 1, len(mishap.text)))


def _odd_start(mishap: Mishap) -> Words:
    if mishap.character == "\t":
        return "innrykket er laget med tabulator", "Bruk mellomrom; to for hvert nivå."
    return f"teksten kan ikke begynne med «{mishap.character}»", _quoted(mishap.after)


def _colon_in_value(mishap: Mishap) -> Words:
    key = re.match(r"[\s-]*[^\s:]+:\s+(?=\S)", mishap.before)
    if key:
        return "«: » midt i en tekst begynner en ny nøkkel", _quoted(mishap.before[key.end() :] + mishap.after)
    return (
        "nøkkelen hører ikke til noe: linjen over er tekst, eller innrykket stemmer ikke",
        "Gi linjen samme innrykk som nøklene den hører sammen med.",
    )


def _colon_in_flow(mishap: Mishap) -> Words:
    plain = re.compile(r"[^,\[\]{}\r\n]*").match(mishap.text, mishap.opened)
    return "kolon uten mellomrom i { } eller [ ]", _quoted(plain[0] if plain else "")


def _unclosed(mishap: Mishap) -> Words:
    opening = mishap.text[mishap.opened : mishap.opened + 1]
    closing = {"{": "}", "[": "]"}.get(opening, opening)
    if not mishap.text[mishap.mark :].strip():
        return f"«{opening}» som begynner på linje {_line(mishap)}, blir aldri lukket", f"Sett «{closing}» til slutt."
    if mishap.character == "?":
        return "«?» har delt teksten i { } eller [ ]", "Skriv setningen på egen linje, eller sett hermetegn rundt den."
    return (
        f"her mangler «,» eller «{closing}» (det begynte på linje {_line(mishap)})",
        "Er det kolon eller hermetegn i teksten, sett hermetegn rundt hele.",
    )


def _line(mishap: Mishap) -> int:
    return span_of(mishap.text, mishap.opened, mishap.opened).line + mishap.first_line - 1


def _no_key(mishap: Mishap) -> Words:
    if mishap.before.strip():
        return (
            "det står noe etter verdien",
            "Skal hermetegn eller parenteser være med i teksten, sett hermetegn rundt hele.",
        )
    if mishap.after.startswith("- "):
        return "listen hører ikke til noen nøkkel", "En liste står på linjene under nøkkelen sin."
    return ("her mangler nøkkelen foran kolon", None) if mishap.character == ":" else _WRONG_INDENT


def _quoted(value: str) -> str:
    """Advice to quote, with the text itself where that is short and needs no escapes."""
    value = re.split(r"\s+#", value.strip())[0]
    shown = value if 0 < len(value) <= 60 and not set(value) & set('"\\') else "…"
    return f'Sett hermetegn rundt teksten: "{shown}"' + ("" if shown != "…" else ", eller skriv den etter «|».")


_UNKNOWN: Words = ("dette er ikke gyldig YAML", "Se på innrykk, kolon og hermetegn på denne linjen og den over.")
_WRONG_INDENT: Words = (
    "innrykket stemmer ikke med linjene over",
    "Gi linjen samme innrykk som nøklene den hører sammen med.",
)
_OPEN_QUOTE: Words = ("hermetegnet her blir aldri lukket", "Sett samme slags hermetegn etter teksten.")
_ESCAPE: Words = (
    "«\\» har en egen betydning i doble hermetegn",
    "Bruk enkle hermetegn, '…', når teksten inneholder «\\».",
)
_NO_VALUE: Words = ("her mangler en verdi", "Slett tegnet, eller sett hermetegn rundt teksten.")

#: Half-written things that the format refuses in any case.
_REFUSED_CONTEXTS = (
    ("an alias", "alias"),
    ("an anchor", "alias"),
    (" tag", "tagg"),
    ("%TAG", "direktiv"),
    ("%YAML", "direktiv"),
    ("directive", "direktiv"),
)

_ROWS = (
    _Row("cannot start any token", _odd_start),
    _Row("mapping values are not allowed", _colon_in_value),
    _Row("unexpected ':'", _colon_in_flow, at_opened=True),
    _Row(
        "could not find expected ':'",
        (
            "linjen er verken nøkkel eller del av en tekst",
            "Mangler det kolon etter nøkkelen, eller et vanlig mellomrom bak? Tekst over flere linjer skal rykkes inn.",
        ),
        at_opened=True,
    ),
    _Row("unexpected end of stream", _OPEN_QUOTE, at_opened=True),
    _Row("unexpected document indicator", _OPEN_QUOTE, at_opened=True),
    _Row("escape", _ESCAPE),
    _Row("hexdecimal", _ESCAPE),
    _Row("did not find expected ',' or", _unclosed),
    _Row("did not find expected key", _no_key),
    _Row("did not find expected '-'", _no_key),
    _Row("did not find expected node content", _NO_VALUE),
    _Row(
        "block sequence entries are not allowed",
        (
            "en liste kan ikke begynne på samme linje som nøkkelen",
            "Sett «- » på neste linje. Er det en tankestrek i teksten, sett hermetegn rundt.",
        ),
    ),
    _Row("mapping keys are not allowed", ("teksten kan ikke begynne med «? »", "Sett hermetegn rundt teksten.")),
    _Row(
        "expected comment or line break",
        ("teksten etter «|» eller «>» skal begynne på neste linje", "Flytt den ned, og rykk den inn."),
    ),
    _Row("tab character", ("innrykket er laget med tabulator", "Bruk mellomrom; to for hvert nivå.")),
    _Row(
        "expected <document start>",
        ("det står noe etter slutten på dokumentet", "Skal hele være én tekst, sett hermetegn rundt den."),
    ),
)
