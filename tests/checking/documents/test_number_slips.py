"""Two numbers that are one document's by day, body and subject."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
PLAN = "Kế hoạch số 45/KH-UBND ngày 12/3/2024 của UBND huyện về chuyển đổi số trong cơ quan nhà nước. "


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            PLAN + "Đã tập huấn theo Kế hoạch số 54/KH-UBND ngày 12/3/2024.",
            ["Kế hoạch số 54/KH-UBND"],
            id="digits exchanged, one day",
        ),
        pytest.param(
            PLAN.replace("45/", "05/") + "Đã nêu. " + PLAN.replace("45/", "50/"),
            ["Kế hoạch số 50/KH-UBND"],
            id="a zero in front",
        ),
        pytest.param(
            PLAN.replace("45/", "1245/") + "Đã nêu. " + PLAN.replace("45/", "1248/"),
            ["Kế hoạch số 1248/KH-UBND"],
            id="another digit, one subject",
        ),
        pytest.param(
            "Kế hoạch số 45/KH-UBND và Kế hoạch số 54/KH-UBND ngày 12/3/2024 được ban hành.", [], id="side by side"
        ),
        pytest.param(PLAN + "Theo Kế hoạch số 54/KH-UBND ngày 20/6/2024.", [], id="another day"),
        pytest.param(PLAN + "Theo Kế hoạch số 54/KH-UBND ngày 12/3/2024 của UBND tỉnh.", [], id="another level"),
        pytest.param(
            PLAN + "Theo Kế hoạch số 54/KH-UBND ngày 12/3/2024 của UBND huyện về phòng cháy, chữa cháy rừng mùa khô.",
            [],
            id="another subject",
        ),
        pytest.param(
            PLAN + "Đã nêu. " + PLAN.replace("45/", "46/"),
            ["Kế hoạch số 46/KH-UBND"],
            id="the next number, day and title of one",
        ),
        pytest.param(
            PLAN + "Đã nêu. " + PLAN.replace("45/", "46/").replace("chuyển đổi số", "cải cách hành chính"),
            [],
            id="the next number, another title",
        ),
        pytest.param(PLAN + "Theo Kế hoạch số 46/KH-UBND ngày 12/3/2024.", [], id="the next number"),
        pytest.param(
            PLAN.replace("45/", "109/") + "Đã nêu. " + PLAN.replace("45/", "110/"),
            ["Kế hoạch số 110/KH-UBND"],
            id="the next number, all digits but one others",
        ),
    ],
)
def test_numbers(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert findings_of(body, "citation-conflict") == [("symbol", passage) for passage in found]


def test_one_day_of_two_years_is_a_slip(findings_of: FindingsOf) -> None:
    body = "Kế hoạch số 45/KH-UBND ngày 12/3/2024 được triển khai. Kinh phí theo Kế hoạch số 45/KH-UBND ngày 12/3/2023."
    assert [case for case, _ in findings_of(body, "citation-conflict")] == ["date"]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        pytest.param("(kèm theo biểu số liệu)", ["(kèm theo biểu số liệu)"], id="a list that is not there"),
        pytest.param("(kèm theo danh sách của Sở Nội vụ)", [], id="another's"),
    ],
)
def test_lists_said_to_be_attached(said: str, found: list[str], findings_of: FindingsOf) -> None:
    missing = findings_of(f"Đã hỗ trợ 40 hộ {said}.", "missing-part")
    assert [passage for case, passage in missing if case == "appendix-named"] == found


@pytest.mark.parametrize(
    ("cited", "found"),
    [
        pytest.param(
            "Nghị định số 95/2023/NĐ-CP ngày 14/8/2023 của Chính phủ quy định chi tiết một số điều của Luật Thực hiện"
            " dân chủ ở cơ sở.",
            [("known-number", "Nghị định số 95/2023/NĐ-CP")],
            id="day and title of another number",
        ),
        pytest.param(
            "Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ quy định chi tiết một số điều của Luật Thực hiện"
            " dân chủ ở cơ sở.",
            [],
            id="its own number",
        ),
        pytest.param(
            "Nghị định số 58/2023/NĐ-CP ngày 14/8/2023 của Chính phủ về lệ phí trước bạ đối với tàu cá.",
            [],
            id="another title",
        ),
        pytest.param("Nghị định số 58/2023/NĐ-CP ngày 14/8/2023 của Chính phủ.", [], id="no title"),
        pytest.param(
            "Nghị định số 58/2023/NĐ-CP ngày 14/8/2023 quy định chi tiết một số điều của Luật Hợp tác xã.",
            [],
            id="words of many titles",
        ),
        pytest.param(
            "Nghị quyết số 25-NQ/TW ngày 04/6/2013 của Ban Chấp hành Trung ương về công tác dân vận.",
            [("known-date", "Nghị quyết số 25-NQ/TW ngày 04/6/2013")],
            id="a day beside that of one of several documents",
        ),
    ],
)
def test_known_documents(cited: str, found: list[tuple[str, str]], findings_of: FindingsOf) -> None:
    assert findings_of(f"Thực hiện {cited}", "citation-conflict") == found


def test_numbers_of_a_series_are_no_slips_of_each_other(findings_of: FindingsOf) -> None:
    body = "Đã nêu. ".join(PLAN.replace("45/", f"{number}/") for number in range(1240, 1250))
    assert findings_of(body, "citation-conflict") == []


@pytest.mark.parametrize(
    ("number", "name", "found"),
    [
        pytest.param("1453", "Nuôi ong lấy mật ở vùng cao", ["Quyết định số 1453/QĐ-UBND"], id="one name"),
        pytest.param("1453", "Trồng hồi theo hướng hữu cơ bền vững", [], id="another name"),
        pytest.param("1452", "Nuôi ong lấy mật ở vùng cao", [], id="one number"),
    ],
)
def test_numbers_of_what_is_named_before_them(
    number: str, name: str, found: list[str], findings_of: FindingsOf
) -> None:
    body = (
        'Xã thực hiện Đề án "Nuôi ong lấy mật ở vùng cao" theo Quyết định số 1452/QĐ-UBND ngày 12/5/2024 của UBND '
        f'tỉnh.\nĐề án "{name}" theo Quyết định số {number}/QĐ-UBND đã giúp 45 hộ thoát nghèo.'
    )
    assert findings_of(body, "citation-conflict") == [("symbol", passage) for passage in found]
