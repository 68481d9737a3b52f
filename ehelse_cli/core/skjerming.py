"""What is exempt from disclosure, and on which legal basis. Anything not exactly legal closes the object."""

from typing import Literal

from ehelse_cli.core.felter import Dato, Tekst
from ehelse_cli.core.modell import Modell


class Meroffentlighet(Modell):
    """Whether wider access was considered (offentleglova § 11)."""

    utfall: Literal["ja", "nei", "delvis"]
    dato: Dato | None = None


class Skjerming(Modell):
    """An exemption: the public file says that, the twin says what."""

    hjemmel: Tekst
    omfang: Literal["hele", "deler"]
    meroffentlighet: Meroffentlighet | None = None
    opphoerer: Dato | None = None
