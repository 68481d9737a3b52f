"""Pictures as pure functions: values in, SVG out. Colours come from the style sheet; shapes say the same."""

from __future__ import annotations

from ehelse_cli.render.figurer.svg import Bilde, for_print

__all__ = ["Bilde", "for_print"]
