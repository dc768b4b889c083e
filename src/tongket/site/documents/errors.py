"""What is refused in the work with documents, in words for the page."""

from __future__ import annotations

from tongket.site.interface.refused import RefusedError


class DocumentError(RefusedError):
    """A document that cannot be registered or changed so; ``field`` is the field at fault."""
