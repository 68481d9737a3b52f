"""MAN: is a mandate below a guideline at least what the guideline demands?"""

from collections.abc import Iterator
from datetime import date

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Hit
from ehelse_cli.core.mandat import Fravik, Mandat, fravik
from ehelse_cli.rules.common import clause, navn, plassen

_HVA = {
    "svakere": ("er svakere enn retningslinjen", "Retningslinjen er et minimum: her kan det bare stå noe strengere."),
    "ulik": ("er ikke som i retningslinjen", "Dette kan ikke fravikes. Skriv det samme som i retningslinjen."),
}


def svakere_enn_retningslinjen(data: Dataset, _dag: date) -> Iterator[Hit]:
    """A rule weaker than the parent's, or unlike it where it may not differ. What only a person can tell is left."""
    for mandat in data.mandater.values():
        forelder = data.mandater.get(mandat.overordnet) if mandat.overordnet else None
        if forelder is not None and not mandat.er_utkast:
            yield from (_hit(data, forelder, mandat, ett) for ett in fravik(forelder, mandat) if ett.slag in _HVA)


def _hit(data: Dataset, forelder: Mandat, mandat: Mandat, ett: Fravik) -> Hit:
    hva, help_ = _HVA[ett.slag]
    organet = navn(data, forelder.forum, mandat.fra or date.max)
    return Hit(
        f"«{'.'.join(ett.sti)}» {hva} fra {organet}",
        data.place(mandat.id, *plassen(mandat.hode, ett.sti)),
        (mandat.id, *ett.sti),
        related=clause(data, forelder, ("retningslinje_for_underliggende",), f"{organet} gir retningslinjen"),
        help=help_,
    )
