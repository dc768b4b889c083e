"""The heat map: each body and period has its mark, and whoever may not see a body does not."""

import datetime as dt
import io

import openpyxl
import pytest

from site_makers import TODAY, make_body, make_user
from tongket.site.people.models import Role
from tongket.site.rounds.coverage import Column, columns_of, coverage_of, share
from tongket.site.rounds.models import Round, Submission

CODE = "ct-06-tu"
SENT = dt.datetime(2026, 11, 12, 9, tzinfo=dt.UTC)


def cell_of(actor, at, body):
    found = coverage_of(actor, CODE, at)
    row = next(row for row in found.rows if row.body == body.pk)
    return row.cells[found.columns[-1].period]


@pytest.mark.parametrize(
    ("changes", "mark", "shown"),
    [
        ({"state": "sent", "first_sent": SENT}, "on", ""),
        ({"state": "locked", "first_sent": SENT, "days_late": 3}, "late", "+3"),
        ({"state": "returned", "first_sent": SENT}, "back", "↩"),
        ({"due": dt.date(2026, 11, 10)}, "miss", "6"),
        ({"due": TODAY}, "wait", ""),
    ],
)
def test_each_state_has_its_mark(consolidator, province, commune, submission, acting, changes, mark, shown) -> None:
    Submission.objects.filter(pk=submission.pk).update(**changes)
    cell = cell_of(acting(consolidator), province, commune)

    assert (cell.mark, cell.shown, cell.submission) == (mark, shown, submission.pk)


def test_what_lies_deeper_is_added_up_under_the_body_above_it(
    consolidator, province, commune, open_round, acting
) -> None:
    for number in range(3):
        hamlet = make_body(f"ban-{number}", f"Bản {number}", commune, level="hamlet")
        late = {"due": dt.date(2026, 11, 10)} if number else {"due": TODAY, "first_sent": SENT, "state": "sent"}
        Submission.objects.create(round=open_round, body=hamlet, reports_to=commune, **late)
    cell = cell_of(acting(consolidator), province, commune)

    assert (cell.mark, cell.shown, cell.submission) == ("miss", "1/3", 0)


def test_what_lies_below_a_body_that_was_asked_itself_is_said_of_its_cell(
    consolidator, province, commune, submission, open_round, acting, signed_in
) -> None:
    hamlet = make_body("ban-1", "Bản 1", commune, level="hamlet")
    Submission.objects.create(round=open_round, body=hamlet, reports_to=commune, due=TODAY)
    cell = cell_of(acting(consolidator), province, commune)

    assert (cell.submission, cell.lower["wait"]) == (submission.pk, 1)
    assert f'href="?at={commune.pk}&amp;programme=' in signed_in(consolidator).get("/rounds/coverage").content.decode()


def test_the_map_takes_the_same_statements_for_many(
    consolidator, province, open_round, signed_in, django_assert_max_num_queries
) -> None:
    for number in range(40):
        body = make_body(f"xa-{number}", f"UBND xã {number}", province)
        Submission.objects.create(round=open_round, body=body, reports_to=province, due=open_round.due)
    client = signed_in(consolidator)
    with django_assert_max_num_queries(16):
        assert client.get("/rounds/coverage").status_code == 200
    with django_assert_max_num_queries(13):
        client.get("/rounds/coverage.xlsx")


def test_only_the_last_twelve_periods_stand_there(province, programme, open_round) -> None:
    for month in range(1, 15):
        start = dt.date(2024 + month // 12, month % 12 + 1, 1)
        Round.objects.create(
            name=f"Tháng {start}", programme=programme, body=province, state="open",
            period_start=start, period_end=start + dt.timedelta(days=27), due=start,
        )  # fmt: skip
    columns = columns_of(CODE, province)

    assert len(columns) == 12
    assert columns[-1].label == "2026"
    assert [one.end for one in columns] == sorted(one.end for one in columns)


@pytest.mark.parametrize(
    ("start", "end", "label"),
    [
        (dt.date(2026, 10, 1), dt.date(2026, 10, 31), "10/26"),
        (dt.date(2026, 7, 1), dt.date(2026, 9, 30), "III/26"),
        (dt.date(2026, 1, 1), dt.date(2026, 12, 31), "2026"),
        (dt.date(2023, 9, 15), dt.date(2026, 9, 15), "09/26"),
    ],
)
def test_a_column_is_headed_by_its_period(start, end, label) -> None:
    assert Column(start, end).label == label


def test_a_share_of_nothing_is_none() -> None:
    assert share([]) is None


def test_the_page_links_to_submissions_and_reminds_the_overdue(consolidator, submission, open_round, signed_in) -> None:
    Submission.objects.filter(pk=submission.pk).update(due=dt.date(2026, 11, 10))
    client = signed_in(consolidator)
    text = client.get("/rounds/coverage").content.decode()

    assert f'href="/submissions/{submission.pk}/"' in text
    assert 'class="h-miss"' in text
    assert f'<input type="hidden" name="one" value="{submission.pk}">' in text
    client.post(f"/rounds/{open_round.pk}/remind", {"way": "site", "one": submission.pk})
    submission.refresh_from_db()
    assert submission.reminded


def test_the_workbook_has_a_line_for_each_body(consolidator, submission, signed_in) -> None:
    answer = signed_in(consolidator).get("/rounds/coverage.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active

    assert sheet["A5"].value == "UBND xã Lũng Ẳng"
    assert sheet["C5"].value == "○"


def test_another_province_and_a_clerk_see_nothing(submission, province, clerk, signed_in) -> None:
    other = make_body("ubnd-tinh-khac", "UBND tỉnh khác", level="province")
    stranger = signed_in(make_user("khac", other, Role.CONSOLIDATOR, subtree=True))

    assert stranger.get(f"/rounds/coverage?at={province.pk}").status_code == 404
    assert "Lũng Ẳng" not in stranger.get("/rounds/coverage").content.decode()
    assert signed_in(clerk).get("/rounds/coverage").status_code == 404


def test_bodies_stand_in_the_order_of_the_vietnamese_alphabet(province, open_round, consolidator, acting) -> None:
    for number, name in enumerate(("Yên Khê", "Đồng Giềng", "Bình Khê", "Dìn Sán")):
        body = make_body(f"xa-{number}", f"UBND xã {name}", province)
        Submission.objects.create(round=open_round, body=body, reports_to=province, due=open_round.due, asked=1)

    rows = coverage_of(acting(consolidator), open_round.programme.code, province).rows

    assert [row.name.rpartition(" xã ")[2] for row in rows] == ["Bình Khê", "Dìn Sán", "Đồng Giềng", "Yên Khê"]
