"""Who signed and who receives (thẩm quyền ký, nơi nhận)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tongket.model.places import Span
from tongket.model.reports import Signature
from tongket.model.sources import Source
from tongket.reading.form.frame import Frame
from tongket.reading.form.lines import PrintedLine, printed_lines
from tongket.reading.running.flow import Flow
from tongket.vietnamese.unicode import CAPITALS

_RECIPIENTS = re.compile(r"(?:\*\s?)?(?:Nơi nhận|NƠI NHẬN|Nơi gửi)\s*:?\s*")
_AUTHORITY = re.compile(rf"(?:T\s?/\s?M|TM)\b\s*\.?\s*[{CAPITALS}]")
_ON_BEHALF = re.compile(rf"(?:K\s?/\s?T|KT|T\s?/\s?L|TL|TUQ|T\s?/\s?UQ)\b\s*\.?\s*[{CAPITALS}]")
_POSTS = (
    "CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TRƯỞNG|CHÁNH|PHÓ|TỔNG|THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|CHỦ NHIỆM|VIỆN TRƯỞNG|CỤC TRƯỞNG"
    "|ỦY VIÊN|UỶ VIÊN|THƯỜNG TRỰC|CHỈ HUY|HIỆU TRƯỞNG|THAM MƯU|CHÍNH TRỊ VIÊN|HỘI TRƯỞNG|THÀNH VIÊN|THỐNG ĐỐC"
)
_POST = re.compile(rf"(?:{_POSTS})\b[^a-zà-ỹđ]*")
_TITLED = re.compile(rf"(?:QUYỀN\s+|Q\.\s*)?(?:{_POSTS})\b")
_POST_BESIDE = re.compile(rf"(?<=[;.])\s+(?=(?:{_POSTS})\b[^a-zà-ỹđ]*$)")
_POST_WITHIN = re.compile(
    r"(?<=\S)\s+(?=(?:PHÓ\s+)?(?:CHỦ TỊCH|BÍ THƯ|GIÁM ĐỐC|TRƯỞNG BAN|TRƯỞNG PHÒNG|CHÁNH VĂN PHÒNG|CHỦ NHIỆM)\b)"
    r"|(?<=\S)\s+(?=PHÓ\s)"
)
_NAME_WITHIN = re.compile(rf"(?<=[{CAPITALS}]{{2}})\s+(?=[{CAPITALS}][^\W\d_{CAPITALS}])")
_NAME = re.compile(rf"(?:[{CAPITALS}][^\W\d_]*['’]?[^\W\d_]*\s+){{1,5}}[{CAPITALS}][^\W\d_]*['’]?[^\W\d_]*")
_RANK = re.compile(
    r"(?:(?:Đại|Thượng|Trung|Thiếu)\s(?:tướng|tá|úy|uý)|(?:PGS|GS|TSKH|TS|ThS|BS|KS)\b\.?(?:\s?(?:TS|CKII?)\b\.?)?)\s+"
)
_NAME_WITHIN_LINES = 8  # a name follows its post closely: blank lines are no lines
_INNER_DASH = re.compile(r"(?<=[;,.:])\s+[-–]\s*(?=\S)|(?<=\))\s+[-–]\s+(?=[A-ZĐ])")
_FILED = re.compile(r"[-–*•]\s*Lưu\b")
_SIGNED = re.compile(r"\(?(?:Đã ký|ĐÃ KÝ|đã ký|Ký tên)\)?\.?")
_STAMP = re.compile(r"(?:Người ký|Ký bởi|Email|Cơ quan|Thời gian ký|Chữ ký|\(?(?:Đã ký|ĐÃ KÝ|đã ký|Ký tên)\b)")


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands after the text: recipients as printed without their end marks, the signature, and in a joint
    document (văn bản liên tịch) those of the bodies that sign beside or below the first.
    """

    recipients: tuple[str, ...] = ()
    recipients_at: Span | None = None
    signature: Signature | None = None
    co_signatures: tuple[Signature, ...] = ()


def read_tail(source: Source, flow: Flow, frame: Frame) -> Tail:
    """Recipients and signature; each absent part is empty."""
    paragraphs = [flow.paragraphs[index] for index in frame.tail]
    lines = _split_posts(_split_columns(_split_dashes(printed_lines(source, paragraphs, blanks=flow.blanks))))
    recipients = _recipient_lines(lines)
    taken = {id(line) for line in recipients}
    rest = [line for line in lines if id(line) not in taken and not _RECIPIENTS.match(line.text)]
    names = _recipients(recipients)
    head = next((line for line in lines if _RECIPIENTS.match(line.text)), None)
    at = None
    if head is not None:
        at = Span(head.start, max([head.end, *(line.end for line in recipients)]))
    signatures = [one for block in _blocks(rest) if (one := _signature(source, block)) is not None]
    return Tail(tuple(names), at, signatures[0] if signatures else None, tuple(signatures[1:]))


def _split_dashes(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """A cell that came over as one line ('Nơi nhận: - Như trên; - Lưu: VT.') is several recipients."""
    found = []
    for line in lines:
        head = _RECIPIENTS.match(line.text)
        pieces: list[tuple[int, int]] = []
        at = 0
        if head and head.end() < len(line.text):
            pieces.append((0, head.end()))
            at = head.end()
        if head or line.text.startswith(("-", "–")):
            for cut in _INNER_DASH.finditer(line.text, max(at, 1)):
                pieces.append((at, cut.start()))
                at = cut.start() + len(cut.group()) - len(cut.group().lstrip())
        if head and at == head.end() and _ON_ONE_LINE.fullmatch(line.text, at):
            found += _listed_on_line(line, head.end())
            continue
        pieces.append((at, len(line.text)))
        if len(pieces) == 1:
            found.append(line)
            continue
        for low, high in pieces:
            if line.text[low:high].strip():
                found.append(
                    PrintedLine(
                        line.text[low:high].strip(), line.start + low, line.start + high, line.column, line.bold
                    )
                )
    return found


_ON_ONE_LINE = re.compile(r"(?![-–*•]|TM\b|T/M\b|KT\b)[^\n;]{2,120};[^\n]*[^\W\d_][^\n]*")
_BETWEEN_RECIPIENTS = re.compile(r";\s*")


def _listed_on_line(line: PrintedLine, at: int) -> list[PrintedLine]:
    """'Nơi nhận: Đảng ủy xã; các chi hội; Lưu VT.': the recipients of one line, each as if a dash opened it."""
    found = [PrintedLine(line.text[:at].strip(), line.start, line.start + at, line.column, line.bold)]
    ends = [*(cut.span() for cut in _BETWEEN_RECIPIENTS.finditer(line.text, at)), (len(line.text), len(line.text))]
    for low, high in ends:
        if line.text[at:low].strip(" .;"):
            found.append(
                PrintedLine(f"- {line.text[at:low].strip()}", line.start + at, line.start + low, line.column, line.bold)
            )
        at = high
    return found


def _split_columns(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """'- UBND tỉnh; CHỦ TỊCH': a recipient and the post beside it, where a converter left one blank between the two."""
    found: list[PrintedLine] = []
    for line in lines:
        cut = _POST_BESIDE.search(line.text) if line.text.startswith(("-", "–")) else None
        if cut is None:
            found.append(line)
            continue
        left, right = line.start + cut.start(), line.start + cut.end()
        found.append(PrintedLine(line.text[: cut.start()], line.start, left, line.column, line.bold))
        found.append(PrintedLine(line.text[cut.end() :], right, line.end, line.column + 1, line.bold))
    return found


def _split_posts(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """'T/M ĐẢNG ỦY BÍ THƯ' of a flattened cell is an authority and a post; a name may follow on the same line."""
    found: list[PrintedLine] = []
    for line in lines:
        starts = _AUTHORITY.match(line.text) or _ON_BEHALF.match(line.text) or _TITLED.match(line.text)
        cuts = []
        if starts:
            behalf = _ON_BEHALF.match(line.text)
            within = list(_POST_WITHIN.finditer(line.text, starts.end()))
            within = [cut for cut in within if not (behalf and cut.start() <= behalf.end())]
            if not _AUTHORITY.match(line.text) and not behalf:
                within = []
            cuts = [*within, *_NAME_WITHIN.finditer(line.text, starts.end())]
        at = 0
        for low, high in [*sorted(cut.span() for cut in cuts), (len(line.text), len(line.text))]:
            if low < at:
                continue
            piece = line.text[at:low]
            found.append(PrintedLine(piece, line.start + at, line.start + low, line.column, line.bold))
            at = high
    return [line for line in found if line.text]


def _recipient_lines(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The dashed lines after 'Nơi nhận', and the small-lettered lines that they run on into, in the same column."""
    begun = False
    found: list[PrintedLine] = []
    for line in lines:
        if _RECIPIENTS.match(line.text):
            begun = True
            continue
        if not begun:
            continue
        if found and _FILED.match(found[-1].text) and found[-1].text.rstrip().endswith("."):
            break
        dashed = line.text.startswith(("-", "–", "*", "•")) and len(line.text) > 2
        first = not found and line.text.startswith("Như")
        if dashed or first or (found and line.column == found[-1].column and _runs_on(found[-1].text, line.text)):
            found.append(line)
    return found


def _runs_on(before: str, text: str) -> bool:
    if before.rstrip().endswith((";", ".")) or _STAMP.match(text) or _POST.fullmatch(text) or text.isupper():
        return text[:1].islower() and not before.rstrip().endswith((";", "."))
    return text[:1].islower() or (before.rstrip().endswith(":") and ";" in text)


def _recipients(lines: Sequence[PrintedLine]) -> list[str]:
    names: list[str] = []
    for line in lines:
        text = line.text
        if text.startswith(("-", "–", "*", "•")) or not names:
            names.append(text.lstrip("-–*• \u00a0"))
        else:
            names[-1] += " " + text
    return [name.rstrip(" ;,./").strip() for name in names if name.strip(" ;,./")]


def _blocks(lines: Sequence[PrintedLine]) -> list[Sequence[PrintedLine]]:
    """The lines of each signatory: of each column where several bodies sign side by side; else, cut at an authority
    that follows the name or post of another.
    """
    signing = [line.column for line in lines if _AUTHORITY.match(line.text)]
    if len(set(signing)) > 1 and len(signing) == len(set(signing)):
        others = set(signing[1:])
        return [
            [line for line in lines if line.column not in others],
            *([line for line in lines if line.column == column] for column in signing[1:]),
        ]
    cuts, titled = [0], False
    for order, line in enumerate(lines):
        if titled and _AUTHORITY.match(line.text):
            cuts.append(order)
            titled = False
        titled = titled or bool(_TITLED.match(line.text))
    return [lines[low:high] for low, high in pairwise([*cuts, len(lines)])]


def _signature(source: Source, lines: Sequence[PrintedLine]) -> Signature | None:
    """Authority, capacity, title and name, in the order in which they stand."""
    authority = capacity = title = name = None
    found: list[PrintedLine] = []
    titled_at = -1
    for order, line in enumerate(lines):
        text = line.text
        if _SIGNED.fullmatch(text):
            continue
        if _STAMP.match(text) or (titled_at >= 0 and order > titled_at + _NAME_WITHIN_LINES):
            break  # the words of a digital stamp look like names
        if not text.isupper():
            if titled_at < 0 and capacity is None:
                continue
            bare = _RANK.sub("", text)
            if len(bare) <= 40 and _NAME.fullmatch(bare):
                name = bare
                found.append(line)
                break
            continue
        if _AUTHORITY.match(text) and title is None and authority is None:
            authority = text
        elif _ON_BEHALF.match(text) and capacity is None and title is None:
            capacity = text
        elif _TITLED.match(text) and (title is None or order == titled_at + 1):
            title = text if title is None else f"{title} {text}"
            titled_at = order
        elif found and title is None and authority and capacity is None and not _AUTHORITY.match(text):
            authority = f"{authority} {text}"
        else:
            continue
        found.append(line)
    if not found:
        return None
    start = min(line.start for line in found)
    end = max(line.end for line in found)
    before = source.text[max(start - 3, 0) : start]
    start -= len(before) - len(before.rstrip("*"))
    return Signature(start, end, authority, capacity, title, name)
