"""The dataset of what is open, by the papers made of it and by a walk through everything that is in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.forum import Forum
from ehelse_cli.core.moete import Moete
from ehelse_cli.core.sak import Sak
from ehelse_cli.load.dataset import load
from ehelse_cli.load.tree import DiskTree
from ehelse_cli.public.aapent import aapent
from ehelse_cli.public.gate import slipp_ut
from ehelse_cli.public.tause import tause
from ehelse_cli.render.papers import Kind, order, page
from tests.public.trees import DAG, FILES
from tests.publish import kanari
from tests.trees import load_clean

HJEMMEL = "offl. § 23 tredje ledd"
MOETE = FILES["moeter/raad/2026-m1.md"]


def _aapent(endret: Mapping[str, str] = {}, dag: date = DAG) -> Dataset:
    data = load_clean({**FILES, **endret})
    return aapent(data, slipp_ut(data, dag))


def _papir(data: Dataset, kind: Kind, id_: str, dag: date = DAG) -> str:
    return page(kind, order(data, kind, id_, dag=dag))


def _tekster(verdi: Any) -> Iterator[str]:
    """Everything that can be read in a value, however deep, as its own kind shows it."""
    venter = [verdi]
    while venter:
        en = venter.pop()
        if isinstance(en, BaseModel):
            venter.extend(getattr(en, felt) for felt in type(en).model_fields)
        elif isinstance(en, Mapping):
            venter.extend((*en.keys(), *en.values()))
        elif isinstance(en, list | tuple | set | frozenset):
            venter.extend(en)
        else:
            yield str(en)


def _hele(data: Dataset) -> str:
    samlinger = (data.datasett, data.virksomheter, data.forum, data.mandater, data.moeter, data.saker, data.aarshjul)
    stier = [f"{fil.path} {fil.text}" for fil in data.files.values()]
    return "\n".join((*_tekster(samlinger), *stier, *data.attachments, *data.maler, *data.files))


# ── nothing closed ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_no_canary_is_anywhere_in_it(tmp_path: Path) -> None:
    kanari.skriv(tmp_path, {**kanari.treet(), **kanari.skjermet()})
    data = load(DiskTree(tmp_path)).dataset
    assert len(kanari.kanarier({"": _hele(data)})) > 90
    alt = _hele(aapent(data, slipp_ut(data, DAG)))
    assert kanari.kanarier({"": alt}) == set()
    assert kanari.AAPEN in alt


def test_nothing_but_what_is_open_is_there_at_all() -> None:
    data = _aapent()
    assert sorted(data.saker) == ["raad-2026-1", "raad-2026-2", "raad-2026-5"]
    assert sorted(data.moeter) == ["raad-2026-m1", "raad-2026-m2"]
    assert sorted(data.aarshjul) == ["aarshjul-2026"]
    assert sorted(data.mandater) == ["raad@2026-01-01"]
    assert sorted(data.virksomheter) == ["hdir", "ks"]
    assert data.attachments == {"data/saker/raad/2026-01/tall.csv"}
    assert (data.tvillinger, data.maler, data.personer, data.unntak, data.historie) == (frozenset(), {}, (), (), None)


def test_of_an_exempt_case_there_is_its_number_and_the_legal_basis() -> None:
    sak = _aapent().saker["raad-2026-2"]
    assert sak.model_fields_set == {"id", "saksnr", "skjerming"}
    assert (sak.id, sak.saksnr, sak.skjerming and sak.skjerming.hjemmel) == ("raad-2026-2", "2/2026", HJEMMEL)
    papir = _papir(_aapent(), "saksframlegg", "raad-2026-2")
    assert HJEMMEL in papir
    assert "Sak 2/2026" in papir


def test_of_an_exempt_line_there_is_no_more() -> None:
    linje = _aapent().moeter["raad-2026-m1"].saksliste[2]
    assert linje.model_fields_set == {"tittel", "sak", "skjerming"}
    assert (linje.tittel, linje.sak) == (f"Unntatt offentlighet, {HJEMMEL}", "raad-2026-2")


def test_a_deferred_case_is_a_number_on_the_agenda() -> None:
    liste = _aapent().moeter["raad-2026-m2"].saksliste
    assert [(en.sak, en.tittel) for en in liste[:2]] == [("3/2026", "Ikke offentlig ennå"), ("4/2026", "Kommer senere")]
    papir = _papir(_aapent(), "saksliste", "raad-2026-m2")
    assert "Ikke offentlig ennå" in papir
    assert "Utsatt til jul" not in papir


def test_the_lines_after_a_closed_one_keep_their_clock_and_it_has_none() -> None:
    papir = _papir(_aapent(), "saksliste", "raad-2026-m2")
    assert [en.kl and en.kl.strftime("%H:%M") for en in _aapent().moeter["raad-2026-m2"].saksliste] == [
        None, "10:30", "11:00",
    ]  # fmt: skip
    assert "11.00" in papir


@pytest.mark.parametrize("felt", ["fremmoete", "moeteleder", "tekst", "referat"])
def test_of_minutes_that_are_not_published_there_is_nothing(felt: str) -> None:
    moete = _aapent({"moeter/raad/2026-m1.md": MOETE.replace("publisert: 2026-09-20", "utkast_sendt: 2026-09-20")})
    assert felt not in moete.moeter["raad-2026-m1"].model_fields_set
    assert [en.vedtak for en in moete.moeter["raad-2026-m1"].saksliste] == [(), (), ()]


def test_a_reason_a_remark_and_a_link_to_the_room_are_not_there() -> None:
    moete = _aapent().moeter["raad-2026-m1"]
    assert moete.sted is None
    assert moete.fremmoete is not None
    assert [en.merknad for en in moete.fremmoete.medlemmer] == [None]  # type: ignore[union-attr]  # no word
    assert moete.fremmoete.inviterte == ()  # type: ignore[union-attr]  # there for an exempt case alone


def test_an_attachment_that_stays_inside_has_neither_name_nor_file() -> None:
    sak = _aapent().saker["raad-2026-1"]
    assert [(ett.tittel, ett.fil, ett.skjerming is not None) for ett in sak.vedlegg] == [
        ("Tall", "tall.csv", False),
        ("Publiseres ikke", None, False),
        ("Publiseres ikke", None, True),
        ("Publiseres ikke", None, False),
    ]
    papir = _papir(_aapent(), "saksframlegg", "raad-2026-1")
    assert "Vedlegg 2" in papir
    assert "offl. § 23 første ledd" in papir


def test_links_to_open_files_are_whole_addresses_and_the_others_are_gone() -> None:
    tekst = _aapent().moeter["raad-2026-m1"].tekst
    assert "[tallene](https://example.org/raad/sak/raad-2026-1/tall.csv)" in tekst
    assert "de andre" in tekst
    assert "lukket" not in tekst
    uten = {"datasett.yaml": "{eksempel: ja, dag: 2026-11-23}"}
    assert "tall.csv" not in _aapent(uten).moeter["raad-2026-m1"].tekst


def test_a_case_that_continues_an_exempt_one_does_not_say_so() -> None:
    sak = _aapent().saker["raad-2026-5"]
    assert (sak.fra_sak, sak.avhengigheter[0].sak) == ((), None)


def test_what_a_case_takes_over_from_an_exempt_one_is_not_there() -> None:
    eldre = f"---\nskjerming: {{hjemmel: {HJEMMEL}, omfang: deler}}\nsakseiere: [lukket-as]\n---\n"
    data = _aapent({"saker/raad/2026-02.md": eldre})  # exempt by its line on the agenda
    assert data.saker["raad-2026-5"].sakseiere == ()
    assert "lukket-as" not in data.virksomheter


def test_members_are_told_without_what_is_personal() -> None:
    (medlem,) = _aapent().forum["raad"].medlemmer
    assert (medlem.kjoenn, medlem.permisjon, medlem.merknad, medlem.navn) == (None, (), None, "Anne Lie (Bergen)")
    assert medlem.oppnevnt is not None
    assert medlem.oppnevnt.kilde is None


def test_where_a_case_was_sent_is_the_council_until_its_meeting_is_known() -> None:
    sendt = MOETE.replace(
        "utfall: behandlet\n            vedtak",
        "utfall: utsatt\n            videre_til: raad-2027-m1\n            vedtak",
    )
    data = _aapent({"moeter/raad/2026-m1.md": sendt})
    assert data.moeter["raad-2026-m1"].saksliste[1].videre_til == "raad"


def test_what_is_not_named_stays_inside() -> None:
    """A field of tomorrow is closed: these are the ones of today that have been looked at and not let through."""
    sak, moete, forum = _aapent().saker["raad-2026-1"], _aapent().moeter["raad-2026-m1"], _aapent().forum["raad"]
    borte = {
        Sak: {"oppfoelging", "oensket_moete", "gjelder_mandat", "offentlig_fra", "merknad"},
        Moete: {"krevd_av", "kilde", "merknad"},
        Forum: {"aliaser", "formaal", "enhetskode", "evalueringer", "kilde", "merknad"},
    }
    for verdi in (sak, moete, forum):
        mulige = type(verdi).model_fields.keys() - verdi.model_fields_set
        assert borte[type(verdi)] <= mulige, type(verdi)


# ── verdicts that rest on more ───────────────────────────────────────────────────────────────────────────────────────


@cache
def _eksempelet() -> tuple[Dataset, Dataset, frozenset[str]]:
    data = load(DiskTree(Path(__file__).parents[2])).dataset
    aapne = aapent(data, slipp_ut(data, date(2026, 11, 23)))
    return data, aapne, tause(data, aapne, date(2026, 11, 23))


def test_a_council_with_a_fastlege_is_not_told_to_have_none() -> None:
    _, aapne, taus = _eksempelet()
    assert "nehr" in taus  # its mandate asks for a property of persons, and those stay inside
    ordre = order(aapne, "medlemsliste", "nehr", dag=date(2026, 11, 23))
    uten = page("medlemsliste", _med(ordre, taus))
    assert "Ikke som mandatet sier" in page("medlemsliste", ordre)
    assert "som mandatet sier" not in uten.casefold()
    assert "21" in uten


def _med(ordre: Any, taus: frozenset[str]) -> Any:
    from dataclasses import replace

    return replace(ordre, tause=taus)


def test_the_quorum_is_told_where_the_open_files_give_the_same() -> None:
    _, aapne, taus = _eksempelet()
    assert {"nuit-2026-m3", "nufa-2026-m1"}.isdisjoint(taus)
    papir = page("referat", _med(order(aapne, "referat", "nuit-2026-m3", dag=date(2026, 11, 23)), taus))
    assert "beslutningsdyktig" in papir


def test_minutes_whose_attendance_is_told_in_part_say_nothing_of_the_quorum() -> None:
    _, aapne, taus = _eksempelet()
    assert "nehr-2026-m1" in taus  # a member has changed names, and that is nobody's business
    ordre = order(aapne, "referat", "nehr-2026-m1", dag=date(2026, 11, 23))
    assert "Ikke nevnt i fremmøtet" in page("referat", ordre)
    papir = page("referat", _med(ordre, taus))
    for ord_ in ("Ikke nevnt i fremmøtet", "ikke kjent om disse", "eslutningsdyktig", "Ikke til stede i saken"):
        assert ord_ not in papir


def test_published_minutes_are_not_called_a_draft_nobody_has_seen() -> None:
    papir = _papir(_aapent(), "referat", "raad-2026-m1")
    assert "Referatet er publisert 20. september 2026. Det er ikke oppgitt om det er godkjent." in papir
    assert "Utkast" not in papir


def test_the_number_of_another_councils_case_is_not_taken_for_one_of_its_own() -> None:
    utvalg = {
        "forum/utvalg.yaml": "{navn: Utvalget, sekretariat: hdir, saksnummer: N/AAAA}\n",
        "saker/utvalg/2026-03.md": "---\ntittel: Utvalgets egen sak\n---\n",
        "moeter/utvalg/2026-09-30.md": """
            ---
            tid: 2026-09-30 10:00-12:00
            innkalt: 2026-09-01
            papirer_ute: 2026-09-01
            saksliste:
              - {sak: 3/2026}
              - {sak: raad-2026-3}
              - {sak: raad-2026-2}
            ---
            """,
    }
    data = _aapent(utvalg)
    liste = data.moeter["utvalg-2026-09-30"].saksliste
    assert [(en.sak, en.tittel) for en in liste] == [
        ("3/2026", None),
        (None, "Sak 3/2026: Ikke offentlig ennå"),
        ("raad-2026-2", f"Unntatt offentlighet, {HJEMMEL}"),
    ]
    papir = _papir(data, "saksliste", "utvalg-2026-09-30")
    assert papir.count("Utvalgets egen sak") == 1
    assert "Utsatt til jul" not in papir
    assert HJEMMEL in papir
    assert "Sak 2/2026" in papir


def test_an_id_that_nobody_may_know_is_not_told_as_where_a_case_went() -> None:
    sendt = MOETE.replace(
        "utfall: behandlet\n            vedtak",
        "utfall: oversendt\n            videre_til: raad-koe-venter\n            vedtak",
    )
    endret = {"moeter/raad/2026-m1.md": sendt}
    o = slipp_ut(load_clean({**FILES, **endret}), DAG)
    assert "koe" not in str(o)
    assert _aapent(endret).moeter["raad-2026-m1"].saksliste[1].videre_til is None


def test_an_attachment_that_is_exempt_in_part_goes_out_by_its_name() -> None:
    sak = FILES["saker/raad/2026-01.md"].replace(
        "fil: tall.csv, publiseres: ja}",
        "fil: tall.csv, publiseres: ja, skjerming: {hjemmel: offl. § 23 første ledd, omfang: deler}}",
    )
    data = _aapent({"saker/raad/2026-01.md": sak})
    assert "Tall (delvis unntatt offentlighet, offl. § 23 første ledd)" in _papir(data, "saksframlegg", "raad-2026-1")
    assert "tall.csv" in _papir(data, "moetepakke", "raad-2026-m1")
