"""A council of five and two mandates of a few blocks each: what the plan says of the step from one to the other."""

from __future__ import annotations

from datetime import date
from textwrap import dedent

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.mandat.mandat import PAAKREVDE_BLOKKER
from ehelse_cli.plan.plan import Plan, Rammer, plan
from ehelse_cli.plan.virkning import Omraade
from tests.trees import load_tree

DAG = date(2026, 11, 23)
GAMMEL, NY = "raad@2025-01-01", "raad@2027-01-01-utkast"

#: Five seats in two groups, a quorum of half the seats, two years, notice three weeks ahead.
REGLER = """
sammensetning:
  seter: 5
  oppnevnes_av: egen_virksomhet
  grupper:
    - {id: ks, antall: 2, virksomheter: [ks]}
    - {id: rhf, antall: 3, virksomheter: [rhf]}
  observatoerer:
    - {id: hod, antall: 1, virksomheter: [hod], rett: [moete, tale]}
stedfortreder: {norm: kan, ordning: fast, antall: 1}
funksjonstid: {varer: 2 aar}
beslutningsdyktighet: {teller: [medlem], proeves: moetet, krav: [{id: flertall, antall: minst 1/2, av: seter}]}
frister:
  - {id: innkalling, frist: 3 uker foer moetet}
"""

FORUM = """
navn: Rådet
saksnummer: N/AAAA
medlemmer_kjent_fra: 2025-01-01
medlemmer:
  - {navn: Anne Aas, virksomhet: ks, periode: 2026-01-01}
  - {navn: Berit Bø, virksomhet: ks, periode: 2026-01-01}
  - {navn: Carl Dahl, virksomhet: rhf, periode: 2026-01-01}
  - {navn: Dag Eide, virksomhet: rhf, periode: 2026-01-01}
  - {navn: Eva Foss, virksomhet: rhf, periode: 2026-01-01}
  - {navn: Frode Gran, virksomhet: hod, rolle: observatoer, periode: 2026-01-01/..}
stedfortredere:
  - {navn: Guri Hjelm, virksomhet: ks, for: Anne Aas, periode: 2026-01-01}
"""

PROSA = "## Oppgaver\n\n- Rådet gir råd om økonomi.\n- Rådet gir råd om innføring.\n"

_VIRKSOMHETER = "ks: {navn: KS}\nrhf: {navn: RHF}\nhod: {navn: HOD}\nnsf: {navn: NSF}\n"


def _mandat(regler: str, fra: str, status: str, prosa: str) -> str:
    sagt = dedent(regler).strip()
    har = {linje.split(":")[0] for linje in sagt.splitlines() if linje[:1].isalpha()}
    taust = [f"{blokk}: ikke_regulert" for blokk in PAAKREVDE_BLOKKER if blokk not in har]
    hode = ["forum: raad", f"status: {status}", f"gjelder_fra: {fra}", sagt, *taust]
    return "\n".join(["---", *hode, "---", prosa])


def bytt(*par: str, regler: str = REGLER) -> str:
    """The rules with words replaced: the first by the second, the third by the fourth. Each must be there."""
    for gammelt, nytt in zip(par[::2], par[1::2], strict=True):
        assert gammelt in regler, gammelt
        regler = regler.replace(gammelt, nytt)
    return regler


def les(
    nye: str,
    *,
    gamle: str = REGLER,
    forum: str = FORUM,
    prosa: tuple[str, str] = (PROSA, PROSA),
    andre: dict[str, str] | None = None,
) -> Dataset:
    """The tree with both mandates; a meeting in March and one in June 2027."""
    filer = {
        "virksomheter.yaml": _VIRKSOMHETER,
        "forum/raad.yaml": dedent(forum).strip() + "\n",
        "mandater/raad/2025-01-01.md": _mandat(gamle, "2025-01-01", "vedtatt", prosa[0]),
        "mandater/raad/2027-01-01-utkast.md": _mandat(nye, "2027-01-01", "utkast", prosa[1]),
        "moeter/raad/2027-m1.md": "---\ntid: 2027-03-10\n---\n",
        "moeter/raad/2027-m2.md": "---\ntid: 2027-06-16\n---\n",
        **(andre or {}),
    }
    lest = load_tree(filer)
    assert not lest.findings, [str(funn.message) for funn in lest.findings]
    return lest.dataset


def planlegg(data: Dataset, dag: date = DAG, *fravaer: str, maaneder: int = 18, i_kraft: date | None = None) -> Plan:
    """The plan for the draft."""
    return plan(data, data.mandater[GAMMEL], data.mandater[NY], Rammer(dag, i_kraft, maaneder, fravaer))


def sagt(plan_: Plan, omraade: Omraade) -> list[str]:
    """Each effect in the area on a line: mark, name, what happens, and the ids of the causes."""
    ider = {en.nr: en.endring.id if en.endring else "teksten" for en in plan_.endringer}
    return [
        f"{en.merke} {en.navn}: {en.melding.tekst} <- "
        + " eller ".join(" + ".join(ider[nr] for nr in aarsak) for aarsak in en.aarsaker)
        for en in plan_.virkninger
        if en.omraade == omraade
    ]
