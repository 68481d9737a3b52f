"""Where what is open stands, as whole addresses: what is sent from hand to hand has no folder to count from."""

from __future__ import annotations

from msgspec import Struct

from ehelse_cli.core import adresse
from ehelse_cli.public.tilganger import Tilganger

#: What the gate's own addresses begin with: the way from a page to the root of the site.
_ROT = "../../"


class Adressebok(Struct, frozen=True):
    """The address of each file of the tree that is open; without an address of the site there is none."""

    tilganger: Tilganger
    nettadresse: str | None

    def full(self, sti: str) -> str | None:
        """The whole address of what the file at a path in the tree became; None for what does not go out."""
        til = self.tilganger.adresse(sti)
        return adresse.full(self.nettadresse, til.removeprefix(_ROT)) if til else None
