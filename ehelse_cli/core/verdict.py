"""The four answers to a question put to a mandate, each with its arithmetic and what it hangs on."""

from enum import StrEnum

from msgspec import Struct


class Answer(StrEnum):
    """ja, nei, ukjent (the facts are missing) or ikke_regulert (the mandate does not say)."""

    JA = "ja"
    NEI = "nei"
    UKJENT = "ukjent"
    IKKE_REGULERT = "ikke_regulert"


class Verdict(Struct, frozen=True):
    """An answer, why, and where in the mandate's head the rule stands.

    `arithmetic` is lines of plain Norwegian; `hangs_on` names the keys, seats or facts that would decide;
    `clause` is a path into the mandate's head.
    """

    answer: Answer
    arithmetic: tuple[str, ...] = ()
    hangs_on: tuple[str, ...] = ()
    clause: tuple[str | int, ...] = ()
    summary: str = ""

    def __bool__(self) -> bool:
        raise TypeError("a verdict has four answers; ask for .answer")


def joint(answers: tuple[Answer, ...]) -> Answer:
    """All parts as one: nei if any is nei, else ukjent if any is, else ja; silence counts only if nothing speaks."""
    for answer in (Answer.NEI, Answer.UKJENT, Answer.JA):
        if answer in answers:
            return answer
    return Answer.IKKE_REGULERT
