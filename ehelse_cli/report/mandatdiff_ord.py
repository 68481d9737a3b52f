"""The sentences that every form of a comparison shares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ehelse_cli.core.kalender import datotekst
from ehelse_cli.diff.endring import Endring, Nivaa, Prosasted, Verditekst
from ehelse_cli.diff.mandat import Mandatdiff, Side
from ehelse_cli.diff.ordliste import omraadetittel, ord_paa_norsk
from ehelse_cli.diff.prosa import Blokkdiff, Seksjonsdiff

#: Level → heading, what it means, and the words after a number.
NIVAAER: Mapping[Nivaa, tuple[str, str, str, str]] = {
    Nivaa.BRYTER: ("Bryter", "noe som er lovlig, blir ulovlig, eller en rett går tapt", "bryter", "bryter"),
    Nivaa.BETINGET: ("Betinget", "hvem som sitter og hva som er avtalt, avgjør", "betinget", "betinget"),
    Nivaa.VESENTLIG: ("Vesentlig", "regelen er en annen", "vesentlig", "vesentlige"),
    Nivaa.UAVKLART: ("Uavklart", "et menneske må lese", "uavklart", "uavklarte"),
    Nivaa.REDAKSJONELL: ("Redaksjonell", "regelen er den samme", "redaksjonell", "redaksjonelle"),
}

RETNINGER: Mapping[str, str] = {"utvider": "utvider", "innskrenker": "innskrenker", "noeytral": "", "ukjent": ""}

#: Kinds that tell of the sources → what is said once before all of them, and whether their values are shown.
KILDESLAG: Mapping[str, tuple[str, bool]] = {
    "kilde-kjent": ("Kjent nå, ikke kjent før – om regelen er ny, kan ikke sies", True),
    "kilde-ukjent": ("Kjent før, ikke kjent nå", True),
    "kilden-taus": ("Ikke regulert; før ukjent", False),
    "kilden-ulest": ("Ukjent; før ikke regulert", False),
    "taushet-skrevet": ("Nå skrevet at det er ukjent eller ikke regulert; før utelatt", False),
    "taushet-utelatt": ("Nå utelatt; før skrevet at det er ukjent eller ikke regulert", False),
}

_AVSNITT = (("ny", "nytt", "nye"), ("borte", "borte", "borte"), ("endret", "endret", "endret"))
_FLYTTET = ("flyttet", "flyttet", "flyttet")


def tittel(diff: Mandatdiff) -> str:
    """`Mandat nehs@2016-01-01 → nehr@2024-01-01`."""
    return f"Mandat {diff.gammel.id} → {diff.ny.id}"


def sidetekst(side: Side) -> str:
    """`Nasjonalt e-helsestyre, i kraft 1. januar 2016–31. desember 2021`."""
    utkast = ", utkast" if side.status == "utkast" else ""
    lest = f", lest fra {side.lest_fra}" if side.lest_fra else ""
    return f"{side.navn}{utkast}, {_tidsrom(side)}{lest}"


def _tidsrom(side: Side) -> str:
    til = f"–{datotekst(side.til)}" if side.til else ""
    if side.fra is None:
        return "uten kjent dag for ikrafttredelse"
    if side.fra_er_kjent_per:
        return f"kjent per {datotekst(side.fra)}{til}, ikrafttredelse ukjent"
    return f"i kraft {'' if til else 'fra '}{datotekst(side.fra)}{til}"


def sammendrag(diff: Mandatdiff) -> str:
    """`5 endringer i reglene: 1 bryter, 4 vesentlige · bare i ordlyden: 1 uavklart · avsnitt i teksten: 3 nye`."""
    deler = [_regler(diff)]
    if diff.ordlyd:
        deler.append(f"bare i ordlyden: {_per_nivaa(diff.ordlyd)}")
    if diff.om_kilden:
        deler.append(f"{len(diff.om_kilden)} om hva kildene sier")
    if avsnitt := avsnittstall(diff):
        deler.append(f"avsnitt i teksten: {avsnitt}")
    return " · ".join(deler)


def _regler(diff: Mandatdiff) -> str:
    antall = len(diff.om_regler)
    if not antall:
        return "Ingen endringer i reglene"
    return f"{antall} {'endring' if antall == 1 else 'endringer'} i reglene: {_per_nivaa(diff.om_regler)}"


def _per_nivaa(endringer: Sequence[Endring]) -> str:
    """`1 bryter, 4 vesentlige`."""
    tall = [(sum(endring.nivaa is nivaa for endring in endringer), ord_) for nivaa, ord_ in NIVAAER.items()]
    return ", ".join(f"{antall} {ord_[2] if antall == 1 else ord_[3]}" for antall, ord_ in tall if antall)


def avsnittstall(diff: Mandatdiff) -> str:
    """`3 nye, 2 borte`; empty when the words are the same."""
    tall = [(diff.antall_avsnitt(slag), ett, flere) for slag, ett, flere in (*_AVSNITT, _FLYTTET)]
    return ", ".join(f"{antall} {ett if antall == 1 else flere}" for antall, ett, flere in tall if antall)


def ingen_endringer(diff: Mandatdiff) -> str:
    """What is said when nothing differs: only of what is known on both sides."""
    if not diff.ukjent_i_begge:
        return "Ingen endringer."
    return "Ingen endringer i det som er kjent."


def ikke_sammenlignet(diff: Mandatdiff) -> str:
    """What nobody could compare; empty when there is none."""
    return f"Ukjent i begge, og ikke sammenlignet: {', '.join(diff.ukjent_i_begge)}." if diff.ukjent_i_begge else ""


def merke(endring: Endring) -> str:
    """`+` what came, `−` what went, `~` what changed, `?` what a person must read."""
    if endring.omraade == "ordlyden":
        return "?"
    if endring.fra is None:
        return "+"
    return "−" if endring.til is None else "~"


def sted(endring: Endring) -> str:
    """`Sammensetning: kommuner`."""
    if endring.omraade == "om-revisjonen":
        return endring.emne
    omraade = omraadetittel(endring.omraade)
    return f"{omraade}: {endring.emne}" if endring.emne else omraade


def fra_til(endring: Endring) -> tuple[str, str]:
    """What each side says, with its strength where that is not «skal»; empty where it does not mention it."""
    return _side(endring.fra, endring.norm_fra), _side(endring.til, endring.norm_til)


def setning(endring: Endring) -> str:
    """`Sammensetning: seter i alt – 16 → 21 (antall seter endret)`; of words, what to look for in the text below."""
    if endring.omraade == "ordlyden":
        return f"{sted(endring)} – {endring.hva}"
    fra, til = fra_til(endring)
    if er_normendring(endring):
        verdi = endring.til.norsk if endring.til else ""
    else:
        verdi = f"{fra} → {til}" if fra and til else fra or til
    return f"{sted(endring)} – {verdi} ({endring.hva})"


def kildesetning(endring: Endring) -> str:
    """`Sammensetning: seter i alt – 17`: what is known now, or was known and is not."""
    fra, til = fra_til(endring)
    return f"{sted(endring)} – {til if endring.id == 'kilde-kjent' else fra}"


def er_normendring(endring: Endring) -> bool:
    """Whether only the strength changed, so that the rule is the same on both sides."""
    return endring.fra is not None and endring.fra == endring.til


def _side(tekst: Verditekst | None, norm: str | None) -> str:
    if tekst is None:
        return ""
    if norm in (None, "skal"):
        return tekst.norsk
    styrke = ord_paa_norsk(norm or "")
    return f"{styrke}: {tekst.norsk}" if "," in tekst.norsk else f"{tekst.norsk} ({styrke})"


def av_nivaa(diff: Mandatdiff, nivaa: Nivaa) -> tuple[Endring, ...]:
    """The changes told of at the level: of the rules, and those of the words that a person must read."""
    regler = (endring for endring in diff.om_regler if endring.nivaa is nivaa)
    ordlyd = (endring for endring in diff.ordlyd if endring.nivaa is nivaa is Nivaa.UAVKLART)
    return (*regler, *ordlyd)


def uten_ekko(diff: Mandatdiff, endring: Endring) -> str:
    """That the adopted words were not changed with the rule; empty where they were."""
    if not diff.mangler_ekko(endring):
        return ""
    klausul = diff.klausul(endring.punkt)
    return (
        f"ordlyden under «{klausul}» er ikke endret tilsvarende" if klausul else "ordlyden er ikke endret tilsvarende"
    )


def avtrykk(diff: Mandatdiff, endring: Endring) -> str:
    """`58112a35`: what `ehelse mandat godta` takes; that it is accepted, and where, when it is."""
    kort = diff.fingeravtrykk(endring)[:8]
    godkjenning = diff.godkjenning(endring)
    if godkjenning is None:
        return kort
    til = f" til {datotekst(godkjenning.til)}" if godkjenning.til else ""
    return f"{kort}, godtatt{til} i sak {godkjenning.sak.strip()}: {godkjenning.grunn.strip()}"


def forklaringer(diff: Mandatdiff) -> Mapping[Prosasted, tuple[Endring, ...]]:
    """Place in the prose → what changes there: the rules that the words say, then what no rule explains."""
    steder: dict[Prosasted, list[Endring]] = {}
    for endring in (*diff.om_regler, *diff.om_kilden, *diff.ordlyd):
        for sted_ in endring.ekko:
            steder.setdefault(sted_, []).append(endring)
    return {sted_: tuple(rader) for sted_, rader in steder.items()}


def overskrift(seksjon: Seksjonsdiff) -> tuple[str, str, tuple[Blokkdiff, ...]]:
    """The section's title, what happened to the heading itself, and the other blocks that changed."""
    hode, endret = seksjon.blokker[0], seksjon.endret
    if not seksjon.tittel or hode.slag not in ("ny", "borte"):
        return seksjon.tittel or "Innledning", "", endret
    hel = {"ny": "nytt", "borte": "borte"}.get(seksjon.slag)
    return seksjon.tittel, hel or {"ny": "ny overskrift", "borte": "overskriften borte"}[hode.slag], endret[1:]


def merkelapp(endringer: Sequence[Endring]) -> str:
    """`frist-lagt-til · uavklart: ordlyd-styrke`: what the block's change is, by the ids above."""
    regler = dict.fromkeys(rad.id for rad in endringer if rad.omraade != "ordlyden")
    ordlyd = dict.fromkeys(f"{rad.nivaa}: {rad.id}" for rad in endringer if rad.omraade == "ordlyden")
    return " · ".join((*regler, *ordlyd))


def per_kildeslag(endringer: Sequence[Endring]) -> Iterator[tuple[str, tuple[Endring, ...]]]:
    """The changes that tell of the sources, those of a kind together."""
    for id_ in KILDESLAG:
        if rader := tuple(endring for endring in endringer if endring.id == id_):
            yield id_, rader
