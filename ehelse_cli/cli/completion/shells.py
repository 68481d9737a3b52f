"""The shells: how each asks, how it quotes, and the form it wants the answer in.

The first line of an answer says who finishes the word: `forslag` (we do, in the lines below), or `filer` or `mapper`
(the shell itself). PowerShell gets JSON in ASCII, since what it makes of other letters depends on the machine.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ehelse_cli.cli.completion import LINE, LISTS, TAIL
from ehelse_cli.cli.completion.asked import read_words, suggest
from ehelse_cli.cli.completion.line import Line, read_line
from ehelse_cli.cli.completion.suggested import Paths, Suggested, Suggestion

_OURS = "forslag"
#: So much of what is said about each stands beside it in a list.
_ROOM = 60


@dataclass(frozen=True, slots=True)
class Shell:
    """One shell: the grammar of its lines, and its form."""

    grammar: str
    form: Callable[[Line, Sequence[Suggestion], Mapping[str, str]], str]

    def answer(self, environment: Mapping[str, str]) -> str:
        """What the line in the environment may go on with."""
        from ehelse_cli.cli.program import program

        line = read_line(environment[LINE], self.grammar)
        found = _beginning(suggest(read_words(program(), line.before[1:]), line.word), line.word)
        return f"{found}\n" if isinstance(found, Paths) else self.form(line, found, environment)


def _beginning(found: Suggested, word: str) -> Suggested:
    """Those that begin as the word does, in large or small letters."""
    if isinstance(found, Paths):
        return found
    return tuple(one for one in found if one.word.casefold().startswith(word.casefold()))


def _lines(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in (_OURS, *lines))


# ── bash ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

_NOT_PLAIN = re.compile(r"[^\w@%+=:,./-]")


def _bash(line: Line, found: Sequence[Suggestion], environment: Mapping[str, str]) -> str:
    """Bash puts our word in place of the end of what is written, and quotes nothing itself."""
    if environment.get(LISTS) == "1" and len(found) > 1:
        return _lines([_in_list(one, found) for one in found])
    kept = _kept(line, environment.get(TAIL, line.word))
    return _lines([_for_bash(one.word[kept:], line.quote) for one in found])


def _kept(line: Line, tail: str) -> int:
    """How many letters of the word stay: bash parts words at `:` and `=`, and before `@`."""
    return 0 if line.quote or not line.word.endswith(tail) else len(line.word) - len(tail)


def _for_bash(word: str, quote: str) -> str:
    if quote == "'":
        return word.replace("'", "'\\''")
    return re.sub(r'(["\\$`])' if quote else _NOT_PLAIN, r"\\\g<0>", word)


def _in_list(one: Suggestion, found: Sequence[Suggestion]) -> str:
    """The words below one another, what each is about in a second column."""
    room = max(len(other.word) for other in found)
    return f"{one.word:<{room}}  {_short(one.about)}".rstrip()


def _short(about: str) -> str:
    return about if len(about) <= _ROOM else f"{about[: _ROOM - 1]}…"


# ── zsh, fish, PowerShell ────────────────────────────────────────────────────────────────────────────────────────────


def _zsh(_: Line, found: Sequence[Suggestion], __: Mapping[str, str]) -> str:
    """`word:about`; zsh quotes what it puts in."""
    escaped = (re.sub(r"([:\\])", r"\\\1", one.word) + (f":{_flat(one.about)}" if one.about else "") for one in found)
    return _lines([*escaped])


def _fish(_: Line, found: Sequence[Suggestion], __: Mapping[str, str]) -> str:
    """The word, a tab, what it is about; fish quotes what it puts in."""
    return _lines([f"{one.word}\t{_flat(one.about)}".rstrip("\t") for one in found])


def _powershell(_: Line, found: Sequence[Suggestion], __: Mapping[str, str]) -> str:
    """PowerShell puts our text in place of the whole word, quotes and all, and shows the rest beside it."""
    import json

    rows = [{"tekst": _for_powershell(one.word), "vist": one.word, "om": one.about or one.word} for one in found]
    return json.dumps({_OURS: rows}) + "\n"


def _for_powershell(word: str) -> str:
    return word if re.fullmatch(r"[\w./:+\\-][\w./:+=@\\-]*", word) else "'" + word.replace("'", "''") + "'"


def _flat(about: str) -> str:
    return " ".join(about.split())


SHELLS: Mapping[str, Shell] = {
    "bash": Shell("sh", _bash),
    "zsh": Shell("sh", _zsh),
    "fish": Shell("fish", _fish),
    "powershell": Shell("powershell", _powershell),
}
