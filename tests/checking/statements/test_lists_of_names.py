"""One name in two lists that exclude each other, or twice in one list."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "cases"),
    [
        pytest.param(
            "Các xã hoàn thành gồm: Khe Lạnh, Nà Pàn; các xã chưa hoàn thành gồm: Ba Soi, Bản Ve.", [], id="apart"
        ),
        pytest.param(
            "Các xã hoàn thành gồm: Khe Lạnh, Nà Pàn; các xã chưa hoàn thành gồm: Ba Soi, Nà Pàn.",
            ["text"],
            id="in both",
        ),
        pytest.param("Có 2 xã đạt (Khe Lạnh, Nà Pàn) và 2 xã chưa đạt (Ba Soi, Nà Pàn).", ["text"], id="in brackets"),
        pytest.param("- Xếp loại tốt: Khe Lạnh, Nà Pàn;\n- Xếp loại khá: Nà Pàn, Ba Soi.", ["text"], id="two grades"),
        pytest.param("- Quý I tốt: Khe Lạnh, Nà Pàn;\n- Quý II khá: Nà Pàn, Ba Soi.", [], id="two times"),
        pytest.param("Xã đạt chuẩn gồm: Khe Lạnh, Nà Pàn; xã chưa có chợ gồm: Nà Pàn, Ba Soi.", [], id="two matters"),
        pytest.param("Các thôn gồm: Khe Lạnh, Nà Pàn, Ba Soi và Nà Pàn.", ["twice"], id="twice in one"),
        pytest.param("Các thôn gồm: Khe Lạnh, Nà Pàn, Ba Soi và Nà Lau.", [], id="each once"),
        pytest.param("Các cháu gồm: Lê An, Vi Ba, Lê An.", [], id="two people of one name"),
    ],
)
def test_lists(body: str, cases: list[str], findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, "body-appendix-mismatch")] == cases


@pytest.mark.parametrize(
    ("body", "cases"),
    [
        pytest.param("Đã ban hành 12 kế hoạch, 5 báo cáo, 30 công văn.", [], id="each once"),
        pytest.param("Đã ban hành 12 kế hoạch, 5 báo cáo, 30 kế hoạch.", ["twice"], id="twice"),
        pytest.param("Đã ban hành 12 kế hoạch, 5 báo cáo, 30 kế hoạch kiểm tra.", [], id="of a kind"),
        pytest.param("Gồm kế hoạch, báo cáo, công văn và kế hoạch.", ["twice"], id="without numbers"),
    ],
)
def test_kinds(body: str, cases: list[str], findings_of: FindingsOf) -> None:
    assert [case for case, _ in findings_of(body, "body-appendix-mismatch")] == cases
