"""What is refused in the work with rounds, in words for the page."""

from __future__ import annotations

from tongket.errors import TongketError


class RoundError(TongketError):
    """A round that cannot be made or changed so; ``where`` is "" or what was typed, ``field`` the field at fault."""

    def __init__(self, what: str, mend: str, *, field: str = "", where: str = "", **facts: object) -> None:
        self.field = field
        super().__init__(what, mend, where=where, **facts)


class StaleRoundError(RoundError):
    """Somebody else changed the round since the page was loaded: nothing was overwritten."""
