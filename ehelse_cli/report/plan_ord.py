"""The sentences that every form of a plan shares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ehelse_cli.core.kalender import datotekst
from ehelse_cli.core.spraak import oppramsing
from ehelse_cli.diff.endring import Nivaa
from ehelse_cli.plan.plan import Plan, Planer
from ehelse_cli.plan.utfall import Planendring
from ehelse_cli.plan.vedtak import Vedtakskrav
from ehelse_cli.plan.virkning import OMRAADER, Merke, Omraade, Virkning
from ehelse_cli.report import mandatdiff_ord as diff_ord

#: Area → heading, and what one and several of its objects are called.
OMRAADENAVN: Mapping[Omraade, tuple[str, str, str]] = {
    "mandatet": ("Krav", "krav", "krav"),
    "seter": ("Seter", "gruppe", "grupper"),
    "medlemmer": ("Medlemmer", "medlem", "medlemmer"),
    "stedfortredere": ("Stedfortredere", "stedfortreder", "stedfortredere"),
    "observatoerer": ("Observatører", "observatør", "observatører"),
    "moeter": ("Møter", "møte", "møter"),
    "saker": ("Saker", "åpen sak", "åpne saker"),
}

#: What each mark means, for those who have not seen it before.
MERKER: Mapping[Merke, str] = {
    Merke.HANDLING: "noe må gjøres",
    Merke.UTE: "har ikke lenger plass",
    Merke.LEDIG: "sete å fylle",
    Merke.UAVKLART: "kan ikke avgjøres",
    Merke.ENDRET: "noe som følger av mandatet, blir et annet",
}


def tittel(plan: Plan) -> str:
    """`Plan for nuit@2025-01-01 → nuit@2027-07-01-utkast`."""
    return f"Plan for {plan.diff.gammel.id} → {plan.diff.ny.id}"


def rammer(plan: Plan) -> Iterator[tuple[str, str]]:
    """What the plan was made under, each with its name."""
    utkast = " (utkast)" if plan.diff.ny.status == "utkast" else ""
    yield "forum", f"{plan.navn}{utkast}"
    fortid = "" if plan.i_kraft >= plan.i_dag else "; det er før dagen det vurderes per"
    yield "i kraft", f"{datotekst(plan.i_kraft)}{fortid}"
    yield "ser på", f"{datotekst(plan.dager.fra)} til {datotekst(plan.dager.til)}, per {datotekst(plan.i_dag)}"
    if plan.hva_om:
        yield "hva om", "; ".join(plan.hva_om)
    if plan.fravaer:
        yield "fravær", ", ".join(plan.fravaer)
    if plan.ulest:
        yield "ulest", f"{', '.join(plan.ulest)}: planen vet ikke hva som står der"
    if not plan.medlemmer_er_kjent:
        yield "ukjent", "hvem som sitter, er ikke ført: ingenting er sagt om medlemmene og om møtene kan avgjøre"


def sammendrag(plan: Plan) -> str:
    """`6 endringer i reglene: 1 bryter, 2 betinget → ok, 3 vesentlige`."""
    regler = [en for en in plan.endringer if en.endring in plan.diff.om_regler]
    if not regler:
        return "Ingen endringer i reglene"
    tall = ", ".join(_per_utfall(regler))
    return f"{len(regler)} {'endring' if len(regler) == 1 else 'endringer'} i reglene: {tall}"


def _per_utfall(regler: Sequence[Planendring]) -> Iterator[str]:
    for nivaa, (_, _, en, flere) in diff_ord.NIVAAER.items():
        egne = [rad for rad in regler if rad.nivaa is nivaa]
        for etter in dict.fromkeys(sorted((rad.etter for rad in egne), key=_rang)):
            antall = sum(rad.etter is etter for rad in egne)
            svar = "" if etter is nivaa else f" → {'ok' if etter is None else etter}"
            yield f"{antall} {en if antall == 1 else flere}{svar}"


def _rang(nivaa: Nivaa | None) -> int:
    return len(Nivaa) if nivaa is None else nivaa.rang


def beroert(plan: Plan) -> str:
    """`1 sete å fylle · berørt: 2 av 17 medlemmer, 1 av 4 møter`; empty where nothing is."""
    ledige = sum(en.merke is Merke.LEDIG for en in plan.i("seter"))
    deler = [f"seter å fylle i {ledige} {'gruppe' if ledige == 1 else 'grupper'}"] if ledige else []
    tall = [
        f"{antall} av {max(plan.antall.get(omraade, 0), antall)} {OMRAADENAVN[omraade][2]}"
        for omraade in OMRAADER[2:]
        if (antall := plan.beroerte(omraade))
    ]
    return " · ".join([*deler, *([f"berørt: {', '.join(tall)}"] if tall else [])])


def uten_plan(planer: Planer) -> str:
    """Mandates that nothing was planned for; empty where there are none."""
    if not planer.uten_plan:
        return ""
    hvilke = ", ".join(planer.uten_plan)
    return f"Uten plan, for det er ikke noe å holde dem mot, eller ingen møter og medlemmer: {hvilke}."


def ingen_planer(planer: Planer) -> str:
    """What is said when no mandate differs."""
    return f"Ingen endringer i mandatene fra {planer.fra} til {planer.til}."


def ingen_virkninger(plan: Plan) -> str:
    """What is said when the plan finds nothing: only of what it looked at."""
    if plan.diff.uendret:
        return diff_ord.ingen_endringer(plan.diff)
    return "Ingen virkninger for medlemmer, møter og saker fram til " + datotekst(plan.dager.til) + "."


# --- the changes


def vist(plan: Plan) -> tuple[Planendring, ...]:
    """The changes worth a line: those of rules, and others that an effect is due to."""
    brukt = {nr for virkning in plan.virkninger if not virkning.bare_kjent_naa for nr in virkning.endringer}
    return tuple(
        en for en in plan.endringer if (en.endring in plan.diff.om_regler and not _er_ord(en)) or en.nr in brukt
    )


def _er_ord(endring: Planendring) -> bool:
    """Whether only where a rule stands is another."""
    return endring.nivaa is Nivaa.REDAKSJONELL


def endringstekst(plan: Plan, endring: Planendring) -> str:
    """The change in one line."""
    if endring.endring is None:
        return f"Teksten: {diff_ord.avsnittstall(plan.diff)}"
    fra, til = diff_ord.fra_til(endring.endring)
    endret = fra and til and not diff_ord.er_normendring(endring.endring)
    return f"{diff_ord.sted(endring.endring)} – {f'{fra} → {til}' if endret else til or fra} ({endring.endring.hva})"


def utfallstekst(plan: Plan, endring: Planendring) -> str:
    """`betinget → bryter fra 10. september 2026`, `betinget → ok til 31. desember 2028`."""
    if endring.endring is not None and plan.diff.godkjenning(endring.endring):
        return "godtatt"
    foer = endring.nivaa or endring.etter
    if foer is None:
        return ""
    svar = f"ok til {datotekst(plan.dager.til)}" if endring.etter is None else str(endring.etter)
    etter = f" → {svar}" if endring.avgjort else ""
    fra = f" fra {datotekst(endring.fra)}" if endring.fra and endring.etter is Nivaa.BRYTER else ""
    return f"{foer}{etter}{fra}"


# --- the effects


@dataclass(frozen=True, slots=True)
class Rad:
    """Objects to which the same happens: their names, and each thing that happens."""

    merke: Merke
    navn: tuple[str, ...]
    virkninger: tuple[Virkning, ...]


def rader(virkninger: Sequence[Virkning]) -> tuple[Rad, ...]:
    """The effects by object, those alike together; in the order they came."""
    per_objekt: dict[str, list[Virkning]] = {}
    for virkning in virkninger:
        per_objekt.setdefault(virkning.objekt, []).append(virkning)
    like: dict[tuple[object, ...], list[list[Virkning]]] = {}
    for egne in per_objekt.values():
        noekkel = tuple((en.melding, en.aarsaker, en.dag if en.omraade == "moeter" else None) for en in egne)
        like.setdefault(noekkel if egne[0].navn else (egne[0].objekt,), []).append(egne)
    return tuple(
        Rad(gruppe[0][0].merke, tuple(egne[0].navn for egne in gruppe), tuple(gruppe[0])) for gruppe in like.values()
    )


def navnene(rad: Rad) -> str:
    """`Kari Moen`, `Kari Moen og Ola Sandvik`; of many the number too."""
    alle = oppramsing(rad.navn)
    return f"{len(rad.navn)} i alt: {alle}" if len(rad.navn) > 3 else alle


def virkningstekst(virkning: Virkning) -> str:
    """What happens."""
    return virkning.melding.tekst


def mangler(virkning: Virkning) -> str:
    """`«periode» mangler (data/forum/nuit.yaml:88)`; empty where nothing is."""
    melding = virkning.melding
    if not melding.mangler:
        return ""
    sted = f" ({melding.sted.path}:{melding.sted.line})" if melding.sted else ""
    hva = ", ".join(f"«{ett}»" for ett in melding.mangler.split(", "))
    return f"{'avgjøres av' if virkning.omraade == 'saker' else 'mangler:'} {hva}{sted}"


def aarsakstekst(virkning: Virkning) -> str:
    """`[1]`, `[1] og [2] sammen`, `[1] eller [2]`."""
    return " eller ".join(_sett(ett) for ett in virkning.aarsaker)


def _sett(aarsak: tuple[int, ...]) -> str:
    numre = [f"[{nr}]" for nr in aarsak]
    return numre[0] if len(numre) == 1 else f"{oppramsing(numre)} sammen"


def uroert(plan: Plan, omraade: Omraade) -> str:
    """`15 uberørt`; empty where there is none."""
    antall = plan.uroerte(omraade)
    return f"{antall} uberørt" if antall else ""


def bare_kjent_naa(plan: Plan) -> str:
    """What is otherwise only because it is known now, in one sentence; empty where nothing is."""
    if not plan.bare_kjent_naa:
        return ""
    tall = [
        f"{antall} {OMRAADENAVN[omraade][1 if antall == 1 else 2]}"
        for omraade in OMRAADER
        if (antall := len({en.objekt for en in plan.bare_kjent_naa if en.omraade == omraade}))
    ]
    numre = sorted({nr for en in plan.bare_kjent_naa for nr in en.endringer})
    om_kilden = [en for en in plan.endringer if en.nr in numre and en.endring in plan.diff.om_kilden]
    steder = ", ".join(diff_ord.sted(en.endring) for en in om_kilden if en.endring is not None)
    return (
        f"Kjent nå, og ikke før: {steder}. Det gjør noe med {oppramsing(tall)}, men om det er nytt, kan ikke sies. "
        "--format json viser hver av dem."
    )


def vedtakstekst(plan: Plan, krav: Vedtakskrav) -> str:
    """Who must adopt, and why."""
    alle = {en.nr for en in plan.endringer} == set(krav.endringer)
    hva = "endringene" if alle else " ".join(f"[{nr}]" for nr in krav.endringer)
    if not krav.hvem:
        return f"hvem som må vedta {hva}, kan ikke sies: {krav.grunn}"
    sted = f" ({krav.sted.path}:{krav.sted.line})" if krav.sted else ""
    return f"{krav.navn} må vedta {hva}: {krav.grunn}{sted}"
