"""Measures `ehelse publiser` beside Hugo and MkDocs, which make the same pages of Markdown, in one run.

    python -m benchmarks.publisering                  1 000 cases; and what 10 000 take of memory

The peers are given every page that ehelse writes with `--format md`, and lay the frame of our own pages around it; what
else is on our site (calendars, feeds, open data) they are let off. That there are as many pages is asserted. Every site
is made from nothing, but for the one that is unchanged. Without the search, which is one program for all, and without
the papers as PDF. Writes benchmarks/out/publisering.json, and a table to the terminal.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from benchmarks.generate import write
from benchmarks.run import (
    ENVIRONMENT,
    OURS,
    PEERS,
    RUNS,
    BenchmarkError,
    Command,
    Figure,
    Sample,
    Target,
    counted,
    median,
    run,
    save,
    table,
)

SIZE, LARGE = 1000, 10_000
UNCHANGED = "ehelse, unchanged"
_PAUSE = 0.05  # seconds between two looks at the memory

HUGO = 'baseURL = "https://example.org/"\ndisableKinds = ["404", "RSS", "sitemap", "taxonomy", "term"]\n'
MKDOCS = """\
site_name: Råd og utvalg
theme: {name: null, custom_dir: theme}
plugins: []
markdown_extensions: [tables]
validation:
  links: {absolute_links: ignore, anchors: ignore, not_found: ignore, unrecognized_links: ignore}
  nav: {omitted_files: ignore}
"""


def main() -> None:
    """Generate, measure, report; exit 1 if a target is not met."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=counted, default=7, help=RUNS)
    parser.add_argument(
        "--large", type=int, default=LARGE, help="cases of the tree whose memory is measured; 0 for none"
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as room:
        figures = measure(Path(room), options.runs)
        largest = memory(Path(room) / "large", options.large) if options.large else None
    targets = list(judge(figures, largest))
    save("publisering", figures, targets)
    print("\n".join(table(figures, targets)))
    sys.exit(0 if all(target.met for target in targets) else 1)


def measure(room: Path, runs: int) -> dict[str, Figure]:
    """Each site from nothing, and ours unchanged; they take turns, after one round that is not counted.

    Each is made in a folder of its own, and none is taken away before the end: for a minute after files are taken away,
    some disks are slow in making others. What the one before left for the disk to do, is done before the next begins:
    ours alone waits for the disk, and shall wait for what it wrote itself.
    """
    write(SIZE, room / "tree")
    number = peers(room, room / "tree")
    makers = {"ehelse, from nothing": ours, UNCHANGED: ours, "hugo": hugo, "mkdocs": mkdocs}
    samples: dict[str, list[Sample]] = {name: [] for name in makers}
    for nr in range(runs + 1):
        for name, maker in makers.items():
            site = room / "sites" / f"{name} {'' if name == UNCHANGED else nr}"
            os.sync()
            sample = run(maker(room, site), surroundings(room))
            if pages_in(site, "index.html") != number:
                raise BenchmarkError(f"{name}: {pages_in(site, 'index.html')} pages, not {number}")
            if nr:
                samples[name].append(sample)
    return {name: median(taken) for name, taken in samples.items()}


def ours(room: Path, site: Path, *options: str) -> Command:
    """The command that is measured."""
    without = options or ("--uten-soek", "--uten-papirer")
    return Command([OURS / "ehelse", "publiser", "--rot", room / "tree", "--ut", site, *without], room)


def surroundings(room: Path) -> Mapping[str, str]:
    """As of every run, with a place to keep what is remembered from one to the next."""
    return {**ENVIRONMENT, "XDG_CACHE_HOME": str(room / "cache")}


def hugo(room: Path, site: Path) -> Command:
    """The program itself: what its package puts on the path starts it from Python."""
    program = next((PEERS.parent / "lib").glob("python*/site-packages/hugo/binaries/hugo*"))
    return Command([program, "--quiet", "-s", room / "for-hugo", "-d", site], room)


def mkdocs(room: Path, site: Path) -> Command:
    """MkDocs as it is usually run."""
    return Command([PEERS / "mkdocs", "build", "--quiet", "-f", room / "for-mkdocs" / "mkdocs.yml", "-d", site], room)


def pages_in(folder: Path, name: str) -> int:
    """How many pages there are."""
    return sum(1 for _ in folder.rglob(name))


# ── the same pages for the peers ─────────────────────────────────────────────────────────────────────────────────────


def peers(room: Path, tree: Path) -> int:
    """What each of them makes its site of; how many pages that is."""
    for site, options in (("one", ("--uten-soek", "--uten-papirer")), ("markdown", ("--format", "md"))):
        run(Command([OURS / "ehelse", "publiser", "--rot", tree, "--ut", room / site, *options], room))
    frame = framed((room / "one/kriterier/index.html").read_text(encoding="utf-8"))
    texts = sorted((room / "markdown").rglob("index.md"))
    for text in texts:
        page = text.relative_to(room / "markdown")
        put(room / "for-mkdocs/docs" / page, with_root(text, page))
        below = any(path.is_dir() for path in text.parent.iterdir())
        put(room / "for-hugo/content" / (page.with_name("_index.md") if below else page), with_root(text, page))
    for kind in ("index", "_default/single", "_default/list"):
        put(
            room / f"for-hugo/layouts/{kind}.html",
            frame.format(title="{{ .Title }}", root="{{ .Params.rot }}", main="{{ .Content }}"),
        )
    put(room / "for-hugo/hugo.toml", HUGO)
    put(
        room / "for-mkdocs/theme/main.html",
        frame.format(title="{{ page.title }}", root="{{ page.meta.rot }}", main="{{ page.content }}"),
    )
    put(room / "for-mkdocs/mkdocs.yml", MKDOCS)
    return len(texts)


def put(path: Path, text: str) -> None:
    """Write a file, and the folders around it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def with_root(text: Path, page: Path) -> str:
    """The page, with the way to the root of the site in its head."""
    return text.read_text(encoding="utf-8").replace("---\n", f'---\nrot: "{"../" * (len(page.parts) - 1)}"\n', 1)


def framed(html: str) -> str:
    """The frame of one of our pages, one folder down, with places for the title, the way to the root and the text."""
    html = html.replace("{", "{{").replace("}", "}}")
    html = re.sub(r"(?s)<nav class=\"smuler.*?</nav>\n", "", html)
    html = re.sub(r"(?s)(<main[^>]*>).*(</main>)", r"\1{main}\2", html)
    return re.sub(r"<title>.*?</title>", "<title>{title}</title>", html).replace('"../', '"{root}')


# ── memory ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def memory(room: Path, size: int) -> float:
    """The most that all processes of one run take together, in MiB: what they share is counted once."""
    write(size, room / "tree")
    command = ours(room, room / "site")
    child = subprocess.Popen(
        command.arguments, cwd=room, env=surroundings(room), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    most = 0
    while child.poll() is None:
        most = max(most, sum(map(proportional, family(child.pid))))
        time.sleep(_PAUSE)
    if child.returncode:
        raise BenchmarkError(f"{size} cases: exit {child.returncode}")
    if not most:
        raise BenchmarkError("this system does not tell what its processes share: --large 0")
    return most / 1024


def family(process: int) -> Iterator[int]:
    """The process and those that it has started."""
    yield process
    with suppress(OSError):
        for one in Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split():
            yield from family(int(one))


def proportional(process: int) -> int:
    """Its share of the memory, in KiB."""
    with suppress(OSError):
        told = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
        return next(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:"))
    return 0


# ── the verdict ──────────────────────────────────────────────────────────────────────────────────────────────────────


def judge(figures: Mapping[str, Figure], largest: float | None) -> Iterator[Target]:
    """What was promised beside what was measured."""
    new = figures["ehelse, from nothing"].seconds
    yield Target(f"{SIZE} cases from nothing, beside hugo", 1.5, new / figures["hugo"].seconds)
    yield Target(f"{SIZE} cases from nothing, faster than mkdocs", 4, figures["mkdocs"].seconds / new, at_least=True)
    yield Target("unchanged, beside from nothing", 0.1, figures[UNCHANGED].seconds / new)
    if largest is not None:
        yield Target("MiB of all processes together, the large tree", 500, largest)


if __name__ == "__main__":
    main()
