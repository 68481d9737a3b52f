"""The words of the papers, in bokmål and nynorsk."""

from __future__ import annotations

from collections.abc import Mapping

from ehelse_cli.core.spraak import Maalform
from ehelse_cli.render.ord.bokmaal import BOKMAAL
from ehelse_cli.render.ord.felt import Ord
from ehelse_cli.render.ord.nynorsk import NYNORSK

__all__ = ["BOKMAAL", "NYNORSK", "ORD", "Ord"]

ORD: Mapping[Maalform, Ord] = {"nb": BOKMAAL, "nn": NYNORSK}
