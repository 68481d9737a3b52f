"""Where on the line the cursor is: in the name of a command, in an option, in the value of one, or in an argument."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ehelse_cli.cli.completion.suggested import Suggested, Suggestion
from ehelse_cli.cli.shared import SHARED


@dataclass(slots=True)
class Reading:
    """What the words so far have come to: the command, what was given to it, and what the next word must be."""

    program: Any
    command: Any
    path: tuple[str, ...] = ()
    given: dict[str, list[str]] = field(default_factory=dict)
    waiting: Any = None
    arguments: list[str] = field(default_factory=list)
    only_arguments: bool = False
    lost: bool = False

    def take(self, word: str) -> None:
        """Read one more word."""
        if self.waiting is not None:
            self._give(self.waiting, word)
            self.waiting = None
        elif word == "--" and not self.only_arguments:
            self.only_arguments = True
        elif word.startswith("-") and word != "-" and not self.only_arguments:
            self._take_option(word)
        elif hasattr(self.command, "commands"):
            self._take_command(word)
        else:
            argument = self.argument()
            if argument is not None:
                self._give(argument, word)
            self.arguments.append(word)

    def argument(self) -> Any:
        """The argument that the next word would be, if the command takes one more."""
        declared = [param for param in self.command.params if param.param_type_name == "argument"]
        here = len(self.arguments)
        if here < len(declared):
            return declared[here]
        return declared[-1] if declared and declared[-1].nargs == -1 else None

    def options(self) -> list[Any]:
        """The options that may be given here: the command's own and those of the program."""
        own = [param for param in self.command.params if param.param_type_name == "option"]
        shared = [param for param in self.program.params if param.name in SHARED]
        return [*own, *(param for param in shared if param not in own)]

    def option(self, name: str) -> Any:
        """The option of that name, or None."""
        return next((param for param in self.options() if name in param.opts), None)

    def _take_option(self, word: str) -> None:
        name, equals, value = word.partition("=")
        param = self.option(name)
        if param is None:
            return
        if equals:
            self._give(param, value)
        elif param.is_flag:
            self._give(param, "")
        else:
            self.waiting = param

    def _take_command(self, word: str) -> None:
        if word not in self.command.commands:
            self.lost = True
            return
        self.command = self.command.commands[word]
        self.path = (*self.path, word)

    def _give(self, param: Any, value: str) -> None:
        self.given.setdefault(param.name, []).append(value)


def read_words(program: Any, words: Sequence[str]) -> Reading:
    """The words before the cursor, read as the program would, as far as they make sense."""
    reading = Reading(program, program)
    for word in words:
        reading.take(word)
    return reading


def suggest(reading: Reading, word: str) -> Suggested:
    """What the word at the cursor may become; what it begins with decides what it is looked for among."""
    if reading.lost:
        return ()
    if reading.waiting is not None:
        return _values(reading, reading.waiting)
    if word.startswith("-") and not reading.only_arguments:
        return _in_option(reading, word)
    if hasattr(reading.command, "commands"):
        return tuple(_commands(reading.command))
    argument = reading.argument()
    if argument is None:
        return () if reading.only_arguments else tuple(_options(reading))
    return _values(reading, argument)


def _in_option(reading: Reading, word: str) -> Suggested:
    """The names of options; after `--name=`, the values of that one."""
    name, equals, _ = word.partition("=")
    if not equals:
        return tuple(_options(reading))
    param = reading.option(name)
    if param is None or param.is_flag:
        return ()
    values = _values(reading, param)
    return tuple(value.after(f"{name}=") for value in values) if isinstance(values, tuple) else values


def _options(reading: Reading) -> Iterator[Suggestion]:
    """Those that are not given yet, and those that may be given again; by their long names."""
    for param in reading.options():
        if param.hidden or (param.name in reading.given and not param.multiple):
            continue
        yield Suggestion(max(param.opts, key=len), param.help or "")


def _commands(group: Any) -> Iterator[Suggestion]:
    offered: Mapping[str, Any] = group.commands
    for name in offered:
        yield Suggestion(name, str(offered.help(name)).strip().split("\n")[0])  # type: ignore[attr-defined]


def _values(reading: Reading, param: Any) -> Suggested:
    from ehelse_cli.cli.completion.values import values_of

    return values_of(param, reading.path, reading.given)
