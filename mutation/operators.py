"""The small mistakes that are tried: where in a module each could be made, and what the source says then.

What is never changed, since no test could or should see it:

- annotations, imports, decorators, `__all__`, `Literal[…]`, type variables, casts, assertions, `or ""` after what may
  be None: they speak to the type checker; `field(…)` and `ConfigDict(…)`: they say how a class is stored;
- docstrings, f-strings and texts of two words or more: they are read by people, and held by snapshots and rule pages;
- what stands under `if TYPE_CHECKING:`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_COMPUTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_TWINS = (
    ("all", "any"),
    ("endswith", "startswith"),
    ("lower", "upper"),
    ("lstrip", "rstrip"),
    ("max", "min"),
    ("removeprefix", "removesuffix"),
)
_TWIN = dict(_TWINS) | {second: first for first, second in _TWINS}
_NOTHING_TO_SEE = frozenset({"ConfigDict", "Literal", "NewType", "ParamSpec", "TypeVar", "cast", "field"})

Function = ast.FunctionDef | ast.AsyncFunctionDef
Site = tuple[ast.expr | ast.stmt, ast.expr | ast.stmt]


@dataclass(frozen=True, slots=True)
class Mutant:
    """One mistake: the bytes from `start` to `end` of the file are `after` instead.

    `lines` is what must run for the mistake to be met (from, to; from 1). `function` and `first` name the outermost
    function that holds it and the line it begins on; both are empty where the mistake stands outside functions.
    """

    path: str
    start: int
    end: int
    before: str
    after: str
    lines: tuple[int, int]
    function: str = ""
    first: int = 0

    def applied(self, source: bytes) -> bytes:
        """The file with the mistake in it."""
        return source[: self.start] + self.after.encode() + source[self.end :]

    def __str__(self) -> str:
        return f"{self.path}:{self.lines[0]}: {self.before} → {self.after}"


def mutants(path: str, source: bytes) -> Iterator[Mutant]:
    """Every mistake that could be made in the module, in order."""
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for owner, statement in _statements(ast.parse(source).body):
        for node, instead in _sites(statement):
            begin = starts[node.lineno - 1] + node.col_offset
            end = starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
            text = ast.unparse(instead)
            after = f"({text})" if isinstance(instead, ast.expr) else text
            lines = (statement.lineno, _header_end(statement))
            yield Mutant(path, begin, end, source[begin:end].decode(), after, lines, *owner)


def _statements(
    body: Iterable[ast.stmt], owner: tuple[str, int] = ("", 0), inside: str = ""
) -> Iterator[tuple[tuple[str, int], ast.stmt]]:
    """All statements, those inside others too, each with the outermost function around it."""
    for statement in body:
        if isinstance(statement, ast.Import | ast.ImportFrom | ast.Assert) or _is_for_tools(statement):
            continue
        yield owner, statement
        mine, name = owner, inside
        if isinstance(statement, Function | ast.ClassDef):
            name = f"{inside}.{statement.name}" if inside else statement.name
            if isinstance(statement, Function) and not owner[0]:
                mine = (name, min([statement.lineno, *(one.lineno for one in statement.decorator_list)]))
        for block in _blocks(statement):
            yield from _statements(block, mine, name)


def _is_for_tools(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Assign):
        return ast.unparse(statement.targets[0]) == "__all__"
    return isinstance(statement, ast.If) and ast.unparse(statement.test) == "TYPE_CHECKING"


def _blocks(statement: ast.stmt) -> Iterator[list[ast.stmt]]:
    for field in ("body", "orelse", "finalbody"):
        yield getattr(statement, field, [])
    for part in (*getattr(statement, "handlers", ()), *getattr(statement, "cases", ())):
        yield part.body


def _header_end(statement: ast.stmt) -> int:
    """The last line of the statement itself, without the statements inside it."""
    body = getattr(statement, "body", None) or getattr(statement, "cases", None)
    if not body:
        return statement.end_lineno or statement.lineno
    first = body[0].pattern if isinstance(body[0], ast.match_case) else body[0]
    return max(statement.lineno, first.lineno - 1)


def _sites(statement: ast.stmt) -> Iterator[Site]:
    """What could be wrong in the statement itself."""
    if instead := _other_statement(statement):
        yield statement, instead
    for expression in _expressions(statement):
        yield from _within(expression)
    if isinstance(statement, ast.If | ast.While):
        yield from _negated(statement.test)
    if isinstance(statement, ast.AugAssign) and (operator := _COMPUTED.get(type(statement.op))):
        yield statement, ast.AugAssign(statement.target, operator(), statement.value)


def _other_statement(statement: ast.stmt) -> ast.stmt | None:
    nothing = ast.parse("yield from ()").body[0]
    match statement:
        case ast.Expr(value=ast.Yield() | ast.YieldFrom()):
            return nothing
        case ast.Expr(value=ast.Call()) | ast.Raise():
            return ast.Pass()
        case ast.Return(value=value) if value is not None and not _is_constant(value, None, False):
            return ast.Return(ast.Constant(None))
        case ast.Continue():
            return ast.Break()
        case ast.Break():
            return ast.Continue()
    return None


def _is_constant(value: ast.expr, *constants: object) -> bool:
    return isinstance(value, ast.Constant) and any(value.value is one or value.value == one == "" for one in constants)


def _expressions(statement: ast.stmt) -> Iterator[ast.expr]:
    """The expressions of the statement itself that are worked out when the program runs."""
    match statement:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            yield from (one for one in (*statement.args.defaults, *statement.args.kw_defaults) if one is not None)
        case ast.ClassDef() | ast.Expr(value=ast.Constant()):
            return
        case ast.AnnAssign():
            yield from [statement.value] if statement.value is not None else []
        case ast.Match():
            yield statement.subject
            for case in statement.cases:
                yield from (one for one in ast.walk(case.pattern) if isinstance(one, ast.Constant))
                yield from [case.guard] if case.guard is not None else []
        case ast.With():
            yield from (item.context_expr for item in statement.items)
        case _:
            yield from (child for child in ast.iter_child_nodes(statement) if isinstance(child, ast.expr))


def _within(node: ast.AST) -> Iterator[Site]:
    """What could be wrong in the expression and in those it is made of."""
    if isinstance(node, ast.JoinedStr) or _is_nothing_to_see(node):
        return
    if isinstance(node, ast.expr):
        yield from ((node, instead) for instead in _other_expression(node))
    if isinstance(node, ast.IfExp):
        yield from _negated(node.test)
    if isinstance(node, ast.comprehension):
        for condition in node.ifs:
            yield from _negated(condition)
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.arguments):
            yield from _within(child)
        else:
            for default in (*child.defaults, *child.kw_defaults):
                yield from _within(default) if default is not None else ()


def _is_nothing_to_see(node: ast.AST) -> bool:
    name = node.func if isinstance(node, ast.Call) else node.value if isinstance(node, ast.Subscript) else None
    return isinstance(name, ast.Name) and name.id in _NOTHING_TO_SEE


def _negated(test: ast.expr) -> Iterator[Site]:
    """A condition the other way round, where no other mistake turns it already."""
    single = isinstance(test, ast.Compare) and len(test.ops) == 1
    if not single and not isinstance(test, ast.BoolOp | ast.UnaryOp):
        yield test, ast.UnaryOp(ast.Not(), test)


def _other_expression(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Compare():
            for nr, operator in enumerate(node.ops):
                yield ast.Compare(
                    node.left, [*node.ops[:nr], _COMPARED[type(operator)](), *node.ops[nr + 1 :]], node.comparators
                )
        case ast.BoolOp():
            for nr in range(len(node.values) - _is_constant(node.values[-1], "")):
                rest = [*node.values[:nr], *node.values[nr + 1 :]]
                yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest)
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield node.operand
        case ast.BinOp() if type(node.op) in _COMPUTED and not _is_type(node):
            yield ast.BinOp(node.left, _COMPUTED[type(node.op)](), node.right)
        case ast.Constant():
            yield from _other_constant(node.value)
        case ast.Name(id=name) | ast.Attribute(attr=name) if name in _TWIN:
            yield ast.Name(_TWIN[name]) if isinstance(node, ast.Name) else ast.Attribute(node.value, _TWIN[name])


def _is_type(node: ast.BinOp) -> bool:
    """Whether it is `Medlem | None`, `A | B`: an alternative of types."""
    sides = (node.left, node.right)
    return isinstance(node.op, ast.BitOr) and any(
        _is_constant(side, None) or (isinstance(side, ast.Name) and side.id[0].isupper()) for side in sides
    )


def _other_constant(value: object) -> Iterator[ast.expr]:
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
    elif isinstance(value, str) and not any(sign.isspace() for sign in value.strip()):
        yield ast.Constant(f"{value}X")
