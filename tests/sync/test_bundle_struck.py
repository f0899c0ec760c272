"""A parcel of what a laptop that was shut out keeps is damaged with an organizer, who alone has it: the others stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from sync_region import Region, add_member, me

from learningcircles.errors import NotAllowed
from learningcircles.laptop import rights
from learningcircles.storage.letting_go import LettingGo


@pytest.mark.parametrize("column", ["signature", "payload"])
def test_what_lies_behind_a_damaged_parcel_can_still_be_taken_in(tmp_path: Path, column: str) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    for number in range(3):
        add_member(amina, f"Paper {number}")
        amina.write_bundle(tmp_path / "old")
    rights.revoke(pilar.circle, me(amina))
    pilar.share()
    with pytest.raises(NotAllowed):
        amina.share()
    amina.write_bundle(tmp_path / "kept")
    pilar.read_bundle(tmp_path / "kept")
    database, number = pilar.circle.connection, pilar.circle.journal.numbers.of(me(amina))
    sql = f"SELECT seq, {column} FROM segment WHERE device=? AND space=1 ORDER BY seq DESC LIMIT 3"
    seq, held = database.execute(sql, (number,)).fetchall()[-1]
    with pilar.circle.transaction():
        database.execute(
            f"UPDATE segment SET {column}=? WHERE device=? AND space=1 AND seq=?",
            (bytes([held[0] ^ 1]) + held[1:], number, seq),
        )
    LettingGo(pilar.circle).let_go()
    pilar.share()
    (bundle,) = pilar.verbs.rescue.bundles()
    assert bundle.actions == 2, "two of the three parcels are sound, and are nowhere else"
