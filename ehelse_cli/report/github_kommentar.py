"""What changed in the mandates as one comment on a pull request: a summary first, then each mandate folded away.

The comment begins with a hidden mark, so that whoever puts it there finds the one that stands and replaces it. It is
never longer than GitHub takes: what does not fit is left out whole, and the comment says what, and where all of it is.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from ehelse_cli.diff.endring import Nivaa
from ehelse_cli.diff.mandat import Mandatdiff, Side
from ehelse_cli.diff.samling import Samling
from ehelse_cli.report import mandatdiff_ord as ord_
from ehelse_cli.report.mandatdiff_markdown import som_markdown
from ehelse_cli.report.safe import markdown_safe, one_line, tame

#: The first line of every comment of ours.
MERKE = "<!-- ehelse:mandat -->"
#: GitHub takes 65 536 characters; whoever puts the comment there may add a line.
LENGST = 60_000
#: So many mandates have a line in the table; the others are counted.
_FLEST_RADER = 60
#: The gravest come first: of a mandate that is too long altogether, so many lines are shown.
_FOERSTE_LINJER = 80
#: Room for the lines that say what is left out.
_PLASS_TIL_SLUTTEN = 1_000
_ALT = "Alt står i oppsummeringen av kjøringen, og i `ehelse mandat diff`."

# What GitHub makes a link of, or a call, wherever it stands: issues, other addresses, names of teams and people.
_LENKER = re.compile(r"(?<=#)(?=\d)|(?<=@)(?=\w)|(?<=\bGH-)(?=\d)|(?<=:)(?=//)|(?<=\bwww)(?=\.)", re.IGNORECASE)
_ID = re.compile(r"[a-z0-9-]+@[a-z0-9-]+")
_USYNLIG = "\u2060"


@dataclass(frozen=True, slots=True)
class Del:
    """One mandate: its sides, the numbers of its row, its summary, and what is folded away, from all of it to less."""

    gammel: str
    ny: str
    tall: tuple[str, ...]
    sammendrag: str
    innhold: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Virkning:
    """What a new mandate does: in a line, and in Markdown with a heading."""

    sammendrag: str
    markdown: str


def github_kommentar(samling: Samling, virkninger: Mapping[str, Virkning] = MappingProxyType({})) -> str:
    """The comment. `virkninger`: by the new mandate's id, what it does, which then stands first."""
    fra, til = _sidene(samling)
    if samling.uendret and not samling.differ:
        return _uendret(fra, til)
    deler = [_del(diff, virkninger.get(diff.ny.id)) for diff in samling.differ]
    hode = [MERKE, f"### {_tittel(samling)}", _fra_til(fra, til), *_tabell(deler), *_alene(samling)]
    return "\n\n".join([*hode, *_foldet(deler, LENGST - _PLASS_TIL_SLUTTEN - sum(len(ett) + 2 for ett in hode))]) + "\n"


def _uendret(fra: str, til: str) -> str:
    return (
        "\n\n".join([MERKE, "### Ingen endringer i mandatene", f"{_fra_til(fra, til)} Begge er lest i sin helhet."])
        + "\n"
    )


def _sidene(samling: Samling) -> tuple[str, str]:
    """What the two sides are called: the states of the files, or the two mandates that were named."""
    if samling.fra or samling.til or len(samling.differ) != 1:
        return samling.fra, samling.til
    return samling.differ[0].gammel.id, samling.differ[0].ny.id


def _fra_til(fra: str, til: str) -> str:
    return f"Fra {_sidenavn(fra)} til {_sidenavn(til)}."


def _tittel(samling: Samling) -> str:
    """`Mandatendringer: 1 bryter, 2 betinget`: the gravest first, those that are accepted apart."""
    deler = []
    for nivaa, (_, _, en, flere) in ord_.NIVAAER.items():
        if antall := samling.tellende(nivaa):
            deler.append(f"{antall} {en if antall == 1 else flere}")
    godtatt = sum(samling.antall(nivaa) - samling.tellende(nivaa) for nivaa in Nivaa)
    deler += [f"{godtatt} godtatt"] if godtatt else []
    return f"Mandatendringer: {', '.join(deler) or 'ingen i reglene'}"


# --- each mandate


def _del(diff: Mandatdiff, plan: Virkning | None) -> Del:
    tall = tuple(_tall(diff, nivaa) for nivaa in Nivaa)
    hele = som_markdown(diff).split("\n\n", 1)[1].strip("\n")
    uten_tekst = hele.partition("\n### Teksten\n")[0].strip("\n")
    foerste = "\n".join(uten_tekst.split("\n")[:_FOERSTE_LINJER])
    virkning = plan.markdown.strip("\n") if plan else ""
    med_plan = [f"{virkning}\n\n{hele}", virkning] if plan else []
    sammendrag = plan.sammendrag if plan else ord_.ingen_endringer(diff) if diff.uendret else ord_.sammendrag(diff)
    innhold = tuple(dict.fromkeys(_uten_lenker(ett) for ett in (*med_plan, hele, uten_tekst, foerste)))
    return Del(diff.gammel.id, diff.ny.id, tall, sammendrag, innhold)


def _tall(diff: Mandatdiff, nivaa: Nivaa) -> str:
    antall, teller = diff.antall(nivaa), diff.tellende(nivaa)
    return f"{antall}" if antall == teller else f"{antall} ({antall - teller} godtatt)"


def _tabell(deler: Sequence[Del]) -> Iterator[str]:
    if not deler:
        return
    navn = [navn for navn, *_ in ord_.NIVAAER.values()]
    linjer = [f"| Mandat | {' | '.join(navn)} |", f"| --- |{' ---: |' * len(navn)}"]
    linjer += [
        f"| {_id(en.gammel)} → {_id(en.ny)} | {' | '.join(map(_trygt, en.tall))} |" for en in deler[:_FLEST_RADER]
    ]
    yield "\n".join(linjer)
    if len(deler) > _FLEST_RADER:
        yield f"… og {len(deler) - _FLEST_RADER} mandater til. {_ALT}"


def _alene(samling: Samling) -> Iterator[str]:
    """Mandates that came with none before them, and those that are gone."""
    rader = [*(_alene_linje("nytt", side) for side in samling.nye), *(_alene_linje("borte", s) for s in samling.borte)]
    if rader:
        flere = [f"- … og {len(rader) - _FLEST_RADER} til"] if len(rader) > _FLEST_RADER else []
        yield "\n".join([*rader[:_FLEST_RADER], *flere])


def _alene_linje(hva: str, side: Side) -> str:
    return f"- **{hva}:** {_id(side.id)} – {_trygt(ord_.sidetekst(side))}"


# --- as much as there is room for


def _foldet(deler: Sequence[Del], plass: int) -> Iterator[str]:
    """Each mandate folded away, as much of it as fits; then what was left out, and where it is."""
    kuttet = utelatt = 0
    for del_ in deler:
        passer = next((ett for ett in map(_Foldet(del_), range(len(del_.innhold))) if len(ett) + 2 <= plass), None)
        if passer is None:
            utelatt += 1
            continue
        kuttet += passer != _Foldet(del_)(0)
        plass -= len(passer) + 2
        yield passer
    if kuttet or utelatt:
        yield f"**Kommentaren er kortet ned.** {_hva_mangler(kuttet, utelatt, len(deler))} {_ALT}"


@dataclass(frozen=True, slots=True)
class _Foldet:
    """The fold of a mandate with one of its contents."""

    del_: Del

    def __call__(self, nr: int) -> str:
        kort = "" if nr == 0 else "\n\n_Resten er det ikke plass til her._"
        navn = " → ".join(
            f"<code>{id_ if _ID.fullmatch(id_) else _som_html(id_)}</code>" for id_ in (self.del_.gammel, self.del_.ny)
        )
        tittel = f"{navn}: {_som_html(self.del_.sammendrag)}"
        return f"<details><summary>{tittel}</summary>\n\n{self.del_.innhold[nr]}{kort}\n\n</details>"


def _hva_mangler(kuttet: int, utelatt: int, av: int) -> str:
    deler = [f"{kuttet} av {av} mandater er ikke vist i sin helhet"] if kuttet else []
    deler += [f"{utelatt} av {av} mandater er ikke vist"] if utelatt else []
    tekst = ", og ".join(deler)
    return f"{tekst[:1].upper()}{tekst[1:]}."


def _id(id_: str) -> str:
    """An id as code: it can be copied, and calls nobody."""
    return f"`{id_}`" if _ID.fullmatch(id_) else _trygt(id_)


def _sidenavn(navn: str) -> str:
    return _id(navn) if _ID.fullmatch(navn) else f"**{_trygt(navn)}**"


def _trygt(tekst: str) -> str:
    return _uten_lenker(markdown_safe(tekst))


def _som_html(tekst: str) -> str:
    """Text for where no Markdown is read, as in a summary."""
    return _uten_lenker(tame(html.escape(one_line(tekst), quote=False)))


def _uten_lenker(markdown: str) -> str:
    """The same to read, with nothing in it that GitHub makes a link or a call of."""
    return _LENKER.sub(_USYNLIG, markdown)
