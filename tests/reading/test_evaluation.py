"""The parts that weigh and look ahead: which paragraph belongs to which, and what an explicit 'Không' answers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tongket.files.open import open_source
from tongket.model.reports import Report
from tongket.reading.evaluation import kind_of
from tongket.reading.read import read_source

ReportOf = Callable[[str], Report]

HEAD = "BÁO CÁO\n\nKết quả công tác năm 2024\n\n"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        pytest.param("kết quả thực hiện nhiệm vụ", None, id="results of tasks are results"),
        pytest.param("ưu điểm, hạn chế và nguyên nhân", None, id="two parts at once: its own headings tell"),
        pytest.param("thuận lợi, khó khăn", None, id="both situations at once"),
        pytest.param("công tác giải quyết kiến nghị của cử tri", None, id="petitions are work"),
        pytest.param("ưu điểm và nguyên nhân của ưu điểm", "strengths", id="strengths with their causes"),
        pytest.param("những khó khăn, hạn chế", "limitations", id="hardship beside limitations"),
        pytest.param("khó khăn, vướng mắc", "difficulties", id="hardship alone"),
        pytest.param("nguyên nhân của tồn tại, hạn chế", "causes", id="causes of limitations"),
        pytest.param("những bài học kinh nghiệm", "lessons", id="lessons"),
        pytest.param("phương hướng, nhiệm vụ", "tasks", id="tasks"),
        pytest.param("những kiến nghị, đề xuất", "recommendations", id="recommendations"),
        pytest.param("dự báo tình hình", "forecast", id="forecast"),
    ],
)
def test_titles(title: str, kind: str | None) -> None:
    assert kind_of(title) == kind


def test_passages_follow_their_headings(report_of: ReportOf) -> None:
    body = "I. ĐẶC ĐIỂM TÌNH HÌNH\n\nXã có 12 thôn.\n\nTuy nhiên, đời sống còn khó khăn.\n\nII. ĐÁNH "
    body += "GIÁ CHUNG\n\n1. Ưu điểm: Tốt.\n\n"
    body += "2. Hạn chế\n\n- Chưa đều.\n\n*** Nguyên nhân:**\n\nDo địa bàn.\n\nIII. NHIỆM VỤ THỜI "
    body += "GIAN TỚI\n\n1. Tiếp tục làm tốt.\n"
    found = [(one.kind, one.text) for one in report_of(HEAD + body).passages]
    assert found == [
        ("difficulties", "Tuy nhiên, đời sống còn khó khăn."),
        ("strengths", "1. Ưu điểm: Tốt."),
        ("limitations", "- Chưa đều."),
        ("causes", "Do địa bàn."),
        ("tasks", "1. Tiếp tục làm tốt."),
    ]


@pytest.mark.parametrize(
    "answer", ["VI. KIẾN NGHỊ, ĐỀ XUẤT: Không.", "VI. KIẾN NGHỊ\n\nKhông có kiến nghị, đề xuất gì."]
)
def test_an_explicit_none_is_an_answer(answer: str, report_of: ReportOf) -> None:
    report = report_of(f"{HEAD}{answer}\n")
    assert report.declared_none == ("recommendations",)
    assert report.passages == ()


def test_none_for_one_addressee_only_is_no_none(report_of: ReportOf) -> None:
    text = f"{HEAD}V. KIẾN NGHỊ\n\n1. Đối với tỉnh: Bố trí kinh phí.\n\n2. Đối với huyện: Không.\n"
    report = report_of(text)
    assert report.declared_none == ()
    assert [one.kind for one in report.passages] == ["recommendations"]


@pytest.mark.parametrize("stem", ["dak-glei-2024", "trung-son-2023"])
def test_the_labelled_passages(stem: str, shared: Path) -> None:
    gold = json.loads((shared / "gold" / f"structure-{stem}.json").read_text("utf-8"))
    report = read_source(open_source(shared / "reports" / f"{stem}.txt"))
    for kind, spans in {**gold["evaluation"], **gold["context"]}.items():
        found = [(span.start, span.end) for one in report.passages if one.kind == kind for span in one.spans]
        assert found == [(one["start"], one["end"]) for one in spans]
