"""A large sheet is carried out behind the page, in steps that are done once whatever dies in between."""

import pytest
from django.conf import settings
from people.test_importing import rows_of, sheet

from site_makers import make_user
from tongket.site.jobs.models import Job
from tongket.site.jobs.running import run
from tongket.site.jobs.work import WORK
from tongket.site.people.models import Body, Grant, Invitation, Role
from tongket.site.people.services import importing_later, previewing


def row(number: int, role: str = "Clerk") -> tuple[str, ...]:
    return ("", "ubnd", "ms-01", f"UBND số {number}", "", "", "", role, "")


@pytest.fixture
def at(province, signed_in, monkeypatch):
    for left in settings.DATA.waiting.glob("links-*"):  # by a test before, for a user of the same number
        left.unlink()
    monkeypatch.setattr(importing_later, "AT_ONCE", 3)
    monkeypatch.setattr(importing_later, "CHUNK", 2)
    client = signed_in(make_user("quantri", province, Role.ADMINISTRATOR, subtree=True))
    client.cookies["tongket_language"] = "en"
    return client


def begin(client, *rows) -> Job:
    client.post("/people/bodies/import", {"file": sheet(*rows)})
    client.post("/people/bodies/import/do")
    client.post("/people/bodies/import/do")  # pressed twice
    return Job.objects.get(kind="import-bodies")


def test_the_page_answers_at_once_and_shows_how_far_it_is(at) -> None:
    bad = ("", "ubnd", "xã Không Có Đâu", "", "", "", "", "", "")
    job = begin(at, *map(row, range(5)), bad)
    assert 'hx-trigger="every 1s"' in at.get("/people/bodies/import").content.decode()
    assert Body.objects.count() == 1

    run(job, WORK)
    job.refresh_from_db()
    assert (job.state, job.result) == ("done", {"new": 5, "changed": 0, "links": 5, "refused": 1})
    page = at.get("/people/bodies/import").content.decode()
    assert "5 bodies made" in page
    assert page.count("data-refused=") == 1
    links = rows_of(at.post("/people/bodies/import/links"))
    assert len(links) == 6
    assert links[1][-1].startswith("http://testserver/people/join/")
    assert at.get(links[1][-1].removeprefix("http://testserver")).status_code == 200


def test_a_large_sheet_is_looked_at_behind_the_page(at, monkeypatch) -> None:
    bad = [("", "ubnd", f"xã Không Có Đâu {number}", "", "", "", "", "", "") for number in range(4)]
    monkeypatch.setattr(previewing, "SHOWN", 3)
    first = at.post("/people/bodies/import", {"file": sheet(*map(row, range(5)), *bad)}).content.decode()
    again = at.get("/people/bodies/import").content.decode()
    look = Job.objects.get(kind="look-at-bodies")
    assert all('id="look"' in page and "data-row=" not in page for page in (first, again))

    run(look, WORK)
    look.refresh_from_db()
    assert (look.state, look.done, look.total) == ("done", 0, 9)
    page = at.get("/people/bodies/import").content.decode()
    assert "5 new, 0 changed, 5 links, 4 refused" in page
    assert (page.count("data-row="), page.count("data-refused=")) == (3, 3)
    assert "hx-trigger" not in page.split('id="look"')[1].split(">")[0]
    assert len(rows_of(at.get("/people/bodies/import/refused"))) == 5
    assert Body.objects.count() == 1

    at.post("/people/bodies/import/do")
    run(Job.objects.get(kind="import-bodies"), WORK)
    assert (
        'id="look"' in at.get("/people/bodies/import").content.decode()
    )  # the 4 refused rows are a sheet of their own
    run(Job.objects.get(kind="look-at-bodies", state="waiting"), WORK)
    page = at.get("/people/bodies/import").content.decode()
    assert "0 new, 0 changed, 0 links, 4 refused" in page
    assert len(rows_of(at.get("/people/bodies/import/refused"))) == 5


def test_what_was_cut_off_goes_on_without_a_second_link(at, monkeypatch) -> None:
    job = begin(at, *map(row, range(5)))
    real, steps = importing_later.importing.carry_out_some, []

    def die(*told):
        steps.append(1)
        if len(steps) == 2:
            raise MemoryError
        return real(*told)

    monkeypatch.setattr(importing_later.importing, "carry_out_some", die)
    run(job, WORK)
    job.refresh_from_db()
    assert (job.state, Body.objects.count(), Invitation.objects.count()) == ("failed", 3, 2)

    at.post("/people/bodies/import/do")
    run(Job.objects.get(kind="import-bodies", state="waiting"), WORK)
    assert (Body.objects.count(), Invitation.objects.count()) == (6, 5)
    assert len(rows_of(at.post("/people/bodies/import/links"))) == 6


def test_who_lost_the_right_meanwhile_changes_nothing(at) -> None:
    job = begin(at, *map(row, range(5)))
    Grant.objects.update(role=Role.CLERK)
    run(job, WORK)

    job.refresh_from_db()
    assert (job.state, Body.objects.count()) == ("failed", 1)


def test_a_step_that_was_not_committed_is_done_again(at, monkeypatch) -> None:
    job = begin(at, *map(row, range(5)))
    real = importing_later._note

    def die(journal, some, *told):
        real(journal, some, *told)
        if some[0].row.number > 3:
            raise MemoryError  # the line is written, and the transaction does not end

    monkeypatch.setattr(importing_later, "_note", die)
    run(job, WORK)
    monkeypatch.setattr(importing_later, "_note", real)
    assert Body.objects.count() == 3

    at.post("/people/bodies/import/do")
    run(Job.objects.get(kind="import-bodies", state="waiting"), WORK)
    assert (Body.objects.count(), Invitation.objects.count()) == (6, 5)
    assert Job.objects.get(kind="import-bodies", state="done").result == {
        "new": 5, "changed": 0, "links": 5, "refused": 0,
    }  # fmt: skip
    links = rows_of(at.post("/people/bodies/import/links"))
    assert all(at.get(one[-1].removeprefix("http://testserver")).status_code == 200 for one in links[1:])


def test_the_right_is_that_at_the_body_for_which_it_was_begun(at, province, other_commune) -> None:
    job = begin(at, *map(row, range(5)))
    Grant.objects.update(revoked="2026-11-18T00:00Z")
    Grant.objects.create(user=job.user, body=other_commune, role=Role.ADMINISTRATOR)
    run(job, WORK)

    job.refresh_from_db()
    assert (job.state, Body.objects.filter(superior=other_commune).count()) == ("failed", 0)
