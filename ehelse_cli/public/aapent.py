"""The files as everybody may see them: a dataset that holds what passed the gate, of which the site's papers are made.

Which objects there are, and which lines of an agenda are open, the public model has decided; here they are built anew,
field by field, as values of the core. What is not named is not there: no paper made of it can tell it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pydantic import BaseModel

from ehelse_cli.core.aarshjul import Aarshjul, Hendelse
from ehelse_cli.core.dataset import Dataset, Fil
from ehelse_cli.core.place import Location
from ehelse_cli.core.virksomhet import Virksomhet
from ehelse_cli.public.aapen_sak import aapen_sak
from ehelse_cli.public.aapent_forum import aapent_forum, aapne_mandater, begynt
from ehelse_cli.public.aapent_moete import aapent_moete
from ehelse_cli.public.modell import bare
from ehelse_cli.public.offentlig import Aarshjul as VistAarshjul
from ehelse_cli.public.offentlig import Offentlig
from ehelse_cli.public.tilgang import Adressebok
from ehelse_cli.public.tilganger import Tilganger


def aapent(data: Dataset, o: Offentlig) -> Dataset:
    """What `o` shows, as a dataset. Nothing in it is broken: what cannot be read lets nothing out."""
    tilganger = Tilganger(data, o.dag)
    bok = Adressebok(tilganger, o.samling.nettadresse)
    moeter = {ett.id: aapent_moete(tilganger, bok, o, ett) for ett in o.moeter}
    faste = frozenset(punkt.fast for ett in moeter.values() for punkt in ett.saksliste if punkt.fast)
    saker = {en.id: aapen_sak(tilganger, bok, en) for en in o.saker}
    roller = frozenset(en.i_rollen for en in saker.values() if en.i_rollen)
    forum = {ett.id: aapent_forum(data.forum[ett.id], o.dag, faste, roller) for ett in o.forum}
    mandater = {ett.id: ett for ett in aapne_mandater(tilganger, bok, o)}
    aarshjul = {f"aarshjul-{ett.aar}": _aarshjul(data, o, ett) for ett in o.aarshjul}
    alle: tuple[dict[str, Any], ...] = (moeter, forum, mandater, saker, aarshjul)
    return Dataset(
        datasett=bare(data.datasett, "eksempel", "navn", "nettadresse", "maalform"),
        virksomheter={id_: _virksomhet(en, o) for id_, en in _nevnte(data, alle)},
        forum=forum,
        mandater=mandater,
        moeter=moeter,
        saker=saker,
        aarshjul=aarshjul,
        attachments=frozenset(fil.sti for fil in o.filer),
        files={id_: _uten_tekst(data.files[id_].path) for samling in alle for id_ in samling},
    )


def _aarshjul(data: Dataset, o: Offentlig, vist: VistAarshjul) -> Aarshjul:
    aaret = data.aarshjul[f"aarshjul-{vist.aar}"]
    return bare(aaret, "id", "forum", "publisert", hendelser=tuple(_hendelse(rad, o) for rad in aaret.hendelser))


def _hendelse(rad: Hendelse, o: Offentlig) -> Hendelse:
    return bare(rad, "tittel", "slag", "hvem", "dato", "hver", foer=tuple(id_ for id_ in rad.foer if o.moetet(id_)))


# ── organisations ────────────────────────────────────────────────────────────────────────────────────────────────────


def _nevnte(data: Dataset, alle: Iterable[dict[str, Any]]) -> Iterator[tuple[str, Virksomhet]]:
    """Those that something open names; one that only closed cases name is not told to exist."""
    nevnt = frozenset(_ord([list(samling.values()) for samling in alle]))
    sett = frozenset(del_ for id_ in nevnt if id_ in data.virksomheter for del_ in data.virksomheter[id_].bestaar_av)
    yield from ((id_, data.virksomheter[id_]) for id_ in sorted((nevnt | sett) & data.virksomheter.keys()))


def _virksomhet(en: Virksomhet, o: Offentlig) -> Virksomhet:
    navn, kort = begynt(en.navn, o.dag), begynt(en.kort, o.dag)
    return bare(en, "orgnr", "sektor", "bestaar_av", navn=navn, kort=kort)


def _ord(verdi: Any) -> Iterator[str]:
    """Every text in a value, as it stands: the ids of whoever is named are among them."""
    venter = [verdi]
    while venter:
        en = venter.pop()
        if isinstance(en, str):
            yield en
        elif isinstance(en, BaseModel):
            venter.extend(getattr(en, felt) for felt in en.model_fields_set)
        elif isinstance(en, dict):
            venter.extend((*en.keys(), *en.values()))
        elif isinstance(en, list | tuple | frozenset):
            venter.extend(en)
        elif hasattr(en, "__struct_fields__"):
            venter.extend(getattr(en, felt) for felt in en.__struct_fields__)
        elif hasattr(en, "verdi"):
            venter.append(en.verdi)


# ── files ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _uten_tekst(sti: str) -> Fil:
    """Where the object stands in the tree, and nothing of what stands there."""

    def finn(_sti: Sequence[str | int], _noekkel: bool) -> Location:  # noqa: FBT001 (the finder's own form)
        return Location(sti, 1, 1, 1, 1)

    return Fil(sti, "", 1, finn)
