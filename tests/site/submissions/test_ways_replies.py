"""A folder of replies by e-mail: each recognised, shown, and taken into the submission of its body."""

from __future__ import annotations

import datetime as dt
import io
import os
import zipfile
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from test_reading import BODY, HEAD
from test_ways_workbook import cell_of, opened, saved

from site_makers import make_body, make_user
from tongket.site.interface.clock import now
from tongket.site.jobs.models import Job
from tongket.site.jobs.running import run
from tongket.site.jobs.work import WORK
from tongket.site.people.models import Grant, Role
from tongket.site.records.models import Link
from tongket.site.rounds.models import Submission
from tongket.site.submissions.models import Upload, Value
from tongket.site.submissions.services.uploading import waiting_path
from tongket.site.submissions.services.workbook import workbook_of


@pytest.fixture
def other(open_round, other_commune, province) -> Submission:
    return Submission.objects.create(
        round=open_round, body=other_commune, reports_to=province, due=open_round.due, asked=34
    )


def filled(submission: Submission, value: object = 12) -> bytes:
    book = opened(workbook_of(submission))
    cell_of(book, "QT-01").value = value
    return saved(book)


def drop(client, submission, capture, **files: bytes):
    named = [SimpleUploadedFile(name.replace("_", "."), content) for name, content in files.items()]
    with capture(execute=True):
        answer = client.post(f"/submissions/rounds/{submission.round_id}/replies", {"files": named})
    return client.get(answer["Location"]) if answer.status_code == 302 else answer


def take(client, submission, capture, answer, sending: str = ""):
    rows = answer.context["rows"]
    told = {"look": answer.context["looked"].pk, "sending": sending}
    told["upload"] = [row["upload"] for row in rows if row["state"] == "accepted"]
    with capture(execute=True):
        client.post(f"/submissions/rounds/{submission.round_id}/replies/take", told)
    return client.get(f"/submissions/rounds/{submission.round_id}/received")


def states(rows) -> dict[str, str]:
    return {row["name"].rpartition("/")[2]: row["state"] for row in rows}


def test_a_folder_is_recognised_shown_and_taken(
    consolidator, submission, other, signed_in, django_capture_on_commit_callbacks
) -> None:
    capture, client = django_capture_on_commit_callbacks, signed_in(consolidator)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as folder:
        folder.writestr("tra-loi/lung-ang.xlsx", filled(submission))
        folder.writestr("tra-loi/na-lau.txt", (HEAD + BODY).replace("LŨNG ẲNG", "NÀ LẦU"))
        folder.writestr("tra-loi/khac.txt", "Kính gửi anh, em gửi báo cáo ạ.")
        folder.writestr("tra-loi/mat.txt", "MẬT\n" + HEAD + BODY)
    answer = drop(client, submission, capture, tra_zip=packed.getvalue())

    assert states(answer.context["rows"]) == {
        "lung-ang.xlsx": "accepted", "na-lau.txt": "accepted", "khac.txt": "refused", "mat.txt": "refused",
    }  # fmt: skip
    assert not Value.objects.exists()

    answer = take(client, submission, capture, answer)
    assert set(states(answer.context["done"]).values()) == {"taken"}
    value = Value.objects.get(submission=submission, indicator="QT-01")
    assert (value.amount, value.origin, value.source) == (12, "workbook", "lung-ang.xlsx")
    assert Value.objects.get(submission=other, indicator="QT-04").amount == 1250
    for one in (submission, other):
        assert Link.objects.filter(chain=f"submission:{one.pk}", action="receive-mail").count() == 1
    assert set(Upload.objects.exclude(submission=None).values_list("kind", "state")) == {
        ("workbook", "kept"),
        ("report", "kept"),
    }
    assert not any(waiting_path(one).exists() for one in Upload.objects.all())


def test_taken_replies_are_sent_where_no_error_stands(
    consolidator, submission, signed_in, django_capture_on_commit_callbacks
) -> None:
    capture, client = django_capture_on_commit_callbacks, signed_in(consolidator)
    answer = drop(client, submission, capture, a_xlsx=filled(submission))
    answer = take(client, submission, capture, answer, sending="1")
    submission.refresh_from_db()

    assert (submission.state, submission.revision) == ("sent", 1)
    assert list(states(answer.context["done"]).values()) == ["sent"]


def test_doubtful_and_double_replies_are_to_be_looked_at(
    consolidator, submission, other, signed_in, django_capture_on_commit_callbacks
) -> None:
    answer = drop(
        signed_in(consolidator),
        submission,
        django_capture_on_commit_callbacks,
        a_xlsx=filled(submission),
        b_xlsx=filled(submission, 13),
        c_xlsx=filled(other, "mười hai gì đó"),
    )

    assert states(answer.context["rows"]) == {"a.xlsx": "accepted", "b.xlsx": "look", "c.xlsx": "look"}


def test_the_reply_of_one_who_has_sent_is_refused(
    consolidator, sent, signed_in, django_capture_on_commit_callbacks
) -> None:
    answer = drop(signed_in(consolidator), sent, django_capture_on_commit_callbacks, a_xlsx=filled(sent, 99))

    assert states(answer.context["rows"]) == {"a.xlsx": "refused"}
    assert not Upload.objects.exclude(submission=None).filter(kind="replies").exists()


def test_a_job_run_again_gives_the_same(
    consolidator, submission, signed_in, django_capture_on_commit_callbacks
) -> None:
    from tongket.site.submissions.services.replies import _forget_earlier

    client = signed_in(consolidator)
    drop(client, submission, django_capture_on_commit_callbacks, a_xlsx=filled(submission))
    answer = drop(client, submission, django_capture_on_commit_callbacks, a_xlsx=filled(submission, 14))

    assert Upload.objects.filter(submission=submission, kind="replies").count() == 1
    assert len(answer.context["rows"]) == 1
    _forget_earlier(submission.round)
    assert not Upload.objects.filter(submission=submission, kind="replies").exists()


def test_only_the_body_that_asks_drops_replies(
    clerk, approver, submission, signed_in, django_capture_on_commit_callbacks
) -> None:
    for user in (clerk, approver):
        client = signed_in(user)
        answer = drop(client, submission, django_capture_on_commit_callbacks, a_xlsx=b"x")
        assert answer.status_code in (403, 404)
    assert not Job.objects.exists()


def test_who_lost_the_right_meanwhile_takes_nothing(
    consolidator, submission, province, signed_in, django_capture_on_commit_callbacks
) -> None:
    capture, client = django_capture_on_commit_callbacks, signed_in(consolidator)
    answer = drop(client, submission, capture, **{"lung-ang_xlsx": filled(submission)})
    told = {"look": answer.context["looked"].pk, "upload": [answer.context["rows"][0]["upload"]]}
    client.post(f"/submissions/rounds/{submission.round_id}/replies/take", told)
    Grant.objects.filter(user=consolidator).update(role=Role.CLERK)
    job = Job.objects.get(kind="take-replies")
    run(job, WORK)
    job.refresh_from_db()

    assert (job.state, Value.objects.count()) == ("failed", 0)


def test_a_folder_in_parts_is_taken_in_once_and_one_bad_file_sinks_no_other(
    consolidator, submission, other, signed_in, django_capture_on_commit_callbacks
) -> None:
    client, address = signed_in(consolidator), f"/submissions/rounds/{submission.round_id}/replies"

    def part(name: str, **files: bytes) -> list[int]:
        named = [SimpleUploadedFile(file.replace("_", "."), content) for file, content in files.items()]
        return client.post(address, {"files": named, "part": name}).json()["uploads"]

    first = part("k-0", a_xlsx=filled(submission), Thumbs_db=b"x")
    assert part("k-0", a_xlsx=filled(submission), Thumbs_db=b"x") == first  # its answer was lost on the line
    second = part("k-1", b_xlsx=filled(other, 13), leer_txt=b"")
    assert Upload.objects.count() == 4
    assert not Job.objects.exists()

    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(address, {"before": ",".join(map(str, [*first, *second]))})
    rows = client.get(answer["Location"]).context["rows"]
    assert states(rows) == {"a.xlsx": "accepted", "b.xlsx": "accepted", "Thumbs.db": "refused", "leer.txt": "refused"}
    assert all(row["why"]["what"] for row in rows if row["state"] == "refused")
    assert not Upload.objects.filter(submission=None, state="waiting").exists()


def test_nobody_goes_on_with_what_another_dropped(
    consolidator, submission, province, signed_in, django_capture_on_commit_callbacks
) -> None:
    address = f"/submissions/rounds/{submission.round_id}/replies"
    told = {"files": [SimpleUploadedFile("a.xlsx", filled(submission))], "part": "k-0"}
    uploads = signed_in(consolidator).post(address, told).json()["uploads"]
    other = signed_in(make_user("nguoi-khac", province, Role.CONSOLIDATOR, subtree=True))
    answer = other.post(address, {"before": str(uploads[0])})

    assert answer.status_code == 422
    assert not Job.objects.exists()


def test_what_was_dropped_in_parts_and_given_up_is_wiped_a_day_later(
    consolidator, submission, signed_in, django_capture_on_commit_callbacks
) -> None:
    client, address = signed_in(consolidator), f"/submissions/rounds/{submission.round_id}/replies"
    told = {"files": [SimpleUploadedFile("a.xlsx", filled(submission))], "part": "k-0"}
    given_up = Upload.objects.get(pk=client.post(address, told).json()["uploads"][0])
    Upload.objects.filter(pk=given_up.pk).update(moment=now() - dt.timedelta(days=2))
    drop(client, submission, django_capture_on_commit_callbacks, b_xlsx=filled(submission))

    given_up.refresh_from_db()
    assert given_up.state == "refused"
    assert not waiting_path(given_up).exists()


def test_a_folder_is_looked_at_with_few_statements_a_file(
    consolidator, submission, other, signed_in, django_capture_on_commit_callbacks, django_assert_max_num_queries
) -> None:
    """All submissions of the round are read once, not for each of its files."""
    client = signed_in(consolidator)
    files = {f"f{number}_txt": "Kính gửi anh, em gửi báo cáo ạ.".encode() for number in range(40)}
    with django_assert_max_num_queries(40 * 11 + 60):
        answer = drop(client, submission, django_capture_on_commit_callbacks, **files)
    assert len(answer.context["rows"]) == 40


TWINS = """\
id\tkind\tprefix\tname\tparent\tfrom
ms\tprovince\ttỉnh\tMẫu Sơn\tvn\t
dt\tprovince\ttỉnh\tĐá Trắng\tvn\t
ms-01\tcommune\txã\tLũng Ẳng\tms\t2025-07-01
ms-02\tcommune\txã\tNà Lầu\tms\t2025-07-01
dt-01\tcommune\txã\tLũng Ẳng\tdt\t2025-07-01
"""


@pytest.fixture
def twin(open_round, province) -> Iterator[Submission]:
    """A commune of another province with the same name, asked in the same round."""
    file = settings.DATA.units_file
    before = file.read_text("utf-8")
    file.write_text(TWINS, encoding="utf-8")
    os.utime(file, ns=(1, 1))  # another moment than that of the file before
    above = make_body("ubnd-tinh-da-trang", "UBND tỉnh Đá Trắng", level="province", unit="dt")
    body = make_body("ubnd-xa-lung-ang-dt", "UBND xã Lũng Ẳng", above, unit="dt-01")
    yield Submission.objects.create(round=open_round, body=body, reports_to=province, due=open_round.due, asked=34)
    file.write_text(before, encoding="utf-8")


def one_row(answer, name: str):
    return next(row for row in answer.context["rows"] if row["name"].endswith(name))


def packed(**files: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as folder:
        for name, text in files.items():
            folder.writestr(name, text)
    return made.getvalue()


def test_of_one_name_the_officer_chooses_whose_the_reply_is(
    consolidator, submission, twin, signed_in, django_capture_on_commit_callbacks
) -> None:
    capture, client = django_capture_on_commit_callbacks, signed_in(consolidator)
    answer = drop(client, submission, capture, a_txt=(HEAD + BODY).encode())
    row = one_row(answer, "a.txt")
    page = answer.content.decode()

    assert (row["state"], row["submission"]) == ("look", 0)
    assert {pk for pk, _ in row["choices"]} == {submission.pk, twin.pk}
    assert "UBND tỉnh Đá Trắng" in page
    assert f'name="upload" value="{row["upload"]}"' not in page

    told = {"look": answer.context["looked"].pk, "upload": [row["upload"]], f"of-{row['upload']}": ""}
    path = f"/submissions/rounds/{submission.round_id}"
    assert client.post(f"{path}/replies/take", told).status_code == 422
    told[f"of-{row['upload']}"] = str(submission.round_id + 999)
    assert client.post(f"{path}/replies/take", told).status_code == 422
    with capture(execute=True):
        client.post(f"{path}/replies/take", {**told, f"of-{row['upload']}": str(twin.pk)})
    done = client.get(f"{path}/received").context["done"]

    assert [(one["state"], one["submission"]) for one in done] == [("taken", twin.pk)]
    assert set(Value.objects.values_list("submission", flat=True)) == {twin.pk}


@pytest.mark.parametrize("where", ["head", "folder"])
def test_the_unit_above_tells_bodies_of_one_name_apart(
    consolidator, submission, twin, signed_in, django_capture_on_commit_callbacks, where: str
) -> None:
    head = HEAD.replace("XÃ LŨNG ẲNG\t", "XÃ LŨNG ẲNG, TỈNH ĐÁ TRẮNG\t") if where == "head" else HEAD
    name = "tra-loi/Da Trang/a.txt" if where == "folder" else "tra-loi/a.txt"
    client = signed_in(consolidator)
    answer = drop(client, submission, django_capture_on_commit_callbacks, b_zip=packed(**{name: head + BODY}))
    row = one_row(answer, "a.txt")

    assert (row["state"], row["submission"], row["choices"]) == ("accepted", twin.pk, [])


def test_a_form_says_by_its_code_of_which_of_them_it_is(
    consolidator, submission, twin, signed_in, django_capture_on_commit_callbacks
) -> None:
    client, capture = signed_in(consolidator), django_capture_on_commit_callbacks
    answer = drop(client, submission, capture, a_xlsx=filled(submission), b_xlsx=filled(twin))

    assert one_row(answer, "a.xlsx")["submission"] == submission.pk
    assert one_row(answer, "b.xlsx")["submission"] == twin.pk


def test_two_replies_are_not_taken_for_one_body(
    consolidator, submission, twin, signed_in, django_capture_on_commit_callbacks
) -> None:
    client, capture = signed_in(consolidator), django_capture_on_commit_callbacks
    other = BODY.replace("1.250", "1.300")
    answer = drop(client, submission, capture, a_txt=(HEAD + BODY).encode(), b_txt=(HEAD + other).encode())
    told = {f"of-{row['upload']}": twin.pk for row in answer.context["rows"]}
    refused = client.post(
        f"/submissions/rounds/{submission.round_id}/replies/take", {"look": answer.context["looked"].pk, **told}
    )

    assert refused.status_code == 422
    assert not Value.objects.exists()


def test_cells_of_a_reply_that_cannot_be_taken_are_named_and_come_back_with_their_reasons(
    consolidator, submission, signed_in, django_capture_on_commit_callbacks
) -> None:
    capture, client = django_capture_on_commit_callbacks, signed_in(consolidator)
    book = opened(workbook_of(submission))
    wrong = cell_of(book, "QT-01")
    wrong.value, cell_of(book, "QT-02").value = "rất nhiều", 9
    answer = drop(client, submission, capture, a_xlsx=saved(book))
    (row,) = answer.context["rows"]
    page = answer.content.decode()
    assert (row["state"], row["count"]) == ("look", 1)
    assert f"!{wrong.coordinate}: " in page
    assert "rất nhiều" in page

    address = f"/submissions/rounds/{submission.round_id}/replies/{row['upload']}/refused.xlsx"
    assert address in page
    back = opened(client.get(address).content)
    assert (cell_of(back, "QT-01").value, cell_of(back, "QT-02").value) == ("rất nhiều", 9)

    told = {"look": answer.context["looked"].pk, "upload": [row["upload"]]}
    with capture(execute=True):
        client.post(f"/submissions/rounds/{submission.round_id}/replies/take", told)
    (done,) = client.get(f"/submissions/rounds/{submission.round_id}/received").context["done"]
    assert (done["count"], len(done["refused"])) == (1, 1)
    assert client.get(address).status_code == 200


def test_a_reply_of_which_cells_cannot_be_taken_is_filled_in_and_not_sent(
    consolidator, submission, signed_in, django_capture_on_commit_callbacks
) -> None:
    capture, client = django_capture_on_commit_callbacks, signed_in(consolidator)
    book = opened(workbook_of(submission))
    cell_of(book, "QT-01").value, cell_of(book, "QT-02").value = "rất nhiều", 9
    answer = drop(client, submission, capture, a_xlsx=saved(book))
    told = {"look": answer.context["looked"].pk, "upload": [answer.context["rows"][0]["upload"]], "sending": "1"}
    with capture(execute=True):
        client.post(f"/submissions/rounds/{submission.round_id}/replies/take", told)
    (done,) = client.get(f"/submissions/rounds/{submission.round_id}/received").context["done"]

    assert (done["state"], done["count"]) == ("taken", 1)
    assert Submission.objects.get(pk=submission.pk).state == "open"


def test_a_reply_that_holds_nothing_does_not_send_what_its_body_has_not_finished(
    consolidator, submission, fill, signed_in, django_capture_on_commit_callbacks
) -> None:
    capture, client = django_capture_on_commit_callbacks, signed_in(consolidator)
    fill(**{"QT-04": "1.250"})
    answer = drop(client, submission, capture, a_xlsx=workbook_of(submission))
    told = {"look": answer.context["looked"].pk, "upload": [answer.context["rows"][0]["upload"]], "sending": "1"}
    with capture(execute=True):
        client.post(f"/submissions/rounds/{submission.round_id}/replies/take", told)
    (done,) = client.get(f"/submissions/rounds/{submission.round_id}/received").context["done"]

    assert (done["state"], done["count"]) == ("taken", 0)
    assert Submission.objects.get(pk=submission.pk).state == "open"


def test_who_does_not_ask_gets_no_reply_with_reasons(
    consolidator, clerk, submission, signed_in, django_capture_on_commit_callbacks
) -> None:
    book = opened(workbook_of(submission))
    cell_of(book, "QT-01").value = "rất nhiều"
    answer = drop(signed_in(consolidator), submission, django_capture_on_commit_callbacks, a_xlsx=saved(book))
    address = f"/submissions/rounds/{submission.round_id}/replies/{answer.context['rows'][0]['upload']}/refused.xlsx"

    assert signed_in(clerk).get(address).status_code in (403, 404)


def test_the_name_of_a_reply_stands_beside_it_once(
    consolidator, submission, signed_in, django_capture_on_commit_callbacks
) -> None:
    answer = drop(
        signed_in(consolidator), submission, django_capture_on_commit_callbacks, la_txt="Gửi báo cáo ạ.".encode()
    )

    assert answer.content.decode().count("la.txt") == 1
