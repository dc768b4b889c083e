"""The record is verified, searched, backed up, restored, and erased where a law demands."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from django.test import Client

from site_makers import make_body, make_user
from tongket.site.people.models import Role
from tongket.site.records.models import Content, Head, Link, Seal
from tongket.site.records.services import seal
from tongket.site.records.verifying import verify
from tongket.site.submissions.models import Observation, Value
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.purging import purge


def test_a_record_that_nobody_touched_holds(sent) -> None:
    seal()
    found = verify()
    assert found.breaks == []
    assert found.links == Link.objects.count() > 1
    assert found.seals == 1


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda: Content.objects.filter(link__number=1).update(data="{}"), "content was changed"),
        (lambda: Link.objects.filter(number=2).update(action="approve"), "link itself"),
        (lambda: Head.objects.update(number=99), "does not end"),
        (lambda: Seal.objects.update(root="0"), "seal itself"),
        (lambda: Link.objects.filter(number=2).update(hash="0"), "another link"),
    ],
)
def test_each_harm_is_found(sent, harm, said: str) -> None:
    seal()
    harm()
    assert any(said in one.what for one in verify().breaks)


def test_a_submission_is_erased_and_the_record_still_holds(sent) -> None:
    counts = purge(sent.pk, "Quyết định số 12/QĐ-UBND")
    assert counts["values"] == counts["observations"] == 3
    assert not Value.objects.exists()
    assert not Observation.objects.exists()
    sent.refresh_from_db()
    assert sent.state == "open"
    last = Link.objects.filter(chain=f"submission:{sent.pk}").latest("number")
    assert last.action == "purge"
    assert "12/QĐ-UBND" in last.content.data
    assert Content.objects.filter(link__chain=f"submission:{sent.pk}", data="").count() == last.number - 1
    assert verify().breaks == []


def test_erasing_needs_a_reason_and_a_submission(sent) -> None:
    with pytest.raises(SubmissionError):
        purge(sent.pk, " ")
    with pytest.raises(SubmissionError):
        purge(sent.pk + 1, "Quyết định số 12/QĐ-UBND")


def test_the_page_shows_the_links_below_ones_body_alone(sent, province, commune, signed_in) -> None:
    inspector = signed_in(make_user("thanhtra", province, Role.INSPECTOR, subtree=True))
    page = inspector.get("/record/", {"chain": f"submission:{sent.pk}"}).content.decode()
    links = Link.objects.filter(chain=f"submission:{sent.pk}")
    assert page.count("data-link=") == links.count()
    assert inspector.get("/record/", {"action": "send"}).content.decode().count("data-link=") == 1
    assert "data-link=" not in inspector.get("/record/", {"since": "2027-01-01"}).content.decode()
    assert "data-link=" not in inspector.get("/record/", {"since": "no day", "post": "nobody"}).content.decode()

    elsewhere = make_body("ubnd-tinh-khac", "UBND tỉnh khác", level="province", unit="xx")
    other = signed_in(make_user("thanhtra2", elsewhere, Role.INSPECTOR, subtree=True))
    assert "data-link=" not in other.get("/record/", {"chain": f"submission:{sent.pk}"}).content.decode()
    assert other.get(f"/record/{links[0].pk}").status_code == 404
    assert inspector.get(f"/record/{links[0].pk}").status_code == 200


def test_an_administrator_does_not_read_what_a_submission_says(sent, province, signed_in) -> None:
    admin = signed_in(make_user("quantri", province, Role.ADMINISTRATOR, subtree=True))
    link = Link.objects.get(chain=f"submission:{sent.pk}", action="fill")
    answer = admin.get(f"/record/{link.pk}")
    assert answer.status_code == 200
    assert "QT-01" not in answer.content.decode()


def test_the_page_is_paged_in_few_statements(sent, province, signed_in, django_assert_max_num_queries) -> None:
    client: Client = signed_in(make_user("thanhtra", province, Role.INSPECTOR, subtree=True))
    links = [
        Link(chain=f"submission:{sent.pk}", number=100 + n, moment=sent.sent, action="fill", digest="", hash=str(n))
        for n in range(60)
    ]
    Link.objects.bulk_create(links)
    with django_assert_max_num_queries(12):
        page = client.get("/record/").content.decode()
    assert page.count("data-link=") == 50
    assert "before=" in page


@pytest.mark.slow
def test_a_backup_comes_back_while_the_site_runs(tmp_path: Path) -> None:
    data = tmp_path / "data"
    environment = {**os.environ, "TONGKET_DATA": str(data), "TONGKET_LANG": "en"}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    run = [sys.executable, "-c", SCRIPT, str(tmp_path / "copy.zip")]
    answer = subprocess.run(run, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert answer.returncode == 0, answer.stderr
    with zipfile.ZipFile(tmp_path / "copy.zip") as archive:
        assert {"tongket.sqlite3", "manifest.json", "files/ab/abcd.docx"} <= set(archive.namelist())
        assert not any("secret" in name or name.startswith("waiting") for name in archive.namelist())


SCRIPT = """
import os, sys, zipfile
from pathlib import Path
os.environ["DJANGO_SETTINGS_MODULE"] = "tongket.site.settings"
import django
django.setup()
from django.conf import settings
from tongket.site.backups import BackupError, back_up, restore
from tongket.site.people.models import Body
from tongket.site.upgrade import upgrade
upgrade()
kept = settings.DATA.files / "ab" / "abcd.docx"
kept.parent.mkdir()
kept.write_text("report")
Body.objects.create(code="a", name="A", kind="ubnd", unit="a", level="province", path="/1/")
archive = back_up(Path(sys.argv[1]))
Body.objects.create(code="b", name="B", kind="ubnd", unit="b", level="province", path="/2/")
kept.unlink()
before = restore(archive)
assert before.exists()
assert [one.code for one in Body.objects.all()] == ["a"]
assert kept.read_text() == "report"
broken = archive.with_name("broken.zip")
with zipfile.ZipFile(archive) as one, zipfile.ZipFile(broken, "w") as two:
    for name in one.namelist():
        two.writestr(name, b"other" if name.startswith("files") else one.read(name))
for wrong in (broken, kept, archive.with_name("none.zip")):
    try:
        restore(wrong)
    except BackupError:
        continue
    raise SystemExit(f"{wrong} was restored")
assert kept.read_text() == "report"
try:
    back_up(archive)
except BackupError:
    pass
else:
    raise SystemExit("written over")
"""
