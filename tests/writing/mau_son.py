# ruff: noqa: E501 - rows of a table read best on one line each
"""A made-up province: tỉnh Mẫu Sơn with 24 communes, as a consolidation that tests write out.

Nothing here is real: names of places are invented, nobody is named.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tongket.model.consolidations import Consolidation, CoverageLine, DoubtfulMatch, LeftOut, ReportRead
from tongket.model.documents import Citation, Relation
from tongket.model.findings import Finding
from tongket.model.matches import Match
from tongket.model.observations import Observation, Rollup
from tongket.model.places import ObservationKey, Span
from tongket.model.programmes import (
    DirectiveRef,
    Form,
    FormColumn,
    FormRow,
    Indicator,
    OutlineItem,
    Programme,
    Sentence,
)
from tongket.model.quantities import Share
from tongket.model.reports import Letterhead, Passage, Report, Subject
from tongket.model.rounds import Asked, Round
from tongket.model.sources import Block, Source
from tongket.model.units import Unit

PROVINCE = Unit("mau-son", "99", "province", "tỉnh", "Mẫu Sơn", "vn")
NAMES = [
    "Lũng Ẳng",
    "Cốc Mần",
    "Nà Rì Thượng",
    "Pò Khao",
    "Khuổi Luông",
    "Bản Chuồng",
    "Tà Lùng Đông",
    "Nậm Mòn",
    "Phiêng Cại",
    "Thôm Lay",
    "Keo Hin",
    "Nà Quan",
    "Lũng Vài",
    "Đông Khuổi",
    "Bó Mạ",
    "Sình Cao",
    "Mường Lạ",
    "Tân Phiêng",
    "Yên Cốc",
    "Hòa Nặm",
    "Quý Lương",
]
WARDS = ("Kỳ Sơn", "Tam Khuổi", "Vĩnh Nặm")

DIRECTIVE = DirectiveRef(
    "Chỉ thị",
    "12-CT/TU",
    "2023-09-15",
    "Ban Thường vụ Tỉnh ủy",
    "về tăng cường công tác dân vận chính quyền trong tình hình mới",
)

INDICATORS = (
    Indicator("HN-01", "Hội nghị quán triệt", "cuộc"),
    Indicator("HN-02", "Lượt người dự hội nghị quán triệt", "lượt người"),
    Indicator("DT-01", "Cuộc đối thoại của người đứng đầu", "cuộc"),
    Indicator("DT-02", "Ý kiến nhận được", "ý kiến"),
    Indicator("DT-03", "Ý kiến đã trả lời", "ý kiến"),
    Indicator("DT-04", "Tỷ lệ trả lời", "%", "decimal", 2, "ratio", "ratio", "DT-03", "DT-02", 100),
    Indicator("MH-01", "Mô hình “Dân vận khéo”", "mô hình"),
    Indicator("QN-01", "Quỹ “Vì người nghèo”", "đồng", "money"),
    Indicator("QN-02", "Nhà đại đoàn kết", "nhà"),
    Indicator("GS-01", "Cuộc giám sát", "cuộc"),
    Indicator("HV-01", "Đoàn viên, hội viên", "người", dimensions=("to-chuc",)),
)

PASSAGES = {
    "strengths": (
        "Cấp ủy, chính quyền các cấp đã quan tâm lãnh đạo, chỉ đạo công tác dân vận.",
        "Cấp ủy, chính quyền các cấp trong xã đã quan tâm lãnh đạo, chỉ đạo công tác dân vận.",
        "Nhận thức của cán bộ, đảng viên và Nhân dân về công tác dân vận được nâng lên rõ rệt.",
    ),
    "limitations": (
        "Một số chi bộ chưa thực sự quan tâm đến công tác dân vận, việc kiểm tra còn chưa thường xuyên.",
        "Một số chi bộ chưa quan tâm đúng mức đến công tác dân vận; việc kiểm tra chưa thường xuyên.",
        "Đội ngũ làm công tác dân vận ở thôn, bản còn kiêm nhiệm nhiều việc nên thời gian dành cho công việc còn ít.",
    ),
    "causes": ("Địa bàn rộng, giao thông đi lại khó khăn, dân cư sống phân tán.",),
    "tasks": (
        "Tiếp tục quán triệt, triển khai thực hiện nghiêm túc Chỉ thị số 12-CT/TU của Ban Thường vụ Tỉnh ủy.",
        "Nâng cao chất lượng đối thoại, trả lời kịp thời ý kiến của Nhân dân.",
    ),
}
TEXT = (
    "ỦY BAN NHÂN DÂN\n{unit}\nBÁO CÁO\nSơ kết 03 năm thực hiện Chỉ thị số 12-CT/TU\n"
    "I. KẾT QUẢ THỰC HIỆN\n1. Đối thoại\n"
    "Chủ tịch UBND {unit} đối thoại trực tiếp với Nhân dân 06 cuộc, tiếp nhận 287 ý kiến; đã trả lời 263 ý kiến, "
    "đạt 96,1%. Duy trì 153 ngày tiếp công dân định kỳ với 1.204 lượt người.\n"
    "2. Phong trào thi đua\nToàn {unit} có 14 mô hình “Dân vận khéo” <đang hoạt động> & hiệu quả.\n"
)


def units() -> tuple[Unit, ...]:
    communes = [Unit(f"x{n:02d}", f"{n:05d}", "commune", "xã", name, PROVINCE.id) for n, name in enumerate(NAMES)]
    wards = [Unit(f"p{n:02d}", f"{n + 50:05d}", "commune", "phường", name, PROVINCE.id) for n, name in enumerate(WARDS)]
    return (*communes, *wards)


def outline() -> tuple[OutlineItem, ...]:
    return (
        OutlineItem("A", "Đặc điểm tình hình", 1),
        OutlineItem("A.1", "Khái quát địa bàn", 2),
        OutlineItem("B", "Công tác lãnh đạo, chỉ đạo, triển khai", 1, required=True),
        OutlineItem(
            "B.1",
            "Quán triệt, tuyên truyền",
            2,
            sentences=(
                Sentence(
                    "Các cấp chính quyền trong tỉnh đã tổ chức {HN-01} hội nghị quán triệt với {HN-02} lượt người tham dự."
                ),
            ),
        ),
        OutlineItem("B.2", "Ban hành văn bản", 2, documents=True),
        OutlineItem("C", "Kết quả thực hiện", 1, required=True),
        OutlineItem(
            "C.1",
            "Đối thoại, tiếp công dân",
            2,
            sentences=(
                Sentence(
                    "Người đứng đầu chính quyền tổ chức {DT-01?} cuộc đối thoại, tiếp nhận {DT-02} ý kiến, đã trả lời "
                    "{DT-03} ý kiến, đạt {DT-04}."
                ),
            ),
        ),
        OutlineItem(
            "C.2",
            "Phong trào thi đua, an sinh xã hội",
            2,
            sentences=(
                Sentence("Toàn tỉnh duy trì {MH-01} mô hình “Dân vận khéo”."),
                Sentence("Quỹ “Vì người nghèo” vận động được {QN-01} đồng, hỗ trợ xây dựng, sửa chữa {QN-02} nhà."),
                Sentence("Tổ chức {GS-01} cuộc giám sát."),
            ),
            forms=("BM-1",),
        ),
        OutlineItem("D", "Đánh giá chung", 1, required=True),
        OutlineItem("D.1", "Ưu điểm", 2, passages=("strengths",)),
        OutlineItem("D.2", "Tồn tại, hạn chế", 2, passages=("limitations",)),
        OutlineItem("D.3", "Nguyên nhân", 2, passages=("causes",)),
        OutlineItem("D.4", "Bài học kinh nghiệm", 2, required=True, passages=("lessons",)),
        OutlineItem("E", "Phương hướng, nhiệm vụ, giải pháp", 1, required=True, passages=("tasks",)),
        OutlineItem("F", "Kiến nghị, đề xuất", 1, required=True, passages=("recommendations",)),
    )


FORM = Form(
    "BM-1",
    "PHỤ LỤC 1",
    "Kết quả tập hợp đoàn viên, hội viên",
    "Tính đến ngày 15/9/2026",
    (
        FormColumn("TT", "ordinal"),
        FormColumn("Nội dung", "label"),
        FormColumn("Đoàn Thanh niên", "value", cell="dtn"),
        FormColumn("Hội Phụ nữ", "value", cell="hpn"),
        FormColumn("Hội Nông dân", "value", cell="hnd"),
    ),
    (
        FormRow("1", "Tổ chức", 1),
        FormRow("1.1", "Đoàn viên, hội viên (người)", 2, ("HV-01",)),
    ),
)


def programme() -> Programme:
    return Programme(
        "12-ct-tu", 1, "Chỉ thị 12-CT/TU", "state", DIRECTIVE, "sơ kết", 3, "2023-09-15", "2026-09-15", 0.7, (),
        INDICATORS, (FORM,), (), outline(),
        ("Tỉnh ủy, HĐND tỉnh (b/c)", "Ban Tuyên giáo và Dân vận Tỉnh ủy", "Chủ tịch, các PCT UBND tỉnh",
         "UBND các xã, phường", "Lưu: VT, NC"),
        "12-ct-tu.yaml", "abc",
    )  # fmt: skip


def report_read(unit: Unit, number: int) -> ReportRead:
    text = TEXT.format(unit=unit.full_name)
    end = 0
    passages = []
    for kind, sentences in PASSAGES.items():
        chosen = sentences[number % len(sentences)]
        passages.append(Passage(kind, (Span(10, 20 + end),), f"- {chosen}"))  # type: ignore[arg-type]
    plan = Citation(
        100, 140, 100, 120, "Kế hoạch", "Kế hoạch", "full", f"{number + 11}", f"{number + 11}/KH-UBND",
        f"2023-11-{number % 28 + 1:02d}", None, "triển khai thực hiện Chỉ thị số 12-CT/TU", role="ban hành",
    )  # fmt: skip
    letter = replace(
        plan,
        type="Công văn",
        number=f"{number + 300}",
        symbol=f"{number + 300}/UBND-VX",
        title="về việc quán triệt Chỉ thị số 12-CT/TU",
    )
    other = replace(
        plan, type="Chỉ thị", symbol="12-CT/TU", date="2023-09-15", issuer="Ban Thường vụ Tỉnh ủy", role="thực hiện"
    )
    report = Report(
        Source(f"bao-cao-{unit.id}.docx", f"{number:064d}", "docx", text, (Block("paragraph", 0, len(text)),)),
        Letterhead(
            "state",
            None,
            f"UBND {unit.full_name}",
            str(200 + number),
            "BC-UBND",
            f"{200 + number}/BC-UBND",
            date="2026-10-12",
        ),
        Subject("sơ kết", 3, "12-CT/TU"),
        citations=(plan, other, *([letter] if number % 3 == 0 else [])),
        relations=(Relation("implements", 0, 1),),
        passages=tuple(passages),
        declared_none=("recommendations",) if number % 4 == 0 else (),
    )
    start = text.index("đạt 96,1%")
    findings = (
        Finding("ratio-mismatch", "error", Span(start, start + 9), "", {"part": "263", "whole": "287", "true_pct": "91,6", "pct": "96,1"},
                (Span(text.index("263"), text.index("263") + 3),)),
        Finding("citation-incomplete", "warning", Span(text.index("Chỉ thị"), text.index("Chỉ thị") + 20), "", {"printed": "Chỉ thị số 12-CT/TU"}),
    )  # fmt: skip
    body = f"Ủy ban nhân dân {unit.full_name}"
    return ReportRead(f"{unit.id}/bao-cao.docx", report, unit, body, findings[: number % 3], how="directive")


def observation(indicator: Indicator, unit: Unit, amount: int, cell: str = "", qualifier: str = "") -> Observation:
    return Observation(
        indicator.code, cell, unit.id, "area", "2023-09-15/2026-09-15", f"Ủy ban nhân dân {unit.full_name}", "12-ct-tu", 1, 1,
        amount, None, indicator.scale, indicator.unit_word, qualifier, "reported", "read", 0.93, f"{unit.id}/bao-cao.docx",
        "0" * 64, 120, 123, f"… {amount} {indicator.unit_word} …",
    )  # fmt: skip


def consolidation(reported: int = 21) -> Consolidation:
    every = units()
    below = every[:reported]
    observations: list[Observation] = []
    rollups: list[Rollup] = []
    for place, indicator in enumerate(INDICATORS):
        if indicator.over_units == "ratio":
            continue
        for cell in ("dtn", "hpn", "hnd") if indicator.dimensions else ("",):
            given = below if place % 3 else below[: max(reported - 3, 1)]
            amounts = [
                (place + 2) * (number + 3) * (10**6 + 7 if indicator.kind == "money" else 1)
                for number in range(len(given))
            ]
            at = len(observations)
            near = "trên" if indicator.code == "HN-02" else ""
            observations += [
                observation(indicator, unit, amount, cell) for unit, amount in zip(given, amounts, strict=True)
            ]
            sources = tuple(range(at, len(observations)))
            rollups.append(_rollup(indicator, PROVINCE, sum(amounts), cell, len(given), len(every), near, sources))
            rollups += [
                _rollup(indicator, unit, amount, cell, 1, 1, "", (at + number,))
                for number, (unit, amount) in enumerate(zip(given, amounts, strict=True))
            ]
    rollups.append(
        Rollup(
            "DT-04", "", PROVINCE.id, "area", 9312, None, 2, "%", "", reported, len(every), numerator=5, denominator=6
        )
    )
    asked = tuple(Asked(unit.id, f"Ủy ban nhân dân {unit.full_name}", due="2026-10-15") for unit in every)
    match = Match(
        "HN-02", "", Share(Decimal(263), Decimal(287)), "", "reported", "area", 0.41, 0, 5, "… 263/287 …", "prose"
    )
    return Consolidation(
        programme(),
        Round(
            "12-ct-tu", PROVINCE.id, "Ủy ban nhân dân tỉnh Mẫu Sơn", "Mẫu Sơn", "2023-09-15", "2026-09-15", "2026-11",
            "Công văn số 88-CV/BTGDVTU ngày 28-9-2026 của Ban Tuyên giáo và Dân vận Tỉnh ủy", asked,
        ),
        PROVINCE,
        "2026-11",
        tuple(report_read(unit, number) for number, unit in enumerate(below)),
        (LeftOut("ghi-chu.pdf", "ghi-chu.pdf: tệp không phải .docx hay .txt. Lưu lại thành .docx rồi gửi."),),
        tuple(observations),
        tuple(rollups),
        tuple(
            CoverageLine(
                unit.id, f"Ủy ban nhân dân {unit.full_name}", due="2026-10-15",
                file=f"{unit.id}/bao-cao.docx" if number < reported else "", date="2026-10-12" if number < reported else "",
                answered=9 if number < reported else 0, indicators=len(INDICATORS),
            )
            for number, unit in enumerate(every)
        ),
        (
            Finding(
                "unit-sum-mismatch", "warning", ObservationKey("HN-01", "", PROVINCE.id, "area", "", ""), "",
                {"body": "Sở Nội vụ", "whole": "430", "indicator": "Hội nghị quán triệt", "count": "18", "sum": "414"},
            ),
        ),
        (DoubtfulMatch("x01/bao-cao.docx", "x01", "Ủy ban nhân dân xã Cốc Mần", match),),
        every,
    )  # fmt: skip


def _rollup(
    indicator: Indicator,
    unit: Unit,
    amount: int,
    cell: str,
    reported: int,
    expected: int,
    qualifier: str,
    sources: tuple[int, ...],
) -> Rollup:
    marks = ("partial",) if reported < expected else ()
    return Rollup(
        indicator.code, cell, unit.id, "area", amount, None, indicator.scale, indicator.unit_word, qualifier, reported,
        expected, marks=marks, sources=sources,
    )  # fmt: skip
