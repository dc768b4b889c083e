"""Documents that guide or carry out one told of nearby: the order of their days."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, str]]]
PLAN = "Kế hoạch số 33/KH-UBND ngày 10/3/2023"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            f"Thực hiện {PLAN} của UBND xã về rà soát đơn thư, UBND xã đã có Công văn số 40/UBND-VP ngày 20/3/2023 "
            "hướng dẫn các thôn triển khai Kế hoạch.",
            id="the letter is later",
        ),
        pytest.param(
            f"{PLAN} thay thế Kế hoạch số 12/KH-UBND ngày 15/01/2023; Công văn số 09/UBND-VX ngày 20/01/2023 hướng dẫn "
            "thực hiện Kế hoạch cũ hết hiệu lực.",
            id="the letter guided the older plan",
        ),
        pytest.param(
            f"Xã tiếp tục thực hiện Công văn số 27/UBND-VX ngày 01/3/2023; {PLAN} bổ sung nội dung mới.",
            id="continued",
        ),
        pytest.param(
            f"Xã ban hành {PLAN} trên cơ sở Công văn số 27/SGD-VP ngày 01/3/2023 hướng dẫn thực hiện Chương trình.",
            id="the plan rests on the letter, which guides something else",
        ),
        pytest.param(
            f"Thực hiện {PLAN}, UBND xã đã kiểm tra 5 thôn theo Quyết định số 12/QĐ-UBND ngày 03/01/2023.",
            id="nothing is issued",
        ),
        pytest.param(
            f"{PLAN} được triển khai; Thông tư số 05/2023/TT-BTC ngày 20/01/2023 hướng dẫn thực hiện Kế hoạch này.",
            id="the centre guides no plan of a commune",
        ),
        pytest.param(
            f"{PLAN} được triển khai; Hướng dẫn số 15/HD-VX ngày 02/3/2020 thực hiện Kế hoạch này vẫn còn phù hợp.",
            id="older by years",
        ),
    ],
)
def test_nothing_is_said_of_documents_in_order(body: str, findings_of: Found) -> None:
    assert findings_of(body, "date-chronology") == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        *(
            pytest.param(
                f"{opened} {PLAN} của UBND huyện, UBND xã đã ban hành Kế hoạch số 17/KH-UBND ngày 24/02/2023.",
                "Kế hoạch số 17/KH-UBND ngày 24/02/2023",
                id=opened,
            )
            for opened in ("Trên cơ sở", "Để thực hiện", "Theo", "Quán triệt", "Trên cơ sở Nghị quyết và")
        ),
        pytest.param(
            f"{PLAN} về Tháng Công nhân được triển khai đến các thôn; Công văn số 27/UBND-VX ngày 01/3/2023 hướng dẫn "
            "thực hiện Kế hoạch này yêu cầu mỗi thôn đăng ký.",
            "Công văn số 27/UBND-VX ngày 01/3/2023",
            id="'Kế hoạch này', behind a semicolon",
        ),
        pytest.param(
            f"Thực hiện {PLAN} của UBND xã về rà soát đơn thư, UBND xã đã có Công văn số 18/UBND-VP ngày 20/02/2023 "
            "hướng dẫn các thôn triển khai Kế hoạch.",
            "Công văn số 18/UBND-VP ngày 20/02/2023",
            id="the sentence opens with the plan, and a letter was had",
        ),
        pytest.param(
            "UBND xã ban hành Quyết định số 45/QĐ-UBND ngày 12/5/2023 phê duyệt phương án phòng cháy. Văn phòng đã gửi "
            "Công văn số 12/VP-NC ngày 02/4/2023 đôn đốc các thôn thực hiện Quyết định này.",
            "Công văn số 12/VP-NC ngày 02/4/2023",
            id="a sentence behind",
        ),
        pytest.param(
            "Đảng ủy ban hành Nghị quyết số 08-NQ/ĐU ngày 20/6/2023 về chuyển đổi số. UBND xã xây dựng Kế hoạch số "
            "77/KH-UBND ngày 05/6/2023 triển khai Nghị quyết trên đến các thôn.",
            "Kế hoạch số 77/KH-UBND ngày 05/6/2023",
            id="a plan for a resolution",
        ),
        pytest.param(
            "Triển khai Công điện số 06/CĐ-UBND ngày 08/8/2023 của UBND tỉnh, UBND xã đã ra Thông báo số 21/TB-UBND "
            "ngày 01/8/2023 đến các thôn.",
            "Thông báo số 21/TB-UBND ngày 01/8/2023",
            id="a notice was given out",
        ),
        pytest.param(
            "Các kế hoạch thực hiện Chỉ thị số 17-CT/TU ngày 11/4/2023 của Tỉnh ủy: "
            "Kế hoạch số 26-KH/ĐU, ngày 20/3/2023 thực hiện trong giai đoạn 2023 - 2025; "
            "Kế hoạch số 38-KH/ĐU, ngày 09/5/2023.",
            "Kế hoạch số 26-KH/ĐU, ngày 20/3/2023",
            id="a list that is headed by what it holds",
        ),
        pytest.param(
            "Chương trình hành động số 07-CTr/ĐU, ngày 18/8/2023 đã được phổ biến ở các chi bộ. UBND phường ban "
            "hành Kế hoạch "
            "số 73/KH-UBND ngày 10/7/2023 để triển khai Chương trình hành động nêu trên.",
            "Kế hoạch số 73/KH-UBND ngày 10/7/2023",
            id="a type of more words",
        ),
    ],
)
def test_a_document_is_older_than_what_it_guides(body: str, found: str, findings_of: Found) -> None:
    assert findings_of(body, "date-chronology") == [("before", found)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (f"Ngay sau khi UBND tỉnh ban hành {PLAN}, ngày 20/3/2023, UBND xã đã ban hành Công văn số 40/UBND-VP.", []),
        (f"{PLAN} được gửi tới các thôn. UBND xã đã cụ thể hóa bằng Kế hoạch số 40/KH-UBND ngày 20/3/2023.", []),
        (f"Quyết định số 40/QĐ-UBND ngày 15/01/2023 thay thế quyết định cũ, khác với {PLAN}.", []),
        (
            f"Ngay sau khi UBND tỉnh ban hành {PLAN}, ngày 20/02/2023, UBND xã đã ban hành Công văn số 40/UBND-VP.",
            ["Công văn số 40/UBND-VP"],
        ),
        (
            f"{PLAN} được gửi tới các thôn. UBND xã đã cụ thể hóa bằng Kế hoạch số 40/KH-UBND ngày 20/02/2023.",
            ["Kế hoạch số 40/KH-UBND ngày 20/02/2023"],
        ),
        (
            f"{PLAN} được gửi tới xã. Để thực hiện Kế hoạch nêu trên, UBND xã có Công văn số 40/UBND ngày 20/02/2023.",
            ["Công văn số 40/UBND ngày 20/02/2023"],
        ),
        (
            f"Công văn số 40/UBND-VP ngày 20/02/2023 của UBND xã về việc rà soát nhà tạm theo {PLAN} của UBND tỉnh;",
            ["Công văn số 40/UBND-VP ngày 20/02/2023"],
        ),
    ],
)
def test_other_ways_to_carry_out(body: str, found: list[str], findings_of: Found) -> None:
    assert [words for _, words in findings_of(body, "date-chronology")] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            f"Xã ban hành {PLAN}. Trên cơ sở Kế hoạch, Lễ ra quân được tổ chức sáng ngày 26/02/2023 với 280 người.",
            ["26/02/2023"],
            id="a ceremony before its plan",
        ),
        pytest.param(
            f"Xã ban hành {PLAN}. Thực hiện Kế hoạch này, xã đã mở lớp tập huấn ngày 05/3/2023 cho 40 người.",
            ["05/3/2023"],
            id="a class before its plan",
        ),
        pytest.param(
            f"Xã ban hành {PLAN}. Trên cơ sở Kế hoạch, Lễ phát động được tổ chức sáng ngày 26/3/2023.",
            [],
            id="in order",
        ),
        pytest.param(
            f"Xã ban hành {PLAN}. Trên cơ sở Nghị quyết, xã ra quân ngày 26/02/2023.", [], id="on other grounds"
        ),
        pytest.param(
            f"Xã ban hành {PLAN}. Thực hiện Kế hoạch này, xã rà soát các hộ nghèo từ ngày 05/3/2023.",
            [],
            id="nothing was held",
        ),
    ],
)
def test_an_event_is_older_than_the_plan_that_it_is_held_on(body: str, found: list[str], findings_of: Found) -> None:
    assert findings_of(body, "date-chronology") == [("carried-out", one) for one in found]
