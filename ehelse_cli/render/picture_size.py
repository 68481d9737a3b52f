"""How large a picture is on A4: as wide as the text, or as wide as its words ask for, and never higher than a page."""

from __future__ import annotations

import re

#: The text on a page, in points.
_WIDTH, _HEIGHT = 465.0, 660.0
#: What a picture that says its own size says it in: as many points as there are in a pixel.
_PIXEL = 0.75
#: The part of the width for one that has no words as large as those around it.
_PART = 0.86
_BOX = re.compile(r'viewBox="0 0 (?P<width>[\d.]+) (?P<height>[\d.]+)"')
_NATURAL = re.compile(r'<svg[^>]* width="(?P<width>[\d.]+)"')


def width_on_paper(svg: str) -> float:
    """In points."""
    box, natural = _BOX.search(svg), _NATURAL.match(svg)
    if box is None:
        return _WIDTH
    wide, high = float(box["width"]), float(box["height"])
    wanted = float(natural["width"]) * _PIXEL if natural else _WIDTH * _PART
    return round(min(wanted, _WIDTH, _HEIGHT * wide / high), 1)
