"""What is refused in the work with submissions, in words for the page."""

from __future__ import annotations

from tongket.errors import TongketError
from tongket.messages import N_
from tongket.model.consolidations import LeftOut


class SubmissionError(TongketError):
    """A change of a submission that cannot be made: what, and how to go on."""


class FieldError(SubmissionError):
    """Something typed into ``field`` of a form, or chosen there, that cannot be right."""

    def __init__(self, field: str, what: str, mend: str, **facts: object) -> None:
        self.field = field
        super().__init__(what, mend, **facts)


class StaleError(SubmissionError):
    """Somebody else changed it since the page was loaded: nothing was overwritten."""


def answers_another(left_out: LeftOut, mend: str, name: str) -> SubmissionError:
    """What is said of a report that the round did not ask for, kept so that each reader has it in their language."""
    told = left_out.told
    if told:
        return SubmissionError(told.message, mend, where=name, **dict(told.facts))
    reason = left_out.reason.removeprefix(f"{name}: ")
    return SubmissionError(N_("it does not answer this round: {reason}"), mend, where=name, reason=reason)
