"""The next free number of a case or a meeting, and where a new case stands on an agenda."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.moete import Moete, Sakspunkt

_TVILLING = re.compile(r"data/saker/(?P<forum>[^/]+)/(?P<aar>\d{4})-(?P<nr>\d{1,4})\.md")


def neste_saksnummer(data: Dataset, forum: str, aar: int) -> int:
    """One more than the highest used: in a file, on an agenda, or where only the exempt twin stands."""
    return max(_brukte(data, forum, aar), default=0) + 1


def _brukte(data: Dataset, forum: str, aar: int) -> Iterator[int]:
    prefiks = f"{forum}-{aar}-"
    ider = (*data.saker, *data.broken)
    yield from (int(id_.removeprefix(prefiks)) for id_ in ider if re.fullmatch(rf"{re.escape(prefiks)}\d+", id_))
    for moete in data.moeter_for(forum):
        for punkt in moete.saksliste:
            nummer = data.saksnummer(forum, punkt.sak) if punkt.sak else None
            if nummer is not None and nummer.aar == aar:
                yield nummer.nummer
    for sti in data.tvillinger:
        treff = _TVILLING.fullmatch(sti)
        if treff and treff["forum"] == forum and int(treff["aar"]) == aar:
            yield int(treff["nr"])


def neste_moetenummer(data: Dataset, forum: str, aar: int) -> int:
    """One more than the highest of the year."""
    prefiks = f"{forum}-{aar}-m"
    ider = (*data.moeter, *data.broken)
    brukte = (int(id_.removeprefix(prefiks)) for id_ in ider if re.fullmatch(rf"{re.escape(prefiks)}\d+", id_))
    return max(brukte, default=0) + 1


def plass_paa_sakslisten(moete: Moete) -> int | None:
    """Before «Eventuelt», which comes last; None: at the end."""
    return foer_eventuelt(moete.saksliste)


def foer_eventuelt(saksliste: Sequence[Sakspunkt]) -> int | None:
    """The place of «Eventuelt», which what is put in pushes down; None where there is none."""
    linjer = enumerate(saksliste)
    return next((nr for nr, punkt in linjer if punkt.sakstype == ("eventuelt",) or punkt.fast == "eventuelt"), None)
