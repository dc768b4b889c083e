"""Answers in words stand in an appendix of their own, in the order of the round, and the text points at it."""

from __future__ import annotations

from dataclasses import replace

import mau_son

from tongket.model.consolidations import Consolidation
from tongket.model.programmes import FormRow, Indicator
from tongket.writing import answers
from tongket.writing.compose import compose

VIEWS = Indicator("YK-01", "Kiến nghị với cấp trên", "", "text", over_units="none")


def told(count: int = 3) -> Consolidation:
    """The first communes of the province answer in words, the second of them twice."""
    made = mau_son.consolidation()
    form = replace(mau_son.FORM, rows=(*mau_son.FORM.rows, FormRow("9", "Kiến nghị", 1, ("YK-01",))))
    programme = replace(made.programme, indicators=(*made.programme.indicators, VIEWS), forms=(form,))
    units = mau_son.units()[:count]
    said = [
        replace(mau_son.observation(VIEWS, unit, 0), amount=None, text=f"Đề nghị thứ {number}.\n  Gọi 0912 345 678.")
        for number, unit in enumerate(units)
    ]
    later = replace(said[1], revision=2, text="Không kiến nghị gì thêm.")
    return replace(made, programme=programme, observations=(*made.observations, *reversed(said), later))


def test_each_body_says_its_own_in_the_order_of_the_round() -> None:
    draft = compose(told())
    table = next(one for one in draft.tables if one.title.startswith(answers.TITLE))

    assert table.title.endswith("Kiến nghị với cấp trên")
    assert [row[0] for row in table.rows] == ["1", "2", "3"]
    assert [row[2] for row in table.rows] == [
        "Đề nghị thứ 0.\nGọi •••• ••• •78.",
        "Không kiến nghị gì thêm.",
        "Đề nghị thứ 2.\nGọi •••• ••• •78.",
    ]


def test_the_section_that_asks_points_at_the_appendix() -> None:
    draft = compose(told())
    label = next(one.label for one in draft.tables if one.title.startswith(answers.TITLE))

    assert any(f"{label} kèm theo.)" in one.text for one in draft.paragraphs)
    assert len({one.label for one in draft.tables if one.label}) == sum(1 for one in draft.tables if one.label)


def test_a_long_list_says_how_many_are_left_out(monkeypatch) -> None:
    monkeypatch.setattr(answers, "MOST", 2)
    table = next(one for one in compose(told(5)).tables if one.title.startswith(answers.TITLE))

    assert (len(table.rows), table.notes) == (2, ("Còn 03 câu trả lời khác trong báo cáo của các đơn vị.",))


def test_without_answers_there_is_no_such_appendix() -> None:
    assert not any(answers.TITLE in one.title for one in compose(mau_son.consolidation()).tables)
