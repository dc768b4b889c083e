"""What is refused about bodies, users and their rights."""

from __future__ import annotations

from tongket.errors import TongketError


class PeopleError(TongketError):
    """A refusal that belongs to one field of a form; ``field`` is its name, "" the form as a whole."""

    def __init__(self, what: str, mend: str, *, field: str = "", **facts: object) -> None:
        self.field = field
        super().__init__(what, mend, **facts)
