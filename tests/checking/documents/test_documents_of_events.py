"""Documents and the events that they tell of or prepare, acts and what they follow: days that cannot be in order."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "date-chronology"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Hội khỏe được tổ chức ngày 12/11/2025; Quyết định số 61/QĐ-UBND ngày 18/11/2025 công nhận kết quả"
            " Hội khỏe.",
            id="results behind it",
        ),
        pytest.param(
            "Hội thi diễn ra ngày 20/8/2025. Quyết định số 77/QĐ-UBND ngày 09/8/2025 thành lập Ban Tổ chức Hội thi.",
            id="prepared before it",
        ),
        pytest.param(
            "Kỳ thi tốt nghiệp được tổ chức từ ngày 26/6/2025. Quyết định số 12/QĐ-UBND ngày 09/5/2025 công"
            " nhận kết quả"
            " kỳ thi học sinh giỏi.",
            id="another event of the kind",
        ),
        pytest.param(
            "Hội thi tổ chức ngày 20/5/2025; Kế hoạch số 33/KH-UBND ngày 22/5/2025 về tổ chức hội thi cấp huyện.",
            id="of another level",
        ),
        pytest.param(
            "Hội nghị sơ kết tổ chức ngày 12/7/2025; Quyết định số 55/QĐ-UBND ngày 01/7/2025 khen thưởng 10 tập thể đạt"
            " thành tích tại hội nghị.",
            id="what is handed over at a meeting",
        ),
        pytest.param(
            "Kỳ họp thứ 8 tổ chức ngày 12/7/2025 đã thông qua báo cáo thực hiện Nghị quyết số 01/NQ-HĐND ngày"
            " 05/6/2025.",
            id="an older resolution that was carried out",
        ),
    ],
)
def test_documents_in_their_order_are_not_flagged(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("body", "place"),
    [
        pytest.param(
            "Hội khỏe được tổ chức từ ngày 12/11/2025 đến ngày 14/11/2025; Quyết định số 61/QĐ-UBND ngày"
            " 05/11/2025 công"
            " nhận kết quả Hội khỏe.",
            "Quyết định số 61/QĐ-UBND ngày 05/11/2025",
            id="results before it",
        ),
        pytest.param(
            "Đoàn kiểm tra làm việc từ ngày 15/10/2025 đến ngày 18/10/2025; Quyết định số 90/QĐ-UBND ngày"
            " 22/10/2025 thành"
            " lập Đoàn kiểm tra.",
            "Quyết định số 90/QĐ-UBND ngày 22/10/2025",
            id="set up after its work",
        ),
        pytest.param(
            "Đại hội diễn ra ngày 21 và 22/5/2025. Đảng ủy chuẩn y kết quả Đại hội tại Quyết định số 81-QĐ/ĐU ngày"
            " 14/5/2025.",
            "Quyết định số 81-QĐ/ĐU ngày 14/5/2025",
            id="results told before the document",
        ),
        pytest.param(
            "Đại hội được tổ chức ngày 18/4/2025. Ngày 10/4/2025, Ban Chấp hành ban hành Nghị quyết Đại hội.",
            "10/4/2025, Ban Chấp hành ban hành Nghị quyết Đại hội",
            id="an act without its document",
        ),
        pytest.param(
            "Kỳ họp thứ 8 diễn ra ngày 19/7/2025 đã thông qua Nghị quyết số 08/NQ-HĐND ngày 08/7/2025.",
            "Nghị quyết số 08/NQ-HĐND ngày 08/7/2025",
            id="passed before the session",
        ),
    ],
)
def test_documents_that_cannot_be_of_their_event(body: str, place: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == [("steps", place)]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Sau khi rà soát ngày 15/5/2025, xã gửi danh sách ngày 20/5/2025.", id="in order"),
        pytest.param("Trước khi khởi công ngày 15/3/2025, xã đã họp dân ngày 28/02/2025.", id="in order, told behind"),
        pytest.param(
            "Sau khi thành lập ngày 01/3/2025, câu lạc bộ hoạt động theo quy chế ban hành ngày 15/02/2025.",
            id="rules that were there before",
        ),
        pytest.param(
            "Sau khi có Nghị định số 05/2025/NĐ-CP ngày 10/9/2025, xã tiếp tục thực hiện Kế hoạch số 09/KH-UBND ngày"
            " 02/02/2025.",
            id="a plan that goes on",
        ),
        pytest.param(
            "Tờ trình số 41/TTr-UBND ngày 16/9/2025 đề nghị điều chỉnh quy hoạch được phê duyệt tại Quyết định số"
            " 1650/QĐ-UBND ngày 30/8/2025.",
            id="what is to be changed was granted before",
        ),
    ],
)
def test_acts_in_their_order_are_not_flagged(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Sau khi rà soát từ ngày 01/10/2025 đến ngày 15/11/2025, xã đã phê duyệt kết quả ngày 28/10/2025.",
            id="before the other ended",
        ),
        pytest.param("Trước khi khởi công ngày 15/3/2025, xã đã họp dân ngày 28/4/2025.", id="told as before"),
        pytest.param(
            "Đoàn công bố kết luận ngày 20/8/2025; sau khi có kết luận, ngày 02/8/2025 Trung tâm đã nộp lại 36"
            " triệu đồng.",
            id="the day of what came first stands in the clause before",
        ),
        pytest.param(
            "Xã có Tờ trình số 44/TTr-UBND ngày 25/7/2025 đề nghị công nhận thôn kiểu mẫu; UBND huyện đã công nhận tại"
            " Quyết định số 1120/QĐ-UBND ngày 10/7/2025.",
            id="granted before it was asked for",
        ),
    ],
)
def test_acts_that_are_older_than_what_they_follow(body: str, findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, KIND)] == ["steps"]
