"""Why a year got no plan: what cannot hold together, and what it would take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ehelse_cli.aarsplan.forklaring import Konflikt
from ehelse_cli.aarsplan.modell import Vilkaar
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.oversikt.oversikt import ALLTID, Kolonne, Oversikt, Tabell, tabell


@dataclass(frozen=True, slots=True)
class Planloes:
    """A year that got no plan: in what it was tried, and whether its calendar was laid out for the trial alone."""

    data: Dataset
    aar: int
    dag: date
    konflikt: Konflikt
    utkast: bool = False


def konfliktoversikt(uten: Planloes) -> Oversikt:
    """What cannot hold together, and what it is enough to set aside."""
    konflikt, utkast = uten.konflikt, f"data/aarshjul/{uten.aar}.yaml" if uten.utkast else ""
    note = "" if konflikt.sikkert else "Grensen for letingen ble nådd: kanskje er ikke alle nødvendige."
    alene = "Det er nok å gi slipp på ett av disse; prøv med --uten." if konflikt.alene else ""
    sammen = "Ingen er nok alene. Alle disse må vike; prøv med --uten for hver." if konflikt.sammen else ""
    return Oversikt(
        "aarskonflikt",
        f"Ingen plan for {uten.aar}",
        uten.dag,
        (
            vilkaarene("binder", "Dette kan ikke holdes på en gang", konflikt.binder, note, utkast),
            vilkaarene("alene", "Da går det", konflikt.alene, alene, utkast),
            vilkaarene("sammen", "Da går det", konflikt.sammen, sammen, utkast),
        ),
        eksempel=uten.data.datasett.er_eksempel,
    )


def vilkaarene(id_: str, tittel: str, vilkaar: Sequence[Vilkaar], note: str, utkast: str = "") -> Tabell:
    """Vilkår with the rule that judges each, its place, and whose demand it is."""
    kolonner = (
        Kolonne[Vilkaar]("vilkaar", "Vilkår", lambda en: en.id),
        Kolonne[Vilkaar]("regel", "Regel", lambda en: en.kode),
        Kolonne[Vilkaar]("sted", "Sted", lambda en: _sted(en, utkast)),
        Kolonne[Vilkaar]("tekst", "Hva", lambda en: en.tekst, under=ALLTID),
        Kolonne[Vilkaar]("hjemmel", "Hjemmel", lambda en: "; ".join(_hjemler(en)), under=ALLTID),
    )
    return tabell(id_, tittel, kolonner, vilkaar, note=note)


def _sted(vilkaar: Vilkaar, utkast: str) -> str:
    """File and line; of a calendar that is in no file, that it is a draft."""
    if not vilkaar.steder:
        return ""
    sted = vilkaar.steder[0].location
    return "utkastet til årshjul" if sted.path == utkast else f"{sted.path}:{sted.line}"


def _hjemler(vilkaar: Vilkaar) -> Iterator[str]:
    """Whose demand it is, each once."""
    titler = (en.title for en in vilkaar.steder if en.title.startswith("hjemmel: "))
    yield from dict.fromkeys(en.removeprefix("hjemmel: ") for en in titler)
