"""Finds a rule by its code or name, and the page about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ehelse_cli.cli.errors import did_you_mean, nearest
from ehelse_cli.core.errors import EhelseError
from ehelse_cli.core.finding import RuleInfo
from ehelse_cli.resources import folder


class UnknownRuleError(EhelseError):
    """No rule has that code or name."""

    def __init__(self, given: str, near: tuple[str, ...]) -> None:
        super().__init__(f"det finnes ingen regel «{given}»{did_you_mean(near)}", "`ehelse regel` viser alle.")


class NoPageError(EhelseError):
    """The rule is there, its page is not."""

    def __init__(self, code: str) -> None:
        super().__init__(f"siden om regelen {code} følger ikke med denne installasjonen")


def find_rule(given: str, rules: Iterable[RuleInfo]) -> RuleInfo:
    """The rule with that code or name, in large or small letters.

    Raises:
        UnknownRuleError: if there is none.
    """
    by_word = {word.lower(): rule for rule in rules for word in (rule.code, rule.name)}
    if given.lower() not in by_word:
        near = dict.fromkeys(by_word[word].code for word in nearest(given, tuple(by_word), 3))
        raise UnknownRuleError(given, tuple(near))
    return by_word[given.lower()]


def page(rule: RuleInfo) -> str:
    """What is written about the rule, as Markdown.

    Raises:
        NoPageError: if nothing is.
    """
    try:
        return (folder("regler") / f"{rule.code}.md").read_text(encoding="utf-8")
    except FileNotFoundError:
        raise NoPageError(rule.code) from None


def pages(rules: Iterable[RuleInfo]) -> Mapping[str, str]:
    """What is written about the rules, by code; those without a page are left out."""
    at = folder("regler")
    files = {rule.code: at / f"{rule.code}.md" for rule in rules}
    return {code: file.read_text(encoding="utf-8") for code, file in files.items() if file.is_file()}
