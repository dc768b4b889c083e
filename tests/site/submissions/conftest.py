"""A commune's form, filled in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tongket.site.people.rights import Actor
from tongket.site.rounds.models import Submission
from tongket.site.rounds.places import ValuePlace
from tongket.site.submissions.models import Value
from tongket.site.submissions.services.filling import Saved, Typed, save_values

Fill = Callable[..., list[Saved]]


@pytest.fixture
def fill(clerk, submission: Submission, acting: Callable[..., Actor]) -> Fill:
    """Type values by indicator: ``fill(**{'QT-01': '12'})``; each against the version that stands."""

    def typed(**values: str) -> list[Saved]:
        versions = dict(Value.objects.filter(submission=submission).values_list("indicator", "version"))
        cells = [Typed(ValuePlace(code, "", "area"), text, versions.get(code, 0)) for code, text in values.items()]
        return save_values(acting(clerk), submission, cells)

    return typed


@pytest.fixture
def sent(clerk, submission: Submission, acting, fill) -> Submission:
    """A commune's report that was sent."""
    from tongket.site.submissions.services.sending import send

    fill(**{"QT-01": "12", "QT-02": "9", "QT-03": "21"})
    send(acting(clerk), submission, 1)
    submission.refresh_from_db()
    return submission
