"""Asks the rules of a large tree in two processes at once.

A rule is pure and what it saw is small, so nobody can tell which process it was asked in. Where there is no second
process, where it would not pay, and when it is lost on the way, the rules are asked here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import MsgspecError, msgpack

from ehelse_cli.core.dataset import Dataset
from ehelse_cli.load.process import Second, can_divide
from ehelse_cli.rules.engine import Answer, Rule, ask

#: Files. Below this the start of a process costs more than it saves.
WORTH_IT = 300

#: Asked in this process: MED and MOT count heads, and share what they work out for it; REF makes the halves even. MAN
#: and PUB ask git, whose one pipe two processes must not share: they stay together.
_HERE = ("MED", "MOT", "REF")


def ask_divided(rules: Sequence[Rule], data: Dataset, dag: date) -> list[Answer]:
    """What `ask` answers, sooner."""
    here = [rule for rule in rules if rule.info.code.startswith(_HERE)]
    there = [rule for rule in rules if not rule.info.code.startswith(_HERE)]
    if not (here and there and len(data.files) >= WORTH_IT and can_divide()):
        return ask(rules, data, dag)
    second = Second(lambda pipe: pipe.write(msgpack.encode(ask(there, data, dag))))
    near = ask(here, data, dag)
    far = _brought(second) or ask(there, data, dag)
    answers = dict(zip((rule.info.code for rule in (*here, *there)), (*near, *far), strict=True))
    return [answers[rule.info.code] for rule in rules]


def _brought(second: Second) -> list[Answer] | None:
    """What the second process answered; None when it did not come home with all of it."""
    try:
        return msgpack.decode(second.read_all(), type=list[Answer])
    except MsgspecError:
        return None
    finally:
        second.end()
