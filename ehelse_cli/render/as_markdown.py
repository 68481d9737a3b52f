"""A document as Markdown that every reader understands alike, and that reads well as it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import singledispatch

from ehelse_cli.render.document import (
    Agenda,
    AgendaLine,
    Block,
    Box,
    Bullets,
    Cell,
    Code,
    Contents,
    Document,
    Facts,
    Figure,
    Heading,
    Line,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    plain,
)
from ehelse_cli.render.markdown import escape, settle

_INDENT = "    "


def as_markdown(document: Document) -> str:
    """The whole paper under its title, which says whose it is; the heading of the page is then said already."""
    rest = [block for block in document.blocks if not _said_in(document.title, block)]
    return blocks_as_markdown((Heading(1, (Run(document.title),)), *rest))


def blocks_as_markdown(blocks: Sequence[Block]) -> str:
    """The blocks one after the other."""
    return settle("\n\n".join(_all(blocks))).rstrip("\n") + "\n"


def _said_in(title: str, block: Block) -> bool:
    """The page's own heading, and the line above it where the title has its words."""
    if isinstance(block, Heading):
        return block.level == 1
    return isinstance(block, Paragraph) and block.style == "over" and plain(block.runs).lower() in title.lower()


def _all(blocks: Sequence[Block]) -> list[str]:
    return [text for block in blocks if (text := _block(block))]


@singledispatch
def _block(block: Block) -> str:
    raise TypeError(f"no Markdown for {type(block).__name__}")


@_block.register
def _(block: Heading) -> str:
    return f"{'#' * block.level} {_words(block.runs)}"


_AROUND = {
    "over": "**{}**",
    "tittel": "**{}**",
    "viktig": "**{}**",
    "merknad": "*{}*",
    "dempet": "*{}*",
    "forutsetning": "*{}*",
}


@_block.register
def _(block: Paragraph) -> str:
    around = _AROUND.get(block.style, "{}")
    bare = block.style in _AROUND and not any(run.strong or run.emphasis or run.code or run.href for run in block.runs)
    return around.format(_words(block.runs)) if bare else _words(block.runs)


@_block.register
def _(block: Bullets) -> str:
    marks = (f"{number}. " if block.ordered else "- " for number in range(block.start, block.start + len(block.items)))
    items = [_item(mark, item) for mark, item in zip(marks, block.items, strict=True)]
    loose = any("\n\n" in item for item in items)
    return ("\n\n" if loose else "\n").join(items)


def _item(mark: str, blocks: Sequence[Block]) -> str:
    indent = _INDENT if mark[0].isdigit() else "  "
    text = ""
    for block in blocks:
        between = "\n" if isinstance(block, Bullets) else "\n\n"
        text += (between if text else "") + _block(block)
    return mark + text.replace("\n", f"\n{indent}").replace(f"\n{indent}\n", "\n\n")


@_block.register
def _(block: Facts) -> str:
    mark = "**" if block.style == "historikk" else ""
    return "\n".join(f"- {mark}{_words(term)}:{mark} {' '.join(_all(said))}" for term, said in block.rows)


@_block.register
def _(block: Table) -> str:
    rows = list(block.rows)
    head = block.head or rows.pop(0)
    lines = [_row(head), "|" + "|".join(_RULES[cell.side] for cell in head) + "|", *map(_row, rows)]
    return "\n".join(lines)


_RULES = {"left": "---", "right": "---:", "center": ":---:"}


def _row(cells: Sequence[Cell]) -> str:
    inside = [part for cell in cells for part in (_words(cell.runs), *[""] * (cell.span - 1))]
    return f"| {' | '.join(inside)} |".replace("\\\n", " ")


@_block.register
def _(block: Agenda) -> str:
    return "\n".join(map(_agenda_line, block.lines))


def _agenda_line(line: AgendaLine) -> str:
    """`- 10.30–11.30 · **Sak 1/2026** · **Tittel**`, and below it what else is said."""
    clock = [run.text.strip() for run in line.when if run.strong]
    length = [run.text.strip() for run in line.when if not run.strong]
    over = [block for block in line.what if isinstance(block, Paragraph) and block.style == "over"]
    titles = [block for block in line.what if isinstance(block, Paragraph) and block.style == "tittel"]
    number = [_words((run,)) for block in over for run in block.runs if run.strong]
    kind = [escape(run.text) for block in over for run in block.runs if not run.strong and run.text.strip()]
    first = [*clock, *number, *(f"**{_words(_shown(block.runs))}**{_hidden(block.runs)}" for block in titles)]
    rest = [block for block in line.what if block not in over and block not in titles]
    below = [" · ".join(filter(None, (*kind, *length)))] if kind or (length and not line.pause) else []
    lines = [f"- {' · '.join(first)}", *(f"  - {text}" for text in below)]
    lines += [f"  {text}" for block in rest for text in _nested(block)]
    return "\n".join(lines)


def _shown(runs: Runs) -> Runs:
    return tuple(run for run in runs if not run.hidden)


def _hidden(runs: Runs) -> str:
    """What a page says to those who cannot see it."""
    return "".join(f" {escape(run.text)}" for run in runs if run.hidden)


def _nested(block: Block) -> Iterator[str]:
    lines = _block(block).split("\n")
    if not isinstance(block, Bullets | Facts):
        lines[0] = f"- {lines[0]}"
    yield from lines


@_block.register
def _(block: Box) -> str:
    inside = "\n\n".join(_all(block.blocks))
    return f"---\n\n{inside}" if block.new_page else inside


@_block.register
def _(block: Quote) -> str:
    return "\n".join(f"> {line}".rstrip() for line in "\n\n".join(_all(block.blocks)).split("\n"))


@_block.register
def _(block: Code) -> str:
    fence = "```"
    while fence in block.text:
        fence += "`"
    return f"{fence}\n{block.text}\n{fence}"


@_block.register
def _(block: Figure) -> str:
    """In words: Markdown in an e-mail has no picture."""
    return f"*{escape(block.alt)}*"


@_block.register
def _(block: Contents) -> str:
    return "\n".join(f"{'  ' * (level - 1)}- {escape(words)}" for level, words, _ in block.rows)


@_block.register
def _(_block: Line) -> str:
    return "---"


# --- words

_MARKS: Sequence[tuple[Callable[[Run], bool], str]] = (
    (lambda run: run.deleted, "~~"),
    (lambda run: run.strong or run.inserted, "**"),
    (lambda run: run.emphasis, "*"),
)


def _words(runs: Runs) -> str:
    """The words on one line, the marks of their style close around them."""
    text = ""
    for run in runs:
        for nr, line in enumerate(run.text.split("\n")):
            text = f"{text.rstrip()}\\\n" if nr else text
            text += _line(run, line)
    return text


def _line(run: Run, line: str) -> str:
    word = line.strip(" ")
    return f"{' ' * line.startswith(' ')}{_marked(run, word)}{' ' * line.endswith(' ')}" if word else line


def _marked(run: Run, word: str) -> str:
    if run.code:
        fence, pad = ("``", " ") if "`" in word else ("`", "")
        shown = f"{fence}{pad}{word}{pad}{fence}"
    else:
        shown = escape(word)
        for holds, mark in _MARKS:
            shown = f"{mark}{shown}{mark}" if holds(run) else shown
    return f"[{shown}]({_address(run.href)})" if run.href and not run.href.startswith("#") else shown


def _address(href: str) -> str:
    return href.replace(" ", "%20").replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")
