"""What is refused because of something typed or chosen."""

from __future__ import annotations

from tongket.errors import TongketError


class RefusedError(TongketError):
    """A refusal that belongs to one field of a form; ``field`` is its name, "" the form as a whole."""

    def __init__(self, what: str, mend: str, *, field: str = "", where: str = "", **facts: object) -> None:
        self.field = field
        super().__init__(what, mend, where=where, **facts)
