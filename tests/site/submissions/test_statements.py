"""How many statements the two requests of a body take that fills in its form and sends it: the rate rests on them."""

from __future__ import annotations

import json

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tongket.site.rounds.models import Submission

KEPT = ("SAVEPOINT", "RELEASE")  # of the test's own transaction


def statements(context: CaptureQueriesContext) -> int:
    """How many there were without those that stand for BEGIN and COMMIT here."""
    return sum(1 for one in context.captured_queries if not one["sql"].startswith(KEPT))


def test_a_saving_and_a_sending_take_few_statements(clerk, submission, signed_in) -> None:
    page = f"/submissions/{submission.pk}"
    cells = [{"place": f"value:QT-0{number}/@area", "text": str(number), "version": 0} for number in (1, 2, 4)]
    client = signed_in(clerk)
    client.get(page + "/")  # that the session was seen is written once

    with CaptureQueriesContext(connection) as saving:
        saved = client.post(f"{page}/values", json.dumps({"cells": cells}), content_type="application/json")
    with CaptureQueriesContext(connection) as sending:
        sent = client.post(f"{page}/send", {"edition": "1"})

    assert (saved.status_code, sent.status_code) == (200, 302)
    assert Submission.objects.get(pk=submission.pk).state == "sent"
    assert statements(saving) <= 14  # two of them begin the record of this report
    assert statements(sending) <= 16


def test_cells_that_go_with_the_sending_take_hardly_more_than_a_saving(clerk, submission, signed_in) -> None:
    page = f"/submissions/{submission.pk}"
    cells = [{"place": f"value:QT-0{number}/@area", "text": str(number), "version": 0} for number in (1, 2, 4)]
    client = signed_in(clerk)
    client.get(page + "/")

    with CaptureQueriesContext(connection) as sending:
        sent = client.post(f"{page}/send", json.dumps({"edition": 1, "cells": cells}), content_type="application/json")

    assert sent.status_code == 200
    assert Submission.objects.get(pk=submission.pk).state == "sent"
    assert statements(sending) <= (13 if connection.vendor == "postgresql" else 19)
