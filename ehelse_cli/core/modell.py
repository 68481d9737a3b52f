"""What all models share: frozen, no unknown keys, and a bare value standing for an entry's first field."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Modell(BaseModel):
    """A frozen value read from a file. Unknown keys are mistakes, never silently dropped."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)


class Oppfoering(Modell):
    """An entry of a list: a bare value is an entry with only its first field (format rule 7)."""

    @model_validator(mode="before")
    @classmethod
    def _bar_verdi(cls, verdi: Any) -> Any:
        if isinstance(verdi, str):
            return {next(iter(cls.model_fields)): verdi}
        return verdi


#: Facts that the reader gives and no one types: the spaces keep them apart from every key in a file.
FIL_ID = " id "
FIL_TEKST = " tekst "
FIL_HODE = " hode "

#: The object's id, which is its path (format rule 1).
FraStien = Annotated[str, Field(validation_alias=FIL_ID)]
#: The Markdown below the head, as it stands.
Broedtekst = Annotated[str, Field(validation_alias=FIL_TEKST)]
