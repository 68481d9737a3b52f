"""An invented council for tests: readable files from a few words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ehelse_cli.core.beslutningsdyktighet import beslutningsdyktighet
from ehelse_cli.core.spraak import Maalform
from ehelse_cli.core.verdict import Verdict
from tests.trees import listed, load_clean, names

HALVPARTEN = "teller: [medlem, stedfortreder], proeves: hver_sak, krav: [{id: flertall, antall: minst 1/2, av: seter}]"
LEDELSEN = (
    "teller: [medlem, stedfortreder], proeves: hver_sak, "
    "krav: [{id: ledelse, antall: minst 1, blant: [leder, nestleder]}, "
    "{id: andre, antall: minst 3, annen_enn: [ledelse]}]"
)
SIDENE = (
    "teller: [medlem, stedfortreder], proeves: hver_sak, "
    "krav: [{id: sidene, antall: minst 1, egenskap: side, av_hver: [kommunal, sykehus]}]"
)
SAKER = "[{sak: 1/2025}, {sak: 2/2025}, {sak: 3/2025}]"


def mandat(
    regel: str = HALVPARTEN,
    *,
    seter: str = "17",
    stedfortreder: str = "ikke_regulert",
    grupper: str = "ikke_regulert",
    resten: str = "",
    fra: str = "2024-01-01",
) -> str:
    """A mandate where little but the quorum is regulated."""
    return f"""\
---
forum: raad
status: vedtatt
gjelder_fra: {fra}
sammensetning:
  seter: {seter}
  grupper: {grupper}
{resten}stedfortreder: {stedfortreder}
funksjonstid: {{varer: 2 aar}}
beslutningsdyktighet: {regel if re.fullmatch("[a-z_]+", regel) else f"{{{regel}}}"}
---
"""


def forum(medlemmer: Iterable[str], stedfortredere: Iterable[str] = (), resten: str = "") -> str:
    """A council. A member is a name, or a row in braces where `periode` may be left to us."""
    rader = [_rad(medlem) for medlem in medlemmer]
    varaer = listed(list(stedfortredere)) if stedfortredere else ""
    return f"navn: Rådet\nsaksnummer: N/AAAA\nmedlemmer_kjent_fra: 2024-01-01\n{resten}medlemmer:\n{listed(rader)}" + (
        f"stedfortredere:\n{varaer}" if varaer else ""
    )


def _rad(medlem: str) -> str:
    if not medlem.startswith("{"):
        medlem = f"{{navn: {medlem}}}"
    return medlem if "periode:" in medlem else medlem[:-1] + ", periode: 2025-01-01}"


def moete(
    medlemmer: Iterable[str] = (), forfall: Iterable[str] = (), saker: str = SAKER, tid: str = "2025-03-12 10:00-16:30"
) -> str:
    """A meeting with its attendance."""
    return (
        f"---\ntid: {tid}\nfremmoete:\n  medlemmer:\n{listed(list(medlemmer), 4)}"
        f"  forfall:\n{listed(list(forfall), 4)}saksliste: {saker}\n---\n"
    )


def avgjoer(filer: Mapping[str, str], sak: int = 0, maalform: Maalform = "nb") -> Verdict:
    """The verdict on the one meeting of the tree."""
    data = load_clean(filer)
    (ett,) = data.moeter.values()
    return beslutningsdyktighet(data, ett, sak, maalform)


def tre(mandatet: str, raadet: str, moetet: str) -> dict[str, str]:
    """The three files of a case."""
    return {"mandater/raad/2024-01-01.md": mandatet, "forum/raad.yaml": raadet, "moeter/raad/2025-m1.md": moetet}


def moett(antall: int, vara: int = 0, *, seter: int = 17, uten: Sequence[int] = ()) -> str:
    """The first `antall` came, the next `vara` sent substitutes, nobody mentions `uten`, and the rest sent word."""
    alle = names(seter)
    der = alle[:antall] + [
        f"{{navn: Vara {nr}, for: {navn}}}" for nr, navn in enumerate(alle[antall : antall + vara], 1)
    ]
    return moete(der, [navn for nr, navn in enumerate(alle, 1) if nr > antall + vara and nr not in uten])


def med_17(regel: str, moetet: str, **valg: str) -> dict[str, str]:
    return tre(mandat(regel, **valg), forum(names(17)), moetet)


def uten(regel: str, noekkel: str) -> str:
    """The rule without one of its keys."""
    return re.sub(rf"{noekkel}: (\[.*?\]|\w+)(, )?", "", regel, count=1).removesuffix(", ")


def av_fem(
    moettende: Sequence[str],
    forfall: Sequence[str] | None = None,
    *,
    regel: str = HALVPARTEN,
    saker: str = SAKER,
    tid: str = "2025-03-12 10:00-16:30",
    medlemmer: Sequence[str] = (),
    varaer: Sequence[str] = (),
    **valg: str,
) -> dict[str, str]:
    """Five seats, A to E, of which three are needed. Whoever the lines do not name has sent word."""
    rader = list(medlemmer) or list("ABCDE")
    borte = [navn for navn in "ABCDE" if not re.search(rf"\b{navn}\b", " ".join(moettende))]
    moetet = moete(moettende, borte if forfall is None else forfall, saker, tid)
    return tre(mandat(regel, **{"seter": "5", **valg}), forum(rader, varaer), moetet)
