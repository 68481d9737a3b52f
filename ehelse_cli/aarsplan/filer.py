"""The plan as what stands in the files: heads of meetings, and events of the calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import time

from ehelse_cli.aarsplan.kalender import StengtTid
from ehelse_cli.aarsplan.plan import Formoeteforslag, Forslag, Moeteforslag
from ehelse_cli.core.moete import Moetedag
from ehelse_cli.load.composed import Value


def moetefiler(forslag: Forslag) -> Iterator[tuple[str, dict[str, Value]]]:
    """The path, from the data folder, and the head of each new meeting."""
    for en in forslag.nye:
        yield f"moeter/{en.forum}/{en.id.removeprefix(f'{en.forum}-')}.md", moetehode(en)


def moetehode(moete: Moeteforslag) -> dict[str, Value]:
    """When it is, and the items that come back."""
    dager: list[Value] = [_dag(en) for en in moete.tid.dager]
    hode: dict[str, Value] = {"tid": dager[0] if len(dager) == 1 else dager}
    if moete.saker:
        hode["saksliste"] = [{"fast": id_} for id_ in moete.saker]
    return hode


def _dag(dag: Moetedag) -> str:
    return " ".join(filter(None, (dag.dato.isoformat(), _klokke(dag.fra, dag.til))))


def _klokke(fra: time | None, til: time | None) -> str:
    if fra is None:
        return ""
    return f"{fra:%H:%M}-{til:%H:%M}" if til else f"{fra:%H:%M}"


def kalenderhode(
    forum: Sequence[str], stengt: Sequence[StengtTid], formoeter: Iterable[dict[str, Value]] = ()
) -> dict[str, Value]:
    """A new calendar, by day."""
    hendelser = [*map(stengthendelse, stengt), *formoeter]
    return {"forum": list(forum), "hendelser": [*sorted(hendelser, key=lambda en: str(en["dato"])[:10])]}


def stengthendelse(stengt: StengtTid) -> dict[str, Value]:
    """A closed time as an event."""
    hode: dict[str, Value] = {"tittel": stengt.tittel, "slag": "stengt"}
    hode |= {"hvem": stengt.hvem} if stengt.hvem else {}
    hode["dato"] = str(stengt.dager)
    return hode | ({"merknad": stengt.merknad} if stengt.merknad else {})


def formoetehendelser(forslag: Forslag) -> Iterator[dict[str, Value]]:
    """The preparatory meetings that the calendar does not have, as events."""
    for en in forslag.formoeter:
        if not en.staar:
            yield _formoete(en)


def _formoete(en: Formoeteforslag) -> dict[str, Value]:
    hode: dict[str, Value] = {"tittel": en.tittel, "slag": "formoete"}
    hode |= {"hvem": en.hvem} if en.hvem else {}
    hode |= {"dato": en.dag.isoformat(), "foer": [en.foer]}
    hode |= {"trenger_papirer": "ja"} if en.trenger_papirer else {}
    return hode | {"merknad": "foreslått, må avtales"}
