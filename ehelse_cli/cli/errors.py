"""Failures in words: those of ours carry their own; what the option parser says in English is said in Norwegian."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import typer

from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.spraak import oppramsing

#: What a user can meet; anything else is a bug.
USER_ERRORS = (EhelseError, typer.TyperException, typer.Abort)


class UsageError(EhelseError):
    """The command line cannot be understood."""


class UnknownCommandError(UsageError):
    """No command of that name."""

    def __init__(self, name: str, near: tuple[str, ...], path: str) -> None:
        super().__init__(f"ukjent kommando «{name}»{did_you_mean(near)}", f"`{path} --help` viser hva som finnes.")


class UnexpectedArgumentError(UsageError):
    """More words than the command takes."""

    def __init__(self, words: list[str], path: str) -> None:
        super().__init__(
            f"«{' '.join(words)}» er mer enn kommandoen tar imot",
            f'Hører ordene sammen, må de stå i hermetegn: "Kari Moen". Se `{path} --help`.',
        )


class BadValueError(UsageError):
    """An option whose value is none of those it takes."""

    def __init__(self, option: str, value: str, lawful: tuple[str, ...]) -> None:
        near = nearest(value, lawful)
        super().__init__(
            f"{option} kan ikke være «{value}»{did_you_mean(near)}", f"{option} er {oppramsing(lawful, 'eller')}."
        )


def nearest(word: str, known: tuple[str, ...], number: int = 1) -> tuple[str, ...]:
    """The known words that `word` probably was meant to be, best first."""
    from difflib import get_close_matches

    return tuple(get_close_matches(word.lower(), known, n=number, cutoff=0.65))


def did_you_mean(near: tuple[str, ...]) -> str:
    """`; mente du «a» eller «b»?`, or nothing."""
    return f"; mente du {oppramsing((f'«{word}»' for word in near), 'eller')}?" if near else ""


def in_words(problem: Exception) -> EhelseError:
    """The failure with a Norwegian message, help and exit code."""
    if isinstance(problem, EhelseError):
        return problem
    for kind in type(problem).__mro__:
        if kind.__name__ in _BY_NAME:
            return _BY_NAME[kind.__name__](problem)
    return UsageError(f"kommandoen kan ikke forstås ({problem})")


def _path(problem: Any) -> str:
    return str(problem.ctx.command_path)


def _unknown_option(problem: Any) -> EhelseError:
    known = tuple(name.lstrip("-") for name in _options(problem) if name.startswith("--"))
    near = nearest(problem.option_name.lstrip("-"), known)
    return UsageError(
        f"ukjent valg {problem.option_name}{did_you_mean(near).replace('«', '--').replace('»', '')}",
        f"`{_path(problem)} --help` viser valgene.",
    )


def _options(problem: Any) -> tuple[str, ...]:
    return tuple(name for param in problem.ctx.command.get_params(problem.ctx) for name in param.opts)


def _misused_option(problem: Any) -> EhelseError:
    """Either a value is missing, or there is one where none belongs."""
    params = problem.ctx.command.get_params(problem.ctx)
    is_flag = any(getattr(param, "is_flag", False) for param in params if problem.option_name in param.opts)
    what = "tar ingen verdi" if is_flag else "mangler verdien sin"
    return UsageError(f"valget {problem.option_name} {what}", f"Se `{_path(problem)} --help`.")


def _missing(problem: Any) -> EhelseError:
    argument = problem.param.param_type_name == "argument"
    about = f"{problem.param.help.rstrip('.')}. " if problem.param.help else ""
    return UsageError(
        f"mangler {'argumentet' if argument else 'valget'} {_called(problem.param)}",
        f"{about}Se `{_path(problem)} --help`.",
    )


def _called(param: Any) -> str:
    """What the help page calls it."""
    return str(param.metavar if param.param_type_name == "argument" else param.opts[0])


#: What the parser says of a number in English, and what we say.
_NUMBERS = (
    (r"valid integer", r"må være et helt tall"),
    (r"raw data as a unicode string", r"er ikke tekst i UTF-8"),
    (r"greater than or equal to (\d+)", r"må være minst \1"),
    (r"less than or equal to (\d+)", r"kan ikke være mer enn \1"),
)


def _bad_value(problem: Any) -> EhelseError:
    import re

    option, said = _called(problem.param), str(problem.message)
    for pattern, ours in _NUMBERS:
        if match := re.search(pattern, said):
            return UsageError(f"{option} {match.expand(ours)}", f"Se `{_path(problem)} --help`.")
    return UsageError(f"{option}: {said}", f"Se `{_path(problem)} --help`.")


def _given_up(_: Any) -> EhelseError:
    return UsageError("avbrutt")


# By name, since the parser that typer brings along is not ours to import.
_BY_NAME: Mapping[str, Callable[[Any], EhelseError]] = {
    "NoSuchOption": _unknown_option,
    "BadOptionUsage": _misused_option,
    "MissingParameter": _missing,
    "BadParameter": _bad_value,
    "Abort": _given_up,
}
