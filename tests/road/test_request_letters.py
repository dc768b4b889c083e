from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letters import FORM, OUTLINE, PARTY, TERMS, state_letter, written
from sheets import write_workbook

from tongket.errors import ReadError, SecretError
from tongket.model.programmes import Programme
from tongket.programmes.check import check_programme
from tongket.programmes.drafting.draft import draft
from tongket.programmes.drafting.letter import Letter
from tongket.programmes.drafting.outline import outline_of
from tongket.programmes.entries import Mistakes
from tongket.road.drafting import new_programme, read_request


def drafted(tmp_path: Path, text: str) -> Programme:
    return read_request(written(tmp_path / "cong-van.txt", text)).programme


def test_the_letter_tells_what_is_reviewed_and_when(tmp_path: Path) -> None:
    programme = drafted(tmp_path, state_letter())
    directive = programme.directive
    assert (directive.type, directive.symbol, directive.date) == ("Nghị quyết", "25-NQ/TU", "2016-10-12")
    assert (directive.issuer, directive.subject) == ("Ban Chấp hành Đảng bộ tỉnh", "về xây dựng nông thôn mới")
    assert (programme.review, programme.years, programme.regime) == ("tổng kết", 10, "state")
    assert (programme.period_start, programme.period_end) == ("2016-10-12", "2026-09-30")
    assert programme.schedule is not None
    assert programme.schedule.closing == "2026-09-30"
    assert {due.level: due.date for due in programme.schedule.dues} == {
        "commune": "2026-10-10",
        "province": "2026-10-15",
    }
    assert [(one.kind, one.level) for one in programme.expected] == [("ubnd", "province"), ("ubnd", "commune")]


def test_the_outline_gets_canonical_codes_by_the_meaning_of_its_titles(tmp_path: Path) -> None:
    outline = drafted(tmp_path, state_letter()).outline
    assert [(item.depth, item.code) for item in outline] == [
        (0, "PHAN-1"),
        (1, "A"),
        (1, "B"),
        (2, "B.1"),
        (2, "B.2"),
        (2, "B.4"),
        (1, "C"),
        (2, "C.1"),
        (2, "C.2"),
        (1, "D"),
        (2, "D.1"),
        (2, "D.2"),
        (2, "D.3"),
        (3, "D.3.1"),
        (3, "D.3.2"),
        (2, "D.4"),
        (0, "E"),
        (1, "E.1"),
        (1, "E.2"),
        (0, "F"),
        (1, "F.1"),
        (1, "F.2"),
    ]
    gathered = {item.code: item.passages for item in outline if item.passages}
    assert gathered == {
        "D.1": ("strengths",),
        "D.2": ("limitations",),
        "D.3": ("causes",),
        "D.4": ("lessons",),
        "E.1": ("forecast",),
        "E.2": ("tasks",),
        "F": ("recommendations",),
    }
    optional = [item.code for item in outline if item.depth <= 1 and not item.required and item.code[:1] in "ABCD"]
    assert optional == ["A"]
    assert [item.code for item in outline if item.documents] == ["B.2"]


def test_the_form_of_the_appendix_becomes_indicators(tmp_path: Path) -> None:
    programme = drafted(tmp_path, state_letter())
    asked = {one.name: (one.unit_word, one.kind, one.over_time) for one in programme.indicators}
    assert asked["Chiều dài đường giao thông nông thôn được cứng hóa"] == ("km", "decimal", "latest")
    assert asked["Công trình thủy lợi được xây dựng, nâng cấp"] == ("công trình", "integer", "sum")
    assert asked["Hộ nghèo"] == ("hộ", "integer", "latest")
    rate = next(one for one in programme.indicators if one.name == "Tỷ lệ hộ nghèo")
    terms = [programme.indicator(code) for code in (rate.numerator, rate.denominator)]
    assert [one.name for one in terms if one] == ["Hộ nghèo", "Tổng số hộ"]


def test_figures_that_the_outline_wants_in_the_text_become_indicators_of_that_section(tmp_path: Path) -> None:
    programme = drafted(tmp_path, state_letter())
    section = next(item for item in programme.outline if item.code == "B.1")
    said = " ".join(sentence.text for sentence in section.sentences)
    units = {one.code: one.unit_word for one in programme.indicators}
    assert sorted(units[code] for code in units if f"{{{code}" in said) == ["hội nghị", "lượt người"]


def test_a_party_letter_with_the_outline_in_its_text(tmp_path: Path) -> None:
    programme = drafted(tmp_path, PARTY)
    assert programme.regime == "party"
    assert programme.directive.subject == "về tăng cường công tác dân vận trong tình hình mới"
    assert [item.code for item in programme.outline if not item.depth] == list("BCDEF")
    mixed = next(item for item in programme.outline if item.title.startswith("Hạn chế"))
    assert mixed.passages == ("limitations", "causes")
    assert programme.schedule is not None
    assert [(due.level, due.date) for due in programme.schedule.dues] == [("commune", "2026-09-20")]


def test_one_day_for_all_levels_leaves_working_days_between_them(tmp_path: Path) -> None:
    terms = TERMS.replace("trước ngày 10/10/2026", "trước ngày 15/10/2026")
    drafted_ = read_request(written(tmp_path / "cv.txt", state_letter(terms)))
    assert drafted_.programme.schedule is not None
    dues = {due.level: due.date for due in drafted_.programme.schedule.dues}
    assert dues == {"province": "2026-10-15", "commune": "2026-10-13"}
    question = next(one for one in drafted_.decisions if one.key == "programme.due")
    assert not question.sure


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("Báo cáo gửi về Sở Nội vụ trước ngày 10/10 để tổng hợp.", id="without a year"),
        pytest.param("Báo cáo gửi về Sở Nội vụ trước 17 giờ 00, ngày 10 tháng 10 năm 2026.", id="with the hour"),
        pytest.param("Hạn gửi báo cáo: 10/10/2026.", id="as a term"),
        pytest.param("Đề nghị gửi báo cáo chậm nhất là ngày\n10/10/2026.", id="broken over two lines"),
    ],
)
def test_ways_of_setting_a_day(tmp_path: Path, said: str) -> None:
    schedule = drafted(tmp_path, state_letter(f"\n{said}\n")).schedule
    assert schedule is not None
    assert max(due.date for due in schedule.dues) == "2026-10-10"


PARTY_DAY = "Báo cáo gửi về Ban Dân vận Tỉnh ủy chậm nhất ngày 20-9-2026."


@pytest.mark.parametrize(
    "said",
    [
        "Đề nghị gửi báo cáo về Ban Dân vận Tỉnh ủy (qua Phòng Tổng hợp) trong ngày 20/9/2026.",
        "Thời gian gửi báo cáo: 20/9/2026.",
        "Báo cáo gửi về Ban đúng ngày 20/9/2026.",
        "Báo cáo bằng văn bản gửi về Ban trước Chủ nhật, ngày 20/9/2026.",
        "Đề nghị gửi kết quả về Ban Dân vận Tỉnh ủy đến hết ngày 20/9/2026.",
        "Đề nghị các đồng chí tổng hợp tình hình và gửi báo cáo bằng văn bản\nvề Ban Dân vận Tỉnh ủy cùng các biểu "
        "mẫu kèm theo\ntrước ngày 20/9/2026.",
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_more_ways_of_setting_a_day_however_its_letters_are_stored(tmp_path: Path, said: str, form: str) -> None:
    text = unicodedata.normalize(form, PARTY.replace(PARTY_DAY, said))
    schedule = drafted(tmp_path, text).schedule
    assert schedule is not None
    assert {due.level: due.date for due in schedule.dues} == {"commune": "2026-09-20"}


def test_a_letter_without_a_subject_line_is_about_what_it_asks_a_report_on(tmp_path: Path) -> None:
    text = PARTY.replace("V/v sơ kết 05 năm thực hiện\nChỉ thị số 18-CT/TU\n", "")
    text = text.replace("báo cáo sơ kết 05 năm thực hiện Chỉ thị", "báo cáo kết quả thực hiện Chỉ thị")
    directive = drafted(tmp_path, text).directive
    assert (directive.symbol, directive.date) == ("18-CT/TU", "2021-07-20")


def test_days_of_other_matters_are_no_deadlines(tmp_path: Path) -> None:
    terms = TERMS + "3. Các xã hoàn thành bàn giao hồ sơ trước ngày 01/7/2025.\n"
    assert drafted(tmp_path, state_letter(terms)).schedule == drafted(tmp_path, state_letter()).schedule


def test_a_letter_that_leaves_its_days_open_is_asked_about(tmp_path: Path) -> None:
    terms = "\nThời hạn gửi báo cáo: trước ngày …/…/……; số liệu tính đến hết ngày …/…/……\n"
    form = FORM.replace("(Số liệu tính đến ngày 30/9/2026)\n", "")
    found = read_request(written(tmp_path / "cv.txt", state_letter(terms, form=form)))
    assert found.programme.schedule is None
    open_ = {one.key: one.default for one in found.decisions if one.why == "missing"}
    assert open_["programme.due"] == ""
    assert open_["programme.closing"] == ""


@pytest.mark.parametrize("text", [state_letter(), PARTY, state_letter(form=""), state_letter(outline="")])
def test_what_is_written_passes_the_programme_check(tmp_path: Path, text: str) -> None:
    made = new_programme(written(tmp_path / "cong-van.txt", text), tmp_path / "chuong-trinh")
    assert made.programme.outline
    assert all(Path(one.file).is_file() and one.line >= 1 for one in made.decisions)


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        pytest.param(
            state_letter(TERMS.replace("trước ngày 15/10/2026", "trước ngày 31/9/2026")),
            "no calendar has: 'ngày 31/9/2026'",
            15,
            id="a day that no calendar has",
        ),
        pytest.param(
            state_letter(TERMS + "3. Ủy ban nhân dân cấp xã gửi báo cáo trước ngày 20/10/2026.\n"),
            "two deadlines contradict each other: 2026-10-10",
            16,
            id="two days for one level",
        ),
        pytest.param(
            state_letter(TERMS + "3. Số liệu chốt đến hết ngày 31/8/2026.\n"),
            "two closing dates contradict each other: 2026-09-30",
            16,
            id="two closing dates",
        ),
        pytest.param(
            state_letter(TERMS.replace("trước ngày 10/10/2026", "trước ngày 30/9/2026")),
            "with no working day after the figures close on 2026-09-30",
            15,
            id="due when the figures close",
        ),
    ],
)
def test_days_that_cannot_be_are_refused_with_their_line(tmp_path: Path, text: str, said: str, line: int) -> None:
    letter = written(tmp_path / "cong-van.txt", text)
    with pytest.raises(ReadError) as caught:
        new_programme(letter, tmp_path / "moi")
    assert said in caught.value.message("en")
    assert caught.value.where == f"cong-van.txt:{line}"
    assert not (tmp_path / "moi").exists()


def test_a_decision_mends_a_letter_that_contradicts_itself(tmp_path: Path) -> None:
    text = state_letter(TERMS + "3. Ủy ban nhân dân cấp xã gửi báo cáo trước ngày 20/10/2026.\n")
    answers = {"programme.due": "commune=2026-10-20;province=2026-10-23"}
    programme = read_request(written(tmp_path / "cv.txt", text), answers=answers).programme
    assert programme.schedule is not None
    assert {due.level: due.date for due in programme.schedule.dues} == {
        "commune": "2026-10-20",
        "province": "2026-10-23",
    }


def test_a_letter_without_outline_and_forms_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read_request(written(tmp_path / "cv.txt", state_letter(outline="", form="")))
    assert "neither an outline" in caught.value.message("en")


def test_a_secret_letter_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SecretError):
        read_request(written(tmp_path / "cv.txt", "MẬT\n" + state_letter()))


def test_a_folder_that_holds_a_programme_is_never_overwritten(tmp_path: Path) -> None:
    letter = written(tmp_path / "cv.txt", state_letter())
    new_programme(letter, tmp_path / "moi")
    with pytest.raises(ReadError) as caught:
        new_programme(letter, tmp_path / "moi")
    assert "already holds a programme" in caught.value.message("en")


def test_the_same_form_in_letter_and_workbook_counts_once(tmp_path: Path) -> None:
    rows: list[list[object]] = [line.split("\t") for line in FORM.strip().splitlines()]
    letter = written(tmp_path / "cv.txt", state_letter())
    both = read_request(letter, write_workbook(tmp_path / "bieu.xlsx", {"PL1": rows})).programme
    assert len(both.forms) == 1
    assert len(both.indicators) == len(read_request(letter).programme.indicators)


def test_text_without_letterhead_is_an_outline_too(tmp_path: Path) -> None:
    programme = drafted(tmp_path, OUTLINE)
    assert [item.code for item in programme.outline][:3] == ["PHAN-1", "A", "B"]


_LINES = st.sampled_from(
    ["I. ĐẶC ĐIỂM TÌNH HÌNH", "II. KẾT QUẢ THỰC HIỆN", "Phần thứ nhất", "Phần thứ hai", "1. Ưu điểm", "a) Khách quan",
     "2. Hạn chế và nguyên nhân", "b) Chủ quan", "1.1. Công tác tuyên truyền (nêu rõ số hội nghị; số lượt người)",
     "- Nêu rõ số liệu: hộ (hộ)", "A. KIẾN NGHỊ", "III- Nhiệm vụ, giải pháp", "ĐÁNH GIÁ CHUNG", "1. Thuận lợi",
     "IV. ĐÁNH GIÁ CHUNG", "3.2.1. Mục sâu", "Tỷ lệ (%), chia theo Tổ chức (Hội Nông dân, Công đoàn)",
     "(nêu rõ tỷ lệ hộ nghèo (%))", "V. Đề xuất", "1) Điểm", "I."]
)  # fmt: skip


@given(st.lists(_LINES, max_size=14))
def test_any_outline_passes_the_check_or_is_refused(lines: list[str]) -> None:
    try:
        programme = draft(Letter("de-cuong.txt", ""), outline_of(lines), ()).programme
    except ReadError:
        return
    mistakes = Mistakes()
    check_programme(programme, mistakes)
    mistakes.stop()
