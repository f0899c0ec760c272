"""A laptop without any network interface, not even the loopback one."""

from __future__ import annotations

import pytest

from learningcircles.errors import Refused
from learningcircles_sync.entering import Looking
from learningcircles_sync.lan import find, finding


@pytest.mark.parametrize("trouble", [OSError("down"), RuntimeError("No interfaces to listen on, check that any ...")])
def test_without_an_interface_there_is_no_network(trouble: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(**_: object) -> None:
        raise trouble

    monkeypatch.setattr(find, "Zeroconf", none)
    for begin in (
        lambda: finding.by_multicast("x", 1, {}, lambda *_: None),
        lambda: finding.only_listening(lambda *_: None),
        lambda: list(Looking().addresses()),
    ):
        with pytest.raises(Refused, match="on no network"):
            begin()
