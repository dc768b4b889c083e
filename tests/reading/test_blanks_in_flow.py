"""A text whose blanks a producer of PDF lost or added throughout is read as if they stood right."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tongket.model.reports import Report
from tongket.model.sources import Source
from tongket.reading.running.flow import build_flow

SourceOf = Callable[[str], Source]
ReportOf = Callable[[str], Report]

SOUND = (
    "UỶ BAN NHÂN DÂN\nXÃ PHÚ LỄ\n\nBÁO CÁO\nkết quả tiếp nhận hồ sơ\n\n"
    "Thực hiện Nghị định số 15/2025/NĐ-CP về hồ sơ thủ tục, bộ phận một cửa đã chỉ đạo xử lý tồn đọng.\n"
    "I. KẾT QUẢ\n"
    "1. Về hồ sơ\n"
    "Từ đầu kỳ xã tiếp nhận 198 hồ sơ; số vụ việc để quá hạn giảm, trụ sở cũ được sửa chữa.\n"
    "Đảng uỷ xã tổ chức hội nghị sơ kết, quán triệt Điều lệ Đảng, chế độ chính sách được hỗ trợ kịp thời.\n"
)


def lose_blanks(text: str) -> str:
    """``text`` as it comes out where the blank behind each letter with two marks is lost."""
    return re.sub("(?<=[\u1ea0-\u1ef9]) ", "", text)


def test_the_running_text_has_its_blanks_again(source_of: SourceOf) -> None:
    assert build_flow(source_of(lose_blanks(SOUND))).text == build_flow(source_of(SOUND)).text


def test_every_letter_of_it_still_points_at_the_printed_one(source_of: SourceOf) -> None:
    printed = lose_blanks(SOUND)
    flow = build_flow(source_of(printed))
    letters = [(at, char) for at, char in enumerate(flow.text) if not char.isspace()]
    assert [printed[flow.raw(at)] for at, _ in letters] == [char for _, char in letters]


def test_a_text_that_lacks_but_one_blank_is_read_as_it_stands(source_of: SourceOf) -> None:
    assert "1. Về hồsơ" in build_flow(source_of(SOUND.replace("1. Về hồ sơ", "1. Về hồsơ"))).text


def test_citations_figures_and_headings_are_those_of_the_sound_text(report_of: ReportOf) -> None:
    printed = lose_blanks(SOUND)
    found = report_of(printed)
    assert [printed[one.start : one.end] for one in found.citations] == ["Nghịđịnh số15/2025/NĐ-CP", "Điều lệĐảng"]
    assert [(printed[one.start : one.end], one.unit) for one in found.figures] == [("198 hồsơ", "hồ sơ")]
    assert [one.title for one in found.walk_sections()] == ["KẾT QUẢ", "Về hồ sơ"]
    assert found.letterhead.issuing_body == "UỶ BAN NHÂN DÂN XÃ PHÚ LỄ"


def stretch(line: str) -> str:
    """``line`` as it comes out where its letters were justified: each alone, and none of its own blanks."""
    return " ".join(line.replace(" ", ""))


@pytest.mark.parametrize("ending", ["của\nUBND\nxã.", "kinh\ntế\n-\nxã\nhội."])
def test_a_stretched_paragraph_is_one_with_its_last_line_of_single_words(source_of: SourceOf, ending: str) -> None:
    line = "Công tác phối hợp giữa các cơ quan đã chi 300.000 đồng/người cho cán bộ chuyên môn"
    last = "\n".join(stretch(word) for word in ending.split("\n"))
    flow = build_flow(source_of(f"{stretch(line)}\n{last}\nĐảng uỷ xã đã họp.\n"))
    assert flow.text.split("\n") == [f"{line} {ending}".replace("\n", " "), "Đảng uỷ xã đã họp."]
