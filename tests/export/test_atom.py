from __future__ import annotations

from datetime import date
from typing import Any

import feedparser
from lxml import etree

from ehelse_cli.export.atom import atom
from ehelse_cli.export.fil import Valg
from tests.public.trees import DAG, offentlig

_NS = "{http://www.w3.org/2005/Atom}"
ALLE = Valg()


def _raa(valg: Valg = ALLE, dag: date = DAG) -> bytes:
    return atom(offentlig(dag=dag), valg)[0].innhold


def _lest(valg: Valg = ALLE, dag: date = DAG) -> Any:
    lest = feedparser.parse(_raa(valg, dag))
    assert not lest.bozo, lest.get("bozo_exception")
    return lest


def test_a_reader_takes_it_for_atom() -> None:
    lest = _lest()
    assert lest.version == "atom10"
    assert lest.feed.title == "Prøvemodellen (eksempeldata)"
    assert [en.title for en in lest.entries] == [
        "Sak 5/2026: Til møtet",
        "Innkalling: Møte 2/2026 – Rådet for prøver",
        "Referat: Møte 1/2026 – Rådet for prøver",
        "Sak 1/2026: Prøve av deling",
        "Innkalling: Møte 1/2026 – Rådet for prøver",
        "Mandat for Rådet for prøver, gjelder fra 2026-01-01",
    ]


def test_what_rfc_4287_demands_is_there() -> None:
    rot = etree.fromstring(_raa())
    assert [rot.find(_NS + navn) is not None for navn in ("id", "title", "updated", "author")] == [True] * 4
    for innslag in rot.iter(_NS + "entry"):
        assert [innslag.find(_NS + navn) is not None for navn in ("id", "title", "updated", "content")] == [True] * 4
    ider = [ett.text for ett in rot.iter(_NS + "id")]
    assert len(set(ider)) == len(ider)
    assert all(ett is not None and ett.startswith("urn:uuid:") for ett in ider)


def test_it_says_where_it_is_and_what_it_is_of() -> None:
    (egen,) = [lenke.href for lenke in _lest(Valg(forum="raad")).feed.links if lenke.rel == "self"]
    assert egen == "https://example.org/raad/feed/raad.atom"
    assert _lest(Valg(forum="raad")).feed.id != _lest().feed.id


def test_entries_keep_their_identity_when_more_come() -> None:
    foer = {en.id for en in _lest(dag=date(2026, 10, 1)).entries}
    assert foer < {en.id for en in _lest().entries}
