"""docs/format.md is the truth about the files: it is read as it stands, and it leaves no key out."""

import re
from pathlib import Path

import pytest
from pydantic import BaseModel

from ehelse_cli.cli.all_rules import ALL_RULES
from ehelse_cli.core import aarshjul as aarshjul_
from ehelse_cli.core import forum, moete, sak, skjerming, vedlegg, virksomhet
from ehelse_cli.core.mandat import arbeid, mandat, regel
from ehelse_cli.core.mandat import sammensetning as sammensetning_
from ehelse_cli.load.dataset import Loaded, load
from ehelse_cli.load.kinds import KINDS
from ehelse_cli.load.tree import DiskTree
from ehelse_cli.rules.engine import judge
from tests.docs.blocks import named_blocks

PAGE = Path(__file__).parents[2] / "docs" / "format.md"
MODULES = (forum, moete, sak, skjerming, vedlegg, virksomhet, aarshjul_, arbeid, mandat, regel, sammensetning_)


def all_models() -> list[type[BaseModel]]:
    """Every model that stands for something people write."""
    return [
        thing
        for module in MODULES
        for name, thing in vars(module).items()
        if isinstance(thing, type)
        and issubclass(thing, BaseModel)
        and thing.__module__ == module.__name__
        and not name.startswith("_")
        and name not in ("Regeltekst", "Styrke")
    ]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    """The page's own little tree, read from disk."""
    root = tmp_path_factory.mktemp("format")
    for path, text in named_blocks(PAGE).items():
        file = root / "data" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return load(DiskTree(root))


def test_every_kind_of_file_has_an_example() -> None:
    shown = "\n".join(named_blocks(PAGE))
    kinds = {kind.name for kind in KINDS}
    assert kinds == {kind.name for kind in KINDS if any(kind.pattern.fullmatch(path) for path in shown.splitlines())}


def test_the_page_reads_as_it_stands(example: Loaded) -> None:
    assert example.findings == ()
    assert example.dataset.forum["proeveraadet"].medlemmer[0].navn == "Kari Moen"


def test_the_page_breaks_no_rule(example: Loaded) -> None:
    dag = example.dataset.datasett.dag
    assert dag is not None
    outcome = judge(example.findings, example.dataset, dag, ALL_RULES)
    assert [finding.message for finding in outcome.findings] == []
    assert outcome.crashes == ()


@pytest.mark.parametrize("model", all_models(), ids=lambda model: model.__name__)
def test_every_key_is_named(model: type[BaseModel]) -> None:
    text = PAGE.read_text(encoding="utf-8")
    keys = [str(field.validation_alias or name) for name, field in model.model_fields.items()]
    missing = [key for key in keys if not key.startswith(" ") and not re.search(rf"\b{key}\b", text)]
    assert missing == []
