"""Where values come from: councils, meetings, cases, mandates, people, organisations, rules, revisions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ehelse_cli.cli.completion.ground import Ground
from ehelse_cli.cli.completion.suggested import Suggestion
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.load.kinds import Placed

#: With more than so many there is no time to say what each is about, and nobody who would read it.
_TOO_MANY = 300


def forums(ground: Ground) -> Iterator[Suggestion]:
    """The councils."""
    for one in ground.of("forum"):
        yield Suggestion(one.id, ground.line(one.path, "navn") or ground.line(one.path, "kort"))


def meetings(ground: Ground) -> Iterator[Suggestion]:
    """The meetings, the newest first."""
    found = _narrowed(ground, "moete")
    for one in found:
        yield Suggestion(one.id, _when(ground.line(one.path, "tid")) if len(found) < _TOO_MANY else "")


def cases(ground: Ground) -> Iterator[Suggestion]:
    """The cases, the queue first. What is exempt from disclosure is told by its number alone, also on a screen."""
    found = _narrowed(ground, "sak")
    for one in found:
        yield Suggestion(one.id, _title(ground, one) if len(found) < _TOO_MANY else "")


def mandates(ground: Ground) -> Iterator[Suggestion]:
    """The revisions of the mandates, drafts among them."""
    for one in ground.of("mandat"):
        yield Suggestion(one.id, "utkast" if one.id.endswith("-utkast") else "")


def mandates_and_forums(ground: Ground) -> Iterator[Suggestion]:
    """A mandate by its revision, or by its council: then the one in force."""
    yield from forums(ground)
    yield from mandates(ground)


def meetings_and_forums(ground: Ground) -> Iterator[Suggestion]:
    """Where a case can go."""
    yield from forums(ground)
    yield from meetings(ground)


def cases_and_forums(ground: Ground) -> Iterator[Suggestion]:
    """A case, or the council that is to have one."""
    yield from forums(ground)
    yield from cases(ground)


def organisations(ground: Ground) -> Iterator[Suggestion]:
    """The organisations in the register."""
    for id_, known in ground.names("virksomheter.yaml"):
        yield Suggestion(id_, _name(known.get("navn")))


def organisations_and_forums(ground: Ground) -> Iterator[Suggestion]:
    """Those that appoint, decide or accept."""
    yield from organisations(ground)
    yield from forums(ground)


def everything(ground: Ground) -> Iterator[Suggestion]:
    """All that has an id."""
    yield from forums(ground)
    yield from meetings(ground)
    yield from cases(ground)
    yield from mandates(ground)
    yield from (Suggestion(one.id) for one in ground.of("aarshjul"))
    yield from organisations(ground)


def members(ground: Ground) -> Iterator[Suggestion]:
    """Those who have a seat in the council that the line names, and have not left."""
    forum = ground.forum()
    for one in _rows(ground.content(f"forum/{forum}.yaml").get("medlemmer")):
        if "fratraadt" not in one and isinstance(one.get("navn"), str):
            yield Suggestion(one["navn"], _words(one.get("rolle"), one.get("virksomhet")))


def persons(ground: Ground) -> Iterator[Suggestion]:
    """Those who have or had a seat in any council."""
    seated = (
        str(one["navn"])
        for forum in ground.of("forum")
        for one in _rows(ground.content(forum.path).get("medlemmer"))
        if "navn" in one
    )
    yield from map(Suggestion, dict.fromkeys(seated))


def groups(ground: Ground) -> Iterator[Suggestion]:
    """The groups of seats in the council's latest adopted mandate."""
    adopted = [
        one for one in ground.of("mandat") if one.path.split("/")[1] == ground.forum() and "-utkast" not in one.id
    ]
    composition = ground.content(adopted[0].path).get("sammensetning") if adopted else None
    for one in _rows(composition.get("grupper") if isinstance(composition, dict) else None):
        if isinstance(one.get("id"), str):
            yield Suggestion(one["id"], f"antall: {one['antall']}" if isinstance(one.get("antall"), str) else "")


def standing_items(ground: Ground) -> Iterator[Suggestion]:
    """The standing items of the council whose meeting the line names."""
    items = ground.content(f"forum/{ground.forum()}.yaml").get("faste_saker")
    for id_, item in items.items() if isinstance(items, dict) else ():
        yield Suggestion(id_, _words(item.get("tittel")) if isinstance(item, dict) else "")


def years(ground: Ground) -> Iterator[Suggestion]:
    """The years that have a plan or a meeting, the newest first."""
    found = {
        year for kind in ("aarshjul", "moete") for one in ground.of(kind) for year in re.findall(r"\d{4}", one.path)
    }
    yield from map(Suggestion, sorted(found, reverse=True))


def rules(_: Ground) -> Iterator[Suggestion]:
    """The rules, by the pages about them."""
    from ehelse_cli.resources import folder

    for page in sorted(folder("regler").glob("[A-Z]*.md")):
        with page.open(encoding="utf-8") as text:
            yield Suggestion(page.stem, text.readline().removeprefix(f"# {page.stem}").strip())


def revisions(ground: Ground) -> Iterator[Suggestion]:
    """Branches and tags, the newest first."""
    from ehelse_cli.load.git_plain import ask
    from ehelse_cli.load.repository import find_repository

    if ground.root is None:
        return
    form = "--format=%(refname:short)%09%(creatordate:short)"
    try:
        top, _ = find_repository(ground.root)
        found = ask(top, "for-each-ref", "--sort=-creatordate", form, "refs/heads", "refs/tags", "refs/remotes")
    except EhelseError:  # no repository, or no git
        return
    yield Suggestion("HEAD")
    for line in found.decode("utf-8", "replace").splitlines():
        name, _, day = line.partition("\t")
        yield Suggestion(name, _when(day))


#: What a paper is made of.
_MADE_OF = {
    "saksframlegg": cases,
    "mandat": mandates_and_forums,
    "endringsnotat": mandates,
    "medlemsliste": forums,
    "aarshjul": years,
}


def for_paper(ground: Ground) -> Iterator[Suggestion]:
    """What the paper that the line names is made of: most of them, of a meeting."""
    kind = ground.given.get("slag", [""])[-1]
    return _MADE_OF.get(kind, meetings)(ground)


def _narrowed(ground: Ground, kind: str) -> list[Placed]:
    """Those of the council that `--forum` names, or all."""
    forum = ground.given.get("forum", [None])[-1]
    own = [one for one in ground.of(kind) if one.path.split("/")[1] == forum]
    return own or ground.of(kind)


def _title(ground: Ground, one: Placed) -> str:
    return "" if re.search(r"^skjerming:", ground.head(one.path), re.MULTILINE) else ground.line(one.path, "tittel")


def _when(said: str) -> str:
    """`2026-12-02 10:00-14:00` as Norwegians write it; anything else as it is."""
    from datetime import date

    from ehelse_cli.core.kalender import datotekst

    day, _, clock = said.partition(" ")
    try:
        told = datotekst(date.fromisoformat(day))
    except ValueError:
        return said
    return f"{told} kl. {clock.replace(':', '.').replace('-', '–')}" if clock else told


def _name(said: Any) -> str:
    """The name; where it has changed, the last one."""
    rows = _rows(said)
    return said if isinstance(said, str) else str(rows[-1].get("verdi", "")) if rows else ""


def _rows(said: Any) -> list[dict[str, Any]]:
    return [one for one in said if isinstance(one, dict)] if isinstance(said, list) else []


def _words(*said: Any) -> str:
    return ", ".join(one for one in said if isinstance(one, str))
