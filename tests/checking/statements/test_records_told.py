"""Records that were passed before, and first times that were not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        "Năm nay góp ý 14 dự thảo, cao nhất từ trước tới nay.\nRiêng năm 2023 đã góp ý 13 dự thảo.",
        "Riêng năm 2025 góp ý 12 dự thảo, cao nhất từ trước tới nay (năm 2024: 11 dự thảo).",
        "Năm nay góp ý 8 dự thảo, cao nhất từ trước tới nay.\nGiai đoạn 2021 - 2025 đã góp ý 43 dự thảo.",
        "Năm nay góp ý 8 dự thảo, cao nhất trong 3 năm qua.\nRiêng năm 2019 đã góp ý 13 dự thảo.",
        "Thu ngân sách đạt 5,2 tỷ đồng, cao nhất từ trước đến nay.\nNăm 2023 chi ngân sách 8,4 tỷ đồng.",
        "Sản lượng lúa đạt 1.240 tấn, cao nhất trong 5 năm qua.\nNăm 2023, sản lượng lương thực đạt 1.560 tấn.",
        "Tỷ lệ chuyên cần cao nhất từ trước đến nay với 62 học sinh.\nNăm 2022 có 80 học sinh chuyên cần.",
        "Lần đầu tiên có học sinh đạt giải nhì cấp tỉnh.\nNăm 2024 có học sinh đạt giải khuyến khích cấp tỉnh.",
        "Lần đầu tiên xã có sản phẩm OCOP 5 sao trong năm 2026.\nNăm 2023, xã đã có 2 sản phẩm OCOP 3 sao.",
        "Lần đầu tiên xã tổ chức Ngày hội đọc sách.\nKế hoạch tổ chức Ngày hội đọc sách được ban hành năm 2025.",
    ],
)
def test_what_may_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    "body",
    [
        "Năm nay góp ý 8 dự thảo, cao nhất từ trước tới nay.\nRiêng năm 2023 đã góp ý 13 dự thảo.",
        "Riêng năm 2025 góp ý 9 dự thảo, cao nhất từ trước tới nay (năm 2024: 11 dự thảo).",
        "Sản lượng chè năm 2026 đạt 310 tấn, cao nhất trong 5 năm (2022: 290 tấn; 2024: 325 tấn).",
        (
            "Năm 2026, lần đầu tiên xã tổ chức Ngày hội đọc sách.\nNgày hội đọc sách của xã lần thứ ba có 420 "
            "học sinh tham gia."
        ),
        "Lần đầu tiên xã có sản phẩm OCOP trong năm 2026.\nNăm 2023, xã đã có 2 sản phẩm OCOP được công nhận.",
        "Năm 2026 kết nạp 18 đảng viên, nhiều nhất trong nhiệm kỳ.\nNăm 2024, kết nạp được 22 đảng viên.",
    ],
)
def test_what_cannot_be(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND)
