"""What is YAML, but not this format: the words for each thing refused. No message quotes a value, only keys."""

from __future__ import annotations

from ehelse_cli.load.problem import Problem, Span

_QUOTE = 'Er det vanlig tekst, sett hermetegn rundt den: "…".'
_OWN_LINE = "Skriv setningen på egen linje. Står det «: » eller « #» i den, skriv «|» og setningen på linjen under."

_COMMENT = (
    "Hører det til teksten, sett hermetegn rundt den, eller skriv «|» og teksten på linjen under. "
    "En kommentar skal ha minst to mellomrom foran «#»."
)

_WORDS: dict[str, tuple[str, str]] = {
    "alias": (
        "«&» og «*» først i en verdi er navn og henvisninger i YAML, som ikke brukes her",
        f"{_QUOTE} Ellers skriv opplysningen hvert sted den gjelder.",
    ),
    "tagg": ("«!» først i en verdi er en tagg i YAML, som ikke brukes her", _QUOTE),
    "direktiv": ("«%» først på linjen er et direktiv i YAML, som ikke brukes her", "Slett linjen."),
    "flere-dokumenter": (
        "her begynner et nytt YAML-dokument; en fil har bare ett",
        "Slett linjen, eller del filen i to.",
    ),
    "sammenslaaing": ("flettenøkkelen «<<» brukes ikke her", "Skriv nøklene der de gjelder."),
    "noekkel": ("her skal det stå en nøkkel", "En nøkkel er ett ord fulgt av kolon, som «tittel:»."),
    "dybde": ("her er det mer enn {} nivåer inni hverandre", "Rett innrykkene og parentesene foran."),
    "for mange punkter": ("her er det mer enn {} punkter i én liste", "Del listen, eller legg den som vedlegg."),
    "ukjent-tegn": (
        "teksten har et styretegn, skrevet med «\\»",
        "Skriv linjeskift med «|», og slett andre styretegn.",
    ),
    "dobbel-noekkel": ("nøkkelen «{}» står også på linje {}", "Slå de to sammen, eller slett den ene."),
    "kuttet-prosa": ("teksten blir kuttet her: « #» begynner en kommentar", _COMMENT),
    "prosanøkkel": ("«{}» kan ikke stå i {{ }}: et komma eller spørsmålstegn deler setningen", _OWN_LINE),
    "nøkkel uten verdi": (
        "her er en nøkkel uten verdi i {{ }}: et komma foran har delt teksten",
        'Er kommaet en del av teksten, sett hermetegn rundt hele: "…". En setning skrives på egen linje.',
    ),
    "punkter i rekke": (
        "punktene i «{}» kan ikke stå i [ ]: et komma deler setningen",
        "Skriv ett punkt på hver linje, etter «- ».",
    ),
}

#: Three ways to split prose are one kind.
_KINDS = dict.fromkeys(("prosanøkkel", "nøkkel uten verdi", "punkter i rekke"), "oppdelt-prosa") | {
    "for mange punkter": "for-stor"
}


def refusal(what: str, span: Span, *facts: object) -> Problem:
    """The Problem for `what`, with the facts (a key, a line, a limit) put into its message."""
    message, help_ = _WORDS[what]
    return Problem(_KINDS.get(what, what), message.format(*facts), help_, span)
