"""Asking for what is missing: on a terminal only, on stderr, so that what was asked for stays alone on stdout.

Whoever gives up with Ctrl-C or Ctrl-D has said that nothing is to be done: the program ends as interrupted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from ehelse_cli.cli.errors import USER_ERRORS, UsageError, in_words
from ehelse_cli.cli.output import prompt, say

#: Takes an answer as it was typed, and gives it as it is to be used; raises one of `USER_ERRORS` if it is none.
Check = Callable[[str], str]


def on_terminal() -> bool:
    """Whether there is somebody to ask: who can see the question, and type."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def ask(question: str, check: Check = str, *, optional: bool = False) -> str:
    """The answer to the question; asked again until `check` takes it. Only `optional` ones may be left empty.

    Raises:
        KeyboardInterrupt: if nobody wants to answer.
    """
    while True:
        answer = _line(f"{question}: ")
        if answer is None:
            say("svaret kunne ikke leses: skriv det på nytt")
        elif answer or optional:
            try:
                return check(answer) if answer else ""
            except USER_ERRORS as problem:
                _tell(problem)
        else:
            say("her må det stå noe; Ctrl-C avbryter, og da er ingenting gjort")


def ask_for_several(question: str, given: list[str] | None, check: Check = str) -> list[str]:
    """What was given, or else the answer, with commas between; on a terminal only, and nothing is an answer too."""
    if given is not None or not on_terminal():
        return [check(one) for one in given or ()]

    def several(answer: str) -> str:
        return ",".join(check(one.strip()) for one in answer.split(",") if one.strip())

    answer = ask(f"{question} (flere med komma, tomt om det ikke er kjent)", several, optional=True)
    return [one for one in answer.split(",") if one]


def ask_if_nobody_said(question: str, given: str | None, check: Check = str) -> str | None:
    """What was given, or else the answer; on a terminal only, and nothing is an answer too."""
    if given is not None or not on_terminal():
        return given
    return ask(f"{question} (tomt om det ikke er kjent)", check, optional=True) or None


def ask_for_points(question: str, check: Check = str) -> list[str]:
    """Sentences, one on each line, until an empty one."""
    say(f"{question}, ett punkt på hver linje, og en tom linje til slutt:")
    points: list[str] = []
    while point := ask(f"  {len(points) + 1}", check, optional=True):
        points.append(point)
    return points


def yes(question: str) -> bool:
    """Whether the answer is yes."""

    def ja_nei(answer: str) -> str:
        if answer.casefold() not in ("j", "ja", "n", "nei"):
            raise UsageError("svar ja eller nei")
        return answer

    return ask(f"{question} (ja/nei)", ja_nei).casefold().startswith("j")


def _line(question: str) -> str | None:
    """What was typed, with single spaces; None where it is no text."""
    try:
        prompt(question)
        line = sys.stdin.readline()
    except UnicodeDecodeError:
        return None
    except KeyboardInterrupt:
        say("")
        raise
    if not line:
        say("")
        raise KeyboardInterrupt
    return " ".join(line.split())


def _tell(problem: Exception) -> None:
    said = in_words(problem)
    say(said.message)
    if said.help:
        say(f"  {said.help}")
