"""The pages of the one who reviews."""

import datetime as dt
import re

from test_reading import BODY, HEAD, upload_of

from site_makers import make_user
from tongket.site.people.models import Role
from tongket.site.rounds.models import Submission
from tongket.site.submissions.models import Reopening, Return
from tongket.site.submissions.services.narrative import write
from tongket.site.submissions.services.reading import take_report
from tongket.site.submissions.services.sending import send

CELL = "value:QT-01/@area"
SECTION = "section:A.1"


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


def returning(submission: Submission, place: str, reason: str) -> dict[str, object]:
    return {"edition": submission.edition, "place": place, f"reason:{place}": reason, "due": "2026-11-20"}


def test_sections_of_text_stand_in_the_review_and_are_returned(clerk, approver, submission, acting, signed_in, fill):
    fill(**{"QT-01": "12"})
    write(acting(clerk), submission, "A.1", "<p>Được sự quan tâm của cấp ủy.</p>", 0)
    send(acting(clerk), submission, 1)
    submission.refresh_from_db()
    client = signed_in(approver)
    text = client.get(url(submission)).content.decode()
    assert "Được sự quan tâm của cấp ủy." in text
    assert f'name="place" value="{SECTION}"' in text

    reason = "Nêu thêm khó khăn của địa phương."
    assert client.post(url(submission, "return"), returning(submission, SECTION, reason)).status_code == 302
    assert Return.objects.get().place == SECTION
    mine = signed_in(clerk)
    form = mine.get(f"/submissions/{submission.pk}/").content.decode()
    assert f"narrative#{SECTION.replace(':', '-')}" in form
    chapter = mine.get(url(submission, "narrative")).content.decode().split('id="section-A.1"')[1]
    assert reason in chapter.split("</section>")[0]
    assert reason in client.get(url(submission)).content.decode()


def test_a_passage_of_the_report_is_returned_by_its_words(clerk, approver, submission, acting, signed_in) -> None:
    take_report(acting(clerk), upload_of(acting(clerk), submission, HEAD + BODY))
    send(acting(clerk), submission, 1)
    submission.refresh_from_db()
    client = signed_in(approver)
    text = client.get(url(submission)).content.decode()
    place = next(
        one for one in re.findall(r'value="(passage:[0-9-]+)"', text) if "21 hội nghị" in passage(HEAD + BODY, one)
    )

    client.post(url(submission, "return"), returning(submission, place, "Số hội nghị chưa khớp với biểu."))
    form = signed_in(clerk).get(f"/submissions/{submission.pk}/").content.decode()
    assert "“Đã tổ chức 21 hội nghị" in form
    assert "Số hội nghị chưa khớp với biểu." in form


def passage(text: str, place: str) -> str:
    start, _, end = place.removeprefix("passage:").partition("-")
    return text[int(start) : int(end)]


def test_a_section_that_the_outline_does_not_have_is_not_returned(approver, sent, signed_in) -> None:
    answer = signed_in(approver).post(url(sent, "return"), returning(sent, "section:Z.99", "Viết lại mục này."))

    assert answer.status_code == 404
    assert not Return.objects.exists()


def test_the_reason_stands_in_the_row_of_what_was_returned(clerk, approver, sent, signed_in) -> None:
    client = signed_in(approver)
    return_cell(client, sent)
    sent.refresh_from_db()
    for text in (
        client.get(url(sent)).content.decode(),
        signed_in(clerk).get(f"/submissions/{sent.pk}/").content.decode(),
    ):
        assert "rownote why" in text
    form = signed_in(clerk).get(f"/submissions/{sent.pk}/").content.decode()
    assert (
        "20/11/2026" in form.split('class="lede"')[1].split("</p>")[0]
    )  # the day of the return, not that of the round
