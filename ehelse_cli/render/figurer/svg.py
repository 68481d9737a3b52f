"""What the pictures share: elements of SVG, and the colours of a picture that stands alone."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from markupsafe import Markup
from msgspec import Struct

from ehelse_cli.render.clean import clean_line


class Bilde(Struct, frozen=True):
    """A picture: the SVG, what it shows in words (`alt`), and the line below it."""

    svg: Markup
    alt: str
    tekst: str


def element(tag: str, *inside: str, **attributes: str | float) -> str:
    """One element. Values are escaped; `class_` is class, and an underscore in a name is a hyphen."""
    told = "".join(f' {_name(name)}="{_value(value)}"' for name, value in attributes.items())
    return f"<{tag}{told}>{''.join(inside)}</{tag}>"


def words(text: str, **attributes: str | float) -> str:
    """A line of text."""
    return element("text", escape(clean_line(text), quote=False), **attributes)


def picture(  # noqa: PLR0913 (what a picture is)
    width: float, height: float, alt: str, parts: Iterable[str], class_: str, *, natural: bool = False
) -> Markup:
    """The whole, as one image with a text alternative; `natural` where its words are to be as large as those around."""
    size = {"width": width, "height": height} if natural else {}
    svg = element(
        "svg",
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_number(width)} {_number(height)}",
        **size,
        role="img",
        aria_label=alt,
        class_=f"bilde {class_}",
    )
    return Markup(svg)  # noqa: S704 (every value in it is escaped above)


def _name(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def _value(value: str | float) -> str:
    return escape(clean_line(value)) if isinstance(value, str) else _number(value)


def _number(value: float) -> str:
    """At most two decimals, and none where they say nothing."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


#: The same classes as in stil.css, in the colours of paper: for a reader that knows no style sheet.
_PRINT = """
.bilde{font-family:"Libertinus Serif","Times New Roman",serif}
.bilde text{fill:#16202a}
.bilde .svak{fill:#4d5b68}
.bilde .linje{stroke:#9aa7b2;fill:none}
.bilde .flate{fill:#f3f6f8;stroke:#cfd8df}
.bilde .stengt{fill:#dfe5ea}
.bilde .naa{stroke:#8a1c1c}
.bilde .f1{fill:#0b4f71}.bilde .f2{fill:#8a5a00}.bilde .f3{fill:#5b3a86}.bilde .f4{fill:#2d6a32}
.bilde .k1{stroke:#0b4f71;fill:none}.bilde .k2{stroke:#8a5a00;fill:none}.bilde .k3{stroke:#5b3a86;fill:none}
.bilde .k4{stroke:#2d6a32;fill:none}
.bilde text.invers{fill:#fff}
.bilde .hul{fill:#fff}
"""


def for_print(svg: str) -> str:
    """The picture with its colours inside, for papers that have no style sheet."""
    start = svg.index(">") + 1
    return f"{svg[:start]}<style>{_PRINT}</style>{svg[start:]}"
