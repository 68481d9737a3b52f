"""What makes it impossible to write a paper."""

from __future__ import annotations

from collections.abc import Iterable

from ehelse_cli.core.errors import EhelseError


class UnknownIdError(EhelseError):
    """Nothing in the tree has the id."""

    def __init__(self, id_: str, suggestions: Iterable[str] = ()) -> None:
        near = " eller ".join(f"«{suggestion}»" for suggestion in suggestions)
        super().__init__(f"det finnes ikke noe med id «{id_}»", f"Mente du {near}?" if near else None)


class WrongKindError(EhelseError):
    """The id is known, and is not what the paper is made of."""

    def __init__(self, id_: str, paper: str, made_of: str, example: str | None) -> None:
        for_example = f", for eksempel «{example}»" if example else ""
        super().__init__(f"«{id_}» er ikke {made_of}", f"Et dokument av typen {paper} lages av {made_of}{for_example}.")


class BrokenError(EhelseError):
    """Something the paper must tell cannot be read; a paper that left it out would be wrong."""

    def __init__(self, *ids: str) -> None:
        names = ", ".join(f"«{id_}»" for id_ in sorted(ids))
        super().__init__(
            f"dokumentet kan ikke lages, for {names} lar seg ikke lese",
            "`ehelse valider` sier hva som er galt.",
        )


class TooMuchTextError(EhelseError):
    """A body that no one could read as a paper, and that would take minutes to lay out."""

    def __init__(self, what: str, limit: int) -> None:
        super().__init__(
            f"dokumentet kan ikke lages, for teksten har {what}; grensen er {limit}",
            "Legg det lange som vedlegg, og ta bort tegn som ikke skal være der.",
        )


class MissingForumError(EhelseError):
    """The folder names a council that has no file."""

    def __init__(self, forum: str) -> None:
        super().__init__(
            f"dokumentet kan ikke lages, for forumet «{forum}» har ingen fil", f"Lag data/forum/{forum}.yaml."
        )


class MissingExtraError(EhelseError):
    """A format that needs a library which a plain install does not have."""

    def __init__(self, extra: str, library: str) -> None:
        super().__init__(
            f"for å lage {extra} trengs {library}, som ikke er installert",
            f'Installer det med: python -m pip install "ehelse-cli[{extra}]"',
        )


class NotAPaperError(EhelseError):
    """A page that a council's own template made, and that is no paper."""

    def __init__(self, format_: str, why: str) -> None:
        super().__init__(
            f"siden som malen lager, kan ikke bli {format_}: {why}",
            "Rett malen; `ehelse lag --vis-maler` viser hvilken det er. Som html blir den som den er.",
        )


class NotSetError(EhelseError):
    """A paper that the library could not lay out."""

    def __init__(self, format_: str, why: str) -> None:
        super().__init__(f"dokumentet kunne ikke settes som {format_}: {why}", "Lag det som html eller md så lenge.")
