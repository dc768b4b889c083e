"""The titles under which documents are cited, against those that are known and against each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
RESOLUTION = "Nghị quyết số 25-NQ/TW ngày 03/6/2013"
TITLE = "về tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác dân vận trong tình hình mới"
OWN = "Kế hoạch số 12/KH-UBND ngày 03/02/2026 của UBND xã"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(f"Thực hiện {RESOLUTION} {TITLE}.", [], id="its own title"),
        pytest.param(f"Thực hiện {RESOLUTION} về đổi mới công tác dân vận.", [], id="shortened"),
        pytest.param(
            f"Thực hiện {RESOLUTION} về tăng cường sự đổi mới lãnh đạo của Đảng đối với công tác dân vận trong tình "
            "hình mới.",
            ["title-order"],
            id="words in another order",
        ),
        pytest.param(
            "Thực hiện Nghị quyết số 24-NQ/TW ngày 12/3/2003 về công tác dân tộc và đại đoàn kết toàn dân tộc.",
            [],
            id="its own, with more",
        ),
        pytest.param(
            f"Thực hiện {RESOLUTION} về phát huy sức mạnh đại đoàn kết toàn dân tộc.", ["title-other"], id="another's"
        ),
        pytest.param(
            "Thực hiện Nghị quyết số 19-NQ/TW ngày 25/10/2017 về sắp xếp tổ chức bộ máy của hệ thống chính trị tinh "
            "gọn, hoạt động hiệu lực, hiệu quả.",
            ["title-other"],
            id="another's, shortened",
        ),
        pytest.param(
            "Thực hiện Nghị quyết số 19-NQ/TW ngày 25/10/2017 về đổi mới đơn vị sự nghiệp công lập, nâng cao hiệu quả.",
            [],
            id="its own, in other words",
        ),
    ],
)
def test_known_documents_under_their_titles(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, "citation-conflict")] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        pytest.param(
            f"{OWN} về phòng cháy, chữa cháy rừng mùa khô. Đã làm xong {OWN} về phòng cháy rừng mùa khô năm 2026.",
            [],
            id="one title, shorter and longer",
        ),
        pytest.param(
            f"{OWN} về phòng cháy, chữa cháy rừng mùa khô. Kế hoạch số 12/KH-UBND ngày 03/02/2026 của UBND tỉnh về thu "
            "hút đầu tư vào cụm công nghiệp nhỏ.",
            [],
            id="two offices",
        ),
        pytest.param(
            f"{OWN} về phòng cháy, chữa cháy rừng mùa khô. Đã làm xong {OWN} về thu hút đầu tư vào cụm công nghiệp.",
            ["two-titles"],
            id="two matters",
        ),
    ],
)
def test_one_document_has_one_matter(body: str, found: list[str], findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, "citation-conflict") if case == "two-titles"] == found
