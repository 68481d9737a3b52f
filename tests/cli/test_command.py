"""What a line costs before its command begins, and that a word comes through as it was typed."""

from pathlib import Path
from types import SimpleNamespace
from typing import Annotated

import pytest
import typer

from ehelse_cli.cli.command import as_typed
from tests.cli.running import program

#: A site that stands, by a line that only the parser can read: nothing is to be made.
_STANDS = """
import sys
from ehelse_cli.cli import unchanged
from ehelse_cli.cli.app import main
unchanged.is_left_alone = lambda *_: True
print(main(["publiser", "--ut=x"]), "pydantic" in sys.modules)
"""


def test_a_word_is_a_word_without_pydantic(good: Path) -> None:
    assert program(cwd=good, code=_STANDS).stdout.split() == [b"0", b"False"]


@pytest.mark.parametrize("word", ["nehr", " ", "æ\u0301", "1", "null", "\udcff", "a=b", ""])
def test_every_word_comes_through_as_it_was_typed(word: str) -> None:
    seen: list[tuple[str, str | None, str | None]] = []
    app = typer.Typer()

    @app.command()
    def one(
        given: str,
        said: Annotated[str | None, typer.Option("--said")] = None,
        unsaid: Annotated[str | None, typer.Option("--unsaid")] = None,
    ) -> None:
        seen.append((given, said, unsaid))

    as_typed(typer.main.get_command(app)).main([word, "--said", word], standalone_mode=False)
    assert seen == [(word, word, None)]


def test_what_tells_of_its_types_in_another_way_is_left_alone() -> None:
    param = SimpleNamespace(nargs=1)
    assert as_typed(SimpleNamespace(params=[param])).params == [param]
    assert not hasattr(param, "get_runtime_param")
