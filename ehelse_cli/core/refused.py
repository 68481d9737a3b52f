"""What the system says in English when it refuses, in Norwegian where we know it."""

from __future__ import annotations

import errno

_ALWAYS = {
    errno.EDQUOT: "kvoten er brukt opp",
    errno.EIO: "disken svarer ikke som den skal",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.ENOSPC: "disken er full",
    errno.ENOTDIR: "en del av stien er ikke en mappe",
    errno.EROFS: "disken kan bare leses",
}
_READING = {
    **_ALWAYS,
    errno.EACCES: "du har ikke lov til å lese den",
    errno.EISDIR: "det er en mappe",
    errno.ENOENT: "filen finnes ikke",
    errno.EPERM: "du har ikke lov til å lese den",
}
_WRITING = {
    **_ALWAYS,
    errno.EACCES: "du har ikke lov til å skrive der",
    errno.EBUSY: "mappen er i bruk eller er et monteringspunkt; velg en mappe inni den",
    errno.EEXIST: "filen finnes fra før",
    errno.ENOENT: "mappen finnes ikke",
    errno.EPERM: "du har ikke lov til å skrive der",
}
_SERVING = {errno.EACCES: "du har ikke lov til å bruke den", errno.EADDRINUSE: "den er i bruk"}


def why_not_read(problem: OSError) -> str:
    """Why a file cannot be read."""
    return _said(problem, _READING)


def why_not_written(problem: OSError) -> str:
    """Why something cannot be written where it was to be."""
    return _said(problem, _WRITING)


def why_not_served(problem: OSError) -> str:
    """Why a port cannot be had."""
    return _said(problem, _SERVING)


def _said(problem: OSError, known: dict[int, str]) -> str:
    return known.get(problem.errno or 0) or problem.strerror or str(problem)
