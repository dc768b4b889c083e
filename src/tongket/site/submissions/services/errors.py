"""What is refused in the work with submissions, in words for the page."""

from __future__ import annotations

from tongket.errors import TongketError


class SubmissionError(TongketError):
    """A change of a submission that cannot be made: what, and how to go on."""


class StaleError(SubmissionError):
    """Somebody else changed it since the page was loaded: nothing was overwritten."""
