"""A document as PDF, by typst: tagged, with language, title, bookmarks, text alternatives and its fonts inside."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal

from msgspec import Struct

from ehelse_cli.core.spraak import Maalform
from ehelse_cli.render.columns import column_weights, head_of, tables_by_head
from ehelse_cli.render.document import Agenda, Document, Figure, Run, Table, every
from ehelse_cli.render.errors import MissingExtraError, NotSetError
from ehelse_cli.render.figurer import for_print
from ehelse_cli.render.ord import ORD
from ehelse_cli.render.pdf_tags import finished
from ehelse_cli.render.picture_size import width_on_paper
from ehelse_cli.render.templates import shipped_folder

#: The serif that comes with typst has every letter of Norwegian and Sámi; what else there is, the machine may have.
_FONT = "Libertinus Serif"
_LAST_OF_OURS = 0x2BFF
_ALSO_OURS = frozenset("\ufeff\ufffd")
#: A word longer than this is broken where it must be; one of letters alone has hyphens up to the second.
_LONG, _VERY_LONG, _PIECE = 28, 60, 14
#: The year 10000, which no file can tell of.
_DIGITS, _LAST = 12, 253_402_300_800
#: A table this small stands on one page.
_FEW_ROWS, _FEW_LETTERS = 9, 1200
#: What a line never ends with: a day before its month, a sign or an abbreviation before its number.
_BOUND = re.compile(
    r"(?<=\d\.) (?=(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des))|(?<=§) (?=\d)|(?<=\bkl\.) (?=\d)"
)
#: Nor is one parted in the middle of two clock times.
_BETWEEN_TIMES = re.compile(r"(?<=\d\d\.\d\d)–(?=\d\d\.\d\d)")


def as_pdf(document: Document, standard: Literal["ua-1"] | None = None) -> bytes:
    """The paper's bytes; the same for the same input, on every machine whose fonts it does not need.

    With a `standard` typst checks the paper against it, and says in the file that it conforms. Tests check ours so; the
    file itself says nothing of the kind.

    Raises:
        MissingExtraError: typst is not installed.
        NotSetError: the paper cannot be laid out.
    """
    try:
        import typst
    except ImportError:
        raise MissingExtraError("pdf", "typst") from None
    told = _told(document)
    try:
        laid_out = typst.compile(
            _source(),
            format="pdf",
            sys_inputs={"papir": told},
            ignore_system_fonts=_is_covered(told),
            timestamp=source_date(),
            pdf_standards=[standard] if standard else [],
        )
    except typst.TypstError as problem:
        raise NotSetError("pdf", problem.message) from None
    if not isinstance(laid_out, bytes):
        raise NotSetError("pdf", "flere filer")
    return finished(laid_out, tuple(_row_headed(document)))


def _row_headed(document: Document) -> Iterator[bool]:
    """For each table of the paper, agendas too, whether the first cell of every row heads it."""
    for block in every(document.blocks):
        if isinstance(block, Table):
            yield block.row_headed
        elif isinstance(block, Agenda) and block.clock:
            yield False


def source_date() -> int:
    """When a file says that it was made: SOURCE_DATE_EPOCH, else the beginning of its reckoning. Never the clock."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    told = int(given) if given.isascii() and given.isdigit() and len(given) <= _DIGITS else 0
    return told if told < _LAST else 0


@cache
def _source() -> bytes:
    return (shipped_folder() / "dokument" / "papir.typ").read_bytes()


def _is_covered(text: str) -> bool:
    """Whether typst's own fonts have every letter: then the paper does not depend on the machine."""
    return all(ord(letter) <= _LAST_OF_OURS or letter in _ALSO_OURS for letter in text)


def _told(document: Document) -> str:
    """The document as JSON, with what the layout needs to know."""
    lang: Maalform = "nn" if document.lang == "nn" else "nb"
    told = {
        "title": document.title,
        "short": _short(document.title),
        "lang": document.lang,
        "sender": document.sender,
        "draft": document.draft,
        "mark": document.mark,
        "dated": source_date() > 0,
        "fonts": [_FONT],
        "ord": {"side": ORD[lang].side_av},
        "widths": {head: column_weights(tables) for head, tables in tables_by_head(document.blocks).items()},
        "blocks": [_plain(block) for block in document.blocks],
    }
    return json.dumps(told, ensure_ascii=False)


def _short(title: str) -> str:
    """The title where there is one line for it."""
    return title if len(title) <= 90 else f"{title[:89].rstrip()}…"


def _plain(value: Any) -> Any:
    """A block as JSON has it: its kind, its parts, words that are not to be seen left out."""
    if isinstance(value, tuple):
        return [_plain(part) for part in value if not getattr(part, "hidden", False)]
    if isinstance(value, str):
        return value
    if not isinstance(value, Struct):
        return value
    told: dict[str, Any] = {"kind": type(value).__name__.lower()}
    told |= {name: _plain(getattr(value, name)) for name in value.__struct_fields__}
    if isinstance(value, Run):
        told["text"] = _breakable(value.text)
    return told | _extra(value)


def _extra(block: Any) -> dict[str, Any]:
    if isinstance(block, Table):
        return {"columns": head_of(block), "whole": _is_small(block)}
    if isinstance(block, Figure):
        return {"svg": for_print(block.svg), "width": width_on_paper(block.svg)}
    return {}


def _is_small(table: Table) -> bool:
    letters = sum(len(run.text) for row in table.rows for cell in row for run in cell.runs)
    return len(table.rows) <= _FEW_ROWS and letters <= _FEW_LETTERS


def _breakable(text: str) -> str:
    """The text where a word as long as a checksum may be broken, and a day stays with its month."""
    text = _BETWEEN_TIMES.sub("\u2060–\u2060", _BOUND.sub("\u00a0", text))
    if len(text) <= _LONG:
        return text
    return " ".join(_pieces(word) if _is_too_long(word) else word for word in text.split(" "))


def _is_too_long(word: str) -> bool:
    """An address breaks at its own signs, and a word of letters at its syllables."""
    return len(word) > (_VERY_LONG if word.isalpha() else _LONG) and "://" not in word


def _pieces(word: str) -> str:
    return "\u200b".join(word[start : start + _PIECE] for start in range(0, len(word), _PIECE))
