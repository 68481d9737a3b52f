"""Measures ehelse beside its peers on the same documents, in one run; what counts is the ratios.

    make bench                                        the usual sizes
    python -m benchmarks.run --peers-up-to 10000      the peers at 10 000 cases too: a quarter of an hour

Every figure is the median of at least five runs that take turns, after one that is not counted (it compiles, and fills
the disk cache). The peers read the same documents as plain YAML files; that there are as many of them, and that nobody
finds anything wrong, is asserted. Writes benchmarks/out/result.json, and a table to the terminal.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.generate import write, write_pack

HERE = Path(__file__).parent
ROOT = HERE.parent
OURS = ROOT / ".venv" / "bin"
PEERS = ROOT / ".bench-venv" / "bin"
# Cases in the pack that is made.
_PACK = 20
# The draft in data/, which is held against the mandate in force.
_DRAFT = "nuit@2027-07-01-utkast"
# What the system counts the most memory of a process in: bytes on macOS, KiB elsewhere.
_MIB = 2**20 if sys.platform == "darwin" else 2**10
RUNS = "counted runs of each command; at least five"
# The surroundings of every run: bytecode may be written and is then there; nothing is coloured.
ENVIRONMENT = {"HOME": "/nonexistent", "LANG": "C.UTF-8", "PATH": os.defpath, "TERM": "dumb"}


class BenchmarkError(Exception):
    """A run that does not measure what it should."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What one run cost: seconds on the clock, and MiB at the most."""

    seconds: float
    mib: float


@dataclass(frozen=True, slots=True)
class Figure:
    """The medians of a command's runs."""

    seconds: float
    mib: float
    runs: int


@dataclass(frozen=True, slots=True)
class Target:
    """A promise, what was measured, and in which direction better lies."""

    what: str
    promised: float
    measured: float
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Whether the promise holds."""
        return self.measured >= self.promised if self.at_least else self.measured <= self.promised


@dataclass(frozen=True, slots=True)
class Command:
    """A program to measure, run in a folder."""

    arguments: Sequence[str | Path]
    folder: Path


def main() -> None:
    """Generate, measure, report; exit 1 if a target is not met."""
    options = arguments()
    with tempfile.TemporaryDirectory() as room:
        figures = measure_all(Path(room), options.sizes, options.runs, options.peers_up_to)
    targets = list(judge(figures))
    save("result", figures, targets)
    print("\n".join(table(figures, targets)))
    sys.exit(0 if all(target.met for target in targets) else 1)


def arguments() -> argparse.Namespace:
    """The options of the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 10000], help="cases")
    parser.add_argument("--runs", type=counted, default=5, help=RUNS)
    parser.add_argument("--peers-up-to", type=int, default=1000, help="the largest size that the peers are measured at")
    return parser.parse_args()


def counted(told: str) -> int:
    """How many runs of each command count.

    Raises:
        ValueError, argparse.ArgumentTypeError: if it is no number, or too few.
    """
    if int(told) < 5:
        raise argparse.ArgumentTypeError("a median of fewer than five runs says nothing")
    return int(told)


def measure_all(room: Path, sizes: Iterable[int], runs: int, peers_up_to: int) -> dict[str, Figure]:
    """Every figure, by «command size»."""
    start = {
        "ehelse --help": Command([OURS / "ehelse", "--help"], room),
        "hello --help": Command([OURS / "python", HERE / "hello.py", "--help"], room),
        "ehelse mandat diff": Command([OURS / "ehelse", "mandat", "diff", _DRAFT, "--rot", ROOT], room),
        "hello": Command([OURS / "python", HERE / "hello.py", "deg"], room),
    }
    figures = side_by_side(start, 4 * runs) | side_by_side(packs(room), runs)
    for size in sizes:
        folder = room / str(size)
        documents = write(size, folder)
        commands = {f"ehelse {size}": Command([OURS / "ehelse", "valider", "--rot", folder], folder)}
        if size <= peers_up_to:
            commands |= peers(folder, documents, size)
        figures |= side_by_side(commands, runs)
    return figures


def packs(room: Path) -> dict[str, Command]:
    """The pack of a meeting with twenty cases, as a page and as PDF, beside the smallest program."""
    folder = room / "pack"
    meeting = write_pack(_PACK, folder)
    made = ("ehelse", "lag", "moetepakke", meeting, "--rot", folder, "--ut")
    return {
        f"ehelse lag {form}": Command([OURS / made[0], *made[1:], folder / f"pakke.{form}", "--format", form], folder)
        for form in ("html", "pdf")
    } | {"hello, beside": Command([OURS / "python", HERE / "hello.py", "deg"], room)}


def peers(folder: Path, documents: int, size: int) -> dict[str, Command]:
    """The peers' commands, on the same documents as plain YAML."""
    files = as_yaml(folder)
    if len(files) != documents:
        raise BenchmarkError(f"{documents} documents, but {len(files)} for the peers")
    schema = HERE / "documents.schema.json"
    plain = folder / "yaml"
    return {
        f"yamllint {size}": Command([PEERS / "yamllint", "--strict", "-c", HERE / "yamllint.yaml", *files], plain),
        f"check-jsonschema {size}": Command([PEERS / "check-jsonschema", "--schemafile", schema, *files], plain),
    }


def as_yaml(folder: Path) -> list[Path]:
    """Copies every document to ``folder``/yaml, of a Markdown file its head; their paths there."""
    data = folder / "data"
    paths = []
    for source in sorted(path for path in data.rglob("*") if path.is_file()):
        text = source.read_text(encoding="utf-8")
        path = source.relative_to(data).with_suffix(".yaml")
        target = folder / "yaml" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text.split("---\n", 2)[1] if source.suffix == ".md" else text, encoding="utf-8")
        paths.append(path)
    return paths


def side_by_side(commands: Mapping[str, Command], runs: int) -> dict[str, Figure]:
    """The commands take turns, so that what disturbs one disturbs all."""
    samples: dict[str, list[Sample]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            sample = run(command)
            if number:
                samples[name].append(sample)
    return {name: median(taken) for name, taken in samples.items()}


def run(command: Command, environment: Mapping[str, str] = ENVIRONMENT) -> Sample:
    """One run, which must succeed."""
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        child = subprocess.Popen(command.arguments, cwd=command.folder, env=environment, stdout=output, stderr=output)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            output.seek(0)
            said = output.read(2000).decode(errors="replace")
            raise BenchmarkError(f"{[str(part) for part in command.arguments[:4]]}: exit {child.returncode}\n{said}")
    return Sample(seconds, usage.ru_maxrss / _MIB)


def median(samples: Sequence[Sample]) -> Figure:
    """Time and memory each by itself."""
    return Figure(
        seconds=statistics.median(sample.seconds for sample in samples),
        mib=statistics.median(sample.mib for sample in samples),
        runs=len(samples),
    )


def judge(figures: Mapping[str, Figure]) -> Iterator[Target]:
    """The targets, as far as their sizes were measured."""

    def ratio(slow: str, fast: str) -> float:
        return figures[slow].seconds / figures[fast].seconds

    yield Target("start-up beside hello typer", 1.3, ratio("ehelse --help", "hello --help"))
    yield Target("mandat diff beside hello typer", 3, ratio("ehelse mandat diff", "hello"))
    yield Target(f"pack of {_PACK} cases, html, beside hello typer", 5, ratio("ehelse lag html", "hello, beside"))
    yield Target(f"pack of {_PACK} cases, pdf, beside hello typer", 25, ratio("ehelse lag pdf", "hello, beside"))
    for size, times in (1000, (8, 2.5)), (10000, (12, 3)):
        for peer, promised in zip(("yamllint", "check-jsonschema"), times, strict=True):
            if f"{peer} {size}" in figures:
                what = f"faster than {peer}, {size} cases"
                yield Target(what, promised, ratio(f"{peer} {size}", f"ehelse {size}"), at_least=True)
    if {"ehelse 1000", "ehelse 10000"} <= figures.keys():
        yield Target("10 000 cases beside 1 000", 11, ratio("ehelse 10000", "ehelse 1000"))
    if "ehelse 10000" in figures:
        yield Target("MiB, 10 000 cases", 500, figures["ehelse 10000"].mib)


def save(name: str, figures: Mapping[str, Figure], targets: Sequence[Target]) -> None:
    """Everything, for a program to read: benchmarks/out/``name``.json."""
    out = HERE / "out"
    out.mkdir(exist_ok=True)
    result = {
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "figures": {name: asdict(figure) for name, figure in figures.items()},
        "targets": [asdict(target) | {"met": target.met} for target in targets],
    }
    (out / f"{name}.json").write_text(json.dumps(result, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def table(figures: Mapping[str, Figure], targets: Sequence[Target]) -> Iterator[str]:
    """The same as Markdown, for a person."""
    yield "| target | promised | measured | |"
    yield "|---|--:|--:|---|"
    for target in targets:
        sign = "≥" if target.at_least else "≤"
        verdict = "met" if target.met else "**not met**"
        yield f"| {target.what} | {sign} {target.promised:g} | {target.measured:.2f} | {verdict} |"
    yield ""
    yield "| command, cases | ms | MiB | runs |"
    yield "|---|--:|--:|--:|"
    for name, figure in figures.items():
        yield f"| {name} | {figure.seconds * 1000:.0f} | {figure.mib:.0f} | {figure.runs} |"


if __name__ == "__main__":
    main()
