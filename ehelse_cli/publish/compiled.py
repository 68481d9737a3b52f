"""How the site's templates become Python: without what only a stranger's templates have use for, and kept compiled.

Everything that is printed is escaped, as in any page of Jinja; what is Markup is HTML already.
"""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from pickle import UnpicklingError

import markupsafe
from jinja2 import BytecodeCache, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from markupsafe import Markup


def escape(value: object) -> str:
    """The value as HTML, just as markupsafe has it; a plain text with nothing to escape is not made Markup."""
    if type(value) is str and not ("&" in value or "<" in value or ">" in value or '"' in value or "'" in value):
        return value
    return value if type(value) is Markup else markupsafe.escape(value)


class Generator(CodeGenerator):
    """Writes attributes and calls as Python has them: what is not there is an error, nobody asks for the context."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 (Jinja names it)
        """The whole, with our `escape` in place of Jinja's."""
        super().visit_Template(node, frame)
        self.writeline(f"from {__name__} import {escape.__name__}")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """`sak.tittel`."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802, FBT001, FBT002
        """`deler.punkter(liste, maalform=mf)`."""
        if node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """What a macro gives is Markup when it comes from the function itself."""
        super().return_buffer_contents(frame)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """`punkt`: one that takes what it is given, in order, is the function itself."""
        more = macro_ref.accesses_caller or macro_ref.accesses_kwargs or macro_ref.accesses_varargs
        if more or macro_ref.node.defaults:
            super().macro_def(macro_ref, frame)
        else:
            self.write("macro")


class Compiled(BytecodeCache):
    """Keeps the templates compiled where Python keeps its own modules compiled, if that may be written to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get_source_checksum(self, source: str) -> str:
        """Of the template, and of what compiles it."""
        return f"{super().get_source_checksum(source)}{_ours()}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept, if it is of the same text."""
        with suppress(OSError, EOFError, UnpicklingError):
            bucket.bytecode_from_string(self._file(bucket).read_bytes())

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it, whole or not at all."""
        if sys.dont_write_bytecode:
            return
        file = self._file(bucket)
        with suppress(OSError):
            file.parent.mkdir(exist_ok=True)
            new = file.with_name(f"{file.name}.{os.getpid()}")
            new.write_bytes(bucket.bytecode_to_string())
            new.replace(file)

    def _file(self, bucket: Bucket) -> Path:
        return self.folder / f"{bucket.key}.{sys.implementation.cache_tag}"


@cache
def _ours() -> str:
    return hashlib.sha256(Path(__file__).read_bytes()).hexdigest()
