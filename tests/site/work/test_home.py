"""The first page says what is asked, the most pressing first."""

import datetime as dt

import pytest
from django.test import Client

from site_makers import make_user
from tongket.site.people.models import Role
from tongket.site.rounds.models import Submission


def page(client: Client) -> str:
    return client.get("/").content.decode()


def test_one_who_is_not_signed_in_is_asked_to(client: Client, clerk) -> None:
    answer = client.get("/")

    assert answer.status_code == 302
    assert answer["Location"].startswith("/accounts/login/")


def test_what_is_due_stands_with_its_day_in_local_words(clerk, submission, signed_in) -> None:
    text = page(signed_in(clerk))

    assert 'Sơ kết 03 năm thực hiện Chỉ thị số <span class="nb">06-CT/TU</span>' in text
    assert "Còn 2 ngày" in text
    assert "Thứ Sáu 20/11/2026" in text


@pytest.mark.parametrize(
    ("state", "days", "heading"),
    [
        ("open", -6, 'id="overdue"'),
        ("returned", 1, 'id="returned"'),
        ("open", 2, 'id="due"'),
        ("open", 20, 'id="later"'),
        ("sent", 2, 'id="waiting"'),
    ],
)
def test_each_submission_stands_under_what_it_asks_for(clerk, submission, signed_in, state, days, heading) -> None:
    day = dt.date(2026, 11, 18) + dt.timedelta(days=days)
    Submission.objects.filter(pk=submission.pk).update(state=state, due=day)

    assert page(signed_in(clerk)).count('<section aria-labelledby="') == 1
    assert heading in page(signed_in(clerk))


def test_what_was_sent_stands_with_the_approver_above(approver, submission, signed_in) -> None:
    Submission.objects.filter(pk=submission.pk).update(state="sent")

    assert 'id="review"' in page(signed_in(approver))


def test_another_commune_sees_nothing_of_it(other_commune, submission, signed_in) -> None:
    text = page(signed_in(make_user("khac", other_commune, Role.CLERK)))

    assert "06-CT/TU" not in text


def test_the_sentence_names_only_what_there_is(clerk, submission, signed_in) -> None:
    client = signed_in(clerk)
    client.get("/language/en?next=/")

    assert "To do: 1 due within a week." in page(client)


def test_the_week_stands_beside_with_what_is_due_on_which_day(clerk, submission, signed_in) -> None:
    text = page(signed_in(clerk))
    friday = text[text.index('datetime="2026-11-20"') : text.index('datetime="2026-11-21"')]

    assert "06-CT/TU" in friday
    assert 'class="today"' in text


def test_the_first_page_takes_the_same_statements_for_one_as_for_many(
    clerk, submission, open_round, signed_in, django_assert_max_num_queries
) -> None:
    client = signed_in(clerk)
    with django_assert_max_num_queries(12):
        client.get("/")


def test_the_page_speaks_english_when_asked(clerk, submission, signed_in) -> None:
    client = signed_in(clerk)
    client.get("/language/en?next=/")

    assert "2 days left" in page(client)


def test_a_round_that_waits_for_others_stands_with_who_asked(consolidator, clerk, submission, open_round, signed_in):
    Submission.objects.filter(pk=submission.pk).update(due=dt.date(2026, 11, 10))
    client = signed_in(consolidator)
    text = page(client).split('id="asking"')[1]
    assert "0/1" in text
    assert f'href="/rounds/{open_round.pk}/"' in text
    assert "1 quá hạn" in text
    assert 'id="asking"' not in page(signed_in(clerk))

    Submission.objects.filter(pk=submission.pk).update(state="approved")
    assert 'id="asking"' not in page(client)


def test_a_records_officer_is_shown_what_lacks_the_signed_copy(commune, submission, signed_in) -> None:
    client = signed_in(make_user("vanthu", commune, Role.RECORDS))
    Submission.objects.filter(pk=submission.pk).update(state="sent")
    text = page(client)
    assert 'id="signing"' in text
    assert f"/submissions/{submission.pk}/ways#signed" in text

    Submission.objects.filter(pk=submission.pk).update(signed_copy=True)
    text = page(client)
    assert 'id="signing"' not in text
    assert 'id="waiting"' in text


def test_who_may_not_fill_in_is_not_told_to(commune, clerk, submission, signed_in) -> None:
    Submission.objects.filter(pk=submission.pk).update(state="returned")
    records, filling = signed_in(make_user("vanthu", commune, Role.RECORDS)), signed_in(clerk)
    for client in (records, filling):
        client.cookies["tongket_language"] = "en"

    assert [">Mend<" in page(client) for client in (records, filling)] == [False, True]


@pytest.mark.parametrize(("day", "first"), [("2026-11-18", "2026-11-16"), ("2026-11-21", "2026-11-21")])
def test_at_the_end_of_a_week_the_days_ahead_are_shown(clerk, submission, signed_in, monkeypatch, day, first) -> None:
    monkeypatch.setenv("TONGKET_NOW", f"{day}T09:00:00+07:00")
    text = page(signed_in(clerk))

    assert text.split('datetime="')[1].startswith(first)
    assert text.count('<time datetime="') == 7


def test_whom_no_round_asks_finds_a_way_on(province, signed_in) -> None:
    admin = signed_in(make_user("quantri", province, Role.ADMINISTRATOR, subtree=True))
    inspector = signed_in(make_user("thanhtra", province, Role.INSPECTOR, subtree=True))

    assert 'class="btn" href="/people/bodies"' in page(admin)
    assert 'class="btn" href="/rounds/coverage"' in page(inspector)
