"""What is refused about bodies, users and their rights."""

from __future__ import annotations

from tongket.site.interface.refused import RefusedError


class PeopleError(RefusedError):
    """A refusal that belongs to one field of a form; ``field`` is its name, "" the form as a whole."""
