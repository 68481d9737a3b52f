"""A picture is as large on paper as its words ask for, and never larger than the page."""

from __future__ import annotations

import pytest

from ehelse_cli.render.picture_size import width_on_paper


@pytest.mark.parametrize(
    ("attributes", "width"),
    [
        ('viewBox="0 0 640 770"', 399.9),
        ('viewBox="0 0 300 186" width="300"', 225.0),
        ('viewBox="0 0 900 186" width="900"', 465.0),
        ('viewBox="0 0 300 1500" width="300"', 132.0),
        ('viewBox="0 0 640 6400"', 66.0),
        ("", 465.0),
    ],
    ids=["wheel", "natural", "wide", "high", "high and as wide as the text", "no size"],
)
def test_how_wide(attributes: str, width: float) -> None:
    assert width_on_paper(f'<svg {attributes} aria-label="a"></svg>') == width
