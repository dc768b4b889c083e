"""Citations of documents that had been replaced by the date of the report."""

from __future__ import annotations

import pytest

from tongket.checking.documents.superseded import check_superseded
from tongket.files.text import text_blocks
from tongket.model.sources import Source
from tongket.reading.read import read_source

HEAD = "UBND\nXÃ LŨNG ẲNG\n\nSố: 12/BC-UBND\nLũng Ẳng, ngày 05 tháng 5 năm {year}\n\nBÁO CÁO\nKết quả\n\n"
RESULTS = (
    "I. KẾT QUẢ THỰC HIỆN\n\nXã đã triển khai {cited}.\n\nII. PHƯƠNG HƯỚNG, NHIỆM VỤ\n\nTăng cường tuyên truyền.\n"
)
TASKS = "I. KẾT QUẢ THỰC HIỆN\n\nXã làm tốt.\n\nII. PHƯƠNG HƯỚNG, NHIỆM VỤ\n\nTiếp tục thực hiện {cited}.\n"


REVIEW = RESULTS.replace("Xã đã", "Trong 10 năm, xã đã")

NEW = "Quyết định 23-QĐ/TW (30/7/2021)"
LAND_LAW = "Luật 31/2024/QH15 (18/01/2024)"


def found(body: str, cited: str, year: int) -> list[tuple[str, str]]:
    head = HEAD.replace("Kết quả", "Tổng kết 10 năm thực hiện Chỉ thị số 06-CT/TU") if "Trong 10 năm" in body else HEAD
    text = head.format(year=year) + body.format(cited=cited)
    report = read_source(Source("x.txt", "", "txt", text, text_blocks(text)))
    return [(finding.severity, str(finding.facts["by"])) for finding in check_superseded(report)]


@pytest.mark.parametrize(
    ("cited", "year"),
    [
        pytest.param("Quyết định số 290-QĐ/TW ngày 25/02/2010 của Bộ Chính trị", 2019, id="before the replacement"),
        pytest.param("Quyết định số 290-QĐ/TW nay là Quyết định số 23-QĐ/TW", 2024, id="the new one is named, too"),
        pytest.param("Chỉ thị số 18-CT/TW ngày 26/10/2022 của Ban Bí thư", 2024, id="the twin was not replaced"),
        pytest.param("Chỉ thị số 18-CT/TW của Ban Bí thư", 2024, id="which twin is not said"),
        pytest.param("Luật Đất đai", 2025, id="a law without year is the one in force"),
        pytest.param("Luật Thực hiện dân chủ ở cơ sở", 2024, id="in force"),
        pytest.param(
            "công việc. Trước khi có quy định mới, xã thực hiện theo Quyết định số 290-QĐ/TW",
            2024,
            id="told of the past",
        ),
        pytest.param("Kế hoạch số 12/KH-UBND ngày 05/3/2020", 2024, id="unknown"),
    ],
)
def test_nothing_to_say(cited: str, year: int) -> None:
    assert found(TASKS, cited, year) == []


@pytest.mark.parametrize(
    ("body", "cited", "year", "finding"),
    [
        pytest.param(
            TASKS,
            "Quyết định số 290-QĐ/TW",
            2024,
            ("warning", NEW),
            id="a task for the time ahead",
        ),
        pytest.param(
            RESULTS,
            "Quyết định số 290-QĐ/TW",
            2024,
            ("warning", NEW),
            id="applied years after",
        ),
        pytest.param(REVIEW, "Quyết định số 290-QĐ/TW", 2024, ("info", NEW), id="a review of years"),
        pytest.param(
            REVIEW,
            "chế độ hiện vẫn theo Quyết định số 290-QĐ/TW",
            2024,
            ("warning", NEW),
            id="a review that says it is in use",
        ),
        pytest.param(
            TASKS,
            "giải quyết theo Nghị định số 61/2018/NĐ-CP; Nghị định số 118/2025/NĐ-CP đã được phổ biến",
            2026,
            ("warning", "Nghị định 118/2025/NĐ-CP (09/6/2025)"),
            id="applied though the new one is known",
        ),
        pytest.param(
            RESULTS,
            "Quyết định số 23-QĐ/TW; khối dân vận còn lấy Quyết định số 290-QĐ/TW làm căn cứ chấm điểm",
            2024,
            ("warning", NEW),
            id="taken as grounds though the new one is known",
        ),
        pytest.param(
            RESULTS,
            "Quyết định số 23-QĐ/TW; một số xã vận dụng các nội dung của Quyết định số 290-QĐ/TW",
            2024,
            ("warning", NEW),
            id="made use of though the new one is known",
        ),
        pytest.param(
            REVIEW,
            "quy chế; 02 cơ quan còn lại làm theo Quyết định số 290-QĐ/TW",
            2024,
            ("warning", NEW),
            id="a review of what is left",
        ),
        pytest.param(
            RESULTS,
            "các Quyết định của Bộ Chính trị: số 290-QĐ/TW ngày 25/02/2010, số 23-QĐ/TW ngày 30/7/2021",
            2024,
            ("warning", NEW),
            id="in one list with the new one",
        ),
        pytest.param(
            TASKS,
            "Luật Đất đai năm 2013",
            2025,
            ("warning", "Luật 31/2024/QH15 (18/01/2024)"),
            id="a law with its year",
        ),
        pytest.param(
            RESULTS,
            "Luật Bảo vệ, chăm sóc và giáo dục trẻ em",
            2019,
            ("warning", "Luật 102/2016/QH13 (05/4/2016)"),
            id="a law whose name is gone",
        ),
    ],
)
def test_superseded(body: str, cited: str, year: int, finding: tuple[str, str]) -> None:
    assert found(body, cited, year) == [finding]


OLD = "Quyết định số 290-QĐ/TW ngày 25/02/2010 của Bộ Chính trị"


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(f"nền nếp vẫn được xã duy trì đúng tinh thần {OLD}.", id="kept in its spirit"),
        pytest.param(f"các đoàn thể hiện nay tuân thủ {OLD}.", id="obeyed"),
        pytest.param(f"công tác dân vận đang bám sát nội dung {OLD}.", id="closely followed"),
    ],
)
def test_a_document_still_kept_in_a_review(said: str) -> None:
    assert found(REVIEW.replace("xã đã triển khai {cited}.", said), "", 2024) == [("warning", NEW)]


def test_a_document_kept_in_the_years_reviewed() -> None:
    said = f"xã tiếp tục bám sát nội dung {OLD}."
    assert found(REVIEW.replace("xã đã triển khai {cited}.", said), "", 2024) == [("info", NEW)]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(f"Đã xem xét theo {OLD}, khi đó còn hiệu lực.", id="then in force"),
        pytest.param(f"Đã xem xét theo {OLD} (tại thời điểm đó vẫn có hiệu lực).", id="in brackets"),
        pytest.param(
            f"Đã xem xét theo {OLD} là văn bản đang có hiệu lực tại thời điểm xem xét.", id="as a relative clause"
        ),
    ],
)
def test_a_document_said_to_have_been_in_force_then(said: str) -> None:
    assert found(RESULTS.replace("Xã đã triển khai {cited}.", said), "", 2024) == []


def test_a_document_applied_in_years_after_its_replacement() -> None:
    said = f"việc kiểm tra được tiến hành theo {OLD} trong các năm 2022, 2023."
    assert found(REVIEW.replace("xã đã triển khai {cited}.", said), "", 2024) == [("warning", NEW)]
    also = f"đợt rà soát tháng 6-2023 áp dụng {OLD}. Tiếp tục thực hiện Quyết định số 23-QĐ/TW."
    assert found(REVIEW.replace("xã đã triển khai {cited}.", also), "", 2024) == [("warning", NEW)]


def test_a_number_of_another_organ() -> None:
    assert found(TASKS, "Chỉ thị 03 của Ban Bí thư", 2025) == []
    assert found(TASKS, "Chỉ thị 03 của Bộ Chính trị", 2025) != []


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("Trước ngày 01/7/2021, khối làm theo {cited}.", id="before a day"),
        pytest.param("Giai đoạn 2016 - 2020, xã rà soát theo {cited}.", id="in years before"),
        pytest.param("Năm 2021, xã lập 05 hồ sơ theo {cited}.", id="in the year of the replacement, years later"),
        pytest.param("Kế hoạch số 05/KH-UBND ngày 10/02/2020 triển khai {cited} đã xong.", id="carried out then"),
        pytest.param("Nay {cited} đã hết hiệu lực.", id="said to be no more"),
    ],
)
def test_what_is_told_of_the_time_before(said: str) -> None:
    assert found(RESULTS.replace("Xã đã triển khai {cited}.", said), OLD, 2024) == []


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("Năm 2024, khối làm theo {cited}.", id="in a year after"),
        pytest.param("Kế hoạch số 05/KH-UBND ngày 10/02/2024 triển khai {cited} đã xong.", id="carried out after"),
        pytest.param("Trước ngày 15/12/2024, xã báo cáo theo {cited}.", id="a deadline of now"),
        pytest.param("Từ năm 2018 đến nay, xã vẫn đang thực hiện {cited}.", id="still kept"),
    ],
)
def test_what_is_told_of_the_time_after(said: str) -> None:
    assert found(RESULTS.replace("Xã đã triển khai {cited}.", said), OLD, 2024) == [("warning", NEW)]


def test_an_instruction_replaced_by_one_of_the_same_number() -> None:
    cited = "Hướng dẫn số 01-HD/TW ngày 20/9/2016 của Ban Bí thư"
    assert found(RESULTS, cited, 2024) == [("warning", "Hướng dẫn 01-HD/TW (28/9/2021)")]
    both = f"{cited} và Hướng dẫn số 01-HD/TW ngày 28/9/2021 của Ban Bí thư"
    assert found(REVIEW, both, 2024) == []


@pytest.mark.parametrize(
    ("cited", "year", "by"),
    [
        pytest.param(
            "Thông tư số 36/2017/TT-BGDĐT ngày 28/12/2017 của Bộ Giáo dục và Đào tạo",
            2025,
            "Thông tư 09/2024/TT-BGDĐT (03/6/2024)",
            id="a school's openness",
        ),
        pytest.param(
            "Thông tư số 36/2017/TT-BGD&ĐT", 2025, "Thông tư 09/2024/TT-BGDĐT (03/6/2024)", id="a ministry's older sign"
        ),
        pytest.param("Nghị định số 93/2009/NĐ-CP", 2021, "Nghị định 80/2020/NĐ-CP (08/7/2020)", id="aid"),
        pytest.param("Thông tư số 09/2011/TT-BNV", 2024, "Thông tư 10/2022/TT-BNV (19/12/2022)", id="archives"),
        pytest.param("Nghị định số 105/2009/NĐ-CP", 2016, "Nghị định 102/2014/NĐ-CP (10/11/2014)", id="land fines"),
        pytest.param("Thông tư số 140/2015/TT-BQP", 2020, "Thông tư 148/2018/TT-BQP (04/10/2018)", id="recruits"),
        pytest.param("Quyết định số 286-QĐ/TW", 2019, "Quy định 132-QĐ/TW (08/3/2018)", id="the Party"),
    ],
)
def test_documents_of_many_fields(cited: str, year: int, by: str) -> None:
    assert found(RESULTS, cited, year) == [("warning", by)]


@pytest.mark.parametrize(
    ("cited", "year"),
    [
        pytest.param("Thông tư số 36/2017/TT-BGDĐT", 2023, id="in force still"),
        pytest.param("Thông tư số 09/2024/TT-BTP", 2025, id="another ministry's of that number"),
        pytest.param("Nghị định số 09/2019/NĐ-CP", 2024, id="amended only"),
    ],
)
def test_documents_in_force(cited: str, year: int) -> None:
    assert found(TASKS, cited, year) == []


def test_a_document_may_cite_what_it_replaces_itself() -> None:
    text = (
        "BỘ GIÁO DỤC VÀ ĐÀO TẠO\nSố: 05/2026/TT-BGDĐT\nHà Nội, ngày 12 tháng 02 năm 2026\n\n"
        "THÔNG TƯ\nQuy định chế độ\n\n"
        "Điều 9. Hiệu lực thi hành\n\n1. Thông tư số 07/2017/TT-BLĐTBXH ngày 10 tháng 3 năm 2017, các quy định có liên"
        " quan trong lĩnh vực giáo dục nghề nghiệp và mọi hướng dẫn trước đó hết hiệu lực.\n"
    )
    report = read_source(Source("x.txt", "", "txt", text, text_blocks(text)))
    assert report.citations
    assert list(check_superseded(report)) == []


@pytest.mark.parametrize(
    ("year", "told"),
    [
        pytest.param(2018, ("", "Quy định 30-QĐ/TW (26/7/2016)"), id="what replaced it is in force"),
        pytest.param(2024, ("again", "Quy định 22-QĐ/TW (28/7/2021)"), id="which was replaced itself since"),
        pytest.param(2026, ("again", "Quy định 296-QĐ/TW (30/5/2025)"), id="and that one again"),
    ],
)
def test_what_is_to_be_cited_is_in_force_on_the_day_of_the_report(year: int, told: tuple[str, str]) -> None:
    text = HEAD.format(year=year) + TASKS.format(
        cited="Quy định số 46-QĐ/TW ngày 01/11/2011 của Ban Chấp hành Trung ương"
    )
    report = read_source(Source("x.txt", "", "txt", text, text_blocks(text)))
    assert [(one.case, one.facts["by"]) for one in check_superseded(report)] == [told]


def test_a_law_whose_year_other_words_follow() -> None:
    body = "Công an xã đăng ký tạm trú theo {cited} cho 312 trường hợp.\n"
    assert found(body, "Luật Cư trú năm 2006", 2023) == [("warning", "Luật 68/2020/QH14 (13/11/2020)")]
    assert found(body, "Luật Cư trú năm 2006", 2019) == []


def test_the_document_that_is_reviewed_is_no_more_than_noted() -> None:
    head = HEAD.format(year=2024).replace("Kết quả", "Tổng kết thực hiện Pháp lệnh số 34/2007/PL-UBTVQH11")
    text = head + "Sau 15 năm thực hiện Pháp lệnh số 34/2007/PL-UBTVQH11, xã có 08 hương ước.\n"
    report = read_source(Source("x.txt", "", "txt", text, text_blocks(text)))
    assert {one.severity for one in check_superseded(report)} <= {"info"}
