"""Why the system refuses, told in Norwegian, and as the system tells it where we have no words."""

from __future__ import annotations

import errno
import os

import pytest

from ehelse_cli.core.refused import why_not_read, why_not_served, why_not_written


def _problem(number: int) -> OSError:
    return OSError(number, os.strerror(number))


@pytest.mark.parametrize(
    ("number", "read", "written"),
    [
        (errno.ENOENT, "filen finnes ikke", "mappen finnes ikke"),
        (errno.EACCES, "du har ikke lov til å lese den", "du har ikke lov til å skrive der"),
        (errno.EISDIR, "det er en mappe", os.strerror(errno.EISDIR)),
        (errno.ENOSPC, "disken er full", "disken er full"),
        (errno.ENOTCONN, os.strerror(errno.ENOTCONN), os.strerror(errno.ENOTCONN)),
    ],
)
def test_a_refusal_says_what_was_to_be_done(number: int, read: str, written: str) -> None:
    assert (why_not_read(_problem(number)), why_not_written(_problem(number))) == (read, written)


def test_a_port_that_is_taken_is_in_use() -> None:
    assert why_not_served(_problem(errno.EADDRINUSE)) == "den er i bruk"


def test_without_a_number_there_are_its_own_words() -> None:
    assert why_not_read(OSError("whatever")) == "whatever"
