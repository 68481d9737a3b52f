"""What a council's first mandate must say, one question at a time; silence is an answer, and so is not knowing.

Nothing is guessed: what nobody answered is `ikke_regulert` (the mandate has been read, and says nothing) only because
the file is a draft, which nobody is judged by. `ukjent` says that nobody here has read it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from ehelse_cli.cli.asking import ask, ask_for_points, on_terminal
from ehelse_cli.cli.errors import UsageError
from ehelse_cli.cli.output import say

if TYPE_CHECKING:
    from ehelse_cli.load.composed import Value

#: The two answers that any question takes.
SILENCES = ("ikke_regulert", "ukjent")


@dataclass(frozen=True, slots=True)
class Question:
    """One thing a mandate says: the option, the question, an example, and where in the head the answer stands."""

    option: str
    ask: str
    example: str
    path: tuple[str, ...]
    made: Callable[[Sequence[str]], Value] = lambda said: said[0]
    several: bool = False

    @property
    def name(self) -> str:
        """What the command's function calls it."""
        return self.option.removeprefix("--").replace("-", "_")


def _groups(said: Sequence[str]) -> Value:
    """`kommuner=4` → `{id: kommuner, antall: 4}`."""
    return [dict(zip(("id", "antall"), _halves("--gruppe", one), strict=True)) for one in said]


def _deadlines(said: Sequence[str]) -> Value:
    """`innkalling=2 uker foer moetet` → `{id: innkalling, frist: 2 uker foer moetet}`."""
    return [dict(zip(("id", "frist"), _halves("--frist", one), strict=True)) for one in said]


def _halves(option: str, said: str) -> tuple[str, str]:
    before, _, after = said.partition("=")
    if not before.strip() or not after.strip():
        raise UsageError(f"{option} «{said}» mangler noe", "Skriv det med likhetstegn mellom: kommuner=4.")
    return before.strip(), after.strip()


def _quorum(said: Sequence[str]) -> Value:
    return [{"id": "antall", "antall": said[0], "av": "seter"}]


#: In the order mandates have them.
QUESTIONS = (
    Question("--seter", "Hvor mange seter har forumet, med leder", "17", ("sammensetning", "seter")),
    Question("--oppnevnes-av", "Hvem oppnevner medlemmene", "hod", ("sammensetning", "oppnevnes_av")),
    Question(
        "--gruppe", "Hvilke grupper er setene delt i", "kommuner=4", ("sammensetning", "grupper"), _groups, several=True
    ),
    Question("--stedfortreder", "Har medlemmene stedfortreder", "fast", ("stedfortreder", "ordning")),
    Question("--funksjonstid", "Hvor lenge sitter et medlem", "2 aar", ("funksjonstid", "varer")),
    Question(
        "--beslutningsdyktig",
        "Hvor mange må være til stede, av setene",
        "minst 1/2",
        ("beslutningsdyktighet", "krav"),
        _quorum,
    ),
    Question("--virkning", "Hva blir vedtakene", "raad", ("beslutning", "virkning")),
    Question("--til", "Hvem gis de til", "hod", ("beslutning", "til")),
    Question("--moeter", "Hvor ofte møtes forumet", "4 per aar", ("moeter", "hyppighet")),
    Question("--frist", "Hvilke frister", "innkalling=2 uker foer moetet", ("frister",), _deadlines, several=True),
    Question("--protokoll", "Når godkjennes referatet", "neste_moete", ("protokoll", "godkjennes")),
    Question("--offentlighet", "Er møtene åpne", "lukkede", ("offentlighet", "moeter")),
    Question("--sekretariat", "Hvem er sekretariat", "nhn", ("sekretariat", "virksomheter"), list),
)


def asked(said: Mapping[str, Sequence[str]], forum: str) -> Mapping[str, Sequence[str]]:
    """What was said; on a terminal, and if nothing was, the answers to the questions."""
    if said or not on_terminal():
        return said
    say(
        f"Dette er det første mandatet for {forum}. Skriv det mandatet sier. Tomt svar er «ikke_regulert»: mandatet er "
        "lest, og sier ingenting om det. Skriv «ukjent» der ingen har lest det."
    )
    found = {}
    for question in QUESTIONS:
        answer = _answer(question)
        if answer:
            found[question.name] = answer
    return found


def _answer(question: Question) -> Sequence[str]:
    label = f"{question.ask} (for eksempel {question.example})"
    if not question.several:
        answer = ask(label, lambda one: _checked(question, [one])[0], optional=True)
        return [answer] if answer else ()
    return ask_for_points(label, lambda one: _checked(question, [one])[0])


def _checked(question: Question, said: list[str]) -> list[str]:
    head_of({question.name: said})
    return said


def head_of(said: Mapping[str, Sequence[str]]) -> Mapping[str, Value]:
    """The blocks of the head that were spoken of, each as the file has it.

    Raises:
        UsageError: if an answer is none that the format has.
    """
    blocks: dict[str, Value] = {}
    for question in QUESTIONS:
        words = [" ".join(one.split()) for one in said.get(question.name, ())]
        if not any(words):
            continue
        silent = next((one for one in words if one in SILENCES), None)
        key, *inside = question.path
        value = silent or question.made(words)
        if silent and _is_alone(question):
            inside = []
        block = blocks.get(key, {})
        blocks[key] = {**(block if isinstance(block, dict) else {}), inside[0]: value} if inside else value
        _see_that_it_is_read(question, key, blocks[key])
    return {key: _silence_of(value) for key, value in blocks.items()}


def _is_alone(question: Question) -> bool:
    """Whether no other question is about the same block."""
    return sum(other.path[0] == question.path[0] for other in QUESTIONS) == 1


def _silence_of(block: Value) -> Value:
    """A block in which every answer is the same silence, is silent itself."""
    inner = set(map(str, block.values())) if isinstance(block, dict) else set()
    return inner.pop() if len(inner) == 1 and inner <= set(SILENCES) else block


#: The key in the file, which whoever answers has not seen.
_KEY = re.compile(r"^«\w+»: ")


def _see_that_it_is_read(question: Question, key: str, block: Value) -> None:
    """Asked of the model as a file is; only what is wrong with the block counts, for the rest is not there."""
    from pydantic import TypeAdapter

    from ehelse_cli.core.mandat.mandat import Mandat
    from ehelse_cli.core.place import Location
    from ehelse_cli.load.check import check

    numbers = count(1)
    _, findings = check(
        TypeAdapter(Mandat), Mandat, {key: block}, lambda _, __: Location("", (nr := next(numbers)), nr, nr, nr)
    )
    wrong = next((one for one in findings if key in one.key), None)
    if wrong is not None:
        said = _KEY.sub("", wrong.message)
        raise UsageError(f"{question.option}: {said}", wrong.help or f"For eksempel «{question.example}».")


def text(forum: str, day: str, blocks: Mapping[str, Value]) -> str:
    """The draft: every block the format asks for, those that were spoken of with what was said."""
    from ehelse_cli.resources import folder

    empty = (folder("templates") / "nytt" / "mandat.md").read_text("utf-8")
    return "\n".join(_lines(empty.replace("{forum}", forum).replace("{dato}", day).split("\n"), blocks))


def _lines(lines: Iterable[str], blocks: Mapping[str, Value]) -> Iterator[str]:
    from ehelse_cli.load.edit.emit import mapping

    for line in lines:
        key, _, silence = line.partition(": ")
        if key in blocks and silence in SILENCES:
            yield from mapping({key: blocks[key]}, 0)
        else:
            yield line
