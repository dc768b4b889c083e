"""Cells and the sending in one request: saved, checked and sent as one after the other, or saved and not sent."""

import json

import pytest

from site_makers import make_user
from tongket.site.people.models import Role
from tongket.site.records.models import Content, Link
from tongket.site.records.verifying import verify
from tongket.site.rounds.places import ValuePlace
from tongket.site.submissions.models import Observation, Revision, StoredFinding, Value
from tongket.site.submissions.services.answering import answer
from tongket.site.submissions.services.errors import StaleError, SubmissionError
from tongket.site.submissions.services.filling import MOST_CELLS, Typed, save_values
from tongket.site.submissions.services.rows import sent_values, values_of
from tongket.site.submissions.services.sending import revision_hash, send

SOME = {"QT-01": "12", "QT-02": "9", "QT-03": "21", "QT-04": "khoảng 1.250"}


def typed(values: dict[str, str], version: int = 0) -> list[Typed]:
    return [Typed(ValuePlace(code, "", "area"), text, version) for code, text in values.items()]


@pytest.fixture
def answered(clerk, submission, acting):
    """Answer with values by indicator, each as a cell that held nothing."""

    def answer_with(values: dict[str, str], edition: int = 1, version: int = 0):
        return answer(acting(clerk), submission, edition, typed(values, version), "gửi một lần")

    return answer_with


def kept(submission) -> list[tuple]:
    """All that is in the database of values and revisions, but for keys and moments."""
    values = Value.objects.order_by("pk").values("indicator", "amount", "qualifier", "version", "user", "confirmed")
    rows = Observation.objects.order_by("pk").values()
    revisions = Revision.objects.values("number", "user", "post", "values", "sha256", "narrative", "note")
    left_out = ("id", "submission_id")
    told = [{name: one[name] for name in one if name not in left_out} for one in rows]
    submission.refresh_from_db()
    state = (submission.state, submission.filled, submission.revision, submission.days_late, submission.errors)
    return [list(values), told, list(revisions), state]


def test_it_keeps_what_saving_and_then_sending_keeps(clerk, submission, acting, answered) -> None:
    result = answered(SOME)
    at_once, chain = kept(submission), list(Link.objects.values_list("action", flat=True))
    told = list(Content.objects.order_by("pk").values_list("data", flat=True))
    for model in (Observation, Revision, Value):
        model.objects.all().delete()
    state = {"state": "open", "revision": 0, "edition": 1, "filled": 0, "sent": None, "first_sent": None}
    type(submission).objects.filter(pk=submission.pk).update(**state)
    submission.refresh_from_db()

    save_values(acting(clerk), submission, typed(SOME))
    send(acting(clerk), submission, 1, "gửi một lần")

    assert [one.state for one in result.saved] == ["saved"] * 4
    assert kept(submission) == at_once
    assert chain == ["fill", "send"]
    assert list(Content.objects.order_by("pk").values_list("data", flat=True)) == told * 2


def test_the_hash_is_that_of_the_values_as_the_database_gives_them(submission, answered) -> None:
    revision = answered(SOME).revision

    rows = sent_values(submission, 1)
    assert revision.sha256 == revision_hash([one.told for one in rows], [], {}, "", [])
    assert [one.indicator for one in rows] == list(SOME)
    assert verify().breaks == []


def test_cells_of_a_form_that_holds_others_are_sent_with_them(submission, answered, fill) -> None:
    fill(**{"QT-01": "12", "QT-04": "1250"})

    result = answered({"QT-02": "9", "QT-03": "21"})

    assert result.revision.values == 4
    assert [one.indicator for one in sent_values(submission, 1)] == ["QT-01", "QT-04", "QT-02", "QT-03"]
    submission.refresh_from_db()
    assert (submission.state, submission.filled) == ("sent", 4)


def test_a_sum_that_does_not_hold_is_kept_and_not_sent(submission, answered) -> None:
    result = answered({"QT-01": "12", "QT-02": "9", "QT-03": "25"})

    assert result.revision is None
    assert "1 " in result.refused.message()
    assert [one.amount for one in values_of(submission)] == [12, 9, 25]
    assert StoredFinding.objects.get(submission=submission).place == {"value": ["QT-03", "", "area"]}
    submission.refresh_from_db()
    assert (submission.state, submission.filled, submission.errors, submission.edition) == ("open", 3, 1, 1)
    assert list(Link.objects.values_list("action", flat=True)) == ["fill"]


def test_what_cannot_be_taken_is_kept_as_typed_and_not_sent(answered) -> None:
    result = answered({"QT-01": "mười hai hội nghị?"})

    assert (result.saved[0].state, result.revision) == ("invalid", None)
    assert Value.objects.get().typed == "mười hai hội nghị?"
    assert not Observation.objects.exists()


def test_a_cell_that_another_changed_meanwhile_holds_the_sending_back(submission, answered, fill) -> None:
    fill(**{"QT-01": "12"})

    result = answered({"QT-01": "13", "QT-04": "1250"})

    assert [(one.state, one.shown) for one in result.saved] == [("conflict", "12"), ("saved", "1.250")]
    assert "1 " in result.refused.message()
    submission.refresh_from_db()
    assert (submission.state, Value.objects.count()) == ("open", 2)


def test_the_same_cells_once_more_are_no_conflict_and_are_sent(submission, answered, fill) -> None:
    """The answer to their saving was lost on the line, and the page sends them along."""
    fill(**SOME)

    assert answered(SOME).revision.number == 1


def test_a_page_from_before_the_sending_changes_nothing(submission, answered) -> None:
    answered(SOME)

    with pytest.raises(StaleError):
        answered({"QT-01": "99"}, version=1)

    assert Value.objects.get(indicator="QT-01").amount == 12
    assert Revision.objects.count() == 1


@pytest.mark.parametrize("values", [{}, {"QT-01": ""}], ids=["no cells", "a blank cell"])
def test_nothing_is_not_sent(answered, values) -> None:
    result = answered(values)

    assert result.revision is None
    assert not Observation.objects.exists()


def test_more_cells_than_a_saving_takes_are_refused(clerk, submission, acting) -> None:
    cells = [Typed(ValuePlace("QT-01", str(number), "area"), "1") for number in range(MOST_CELLS + 1)]

    with pytest.raises(SubmissionError, match="5001"):
        answer(acting(clerk), submission, 1, cells)


def posted(client, submission, **told):
    return client.post(f"/submissions/{submission.pk}/send", json.dumps(told), content_type="application/json")


def cells_of(values: dict[str, str]) -> list[dict]:
    return [{"place": f"value:{code}/@area", "text": text, "version": 0} for code, text in values.items()]


def test_a_page_sends_along_what_is_not_saved_yet(clerk, submission, signed_in) -> None:
    answer = posted(signed_in(clerk), submission, edition=1, cells=cells_of(SOME))

    assert (answer.status_code, answer.json()) == (200, {"sent": f"/submissions/{submission.pk}/sent"})
    assert Observation.objects.count() == 4


def test_a_page_is_told_what_became_of_each_cell_that_was_not_sent(clerk, submission, signed_in, fill) -> None:
    fill(**{"QT-01": "12"})

    answer = posted(signed_in(clerk), submission, edition=1, cells=cells_of({"QT-01": "13", "QT-04": "a?"}))

    assert answer.status_code == 422
    assert [one["state"] for one in answer.json()["cells"]] == ["conflict", "invalid"]
    assert "1 " in answer.json()["error"]


def test_a_page_from_before_the_sending_is_told_so(sent, clerk, signed_in) -> None:
    answer = posted(signed_in(clerk), sent, edition=1, cells=cells_of({"QT-04": "5"}))

    assert answer.status_code == 409
    assert Value.objects.count() == 3


def test_who_may_send_but_not_fill_in_sends_no_cells_along(submission, commune, signed_in, fill) -> None:
    fill(**SOME)
    head = signed_in(make_user("chutich", commune, Role.APPROVER))

    assert posted(head, submission, edition=1, cells=cells_of({"QT-05": "1"})).status_code == 403
    assert posted(head, submission, edition=1).status_code == 200


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"edition": "một"},
        {"edition": 1, "cells": [{}]},
        {"edition": 1, "cells": 5},
        {"edition": 2**80, "cells": []},
    ],
    ids=["nothing", "no edition", "no cell", "no list", "a number beyond all"],
)
def test_what_no_page_sends_is_refused_in_words(clerk, submission, signed_in, told) -> None:
    answer = posted(signed_in(clerk), submission, **told)

    assert answer.status_code in (400, 409)
    assert answer.json()["error"]
    assert not Revision.objects.exists()
