"""A mandate: what can be executed, line by line with the clause each rests on, and the text that was adopted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ehelse_cli.core.ankre import ankre
from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.mandat import Mandat, grupper_i
from ehelse_cli.core.mandat.arbeid import Vedtatt
from ehelse_cli.core.mandat.mandat import Ledd
from ehelse_cli.core.mandat.regel import PAATEGNINGER, Hvem, Krav
from ehelse_cli.core.mengde import Mengde
from ehelse_cli.report.sheet import Sheet, Table, Text
from ehelse_cli.report.vis_felles import dato, navn, notis, ord_, per

#: Facts about the revision itself; the rest of the head is rules.
_OM_MANDATET = frozenset({
    "forum", "status", "vedtatt", "hjemmel", "gjelder_fra", "gjelder_til", "kjent_per", "erstatter",
    "maalform", "gjelder_for",
})  # fmt: skip


_TAUSHETER = frozenset(map(str, Taushet))
#: Keys whose values name organisations, councils or offices.
_SIER_HVEM = frozenset({
    "virksomheter", "oppnevnes_av", "velges_av", "foreslaas_av", "til", "gjennom", "besluttes_av", "grupper", "i",
    "meldes_av", "forbereder_for", "felles_med", "vedtar_mandat_for", "godkjenner_medlemmer_i", "rapporterer_til",
    "foeres_av", "meldes_til", "av_hver", "sendes",
})  # fmt: skip


def vis_mandat(data: Dataset, mandat: Mandat, dag: date) -> Sheet:
    """The mandate's sheet."""
    return Sheet(
        f"Mandat for {data.forumnavn(mandat.forum, mandat.fra or dag)}",
        per(dag),
        tuple(_fakta(data, mandat, dag)),
        (
            _grupper(data, mandat, dag),
            _regler(data, mandat, dag),
            Text("Teksten", (mandat.tekst.strip(),), flows=False),
        ),
        notis(data),
    )


def _grupper(data: Dataset, mandat: Mandat, dag: date) -> Table:
    """The groups of seats, one a line."""
    rader = tuple(
        (
            gruppe.id,
            gruppe.navn or "",
            _regelverdi(gruppe.antall),
            _oppnevner(data, gruppe.oppnevnes_av, mandat.fra or dag),
            _aktoerer(data, ", ".join(gruppe.virksomheter), mandat.fra or dag),
            ", ".join(krav.id for krav in gruppe.krav or () if isinstance(krav, Krav)),
        )
        for gruppe in grupper_i(mandat)
    )
    return Table("Gruppene", ("Gruppe", "Navn", "Seter", "Oppnevnes av", "Virksomheter", "Krav"), rader)


def _regelverdi(verdi: Mengde | Taushet | None) -> str:
    return "" if verdi is None else ord_(str(verdi))


def _oppnevner(data: Dataset, verdi: Hvem | Taushet | None, dag: date) -> str:
    if not isinstance(verdi, Hvem):
        return _regelverdi(verdi)
    mellom = {"sammen": " og ", "foerst": ", ellers "}.get(verdi.maate, " eller ")
    return mellom.join(_aktoerer(data, id_, dag) for id_ in verdi.ider)


def _aktoerer(data: Dataset, verdi: str, dag: date) -> str:
    """Ids as what people call them for short, other words of the format as words."""
    ider = verdi.split(", ")
    return ", ".join(data.virksomhetsnavn(id_, dag, kort=True) if data.finnes(id_) else ord_(id_) for id_ in ider)


def _hvor(mandat: Mandat, ledd: Ledd) -> str:
    """The clause by its title, its anchor where the text has no such clause; and the source, where it is another."""
    anker = ankre(mandat.tekst).get(ledd.punkt) if ledd.punkt else None
    kilde = "" if ledd.kilde == mandat.ledd().kilde else f"({ord_(ledd.kilde)})"
    return " ".join(filter(None, (anker.tittel if anker else ledd.punkt, kilde)))


def _regler(data: Dataset, mandat: Mandat, dag: date) -> Table:
    """Every other value in the head. A row repeats the block's name only where a new block begins."""
    regler = {noekkel: verdi for noekkel, verdi in mandat.hode.items() if noekkel not in _OM_MANDATET | PAATEGNINGER}
    dag = mandat.fra or dag
    rader = []
    forrige = ""
    for sti, navnet, verdi in _blader(regler, (), ()):
        if sti[:2] != ("sammensetning", "grupper"):
            ledd = mandat.ledd(*sti)
            blokk, regel = ord_(navnet[0]), " › ".join(map(ord_, navnet[1:]))
            norm = "" if verdi in _TAUSHETER else ord_(ledd.norm)
            hva = _aktoerer(data, verdi, dag) if navnet[-1] in _SIER_HVEM else ord_(verdi)
            rader.append((blokk if blokk != forrige else "", regel, hva, norm, _hvor(mandat, ledd)))
            forrige = blokk
    return Table("Reglene", ("", "Regel", "Verdi", "Norm", "Punkt"), tuple(rader))


def _fakta(data: Dataset, mandat: Mandat, dag: date) -> Iterator[tuple[str, str]]:
    gjeldende = data.mandat_for(mandat.forum, dag)
    yield "id", mandat.id
    yield "status", _status(mandat, gjeldende, dag)
    yield "gjelder fra", dato(mandat.gjelder_fra) if isinstance(mandat.gjelder_fra, date) else "ikke kjent"
    yield "gjelder til", dato(mandat.gjelder_til)
    yield "kjent per", dato(mandat.kjent_per)
    yield "vedtas" if mandat.er_utkast else "vedtatt", vedtakstekst(data, mandat.vedtatt, dag) if mandat.vedtatt else ""
    yield "hjemmel", mandat.hjemmel or ""
    yield "erstatter", mandat.erstatter or ""
    yield "kilde", "" if mandat.ledd().kilde == "mandat" else ord_(mandat.ledd().kilde)


def _status(mandat: Mandat, gjeldende: Mandat | None, dag: date) -> str:
    if mandat.er_utkast:
        return "utkast"
    if gjeldende is not None and gjeldende.id == mandat.id:
        return "gjelder"
    return "gjelder ikke ennå" if mandat.fra and mandat.fra > dag else "gjelder ikke lenger"


def vedtakstekst(data: Dataset, vedtatt: Vedtatt, dag: date) -> str:
    """`av Nasjonalt e-helseråd, 4. desember 2024, sak ikke kjent`."""
    av = navn(data, vedtatt.av, dag) if isinstance(vedtatt.av, str) else vedtatt.av
    naar = dato(vedtatt.dato) if isinstance(vedtatt.dato, date) else vedtatt.dato
    deler = (("av", av), ("dato", naar), ("sak", vedtatt.sak))
    return ", ".join(_del(hva, str(verdi)) for hva, verdi in deler if verdi)


def _del(hva: str, verdi: str) -> str:
    if verdi == Taushet.UKJENT:
        return f"{hva} ikke kjent"
    return f"{hva} {verdi}" if hva != "dato" else verdi


def _blader(
    node: Any, sti: tuple[str | int, ...], navnet: tuple[str, ...]
) -> Iterator[tuple[tuple[str | int, ...], tuple[str, ...], str]]:
    """Every value in the head: its path, the path in words (a list's entries by their id), and the value."""
    if isinstance(node, Mapping) and "verdi" in node:
        yield from _blader(node["verdi"], sti, navnet)
        yield from _blader({noekkel: node[noekkel] for noekkel in node if noekkel != "verdi"}, sti, navnet)
    elif isinstance(node, Mapping):
        for noekkel, verdi in node.items():
            if noekkel not in PAATEGNINGER and noekkel != "id":
                yield from _blader(verdi, (*sti, noekkel), (*navnet, noekkel))
    elif isinstance(node, list) and any(isinstance(en, Mapping) for en in node):
        for nr, en in enumerate(node):
            id_ = en.get("id", str(nr + 1)) if isinstance(en, Mapping) else str(en)
            yield from _blader(en, (*sti, nr), (*navnet, str(id_)))
    elif isinstance(node, list):
        yield sti, navnet, ", ".join(map(str, node))
    else:
        yield sti, navnet, str(node or "")
