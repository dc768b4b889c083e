"""Values of years past, taken in from a table: with their source and the record, once, and never over what was sent."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.conf import settings

from site_makers import make_user
from tongket.cli.history import history as history_command
from tongket.site.people.models import Role
from tongket.site.records.models import Content, Link
from tongket.site.records.verifying import verify
from tongket.site.rounds.models import Round, Submission
from tongket.site.submissions.models import Observation, Revision
from tongket.site.submissions.services import history
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.history import take_history
from tongket.site.submissions.services.sending import revision_hash

pytestmark = pytest.mark.django_db(transaction=True)
HEAD = "mã chỉ tiêu,đơn vị,kỳ,cơ quan,giá trị\n"
YEAR, BEFORE = "2026-01-01/2026-06-30", "2025-07-01/2025-12-31"
LUNG_ANG, NA_LAU = "UBND xã Lũng Ẳng", "UBND xã Nà Lầu"


@pytest.fixture
def take(consolidator, acting, programme, commune, other_commune, tmp_path: Path):
    """Take these rows in."""

    def taken(*rows: str, name: str = "so-lieu-cu.csv", actor=None):
        file = tmp_path / name
        file.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
        return take_history(actor or acting(consolidator), programme, file, refused=tmp_path / "refused.csv")

    return taken


def test_each_period_is_a_closed_round_and_each_body_a_locked_report(take, province) -> None:
    taken = take(
        f"QT-01,ms-01,{YEAR},{LUNG_ANG},12",
        f"QT-02,ms-01,{YEAR},{LUNG_ANG},9",
        f"QT-01,ms-02,{YEAR},{NA_LAU},7",
        f"QT-01,ms-01,{BEFORE},{LUNG_ANG},11",
    )

    assert (taken.values, taken.revisions, taken.same, taken.left_out) == (4, 3, 0, ())
    rounds = Round.objects.order_by("period_end")
    assert [(one.state, one.body, one.period_end) for one in rounds] == [
        ("closed", province, dt.date(2025, 12, 31)),
        ("closed", province, dt.date(2026, 6, 30)),
    ]
    assert set(Submission.objects.values_list("state", "revision")) == {("locked", 1)}
    row = Observation.objects.get(indicator="QT-01", unit="ms-01", period_end="2026-06-30")
    assert (row.amount, row.body, row.source, row.period_start) == (12, LUNG_ANG, "so-lieu-cu.csv", "2026-01-01")
    assert len(row.source_sha256) == 64


def test_every_report_has_a_link_with_the_hash_of_its_values(take) -> None:
    take(f"QT-01,ms-01,{YEAR},{LUNG_ANG},12", f"QT-01,ms-02,{YEAR},{NA_LAU},7")

    links = Link.objects.filter(action="history", chain__startswith="submission:").order_by("chain")
    told = [json.loads(Content.objects.get(link=one).data) for one in links]
    assert [one["values"] for one in told] == [1, 1]
    assert {one["sha256"] for one in told} == set(Revision.objects.values_list("sha256", flat=True))
    assert not verify().breaks
    revision = Revision.objects.first()
    assert revision is not None
    fields = [field.name for field in Observation._meta.get_fields() if field.name in history.ANSWER_FIELDS]
    kept = revision.submission.observations.values(*fields)
    assert revision.sha256 == revision_hash(list(kept), [], {}, "", [])


def test_the_same_file_again_writes_nothing(take) -> None:
    rows = (f"QT-01,ms-01,{YEAR},{LUNG_ANG},12", f"QT-01,ms-02,{YEAR},{NA_LAU},7")
    take(*rows)

    again = take(*rows)

    assert (again.values, again.revisions, again.same) == (0, 0, 2)
    assert (Observation.objects.count(), Link.objects.filter(action="history").count()) == (2, 3)


def test_a_later_file_is_a_revision_that_holds_the_whole(take) -> None:
    take(f"QT-01,ms-01,{YEAR},{LUNG_ANG},12", f"QT-02,ms-01,{YEAR},{LUNG_ANG},9")

    take(f"QT-02,ms-01,{YEAR},{LUNG_ANG},10", f"QT-03,ms-01,{YEAR},{LUNG_ANG},22", name="sua.csv")

    submission = Submission.objects.get()
    kept = Observation.objects.filter(submission=submission, revision=submission.revision).order_by("indicator")
    assert list(kept.values_list("indicator", "amount", "source")) == [
        ("QT-01", 12, "so-lieu-cu.csv"),
        ("QT-02", 10, "sua.csv"),
        ("QT-03", 22, "sua.csv"),
    ]


def test_what_the_site_does_not_know_is_left_out_and_counted(take, tmp_path: Path) -> None:
    taken = take(
        f"QT-01,ms-01,{YEAR},{LUNG_ANG},12",
        f"QT-01,ms-01,{YEAR},Hội Nông dân xã Lũng Ẳng,3",
        f"XX-99,ms-01,{YEAR},{LUNG_ANG},3",
        f"QT-02,ms-01,{YEAR},{LUNG_ANG},mười hai gì đó",
    )

    assert taken.values == 1
    assert [(one.values, one.why) for one in taken.left_out] == [(1, history.NO_BODY)]
    assert taken.imported.refused == 2
    assert "XX-99" in (tmp_path / "refused.csv").read_text(encoding="utf-8-sig")


def test_a_period_that_was_asked_for_on_the_site_stays_as_it_was_sent(take, sent, open_round) -> None:
    Round.objects.update(opened=dt.datetime(2026, 10, 5, tzinfo=dt.UTC))

    taken = take(f"QT-01,ms-01,2026-01-01/2026-12-31,{LUNG_ANG},99")

    assert [(one.values, one.why) for one in taken.left_out] == [(1, history.HELD)]
    assert Observation.objects.get(indicator="QT-01").amount == 12


def test_many_bodies_are_kept_in_several_transactions_and_go_on_after_a_stop(take, monkeypatch) -> None:
    monkeypatch.setattr(history, "MOST_VALUES", 1)
    keep, calls = history._keep, []

    def fails_once(*given):
        calls.append(given)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return keep(*given)

    monkeypatch.setattr(history, "_keep", fails_once)
    rows = (f"QT-01,ms-01,{YEAR},{LUNG_ANG},12", f"QT-01,ms-02,{YEAR},{NA_LAU},7")
    with pytest.raises(KeyboardInterrupt):
        take(*rows)
    assert Observation.objects.count() == 1

    taken = take(*rows)

    assert (taken.values, taken.same, Observation.objects.count()) == (1, 1, 2)
    assert not verify().breaks


def test_the_command_says_what_it_took_and_what_it_left_out(
    consolidator, commune, other_commune, programme, tmp_path
) -> None:
    file = tmp_path / "cu.csv"
    file.write_text(f"{HEAD}QT-01,ms-01,{YEAR},{LUNG_ANG},12\nXX-99,ms-01,{YEAR},{LUNG_ANG},1\n", encoding="utf-8")
    given = [str(file), "-p", programme.code, "--user", consolidator.username, "--lang", "en"]
    given += ["--data", str(settings.DATA.home)]

    done = CliRunner().invoke(history_command, given)
    refused = CliRunner().invoke(history_command, [one.replace(consolidator.username, "nobody") for one in given])

    assert (done.exit_code, done.stdout) == (0, "1 value taken in, in 1 report; 0 reports were there already.\n")
    assert "XX-99" in done.stderr
    assert (refused.exit_code, Observation.objects.count()) == (2, 1)


def test_a_clerk_takes_none_in(take, acting, province) -> None:
    clerk = make_user("canbo-tinh", province, Role.CLERK)

    with pytest.raises(SubmissionError):
        take(f"QT-01,ms-01,{YEAR},{LUNG_ANG},12", actor=acting(clerk))
