"""A report says the same whether it comes as Word or as text."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tongket.files.open import open_source
from tongket.model.reports import Report
from tongket.reading.read import read_source

sys.path.append(str(Path(__file__).parents[1] / "files"))  # the Word writer of the tests of files
import word_files as word

HEAD = (
    ("ỦY BAN NHÂN DÂN", "XÃ LŨNG ẲNG", "Số: 12/BC-UBND"),
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Lũng Ẳng, ngày 05 tháng 6 năm 2026"),
)
TITLE = ("Sơ kết 05 năm thực hiện Chỉ thị số 06-CT/TU", "ngày 07/9/2021 của Ban Thường vụ Tỉnh ủy")
BODY = (
    ("", "Thực hiện Công văn số 45/SNV-XDCQ ngày 02/5/2026 của Sở Nội vụ, Ủy ban nhân dân xã báo cáo như sau:"),
    ("I.", "KẾT QUẢ THỰC HIỆN"),
    ("1.", "Công tác tuyên truyền"),
    ("", "Tổ chức 12 hội nghị với hơn 1.250 lượt người tham gia[note], đạt 98,5% kế hoạch."),
    ("2.", "Công tác phối hợp"),
    ("", "Vận động được 1,2 tỷ đồng; hiến 2.500 m2 đất."),
    ("II.", "TỒN TẠI, HẠN CHẾ"),
    ("", "- Một số chi bộ chưa chủ động."),
    ("III.", "NHIỆM VỤ THỜI GIAN TỚI"),
    ("", "Phấn đấu 100% thôn đạt chuẩn."),
)
NOTE = "Kế hoạch số 15/KH-UBND ngày 12/01/2022 của Ủy ban nhân dân xã."
TABLE = (
    ("STT", "Nội dung", "Năm 2025", "Đến 6/2026"),
    ("1", "Số hội nghị (hội nghị)", "5", "7"),
    ("2", "Kinh phí (triệu đồng)", "450,5", "749,5"),
)
TAIL = (("Nơi nhận:", "- Sở Nội vụ;", "- Lưu: VT."), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"))


def as_text() -> str:
    head = [f"{left}\t{right}" for left, right in zip(*HEAD, strict=True)]
    body = [f"{number} {words}".strip().replace("[note]", "¹") for number, words in BODY]
    tail = ["Nơi nhận:\tTM. ỦY BAN NHÂN DÂN", "- Sở Nội vụ;\tCHỦ TỊCH", "- Lưu: VT."]
    rows = ["\t".join(row) for row in TABLE]
    parts = [head, ["BÁO CÁO", *TITLE, "-----"], body, [f"¹ {NOTE}"], tail, ["PHỤ LỤC", "Số liệu"], rows]
    return "\n\n".join("\n".join(part) for part in parts)


def as_word(*, automatic: bool) -> bytes:
    lists: list[str] = []

    def numbered(number: str, words: str) -> str:
        if not number or not automatic:
            return word.paragraph(_runs(f"{number} {words}".strip(), bold=bool(number)))
        roman = not number[0].isdigit()
        start = ("I", "II", "III").index(number[:-1]) + 1 if roman else int(number[:-1])
        lists.append(word.level(0, "upperRoman" if roman else "decimal", "%1.", start=start))
        at = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{len(lists)}"/></w:numPr>'
        return word.paragraph(_runs(words, bold=True), at)

    centred = '<w:jc w:val="center"/>'
    title = "<w:br/>".join(f"<w:t>{line}</w:t>" for line in TITLE)
    body = word.table(word.row(*(word.cell(*column) for column in HEAD)))
    body += word.paragraph(word.run("BÁO CÁO", "<w:b/>"), centred)
    body += word.paragraph(f"<w:r><w:rPr><w:b/></w:rPr>{title}</w:r>", centred)
    body += "".join(numbered(*one) for one in BODY)
    body += word.table(word.row(*(word.cell(*column) for column in TAIL)))
    body += word.paragraph("PHỤ LỤC", centred) + word.paragraph("Số liệu", centred)
    body += word.table(*(word.row(*row) for row in TABLE))
    note = f'<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>{word.run(" " + NOTE)}</w:p></w:footnote>'
    parts = {"footnotes": word.part("footnotes", note)}
    if lists:
        parts["numbering"] = word.numbering(lists, {at + 1: (at, "") for at in range(len(lists))})
    return word.docx(body, parts)


def _runs(words: str, *, bold: bool) -> str:
    before, mark, after = words.partition("[note]")
    style = "<w:b/>" if bold else ""
    call = '<w:r><w:footnoteReference w:id="1"/></w:r>' if mark else ""
    return word.run(before, style) + call + (word.run(after, style) if after else "")


def test_citations_do_not_hold_the_reports_own_number(reports: tuple[Report, Report]) -> None:
    assert "12/BC-UBND" not in [citation.symbol for report in reports for citation in report.citations]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(lambda r: [(c.type, c.symbol, c.date, c.issuer) for c in r.citations], id="citations"),
        pytest.param(
            lambda r: [(f.value, f.unit, f.base_value, f.in_table, f.target) for f in r.figures], id="figures"
        ),
        pytest.param(lambda r: [(one.number, one.title) for one in r.walk_sections()], id="headings"),
        pytest.param(
            lambda r: [
                getattr(r.letterhead, name)
                for name in ("regime", "issuing_body", "number", "symbol", "place", "date", "doc_type", "title")
            ],
            id="letterhead",
        ),
        pytest.param(lambda r: r.subject, id="subject"),
        pytest.param(lambda r: (r.recipients, r.signature.authority, r.signature.title), id="tail"),
        pytest.param(lambda r: [c.text for t in r.tables for row in t.rows for c in row.cells], id="cells"),
        pytest.param(lambda r: [note.anchor is not None for note in r.footnotes], id="footnotes"),
        pytest.param(lambda r: [(p.kind, p.text) for p in r.passages], id="evaluation"),
    ],
)
def test_word_says_what_the_text_says(said: Callable[[Report], object], reports: tuple[Report, Report]) -> None:
    text, docx = reports
    assert said(docx) == said(text)


@pytest.fixture(params=[False, True], ids=["typed numbers", "automatic numbers"])
def reports(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Report, Report]:
    plain, packed = tmp_path / "bao-cao.txt", tmp_path / "bao-cao.docx"
    plain.write_text(as_text(), encoding="utf-8", newline="")
    packed.write_bytes(as_word(automatic=request.param))
    return read_source(open_source(plain)), read_source(open_source(packed))
