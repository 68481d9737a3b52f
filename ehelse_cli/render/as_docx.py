"""A document as Word: real headings, lists and tables, the head of a table again on each page, languages, bookmarks."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import singledispatchmethod
from typing import TYPE_CHECKING, Any

from ehelse_cli.core.spraak import Maalform
from ehelse_cli.render.as_pdf import source_date
from ehelse_cli.render.columns import column_weights, head_of, tables_by_head
from ehelse_cli.render.document import (
    Agenda,
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
)
from ehelse_cli.render.errors import MissingExtraError
from ehelse_cli.render.figurer import for_print
from ehelse_cli.render.ord import ORD, Ord
from ehelse_cli.render.picture_size import width_on_paper

if TYPE_CHECKING:
    from docx.document import Document as Word

#: The width of the text on A4, in twentieths of a point.
_WIDTH = 9300
_LABEL = 2300
_CLOCK = 1750
#: A table of more columns than this has smaller letters.
_MANY = 3
#: A property of a file is no longer than this.
_FACT = 255
#: The earliest time that an archive can tell.
_EARLIEST = 315532800


def as_docx(document: Document) -> bytes:
    """The paper's bytes; the same for the same input.

    Raises:
        MissingExtraError: python-docx is not installed.
    """
    try:
        import docx
    except ImportError:
        raise MissingExtraError("docx", "python-docx") from None
    from ehelse_cli.render.word import in_order, same_bytes

    word = docx.Document()
    lang: Maalform = "nn" if document.lang == "nn" else "nb"
    _Writer(word, ORD[lang], document).write()
    in_order(word)
    out = io.BytesIO()
    word.save(out)
    return same_bytes(out.getvalue())


@dataclass(frozen=True, slots=True)
class _List:
    """The list that the next paragraph is an item of."""

    number: int
    level: int
    ordered: bool

    @property
    def style(self) -> str:
        """Word's own style, which there are three levels of."""
        level = min(self.level, 2)
        return f"List {'Number' if self.ordered else 'Bullet'}{f' {level + 1}' if level else ''}"


class _Writer:
    """Writes the blocks one after the other. A list inside a list knows how deep it is."""

    def __init__(self, word: Word, ord_: Ord, document: Document) -> None:
        self.word, self.ord, self.document = word, ord_, document
        self.into: Any = word
        self.bookmarks = self.depth = 0
        self.list: _List | None = None
        self.boxed = self.after_over = False
        tables = tables_by_head(document.blocks)
        self.weights = {head: column_weights(same) for head, same in tables.items()}

    def write(self) -> None:
        self._setup()
        from ehelse_cli.render.word import underline

        sender = self._paragraph()
        self._run(sender, Run(self.document.sender, strong=True))
        underline(sender, heavy=True)
        self.blocks(self.document.blocks)

    def _setup(self) -> None:
        from docx.shared import Cm

        from ehelse_cli.render.word import hyphenate_in_tables, set_language, style_headings

        made = datetime.fromtimestamp(max(source_date(), _EARLIEST), UTC).replace(tzinfo=None)
        facts = self.word.core_properties
        facts.title, facts.author = self.document.title[:_FACT], self.document.sender[:_FACT]
        facts.comments = ""
        facts.created = facts.modified = made
        facts.last_modified_by, facts.revision = "", 1
        set_language(self.word, self.document.lang)
        hyphenate_in_tables(self.word)
        style_headings(self.word)
        section = self.word.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.3)
        section.top_margin = section.bottom_margin = Cm(2.4)
        self._header_and_footer(section)

    def _header_and_footer(self, section: Any) -> None:
        """Whose it is and which page, on every page; and that it is a draft, where it is."""
        from docx.enum.text import WD_TAB_ALIGNMENT
        from docx.shared import Pt, Twips

        from ehelse_cli.render.word import FAINT, GRAVE, field

        if self.document.mark:
            mark = section.header.paragraphs[0].add_run(self.document.mark)
            mark.bold, mark.font.size, mark.font.color.rgb = True, Pt(16), GRAVE
        foot = section.footer.paragraphs[0]
        foot.paragraph_format.tab_stops.add_tab_stop(Twips(_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        before, between = self.ord.side_av.split("{0}")[0], self.ord.side_av.split("{0}")[1].split("{1}")[0]
        foot.add_run(f"{self.document.sender}\t\t{before}")  # past the tab stop in the middle, which the style has
        field(foot, "PAGE")
        foot.add_run(between)
        field(foot, "NUMPAGES")
        for run in foot.runs:
            run.font.size, run.font.color.rgb = Pt(9), FAINT

    # --- words

    def _paragraph(self, style: str | None = None) -> Any:
        from ehelse_cli.render.word import number_paragraph

        paragraph = self.into.add_paragraph(style=style or (self.list.style if self.list else None))
        if self.list is not None:
            number_paragraph(paragraph, self.list.number, self.list.level)
        return paragraph

    def _words(self, paragraph: Any, runs: Runs) -> None:
        for run in runs:
            if not run.hidden:
                self._run(paragraph, run)

    def _run(self, paragraph: Any, run: Run) -> None:
        from ehelse_cli.render.word import ACCENT, FAINT, GRAVE, link, speak

        made = paragraph.add_run()
        for nr, line in enumerate(run.text.split("\n")):
            if nr:
                made.add_break()
            made.add_text(line)
        made.bold, made.italic = run.strong or None, run.emphasis or None
        if run.faint:
            made.font.color.rgb = FAINT
        if run.code:
            made.font.name = "Consolas"
        if run.inserted:
            made.underline = True
        if run.deleted:
            made.font.strike, made.font.color.rgb = True, GRAVE
        if run.lang:
            speak(made, run.lang)
        if run.href:
            made.font.color.rgb, made.underline = ACCENT, True
            link(paragraph, run.href, made)

    # --- blocks

    def blocks(self, blocks: Sequence[Block]) -> None:
        """One after the other. A heading stands close to the line that says what it is a heading of."""
        for block in blocks:
            self.block(block)
            self.after_over = isinstance(block, Paragraph) and block.style == "over"

    @singledispatchmethod
    def block(self, block: Block) -> None:
        raise TypeError(f"no Word for {type(block).__name__}")

    @block.register
    def _(self, block: Heading) -> None:
        from docx.shared import Pt

        from ehelse_cli.render.word import bookmark, frame

        paragraph = self._paragraph(f"Heading {block.level}")
        self._words(paragraph, block.runs)
        if self.after_over:
            paragraph.paragraph_format.space_before = Pt(2)
        if self.boxed:
            frame(paragraph)
            paragraph.paragraph_format.space_after = 0
        if block.id:
            self.bookmarks += 1
            bookmark(paragraph, block.id, self.bookmarks)

    @block.register
    def _(self, block: Paragraph) -> None:
        from ehelse_cli.render.word import FAINT, frame

        paragraph = self._paragraph()
        self._words(paragraph, block.runs)
        if block.style in ("varsel", "viktig") or self.boxed:
            frame(paragraph, "8A1C1C" if block.style == "viktig" else "0B4F71")
        if self.boxed or block.style == "over":
            paragraph.paragraph_format.space_after = 0
        for run in paragraph.runs:
            if block.style in ("merknad", "forutsetning"):
                run.italic = True
            if block.style in ("over", "dempet", "merknad") and run.font.color.rgb is None:
                run.font.color.rgb = FAINT
            if block.style == "tittel":
                run.bold = True
        paragraph.paragraph_format.keep_with_next = block.style in ("over", "tittel") or None

    @block.register
    def _(self, block: Bullets) -> None:
        from ehelse_cli.render.word import numbering

        outer, level = self.list, self.depth
        self.depth += 1
        number = numbering(self.word, ordered=block.ordered, start=block.start) if not block.plain else 0
        for item in block.items:
            for nr, part in enumerate(item):
                self.list = None if block.plain or nr else _List(number, level, block.ordered)
                self.block(part)
                if nr and not block.plain and not isinstance(part, Bullets | Table | Facts):
                    self._indent(level)
        self.list, self.depth = outer, level

    def _indent(self, level: int) -> None:
        """A paragraph after the first of an item stands below it; in a box, the box still begins where it did."""
        from docx.shared import Twips

        below, indent = self.into.paragraphs[-1], Twips(360 * (level + 1))
        below.paragraph_format.left_indent = indent
        if self.boxed:
            below.paragraph_format.first_line_indent = -indent
            below.runs[0].text = f"\t{below.runs[0].text}"

    @block.register
    def _(self, block: Facts) -> None:
        from ehelse_cli.render.word import FAINT

        for term, said in block.rows:
            paragraph = self._paragraph()
            self._words(paragraph, term)
            paragraph.add_run(": ")
            for run in paragraph.runs:
                run.bold, run.font.color.rgb = (True, None) if block.style else (None, FAINT)
            for part in said:
                self._words(paragraph, part.runs if isinstance(part, Paragraph) else ())
            paragraph.paragraph_format.space_after = 25400 * 2

    @block.register
    def _(self, block: Table) -> None:
        rows = [block.head, *block.rows] if block.head else list(block.rows)
        widths = [_LABEL, _WIDTH - _LABEL] if block.style == "fakta" else _shares(self.weights[head_of(block)])
        table = self._table(len(rows), widths, header=bool(block.head), row_headed=block.row_headed)
        for nr, row in enumerate(rows):
            self._row(table.rows[nr], row, first=nr == 0 and bool(block.head), faint=block.style == "fakta")
        if len(widths) > _MANY:
            _smaller(table)
        if block.label:
            from ehelse_cli.render.word import name_table

            name_table(table, block.label)
        self._after_table()

    def _table(self, rows: int, widths: list[int], *, header: bool, row_headed: bool = False) -> Any:
        from docx.shared import Twips

        from ehelse_cli.render.word import plain_table

        table = self.into.add_table(rows, len(widths), *([] if self.into is self.word else [Twips(sum(widths))]))
        plain_table(table, widths, header=header, row_headed=row_headed)
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = Twips(width)
        return table

    def _row(self, row: Any, cells: Sequence[Cell], *, first: bool, faint: bool) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH

        from ehelse_cli.render.word import FAINT, may_be_parted

        column = 0
        for cell in cells:
            place = row.cells[column]
            if cell.span > 1:
                place = place.merge(row.cells[column + cell.span - 1])
            column += cell.span
            paragraph = place.paragraphs[0]
            paragraph.paragraph_format.space_after = 0
            may_be_parted(paragraph)
            self._words(paragraph, cell.runs)
            if cell.side != "left":
                paragraph.alignment = getattr(WD_ALIGN_PARAGRAPH, cell.side.upper())
            for run in paragraph.runs:
                if faint and cell.heading:
                    run.font.color.rgb = FAINT
                elif first or cell.heading:
                    run.bold = True

    def _after_table(self) -> None:
        """Space below: tables or boxes that touch become one."""
        from docx.shared import Pt

        after = self.into.add_paragraph()
        after.paragraph_format.space_after = 0
        after.paragraph_format.line_spacing = Pt(8)

    @block.register
    def _(self, block: Agenda) -> None:
        """A table with a column for the time; one without where there is no clock."""
        widths = [_CLOCK, _WIDTH - _CLOCK] if block.clock else [_WIDTH]
        table = self._table(len(block.lines) + 1, widths, header=True)
        heads = block.columns if block.clock else block.columns[-1:]
        head = tuple(Cell((Run(text),), heading=True) for text in heads)
        self._row(table.rows[0], head, first=True, faint=True)
        for nr, line in enumerate(block.lines, 1):
            *when, what = table.rows[nr].cells
            for cell in when:
                self._inside(cell, (Paragraph(_when(line.when, pause=line.pause)),))
            self._inside(what, line.what if not line.pause else tuple(map(_faint, line.what)))
        self._after_table()

    def _inside(self, cell: Any, blocks: Sequence[Block]) -> None:
        """The blocks in a cell, in place of the empty paragraph that it begins with."""
        from ehelse_cli.render.word import remove

        outer, self.into = self.into, cell
        empty = cell.paragraphs[0]
        self.blocks(blocks)
        if len(cell.paragraphs) > 1:
            remove(empty)
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.space_after = 0
        self.into = outer

    @block.register
    def _(self, block: Box) -> None:
        if block.new_page:
            self.word.add_page_break()  # type: ignore[no-untyped-call]
        outer, self.boxed = self.boxed, bool(block.style) or self.boxed
        self.blocks(block.blocks)
        self.boxed = outer
        if block.style:
            self._after_table()

    @block.register
    def _(self, block: Quote) -> None:
        self.blocks(tuple(map(_faint, block.blocks)))

    @block.register
    def _(self, block: Code) -> None:
        self._words(self._paragraph(), (Run(block.text, code=True),))

    @block.register
    def _(self, block: Figure) -> None:
        from docx.shared import Pt

        from ehelse_cli.render.word import describe

        picture = _as_png(for_print(block.svg))
        if picture is None:
            self._words(self._paragraph(), (Run(block.alt, emphasis=True),))
            return
        paragraph = self._paragraph()
        paragraph.paragraph_format.keep_with_next = True
        run = paragraph.add_run()
        run.add_picture(io.BytesIO(picture), width=Pt(width_on_paper(block.svg)))
        describe(run, block.alt)
        self._words(self._paragraph("Caption"), block.caption)

    @block.register
    def _(self, block: Contents) -> None:
        from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
        from docx.shared import Twips

        from ehelse_cli.render.word import bookmark_name, field

        for _, words, target in block.rows:
            paragraph = self._paragraph()
            stops = paragraph.paragraph_format.tab_stops
            stops.add_tab_stop(Twips(_WIDTH), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
            self._run(paragraph, Run(words, href=f"#{target}"))
            paragraph.add_run("\t")
            field(paragraph, f"PAGEREF {bookmark_name(target)} \\h", "–")

    @block.register
    def _(self, _block: Line) -> None:
        from ehelse_cli.render.word import underline

        underline(self._paragraph())


def _shares(weights: Sequence[float]) -> list[int]:
    """The width of the text in columns of these weights."""
    total = sum(weights)
    return [int(_WIDTH * weight / total) for weight in weights]


def _smaller(table: Any) -> None:
    from docx.shared import Pt

    for cell in (cell for row in table.rows for cell in row.cells):
        for run in (run for paragraph in cell.paragraphs for run in paragraph.runs):
            run.font.size = Pt(9.5)


def _when(runs: Runs, *, pause: bool) -> Runs:
    """The clock, and below it how long."""
    told: list[Run] = []
    for run in runs:
        text = run.text.strip()
        told += [Run("\n")] if told else []
        told.append(Run(text, strong=run.strong and not pause, faint=not run.strong))
    return tuple(told)


def _faint(block: Block) -> Block:
    if not isinstance(block, Paragraph):
        return block
    return Paragraph(tuple(Run(run.text, faint=True, hidden=run.hidden) for run in block.runs))


def _as_png(svg: str) -> bytes | None:
    """The picture in dots, which every Word can show; None where nothing here can make it."""
    try:
        import typst
    except ImportError:
        return None
    made: object = typst.compile(_PICTURE, format="png", ppi=180, sys_inputs={"svg": svg}, ignore_system_fonts=True)
    return made if isinstance(made, bytes) else None


_PICTURE = b"""
#set page(width: auto, height: auto, margin: 2pt)
#image(bytes(sys.inputs.svg), format: "svg", width: 16.4cm)
"""
