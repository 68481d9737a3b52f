"""Every row of the oracle's table on quorums, and what lies around it. The bodies are invented; the files are real."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ehelse_cli.core.beslutningsdyktighet import AAPNINGEN, beslutningsdyktighet
from ehelse_cli.core.fremmoete import bok
from ehelse_cli.core.register import register
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


def avgjoer(filer: Mapping[str, str], sak: int = 0) -> Verdict:
    """The verdict on the one meeting of the tree."""
    data = load_clean(filer)
    (ett,) = data.moeter.values()
    return beslutningsdyktighet(data, ett, sak)


def tre(mandatet: str, raadet: str, moetet: str, **andre: str) -> dict[str, str]:
    """The three files of a case, and any others."""
    return {
        "mandater/raad/2024-01-01.md": mandatet,
        "forum/raad.yaml": raadet,
        "moeter/raad/2025-m1.md": moetet,
        **andre,
    }


def moett(antall: int, vara: int = 0, *, seter: int = 17, uten: Sequence[int] = ()) -> str:
    """The first `antall` came, the next `vara` sent a substitute, those in `uten` nobody mentions, the rest sent word."""
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


MINST_TO_TREDELER = HALVPARTEN.replace("minst 1/2", "minst 2/3")
OVER_HALVPARTEN = HALVPARTEN.replace("minst 1/2", "over 1/2")

#: A leader, a deputy and six more; the rest of the seats are empty.
LEDELSE = ["{navn: Leder, rolle: leder}", "{navn: Nestleder, rolle: nestleder}", *names(6)]
INHABIL_I_TO = "[{sak: 1/2025}, {sak: 2/2025, habilitet: [{navn: Leder, utfall: inhabil}]}, {sak: 3/2025}]"


def ledelsen(moettende: Sequence[str], arver: str = "", saker: str = INHABIL_I_TO) -> dict[str, str]:
    regel = f"{{ordning: fast, antall: 1, for: medlem{arver}}}"
    borte = [] if any("for: Nestleder" in linje for linje in moettende) else ["Nestleder"]
    return tre(mandat(LEDELSEN, seter="8", stedfortreder=regel), forum(LEDELSE), moete(moettende, borte, saker))


MED_NESTLEDERS_VARA = ["Leder", "{navn: Vara, for: Nestleder}", *names(6)]

#: Nine municipal and eight hospital seats.
SIDER = "[{id: kommuner, antall: 9, side: kommunal}, {id: sykehus, antall: 8, side: sykehus}]"


def fra_sidene(kommunale: int, sykehus: int) -> dict[str, str]:
    alle = [(f"Kommune {nr}", "kommuner") for nr in range(1, 10)] + [(f"Sykehus {nr}", "sykehus") for nr in range(1, 9)]
    der = [navn for navn, _ in alle[:kommunale] + alle[9 : 9 + sykehus]]
    rader = [f"{{navn: {navn}, gruppe: {gruppe}}}" for navn, gruppe in alle]
    borte = [navn for navn, _ in alle if navn not in der]
    return tre(mandat(SIDENE, grupper=SIDER), forum(rader), moete(der, borte))


GIKK_15_50 = '{navn: Medlem 8, til: "15:50"}'
KLOKKE = '[{sak: 1/2025, kl: "10:00"}, {sak: 2/2025, kl: "15:00"}, {sak: 3/2025, kl: "16:00"}]'


def en_gikk(saker: str = KLOKKE) -> dict[str, str]:
    """Row 17: eight members and a substitute came, and one of the eight left at 15:50."""
    der = [*names(7), GIKK_15_50, "{navn: Vara 1, for: Medlem 9}"]
    return med_17(HALVPARTEN, moete(der, names(17)[9:], saker))


def foer_mandatet() -> dict[str, str]:
    """Row 19: two thirds until 2025, half from 2025; the meeting was in December 2024 with ten of 17."""
    filer = tre(
        mandat(MINST_TO_TREDELER),
        forum([f"{{navn: {navn}, periode: 2024-01-01/..}}" for navn in names(17)]),
        moete(names(10), names(17)[10:], tid="2024-12-11"),
    )
    return filer | {"mandater/raad/2025-01-01.md": mandat(HALVPARTEN, fra="2025-01-01")}


def ikke_kjent() -> dict[str, str]:
    """Row 20: the members are known from 2024, and the meeting was before."""
    return {
        "mandater/raad/2023-01-01.md": mandat(fra="2023-01-01"),
        "forum/raad.yaml": forum(names(17)),
        "moeter/raad/2023-m1.md": moete(names(9), tid="2023-05-02"),
    }


# (row, files, index of the case, answer, words of the verdict)
Rad = tuple[str, dict[str, str], int, str, str]
ORAKEL: list[Rad] = [
    ("rad-1", med_17(HALVPARTEN, moett(7, 1)), 0, "nei", "9 kreves, 8 til stede"),
    ("rad-2", med_17(HALVPARTEN, moett(8, 1)), 0, "ja", "8 medlemmer + 1 stedfortreder"),
    ("rad-3-minst", tre(mandat(seter="16"), forum(names(16)), moett(8, seter=16)), 0, "ja", ""),
    (
        "rad-3-over",
        tre(mandat(OVER_HALVPARTEN, seter="16"), forum(names(16)), moett(8, seter=16)),
        0,
        "nei",
        "9 kreves",
    ),
    ("rad-4-11", med_17(MINST_TO_TREDELER, moett(11)), 0, "nei", "12 kreves, 11 til stede"),
    ("rad-4-12", med_17(MINST_TO_TREDELER, moett(12)), 0, "ja", ""),
    (
        "rad-5",
        med_17(HALVPARTEN, moete([*names(8), "{navn: Vara 1, for: Medlem 8}"], names(17)[8:])),
        0,
        "nei",
        "Vara 1 telles ikke: Medlem 8 møter selv",
    ),
    ("rad-6-tom", med_17(HALVPARTEN, moete([], [])), 0, "ukjent", "fremmøtet er ikke ført"),
    ("rad-6-bare-forfall", med_17(HALVPARTEN, moete([], names(17))), 0, "ukjent", "fremmøtet er ikke ført"),
    ("rad-6-mangler", med_17(HALVPARTEN, f"---\ntid: 2025-03-12\nsaksliste: {SAKER}\n---\n"), 0, "ukjent", ""),
    (
        "rad-6-ikke-oppgitt",
        med_17(HALVPARTEN, f"---\ntid: 2025-03-12\nfremmoete: ikke_oppgitt\nsaksliste: {SAKER}\n---\n"),
        0,
        "ukjent",
        "",
    ),
    ("rad-7", med_17(HALVPARTEN, moett(8, uten=[12])), 0, "ukjent", "om Medlem 12 var der"),
    ("rad-8", med_17(HALVPARTEN, moett(9, uten=[12])), 0, "ja", ""),
    ("rad-9", med_17("ikke_regulert", moett(0)), 0, "ikke_regulert", ""),
    ("rad-9-fullt-hus", med_17("ikke_regulert", moett(17)), 0, "ikke_regulert", ""),
    ("rad-10", med_17(uten(HALVPARTEN, "teller"), moett(8, 1)), 0, "ikke_regulert", "teller"),
    ("rad-11", med_17(uten(HALVPARTEN, "teller"), moett(9, 1)), 0, "ja", ""),
    ("rad-12-sak-2", ledelsen(["Leder", *names(6)]), 1, "nei", "1 kreves, 0 til stede (ledelse)"),
    ("rad-12-sak-1", ledelsen(["Leder", *names(6)]), 0, "ja", ""),
    ("rad-12-sak-3", ledelsen(["Leder", *names(6)]), 2, "ja", ""),
    ("rad-13", ledelsen(MED_NESTLEDERS_VARA), 1, "ikke_regulert", "arver_verv"),
    ("rad-14-ja", ledelsen(MED_NESTLEDERS_VARA, ", arver_verv: ja"), 1, "ja", ""),
    ("rad-14-nei", ledelsen(MED_NESTLEDERS_VARA, ", arver_verv: nei"), 1, "nei", "(ledelse)"),
    ("rad-15-seter", tre(mandat(), forum(names(15)), moett(8, seter=15)), 0, "nei", "9 kreves, 8 til stede"),
    (
        "rad-15-medlemmer",
        tre(mandat(HALVPARTEN.replace("av: seter", "av: medlemmer")), forum(names(15)), moett(8, seter=15)),
        0,
        "ja",
        "minst 1/2 av 15 medlemmer → 8 kreves",
    ),
    ("rad-16", fra_sidene(9, 0), 0, "nei", "1 kreves, 0 til stede (sykehus)"),
    ("rad-16-begge", fra_sidene(8, 1), 0, "ja", ""),
    ("rad-17-foer", en_gikk(), 1, "ja", ""),
    ("rad-17-etter", en_gikk(), 2, "nei", "9 kreves, 8 til stede"),
    ("rad-17-uten-klokke", en_gikk(SAKER), 2, "ukjent", "Medlem 8"),
    (
        "rad-18",
        med_17(HALVPARTEN, moete([*names(7), "Utenfra", "{navn: Vara, for: Medlem 8}"], names(17)[8:])),
        0,
        "nei",
        "9 kreves, 8 til stede",
    ),
    ("rad-19", foer_mandatet(), 0, "nei", "12 kreves, 10 til stede"),
    ("rad-20", ikke_kjent(), 0, "ukjent", "medlemmene er kjent fra 1. januar 2024"),
]


@pytest.mark.parametrize(("filer", "sak", "svar", "ord_"), [rad[1:] for rad in ORAKEL], ids=[rad[0] for rad in ORAKEL])
def test_the_oracle(filer: dict[str, str], sak: int, svar: str, ord_: str) -> None:
    verdict = avgjoer(filer, sak)
    assert verdict.answer == svar
    assert ord_ in " | ".join((verdict.summary, *verdict.arithmetic, *verdict.hangs_on))
