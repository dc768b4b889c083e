"""What is refused in the work with documents, in words for the page."""

from __future__ import annotations

from tongket.errors import TongketError


class DocumentError(TongketError):
    """A document that cannot be registered or changed so; ``field`` is the field at fault."""

    def __init__(self, what: str, mend: str, *, field: str = "", where: str = "", **facts: object) -> None:
        self.field = field
        super().__init__(what, mend, where=where, **facts)
