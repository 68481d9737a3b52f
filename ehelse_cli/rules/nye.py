"""Which findings are new: those that the other side does not have."""

from collections import Counter
from collections.abc import Iterable

from ehelse_cli.core.finding import Finding


def new_findings(findings: Iterable[Finding], earlier: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings whose fingerprint is not on the other side; of equal ones the last, as many as are too many."""
    known = Counter(finding.fingerprint for finding in earlier)
    new = []
    for finding in findings:
        if known[finding.fingerprint] > 0:
            known[finding.fingerprint] -= 1
        else:
            new.append(finding)
    return tuple(new)
