"""Many rows in one statement: what is read again is what was written, to the last digit and mark."""

from __future__ import annotations

import datetime as dt

import pytest

from tongket.site.records.services import canonical
from tongket.site.rounds.programmes import programme_of
from tongket.site.submissions.models import Observation, Value
from tongket.site.submissions.services.rows import (
    ANSWER_FIELDS,
    Row,
    canonical_of,
    insert_all,
    inserting,
    keep_values,
    update_all,
    write_and_keep,
)

LARGEST = 2**63 - 1
MOMENT = dt.datetime(2026, 11, 18, 2, 0, 0, 123456, tzinfo=dt.UTC)
PROBLEM = {"what": "“Số” {shown}", "facts": {"shown": "1'2\"3\\"}}


def value_of(submission, indicator: str, **more) -> Value:
    return Value(submission=submission, indicator=indicator, period_end="2026-12-31", changed=MOMENT, **more)


def test_rows_come_back_as_they_were_written(submission) -> None:
    insert_all(
        [
            value_of(submission, "QT-01", amount=LARGEST, text="Nậm Khuổi\n“a”, 'b' \\ %s", confidence=0.85),
            value_of(submission, "QT-02", amount=-LARGEST, problem=PROBLEM, status="missing"),
        ]
    )

    one, other = Value.objects.order_by("indicator")
    assert (one.amount, one.text, one.confidence) == (LARGEST, "Nậm Khuổi\n“a”, 'b' \\ %s", 0.85)
    assert (one.amount_high, one.changed, one.version) == (None, MOMENT, 1)
    assert (other.amount, other.problem) == (-LARGEST, PROBLEM)


def test_only_the_named_columns_of_the_rows_change(submission) -> None:
    insert_all([value_of(submission, "QT-01", amount=1), value_of(submission, "QT-02", amount=2)])
    one = Value.objects.get(indicator="QT-01")
    one.amount, one.text = None, "không được ghi"

    update_all([one], ("amount",))

    assert list(Value.objects.order_by("indicator").values_list("amount", "text")) == [(None, ""), (2, "")]


@pytest.mark.parametrize("at_once", [False, True], ids=["values that stand", "values that are written with it"])
def test_what_says_something_is_kept_with_the_word_of_its_unit(submission, at_once) -> None:
    values = [value_of(submission, one, amount=12) for one in ("QT-04", "QT-01")]
    values.append(value_of(submission, "QT-02", status="missing"))

    if at_once:
        write_and_keep(inserting(values), submission, 3)
    else:
        insert_all(values)
        keep_values(submission, 3)

    assert Value.objects.count() == 3
    rows = Observation.objects.order_by("pk")
    programme = programme_of(submission.round.programme)
    words = {one: programme.indicator(one).unit_word for one in ("QT-01", "QT-04")}
    assert len(set(words.values())) == 2
    assert [(row.indicator, row.amount, row.revision, row.unit_word) for row in rows] == [
        ("QT-04", 12, 3, words["QT-04"]),
        ("QT-01", 12, 3, words["QT-01"]),
    ]
    row = rows[0]
    assert (row.body, row.unit, row.programme_version) == (
        submission.body.name,
        submission.body.unit,
        submission.round.programme.version,
    )


def row_of(**more) -> Row:
    blank = Value()
    return Row(**{name: getattr(blank, name) for name in ANSWER_FIELDS} | {"explanation": "", "typed": ""} | more)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([], id="none"),
        pytest.param([row_of(indicator="QT-01", amount=LARGEST)], id="one, where every column is the same in all"),
        pytest.param([row_of(amount=1, text="100 %s của xã")] * 2, id="two alike, with a mark of formats"),
        pytest.param(
            [row_of(amount=-LARGEST, confidence=0.85), row_of(amount=None), row_of(amount=0, confidence=1e-7)],
            id="numbers and blanks",
        ),
        pytest.param(
            [row_of(text="Nậm Khuổi, “a”", passage="\n\\\t"), row_of(text='"}, {', passage="%(x)s\x7f")],
            id="texts that hold commas, quotes and marks of formats",
        ),
    ],
)
def test_rows_written_by_column_are_the_canonical_text_that_their_hash_is_made_of(rows) -> None:
    assert canonical_of(rows) == canonical([one.told for one in rows])
