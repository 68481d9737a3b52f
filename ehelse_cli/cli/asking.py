"""Asking for what is missing: on a terminal only, on stderr, so that what was asked for stays alone on stdout."""

from __future__ import annotations

import sys
from collections.abc import Callable

import typer

from ehelse_cli.cli.errors import UsageError


def ask(question: str, given: str | None, otherwise: UsageError, check: Callable[[str], str] = str) -> str:
    """What was given, or else the answer to the question; asked again until `check` takes it.

    Raises:
        UsageError: `otherwise`, if nothing was given and there is nobody to ask; what `check` raises of what was given.
    """
    if given is not None:
        return check(_needed(given, otherwise))
    if not sys.stdin.isatty():
        raise otherwise
    while True:
        answer = str(typer.prompt(question, err=True))
        try:
            return check(_needed(answer, otherwise))
        except UsageError as problem:
            typer.echo(problem.message, err=True)


def ask_for_several(question: str, given: list[str] | None, check: Callable[[str], str] = str) -> list[str]:
    """What was given, or else the answer, with commas between; on a terminal only, and nothing is an answer too."""
    if given is not None or not sys.stdin.isatty():
        return [check(one) for one in given or ()]
    while True:
        answer = str(
            typer.prompt(
                f"{question} (flere med komma, tomt om det ikke er kjent)", default="", show_default=False, err=True
            )
        )
        try:
            return [check(one.strip()) for one in answer.split(",") if one.strip()]
        except UsageError as problem:
            typer.echo(problem.message, err=True)


def _needed(text: str, otherwise: UsageError) -> str:
    said = " ".join(text.split())
    if not said:
        raise otherwise
    return said
