"""What is refused in the work with rounds, in words for the page."""

from __future__ import annotations

from tongket.site.interface.refused import RefusedError


class RoundError(RefusedError):
    """A round that cannot be made or changed so; ``where`` is "" or what was typed, ``field`` the field at fault."""


class StaleRoundError(RoundError):
    """Somebody else changed the round since the page was loaded: nothing was overwritten."""
