"""What Word needs that its library does not give: numbering that begins anew, fields, bookmarks, languages, borders."""

from __future__ import annotations

import hashlib
import io
import zipfile
from typing import Any

from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

ACCENT, FAINT, GRAVE = RGBColor(0x0B, 0x4F, 0x71), RGBColor(0x4D, 0x5B, 0x68), RGBColor(0x8A, 0x1C, 0x1C)
LINE, SOFT = "C3CDD5", "EEF4F8"
#: Letters in the name of a bookmark.
_LONGEST = 40
#: What a zip can say of when it was made, at the earliest.
_FIRST = (1980, 1, 1, 0, 0, 0)


def raw(proxy: Any) -> Any:
    """The XML that one of the library's objects stands for."""
    return proxy._element  # noqa: SLF001 (the library's one way down)


def new(tag: str, **attributes: str | int) -> Any:
    """An element of WordprocessingML: `new("w:pBdr", left=…)` has attributes in the same namespace."""
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name.rstrip('_')}"), str(value))
    return element


def within(tag: str, *inside: Any, **attributes: str | int) -> Any:
    """An element with others inside it."""
    element = new(tag, **attributes)
    for one in inside:
        element.append(one)
    return element


def set_language(word: Word, lang: str) -> None:
    """The language of every word that says no other."""
    defaults = word.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(new("w:lang", val=f"{lang}-NO", eastAsia=f"{lang}-NO"))
    word.core_properties.language = f"{lang}-NO"


def style_headings(word: Word) -> None:
    """The built-in headings, which a reader's list of contents knows, in our own sizes and colours."""
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    caption = word.styles["Caption"].font
    caption.size, caption.bold, caption.color.rgb = Pt(9.5), False, FAINT
    for level, size in enumerate((22, 15, 12.5, 11.5, 11, 11), 1):
        style = word.styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.bold, style.font.italic = "Calibri", Pt(size), True, False
        style.font.color.rgb = RGBColor(0x16, 0x20, 0x2A)
        style.element.rPr.rFonts.attrib.clear()
        style.element.rPr.rFonts.set(qn("w:ascii"), "Calibri")
        style.element.rPr.rFonts.set(qn("w:hAnsi"), "Calibri")
        above = size if level > 1 else size / 2
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(size / 3)
        style.paragraph_format.keep_with_next = True


def hyphenate_in_tables(word: Word) -> None:
    """Words may be parted, but only where `may_be_parted` says so: running text keeps its words whole."""
    settings = word.settings.element
    settings.find(qn("w:defaultTabStop")).addnext(new("w:autoHyphenation"))
    raw(word.styles["Normal"]).get_or_add_pPr().append(new("w:suppressAutoHyphens"))


def may_be_parted(paragraph: Any) -> None:
    """A word in a narrow column may have a hyphen."""
    raw(paragraph).get_or_add_pPr().append(new("w:suppressAutoHyphens", val=0))


# --- pictures, pages


def describe(run: Any, alt: str) -> None:
    """What the picture in the run shows, for those who do not see it."""
    for facts in raw(run).iter(qn("wp:docPr")):
        facts.set("descr", alt)


def name_table(table: Any, label: str) -> None:
    """What the table is called, for those who do not see it."""
    raw(table).tblPr.append(new("w:tblCaption", val=label))


def speak(run: Any, lang: str) -> None:
    """The run in a language of its own."""
    raw(run).get_or_add_rPr().append(new("w:lang", val=f"{lang}-NO"))


def remove(paragraph: Any) -> None:
    """Take the paragraph away."""
    raw(paragraph).getparent().remove(raw(paragraph))


def underline(paragraph: Any, *, heavy: bool = False) -> None:
    """A line below the paragraph."""
    size, space, colour = (18, 4, str(ACCENT)) if heavy else (4, 1, LINE)
    line = new("w:bottom", val="single", sz=size, space=space, color=colour)
    raw(paragraph).get_or_add_pPr().append(within("w:pBdr", line))


# --- numbering


def numbering(word: Word, *, ordered: bool, start: int = 1) -> int:
    """A list of its own, which begins at `start`; the number that its paragraphs refer to."""
    part = word.part.numbering_part.element
    taken = [int(one.get(qn("w:abstractNumId"))) for one in part.findall(qn("w:abstractNum"))]
    id_ = max(taken, default=-1) + 1
    levels = [_level(level, ordered=ordered, start=start) for level in range(9)]
    abstract = within("w:abstractNum", new("w:multiLevelType", val="hybridMultilevel"), *levels, abstractNumId=id_)
    first = part.find(qn("w:num"))
    part.insert(list(part).index(first) if first is not None else len(part), abstract)
    number = 1 + max((int(one.get(qn("w:numId"))) for one in part.findall(qn("w:num"))), default=0)
    part.append(within("w:num", new("w:abstractNumId", val=id_), numId=number))
    return number


def _level(level: int, *, ordered: bool, start: int) -> Any:
    form = ("decimal", f"%{level + 1}.") if ordered else ("bullet", "•" if level % 2 == 0 else "–")
    indent = within("w:pPr", new("w:ind", left=360 * (level + 1), hanging=360))
    return within(
        "w:lvl",
        new("w:start", val=start if level == 0 else 1),
        new("w:numFmt", val=form[0]),
        new("w:lvlText", val=form[1]),
        new("w:lvlJc", val="left"),
        indent,
        ilvl=level,
    )


def number_paragraph(paragraph: Any, number: int, level: int) -> None:
    """Make the paragraph an item of the list."""
    properties = raw(paragraph).get_or_add_pPr()
    properties.append(within("w:numPr", new("w:ilvl", val=level), new("w:numId", val=number)))


# --- fields, bookmarks, links


def field(paragraph: Any, instruction: str, shown: str = "1") -> None:
    """A field that Word works out: a page number, or where a bookmark is."""
    for kind, text in (("begin", ""), ("", instruction), ("separate", ""), ("shown", shown), ("end", "")):
        run = paragraph.add_run()
        if kind in ("begin", "separate", "end"):
            mark = new("w:fldChar", fldCharType=kind)
            if kind == "begin":
                mark.set(qn("w:dirty"), "true")
            raw(run).append(mark)
        elif kind == "shown":
            run.text = text
        else:
            code = new("w:instrText")
            code.text = f" {text} "
            code.set(qn("xml:space"), "preserve")
            raw(run).append(code)


def bookmark(paragraph: Any, name: str, id_: int) -> None:
    """A place that links and page numbers refer to."""
    raw(paragraph).insert(
        1 if raw(paragraph).pPr is not None else 0, new("w:bookmarkStart", id=id_, name=bookmark_name(name))
    )
    raw(paragraph).append(new("w:bookmarkEnd", id=id_))


def bookmark_name(id_: str) -> str:
    """Word takes letters, digits and low lines, forty at most, a letter first; a digest stands for the rest."""
    name = f"b_{id_}".replace("-", "_")
    return name if len(name) <= _LONGEST else f"{name[:31]}_{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def link(paragraph: Any, address: str, run: Any) -> None:
    """Make the run a link, to a page on the net or to a bookmark."""
    element = new("w:hyperlink")
    if address.startswith("#"):
        element.set(qn("w:anchor"), bookmark_name(address[1:]))
    else:
        element.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    raw(paragraph).append(element)
    element.append(raw(run))


# --- tables and boxes


def plain_table(table: Any, widths: list[int], *, header: bool, row_headed: bool) -> None:
    """Thin lines between the rows, columns of these widths (twips), the head again on each new page.

    What reads a table aloud takes the first row and the first column for heads where the table says that they are.
    """
    properties = raw(table).tblPr
    for look in properties.findall(qn("w:tblLook")):
        properties.remove(look)
    properties.append(
        new(
            "w:tblLook",
            val=f"{0x20 * header | 0x80 * row_headed | 0x600:04X}",
            firstRow=int(header),
            lastRow=0,
            firstColumn=int(row_headed),
            lastColumn=0,
            noHBand=1,
            noVBand=1,
        )
    )
    lines = (new(f"w:{side}", val="single", sz=4, space=0, color=LINE) for side in ("top", "bottom", "insideH"))
    properties.append(within("w:tblBorders", *lines))
    properties.append(new("w:tblLayout", type="fixed"))
    sizes = (new("w:top", w=50, type="dxa"), new("w:left", w=0, type="dxa"), new("w:bottom", w=50, type="dxa"))
    properties.append(within("w:tblCellMar", *sizes, new("w:right", w=140, type="dxa")))
    for column, width in zip(raw(table).tblGrid.findall(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(width))
    for nr, row in enumerate(table.rows):
        settings = raw(row).get_or_add_trPr()
        settings.append(new("w:cantSplit"))
        if header and nr == 0:
            settings.append(new("w:tblHeader"))


def frame(paragraph: Any, colour: str = "0B4F71") -> None:
    """A line along the left side, on a soft ground."""
    properties = raw(paragraph).get_or_add_pPr()
    properties.append(within("w:pBdr", new("w:left", val="single", sz=18, space=8, color=colour)))
    properties.append(new("w:shd", val="clear", color="auto", fill=SOFT))


def in_order(word: Word) -> None:
    """The properties of every paragraph and table in the order that the format demands."""
    for tag, order in (("w:pPr", _PARAGRAPH), ("w:tblPr", _TABLE)):
        rank = {qn(f"w:{name}"): nr for nr, name in enumerate(order)}
        for properties in word.element.body.iter(qn(tag)):
            properties[:] = sorted(properties, key=lambda one: rank.get(one.tag, len(rank)))


# fmt: off
_PARAGRAPH = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "shd", "tabs", "suppressAutoHyphens",
    "spacing", "ind", "jc", "rPr", "sectPr",
)
_TABLE = ("tblStyle", "tblW", "jc", "tblBorders", "tblLayout", "tblCellMar", "tblLook", "tblCaption", "tblDescription")
# fmt: on


def same_bytes(content: bytes) -> bytes:
    """The file as it would be whenever it was made: the library writes the clock into the archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new_:
        for name in old.namelist():
            told = zipfile.ZipInfo(name, _FIRST)
            told.compress_type, told.external_attr, told.create_system = zipfile.ZIP_DEFLATED, 0o600 << 16, 3
            new_.writestr(told, old.read(name))
    return out.getvalue()
