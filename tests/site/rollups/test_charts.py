"""Charts: ordered once, drawn by the worker, put on the page without styles, each with its data and one sentence."""

import re

import pytest
from lxml import etree

from site_makers import make_body
from tongket.site.jobs.models import Job
from tongket.site.jobs.running import run
from tongket.site.jobs.work import WORK
from tongket.site.rollups.asking import AS_REPORTED
from tongket.site.rollups.charts.build import charts_of
from tongket.site.rollups.charts.drawing import drawing_path, for_page
from tongket.site.rollups.charts.specs import trend
from tongket.site.rounds.programmes import programme_of


@pytest.fixture
def told(asked, send, commune, other_commune, province):
    """Two communes have told their numbers, a third has not."""
    send(commune, {"QT-01": 5, "DV-01/dtn": 10, "DV-01/hnd": 30})
    send(other_commune, {"QT-01": 17})
    third = make_body("xa-ba", "UBND xã Ba", province)
    asked.submissions.create(body=third, reports_to=province, due=asked.due)
    return asked


def address(asked, code="QT-01") -> str:
    return f"/rollups/{asked.pk}/charts?indicator={code}"


@pytest.mark.slow
def test_charts_are_ordered_once_and_drawn_in_the_background(told, consolidator, signed_in) -> None:
    client = signed_in(consolidator)
    for _ in range(2):
        text = client.get(address(told)).content.decode()
    assert 'hx-trigger="every 800ms"' in text
    job = Job.objects.get(kind="draw-charts")
    run(job, WORK)
    job.refresh_from_db()
    assert job.state == "done", job.error
    text = client.get(address(told)).content.decode()

    assert "hx-trigger" not in text
    assert re.search(r'<svg role="img" aria-label="[^"]*17', text)
    assert " style=" not in text
    assert "<table" in text


def test_a_drawing_is_left_only_known_shapes_and_attributes() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" viewBox="0 0 9 9" onload="x()"><script>x()</script>'
        '<style>p{}</style><image href="http://a/b"/><rect fill="#1f5c99" style="x:y" id="a" x="1"/></svg>'
    )
    shown = etree.fromstring(for_page(svg).encode())

    assert [(one.tag.rpartition("}")[2], dict(one.attrib)) for one in shown] == [
        ("rect", {"fill": "#1f5c99", "x": "1", "class": "fill-c1"})
    ]


def test_units_that_told_the_same_are_not_ranked(asked, send, commune, other_commune) -> None:
    send(commune, {"QT-01": 12})
    send(other_commune, {"QT-01": 12})
    programme = programme_of(asked.programme)
    (bars,) = [
        one for one in charts_of(asked, programme, programme.indicator("QT-01"), AS_REPORTED) if one.kind == "bars"
    ]

    assert bars.title == bars.sentence
    assert not any(unit in bars.title for unit, _ in bars.rows)


def test_who_has_not_told_stays_in_the_list_hollow(told) -> None:
    programme = programme_of(told.programme)
    found = charts_of(told, programme, programme.indicator("QT-01"), AS_REPORTED)

    (bars,) = [one for one in found if one.kind == "bars"]
    values = bars.spec["data"]["values"]
    assert [row["value"] for row in values] == [5, 17, None]
    assert len(bars.rows) == 3


def test_shares_are_of_the_sum_of_the_cells(told) -> None:
    programme = programme_of(told.programme)
    indicator = next(one for one in programme.indicators if one.code == "DV-01")
    found = {one.kind: one for one in charts_of(told, programme, indicator, AS_REPORTED)}

    assert [row[2] for row in found["share"].rows] == ["75%", "25%"]


def test_a_key_that_is_no_hash_names_no_file() -> None:
    with pytest.raises(ValueError, match="secret"):
        drawing_path("../secret.key")


def test_an_indicator_without_numbers_has_no_chart(told, consolidator, signed_in) -> None:
    text = signed_in(consolidator).get(address(told, "QT-02")).content.decode()

    assert "<figure" not in text
    assert not Job.objects.filter(kind="draw-charts").exists()


def _rows(*told: tuple[str, float, bool]) -> list[dict[str, object]]:
    return [
        {"period": one, "value": value, "label": str(value), "run": 0, "whole": whole} for one, value, whole in told
    ]


def test_periods_of_a_trend_stand_in_their_order_whatever_is_whole() -> None:
    spec = trend(_rows(("I/2026", 9, False), ("II/2026", 4, True), ("III/2026", 7, True)))
    orders = [layer["encoding"]["x"]["sort"] for layer in spec["layer"]]

    assert orders == [["I/2026", "II/2026", "III/2026"]] * len(orders)


def test_a_trend_has_room_for_its_labels_and_does_not_go_below_nothing() -> None:
    spec = trend(_rows(("2025", 1, True), ("2026", 10, True)))
    low, high = spec["layer"][2]["encoding"]["y"]["scale"]["domain"]
    texts = [layer for layer in spec["layer"] if layer["mark"]["type"] == "text"]

    assert low == 0
    assert high > 10
    assert [len(layer["data"]["values"]) for layer in texts] == [1, 1]  # above the end of a rise, below its beginning


def test_labels_that_would_run_into_each_other_stand_on_two_sides() -> None:
    from tongket.site.rollups.charts.specs import _sides

    told = ((166, "166.451 (23/24)"), (164, "164.777 (23/24)"), (10, "10"))
    rows = [{"value": value, "label": label} for value, label in told]

    assert _sides(rows) == [False, True, True]
    assert _sides([{**row, "label": "9"} for row in rows]) == [False, False, True]


@pytest.mark.slow
def test_axes_write_numbers_in_the_language_of_the_page(told) -> None:
    from tongket.messages import use_language
    from tongket.site.rollups.charts.drawing import draw

    shown = {}
    for lang in ("vi", "en"):
        use_language(lang)
        shown[lang] = draw(trend(_rows(("2025", 160_000, True), ("2026", 170_000, True))))
    use_language("vi")

    assert re.search(r">1\d\d\.000<", shown["vi"])
    assert re.search(r">1\d\d,000<", shown["en"])


def test_units_that_share_the_lowest_place_are_all_counted(asked, send, commune, other_commune, province) -> None:
    third = make_body("xa-ba", "UBND xã Ba", province)
    for body, amount in ((commune, 5), (other_commune, 5), (third, 9)):
        send(body, {"QT-01": amount})
    programme = programme_of(asked.programme)
    indicator = programme.indicator("QT-01")
    assert indicator is not None
    chart = charts_of(asked, programme, indicator, AS_REPORTED)[0]

    assert "2" in chart.title
    assert "xã Lũng Ẳng" in chart.title


def test_a_label_stands_beside_the_line_that_climbs_through_its_point() -> None:
    rows = [
        {"period": str(at), "value": value, "label": f"{value} (9/24)", "run": 0, "whole": True}
        for at, value in enumerate((10, 40, 70, 40, 10))
    ]
    texts = [layer for layer in trend(rows)["layer"] if layer["mark"]["type"] == "text"]
    leans = {row["period"]: layer["mark"]["align"] for layer in texts for row in layer["data"]["values"]}

    assert leans == {"0": "center", "1": "right", "2": "center", "3": "left", "4": "center"}
