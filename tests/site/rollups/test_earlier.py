"""Formulas over earlier periods: the site's rounds before this one give what they need."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tongket.model.programmes import Programme
from tongket.site.rollups import asking, live, views
from tongket.site.rollups.asking import AS_REPORTED
from tongket.site.rollups.live import rolled_up
from tongket.site.rollups.models import ReportDraft
from tongket.site.rollups.reports import snapshots, writing
from tongket.site.rollups.reports.changes import changes_since
from tongket.site.rollups.reports.keeping import from_json
from tongket.site.rollups.reports.services import freeze
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.programmes import programme_of
from tongket.site.submissions.models import Observation, Revision
from tongket.site.work.purging import purge


@pytest.fixture
def cumulative(monkeypatch: pytest.MonkeyPatch) -> None:
    """QT-05 is what was before and what came in (QT-01), QT-04 by how much more than in the period before."""

    def changed(version) -> Programme:
        known = programme_of(version)
        formulas = {"QT-05": "coalesce(previous({QT-05}), 0) + {QT-01}", "QT-04": "{QT-01} - previous({QT-01})"}
        indicators = tuple(
            replace(one, formula=formulas[one.code], numerator="", denominator="") if one.code in formulas else one
            for one in known.indicators
        )
        return replace(known, indicators=indicators)

    for module in (asking, live, views, snapshots, writing):
        monkeypatch.setattr(module, "programme_of", changed)


@pytest.fixture
def years(open_round: Round, commune, other_commune, province) -> list[Round]:
    """Three years: the first commune told 5, 7 and 11, the other 100, nothing and 1."""
    told = {2024: (5, 100), 2025: (7, None), 2026: (11, 1)}
    rounds = []
    for year, amounts in told.items():
        one = open_round if year == 2026 else Round.objects.get(pk=open_round.pk)
        if year != 2026:
            one.pk, one.period_start, one.period_end = None, dt.date(year, 1, 1), dt.date(year, 12, 31)
            one.save()
        for body, amount in zip((commune, other_commune), amounts, strict=True):
            if amount is not None:
                _tell(one, body, province, amount)
        rounds.append(one)
    return rounds


def _tell(asked: Round, body, province, amount: int) -> None:
    row = Submission.objects.create(
        round=asked, body=body, reports_to=province, due=asked.due, asked=34, revision=1, state="sent"
    )
    now = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
    Revision.objects.create(submission=row, number=1, moment=now, post="Cán bộ", sha256=f"{asked.pk}-{body.pk}")
    Observation.objects.create(
        submission=row, unit=body.unit, body=body.name, body_kind="ubnd", programme="ct-06-tu", programme_version=1,
        revision=1, indicator="QT-01", period_start=asked.period_start.isoformat(),
        period_end=asked.period_end.isoformat(), amount=amount,
    )  # fmt: skip


def amounts(asked: Round, code: str) -> dict[str, int | None]:
    found = rolled_up(asked, frozenset({code}))
    return {unit: one.amount for (name, _, unit), one in found.rollups.items() if name == code}


def test_what_came_in_adds_up_over_the_rounds(cumulative, years) -> None:
    assert [amounts(one, "QT-05")["ms"] for one in years] == [105, 112, 124]
    assert amounts(years[2], "QT-05")["ms-01"] == 23


def test_a_difference_to_the_period_before(cumulative, years) -> None:
    assert amounts(years[2], "QT-04")["ms-01"] == 4
    assert amounts(years[0], "QT-04").get("ms-01") is None


def test_a_change_in_an_earlier_round_is_seen_at_once(cumulative, years) -> None:
    before = amounts(years[2], "QT-05")["ms"]
    Observation.objects.filter(submission__round=years[0], amount=5).update(amount=6)
    row = Submission.objects.get(round=years[0], body__unit="ms-01")
    row.edition += 1
    row.save()

    assert (before, amounts(years[2], "QT-05")["ms"]) == (124, 125)


def test_the_page_of_the_number_leads_into_the_rounds_before(cumulative, years, consolidator, signed_in) -> None:
    page = signed_in(consolidator).get(f"/rollups/{years[2].pk}/number?indicator=QT-05&unit=ms").content.decode()

    assert ">124<" in page
    assert f"/rollups/{years[1].pk}/number?indicator=QT-05" in page
    assert ">112<" in page


def test_the_pivot_shows_them(cumulative, years, consolidator, signed_in) -> None:
    page = signed_in(consolidator).get(f"/rollups/{years[2].pk}/").content.decode()

    assert all(f">{amount}<" in page for amount in (105, 112, 124))


def test_a_report_holds_them(cumulative, years, consolidator, acting, work_off, monkeypatch) -> None:
    monkeypatch.setattr(writing, "find", lambda _: None)
    made = freeze(acting(consolidator), years[2], AS_REPORTED)
    work_off()
    made.refresh_from_db()

    assert ("QT-05", 124) in {(one.indicator, one.amount) for one in from_json(made.draft).figures}


def _figures(made: ReportDraft) -> set[tuple[str, int | None]]:
    made.refresh_from_db()
    return {(one.indicator, one.amount) for one in from_json(made.draft).figures if not one.unit or one.unit == "ms"}


def test_a_report_stands_on_the_earlier_rounds_as_they_were_frozen(
    cumulative, years, consolidator, acting, work_off, monkeypatch
) -> None:
    """An earlier round that is corrected changes no report written anew; the page says what no longer holds."""
    monkeypatch.setattr(writing, "find", lambda _: None)
    made = freeze(acting(consolidator), years[2], AS_REPORTED)
    row = Submission.objects.get(round=years[0], body__unit="ms-01")
    before = Observation.objects.get(submission=row)
    before.pk, before.revision, before.amount = None, 2, 6
    before.save()
    Revision.objects.create(submission=row, number=2, moment=row.changed, post="Cán bộ", sha256="hai")
    row.revision, row.edition = 2, row.edition + 1
    row.save()
    work_off()

    assert ("QT-05", 124) in _figures(made)
    snapshot = ReportDraft.objects.get(pk=made.pk).snapshot
    changed = changes_since(snapshot, from_json(made.draft))
    assert (changed.submissions, {one.now for one in changed.figures if one.figure.amount == 124}) == (1, {"125"})
    assert amounts(years[2], "QT-05")["ms"] == 125


def test_what_is_erased_from_an_earlier_round_goes_from_the_reports_that_took_it_in(
    cumulative, years, consolidator, acting, work_off, monkeypatch, django_capture_on_commit_callbacks
) -> None:
    monkeypatch.setattr(writing, "find", lambda _: None)
    made = freeze(acting(consolidator), years[2], AS_REPORTED)
    work_off()
    gone = Submission.objects.get(round=years[0], body__unit="ms-01")
    with django_capture_on_commit_callbacks(execute=True):
        done = purge(gone.pk, "Quyết định số 12/QĐ-UBND")
    work_off()

    assert (done.counts["snapshots"], len(done.reports)) == (1, 1)
    assert ("QT-05", 119) in _figures(made)
    kept = ReportDraft.objects.get(pk=made.pk).snapshot.earlier
    assert str(gone.pk) not in kept[str(years[0].pk)]
