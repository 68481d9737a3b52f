"""What a report may not quote: lines about a case that is wholly exempt, or that may be meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from msgspec.structs import replace

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.core.finding import Finding
from ehelse_cli.core.moete import Moete, Sakspunkt
from ehelse_cli.core.offentleglova import les_hjemmel
from ehelse_cli.core.sak import Sak
from ehelse_cli.core.skjerming import Skjerming
from ehelse_cli.load.suggest import closest, keys_at
from ehelse_cli.rules.pub_person import maskert

#: By path.
Closed: TypeAlias = Mapping[str, tuple[range, ...]]

HIDDEN = "(vises ikke: unntatt offentlighet)"

_ALL = range(1, 2**31)
_SKJERMING = "skjerming"
_KEY = re.compile(r"([\w-]+)[\"']?[ \t]*:")
_BREAK = re.compile(r"(\r\n|\r|\n)")
_QUOTED = re.compile(r"«([^»]*)»")
#: Words of the format, which give nothing away.
_OPEN_WORDS = frozenset(key for model in (Sak, Moete, Sakspunkt, Skjerming) for key in keys_at(model, ()))
#: What our own advice says to write there.
_ADVICE = frozenset({"omfang: deler", "publiseres: ja", "meroffentlighet: {utfall: nei, dato: …}"})


def closed_lines(data: Dataset) -> Closed:
    """Which lines. What cannot be read is closed as a whole if a word in it may have been meant to close it."""
    found: dict[str, tuple[range, ...]] = {}
    for id_, fil in data.files.items():
        if id_ in data.moeter:
            found[fil.path] = tuple(_on_agenda(data, data.moeter[id_]))
        elif data.saker[id_].er_unntatt if id_ in data.saker else _may_be_closed(fil.path, fil.text):
            found[fil.path] = (_ALL,)
    return {path: lines for path, lines in found.items() if lines}


def _on_agenda(data: Dataset, moete: Moete) -> Iterator[range]:
    for nr, punkt in enumerate(moete.saksliste):
        sak = data.saker.get(data.sak_id(data.forum_of(moete.id), punkt.sak) or "") if punkt.sak else None
        if (punkt.skjerming is not None and punkt.skjerming.omfang == "hele") or (sak is not None and sak.er_unntatt):
            place = data.place(moete.id, "saksliste", nr)
            yield range(place.line, place.end_line + 1)


def _may_be_closed(path: str, text: str) -> bool:
    """However it is spelt, and wherever it stands."""
    return path.startswith(("data/saker/", "data/moeter/")) and any(
        closest(key, (_SKJERMING,)) for key in frozenset(_KEY.findall(text))
    )


def hidden(text: str, lines: tuple[range, ...]) -> str:
    """The text with `HIDDEN` for each of these lines: all others stand where they stood, but for birth numbers."""
    if not lines:
        return maskert(text)
    parts = _BREAK.split(maskert(text))
    for number in range(1, len(parts) // 2 + 2):
        if any(number in some for some in lines):
            parts[2 * (number - 1)] = HIDDEN
    return "".join(parts)


def without_quotes(finding: Finding, closed: Closed) -> Finding:
    """The finding without birth numbers; on a closed line, with no word from the file but those of the format."""
    if not any(finding.location.line in lines for lines in closed.get(finding.location.path, ())):
        return _without_numbers(finding)
    message, label, help_ = (_QUOTED.sub(_masked, text) for text in (finding.message, finding.label, finding.help))
    return replace(finding, message=message, label=label, help=help_, values=())


def _without_numbers(finding: Finding) -> Finding:
    message, label, help_ = (maskert(text) for text in (finding.message, finding.label, finding.help))
    return replace(finding, message=message, label=label, help=help_, values=tuple(map(maskert, finding.values)))


def _masked(match: re.Match[str]) -> str:
    """The quotation if it says nothing of the case: a legal basis is told of what is exempt, too."""
    open_ = match[1] in _OPEN_WORDS or match[1] in _ADVICE or les_hjemmel(match[1]) is not None
    return match[0] if open_ else "«…»"
