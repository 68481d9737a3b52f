"""Runs jobs in copies of this process, a few at once: a job may crash, hang or spoil whatever it likes."""

from __future__ import annotations

import gc
import os
import resource
from collections.abc import Callable, Iterable, Iterator
from typing import NoReturn, TypeVar

Job = TypeVar("Job")

#: What a copy ends with when its work itself went wrong.
BROKEN = 70

_MEMORY = 2 << 30


def run_apart(jobs: Iterable[Job], work: Callable[[Job], int], at_once: int, seconds: int) -> Iterator[tuple[Job, int]]:
    """Each job with what its work returned (0–255), as they end; negative when the copy was stopped: minus the signal.

    A copy that has used more than `seconds` of the processor, or very much memory, is stopped.
    """
    gc.collect()
    gc.freeze()
    running: dict[int, Job] = {}
    for job in jobs:
        if len(running) == at_once:
            yield _ended(running)
        if (pid := os.fork()) == 0:
            _in_the_copy(job, work, seconds)
        running[pid] = job
    while running:
        yield _ended(running)
    gc.unfreeze()


def _ended(running: dict[int, Job]) -> tuple[Job, int]:
    pid, status = os.wait()
    return running.pop(pid), os.waitstatus_to_exitcode(status)


def _in_the_copy(job: Job, work: Callable[[Job], int], seconds: int) -> NoReturn:
    code = BROKEN
    try:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        code = work(job)
    finally:
        os._exit(code)
