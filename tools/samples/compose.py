"""A whole report out of a case: letterhead, one of four outlines, table of members, recipients, signature."""

# ruff: noqa: E501 - sentences of prose are not broken over lines
from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from . import bank, sections, statements
from .acts import REQUEST_2024, REQUEST_2026, Act
from .appendix import appendices
from .blocks import Document, Head, Paragraph, Table, Tail
from .case import Case
from .numbers import day
from .province import PROVINCE, district_of
from .richtext import Text
from .sheet import Sheet

MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
DRESSES = ("own-line", "dash-bold", "dash-italic", "dash-plain", "bare")


def compose(case: Case, *, shape: str, automatic: bool, dress: str) -> Document:
    """The report of ``case`` in one of ``SHAPES`` and ``DRESSES``; ``automatic``: Word counts the headings."""
    sheet = Sheet(case, automatic, dress, decimal=shape != "parts")
    annexed = shape != "short"
    promised_only = annexed and case.takes("missing:annex")
    SHAPES[shape](sheet, annexed)
    appendix: tuple[Paragraph | Table, ...] = ()
    if annexed and not promised_only:
        appendix = appendices(case)
    body = list(sheet.blocks)
    if promised_only:
        body = _promise_marked(body)
    return Document(
        head=head_of(case),
        doc_type="BÁO CÁO",
        title=title_of(case),
        body=(Paragraph(basis(case)), *boxed(case), *body, Paragraph(closing(case))),
        tail=tail_of(case),
        appendix=appendix,
    )


def _promise_marked(blocks: list[Paragraph | Table]) -> list[Paragraph | Table]:
    """The words that promise an appendix which is not there are the fault."""
    found: list[Paragraph | Table] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            for words in ("Phụ lục kèm theo", "phụ lục kèm theo"):
                at = block.text.text.find(words)
                if at >= 0:
                    before = Text(block.text.text[:at])
                    fault = Text(words).marked("error", finding="missing-part")
                    extra = (before + fault).marks
                    text = Text(block.text.text, (*block.text.marks, *extra))
                    block = Paragraph(text, block.role, block.number, block.depth, block.automatic, block.bold)
                    break
        found.append(block)
    return found


# head, opening, closing


def head_of(case: Case) -> Head:
    place = case.place
    left = (case.body.upper(),)
    number = f"Số: {case.rng.randint(101, 389)}/BC-UBND"
    when = f"{place.name}, ngày {day(case.on, 'long')}"
    if case.takes("missing:number"):
        number = "Số:        /BC-UBND"
        when = f"{place.name}, ngày      tháng {case.on.month} năm {case.on.year}"
    right = MOTTO
    if case.takes("missing:motto"):
        right = ()
    return Head(left, right, number, when)


def title_of(case: Case) -> Text:
    review = case.part("Sơ kết {years} thực hiện ")
    where = f" trên địa bàn {case.place.full_name}"
    if case.takes("period:title"):
        review = (Text("Sơ kết ") + Text("03 năm").marked("error", finding="period-mismatch")) + " thực hiện "
    if case.via is None:
        return review + case.cite(case.directive, "full") + " " + case.directive.subject + where
    return (
        review
        + case.cite(case.via, "full")
        + " thực hiện "
        + case.cite(case.directive, "full")
        + " "
        + case.directive.subject
    )


def basis(case: Case) -> Text:
    request = REQUEST_2026 if case.year == 2026 else REQUEST_2024
    if case.year == 2024 and case.is_commune and "near:malformed-ampersand" not in case.plants:
        request = district_request(case)
    asked = case.cite(request, "full")
    if case.takes("near:malformed-ampersand") and case.year == 2024:
        asked = asked.marked("near", finding="citation-malformed", why="'&' stands in the symbol")
    return case.say(
        (
            "Thực hiện {r} về việc báo cáo sơ kết {years} thực hiện {ct}, {Ub} báo cáo kết quả như sau:",
            "Căn cứ {r} về việc sơ kết {years} thực hiện {ct_bare}; {Ub} báo cáo cụ thể như sau:",
            "Thực hiện {r}, {Ub} báo cáo kết quả {years} thực hiện {ct} như sau:",
        ),
        r=asked,
    )


def boxed(case: Case) -> tuple[Paragraph, ...]:
    """Now and then a text box that sums the result up."""
    if not case.chance(0.15):
        return ()
    f = case.facts
    words = case.say(
        "Kết quả nổi bật: toàn {xa} có {m}; tỷ lệ tập hợp chung đạt {r}.",
        m=case.n(f.members, "đoàn viên, hội viên", "members"),
        r=case.pct(f.members, f.eligible, "rate"),
    )
    return (Paragraph(words, "box"),)


def district_request(case: Case) -> Act:
    """The letter by which the district asked its communes: the same for all of them."""
    district = district_of(case.place)
    number = {"Kỳ Sa": 1842, "Bình Khê": 967, "Thanh Lũng": 1215}[district.name]
    return Act("Công văn", f"{number}/UBND-NV", date(2024, 8, 12), f"UBND {district.full_name}", "")


def closing(case: Case) -> Text:
    if case.takes("period:closing"):
        wrong = Text("03 năm").marked("error", finding="period-mismatch")
        return case.say("Trên đây là báo cáo sơ kết {w} thực hiện {ct_bare} của {Ub}./.", w=wrong)
    return case.say(
        (
            "Trên đây là báo cáo sơ kết {years} thực hiện {ct_bare} của {Ub}./.",
            "Trên đây là kết quả {years} thực hiện {ct_bare} trên địa bàn {xa}, {Ub} báo cáo cấp trên xem xét, tổng hợp./.",
            "{Ub} trân trọng báo cáo./.",
        )
    )


def tail_of(case: Case) -> Tail:
    place = case.place
    if case.year == 2026:
        lines = [f"Sở Nội vụ tỉnh {PROVINCE}", f"TT. Đảng ủy, HĐND {place.kind}", f"Ủy ban MTTQ Việt Nam {place.kind}"]
        keep = "Lưu: VT, VHXH."
    elif case.is_commune:
        district = district_of(place)
        lines = [f"Phòng Nội vụ {district.kind}", f"TT. Đảng ủy, HĐND {place.kind}", f"CT, các PCT UBND {place.kind}"]
        keep = "Lưu: VT."
    else:
        wing = str(case.terms["du"])
        lines = [f"Sở Nội vụ tỉnh {PROVINCE}", f"Thường trực {wing}", f"Ban Dân vận {wing}", "UBND các xã, thị trấn"]
        keep = "Lưu: VT, NV."
    texts = [Text(f"- {line};") for line in lines]
    if case.takes("stale:recipient"):
        old = district_of(place).full_name
        wrong = Text(f"Phòng Nội vụ {old}").marked("error", finding="stale-unit")
        texts.insert(1, "- " + wrong + ";")
    recipients = (*texts, Text(f"- {keep}"))
    signature: tuple[str, ...] = ("TM. ỦY BAN NHÂN DÂN", case.rng.choice(("CHỦ TỊCH", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH")))
    if case.takes("missing:recipients"):
        recipients = ()
    return Tail(recipients, signature)


# outlines


def by_actor(sheet: Sheet, annexed: bool) -> None:
    """Results by who acted: Party committee, government, Front."""
    case = sheet.case
    sheet.one(case.say(("Đặc điểm tình hình", "Khái quát tình hình", "Đặc điểm, tình hình chung")))
    sheet.two_run_in("Khái quát địa bàn", sections.profile(case))
    sheet.two(case.say(("Thuận lợi, khó khăn", "Những thuận lợi, khó khăn trong thực hiện Chỉ thị")))
    sheet.three("Thuận lợi", [_joined(case.some(bank.ADVANTAGES, 2, 3))])
    sheet.three("Khó khăn", [_joined(case.some(bank.DIFFICULTIES, 2, 3))])
    sheet.one(case.say(("Công tác lãnh đạo, chỉ đạo, triển khai thực hiện Chỉ thị", "Công tác lãnh đạo, chỉ đạo")))
    sheet.three("Việc phổ biến, quán triệt Chỉ thị", sections.leadership(case) + sections.awareness(case))
    sheet.three("Việc ban hành văn bản chỉ đạo, hướng dẫn", sections.documents(case))
    sheet.three("Công tác kiểm tra, giám sát", _optional(case, "inspections"))
    sheet.one("Kết quả thực hiện")
    sheet.two("Kết quả thực hiện của cấp ủy, chính quyền")
    sheet.three("Đối với cấp ủy", sections.party_results(case))
    sheet.three("Đối với chính quyền", sections.government_results(case))
    _fault_numbering(sheet)
    sheet.two(case.say(("Kết quả thực hiện của {mt_short} và {org}", "Hoạt động của {mt_short} và {org}")))
    sheet.paragraphs(sections.front_results(case))
    sheet.three("Công tác giám sát, phản biện xã hội", sections.supervision(case))
    sheet.three("Công tác dân tộc, tôn giáo", sections.people_of_prestige(case))
    sheet.two_run_in("Công tác phối hợp", sections.coordination(case))
    sheet.two("Củng cố tổ chức, bộ máy và đào tạo, bồi dưỡng cán bộ")
    sheet.paragraphs(sections.organisation(case))
    sheet.two_run_in("Kết quả tập hợp quần chúng", sections.membership(case, annexed=annexed))
    _assessment(sheet)
    _tasks(sheet)
    _recommendations(sheet)


def by_task(sheet: Sheet, annexed: bool) -> None:
    """Results by task; recommendations stand inside the part on tasks."""
    case = sheet.case
    sheet.one(case.say(("Tình hình triển khai thực hiện", "Công tác chỉ đạo, triển khai thực hiện Chỉ thị")))
    sheet.two("Đặc điểm tình hình")
    sheet.paragraphs([*sections.profile(case), _joined(case.some(bank.ADVANTAGES, 1, 2))])
    sheet.paragraphs(
        [case.part("Bên cạnh đó, địa phương còn gặp một số khó khăn. ") + _joined(case.some(bank.DIFFICULTIES, 1, 2))]
    )
    sheet.two("Công tác lãnh đạo, chỉ đạo, quán triệt")
    sheet.paragraphs(sections.leadership(case))
    sheet.paragraphs(sections.awareness(case))
    sheet.two("Ban hành văn bản, kiểm tra, giám sát")
    sheet.paragraphs(sections.documents(case) + _optional(case, "inspections"))
    sheet.one(case.say(("Kết quả đạt được", "Kết quả thực hiện Chỉ thị")))
    sheet.two("Tăng cường sự lãnh đạo của cấp ủy, trách nhiệm của chính quyền")
    sheet.paragraphs(sections.party_results(case) + sections.government_results(case))
    sheet.two("Đổi mới nội dung, phương thức vận động, tập hợp quần chúng")
    sheet.paragraphs(sections.front_results(case))
    _fault_numbering(sheet)
    sheet.two("Giám sát, phản biện xã hội; chăm lo quyền, lợi ích của Nhân dân")
    sheet.items(sections.supervision(case) + sections.people_of_prestige(case))
    sheet.two("Xây dựng tổ chức, đội ngũ cán bộ và công tác phối hợp")
    sheet.paragraphs(sections.organisation(case) + sections.coordination(case))
    sheet.two("Kết quả tập hợp đoàn viên, hội viên")
    sheet.paragraphs(sections.membership(case, annexed=annexed))
    _assessment(sheet)
    _tasks(sheet)
    _recommendations(sheet)


def in_parts(sheet: Sheet, annexed: bool) -> None:
    """Two parts with their own Roman numbers."""
    case = sheet.case
    sheet.part(case.part("Kết quả {years} thực hiện ") + case.cite(case.directive, "symbol"))
    by_actor_body(sheet, annexed)
    sheet.part("Phương hướng, nhiệm vụ trong thời gian tới")
    near = sheet.case.takes("near:numbering-restart")
    start = len(sheet.blocks)
    _tasks(sheet, title="Mục tiêu, nhiệm vụ")
    if near:
        block = sheet.blocks[start]
        assert isinstance(block, Paragraph)
        text = block.text.marked("near", finding="numbering", why="a new part begins to count again")
        sheet.blocks[start] = Paragraph(text, block.role, block.number, block.depth, block.automatic, block.bold)
    _recommendations(sheet)


def by_actor_body(sheet: Sheet, annexed: bool) -> None:
    """The first part of a report in parts."""
    case = sheet.case
    sheet.one("Đặc điểm tình hình và công tác chỉ đạo")
    sheet.two("Đặc điểm tình hình")
    sheet.paragraphs(sections.profile(case))
    sheet.lettered_items(
        [
            Text("Thuận lợi").marked("heading", number="a") + ": " + _joined(case.some(bank.ADVANTAGES, 1, 2)),
            Text("Khó khăn").marked("heading", number="b") + ": " + _joined(case.some(bank.DIFFICULTIES, 1, 2)),
        ]
    )
    sheet.two("Công tác lãnh đạo, chỉ đạo, triển khai")
    sheet.three("Công tác tuyên truyền, quán triệt", sections.leadership(case) + sections.awareness(case))
    sheet.three("Ban hành văn bản", sections.documents(case))
    sheet.three("Kiểm tra, giám sát, sơ kết", _optional(case, "inspections"))
    sheet.one("Kết quả thực hiện")
    sheet.two("Về vai trò lãnh đạo của cấp ủy")
    sheet.paragraphs(sections.party_results(case))
    sheet.two("Về công tác dân vận của chính quyền")
    sheet.paragraphs(sections.government_results(case))
    _fault_numbering(sheet)
    sheet.two("Về hoạt động của Mặt trận và các đoàn thể")
    sheet.items(sections.front_results(case))
    sheet.items(sections.supervision(case) + sections.people_of_prestige(case), "+")
    sheet.two("Về công tác phối hợp, xây dựng tổ chức")
    sheet.paragraphs(sections.coordination(case) + sections.organisation(case))
    sheet.two("Về kết quả tập hợp quần chúng")
    sheet.paragraphs(sections.membership(case, annexed=annexed))
    _assessment(sheet)


SHAPES: dict[str, Callable[[Sheet, bool], None]] = {
    "actor": by_actor,
    "task": by_task,
    "parts": in_parts,
    "short": by_task,
}


def _joined(texts: list[Text]) -> Text:
    whole = texts[0]
    for text in texts[1:]:
        whole = whole + " " + text
    return whole


def _optional(case: Case, name: str) -> list[Text]:
    found = getattr(statements, name)(case)
    return [found] if found is not None else []


def _fault_numbering(sheet: Sheet) -> None:
    if sheet.case.takes("numbering:skip"):
        sheet.skip = True


def _assessment(sheet: Sheet) -> None:
    """'Đánh giá chung': strengths, limitations, causes, sometimes lessons."""
    case = sheet.case
    sheet.one(case.say(("Đánh giá chung", "Đánh giá chung kết quả thực hiện")))
    sheet.two("Ưu điểm")
    strengths = case.some(bank.STRENGTHS, 3, 5)
    if case.takes("orthography:mixed"):
        mixed = Text("Uỷ ban").marked("error", finding="mixed-orthography")
        strengths.append("Vai trò nòng cốt của " + mixed + " Mặt trận Tổ quốc trong khối đại đoàn kết được phát huy.")
    if case.takes("incomplete:open-sentence"):
        strengths.append(_left_open(case))
    sheet.paragraphs([_joined(strengths[:2]), *strengths[2:]] if case.chance(0.5) else [_joined(strengths)])
    if not case.takes("outline:no-limits"):
        sheet.two(case.say(("Tồn tại, hạn chế", "Hạn chế, khuyết điểm", "Những hạn chế, yếu kém")))
        sheet.items(case.some(bank.LIMITATIONS, 2, 4))
        sheet.two(case.say(("Nguyên nhân", "Nguyên nhân của tồn tại, hạn chế", "Nguyên nhân hạn chế")))
        sheet.items(case.some(bank.CAUSES, 2, 4))
    if case.chance(0.35):
        sheet.two(case.say(("Bài học kinh nghiệm", "Một số kinh nghiệm")))
        sheet.items(case.some(bank.LESSONS, 2, 3))


def _left_open(case: Case) -> Text:
    """A sentence that its writer did not finish."""
    open_end = Text("đáp ứng yêu cầu nhiệm vụ,").marked("error", finding="incomplete")
    return case.say("Chất lượng hoạt động của các chi đoàn, chi hội từng bước được nâng lên, {o}", o=open_end)


def _tasks(sheet: Sheet, title: str = "") -> None:
    case = sheet.case
    if case.takes("outline:no-tasks"):
        return
    sheet.one(title or case.say(("Nhiệm vụ, giải pháp trong thời gian tới", "Phương hướng, nhiệm vụ thời gian tới")))
    if case.takes("near:target"):
        goal = Text("phấn đấu đến năm 2030 tỷ lệ tập hợp thanh niên đạt ") + case.real(Decimal(80), "%") + " trở lên"
        goal = goal.marked("near", finding="ratio-mismatch", why="a target is no result")
        sheet.paragraphs([case.part("Mục tiêu chung: {g}.", g=goal).capitalised()])
    sheet.numbered_items(case.some(bank.TASKS, 4, 6))


def _recommendations(sheet: Sheet) -> None:
    case = sheet.case
    titles = ("Kiến nghị, đề xuất", "Đề xuất, kiến nghị", "Những kiến nghị")
    if "recommendations" in case.omitted:
        return
    sheet.one(case.say(titles))
    last = sheet.blocks[-1]
    assert isinstance(last, Paragraph)
    if case.chance(0.4):
        text = last.text + ": Không."
        if case.takes("near:outline-none"):
            text = text.marked("near", finding="outline-missing", why="'Không' is an answer")
        sheet.blocks[-1] = Paragraph(text, last.role, last.number, last.depth, last.automatic, last.bold)
        return
    if case.takes("incomplete:empty-heading"):
        text = last.text.marked("error", finding="incomplete", also=["missing-part", "outline-missing"])
        sheet.blocks[-1] = Paragraph(text, last.role, last.number, last.depth, last.automatic, last.bold)
        return
    sheet.items(case.some(bank.RECOMMENDATIONS, 1, 3))
