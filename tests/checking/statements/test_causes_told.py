"""Weather that is told to have done what it cannot, and weather that did it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FindingsOf = Callable[[str, str], list[tuple[str, str]]]
KIND = "body-appendix-mismatch"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Nắng hạn kéo dài làm 46 ha lúa bị khô cháy.", id="what a drought does"),
        pytest.param("Mưa lớn làm vỡ kênh dẫn nước, 12 ha lúa phía dưới bị khô hạn.", id="a canal that burst"),
        pytest.param("Sau đợt nắng hạn kéo dài, mưa lớn gây ngập úng 12 ha hoa màu.", id="rain after a drought"),
        pytest.param("Nắng hạn đầu vụ, cuối vụ mưa lớn làm 46 ha lúa bị ngập úng.", id="both in one season"),
        pytest.param("Hạn hán, mưa lũ làm 12 ha lúa bị ngập úng, khô hạn.", id="both in a list"),
        pytest.param("Nắng hạn khiến 12 ha lúa không bị ngập úng như mọi năm.", id="what did not happen"),
        pytest.param("Do ít mưa nên 32 ha chè bị khô hạn.", id="little rain"),
        pytest.param("Rét đậm, rét hại khiến 120 con trâu bị chết rét.", id="what cold does"),
    ],
)
def test_weather_does_what_it_can(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        pytest.param("Nắng hạn kéo dài khiến 46 ha lúa bị ngập úng.", "Nắng hạn", id="a drought floods nothing"),
        pytest.param("Do mưa lũ đầu tháng 9, 32 ha chè bị khô hạn.", "mưa lũ", id="rain dries nothing up"),
        pytest.param("Nắng nóng gay gắt làm 120 con trâu bị chết rét.", "Nắng nóng", id="nothing freezes of heat"),
        pytest.param("Diện tích ngô bị ngập úng là do khô hạn.", "khô hạn", id="the effect told first"),
    ],
)
def test_weather_cannot_do_its_opposite(body: str, cause: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == [("cause", cause)]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Nhờ làm tốt công tác tuyên truyền nên tảo hôn giảm 04 cặp.", id="good brings good"),
        pytest.param("Do hạn hán kéo dài nên năng suất ngô giảm.", id="ill brings ill"),
        pytest.param("Do thời tiết không thuận lợi nên năng suất lúa giảm.", id="not favourable"),
        pytest.param("Do kinh phí hạn hẹp nên các hoạt động chưa được tổ chức đầy đủ.", id="a denied effect"),
        pytest.param("Do tăng cường tuần tra nên vi phạm bị xử lý tăng 12 vụ.", id="more controls find more"),
        pytest.param("Do chủ động phòng, chống hạn hán nên năng suất lúa tăng.", id="fought against"),
    ],
)
def test_effects_follow_their_causes(body: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == []


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        pytest.param(
            "Nhờ làm tốt công tác vận động nên số vụ bạo lực gia đình gia tăng.",
            "Nhờ làm tốt công tác vận động",
            id="good work brings harm",
        ),
        pytest.param(
            "Do sâu bệnh phá hoại nên năng suất lúa tăng so với năm trước.",
            "Do sâu bệnh phá hoại",
            id="pests help none",
        ),
        pytest.param(
            "Do mưa lũ gây sạt lở nên giao thông đi lại thuận lợi.", "Do mưa lũ gây sạt lở", id="easy ways by floods"
        ),
    ],
)
def test_effects_turned(body: str, cause: str, findings_of: FindingsOf) -> None:
    assert findings_of(body, KIND) == [("cause", cause)]
