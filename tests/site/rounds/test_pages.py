"""A round from the first page of its form to the letter that chases those who are late."""

import datetime as dt
import io

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from site_makers import TODAY, make_body, make_user
from tongket.site.jobs.models import Job
from tongket.site.jobs.running import run
from tongket.site.jobs.work import WORK
from tongket.site.people.models import Role
from tongket.site.rounds.models import Holiday, Reminder, Round, Submission


def form_of(version, **more) -> dict:
    return {
        "name": "Quý III/2026",
        "programme": f"version:{version.pk}",
        "period_start": "2026-07-01",
        "period_end": "30/9/2026",
        "signed": "optional",
        "groups": ["commune/ubnd"],
        "due-commune": "2026-11-20",
        "ladder": "superior",
    } | more


@pytest.fixture
def client(consolidator, signed_in):
    found = signed_in(consolidator)
    found.cookies["tongket_language"] = "en"
    return found


def late(submission: Submission, days: int = 8) -> Submission:
    Submission.objects.filter(pk=submission.pk).update(due=TODAY - dt.timedelta(days=days))
    submission.refresh_from_db()
    return submission


def test_a_round_is_made_looked_at_and_opened(client, programme, commune, other_commune) -> None:
    answer = client.post("/rounds/new", form_of(programme))
    made = Round.objects.get()
    assert answer["Location"] == f"/rounds/{made.pk}/"
    assert "UBND xã Nà Lầu" in client.get(f"/rounds/{made.pk}/").content.decode()

    client.post(f"/rounds/{made.pk}/open", {"edition": made.edition})

    text = client.get(f"/rounds/{made.pk}/").content.decode()
    for one in Submission.objects.all():
        assert f'href="/submissions/{one.pk}/"' in text
    assert "0 of 2 sent" in text


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "name"),
        ({"period_end": "31/9/2026"}, "period_end"),
        ({"due-commune": ""}, "due-commune"),
        ({"groups": []}, "groups"),
        ({"bodies": "Ủy ban nhân dân xã Không Có"}, "bodies"),
        ({"programme": "pack:../../etc"}, "programme"),
    ],
)
def test_what_cannot_be_taken_is_said_at_its_field_and_the_rest_is_kept(
    client, programme, commune, wrong, field
) -> None:
    answer = client.post("/rounds/new", form_of(programme, note="Gửi kèm phụ lục", **wrong))

    assert answer.status_code == 422
    text = answer.content.decode()
    assert f'id="e-{field}"' in text
    assert "Gửi kèm phụ lục" in text
    assert not Round.objects.exists()


def test_a_request_with_a_secrecy_mark_is_refused_and_wiped(client, programme, commune, settings) -> None:
    document = Document()
    document.add_paragraph("MẬT")
    document.add_paragraph("ỦY BAN NHÂN DÂN TỈNH MẪU SƠN")
    held = io.BytesIO()
    document.save(held)
    answer = client.post(
        "/rounds/new", form_of(programme) | {"request_file": SimpleUploadedFile("mat.docx", held.getvalue())}
    )

    assert answer.status_code == 422
    assert 'id="e-request_file"' in answer.content.decode()
    assert not Round.objects.exists()
    assert held.getvalue() not in [file.read_bytes() for file in settings.DATA.waiting.iterdir()]


def test_an_exception_pasted_from_excel_changes_one_body(client, programme, commune, other_commune) -> None:
    client.post("/rounds/new", form_of(programme, exceptions="UBND xã Nà Lầu\t\t25/11/2026"))
    made = Round.objects.get()
    client.post(f"/rounds/{made.pk}/open", {"edition": made.edition})

    assert Submission.objects.get(body=other_commune).due == dt.date(2026, 11, 25)
    assert Submission.objects.get(body=commune).due == dt.date(2026, 11, 20)


def test_a_draft_is_changed_with_what_was_typed(client, programme, commune, other_commune) -> None:
    client.post("/rounds/new", form_of(programme, without="UBND xã Nà Lầu"))
    made = Round.objects.get()
    assert "UBND xã Nà Lầu</textarea>" in client.get(f"/rounds/{made.pk}/edit").content.decode()

    client.post(f"/rounds/{made.pk}/edit", form_of(programme, name="Quý IV") | {"edition": made.edition})
    made.refresh_from_db()
    assert (made.name, made.edition, made.plan["without"]) == ("Quý IV", 2, [])


def test_a_stale_edition_is_said_and_changes_nothing(client, open_round, submission) -> None:
    answer = client.post(f"/rounds/{open_round.pk}/close", {"edition": 7}, follow=True)

    assert "changed by somebody else" in answer.content.decode()
    assert Round.objects.get().state == "open"


def test_the_pages_of_a_round_take_a_fixed_number_of_statements(
    client, open_round, province, django_assert_max_num_queries
) -> None:
    for number in range(30):
        body = make_body(f"xa-{number}", f"UBND xã {number}", province)
        Submission.objects.create(round=open_round, body=body, reports_to=province, due=open_round.due)
    with django_assert_max_num_queries(21):
        client.get(f"/rounds/{open_round.pk}/")
    with django_assert_max_num_queries(13):
        client.get("/rounds/")
    with django_assert_max_num_queries(13):
        client.get("/rounds/calendar")


def test_a_body_that_is_asked_sees_its_own_line_only(
    clerk, signed_in, open_round, submission, other_commune, province
) -> None:
    other = Submission.objects.create(round=open_round, body=other_commune, reports_to=province, due=open_round.due)
    text = signed_in(clerk).get(f"/rounds/{open_round.pk}/").content.decode()

    assert f"/submissions/{submission.pk}/" in text
    assert f"/submissions/{other.pk}/" not in text
    assert f"/rounds/{open_round.pk}/dues" not in text


def test_a_stranger_finds_no_round(open_round, signed_in) -> None:
    other = make_body("ubnd-tinh-khac", "UBND tỉnh khác", level="province")
    stranger = signed_in(make_user("khac", other, Role.CONSOLIDATOR, subtree=True))

    for page in ("", "edit", "form", "dues", "remind"):
        assert stranger.get(f"/rounds/{open_round.pk}/{page}").status_code == 404
    assert stranger.post(f"/rounds/{open_round.pk}/close", {"edition": 1}).status_code == 404


def test_a_commune_asks_its_hamlets_before_its_own_day(commune, submission, signed_in, programme) -> None:
    make_body("ban-pac-luong", "Bản Pác Lương", commune, level="hamlet")
    below = signed_in(make_user("xa", commune, Role.CONSOLIDATOR, subtree=True))
    form = form_of(programme, groups=["hamlet/ubnd"], parent=submission.pk) | {"due-hamlet": "2026-11-19"}
    below.post("/rounds/new", form)

    made = Round.objects.get(parent=submission.round)
    below.post(f"/rounds/{made.pk}/open", {"edition": 1})
    assert Submission.objects.get(round=made).reports_to == commune


def test_more_time_is_given_with_a_reason(client, open_round, submission) -> None:
    address = f"/rounds/{open_round.pk}/dues"
    assert client.post(address, {"one": submission.pk, "due": "2026-11-27", "edition": 1}).status_code == 422
    client.post(address, {"one": submission.pk, "due": "2026-11-27", "edition": 1, "reason": "Mưa lũ"})

    submission.refresh_from_db()
    assert submission.due == dt.date(2026, 11, 27)


def test_reminding_tells_the_body_and_is_kept(client, open_round, submission, clerk, signed_in) -> None:
    late(submission)
    address = f"/rounds/{open_round.pk}/remind"
    assert "UBND xã Lũng Ẳng" in client.get(address).content.decode()

    client.post(address, {"one": submission.pk, "way": "site"})

    assert Reminder.objects.get().way == "site"
    assert f'href="/submissions/{submission.pk}/"' in signed_in(clerk).get("/notices").content.decode()


@pytest.mark.parametrize("way", ["mail", "digest"])
def test_a_mail_goes_to_the_office(client, open_round, submission, commune, way) -> None:
    commune.email = "vanphong@lungang.example"
    commune.save()
    late(submission)
    client.post(f"/rounds/{open_round.pk}/remind", {"overdue": "1", "way": way})
    run(Job.objects.get(), WORK)

    (sent,) = mail.outbox
    assert sent.to == ["vanphong@lungang.example"]
    assert open_round.name in sent.body
    assert Job.objects.get().result["sent"] == 1


def test_the_letter_names_bodies_and_working_days(client, open_round, submission) -> None:
    late(submission)  # Tuesday 10 November; Wednesday 18 is six working days later
    answer = client.post(
        f"/rounds/{open_round.pk}/remind", {"one": submission.pk, "way": "letter", "until": "2026-11-25"}
    )

    document = Document(io.BytesIO(answer.content))
    table = document.tables[-1]
    assert [cell.text for cell in table.rows[1].cells][:4] == ["1", "Ủy ban nhân dân xã Lũng Ẳng", "10/11/2026", "6"]
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "0/1 cơ quan" in text
    assert "25/11/2026" in text
    assert "cong-van-don-doc-so-ket-03-nam" in answer["Content-Disposition"]


def test_the_new_day_that_is_proposed_is_a_working_day(client, open_round, submission, monkeypatch) -> None:
    monkeypatch.setattr("tongket.site.rounds.views_reminders.today", lambda: dt.date(2026, 11, 22))  # a Sunday
    late(submission)

    assert client.get(f"/rounds/{open_round.pk}/remind").context["until"] == "2026-11-30"


def test_what_was_returned_is_said_to_be_in_the_text_for_a_chat(client, open_round, submission) -> None:
    late(submission)
    Submission.objects.filter(pk=submission.pk).update(state="returned", return_due=dt.date(2026, 11, 12))
    client.cookies["tongket_language"] = "en"

    assert "xã Lũng Ẳng (returned): " in client.get(f"/rounds/{open_round.pk}/remind?all=1").context["text"]


def test_a_day_that_was_left_out_is_asked_for(programme, signed_in, consolidator) -> None:
    client = signed_in(consolidator)
    client.cookies["tongket_language"] = "en"
    page = client.post("/rounds/new", form_of(programme) | {"period_end": " "}).content.decode()

    assert "A day is missing here." in page


def test_nobody_reminds_for_another_body(open_round, submission, signed_in, other_commune) -> None:
    other = signed_in(make_user("khac", other_commune, Role.CONSOLIDATOR))

    assert other.post(f"/rounds/{open_round.pk}/remind", {"one": submission.pk, "way": "site"}).status_code == 404
    assert not Reminder.objects.exists()


def test_a_day_off_is_entered_and_taken_away(province, signed_in) -> None:
    client = signed_in(make_user("quantri", province, Role.ADMINISTRATOR, subtree=True))
    client.post("/rounds/calendar/enter", {"day": "2026-11-19", "reason": "Nghỉ do bão"})
    one = Holiday.objects.get()
    assert "Nghỉ do bão" in client.get("/rounds/calendar?month=2026-11").content.decode()
    assert client.post("/rounds/calendar/enter", {"day": "bao giờ", "reason": "Nghỉ do bão"}).status_code == 422

    client.post(f"/rounds/calendar/{one.pk}/forget")
    assert not Holiday.objects.exists()


@pytest.mark.parametrize("role", [Role.CONSOLIDATOR, Role.CLERK, Role.ADMINISTRATOR])
def test_days_that_hold_for_all_are_entered_at_the_top_alone(province, commune, signed_in, role) -> None:
    body = commune if role == Role.ADMINISTRATOR else province
    one = Holiday.objects.create(day="2026-11-19", name="Nghỉ do bão")
    client = signed_in(make_user("ai-do", body, role, subtree=True))
    page = client.get("/rounds/calendar?month=2026-11").content.decode()

    assert "Nghỉ do bão" in page
    assert "/calendar/enter" not in page
    answer = client.post("/rounds/calendar/enter", {"day": "2026-11-20", "reason": "Nghỉ thêm"})
    refused = 403 if body == province else 404
    assert answer.status_code == refused
    assert client.post(f"/rounds/calendar/{one.pk}/forget").status_code == refused
    assert list(Holiday.objects.values_list("name", flat=True)) == ["Nghỉ do bão"]


def test_the_form_is_shown_before_the_round_is_opened(client, open_round) -> None:
    text = client.get(f"/rounds/{open_round.pk}/form?level=commune").content.decode()

    assert text.count("<table") >= 1
