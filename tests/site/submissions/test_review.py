"""The pages of the one who reviews."""

import datetime as dt

from test_reading import BODY, HEAD, upload_of

from site_makers import make_user
from tongket.site.people.models import Role
from tongket.site.rounds.models import Submission
from tongket.site.submissions.models import Reopening, Return
from tongket.site.submissions.services.reading import take_report
from tongket.site.submissions.services.sending import send

CELL = "value:QT-01/@area"


def url(submission: Submission, name: str = "review") -> str:
    return f"/submissions/{submission.pk}/{name}"


def return_cell(client, submission, reason: str = "Số này chưa khớp lời văn.", due: str = "2026-11-20"):
    data = {"edition": submission.edition, "place": CELL, f"reason:{CELL}": reason, "due": due}
    return client.post(url(submission, "return"), data)


def test_the_report_stands_as_read_beside_its_values(clerk, approver, submission, acting, signed_in) -> None:
    take_report(acting(clerk), upload_of(acting(clerk), submission, HEAD + BODY))
    send(acting(clerk), submission, 1)
    text = signed_in(approver).get(url(submission)).content.decode()

    assert '<span class="fig">1.250 lượt người</span>' in text or '<span class="fig">1.250' in text
    assert f'value="{CELL}"' in text


def test_words_of_a_report_are_escaped(clerk, approver, submission, acting, signed_in) -> None:
    take_report(acting(clerk), upload_of(acting(clerk), submission, HEAD + BODY + "2. <script>alert(1)</script>\n"))
    send(acting(clerk), submission, 1)
    text = signed_in(approver).get(url(submission)).content.decode()

    assert "<script>alert" not in text
    assert "&lt;script&gt;" in text


def test_returned_cells_come_back_with_their_reason(clerk, approver, sent, signed_in) -> None:
    answer = return_cell(signed_in(approver), sent)

    assert answer.status_code == 302
    assert Return.objects.get().place == CELL
    assert "Số này chưa khớp lời văn." in signed_in(clerk).get(f"/submissions/{sent.pk}/").content.decode()


def test_a_return_without_reason_is_said_on_the_page(approver, sent, signed_in) -> None:
    answer = return_cell(signed_in(approver), sent, reason="")

    assert answer.status_code == 422
    assert 'id="refused"' in answer.content.decode()


def test_a_stale_page_changes_nothing(approver, sent, signed_in) -> None:
    client = signed_in(approver)
    return_cell(client, sent)

    assert return_cell(client, sent).status_code == 422
    assert Return.objects.count() == 1


def test_the_next_revision_stands_beside_the_last(clerk, approver, sent, acting, signed_in, fill) -> None:
    return_cell(signed_in(approver), sent)
    fill(**{"QT-01": "12,0"})
    sent.refresh_from_db()
    fill(**{"QT-01": "11"})
    Submission.objects.filter(pk=sent.pk).update(errors=0)
    from tongket.site.submissions.models import StoredFinding
    from tongket.site.submissions.services.checking import check_values, explain

    check_values(sent)
    explain(acting(clerk), sent, StoredFinding.objects.get().mark, "Có 01 hội nghị của cấp trên.")
    send(acting(clerk), sent, sent.edition)
    text = signed_in(approver).get(url(sent)).content.decode()

    assert '<span class="down">-1</span>' in text
    assert "Có 01 hội nghị của cấp trên." in text


def test_approving_and_locking(approver, sent, signed_in) -> None:
    client = signed_in(approver)
    client.post(url(sent, "approve"), {"edition": sent.edition})
    sent.refresh_from_db()
    client.post(url(sent, "lock"), {"edition": sent.edition})
    sent.refresh_from_db()

    assert sent.state == "locked"


def test_the_clerk_may_not_approve_and_a_stranger_sees_nothing(clerk, other_commune, sent, signed_in) -> None:
    stranger = signed_in(make_user("khac", other_commune, Role.CLERK))

    assert signed_in(clerk).post(url(sent, "approve"), {"edition": sent.edition}).status_code == 403
    assert stranger.get(url(sent)).status_code == 404


def test_a_body_asks_to_reopen_and_is_granted_cells_until_a_day(clerk, approver, sent, signed_in) -> None:
    signed_in(clerk).post(url(sent, "ask-reopen"), {"place": CELL, "reason": "Tính thiếu một hội nghị."})
    asked = Reopening.objects.get()
    signed_in(approver).post(
        url(sent, "reopen"),
        {"edition": sent.edition, "reopening": asked.pk, "granted": "1", "until": "2026-11-19"},
    )
    sent.refresh_from_db()

    assert (sent.state, sent.return_due) == ("returned", dt.date(2026, 11, 19))


def test_the_timeline_tells_what_happened_and_unfolds(clerk, approver, sent, signed_in) -> None:
    client = signed_in(approver)
    return_cell(client, sent)
    text = client.get(url(sent)).content.decode()

    assert text.index('class="back"') < text.index('class="sent"')
    assert "before" not in client.get(url(sent, "event"), {"number": "1"}).content.decode()
    assert "12" in client.get(url(sent, "event"), {"number": "1"}).content.decode()


def test_the_review_takes_a_fixed_number_of_statements(
    approver, sent, signed_in, django_assert_max_num_queries
) -> None:
    client = signed_in(approver)
    with django_assert_max_num_queries(24):
        client.get(url(sent))
