"""From the models to JSON Schema: every form that the reader takes, and no key that it refuses."""

from collections.abc import Iterable, Iterator, Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ehelse_cli.core.felter import Eller, Foerst, Moenster, som_liste
from ehelse_cli.core.mandat.regel import (
    PAATEGNINGER,
    TAUSHETER,
    Hvem,
    HvemTabell,
    Regel,
    Regeltekst,
    Regelverdi,
    Styrke,
    er_enkel,
    med_id,
)
from ehelse_cli.core.modell import Oppfoering
from ehelse_cli.core.moete import Sakspunkt
from ehelse_cli.core.virksomhet import FraDag
from ehelse_cli.load.schema.keys import describe
from ehelse_cli.load.schema.scalars import ORD, SCALARS, Schema, loose

#: What a model asks of its keys together.
_TOGETHER: Mapping[type[BaseModel], Schema] = {
    Sakspunkt: {"anyOf": [{"required": [key]} for key in ("sak", "fast", "tittel", "bolk", "pause", "dag")]},
}


def any_of(shapes: Iterable[Schema]) -> Schema:
    """One of several shapes; those that are lists of words become one list."""
    flat = list(_flattened(shapes))
    words = [word for shape in flat if shape.keys() == {"enum"} for word in shape["enum"]]
    others = [shape for shape in flat if shape.keys() != {"enum"}]
    alternatives = [*others, *([{"enum": list(dict.fromkeys(words))}] if words else [])]
    return alternatives[0] if len(alternatives) == 1 else {"anyOf": alternatives}


def _flattened(shapes: Iterable[Schema]) -> Iterator[Schema]:
    for shape in shapes:
        yield from shape["anyOf"] if shape.keys() == {"anyOf"} else [shape]


class Shapes:
    """Builds schemas of types. Each model met becomes one definition, in `definitions`."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def of(self, type_: Any) -> Schema:
        """The schema of a type, as it may be written in a file."""
        if get_origin(type_) is Annotated:
            base, *marks = get_args(type_)
            return self._of_marked(base, [mark for mark in marks if not isinstance(mark, FieldInfo)])
        if type_ is Hvem:
            return any_of((ORD, self.of(HvemTabell)))
        if type_ in SCALARS:
            return SCALARS[type_]
        if isinstance(type_, type) and issubclass(type_, BaseModel):
            return self._entry(type_)
        return self._compound(type_)

    def _of_marked(self, base: Any, marks: list[Any]) -> Schema:
        """A type with what it says of how it is read; the innermost mark stands first."""
        if not marks:
            return self.of(base)
        if (known := SCALARS.get(Annotated[base, *marks])) is not None:
            return known
        mark = marks[-1]
        match mark:
            case Regelverdi():
                return self._rule(get_args(base)[0])
            case Eller():
                return any_of((self.of(get_args(base)[0]), {"enum": list(mark.ordene)}))
            case Moenster(pattern=pattern):
                return loose(pattern)
            case Foerst(les=reader) if reader is som_liste:
                return self._list_or_one(get_args(base)[0])
            case Foerst(les=reader) if reader is med_id:
                row = get_args(base)[0]
                return any_of((self.of(get_type_hints(row, include_extras=True)["verdi"]), self._list(row)))
        return self._of_marked(base, marks[:-1])

    def _compound(self, type_: Any) -> Schema:
        origin, inner = get_origin(type_), get_args(type_)
        if origin in (Union, UnionType):
            return any_of(self.of(one) for one in inner if one is not NoneType)
        if origin is Literal:
            return {"enum": list(inner)}
        if origin is dict:
            return {"type": "object", "propertyNames": self.of(inner[0]), "additionalProperties": self.of(inner[1])}
        if origin is tuple and get_origin(inner[0]) is FraDag:
            return self._over_time(get_args(inner[0])[0])
        if origin is tuple:
            return self._list(inner[0])
        raise TypeError(type_)

    def _list(self, item: Any) -> Schema:
        return {"type": "array", "items": self.of(item)}

    def _list_or_one(self, item: Any) -> Schema:
        """A lone value stands for a list of one (format rule 7), and `ingen` for none."""
        return any_of((self.of(item), self._list(item), {"enum": ["ingen"]}))

    def _over_time(self, value: Any) -> Schema:
        """One value, or rows of what holds from a day on (format rule 6)."""
        keys = {"fra": FraDag.__annotations__["fra"], "verdi": value}
        row = self._table({key: (FraDag, type_) for key, type_ in keys.items()}, ["verdi"])
        return any_of((self.of(value), {"type": "array", "items": row, "minItems": 1}))

    def _rule(self, value: Any) -> Schema:
        """A line of a mandate's head: short, long, one of the silences, or in several strengths."""
        silence = {"enum": list(TAUSHETER)}
        short = any_of((self.of(value), silence))
        forms = [short, self._with_value(Regeltekst, short)]
        if er_enkel(value):
            forms.append({"type": "array", "items": self._with_value(Styrke, self.of(value)), "minItems": 1})
        return self._once(any_of(forms))

    def _once(self, shape: Schema) -> Schema:
        """The shape by reference: rules of the same form share one definition, and the schema stays readable."""
        rules = {name: known for name, known in self.definitions.items() if name.startswith("regel-")}
        name = next((name for name, known in rules.items() if known == shape), f"regel-{len(rules) + 1}")
        self.definitions[name] = shape
        return {"$ref": f"#/$defs/{name}"}

    def _with_value(self, frame: type[BaseModel], value: Schema) -> Schema:
        """The frame of a long form around a value."""
        table = self._model(frame)
        verdi = {**table["properties"]["verdi"], **value}
        return {**table, "properties": {**table["properties"], "verdi": verdi}}

    def _entry(self, model: type[BaseModel]) -> Schema:
        """A model; a bare value may stand for one that needs only its first key."""
        name = model.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # a model may hold itself
            self.definitions[name] = self._model(model)
        table: Schema = {"$ref": f"#/$defs/{name}"}
        first = next(iter(model.model_fields))
        needed = {key for key, field in model.model_fields.items() if field.is_required()}
        if not issubclass(model, Oppfoering) or needed - {first}:
            return table
        return any_of((self.of(get_type_hints(model, include_extras=True)[first]), table))

    def _model(self, model: type[BaseModel]) -> Schema:
        hints = get_type_hints(model, include_extras=True)
        keys = {key: (model, hints[name]) for name, key in keys_of(model).items()}
        required = [key for name, key in keys_of(model).items() if model.model_fields[name].is_required()]
        return {**self._table(keys, required), **_TOGETHER.get(model, {})}

    def _table(self, keys: Mapping[str, tuple[type, Any]], required: list[str]) -> Schema:
        """Keys with what each holds; no others."""
        table: Schema = {
            "type": "object",
            "properties": {key: self._key(owner, key, type_) for key, (owner, type_) in keys.items()},
            "additionalProperties": False,
        }
        return {**table, "required": required} if required else table

    def _key(self, owner: type, key: str, type_: Any) -> Schema:
        """What a key means and holds. What every line of a mandate may carry is said once."""
        described = {"description": describe(owner, key), **({} if type_ is Any else self.of(type_))}
        if key not in PAATEGNINGER or not issubclass(owner, Regel):
            return described
        self.definitions[key] = described
        return {"$ref": f"#/$defs/{key}"}


def keys_of(model: type[BaseModel]) -> dict[str, str]:
    """A model's field names, each with the key that people write. What the reader adds itself is no key."""
    written = {name: field.validation_alias or name for name, field in model.model_fields.items()}
    return {name: key for name, key in written.items() if isinstance(key, str) and not key.startswith(" ")}
