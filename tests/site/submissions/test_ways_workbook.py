"""The Excel form: downloaded filled, edited offline, shown before it changes anything, and given back with reasons."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from python_calamine import CalamineWorkbook

from tongket.exchange.templates.book import MARK
from tongket.site.interface.days import long_day
from tongket.site.rounds.places import ValuePlace
from tongket.site.submissions.models import Upload, Value
from tongket.site.submissions.services.reviewing import Returned, return_places
from tongket.site.submissions.services.sending import send
from tongket.site.submissions.services.uploading import waiting_path
from tongket.site.submissions.services.workbook import workbook_of


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def saved(book: openpyxl.Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def cell_of(book: openpyxl.Workbook, indicator: str):
    """The first cell of the forms that asks for ``indicator`` without a breakdown."""
    for sheet in book:
        if not str(sheet["A1"].value).startswith(f"{MARK}:form:"):
            continue
        for row in sheet.iter_rows(min_row=6):
            if str(row[0].value).startswith(f"row|{indicator}||"):
                return next(cell for cell in row[1:] if str(sheet.cell(1, cell.column).value).startswith("value|"))
    raise LookupError(indicator)


def upload(client, submission, content: bytes, name: str = "bieu.xlsx"):
    file = SimpleUploadedFile(name, content)
    return client.post(f"/submissions/{submission.pk}/workbook", {"file": file}, follow=True)


def apply(client, submission, answer):
    seen = answer.context["seen"]
    return client.post(f"/submissions/{submission.pk}/workbook/{Upload.objects.get().pk}/apply", {"seen": seen})


def test_the_workbook_holds_what_stands_in_the_form(clerk, submission, fill, signed_in) -> None:
    fill(**{"QT-01": "1.234", "QT-04": "khoảng 560"})
    answer = signed_in(clerk).get(f"/submissions/{submission.pk}/workbook.xlsx")
    book = opened(answer.content)

    assert cell_of(book, "QT-01").value == 1234
    assert cell_of(book, "QT-04").value == "khoảng 560"
    sheet = cell_of(book, "QT-01").parent
    assert sheet.protection.sheet
    assert not cell_of(book, "QT-01").protection.locked


def test_what_it_would_change_is_shown_and_nothing_else_changes(clerk, submission, fill, signed_in) -> None:
    fill(**{"QT-01": "12", "QT-02": "9"})
    book = opened(workbook_of(submission))
    cell_of(book, "QT-01").value = 15
    cell_of(book, "QT-04").value = 1250
    client = signed_in(clerk)
    answer = upload(client, submission, saved(book))

    shown = {str(one.place): (one.before, one.after) for one in answer.context["changes"]}
    assert shown == {"value:QT-01/@area": ("12", "15"), "value:QT-04/@area": ("", "1.250")}
    assert Value.objects.get(indicator="QT-01").amount == 12

    apply(client, submission, answer)
    value = Value.objects.get(indicator="QT-01")
    assert (value.amount, value.origin, value.source, value.version) == (15, "workbook", "bieu.xlsx", 2)
    assert Value.objects.get(indicator="QT-04").amount == 1250
    assert Value.objects.get(indicator="QT-02").version == 1


def test_a_cell_that_was_emptied_offline_is_emptied(clerk, submission, fill, signed_in) -> None:
    fill(**{"QT-01": "12", "QT-02": "9"})
    book = opened(workbook_of(submission))
    cell_of(book, "QT-01").value = None
    client = signed_in(clerk)
    apply(client, submission, upload(client, submission, saved(book)))

    assert Value.objects.get(indicator="QT-01").status == "missing"
    assert Value.objects.get(indicator="QT-02").amount == 9


def test_what_nobody_touched_offline_does_not_undo_what_was_typed_meanwhile(clerk, submission, fill, signed_in) -> None:
    fill(**{"QT-01": "12", "QT-02": "9"})
    book = opened(workbook_of(submission))
    fill(**{"QT-01": "13"})
    cell_of(book, "QT-02").value = 10
    answer = upload(signed_in(clerk), submission, saved(book))

    assert [(one.place.indicator, one.moved) for one in answer.context["changes"]] == [("QT-02", False)]


def test_a_cell_changed_on_both_sides_is_marked(clerk, submission, fill, signed_in) -> None:
    fill(**{"QT-01": "12"})
    book = opened(workbook_of(submission))
    fill(**{"QT-01": "13"})
    cell_of(book, "QT-01").value = 14
    answer = upload(signed_in(clerk), submission, saved(book))

    assert [one.moved for one in answer.context["changes"]] == [True]


def test_what_somebody_typed_after_the_preview_stays(clerk, submission, fill, signed_in) -> None:
    fill(**{"QT-01": "12"})
    book = opened(workbook_of(submission))
    cell_of(book, "QT-01").value = 14
    client = signed_in(clerk)
    answer = upload(client, submission, saved(book))
    fill(**{"QT-01": "13"})
    apply(client, submission, answer)

    assert Value.objects.get(indicator="QT-01").amount == 13


def test_a_cell_that_says_no_number_comes_back_in_red(clerk, submission, signed_in) -> None:
    book = opened(workbook_of(submission))
    cell_of(book, "QT-01").value = "mười hai hội nghị gì đó"
    cell_of(book, "QT-02").value = 9
    client = signed_in(clerk)
    answer = upload(client, submission, saved(book))
    assert len(answer.context["refused"]) == 1
    apply(client, submission, answer)
    kept = Upload.objects.get()
    back = opened(client.get(f"/submissions/{submission.pk}/workbook/{kept.pk}/refused.xlsx").content)

    wrong = cell_of(back, "QT-01")
    reason = wrong.parent.cell(wrong.row, wrong.parent.max_column)
    assert wrong.value == "mười hai hội nghị gì đó"
    assert "mười hai hội nghị" in reason.value
    assert reason.font.color.rgb == "FF9C0006"
    assert cell_of(back, "QT-02").value == 9

    wrong.value = 12
    Upload.objects.all().delete()
    apply(client, submission, upload(client, submission, saved(back)))
    assert Value.objects.get(indicator="QT-01").amount == 12


def test_the_cover_says_for_which_round_to_whom_and_by_when_and_is_closed(clerk, submission, signed_in) -> None:
    answer = signed_in(clerk).get(f"/submissions/{submission.pk}/workbook.xlsx")
    cover = opened(answer.content).worksheets[0]
    said = {row[1].value: row[2].value for row in cover.iter_rows()}
    words = " ".join(str(cell.value) for row in cover.iter_rows() for cell in row)

    assert said["Đợt"] == submission.round.name
    assert {submission.reports_to.name, long_day(submission.due)} <= set(said.values())
    assert "tongket facts" not in words
    assert all(cell.protection.locked for row in cover.iter_rows() for cell in row)
    named = f"bieu-{submission.body.code}-{submission.round.programme.code}-{submission.round.period_end:%d-%m-%Y}.xlsx"
    assert named in answer["Content-Disposition"]


def test_a_spreadsheet_refuses_at_once_a_number_that_cannot_be(submission) -> None:
    cell = cell_of(opened(workbook_of(submission)), "QT-01")
    (rule,) = (one for one in cell.parent.data_validations.dataValidation if cell.coordinate in one.sqref)
    at = cell.coordinate

    assert (rule.type, rule.errorStyle) == ("custom", None)  # none: the number is not taken
    assert rule.formula1 == f"OR(ISTEXT({at}),AND(ISNUMBER({at}),{at}>=0,{at}=INT({at})))"


def test_of_a_returned_report_the_workbook_is_open_where_it_was_returned_and_says_why(approver, sent, acting) -> None:
    reason = "Số này chưa khớp với danh sách."
    returned = [Returned(str(ValuePlace("QT-01", "", "area")), reason)]
    return_places(acting(approver), sent, sent.edition, returned, dt.date(2026, 11, 20))
    sent.refresh_from_db()
    book = opened(workbook_of(sent))
    cell, other = cell_of(book, "QT-01"), cell_of(book, "QT-02")

    assert (cell.protection.locked, other.protection.locked) == (False, True)
    assert other.value is not None
    assert f"{cell.coordinate}: {reason}" in [one.value for one in cell.parent[cell.row]]


def test_of_a_report_that_was_sent_the_workbook_is_closed(sent) -> None:
    book = opened(workbook_of(sent))

    assert all(cell.protection.locked for sheet in book for row in sheet.iter_rows() for cell in row)


def test_what_cannot_be_taken_in_a_closed_cell_is_named_as_closed(approver, clerk, sent, acting, signed_in) -> None:
    book = opened(workbook_of(sent))
    cell_of(book, "QT-02").value = "chín cái gì đó"
    returned = [Returned(str(ValuePlace("QT-01", "", "area")), "Số này chưa khớp với danh sách.")]
    return_places(acting(approver), sent, sent.edition, returned, dt.date(2026, 11, 20))
    answer = upload(signed_in(clerk), sent, saved(book))

    assert not answer.context["refused"]
    assert len(answer.context["closed"]) == 1


def test_the_workbook_with_reasons_holds_what_was_typed_and_not_taken_over_yet(
    clerk, submission, fill, signed_in
) -> None:
    fill(**{"QT-02": "9", "QT-04": "100"})
    book = opened(workbook_of(submission))
    cell_of(book, "QT-01").value, cell_of(book, "QT-02").value = "nhiều lắm", 10
    cell_of(book, "QT-04").value = "khoảng 560"
    fill(**{"QT-04": "200"})  # by somebody else, meanwhile
    client = signed_in(clerk)
    upload(client, submission, saved(book))
    kept = Upload.objects.get()
    back = opened(client.get(f"/submissions/{submission.pk}/workbook/{kept.pk}/refused.xlsx").content)
    assert [cell_of(back, code).value for code in ("QT-01", "QT-02", "QT-04")] == ["nhiều lắm", 10, "khoảng 560"]

    cell_of(back, "QT-01").value = 12
    Upload.objects.all().delete()
    shown = upload(client, submission, saved(back)).context["changes"]
    assert {one.place.indicator: one.moved for one in shown} == {"QT-01": False, "QT-02": False, "QT-04": True}


@pytest.mark.parametrize(
    ("typed", "shown"), [(4.5, "4,5"), (dt.date(2026, 10, 5), "05/10/2026"), (True, "TRUE")], ids=str
)
def test_what_stands_in_a_refused_cell_is_shown_as_the_spreadsheet_shows_it(
    clerk, submission, signed_in, typed, shown
) -> None:
    book = opened(workbook_of(submission))
    cell_of(book, "QT-01").value = typed
    (refused,) = upload(signed_in(clerk), submission, saved(book)).context["refused"]

    assert refused.typed == shown
    assert refused.name


def test_a_workbook_of_which_nothing_can_be_taken_says_so_first(clerk, submission, signed_in) -> None:
    book = opened(workbook_of(submission))
    cell_of(book, "QT-01").value = "nhiều lắm"
    client = signed_in(clerk)
    client.cookies["tongket_language"] = "en"
    page = upload(client, submission, saved(book)).content.decode()

    assert "<h1>1 cell cannot be taken</h1>" in page


def test_merged_cells_say_so(clerk, submission, signed_in) -> None:
    book = opened(workbook_of(submission))
    cell = cell_of(book, "QT-01")
    cell.value = 5
    cell.parent.merge_cells(start_row=cell.row, end_row=cell.row + 1, start_column=cell.column, end_column=cell.column)
    answer = upload(signed_in(clerk), submission, saved(book))

    assert {one.at.rpartition("!")[2] for one in answer.context["refused"]} >= {cell.coordinate}
    assert not answer.context["changes"]


def test_a_formula_that_ends_in_an_error_says_so(clerk, submission, signed_in) -> None:
    book = opened(workbook_of(submission))
    cell = cell_of(book, "QT-01")
    cell.value = "=1/0"
    content = with_error(saved(book), cell.coordinate)
    answer = upload(signed_in(clerk), submission, content)

    assert [(one.typed, one.at.rpartition("!")[2]) for one in answer.context["refused"]] == [
        ("#DIV/0!", cell.coordinate)
    ]


def test_a_formula_that_was_never_computed_says_so(clerk, submission, fill, signed_in) -> None:
    """As a program saves it that is no spreadsheet: the formula alone. It does not empty what stands in the form."""
    fill(**{"QT-01": "12"})
    book = opened(workbook_of(submission))
    cell = cell_of(book, "QT-01")
    cell.value = "=5+7"
    answer = upload(signed_in(clerk), submission, saved(book))

    (refused,) = answer.context["refused"]
    assert refused.at.rpartition("!")[2] == cell.coordinate
    assert "has no result" in refused.why.what
    assert not answer.context["changes"]


def with_error(content: bytes, at: str) -> bytes:
    """The workbook as Excel saves it: the formula with the error that it ended in."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            cell = re.search(rf'<c r="{at}"([^>]*)><f>1/0</f><v ?/?>(</v>)?</c>'.encode(), data)
            if cell:
                data = data.replace(cell[0], f'<c r="{at}" t="e"'.encode() + cell[1] + b"><f>1/0</f><v>#DIV/0!</v></c>")
            new.writestr(name, data)
    return made.getvalue()


def test_an_edited_code_refuses_its_row_alone(clerk, submission, signed_in) -> None:
    book = opened(workbook_of(submission))
    cell = cell_of(book, "QT-01")
    cell.value = 5
    cell_of(book, "QT-02").value = 9
    cell.parent.cell(cell.row, 1).value = "row|QT-99||"
    answer = upload(signed_in(clerk), submission, saved(book))

    assert len(answer.context["refused"]) == 1
    assert answer.context["missing"]
    assert [one.place.indicator for one in answer.context["changes"]] == ["QT-02"]


@pytest.mark.parametrize(("mark", "value"), [("hash", "0" * 64), ("programme", "khac"), ("unit", "ms-02")])
def test_another_version_programme_or_unit_is_refused_and_wiped(clerk, submission, signed_in, mark, value) -> None:
    book = opened(workbook_of(submission))
    for row in book[MARK].iter_rows():
        if row[0].value == mark:
            row[1].value = value
    answer = upload(signed_in(clerk), submission, saved(book))

    assert answer.status_code == 422
    assert Upload.objects.get().state == "refused"
    assert not waiting_path(Upload.objects.get()).exists()


@pytest.mark.parametrize(
    ("version", "said"), [("1", "both call themselves version 1"), ("9", "of version 9 of the form, and this round")]
)
def test_an_older_form_is_told_apart_also_where_its_number_is_the_same(
    clerk, submission, signed_in, version, said
) -> None:
    book = opened(workbook_of(submission))
    for row in book[MARK].iter_rows():
        row[1].value = {"hash": "0" * 64, "version": version}.get(row[0].value, row[1].value)
    client = signed_in(clerk)
    client.cookies["tongket_language"] = "en"

    assert said in upload(client, submission, saved(book)).content.decode()


@pytest.mark.parametrize("content", [b"PK\x03\x04nothing", b"text", saved(openpyxl.Workbook())])
def test_what_is_no_form_is_refused_with_a_sentence(clerk, submission, signed_in, content) -> None:
    answer = upload(signed_in(clerk), submission, content)

    assert answer.status_code == 422
    assert "bieu.xlsx" in answer.content.decode()


def test_an_empty_workbook_is_told_to_be_no_form_and_not_to_be_no_report(clerk, submission, signed_in) -> None:
    client = signed_in(clerk)
    client.cookies["tongket_language"] = "en"

    assert (
        "this is not the workbook of the form"
        in upload(client, submission, saved(openpyxl.Workbook())).content.decode()
    )


def test_a_deleted_sheet_is_named(clerk, submission, signed_in) -> None:
    book = opened(workbook_of(submission))
    book.remove(cell_of(book, "QT-01").parent)

    assert upload(signed_in(clerk), submission, saved(book)).status_code == 422


def test_a_workbook_that_comes_after_the_sending_is_refused_and_wiped(clerk, sent, signed_in) -> None:
    book = opened(workbook_of(sent))
    cell_of(book, "QT-01").value = 99
    client = signed_in(clerk)
    client.cookies["tongket_language"] = "en"
    answer = upload(client, sent, saved(book))

    assert answer.status_code == 422
    assert "This report was sent already, and is not open" in answer.content.decode()
    assert not waiting_path(Upload.objects.get()).exists()


def test_a_workbook_that_was_shown_before_the_sending_changes_nothing_after_it(
    clerk, submission, fill, acting, signed_in
) -> None:
    fill(**{"QT-01": "12"})
    book = opened(workbook_of(submission))
    cell_of(book, "QT-01").value = 99
    client = signed_in(clerk)
    shown = upload(client, submission, saved(book))
    send(acting(clerk), submission, submission.edition)
    apply(client, submission, shown)

    assert Value.objects.get(indicator="QT-01").amount == 12


def test_of_a_returned_report_only_the_cells_that_were_returned_are_offered(
    approver, clerk, sent, acting, signed_in
) -> None:
    book = opened(workbook_of(sent))
    cell_of(book, "QT-01").value, cell_of(book, "QT-02").value = 99, 98
    place = str(ValuePlace("QT-01", "", "area"))
    returned = [Returned(place, "Số này chưa khớp với danh sách.")]
    return_places(acting(approver), sent, sent.edition, returned, dt.date(2026, 11, 20))
    answer = upload(signed_in(clerk), sent, saved(book))

    assert [one.place.indicator for one in answer.context["changes"]] == ["QT-01"]
    assert len(answer.context["closed"]) == 1
    apply(signed_in(clerk), sent, answer)
    assert Value.objects.get(indicator="QT-01").amount == 99
    assert not Value.objects.filter(indicator="QT-02", amount=98).exists()


def test_the_reviewer_may_download_and_not_upload(approver, submission, signed_in) -> None:
    client = signed_in(approver)

    assert CalamineWorkbook.from_filelike(
        io.BytesIO(client.get(f"/submissions/{submission.pk}/workbook.xlsx").content)
    ).sheet_names
    assert upload(client, submission, b"x").status_code == 403


def test_the_preview_takes_a_fixed_number_of_statements(
    clerk, submission, signed_in, django_assert_max_num_queries
) -> None:
    book = opened(workbook_of(submission))
    cell_of(book, "QT-01").value = 5
    client = signed_in(clerk)
    upload(client, submission, saved(book))
    kept = Upload.objects.get()
    with django_assert_max_num_queries(14):
        client.get(f"/submissions/{submission.pk}/workbook/{kept.pk}")
