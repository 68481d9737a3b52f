"""Links in public bodies: those that lead to what is open get its address, all others become the words they are."""

from __future__ import annotations

from collections.abc import Callable

from ehelse_cli.core.lenker import lenker

#: From a path in the tree (`data/saker/…`) to an address on the site; None for what does not go out.
Adresse = Callable[[str], str | None]


def med_aapne_lenker(tekst: str, sti: str, adresse: Adresse) -> str:
    """The body of the file at `sti`. The name of a file that stays inside is gone with its link; so are pictures."""
    linjer = tekst.split("\n")
    for lenke in reversed(tuple(lenker(tekst))):
        fil = lenke.fil(sti)
        if fil is None and not lenke.maal.startswith("/"):
            continue
        til = adresse(fil) if fil is not None else None
        ny = f"[{lenke.tekst}]({til})" if til else lenke.tekst
        start = lenke.kolonne - 1
        linjer[lenke.linje] = linjer[lenke.linje][:start] + ny + linjer[lenke.linje][start + lenke.lengde :]
    return "\n".join(linjer)
