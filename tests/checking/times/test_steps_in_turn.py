"""Steps of one matter, each told in its own clause with its day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "Ngày 05/01/2021 xã tổng kết phong trào thi đua năm 2020, ngày 10/01/2021 phát động phong trào thi "
            "đua năm 2021.",
            id="the movement of another year",
        ),
        pytest.param(
            "Ngày 12/5/2021 bàn giao nhà văn hóa thôn Đông, ngày 20/6/2021 khởi công nhà văn hóa thôn Tây.",
            id="two houses",
        ),
        pytest.param(
            "Ngày 02/3/2021, phát động Cuộc thi tìm hiểu pháp luật; ngày 19/5/2021 tổng kết, trao giải.", id="in order"
        ),
        pytest.param(
            "Ngày 12/3/2021 tổng kết Hội thi tay nghề, ngày 15/3/2021 phát động Cuộc thi ảnh đẹp.", id="two contests"
        ),
        pytest.param(
            "Ngày 12/3/2021 trao thưởng cho học sinh giỏi; ngày 26/3/2021 phát động Tháng Thanh niên.",
            id="given to somebody for something else",
        ),
        pytest.param(
            "Ngày 10/4/2021 xã kết luận vụ việc thứ nhất; ngày 20/4/2021 thụ lý đơn của công dân thôn Tây.",
            id="two cases",
        ),
        pytest.param(
            "Ngày 28/4/2021 tổ chức đối thoại với các hộ trước khi ban hành quyết định; ngày 05/5/2021 ban hành "
            "quyết định.",
            id="what is said to be before is before",
        ),
        pytest.param(
            "Ngày 21/4/2021 ban hành quyết định giải quyết lần đầu, ngày 28/4/2021 đối thoại về phương án bồi thường.",
            id="a dialogue may follow on a decision",
        ),
        pytest.param(
            "Tại lễ phát động Tháng An toàn giao thông, ban tổ chức trao giải cuộc thi vẽ tranh.",
            id="prizes at the opening of something else",
        ),
    ],
)
def test_nothing_is_said_of_steps_in_their_order(body: str, findings_of: Found) -> None:
    assert findings_of(body, "date-chronology") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Ngày 19/5/2020, xã tổng kết, trao giải Cuộc thi tìm hiểu pháp luật được phát động từ ngày 02/9/2020.",
            "19/5/2020, xã tổng kết, trao giải Cuộc thi tìm hiểu pháp luật được phát động từ ngày 02/9/2020",
            id="the end is told first",
        ),
        pytest.param(
            "Nhà văn hóa thôn Đông được khánh thành ngày 02/3/2021. Ngày 15/8/2021, xã khởi công nhà văn hóa "
            "thôn Đông.",
            "khánh thành ngày 02/3/2021. Ngày 15/8/2021, xã khởi công",
            id="in the next sentence, by its name",
        ),
        pytest.param(
            "Ngày 12/5/2021, công trình cầu Suối Lánh được bàn giao cho Nhân dân; ngày 20/6/2021 khởi công xây dựng.",
            "12/5/2021, công trình cầu Suối Lánh được bàn giao cho Nhân dân; ngày 20/6/2021 khởi công",
            id="without its name, in one sentence",
        ),
        pytest.param(
            "Ngày 10/4/2021, xã thụ lý đơn tố cáo của công dân thôn Đông; ngày 02/4/2021 tiến hành xác minh; "
            "ngày 25/4/2021 "
            "ban hành kết luận.",
            "10/4/2021, xã thụ lý đơn tố cáo của công dân thôn Đông; ngày 02/4/2021 tiến hành xác minh",
            id="the second of three steps",
        ),
        pytest.param(
            "Quy chế phối hợp được thông qua ngày 05/3/2021. Ngày 20/3/2021, xã lấy ý kiến các thôn vào quy chế "
            "phối hợp.",
            "thông qua ngày 05/3/2021. Ngày 20/3/2021, xã lấy ý kiến",
            id="passed before it was asked about",
        ),
        pytest.param(
            "Ngày 21/4/2021 Chủ tịch xã đã ban hành quyết định giải quyết lần đầu, ngày 28/4/2021 tổ chức đối "
            "thoại với "
            "các hộ trước khi ban hành quyết định.",
            "28/4/2021 tổ chức đối thoại với các hộ trước khi ban hành quyết định",
            id="said to be before, and dated after",
        ),
        pytest.param(
            "Ngày 10/3/2021 phê duyệt phương án, ngày 22/3/2021 họp dân trước khi phê duyệt phương án.",
            "22/3/2021 họp dân trước khi phê duyệt phương án",
            id="another matter that is said to be before",
        ),
    ],
)
def test_steps_that_cannot_be_in_that_order(body: str, found: str, findings_of: Found) -> None:
    assert findings_of(body, "date-chronology") == [("steps", found)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            "Cuộc thi ảnh phát động ngày 15/3/2021, nhận 512 tác phẩm; 10 giải thưởng được trao trong ngày phát động.",
            "10 giải thưởng được trao trong ngày phát động",
            id="of a day",
        ),
        pytest.param(
            "Cuộc thi tìm hiểu pháp luật nhận 300 bài dự thi; xã trao 12 giải ngay trong lễ phát động cuộc thi.",
            "trao 12 giải ngay trong lễ phát động cuộc thi",
            id="of a ceremony",
        ),
    ],
)
def test_prizes_on_the_day_that_opened_the_contest(body: str, found: str, findings_of: Found) -> None:
    assert findings_of(body, "date-chronology") == [("same-day", found)]
