from __future__ import annotations

from ehelse_cli.core.place import Location


def test_a_location_prints_as_editors_read_it() -> None:
    assert str(Location("data/forum/nehr.yaml", 3, 7, 3, 9)) == "data/forum/nehr.yaml:3:7"
