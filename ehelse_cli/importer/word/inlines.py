"""Words in a line, from pandoc's tree to what CommonMark has a form for; nothing that is to be read is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

#: A node of pandoc's tree: `{"t": kind, "c": content}`.
Node = dict[str, Any]

_RAISED = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")
_SCHEMES = ("http://", "https://", "mailto:")
#: Marks that say no more than how it looks.
_LOOKS = ("Underline", "SmallCaps")


@dataclass(slots=True)
class Inlines:
    """Makes lines plain. `told` gets what one should know, `notes` the notes; `picture` makes a figure's words."""

    picture: Callable[[str, str], list[Node]]
    told: list[tuple[str, str]] = field(default_factory=list)
    notes: list[list[Node]] = field(default_factory=list)

    def plain(self, nodes: Iterable[Node]) -> list[Node]:
        """The same line with what CommonMark can say."""
        return [new for node in nodes for new in self._one(node)]

    def _one(self, node: Node) -> list[Node]:
        kind, content = kind_and_content(node)
        if kind in ("Str", "Space", "SoftBreak", "LineBreak", "Code"):
            return [node]
        if kind in ("Emph", "Strong"):
            inner = self.plain(content)
            return [{"t": kind, "c": inner}] if text_of(inner).strip() else inner
        if kind in _LOOKS:
            return self.plain(content)
        if kind in ("Span", "Cite"):
            return self.plain(content[1])
        if kind == "Quoted":
            return [{"t": "Str", "c": "«"}, *self.plain(content[1]), {"t": "Str", "c": "»"}]
        special = {"Superscript": self._raised, "Subscript": self._lowered, "Strikeout": self._struck}.get(kind)
        if special is not None:
            return special(content)
        return self._rare(kind, content)

    def _rare(self, kind: str, content: Any) -> list[Node]:
        if kind == "Link":
            return self._link(content)
        if kind == "Image":
            return self.picture(content[2][0], text_of(content[1]))
        if kind == "Note":
            self.notes.append(content)
            return [{"t": "Str", "c": f"[{len(self.notes)}]"}]
        if kind == "Math":
            return [{"t": "Code", "c": [["", [], []], content[1]]}]
        self.told.append(("feil", f"pandoc ga noe vi ikke kjenner ({kind})"))
        return []

    def _link(self, content: Any) -> list[Node]:
        """One that leads out of the document; else its words."""
        words, target = self.plain(content[1]), content[2][0]
        if target.lower().startswith(_SCHEMES):
            return [{"t": "Link", "c": [["", [], []], words, [target, ""]]}]
        if not target.startswith("#"):
            self.told.append(("advarsel", f"lenken «{text_of(words)}» gikk til «{target}», og er nå bare tekst"))
        return words

    def _raised(self, content: list[Node]) -> list[Node]:
        return self._moved(content, _RAISED, "hevet")

    def _lowered(self, content: list[Node]) -> list[Node]:
        return self._moved(content, _LOWERED, "senket")

    def _moved(self, content: list[Node], letters: dict[int, int], how: str) -> list[Node]:
        """Digits that have a letter of their own up or down there; other words stand in the line."""
        words = text_of(content)
        if words and all(ord(one) in letters for one in words):
            return [{"t": "Str", "c": words.translate(letters)}]
        if words.strip():
            self.told.append(("advarsel", f"«{words.strip()}» er {how} i Word, men står på linjen her"))
        return self.plain(content)

    def _struck(self, content: list[Node]) -> list[Node]:
        words = text_of(content).strip()
        if words:
            self.told.append(("feil", f"«{words[:60]}» er strøket over: skal det være med eller ikke?"))
        return self.plain(content)


def kind_and_content(node: Node) -> tuple[str, Any]:
    """What pandoc calls it, and what is in it."""
    return node["t"], node.get("c")


def text_of(nodes: Any) -> str:
    """All the words of a tree, blanks between the blocks."""
    if isinstance(nodes, list):
        return "".join(map(text_of, nodes))
    if not isinstance(nodes, dict):
        return ""
    if "t" not in nodes:
        return " ".join(map(text_of, nodes.values()))
    kind, content = kind_and_content(nodes)
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return " "
    if kind == "Str":
        return str(content)
    if kind in ("Code", "Math", "CodeBlock", "RawInline", "RawBlock"):
        return str(content[1])
    between = " " if kind in ("Para", "Plain", "Header", "Note") else ""
    return f"{between}{text_of(content)}{between}"
