"""The pivot: figures with their marks, refusals in words, the way down to the sentence, the workbook."""

import html
import io
import re
from collections import Counter

import openpyxl
import pytest
from django.conf import settings

from site_makers import make_body, make_user
from tongket.site.jobs.models import Job
from tongket.site.jobs.running import run
from tongket.site.jobs.work import WORK
from tongket.site.people.models import Role
from tongket.site.rollups.pivot import period_title
from tongket.site.rollups.sections import MOST, codes_of, sections_of
from tongket.site.rounds.models import Round, Submission
from tongket.site.rounds.programmes import programme_of
from tongket.site.submissions.models import Observation


@pytest.fixture
def told(asked, send, commune):
    """One of two communes has sent."""
    send(commune, {"QT-01": 5, "QT-02": 3}, qualifier="hơn", passage="Đã tổ chức hơn 5 hội nghị.", origin="read")
    return asked


def page(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_partial_total_says_so(told, consolidator, signed_in) -> None:
    text = page(signed_in(consolidator), f"/rollups/{told.pk}/")

    assert ">trên 5</a>" in text or ">hơn 5</a>" in text
    assert '<span class="part">1/2</span>' in text


def test_what_was_returned_is_told_apart_as_the_coverage_tells_it(told, commune, consolidator, signed_in) -> None:
    Submission.objects.filter(round=told, body=commune).update(state="returned", edition=9)
    client = signed_in(consolidator)
    client.cookies["tongket_language"] = "en"
    lede = "<b>1/2</b> bodies are in these figures: 0 have sent, 1 was given its report back"
    assert lede in page(client, f"/rollups/{told.pk}/")
    assert re.search(r'Lũng Ẳng<span class="dim mini"> returned</span>', page(client, f"/rollups/{told.pk}/?by=units"))
    assert '<td class="num">0/2</td><td class="num">1</td>' in page(client, "/rollups/")

    covered = page(client, "/rounds/coverage")
    assert "0 of 2 bodies have sent" in covered
    assert "1 returned" in covered


def test_a_unit_that_the_table_of_units_does_not_hold_is_called_by_its_own_name(
    told, province, send, consolidator, signed_in
) -> None:
    send(make_body("ubnd-xa-khe-moi", "UBND xã Khe Mới", province), {"QT-01": 3})

    text = page(signed_in(consolidator), f"/rollups/{told.pk}/?by=units")

    assert "UBND xã Khe Mới" in text
    assert "ubnd-xa-khe-moi<" not in text


@pytest.mark.parametrize("by", ["periods", "units", "cells"])
@pytest.mark.parametrize("view", ["reported", "map", "apportioned"])
def test_each_way_of_looking_is_shown(told, consolidator, signed_in, by, view) -> None:
    text = page(signed_in(consolidator), f"/rollups/{told.pk}/?by={by}&view={view}&as_of=2026-11-01")

    assert "<table" in text


def test_units_open_below_an_indicator(told, consolidator, signed_in) -> None:
    text = page(signed_in(consolidator), f"/rollups/{told.pk}/?open=QT-01")

    assert "xã Lũng Ẳng" in text
    assert text.count('<tr class="lv2"') == 2


def test_behind_a_number_stand_the_sentence_and_its_submission(told, consolidator, signed_in) -> None:
    text = page(signed_in(consolidator), f"/rollups/{told.pk}/number?indicator=QT-01&unit=ms")

    assert "Đã tổ chức hơn 5 hội nghị." in text
    assert f"/submissions/{told.submissions.get(body__unit='ms-01').pk}/review#" in text
    assert "UBND xã Nà Lầu" in text  # has not sent


def test_a_day_that_is_none_is_said_on_the_page(told, consolidator, signed_in) -> None:
    answer = signed_in(consolidator).get(f"/rollups/{told.pk}/?view=map&as_of=31-2")

    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()


def test_statements_of_a_request_do_not_grow_with_units(
    told, consolidator, province, send, signed_in, django_assert_max_num_queries
) -> None:
    for number in range(30):
        send(make_body(f"xa-{number}", f"UBND xã {number}", province), {"QT-01": number})
    client = signed_in(consolidator)
    with django_assert_max_num_queries(18):
        page(client, f"/rollups/{told.pk}/?by=units")
    with django_assert_max_num_queries(16):
        page(client, f"/rollups/{told.pk}/number?indicator=QT-01")


def test_the_workbook_keeps_numbers_and_marks(told, consolidator, signed_in) -> None:
    client = signed_in(consolidator)
    answer = client.post(f"/rollups/{told.pk}/export?by=units")
    job = Job.objects.get()
    run(job, WORK)
    job.refresh_from_db()
    assert job.state == "done", job.error
    book = client.get(answer["Location"] + "?file=1")
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(book.streaming_content))).active
    row = next(row for row in sheet.iter_rows() if row[0].value and "tổ chức riêng" in str(row[0].value))

    assert row[2].value == 5
    assert "(1/2)" in row[2].number_format


def test_a_clerk_and_another_province_see_nothing(told, clerk, signed_in) -> None:
    other = make_body("ubnd-tinh-khac", "UBND tỉnh khác", level="province")
    stranger = make_user("khac", other, Role.CONSOLIDATOR, subtree=True)

    for user in (clerk, stranger):
        for tail in ("", "number?indicator=QT-01"):
            assert signed_in(user).get(f"/rollups/{told.pk}/{tail}").status_code == 404


def test_a_draft_has_no_figures(told, consolidator, signed_in) -> None:
    Round.objects.filter(pk=told.pk).update(state="draft")

    assert signed_in(consolidator).get(f"/rollups/{told.pk}/").status_code == 404


def test_a_round_is_listed_with_its_period(told, consolidator, signed_in) -> None:
    assert period_title(told) == "2026"
    assert f'href="/rollups/{told.pk}/"' in page(signed_in(consolidator), "/rollups/")


def test_a_page_of_the_pivot_stays_small_and_none_is_lost(told) -> None:
    programme = programme_of(told.programme)
    sections = sections_of(programme)
    weight: Counter[int] = Counter()
    for one in sections:
        weight[one.page] += sum(1 + len(programme.cells(each)) for each in one.indicators)

    assert max(weight.values()) <= MOST
    assert sum(len(one.indicators) for one in sections) == len(programme.indicators)
    assert codes_of(sections) == {one.code for one in programme.indicators}


@pytest.mark.parametrize("tail", ["number?indicator=QT-01", "charts?indicator=QT-01"])
def test_a_day_that_is_none_is_said_wherever_a_map_is_named(told, consolidator, signed_in, tail) -> None:
    answer = signed_in(consolidator).get(f"/rollups/{told.pk}/{tail}&view=map&as_of=31-2")

    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()


def copied(row, **changes):
    """The same row once more, with other columns."""
    one = type(row).objects.get(pk=row.pk)
    one.pk = None
    for name, value in changes.items():
        setattr(one, name, value)
    one.save()
    return one


def test_a_change_of_nothing_has_no_direction(told, consolidator, signed_in) -> None:
    days = {"period_start": "2025-01-01", "period_end": "2025-12-31"}
    sent = told.submissions.get(state="sent")
    before = copied(sent, round=copied(told, **days))
    copied(told.submissions.exclude(pk=sent.pk).get(), round=before.round)
    for one in sent.revisions.all():
        copied(one, submission=before)
    for one in Observation.objects.filter(submission=sent):
        copied(one, submission=before, **days)
    text = page(signed_in(consolidator), f"/rollups/{told.pk}/")

    assert "<span>0%</span>" in text
    assert 'class="up">0%' not in text


MERGED = """\
id\tkind\tprefix\tname\tparent\tfrom\tto\tbecame
ms\tprovince\ttỉnh\tMẫu Sơn\tvn\t\t\t
ms-01\tcommune\txã\tLũng Ẳng\tms\t2025-07-01\t2026-12-31\tms-03
ms-02\tcommune\txã\tNà Lầu\tms\t2025-07-01\t2026-12-31\tms-03
ms-03\tcommune\txã\tHai Xã\tms\t2027-01-01\t\t
"""


@pytest.fixture
def merged(told, send, other_commune):
    """The two communes that have sent became one on the day after the period."""
    send(other_commune, {"QT-01": 7}, passage="Đã tổ chức 7 hội nghị.", origin="read")
    file = settings.DATA.units_file
    before = file.read_text("utf-8")
    file.write_text(MERGED, encoding="utf-8")
    yield told
    file.write_text(before, encoding="utf-8")


@pytest.mark.parametrize("view", ["map", "apportioned"])
def test_the_way_down_to_the_sentence_keeps_the_map(merged, consolidator, signed_in, view) -> None:
    client, asked = signed_in(consolidator), f"view={view}&as_of=2027-02-01"
    top = page(client, f"/rollups/{merged.pk}/number?indicator=QT-01&unit=ms&{asked}")
    (down,) = {one for one in re.findall(r'href="(/rollups/\d+/number[^"]+)"', top) if "unit=ms-03" in one}
    text = page(client, html.unescape(down))

    assert f"view={view}" in down
    assert "Đã tổ chức hơn 5 hội nghị." in text
    assert "Đã tổ chức 7 hội nghị." in text
    assert '<td class="num">hơn 5</td>' in text
    assert '<td class="num">7</td>' in text
    assert f"/rollups/{merged.pk}/?view={view}&amp;as_of=2027-02-01" in text  # the way back to the table
    assert "data-behind" in text  # and to the whole
