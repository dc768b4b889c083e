"""A named work with two sizes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Hồ Bản Cưởm (9 ha) tại xã Nà Lạnh; hồ Bản Cưởm (9,0 ha) thuộc lưu vực 2.", id="one size"),
        pytest.param("Hồ Bản Cưởm (10 ha); nạo vét xong hồ Bản Cưởm (9,8 ha) thuộc lưu vực 2.", id="rounded"),
        pytest.param("Hồ Bản Cưởm 1 (9 ha) và hồ Bản Cưởm 2 (14,5 ha).", id="two of a name"),
        pytest.param("Cụm công nghiệp Nà Lạnh (45 ha); cụm công nghiệp Nà Lạnh giai đoạn 1 (20 ha).", id="a stage"),
        pytest.param("Hồ Bản Cưởm (9 ha); rừng Bản Cưởm (14,5 ha).", id="another thing of the name"),
        pytest.param("Hồ Bản Cưởm (9 ha); trạm bơm Bản Cưởm (14,5 ha).", id="another work of the name"),
        pytest.param("Hộ ông Lò Văn Cưởm (3 ha); hộ ông Lò Văn Cưởm (5 ha).", id="what a person has"),
        pytest.param("Đường Bản Cưởm (3 km); đường Bản Cưởm (5 km).", id="pieces of a road"),
        pytest.param("Khu dân cư phía Bắc: Có diện tích 6 ha. Khu phía Nam: Có diện tích 3 ha.", id="no name"),
        pytest.param("Công viên Nà Lạnh (9 ha); công viên Nà Lạnh (7 ha); công viên Nà Lạnh (2 ha).", id="three sizes"),
    ],
)
def test_work_whose_sizes_do_not_deny_each_other(body: str, findings_of: Found) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        pytest.param(
            "Đầu tư xây dựng các hồ điều hòa (gồm: Bản Cưởm 2 (9ha) tại phường Nà Mạ; Khe Sâu 1 (10ha), "
            "Bản Cưởm 2 (14,5 ha) tại phường Nà Lạnh).",
            "Bản Cưởm 2 (14,5 ha)",
            id="in one list",
        ),
        pytest.param(
            "Xây trạm bơm Khe Sâu công suất 120 m3/s.\n\nNghiệm thu trạm bơm Khe Sâu (công suất 12 m3/s) trong quý II.",
            "Khe Sâu (công suất 12 m3/s",
            id="at two places",
        ),
        pytest.param(
            "Cụm công nghiệp Nà Lạnh, xã Nà Lạnh có diện tích 45,6 ha.\n\nLấp đầy cụm công nghiệp Nà Lạnh (46,5 ha).",
            "Nà Lạnh (46,5 ha",
            id="digits exchanged",
        ),
    ],
)
def test_work_of_two_sizes(body: str, said: str, findings_of: Found) -> None:
    assert [passage.rstrip(")") for _, passage in findings_of(body, KIND)] == [said.rstrip(")")]
