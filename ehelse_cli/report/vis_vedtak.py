"""What came of each case in a meeting: the decision, who disagreed, what was said, and what is to be done."""

from __future__ import annotations

from collections.abc import Iterator

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.felter import Taushet
from ehelse_cli.core.moete import Haandtering, Innspill, Moete, Sakspunkt, Stemmetall, Tilfoersel, Tiltak
from ehelse_cli.core.saksgang import er_lukket
from ehelse_cli.render.navn import nummer_i
from ehelse_cli.render.vedtak import HAANDTERT, innspill_fra, punkttekst, utfall, vedtakstekst
from ehelse_cli.report.sheet import Text
from ehelse_cli.report.vis_felles import dato, hvem, mottaker, nummerert, prosa

__all__ = ["er_lukket", "haandtert", "innspill_fra", "punkttekst", "utfall", "vedtakene", "vedtakstekst", "videre"]


def vedtakene(data: Dataset, moete: Moete) -> Iterator[Text]:
    """Every line of the agenda that there is something to tell of."""
    forum = data.forum_of(moete.id)
    for punkt in moete.saksliste:
        if er_lukket(data, forum, punkt):
            continue
        avsnitt = tuple(_hva_det_ble(data, moete, punkt))
        if avsnitt:
            yield Text(
                f"{_overskrift(data, forum, punkt)}: {_utfall_og_veien(data, moete, punkt) or 'vedtak'}", avsnitt
            )


def videre(data: Dataset, moete: Moete, punkt: Sakspunkt) -> str:
    """Where the meeting sent the case: ` til Norsk helsenett SF`; nothing where it went nowhere."""
    if punkt.videre_til is None:
        return ""
    ledd = ", videre til" if punkt.resultat else " til"
    return f"{ledd} {mottaker(data, punkt.videre_til, moete.tid.dato)}"


def haandtert(haandtering: Haandtering | None) -> str:
    """What came of a piece of input: `ikke tatt inn, 5. oktober 2026: De er spurt.`"""
    if haandtering is None:
        return ""
    naar = ", ".join(filter(None, (HAANDTERT[haandtering.utfall], dato(haandtering.dato))))
    hvorfor = f"{naar}: {prosa(haandtering.begrunnelse)}" if haandtering.begrunnelse else naar
    return f"{hvorfor} ({haandtering.kilde})" if haandtering.kilde else hvorfor


def _overskrift(data: Dataset, forum: str, punkt: Sakspunkt) -> str:
    if punkt.sak:
        return f"Sak {nummer_i(data, forum, punkt.sak)}"
    fast = data.forum[forum].faste_saker.get(punkt.fast) if punkt.fast else None
    return punkt.tittel or (fast.tittel if fast else None) or (punkt.fast or "").replace("-", " ")


def _utfall_og_veien(data: Dataset, moete: Moete, punkt: Sakspunkt) -> str:
    return f"{utfall(punkt)}{videre(data, moete, punkt)}"


def _hva_det_ble(data: Dataset, moete: Moete, punkt: Sakspunkt) -> Iterator[str]:
    """Everything recorded on the line; a standing item that went as it always goes has nothing to tell."""
    forum, dag = data.forum_of(moete.id), moete.tid.dato
    if punkt.moeteleder:
        yield f"møteleder: {punkt.moeteleder}"
    yield from _habilitet(punkt)
    if punkt.sak or punkt.vedtak != "som_foreslaatt":
        yield from nummerert(vedtakstekst(data, moete, punkt))
    yield from (f"rettelse: {prosa(rettelse)}" for rettelse in punkt.rettelser)
    yield from _prosa("begrunnelse", punkt.begrunnelse)
    if punkt.votering is not None:
        yield f"votering: {_votering(punkt.votering)}"
    for tilfoersel in punkt.tilfoersel:
        yield _tilfoersel(tilfoersel, ", ".join(hvem(data, forum, en, dag) for en in tilfoersel.av))
    yield from (_innspill(data, moete, innspill) for innspill in punkt.innspill)
    yield from (_tiltak(tiltak, hvem(data, forum, tiltak.hvem, dag) if tiltak.hvem else "") for tiltak in punkt.tiltak)
    yield from _prosa("oppsummering", punkt.oppsummering)
    yield from _prosa("merknad", punkt.merknad)


def _prosa(hva: str, tekst: str | None) -> Iterator[str]:
    if tekst:
        yield f"{hva}: {prosa(tekst)}"


def _habilitet(punkt: Sakspunkt) -> Iterator[str]:
    if isinstance(punkt.habilitet, Taushet):
        yield "habilitet: ingen var inhabile"
        return
    for en in punkt.habilitet:
        gikk = ", fratrådte" if en.fratraadte else ""
        yield f"{en.utfall}: {en.navn}{gikk}" + (f". {prosa(en.begrunnelse)}" if en.begrunnelse else "")


def _tilfoersel(tilfoersel: Tilfoersel, av: str) -> str:
    til = f" til punkt {', '.join(map(str, tilfoersel.punkt))}" if tilfoersel.punkt else ""
    tekst = f": {prosa(tilfoersel.tekst)}" if tilfoersel.tekst else ""
    kilde = f" ({tilfoersel.kilde})" if tilfoersel.kilde else ""
    return f"{tilfoersel.slag}{f' fra {av}' if av else ''}{til}{tekst}{kilde}"


def _innspill(data: Dataset, moete: Moete, innspill: Innspill) -> str:
    fra = innspill_fra(data, moete, innspill)
    hva = f"innspill fra {fra}" if fra else "innspill, ikke oppgitt fra hvem"
    ble = haandtert(innspill.haandtering)
    kilde = f" ({innspill.kilde})" if innspill.kilde else ""
    return f"{hva}: {prosa(innspill.tekst)}{kilde}" + (f" {ble[0].upper()}{ble[1:]}" if ble else "")


def _tiltak(tiltak: Tiltak, hvem_: str) -> str:
    naar = f"utført {dato(tiltak.utfoert)}" if tiltak.utfoert else f"frist {dato(tiltak.frist) or 'ikke satt'}"
    return f"tiltak: {tiltak.hva}{f' ({hvem_})' if hvem_ else ''}, {naar}"


def _votering(votering: Stemmetall | str) -> str:
    if isinstance(votering, str):
        return votering
    blankt = f", {votering.blankt} blankt" if votering.blankt else ""
    return f"{votering.for_} for, {votering.mot} mot{blankt}" + (
        ", lederens stemme avgjorde" if votering.leders_dobbeltstemme else ""
    )
