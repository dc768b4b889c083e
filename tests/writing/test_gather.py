# ruff: noqa: E501 - cases read best on one line each
"""The lower bodies' own sentences: cut rightly, like ones together, each still traceable."""

from __future__ import annotations

import mau_son
import pytest

from tongket.writing.gather import Gathered, Saying, gather, sayings, sentences
from tongket.writing.material import in_turn, without_connective


@pytest.mark.parametrize(
    ("paragraph", "cut"),
    [
        pytest.param("Ưu điểm:", [], id="a heading is no sentence"),
        pytest.param("Còn một số khó khăn như sau:", [], id="an announcement is none either"),
        pytest.param("Bên cạnh đó, địa phương còn gặp một số khó khăn.", [], id="nor is a lead-in"),
        pytest.param("- Công tác phối hợp còn chưa chặt chẽ./.", ["Công tác phối hợp còn chưa chặt chẽ"], id="marks go"),
        pytest.param(
            "1. Họp tại TP. Mẫu Sơn năm 2024 còn ít. Việc đi lại đến 3.500 hộ còn khó khăn.",
            ["Họp tại TP. Mẫu Sơn năm 2024 còn ít.", "Việc đi lại đến 3.500 hộ còn khó khăn."],
            id="neither an abbreviation nor a number ends a sentence",
        ),
        pytest.param("Khó khăn: địa bàn rộng, dân cư phân tán.", ["Địa bàn rộng, dân cư phân tán."], id="a run-in label goes"),
    ],
)  # fmt: skip
def test_sentences_of_a_paragraph(paragraph: str, cut: list[str]) -> None:
    assert sentences(paragraph) == cut


def test_like_sentences_are_counted_by_body_and_stay_traceable() -> None:
    consolidation = mau_son.consolidation()
    groups = gather(sayings(consolidation.reports, ["limitations"]))
    assert [len(group.bodies) for group in groups] == [14, 7]
    assert "chi bộ" in groups[0].text
    assert {saying.report.file for saying in groups[0].sayings} <= {read.file for read in consolidation.reports}


def test_every_sentence_stands_in_exactly_one_group() -> None:
    found = sayings(mau_son.consolidation().reports, ["strengths", "limitations", "causes", "tasks"])
    groups = gather(found)
    assert sorted(id(saying) for group in groups for saying in group.sayings) == sorted(map(id, found))


def test_a_quoted_sentence_begins_without_the_word_that_joined_it() -> None:
    assert without_connective("Tuy nhiên, một số nơi còn chậm.") == "Một số nơi còn chậm."
    assert without_connective("Đồng thời tổ chức kiểm tra.") == "Tổ chức kiểm tra."
    assert without_connective("Đồng chí bí thư chi bộ.") == "Đồng chí bí thư chi bộ."


def test_each_report_has_its_turn() -> None:
    """Of what one body alone says, each body's first comes before anybody's second."""
    first, second = mau_son.consolidation().reports[:2]
    said = [Gathered(text, (Saying(text, read, 0, 1),)) for text, read in (("a", first), ("b", first), ("c", second))]
    assert [one.text for one in in_turn(said)] == ["a", "c", "b"]
