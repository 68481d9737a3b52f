"""What day it is."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

#: Seconds since 1970, until the year 5138.
_DIGITS = 11


def today() -> date:
    """The one place where the clock is read; a build that is to be repeated sets it (reproducible-builds.org)."""
    from ehelse_cli.core.kalender import oslo_dag

    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given.isascii() and given.isdigit() and len(given) <= _DIGITS:
        return oslo_dag(datetime.fromtimestamp(int(given), UTC))
    return oslo_dag(datetime.now(UTC))
