"""The composed report: nothing in it that nobody reported, nothing partial that does not say so."""

from __future__ import annotations

from dataclasses import replace

import mau_son
import pytest

from tongket.model.drafts import Draft
from tongket.model.observations import Rollup
from tongket.model.reports import Report
from tongket.programmes.load import load_programme
from tongket.writing.compose import NOTHING, compose
from tongket.writing.frame import NO_BODY, NO_POST, usual_writer
from tongket.writing.naming import short_body, written_name
from tongket.writing.sums import unequal_sums


@pytest.fixture(scope="module")
def draft() -> Draft:
    return compose(mau_son.consolidation())


def texts(draft: Draft) -> list[str]:
    return [paragraph.text for paragraph in draft.paragraphs]


def headings(draft: Draft) -> list[str]:
    return [paragraph.text for paragraph in draft.paragraphs if paragraph.kind == "heading"]


def test_the_frame_is_that_of_a_peoples_committee(draft: Draft) -> None:
    assert (draft.parent_body, draft.issuing_body) == ("", "ỦY BAN NHÂN DÂN\nTỈNH MẪU SƠN")
    assert (draft.symbol, draft.authority, draft.signer_post) == ("/BC-UBND", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert draft.title.startswith("Sơ kết 03 năm thực hiện Chỉ thị số 12-CT/TU ngày 15-9-2023 của Ban Thường vụ")
    assert draft.recipients[-1] == "- Lưu: VT, NC."
    assert not draft.provisional


def test_headings_without_content_are_left_out_and_the_others_numbered_anew(draft: Draft) -> None:
    assert headings(draft)[:3] == [
        "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TRIỂN KHAI",
        "1. Quán triệt, tuyên truyền",
        "2. Ban hành văn bản",
    ]
    following = dict(zip(draft.paragraphs, draft.paragraphs[1:], strict=False))
    for paragraph, after in following.items():
        if paragraph.kind == "heading" and after.kind == "heading":
            assert after.depth > paragraph.depth, f"nothing stands under {paragraph.text}"


def test_a_required_section_without_a_report_says_so_and_is_marked(draft: Draft) -> None:
    place = texts(draft).index("4. Bài học kinh nghiệm")
    assert draft.paragraphs[place + 1].text == NOTHING
    assert draft.paragraphs[place + 1].edit


def test_a_partial_total_says_whose_figures_it_holds(draft: Draft) -> None:
    words = " ".join(texts(draft))
    assert "21/24 xã, phường" in words
    assert "hội nghị quán triệt (18/24 đơn vị)" in words
    assert "còn 03 đơn vị chưa báo cáo: UBND phường Kỳ Sơn" in words


def test_a_full_total_does_not_speak_of_coverage() -> None:
    words = " ".join(texts(compose(mau_son.consolidation(reported=24))))
    assert "chưa báo cáo" not in words
    assert "24/24 xã, phường" in words


def test_an_explicit_none_stays_and_silence_is_not_counted_as_one(draft: Draft) -> None:
    place = texts(draft).index("V. KIẾN NGHỊ, ĐỀ XUẤT")
    assert texts(draft)[place + 1] == "Không."
    assert "15 đơn vị không nêu nội dung này" in texts(draft)[place + 2]


def test_lower_bodies_words_are_marked_as_material_with_their_source(draft: Draft) -> None:
    place = texts(draft).index("2. Tồn tại, hạn chế")
    first = draft.paragraphs[place + 1]
    assert first.edit
    assert "(14 đơn vị: " in first.text
    assert "tệp x00/bao-cao.docx" in first.comment


def test_documents_stand_once_in_footnotes_without_the_directive_itself(draft: Draft) -> None:
    notes = [run.note for paragraph in draft.paragraphs for run in paragraph.runs if run.note]
    assert len(notes) == 2
    assert notes[0].startswith("Kế hoạch của UBND xã Lũng Ẳng: số 11/KH-UBND ngày 01/11/2023")
    assert "12-CT/TU ngày" not in " ".join(notes)


def test_every_live_figure_has_its_own_key_and_its_sources(draft: Draft) -> None:
    keys = [figure.key for figure in draft.figures]
    assert len(keys) == len(set(keys))
    assert {run.figure for one in draft.paragraphs for run in one.runs if run.figure} <= set(keys)
    assert all(figure.sources for figure in draft.figures if figure.indicator == "HN-01")


def test_the_same_input_gives_the_same_draft(draft: Draft) -> None:
    assert compose(mau_son.consolidation()) == draft


def test_nobody_asked_is_said_plainly() -> None:
    whole = mau_son.consolidation()
    unknown = replace(whole, coverage=(), round=replace(whole.round, asked=()))
    assert "chưa có danh sách đơn vị phải báo cáo" in " ".join(texts(compose(unknown)))


def test_a_party_writer_gets_the_state_layout_as_provisional() -> None:
    whole = mau_son.consolidation()
    party = compose(replace(whole, round=replace(whole.round, body="Tỉnh ủy Mẫu Sơn")))
    assert (party.regime, party.symbol, party.authority) == ("party", "-BC/TU", "TM. BAN THƯỜNG VỤ")
    assert party.provisional


def test_a_party_programme_is_reported_on_by_the_party_committee() -> None:
    assert usual_writer(mau_son.PROVINCE, "party") == "Tỉnh ủy Mẫu Sơn"
    assert usual_writer(mau_son.PROVINCE, "state") == "Ủy ban nhân dân tỉnh Mẫu Sơn"
    assert usual_writer(mau_son.units()[0], "party").startswith("Đảng ủy ")


def test_a_national_report_without_a_round_leaves_body_recipients_and_signer_to_fill_in() -> None:
    whole = mau_son.consolidation()
    nation = replace(mau_son.PROVINCE, id="vn", kind="nation", name="Việt Nam", prefix="")
    draft = compose(replace(whole, unit=nation, round=replace(whole.round, unit="vn", body="", recipients=())))
    assert (draft.issuing_body, draft.symbol, draft.signer_post) == (NO_BODY.upper(), "/BC-……", NO_POST)
    assert draft.recipients[0] == "- [nơi nhận];"
    assert not any("tỉnh" in line.lower() for line in draft.recipients)
    assert draft.recipients[-1].startswith("- Lưu")


def test_a_total_of_one_report_names_it_where_nobody_knows_who_was_asked() -> None:
    whole = mau_son.consolidation()
    first = whole.observations[0]
    alone = [replace(one, expected=0, reported=1, sources=(0,)) for one in whole.rollups]
    known = replace(whole, coverage=(), rollups=tuple(alone), round=replace(whole.round, asked=()))
    words = " ".join(texts(compose(known)))
    assert f"theo báo cáo của {short_body(first.body)}" in words


def test_totals_that_are_not_the_sum_of_their_parts_are_named_for_the_writer() -> None:
    programme = load_programme("ct-06-tu")
    values = {"QT-03": 1690, "QT-01": 410, "QT-02": 1287, "KT-03": 8, "KT-04": 9}
    totals = {(code, ""): Rollup(code, "", "u", "area", value, None, 0, "", "", 3, 3) for code, value in values.items()}
    words = [one.words() for one in unequal_sums(programme, totals)]
    assert words[0] == (
        "Tổng số hội nghị quán triệt, tuyên truyền Chỉ thị: 1.690, các thành phần cộng lại 410 + 1.287 = 1.697"
    )
    assert words[1].endswith("8, phần trong đó lại là 9")
    assert not list(unequal_sums(programme, {key: one for key, one in totals.items() if key[0] in ("QT-01", "QT-03")}))


def test_personal_data_in_a_quoted_sentence_is_masked() -> None:
    whole = mau_son.consolidation()
    read = whole.reports[0]
    text = "Hạn chế của chi bộ thôn: liên hệ trưởng thôn, điện thoại 0900 000 012 để biết thêm."
    at = text.index("0900")
    source = replace(read.report.source, text=text)
    passage = replace(read.report.passages[0], text=text)
    report: Report = replace(read.report, source=source, passages=(passage,))
    place = replace(read.report.passages[0].spans[0], start=at, end=at + 12)
    finding = mau_son.Finding("personal-data", "warning", place, "telephone", {"tail": "12"})
    masked = replace(read, report=report, findings=(finding,))
    words = " ".join(texts(compose(replace(whole, reports=(masked,)))))
    assert "0900 000" not in words
    assert "12 để biết thêm" in words


@pytest.mark.parametrize(
    ("printed", "unit", "written"),
    [
        ("Ủy ban nhân dân xã Lũng Ẳng", None, "Ủy ban nhân dân xã Lũng Ẳng"),
        ("ỦY BAN NHÂN DÂN XÃ LŨNG ẲNG", mau_son.units()[0], "Ủy ban nhân dân xã Lũng Ẳng"),
        ("ỦY BAN NHÂN DÂN PHƯỜNG LỤC SƠN ĐÔNG", None, "Ủy ban nhân dân phường Lục Sơn Đông"),
        ("ỦY BAN MTTQ VIỆT NAM TỈNH MẪU SƠN", mau_son.PROVINCE, "Ủy ban MTTQ Việt Nam tỉnh Mẫu Sơn"),
    ],
)
def test_a_letterheads_capitals_become_a_name(printed: str, unit: mau_son.Unit | None, written: str) -> None:
    assert written_name(printed, unit) == written
