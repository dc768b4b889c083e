"""Secrecy marks (dấu chỉ độ mật): Mật, Tối mật, Tuyệt mật (design, rule 9).

Source: Decree 26/2020/NĐ-CP and its successors: the stamp stands by itself at the head of the first page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.errors import SecretError
from tongket.messages import N_
from tongket.model.sources import Block, Source
from tongket.vietnamese.unicode import fold_marks

_HEAD_LINES = 40
_HEAD_CHARACTERS = 4000
_BODY_WORDS = 25  # a sentence, not a line of a letterhead or title
_BODY_START = re.compile(
    r"\W*(?:(?:[IVX]{1,5}|[A-Z]|\d{1,2})\s?[.)]\s|(?:Phần|PHẦN|Chương|CHƯƠNG|Điều|ĐIỀU|Mục|MỤC)\s)"
)
_COLUMNS = re.compile(r"\t|\s{4,}")
_FRAME = re.compile(r"[\s\[\](){}<>|*_=+~.:;,\"'#/\\\-│║┃┌┐└┘─═■□▪•]+")
_LEVELS = {"tuyệtmật": "TUYỆT MẬT", "tốimật": "TỐI MẬT", "mật": "MẬT"}
# The whole line: "Độ mật: Tối mật", "MẬT (C)", "C - MẬT", "MẬT C12"; A, B, C are the letters of the registers.
# Beside it in one line: how urgent it is ("MẬT - HỎA TỐC") and which copy this is ("Bản số: 03 - MẬT").
_BESIDE = r"(?:hỏatốc(?:hẹngiờ)?|thượngkhẩn|khẩn|bảnsố\d{0,4})?"
_LINE = re.compile(
    rf"{_BESIDE}(?:(?:mức)?độ(?:bí)?mật|(?:tàiliệu|vănbản)|[abc])?(tuyệtmật|tốimật|mật)(?:[abc]?\d{{0,4}}){_BESIDE}"
)
# A scan loses the marks of letters under a stamp's ink: "TUYỆT MÂT". 'Mặt', 'Mất' are words of their own.
_SCANNED = re.compile(r"(?:t[uư]y[eêéèẹếềệ]t|t[oôóọốồộ][iìí])?m[aạâậ]t")
_GOES_ON = re.compile(r"(?:bí|bảo|cơ|thân|cẩn|chi|ong)\W*$")
# On a line of the head, behind a blank or a tab that became one: 'XÃ LŨNG PHÌN MẬT', 'Số: 12/BC-UBND MẬT'.
_ORGAN = (
    r"(?:[ỦU][YỶ] BAN|UBND|HĐND|BCH|HỘI|ĐẢNG|TỈNH|HUYỆN|QUẬN|THÀNH|THỊ|XÃ|PHƯỜNG|ĐẶC KHU|BỘ|SỞ|BAN|PHÒNG|VĂN PHÒNG|CỤC"
    r"|CHI|TỔNG|CÔNG|ĐOÀN|LIÊN|MẶT TRẬN|TRƯỜNG|TRUNG TÂM|VIỆN|TÒA|THANH TRA|NGÂN HÀNG|BẢO HIỂM|CỘNG HÒA|ĐỘC LẬP"
    r"|Độc lập|Số\s*:)"
)
_ON_LINE = re.compile(
    rf"(?P<before>{_ORGAN}(?!\w).*?) (?P<last>TUYỆT MẬT|TỐI MẬT|MẬT)"
    rf"|(?P<first>TUYỆT MẬT|TỐI MẬT|MẬT) {_ORGAN}(?!\w).*"
)
# What an organ's own name, or a title that tells of secrets, has before the word: 'GAN MẬT', 'BẢO VỆ BÍ MẬT'.
_OF_NAME = re.compile(
    r"(?<!\w)(?:BÍ|BẢO|CƠ|THÂN|CẨN|CHI|ONG|ĐỘ|GAN|TÚI|LẤY|KHÔNG|XUẤT|(?:TÀI )?LIỆU|VĂN BẢN|THÔNG TIN|VÀ|HOẶC)\W*$|[,;]$"
)


def refuse_secret(source: Source) -> None:
    """Let ``source`` pass, or refuse it.

    Raises:
        SecretError: it carries a secrecy mark; the message names the mark and nothing of the text.
    """
    mark = secrecy_mark(source)
    if mark:
        raise SecretError(
            N_("the document is marked {mark}; it was refused and nothing of it was kept."),
            N_("Handle it by the rules on state secrets, on a computer kept for that, never here."),
            where=source.file,
            mark=mark,
        )


def secrecy_mark(source: Source) -> str:
    """The mark that stands by itself in the head of the first page, in a header or a text box of it; "" for none.

    A line of the organ, the motto or the number may have it at an end ('XÃ LŨNG PHÌN MẬT').
    Not a mark: the words inside a sentence, a title or another longer line ('bảo vệ bí mật nhà nước', 'Bí mật').
    """
    before = ""
    for line in _places(source):
        mark = _mark(line, source.scanned) or _mark_on_line(line)
        if mark and not _GOES_ON.search(before.lower()):
            return mark
        before = fold_marks(line)
    return ""


def _places(source: Source) -> Iterator[str]:
    for header in source.headers:
        yield from header.split("\n")
    for block in _head(source):
        yield from _lines(source.text, block)


def _head(source: Source) -> Iterator[Block]:
    """The blocks before the body begins, and the text boxes of the first page."""
    in_head = True
    for count, block in enumerate(source.blocks):
        if (block.page or 1) > 1 or block.start > _HEAD_CHARACTERS:
            return
        if in_head and (count >= _HEAD_LINES or _begins_body(source.text[block.start : block.end], block)):
            in_head = False
        if in_head or block.kind == "text_box":
            yield block


def _begins_body(text: str, block: Block) -> bool:
    if block.kind == "row":
        return False
    sentence = text.rstrip()[-1:] in (".", ";", ":") and len(text.split()) >= _BODY_WORDS
    return sentence or bool(_BODY_START.match(block.number + " " if block.number else text))


def _lines(text: str, block: Block) -> Iterator[str]:
    """The lines of a block as they stand on paper: cells, lines inside them, and columns made with blanks."""
    pieces = [(cell.start, cell.end) for cell in block.cells] or [(block.start, block.end)]
    for start, end in pieces:
        at = start
        for stop in (*(offset for offset in block.breaks if start <= offset < end), end):
            line = text[at:stop]
            yield line
            columns = _COLUMNS.split(line)
            if len(columns) > 1:
                yield from columns
            at = stop + 1


def _mark(line: str, scanned: bool) -> str:
    """The mark that ``line`` is, spaced ('M Ậ T'), framed ('[MẬT]') or labelled ('Độ mật: Mật') as it may be.

    Of a scan, also the mark in capitals that lost some of its signs.
    """
    if not 3 <= len(line) <= 200:
        return ""
    letters = _FRAME.sub("", fold_marks(line))
    if not 3 <= len(letters) <= 30 or letters[0].islower():
        return ""
    if scanned and letters.isupper() and _SCANNED.fullmatch(letters.lower()):
        return {3: "MẬT", 6: "TỐI MẬT"}.get(len(letters), "TUYỆT MẬT")
    found = _LINE.fullmatch(letters.lower())
    return _LEVELS[found.group(1)] if found else ""


def _mark_on_line(line: str) -> str:
    """The mark at an end of an organ's, the motto's or the number's line, all in capitals but for the number's."""
    found = _ON_LINE.fullmatch(" ".join(fold_marks(line).split()))
    if not found:
        return ""
    before = found.group("before") or ""
    if found.group("first") or before.startswith(("Số", "Độc")):
        return found.group("first") or found.group("last")
    return found.group("last") if before.isupper() and not _OF_NAME.search(before) else ""
