"""Real files with something done to them: what an editor, a merge, a hurried hand or a hostile one makes of a tree."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random

from ehelse_cli.core.finding import Finding
from ehelse_cli.load.text import split_lines

DATA = Path(__file__).parents[2] / "data"

Files = Mapping[str, bytes]
Spoiler = Callable[[str, Random], str]

_DATE = re.compile(r"\b20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d)\b")
_KEY = re.compile(r"^(?P<before> *(?:- )?)(?P<key>[a-z_]+)(?=:)", re.MULTILINE)
_VALUE = re.compile(r"(?<=: )[^\s{\[#][^\n#]*")
_NUMBER = re.compile(r"\b\d{1,2}\b")
_PAIRS = re.compile(r"(?<=\{)[^{}\[\]\"'#\n]*(?=\})")
_WORD = re.compile(r"\b[a-zæøå][a-zæøå-]{2,}\b")

#: Values that are something else than they seem, and some that are nothing at all.
ODD_VALUES = (
    "", "~", "null", "no", "ja", "ingen", "ikke_oppgitt", "0", "-1", "12_25", "014", "1e9", "9" * 400, "2025-13-40",
    "2025-02-30", "0000-00-00", "9999-12-31", "2024-01-01/2023-01-01", "2024-01-01/..", "[", "]", "{", "}", "{}", "[]",
    "'", '"', "|", ">", "&a", "*a", "!x", "? x", "- -", ": :", "#", "@", "%", "x: y",
    "{a: {b: {c: [[[]]]}}}", "[a, [b, [c]]]",
)  # fmt: skip
#: A letter in two parts, marks that join, turn round, hide or break, and letters outside the first plane.
ODD_SIGNS = (
    "a\u030a", "\u0301", "\u200b", "\u200d", "\u202e", "\xa0", "\u2028", "\x85", "\ufeff", "\0", "💥", "𝒳", "\t", "\r",
)  # fmt: skip


def real_files() -> dict[str, bytes]:
    """The project's own data."""
    return {path.relative_to(DATA).as_posix(): path.read_bytes() for path in sorted(DATA.rglob("*")) if path.is_file()}


def spoilt(
    files: Files, chance: Random, spoilers: tuple[Spoiler, ...], times: int
) -> tuple[dict[str, bytes], set[str]]:
    """The tree with so many things done to it, and the files they were done to."""
    texts = {path: raw.decode() for path, raw in files.items() if path.endswith((".md", ".yaml"))}
    changed = {chance.choice(sorted(texts)) for _ in range(times)}
    done = {path: chance.choice(spoilers)(texts[path], chance).encode() for path in sorted(changed)}
    return {**files, **done}, changed


def displaced(files: Files, chance: Random) -> dict[str, bytes]:
    """The tree with one file gone, under another name, or in the place of another."""
    path, other = chance.choice(sorted(files)), chance.choice(sorted(files))
    rest = {name: raw for name, raw in files.items() if name != path}
    names = (other, f"{path}.md", path.replace("2026", "2062"), path.upper(), f"skjermet/{path}", f"x/{path}")
    return rest if chance.random() < 0.3 else {**rest, chance.choice(names): files[path]}


# --- what leaves a tree that can mostly be read


def drop_line(text: str, chance: Random) -> str:
    lines = text.splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    return "".join(lines)


def twice(text: str, chance: Random) -> str:
    lines = text.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    return "".join([*lines[: at + 1], *lines[at:]])


def shift_date(text: str, chance: Random) -> str:
    days = timedelta(chance.randint(-900, 900))
    return _change_one(_DATE, text, chance, lambda day: str(date.fromisoformat(day) + days))


def shift_all_dates(text: str, chance: Random) -> str:
    days = timedelta(chance.randint(-900, 900))
    return _DATE.sub(lambda match: str(date.fromisoformat(match[0]) + days), text)


def change_number(text: str, chance: Random) -> str:
    return _change_one(_NUMBER, text, chance, lambda _: str(chance.randint(0, 40)))


def swap_words(text: str, chance: Random) -> str:
    """Two ids, names of groups or words change places, wherever they stand."""
    words = sorted(set(_WORD.findall(text)))
    one, other = (chance.choice(words), chance.choice(words)) if words else ("", "")
    return _WORD.sub(lambda match: {one: other, other: one}.get(match[0], match[0]), text)


# --- what leaves anything


def rename_key(text: str, chance: Random) -> str:
    return _change_one(_KEY, text, chance, lambda key: f"{key}{chance.choice('xæ_ s')}")


def change_value(text: str, chance: Random) -> str:
    return _change_one(_VALUE, text, chance, lambda _: chance.choice(ODD_VALUES))


def exchange_lines(text: str, chance: Random) -> str:
    lines = text.splitlines(keepends=True)
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "".join(lines)


def indent_line(text: str, chance: Random) -> str:
    lines = text.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    lines[at] = lines[at][1:] if chance.random() < 0.5 else f" {lines[at]}"
    return "".join(lines)


def cut_off(text: str, chance: Random) -> str:
    return text[: chance.randrange(len(text))]


def odd_sign(text: str, chance: Random) -> str:
    at = chance.randrange(len(text))
    return text[:at] + chance.choice(ODD_SIGNS) + text[at:]


def windows(text: str, _chance: Random) -> str:
    return text.replace("\n", "\r\n")


def old_mac(text: str, _chance: Random) -> str:
    return text.replace("\n", "\r")


def unfinished_merge(text: str, chance: Random) -> str:
    at = chance.randrange(len(text))
    return f"{text[:at]}\n<<<<<<< HEAD\n{text[at:]}\n=======\n{text}\n>>>>>>> gren\n"


def nothing_left(_text: str, chance: Random) -> str:
    return chance.choice(["", "\n", "---\n", "---\n---\n", "null\n", "[]\n", "- \n", "x\n"])


GENTLE: tuple[Spoiler, ...] = (drop_line, twice, shift_date, shift_all_dates, change_number, swap_words)
ROUGH: tuple[Spoiler, ...] = (
    *GENTLE,
    rename_key,
    change_value,
    exchange_lines,
    indent_line,
    cut_off,
    odd_sign,
    windows,
    old_mac,
    unfinished_merge,
    nothing_left,
)


def _change_one(pattern: re.Pattern[str], text: str, chance: Random, change: Callable[[str], str]) -> str:
    """The text with one of the matches changed; as it is, where there is none."""
    found = list(pattern.finditer(text))
    if not found:
        return text
    one = chance.choice(found)
    group = "key" if "key" in pattern.groupindex else 0
    return text[: one.start(group)] + change(one[group]) + text[one.end(group) :]


# --- what changes nothing


def head_of(path: str, text: str) -> tuple[str, str, str]:
    """What stands before the YAML of a file, the YAML, and what stands after it."""
    if not path.endswith(".md") or not text.startswith("---\n"):
        return ("", text, "") if path.endswith(".yaml") else (text, "", "")
    head, mark, rest = text[4:].partition("\n---")
    return ("---\n", f"{head}\n", f"{mark[1:]}{rest}") if mark else (text, "", "")


def otherwise_written(path: str, text: str, chance: Random) -> str:
    """The same head with its keys in another order, and with other indents."""
    before, head, after = head_of(path, text)
    written = "".join(_rewritten(head.splitlines(keepends=True), chance))
    return before + _PAIRS.sub(lambda match: _turned(match[0], chance), written) + after


def _turned(pairs: str, chance: Random) -> str:
    """`navn: Kari, periode: 2024-01-01` with the pairs in another order."""
    parts = pairs.split(", ")
    if all(": " in part for part in parts):
        chance.shuffle(parts)
    return ", ".join(parts)


def _rewritten(lines: list[str], chance: Random) -> list[str]:
    """A block of lines at one indent: its keys shuffled, what is under each moved in, and so on inwards."""
    parts = _parts(lines)
    if all(re.match(r" *[^\s#:-][^:]*:(?: |$)", _named(part)) for part in parts):
        chance.shuffle(parts)
    rewritten = []
    for part in parts:
        names = next(at for at, line in enumerate(part) if not _is_silent(line)) + 1
        under = part[names:]
        simple = re.search(r":\s*(?:#.*)?$", part[names - 1]) and not re.match(r" *- ", part[names - 1])
        if simple and any(not _is_silent(line) for line in under):
            more = " " * chance.randint(0, 3)
            under = [more + line if line.strip() else line for line in _rewritten(under, chance)]
        rewritten += [*part[:names], *under]
    return rewritten


def _parts(lines: list[str]) -> list[list[str]]:
    """One list of lines for each key or item of the block; comments go with what comes after them."""
    indent = min((len(line) - len(line.lstrip()) for line in lines if not _is_silent(line)), default=0)
    parts: list[list[str]] = []
    waiting: list[str] = []
    for line in lines:
        if _is_silent(line):
            waiting.append(line)
        elif len(line) - len(line.lstrip()) == indent and not (
            line.startswith(" " * indent + "- ") and parts and not re.match(r" *- ", _named(parts[-1]))
        ):
            parts.append([*waiting, line])
            waiting = []
        else:
            parts[-1] += [*waiting, line]
            waiting = []
    return [*parts[:-1], parts[-1] + waiting] if parts else []


def _named(part: list[str]) -> str:
    return next(line for line in part if not _is_silent(line)).rstrip("\n")


def _is_silent(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def lines_of(raw: bytes) -> list[str]:
    """The lines of a file as an editor shows them; places are counted in these."""
    text = raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    return split_lines(unicodedata.normalize("NFC", text))


# --- an exception in it


def with_exception(path: str, text: str, finding: Finding, *, alone: bool) -> str:
    """The file with an exception where the finding is shown: in the head as YAML has comments, below it as HTML has."""
    lines = text.split("\n")
    at = finding.location.line - 1
    said = f"ehelse: unntak {finding.rule.code} -- vedtatt av rådet, sak 12/2026"
    before, head, _ = head_of(path, text)
    if at >= (before + head).count("\n"):
        lines[at] += f" <!-- {said} -->"
    elif alone:
        lines.insert(at, f"{' ' * (len(lines[at]) - len(lines[at].lstrip()))}# {said}")
    else:
        lines[at] += f"  # {said}"
    return "\n".join(lines)
