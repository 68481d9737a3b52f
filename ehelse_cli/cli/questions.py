"""What a command that changes something lacks, asked for on a terminal: nobody has to know the line by heart.

The parser says which argument or option is missing; this asks for it, and puts the answer into the line, so that an
answer and an option are one and the same from there on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

import typer

from ehelse_cli.cli.asking import ask, on_terminal
from ehelse_cli.cli.errors import UsageError, did_you_mean, nearest

if TYPE_CHECKING:
    from ehelse_cli.cli.asking import Check
    from ehelse_cli.cli.opening import Opened

#: An argument's name on the help page, or an option → the question.
_QUESTIONS: Mapping[str, str] = {
    "AAR": "Hvilket år",
    "DATO": "Hvilken dag skal det gjelde fra",
    "FINGERAVTRYKK": "Fingeravtrykket",
    "FORUM": "Hvilket forum",
    "GAMMEL": "Hvem går ut",
    "ID": "Kort id",
    "MANDAT": "Hvilket utkast",
    "MAPPE": "Hvilken mappe",
    "MØTE": "Hvilket møte",
    "NAVN": "Hva heter vedkommende",
    "NY": "Hvem kommer inn",
    "SAK": "Hvilken sak",
    "TID": "Når",
    "UTFALL": "Hva ble det til",
    "--av": "Hvem bestemte",
    "--begrunnelse": "Hvorfor",
    "--for": "For hvem",
    "--grunn": "Hvorfor",
    "--navn": "Hva heter det",
    "--nivaa": "Hvilket nivå",
    "--sak": "I hvilken sak",
    "--tittel": "Tittel",
}
#: Those that say all there is to say.
_PLAIN = frozenset({"NAVN", "--av", "--begrunnelse", "--grunn", "--tittel"})
#: So many suggestions are shown.
_SHOWN = 6


def parsed(ctx: Any, args: Sequence[str], parse: Callable[[Any, list[str]], list[str]]) -> list[str]:
    """Read the line; on a terminal, with answers in the place of what a command that changes something lacks.

    Raises:
        typer.TyperException: if something is missing and nobody is asked, or the line cannot be understood.
        KeyboardInterrupt: if nobody wants to answer.
    """
    given = list(args)
    while True:
        try:
            rest = parse(ctx, list(given))
        except typer.TyperException as problem:
            if type(problem).__name__ != "MissingParameter" or not _asks(ctx):
                raise
            param: Any = problem.param  # type: ignore[attr-defined]
        else:
            if _changes_something(ctx) and not ctx.resilient_parsing:
                _see_that_it_is_said(ctx)
                _compose(ctx)
            return rest
        given = _with(given, param, _answer(ctx, param))
        ctx.params.clear()


def _asks(ctx: Any) -> bool:
    """Whether the command changes something, and there is somebody to ask."""
    return _changes_something(ctx) and on_terminal()


def _changes_something(ctx: Any) -> bool:
    return any(param.name == "proev" for param in ctx.command.params)


def _see_that_it_is_said(ctx: Any) -> None:
    """What is given as nothing is a mistake, and must not be guessed; nor can a file hold what is no text.

    Raises:
        UsageError: if there is such a value.
    """
    for param in ctx.command.params:
        value = ctx.params.get(param.name)
        for one in value if isinstance(value, list | tuple) else (value,):
            if not isinstance(one, str):
                continue
            called = f"valget {param.opts[0]}" if param.param_type_name == "option" else f"argumentet {param.metavar}"
            if not one.strip():
                raise UsageError(f"{called} mangler verdien sin", "Er variabelen du brukte, tom?")
            if any("\ud800" <= letter <= "\udfff" for letter in one):
                raise UsageError(f"{called} er ikke tekst i UTF-8", "Skriv det på nytt.")


def _compose(ctx: Any) -> None:
    """Letters as files are read: what is typed on a Mac may have an å in two parts, and must find who has it in one."""
    for param in ctx.command.params:
        value = ctx.params.get(param.name)
        if isinstance(value, str):
            ctx.params[param.name] = normalize("NFC", value)
        elif isinstance(value, list | tuple):
            ctx.params[param.name] = [normalize("NFC", one) if isinstance(one, str) else one for one in value]


def _with(given: list[str], param: Any, answer: str) -> list[str]:
    """The line with the answer in it, whatever it begins with."""
    if param.param_type_name == "option":
        return [f"{param.opts[0]}={answer}", *given]
    return [*given, *(["--"] if answer.startswith("-") and "--" not in given else []), answer]


def _answer(ctx: Any, param: Any) -> str:
    from ehelse_cli.cli.answers import kind_of

    name = param.opts[0] if param.param_type_name == "option" else param.metavar
    kind = kind_of(ctx, param)
    opened = seen(ctx) if kind else None
    about = tuple(islice(kind.near(opened, ctx), _SHOWN + 1)) if kind and opened else ()
    shown = ", ".join([*about[:_SHOWN], *(["…"] if len(about) > _SHOWN else [])]) or _told(name, param)
    question = _QUESTIONS.get(name, name)
    question = f"{question} ({shown})" if shown else question

    def check(answer: str) -> str:
        param.process_value(ctx, (answer,) if param.nargs == -1 else answer)
        if kind and opened:
            kind.check(opened, ctx, answer)
        return answer

    return ask(question, check)


def _told(name: str, param: Any) -> str:
    """What the help page says of it, as a part of a question."""
    said = "" if name in _PLAIN else (param.help or "").rstrip(".")
    return said[:1].lower() + said[1:] if said.startswith("For eksempel") else said


def seen(ctx: Any) -> Opened | None:
    """The tree, to suggest from; read again under lock before anything is written. None where it cannot be read."""
    from ehelse_cli.cli.opening import open_tree
    from ehelse_cli.cli.shared import collect, felles
    from ehelse_cli.core.errors import EhelseError

    key = "ehelse.spurt"
    if key not in ctx.meta:
        collect(ctx)
        try:
            ctx.meta[key] = open_tree(felles(ctx))
        except EhelseError:
            ctx.meta[key] = None
    found: Opened | None = ctx.meta[key]
    return found


def an_actor(ctx: Any) -> Check:
    """A check of an answer that names an organisation or a council: told at once, and not when all is answered."""

    def check(answer: str) -> str:
        opened = seen(ctx)
        if opened is not None and not opened.data.finnes(answer):
            known = (*opened.data.virksomheter, *opened.data.forum)
            raise UsageError(
                f"«{answer}» er verken en virksomhet eller et forum{did_you_mean(nearest(answer, known, 3))}",
                "Svar med id-en, som hod eller ks. `ehelse ny virksomhet` fører opp en ny.",
            )
        return answer

    return check
