"""What an answer may name: what there is of each kind, the likeliest first, and what refuses all else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from ehelse_cli.cli.errors import UsageError

if TYPE_CHECKING:
    from ehelse_cli.cli.opening import Opened
    from ehelse_cli.core.forum import Forum

#: The arguments that name somebody who is a member already: command and argument.
_MEMBERS = frozenset({("medlem forny", "navn"), ("medlem avslutt", "navn"), ("medlem bytt", "gammel")})
#: The commands about meetings that have been.
_BEHIND = ("moete fremmoete", "moete protokoller")
#: What was on an agenda longer ago than this, is hardly what is meant.
_LATELY = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Kind:
    """What there is of a kind, the likeliest first; and what raises if an answer is none of them."""

    near: Callable[[Opened, Any], Iterator[str]]
    check: Callable[[Opened, Any, str], object]


def _forums(opened: Opened, _: Any) -> Iterator[str]:
    """Those that meet, first."""
    yield from sorted(opened.data.forum, key=lambda id_: not opened.data.moeter_for(id_))


def _the_forum(opened: Opened, _: Any, answer: str) -> Forum:
    from ehelse_cli.cli.overview import the_forum

    return the_forum(opened, answer)


def _meetings(opened: Opened, ctx: Any) -> Iterator[str]:
    """Those ahead, the next first; or those behind, the last first."""
    behind = ctx.command_path.endswith(_BEHIND)
    kept = [
        one
        for one in opened.data.moeter.values()
        if one.avlyst is None and (one.tid.dato <= opened.dag if behind else one.tid.siste_dag >= opened.dag)
    ]
    yield from (one.id for one in sorted(kept, key=lambda one: one.tid.dato, reverse=behind))


def _the_meeting(opened: Opened, _: Any, answer: str) -> object:
    from ehelse_cli.cli.targets import the_meeting

    return the_meeting(opened, answer)


def _cases(opened: Opened, _: Any) -> Iterator[str]:
    """Those on the agenda of a meeting ahead or just held, without an outcome; then the queue; then the rest."""
    lately = opened.dag - _LATELY

    def order(id_: str) -> tuple[int, date, str]:
        there = opened.data.behandlinger(id_)
        if not there:
            return 1, date.max, id_
        moete, nr = there[-1]
        return (2 if moete.saksliste[nr].utfall or moete.tid.dato < lately else 0), moete.tid.dato, id_

    yield from sorted(opened.data.saker, key=order)


def _the_case(opened: Opened, ctx: Any, answer: str) -> object:
    from ehelse_cli.cli.targets import the_case

    return the_case(opened, answer, ctx.params.get("forum"))


def _members(opened: Opened, ctx: Any) -> Iterator[str]:
    from ehelse_cli.core.register import medlemskap

    forum = opened.data.forum.get(str(ctx.params.get("forum")))
    rows = medlemskap(opened.data, forum) if forum else ()
    yield from (row.medlem.navn for row in rows if row.sitter(opened.dag))


def _the_member(opened: Opened, ctx: Any, answer: str) -> object:
    from ehelse_cli.cli.targets import the_member

    return the_member(opened, _the_forum(opened, ctx, str(ctx.params.get("forum"))), answer)


def _drafts(opened: Opened, _: Any) -> Iterator[str]:
    yield from (one.id for one in opened.data.mandater.values() if one.status != "vedtatt")


def _the_draft(opened: Opened, _: Any, answer: str) -> object:
    from ehelse_cli.cli.mandat_vedta import the_draft

    return the_draft(opened, answer)


def _days(_: Opened, __: Any) -> Iterator[str]:
    yield "for eksempel 2028-01-01"


def _the_day(opened: Opened, _: Any, answer: str) -> object:
    from ehelse_cli.cli.targets import the_day

    return the_day("dagen", answer, opened.dag)


def _times(_: Opened, __: Any) -> Iterator[str]:
    yield "for eksempel 2027-03-03, eller 2027-03-03 10:00-15:00"


def _the_time(_: Opened, __: Any, answer: str) -> object:
    from ehelse_cli.core.moete import les_moetedag

    try:
        return [les_moetedag(part.strip()) for part in answer.split("/", 1)]
    except ValueError as problem:
        raise UsageError(str(problem)) from None


_KINDS: Mapping[str, Kind] = {
    "DATO": Kind(_days, _the_day),
    "FORUM": Kind(_forums, _the_forum),
    "MANDAT": Kind(_drafts, _the_draft),
    "MØTE": Kind(_meetings, _the_meeting),
    "SAK": Kind(_cases, _the_case),
    "TID": Kind(_times, _the_time),
}


def kind_of(ctx: Any, param: Any) -> Kind | None:
    """What the answer to the parameter names; None where it is words of one's own."""
    command = ctx.command_path.removeprefix("ehelse ")
    return Kind(_members, _the_member) if (command, param.name) in _MEMBERS else _KINDS.get(param.metavar)
