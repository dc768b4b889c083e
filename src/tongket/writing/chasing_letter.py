"""The letter that chases late reports (công văn đôn đốc): who has not reported, by how many days, until when now."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tongket.model.documents import Regime
from tongket.model.drafts import Draft, DraftParagraph, DraftTable, Run
from tongket.vietnamese.dates import printed_day
from tongket.writing.blank_letter import NUMBER_SHARE, add_subject, layout_of
from tongket.writing.docx import document_bytes
from tongket.writing.frame import signing_for
from tongket.writing.word.body import Numbers, body_paragraph
from tongket.writing.word.elements import Element, paragraph, run
from tongket.writing.word.letterhead import letterhead, signature_block
from tongket.writing.word.notes import Notes
from tongket.writing.word.tables import appendix

FEW = 6  # bodies that stand in the address itself
_SHORT = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "MTTQ": "Mặt trận Tổ quốc"}
_PLACE = re.compile(r"\s(?=(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)\s)")


@dataclass(frozen=True, slots=True)
class LateBody:
    """A body that has not reported: its name, its due date (ISO), working days since (0: it is not over), and what is
    known beside; ``returned``: it has reported, and was given the report back.
    """

    name: str
    due: str
    days: int
    remark: str = ""
    returned: bool = False


@dataclass(frozen=True, slots=True)
class Chasing:
    """What the letter is about. ``until`` (ISO) is the last day given now, "" where none is; ``on`` the day of it.

    ``request`` is how the request is cited ('Công văn số 2147/UBND-NC ngày 05/10/2026'), "" where it has no symbol.
    """

    sender: str
    superior: str  # body above it, as letterheads of departments show
    place: str
    regime: Regime
    round: str
    request: str
    on: str
    until: str
    asked: int
    sent: int
    late: tuple[LateBody, ...]


def chasing_letter(chasing: Chasing) -> bytes:
    """The letter as a .docx laid out by Nghị định 30/2020/NĐ-CP (Party bodies: Hướng dẫn 36-HD/VPTW), with the list of
    bodies as an appendix; the same facts give the same bytes.
    """
    draft, layout = _draft(chasing), layout_of(chasing.regime)
    notes, numbers = Notes(), Numbers()
    head = letterhead(draft, layout)[:1]
    add_subject(head[0], draft.title, layout.text_width * NUMBER_SHARE, layout.parts["number"].size.write)
    body: list[Element] = [*head, paragraph("Gap")]
    size = layout.parts["body"].size.write
    body += [paragraph("Number", [run(line, size=size)]) for line in _addressed(chasing)]
    body += [paragraph("Gap")]
    body += [body_paragraph(one, notes, numbers) for one in _body(chasing)]
    body += signature_block(draft, layout)
    table = appendix([_table(chasing)], draft, layout, numbers)
    return document_bytes([(body, False), (table, False)], draft, layout, notes)


def full_name(name: str) -> str:
    """The name without abbreviation: 'UBND tỉnh Mẫu Sơn' -> 'Ủy ban nhân dân tỉnh Mẫu Sơn'."""
    first, _, rest = name.partition(" ")
    return f"{_SHORT[first]} {rest}".strip() if first in _SHORT else name


def _lines(name: str) -> str:
    """The body over two lines, its place on the second: 'ỦY BAN NHÂN DÂN\\nTỈNH MẪU SƠN'."""
    return "\n".join(_PLACE.split(full_name(name), maxsplit=1)).upper()


def _draft(chasing: Chasing) -> Draft:
    sender = full_name(chasing.sender)
    signing, layout = signing_for(sender), layout_of(chasing.regime)
    party = chasing.regime == "party"
    alone = party or signing.symbol in {"UBND", "HĐND"} or not chasing.superior
    organ = signing.symbol if len(signing.symbol) > 1 else "……"
    year, month, _ = chasing.on.split("-")
    return Draft(
        regime=chasing.regime,
        date="",
        parent_body="" if alone else _lines(chasing.superior).replace("\n", " "),
        issuing_body=_lines(chasing.sender),
        symbol=f"-CV/{organ}" if party else f"/{organ}-……",
        place=chasing.place or "……",
        date_line=f"ngày      tháng {int(month):02d} năm {year}"
        if int(month) < 3
        else f"ngày      tháng {int(month)} năm {year}",
        doc_type="CÔNG VĂN",
        title=f"V/v đôn đốc {_report(chasing)}",
        paragraphs=(),
        tables=(),
        recipients=("- Như trên;", "- Lưu: VT."),
        authority=f"{layout.prefixes['collective']}{signing.authority}" if signing.authority else "",
        signer_post=signing.post,
        manifest=f"{chasing.round} {chasing.on}",
    )


def _addressed(chasing: Chasing) -> list[str]:
    names = [full_name(one.name) for one in chasing.late]
    if len(names) == 1:
        return [f"Kính gửi: {names[0]}"]
    if len(names) > FEW:
        return ["Kính gửi: Các cơ quan, đơn vị có tên trong danh sách kèm theo"]
    return ["Kính gửi:", *(f"- {name};" for name in names[:-1]), f"- {names[-1]}."]


def _body(chasing: Chasing) -> Sequence[DraftParagraph]:
    party = chasing.regime == "party"
    on, sender = printed_day(chasing.on, party=party), full_name(chasing.sender)
    report = _report(chasing)
    ground = f"Thực hiện {chasing.request} về {report}" if chasing.request else f"Về {report}"
    until = (
        f"trước hết ngày {printed_day(chasing.until, party=party)}"
        if chasing.until
        else "ngay sau khi nhận được Công văn này"
    )
    return (
        _text(
            f"{ground}, đến hết ngày {on}, {sender} đã nhận được báo cáo của {chasing.sent}/{chasing.asked} cơ quan, "
            f"đơn vị; {_missing(chasing.late)} (có danh sách kèm theo)."
        ),
        _text(
            f"{sender} đề nghị các cơ quan, đơn vị nêu trên khẩn trương hoàn thành và gửi báo cáo {until}; trường hợp "
            "có vướng mắc, báo cáo rõ nguyên nhân để phối hợp giải quyết."
        ),
        DraftParagraph("closing", (Run("Đề nghị các cơ quan, đơn vị quan tâm, thực hiện./."),)),
    )


def _report(chasing: Chasing) -> str:
    """'báo cáo sơ kết ...': a round may call itself a report already."""
    return chasing.round if chasing.round.lower().startswith("báo cáo") else f"báo cáo {chasing.round}"


def _missing(late: Sequence[LateBody]) -> str:
    """How many have not sent, or not sent anew, and how many of them are over their day: a letter may go out before."""
    overdue = sum(1 for one in late if one.days)
    sending = "chưa gửi hoặc chưa gửi lại báo cáo" if any(one.returned for one in late) else "chưa gửi báo cáo"
    if overdue == len(late):
        return f"còn {_count(overdue)} {sending} theo thời hạn"
    among = f", trong đó {_count(overdue)} quá thời hạn" if overdue else ""
    return f"còn {_count(len(late))} {sending}{among}"


def _count(bodies: int) -> str:
    return f"{bodies:02d} cơ quan, đơn vị"


def _text(words: str) -> DraftParagraph:
    return DraftParagraph("body", (Run(words),))


def _table(chasing: Chasing) -> DraftTable:
    party = chasing.regime == "party"
    rows = tuple(
        (str(number), full_name(one.name), printed_day(one.due, party=party), str(one.days), one.remark)
        for number, one in enumerate(chasing.late, 1)
    )
    return DraftTable(
        label="DANH SÁCH",
        title="Cơ quan, đơn vị chưa gửi báo cáo",
        caption=f"Đến hết ngày {printed_day(chasing.on, party=party)}; số ngày chậm là ngày làm việc",
        header=("STT", "Cơ quan, đơn vị", "Hạn nộp", "Số ngày chậm", "Ghi chú"),
        widths=(0.08, 0.42, 0.17, 0.13, 0.20),
        rows=rows,
        centred_columns=(0, 2, 3),
    )
