"""Reports of provincial bodies: shorter, in their own letterheads, with figures of the whole province."""

# ruff: noqa: E501 - sentences of prose are not broken over lines
from __future__ import annotations

from dataclasses import dataclass, replace

from . import bank, statements
from .acts import DIRECTIVE, PROVINCE_PLAN, PROVINCE_STATE_PLAN, REQUEST_2026
from .blocks import Document, Head, Paragraph, Tail
from .case import Case
from .compose import MOTTO
from .facts import Facts
from .numbers import day
from .province import PROVINCE
from .richtext import Text
from .sections import flow
from .sheet import Sheet
from .truth import Truth


@dataclass(frozen=True, slots=True)
class Reporter:
    """A body of the province. ``symbol`` follows the number; ``org`` is the organisation whose members it counts."""

    kind: str
    name: str
    file: str
    head: tuple[str, ...]
    right: tuple[str, ...]
    symbol: str
    org: str
    signature: tuple[str, ...]
    short: str


BODIES = (
    Reporter("snv", f"Sở Nội vụ tỉnh {PROVINCE}", "Sở Nội vụ", (f"ỦY BAN NHÂN DÂN TỈNH {PROVINCE.upper()}", "SỞ NỘI VỤ"),
             MOTTO, "/BC-SNV", "", ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC",), "Sở Nội vụ"),
    Reporter("mttq", f"Ủy ban MTTQ Việt Nam tỉnh {PROVINCE}", "MTTQ tỉnh",
             ("ỦY BAN MTTQ VIỆT NAM", f"TỈNH {PROVINCE.upper()}", "BAN THƯỜNG TRỰC"),
             MOTTO, "/BC-MTTQ-BTT", "", ("TM. BAN THƯỜNG TRỰC", "PHÓ CHỦ TỊCH"), "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh"),
    Reporter("dtn", f"Tỉnh đoàn {PROVINCE}", "Tỉnh đoàn", (f"TỈNH ĐOÀN {PROVINCE.upper()}", "BAN THƯỜNG VỤ", "***"),
             ("ĐOÀN TNCS HỒ CHÍ MINH",), "-BC/TĐTN", "dtn", ("TM. BAN THƯỜNG VỤ TỈNH ĐOÀN", "PHÓ BÍ THƯ"), "Ban Thường vụ Tỉnh đoàn"),
    Reporter("hlhpn", f"Hội Liên hiệp Phụ nữ tỉnh {PROVINCE}", "Hội LHPN tỉnh",
             (f"HỘI LIÊN HIỆP PHỤ NỮ TỈNH {PROVINCE.upper()}", "BAN THƯỜNG VỤ"),
             MOTTO, "/BC-BTV", "hlhpn", ("TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH"), "Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh"),
)  # fmt: skip


def compose_body(case: Case, body: Reporter, reported: Facts) -> tuple[Document, list[Truth]]:
    """The report of ``body``, and what is wrong or only seems wrong with its totals.

    ``reported`` are the sums of the communes that did report: a total below them cannot be right.
    """
    case.terms |= {
        "Ub": body.name, "ub": body.short, "du": "Ban Thường vụ Tỉnh ủy", "xa": "tỉnh", "above": "Tỉnh ủy, UBND tỉnh",
        "mt": "Ủy ban MTTQ Việt Nam tỉnh", "thon": "khu dân cư", "thon_one": "khu dân cư", "xa_any": "xã",
    }  # fmt: skip
    sheet = Sheet(case, automatic=case.chance(0.5), dress=case.rng.choice(("dash-bold", "bare")))
    extra: list[Truth] = []
    sheet.one("Công tác lãnh đạo, chỉ đạo, triển khai")
    grounds = case.say(
        (
            "Thực hiện {ct}, {p} và {s}, {ub} đã xây dựng kế hoạch, hướng dẫn các cấp triển khai thực hiện.",
            "Trên cơ sở {ct} và {p}; {s}, {ub} đã cụ thể hóa thành chương trình công tác hằng năm.",
        ),
        p=case.cite(PROVINCE_PLAN),
        s=case.cite(PROVINCE_STATE_PLAN),
    )
    sheet.paragraphs(flow(grounds, case.say(bank.LEADERSHIP[1])))
    sheet.paragraphs(_own_work(case, body))
    sheet.one("Kết quả thực hiện")
    if body.org:
        _members(sheet, body, reported, extra)
    elif body.kind == "mttq":
        _front(sheet, reported, extra)
    else:
        sheet.two("Công tác dân vận của chính quyền")
        sheet.paragraphs(flow(*case.some(bank.GOVERNMENT_RESULTS, 2, 3)))
        sheet.two("Hướng dẫn, kiểm tra các địa phương")
        sheet.paragraphs(flow(case.say(bank.COORDINATION[1])))
    sheet.two("Đổi mới nội dung, phương thức hoạt động")
    sheet.paragraphs(flow(*case.some(bank.FRONT_RESULTS, 2, 3)))
    sheet.one("Đánh giá chung")
    sheet.two("Ưu điểm")
    sheet.paragraphs(case.some(bank.STRENGTHS, 2, 3))
    sheet.two("Tồn tại, hạn chế")
    sheet.items(case.some(bank.LIMITATIONS, 2, 3))
    sheet.two("Nguyên nhân")
    sheet.items(case.some(bank.CAUSES, 2, 3))
    sheet.one("Nhiệm vụ, giải pháp thời gian tới")
    sheet.numbered_items(case.some(bank.TASKS, 3, 5))
    sheet.one("Kiến nghị, đề xuất")
    sheet.items(case.some(bank.RECOMMENDATIONS, 1, 2))
    return _document(case, body, sheet), extra


def _own_work(case: Case, body: Reporter) -> list[Text]:
    """What the body did itself: it is nobody's sum."""
    rng = case.rng
    told = case.n(rng.randint(5, 14), "hội nghị", "sessions")
    heard = case.n(rng.randint(320, 1650), "lượt người", "attendances")
    looked = case.n(rng.randint(3, 9), "cuộc| kiểm tra", "inspections")
    places = case.n(rng.randint(9, 24), "lượt xã, phường", "inspected")
    case.said |= {"sessions", "inspections"}
    own = {"extent": "own"}
    told, heard, looked, places = (_with(text, own) for text in (told, heard, looked, places))
    return [
        case.say(
            (
                "Riêng {ub} đã trực tiếp tổ chức {a} quán triệt, tuyên truyền Chỉ thị ở cấp tỉnh với {b} tham dự; tiến hành {c} việc thực hiện Chỉ thị tại {d}.",
                "Ở cấp tỉnh, {ub} tổ chức {a} phổ biến, quán triệt Chỉ thị, có {b} tham dự; thực hiện {c} việc thực hiện Chỉ thị đối với {d}.",
            ),
            a=told,
            b=heard,
            c=looked,
            d=places,
        )
    ]


def _with(text: Text, more: dict[str, str]) -> Text:
    marks = tuple(replace(mark, data={**mark.data, **more}) for mark in text.marks)
    return Text(text.text, marks)


def _members(sheet: Sheet, body: Reporter, reported: Facts, extra: list[Truth]) -> None:
    """Members in the whole province: one body's total is too low, the other's is right."""
    case = sheet.case
    one = case.facts.orgs[body.org]
    name = statements.ORG_NAMES[body.org][1]
    unit = statements.ORG_NAMES[body.org][2]
    low = body.org == "dtn"
    now = reported.orgs[body.org].now - 214 if low else one.now
    why = "less than what the reporting communes add up to" if low else "three communes have not reported"
    total = case.n(now, unit, "members", cell=body.org).marked(
        "error" if low else "near", finding="unit-sum-mismatch", why=why, indicator="DV-01", cell=body.org
    )
    sheet.two(f"Kết quả phát triển {unit}")
    sheet.paragraphs(
        [
            case.say(
                (
                    "Tính đến hết tháng 8/2026, toàn tỉnh có {n} {name}, sinh hoạt tại {b}; trong kỳ đã kết nạp mới {a}.",
                    "Toàn tỉnh hiện có {n} {name} với {b}; từ năm 2021 đến nay kết nạp mới {a}.",
                ),
                n=total,
                name=name,
                b=case.n(one.branches, "chi đoàn" if body.org == "dtn" else "chi hội", "branches", cell=body.org),
                a=case.n(one.admitted, unit, "admitted", cell=body.org),
            )
        ]
    )
    sheet.paragraphs(flow(statements.clubs(case) if body.org == "dtn" else statements.loans(case)))


def _front(sheet: Sheet, reported: Facts, extra: list[Truth]) -> None:
    case, f = sheet.case, sheet.case.facts
    low = max(1, reported.houses - 25)
    fund = case.money(f.fund // 10_000_000 * 10_000_000, "fund", may_round=False)
    houses = case.n(low, "căn nhà", "houses").marked(
        "error",
        finding="unit-sum-mismatch",
        why="less than what the reporting communes add up to",
        indicator="QN-02",
        cell="",
    )
    sheet.two("Vận động Quỹ “Vì người nghèo”, Ngày hội Đại đoàn kết")
    sheet.paragraphs(
        [
            case.say(
                "Quỹ “*Vì người nghèo*” các cấp trong tỉnh vận động được {m}, hỗ trợ xây mới, sửa chữa {h} Đại đoàn kết.",
                m=fund,
                h=houses,
            )
        ]
    )
    sheet.paragraphs(flow(statements.festivals(case)))
    sheet.two("Giám sát, phản biện xã hội, tiếp xúc cử tri")
    sheet.paragraphs(flow(statements.supervision(case), statements.voters(case)))


def _document(case: Case, body: Reporter, sheet: Sheet) -> Document:
    number = f"Số{'' if body.symbol.startswith('-') else ':'} {case.rng.randint(102, 480)}{body.symbol}"
    when = f"{PROVINCE}, ngày {day(case.on, 'long')}"
    title = case.part("Sơ kết {years} thực hiện ") + case.cite(DIRECTIVE, "full") + " " + DIRECTIVE.subject
    opening = case.say(
        "Thực hiện {r}, {Ub} báo cáo kết quả {years} thực hiện {ct_bare} như sau:", r=case.cite(REQUEST_2026)
    )
    closing = case.say("Trên đây là báo cáo sơ kết {years} thực hiện {ct_bare} của {Ub}./.")
    recipients = ("- Sở Nội vụ;", "- Thường trực Tỉnh ủy (b/c);", "- Ban Tuyên giáo và Dân vận Tỉnh ủy;", "- Lưu: VT.")
    return Document(
        head=Head(body.head, body.right, number, when),
        doc_type="BÁO CÁO",
        title=title,
        body=(Paragraph(opening), *sheet.blocks, Paragraph(closing)),
        tail=Tail(tuple(Text(line) for line in recipients), body.signature),
    )
