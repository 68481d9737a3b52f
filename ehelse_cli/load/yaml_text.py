"""YAML text → plain containers of raw text, with the place of every key and value.

The C parser's event stream defines the language; nothing here guesses a type. `no`, `12_25`, `014` and `2025-13-40`
come out as they were written. What the format has no use for (aliases, tags, merge keys, directives, several
documents) is refused where it is met, so that nothing can multiply.

Most files are read without anybody asking where something stands. So places cost nothing until the first question;
then the text is parsed once more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import partial
from typing import Any, NoReturn

from _ruamel_yaml import (
    AliasEvent,
    CParser,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from ruamel.yaml.error import YAMLError

from ehelse_cli.load.composed import POINTS, PROSE, Composed, Value
from ehelse_cli.load.problem import KINDS, MAX_PROBLEMS, START, Problem, Span
from ehelse_cli.load.refusals import refusal
from ehelse_cli.load.spans import Node, SpanTree, Step, StepKind, build, span_between
from ehelse_cli.load.syntax import explain
from ehelse_cli.load.text import find_conflict, find_invisible, find_pile, find_refused, span_of

__all__ = [
    "KINDS",
    "MAX_DEPTH",
    "MAX_PROBLEMS",
    "Composed",
    "Problem",
    "Span",
    "SpanTree",
    "Value",
    "compose",
    "locate",
]

#: Deeper than any head that people write, and well within Python's own stack.
MAX_DEPTH = 100

#: Some thousand times the longest head. A body may be larger; this is what is taken apart, value by value.
MAX_CHARACTERS = 2**20

#: More than any agenda, council or list of attachments has; some rules look at each item beside every other.
MAX_ITEMS = 2000

#: Everything the parser can raise, whatever it is fed.
_READ_ERRORS = (YAMLError, UnicodeError, ValueError, RecursionError, MemoryError)

#: What is never written within { } or [ ].
_SENTENCES = PROSE | POINTS
#: `begrunnelse: ja` says that a reason is asked for: no sentence, and nothing to split.
_NO_SENTENCES = frozenset({("begrunnelse", "ja"), ("begrunnelse", "nei")})
_WILD = ("\t#", "&", "*", "!", "<<", "\\")
_CUT = (" #", "\t#")
_REST_OF_LINE = re.compile(r"[^\r\n]*")


def compose(text: str, *, first_line: int = 1) -> Composed:
    """Read one YAML document. `first_line` is the line of the file that `text` begins on.

    Never raises: a mistake is a Problem. After a duplicate key, cut or split prose the rest is still read (of two equal
    keys the first counts); after anything else the value is None.
    """
    composer = _Composer(text, first_line)
    value = composer.compose()
    problems = tuple(problem.moved(first_line - 1) for problem in composer.problems)
    return Composed(value, problems, SpanTree(partial(locate, "" if value is None else text), first_line))


class _Stop(Exception):  # noqa: N818  no error: the problem is noted, and reading ends
    """The rest of the text is not read."""


class _Composer:
    """One text on its way to a value. The methods follow the grammar; each takes the event it begins with."""

    __slots__ = ("_first_line", "_flow", "_level", "_next", "_quick", "_split", "_text", "problems")

    def __init__(self, text: str, first_line: int) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._first_line = first_line  # for the lines that messages name; places are moved at the end
        self._quick = _is_tame(text)
        self._level = 0  # collections around the current event
        self._flow = 0  # how many of them are { } or [ ]
        self._split = False  # prose was noted in the outermost { } or [ ]: once is enough

    def compose(self) -> Value | None:
        """The value, or None when there is none or it cannot be read; the mistakes are in `problems`."""
        flaw = _too_long(self._text) or find_invisible(self._text) or find_conflict(self._text)
        if flaw is not None:
            self.problems.append(flaw)
            return None
        try:
            return self._document()
        except _Stop:
            return None
        except _READ_ERRORS as error:
            self._note_unless_caused(explain(self._text, error, self._first_line))
            return None

    # ── grammar ──────────────────────────────────────────────────────────────────────────────────────────────────────

    def _document(self) -> Value | None:
        self._next = CParser(self._text).get_event
        self._next()
        start = self._next()
        if type(start) is StreamEndEvent:
            return None
        if start.version or start.tags:
            self._refuse("direktiv", start)
        value = self._node(self._next())
        self._next()
        after = self._next()
        if type(after) is not StreamEndEvent:
            self._refuse("flere-dokumenter", after)
        return None if value == "" else value

    def _node(self, event: Any) -> Value:
        if type(event) is ScalarEvent:
            return self._scalar(event)
        self._refuse_properties(event)
        self._level += 1
        self._flow += event.flow_style
        if self._level > MAX_DEPTH:
            self._refuse("dybde", event, MAX_DEPTH)
        value: Value = self._mapping() if type(event) is MappingStartEvent else self._sequence()
        self._level -= 1
        self._flow -= event.flow_style
        self._split = self._split and self._flow > 0
        return value

    def _sequence(self) -> list[Value]:
        quick, next_event = self._quick, self._next
        value: list[Value] = []
        while type(event := next_event()) is not SequenceEndEvent:
            if len(value) == MAX_ITEMS:
                self._refuse("for mange punkter", event, MAX_ITEMS)
            value.append(event.value if quick and type(event) is ScalarEvent else self._node(event))
        return value

    def _mapping(self) -> dict[str, Value]:
        quick, next_event = self._quick, self._next
        value: dict[str, Value] = {}
        events: dict[str, Any] = {}
        while type(event := next_event()) is not MappingEndEvent:
            key = (quick and type(event) is ScalarEvent and event.value) or self._key(event)
            child = next_event()
            if key in _SENTENCES:
                self._check_sentences(key, event, child)
            inner = child.value if quick and type(child) is ScalarEvent else self._node(child)
            if not inner and self._flow:
                self._check_alone(event, child)
            if key in value:
                self._note("dobbel-noekkel", event, key, events[key].start_mark.line + self._first_line)
            else:
                events[key] = event
                value[key] = inner
        return value

    def _key(self, event: Any) -> str:
        if type(event) not in (ScalarEvent, AliasEvent):
            self._refuse("noekkel", event)
        self._refuse_properties(event)
        if event.style == '"':
            self._check_escapes(event)
        key = _text_of(event)
        if key in ("", "<<") and not event.style:
            self._refuse("sammenslaaing" if key else "noekkel", event)
        return key

    def _scalar(self, event: Any) -> str:
        self._refuse_properties(event)
        if not event.style:
            self._check_cut(event)
        elif event.style == '"':
            self._check_escapes(event)
        return _text_of(event)

    # ── what is YAML, but not this format ────────────────────────────────────────────────────────────────────────────

    def _refuse_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse("alias", event)
        if event.tag is not None:
            self._refuse("tagg", event)

    def _check_escapes(self, event: Any) -> None:
        """Escapes can write what the file itself may not hold."""
        if find_refused(event.value) or find_invisible(event.value) or find_pile(event.value):
            self._refuse("ukjent-tegn", event)

    def _check_cut(self, event: Any) -> None:
        """Text, one blank and `#`: the parser drops the rest in silence."""
        end = event.end_mark.index
        if self._text.startswith(_CUT, end):
            rest = _REST_OF_LINE.match(self._text, end)
            self._add(refusal("kuttet-prosa", span_of(self._text, end + 1, rest.end() if rest else end + 2)))

    def _check_sentences(self, key: str, event: Any, child: Any) -> None:
        """A sentence within { } or [ ] is split at the first comma."""
        if key in PROSE and self._flow:
            if (key, getattr(child, "value", None)) not in _NO_SENTENCES:
                self._note_split("prosanøkkel", event, key)
        elif key in POINTS and type(child) is SequenceStartEvent and child.flow_style:
            self._note_split("punkter i rekke", event, key)

    def _check_alone(self, event: Any, child: Any) -> None:
        """In `{tekst: Kari, og Ola}` stands the key `og Ola`, without a colon."""
        start = child.start_mark.index
        ended = self._text.startswith((",", "}"), start)  # else it is a { that nobody closed
        if ended and ":" not in self._text[event.end_mark.index : start]:
            self._note_split("nøkkel uten verdi", event)

    # ── problems ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def _refuse(self, what: str, event: Any, *facts: object) -> NoReturn:
        self._note(what, event, *facts)
        raise _Stop

    def _note_split(self, what: str, event: Any, *facts: object) -> None:
        if not self._split:
            self._split = True
            self._note(what, event, *facts)

    def _note(self, what: str, event: Any, *facts: object) -> None:
        self._add(refusal(what, span_between(self._text, event.start_mark, event.end_mark), *facts))

    def _add(self, problem: Problem) -> None:
        self.problems.append(problem)
        if len(self.problems) >= MAX_PROBLEMS:
            raise _Stop

    def _note_unless_caused(self, problem: Problem) -> None:
        """Prose that was cut or split makes the line after it unreadable: that is one mistake, not two."""
        if not any(problem.span.line - earlier.span.line in (0, 1) for earlier in self.problems):
            self.problems.append(problem)


def _too_long(text: str) -> Problem | None:
    if len(text) <= MAX_CHARACTERS:
        return None
    message = f"her er det {len(text)} tegn YAML; ingen fil leses når det er mer enn {MAX_CHARACTERS}"
    return Problem("for-stor", message, "Del filen, eller flytt prosaen under hodet.", START)


def _text_of(event: Any) -> str:
    """The scalar's text. Only an escape can undo the file's NFC."""
    value: str = event.value
    return unicodedata.normalize("NFC", value) if event.style == '"' else value


def _is_tame(text: str) -> bool:
    """Whether no scalar needs a second look: a few searches of the whole save several questions about each.

    Nothing that may be an anchor, alias, tag, merge key or escape, and no `#` after a single blank.
    """
    return text.count(" #") == text.count("  #") and not any(sign in text for sign in _WILD)


def locate(text: str) -> Node | None:
    """Where everything stands in a text that `compose` has read to its end."""
    return build(text, _steps(text))


def _steps(text: str) -> Iterator[Step]:
    next_event = CParser(text).get_event
    while type(event := next_event()) is not StreamEndEvent:
        if type(event) is ScalarEvent:
            yield Step("scalar", event.start_mark, event.end_mark, _text_of(event))
        elif type(event) in (MappingEndEvent, SequenceEndEvent):
            yield Step("end", event.start_mark, event.end_mark)
        elif type(event) in (MappingStartEvent, SequenceStartEvent):
            kind: StepKind = "mapping" if type(event) is MappingStartEvent else "sequence"
            yield Step(kind, event.start_mark, event.end_mark, flow=event.flow_style)
