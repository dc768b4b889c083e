"""How a heading looks (dấu hiệu đề mục): its number or mark, and where its title ends and its text begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tongket.model.reports import SectionKind
from tongket.model.sources import Source
from tongket.reading.outline.heading_dress import is_styled, styled_prefix
from tongket.reading.outline.heading_numbers import (
    ARABIC,
    CAPITAL,
    CHAPTER,
    CRITERION,
    DASH,
    DIVISION,
    ORDINAL,
    PART,
    PLUS,
    ROMAN,
    STANDARD,
    STAR,
    Number,
    numbered,
)
from tongket.reading.outline.heading_words import (
    ADDRESS,
    BODIES,
    FEW,
    FINITE,
    LINKING,
    NOMINAL,
    PREDICATE,
    QUOTED,
    RESOLVING,
    TASK,
    TITLE_WORD,
    first_colon,
    is_echoed,
    is_order,
    is_topic,
)
from tongket.reading.running.flow import Flow, FlowParagraph
from tongket.vietnamese.unicode import BULLETS, CAPITALS, SMALL

_MARKER = re.compile(rf"([-–—+*{BULLETS}]|o(?=\s+[{CAPITALS}]))(?:\s*[-–—+*{BULLETS}])*\s*(?=\S)")
_CONTENTS_LINE = re.compile(r"[.…]{4,}\s*\d+$")
_LONGEST_NAMES = 160  # characters of a list of bodies before its colon
_LONGEST_RUN_IN = 60  # characters of a title that nothing but its colon tells
_OF_PARAGRAPHS = frozenset({"docx", "doc", "odt", "rtf", "html"})  # their blocks are no lines of a page
_FEW_BEHIND_A_STAR = 9  # words
_LONGEST_LINE = 90  # characters of a title that nothing but its own line tells
_LABEL = re.compile(r"[^\W\d_][^\d:]{2,40}\s(?:[Ss]ố\s)?(?:\d{1,2}|[IVX]{1,4})")
_CLAIM = re.compile(
    r"\b(?:đạt|được|ước|có|tăng|giảm|là)\s+[^,;]{0,12}\d|\s=\s?\d|:\s?[<>≥≤~]?\d[\d.,]*(?:\s?%|\s[^\W\d_]+)?$"
)
# What a count or a blank for one stands behind: 'Số lớp: 12', 'Tổng số hộ: ....'
_QUANTITY = re.compile(r"(?:Số(?! liệu)|Tổng số|T[ỷỉ] lệ)\b")
_COUNT = re.compile(r"[<>≥≤~]?\d[\d.,]*(?:\s?%|(?:\s[^\W\d_]+){1,3})?[.;]?|[.…\s]+")
_ROW = re.compile(  # 'Đơn thư tiếp nhận: 29 / 34 / -5', a row of a table that lost its cells
    r"[-+–]?\d[\d.,]*\s?%?(?:\s[/|]\s?[-+–]?\s?\d[\d.,]*\s?%?){1,8}[.;]?"
)
_LEADS_IN = re.compile(r",\s(?:trong đó|bao gồm|gồm)\s?:$")
_CAPTION = (
    r"(?:Bảng|Biểu|Phụ biểu|Hình|Sơ đồ|Biểu đồ)\s(?:số\s)?\d|(?:Bảng|Biểu)\s(?:tổng hợp|thống kê|kê|số liệu|chi tiết)\b"
    r"|BẢNG\s|(?:PHỤ )?BIỂU\s(?!DƯƠNG)|SƠ ĐỒ\s"
)
# The unit of a table, its caption, words before an answer or a note, the end of a title cut in two, the word that
# enacts, what is only quoted: no titles
_NO_TITLE = re.compile(
    rf"(?:Đơn vị tính|ĐƠN VỊ TÍNH|ĐVT|Đvt)\b|(?:Trả lời|Ghi chú|Chú ý|Nguồn)\s?:|{_CAPTION}"
    rf"|(?:VÀ|CỦA|VỚI|CHO)\s|(?:NAY\s)?QUYẾT (?:ĐỊNH|NGHỊ)\s*:?$"
    r"|“[^“”]*”$|\"[^\"]*\"$"
)
_ENDS_CAPITALS = re.compile(r"[^\W\d_]\.?$|\b(?:NĂM|QUÝ|THÁNG|ĐOẠN|KỲ)[\s\dIV/–-]+$")
_BLANK_LINE = 20  # characters of a blank line that may hold some blanks
_BLANK_ABOVE, _BLANK_BELOW = re.compile(r"\n[ \t\u00a0\r]*\n$"), re.compile(r"[ \t\u00a0\r]*\n[ \t\u00a0]*\r?\n")
_LEAST_PROSE = 60  # characters of a line of text
_CAPITAL_WORD = re.compile(rf"\s(?=[{CAPITALS}][{SMALL}])")
_FEWEST_COLUMNS = 2  # behind the first
_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Head:
    """A heading or numbered paragraph: flow offsets, number as printed, its value in its row (0: none), its rank.

    ``title`` is None for a numbered paragraph without title; ``body`` is where run-in text begins, else None.
    ``needs_title``: the title stands in the next paragraph ('Phần thứ nhất'). ``weak``: a heading only among others.
    ``printed``: what stands for ``number`` where a scan garbled it ('H' for 'II'). ``plain``: no number and no dress,
    nothing but the colon tells it. ``bare``: nor a colon, so that text must stand below it.
    """

    start: int
    end: int
    number: str | None
    value: int
    rank: int
    kind: SectionKind
    title: str | None
    marker: str = ""
    body: int | None = None
    needs_title: bool = False
    style: str = ""
    weak: bool = False
    printed: str = ""
    plain: bool = False
    bare: bool = False


def is_contents_line(text: str) -> bool:
    """'II. NHIỆM VỤ ........ 5': a line of a table of contents."""
    return text[-1].isdigit() and _CONTENTS_LINE.search(text, max(0, len(text) - 80)) is not None


def read_head(source: Source, flow: Flow, paragraph: FlowParagraph) -> Head | None:
    """The heading that a paragraph is or begins with; None for plain text."""
    text = flow.text[paragraph.start : paragraph.end]
    if is_contents_line(text):
        return None
    found = numbered(text)
    if found is not None:
        return head_of_number(source, flow, paragraph, found)
    return _unnumbered(source, flow, paragraph, text)


def head_of_number(
    source: Source, flow: Flow, paragraph: FlowParagraph, found: Number, *, proven: bool = False
) -> Head | None:
    """The heading behind a number; ``proven``: a capital letter that others prove needs no capitals behind it."""
    text = flow.text[paragraph.start : paragraph.end]
    number, value, rank, at, style = found
    rest = text[at:]
    if rank in (PART, CHAPTER, DIVISION, STANDARD, CRITERION) and not rest:
        return Head(paragraph.start, paragraph.end, number, value, rank, "heading", None, needs_title=True, style=style)
    is_clear = proven or _first_words(rest).isupper()
    if rank == CAPITAL and not is_clear and not is_styled(source, flow, paragraph, at, len(text)):
        return None
    if rank == ORDINAL and not rest:
        return None
    kind, title, body = _split_title(source, flow, paragraph, text, at, rank)
    if kind == "heading" and _holds_the_next(rest, number):
        kind, title, body = "item", None, None
    begin = paragraph.start
    end = begin + body[0] if body else paragraph.end if kind == "heading" else begin + at
    return Head(begin, end, number, value, rank, kind, title, body=begin + body[1] if body else None, style=style)


def _holds_the_next(rest: str, number: str) -> bool:
    """Whether the next number of a row stands in the line, as among answers of a form: '6.1 Khá □ 6.2 Giỏi □'."""
    row, dot, last = number.rpartition(".")
    return bool(dot) and last.isdecimal() and re.search(rf"\s{re.escape(row)}\.{int(last) + 1}[.)\s]", rest) is not None


def _first_words(text: str) -> str:
    return " ".join(text.split()[:3])


def _split_title(
    source: Source, flow: Flow, paragraph: FlowParagraph, text: str, at: int, rank: int
) -> tuple[SectionKind, str | None, tuple[int, int] | None]:
    """Kind, title, and for a run-in heading where its head ends and its text begins (offsets into ``text``)."""
    rest = text[at:]
    if rank == ORDINAL:
        return "item", None, None
    cut = _run_in(source, flow, paragraph, text, at)
    if cut is not None:
        head_end, body = cut
        title = text[at:head_end].strip().rstrip(":").strip()
        if rank <= ARABIC and _LABEL.fullmatch(title) and 3 <= len(text) - body <= 200 and text[-1] not in ".;:,":
            return "heading", rest.strip(), None  # 'I. Nhiệm vụ 1: Tuyên truyền': the label is part of the title
        if text[head_end - 1] == "." and body < len(text):
            title = title.rstrip(".")
        if body >= len(text):
            return "heading", title, None
        if (_QUANTITY.match(title) and _COUNT.fullmatch(text, body)) or _ROW.fullmatch(text, body):
            return "item", None, None
        return "run_in", title, (head_end, body)
    bare = rest.rstrip()
    if bare.isupper():
        return "heading", bare.rstrip(":").strip(), None
    if is_styled(source, flow, paragraph, at, len(text)) and len(bare) < 400:
        return "heading", bare.rstrip(":").strip(), None
    if _LEADS_IN.search(bare):
        return "item", None, None
    if bare.endswith(":"):
        short = len(bare) <= 120 or NOMINAL.match(bare) or (len(bare) <= 300 and not FINITE.search(bare[:-1]))
        return ("heading", bare[:-1].strip(), None) if short and len(bare) < 400 else ("item", None, None)
    if bare[-1:] not in ".;,…!/" and len(bare) <= 400 and not _CLAIM.search(bare):
        return "heading", bare, None
    told = ADDRESS.match(bare) is not None and ": " in bare  # whom it is for, then what is to be done
    if not told and bare.endswith(".") and len(bare) <= 170 and ". " not in bare and ";" not in bare:
        plain = QUOTED.sub("", bare)
        if (rank <= ROMAN and not RESOLVING.match(bare)) or (
            TITLE_WORD.match(plain) and not FINITE.search(plain.rstrip("."))
        ):
            return "heading", bare, None
    return "item", None, None


def _run_in(source: Source, flow: Flow, paragraph: FlowParagraph, text: str, at: int) -> tuple[int, int] | None:
    """Where a run-in heading ends and its text begins: by its dress (bold, italic), else by its grammar."""
    styled = styled_prefix(source, flow, paragraph, text, at)
    if styled is not None:
        return styled
    stop = text.find(". ", at, at + 80)
    if (
        stop > 0
        and stop + 2 < len(text)
        and ":" not in text[at:stop]
        and TITLE_WORD.match(text, at)
        and not FINITE.search(text[at:stop])
    ):
        return stop + 1, stop + 2
    colon = first_colon(text, at)
    if colon is None or colon - at > 330:
        return None
    title = text[at:colon]
    body = colon + 1
    while body < len(text) and text[body] in " \u00a0":
        body += 1
    if ". " in title:
        return None
    if title.isupper():
        return colon + 1, body
    plain = QUOTED.sub("“”", title)
    if FINITE.search(plain) and not NOMINAL.fullmatch(title.strip()):
        return None
    is_small = body < len(text) and not (text[body].isupper() or text[body] in '“"+-–' or text[body].isdigit())
    # 'a) Trật tự đô thị: xử lý 604 vụ': few words that are no task.
    unlike_title = len(title.split()) > FEW or "," in title or TASK.match(title) or LINKING.match(title)
    if is_small and unlike_title and not is_echoed(title, text[body : body + 60]):
        return None
    if is_small and ADDRESS.match(title) and text.find(". ", body) < 0:
        return None
    named = NOMINAL.match(plain) or (BODIES.match(plain) and len(title) <= _LONGEST_NAMES)
    if body < len(text) and not named and len(title) > _LONGEST_RUN_IN:
        return None
    if body >= len(text) and not NOMINAL.match(plain) and len(title) > 120:
        return None
    return colon + 1, body


def _unnumbered(source: Source, flow: Flow, paragraph: FlowParagraph, text: str) -> Head | None:
    """A heading that a dash, plus or star introduces, or none at all: by its dress, or a phrase before a colon."""
    found = _MARKER.match(text)
    marker = found.group(1) if found else ""
    marker = "-" if marker and marker in "–—\uf02d" else "*" if marker and marker in f"o{BULLETS}" else marker
    at = found.end() if found else 0
    rank = {"-": DASH, "+": PLUS, "*": STAR}.get(marker, DASH)
    begin = paragraph.start
    if _NO_TITLE.match(text, at):
        return None
    if not marker and text.isupper() and _is_capital_heading(source, paragraph, text):
        return Head(begin, paragraph.end, None, 0, ROMAN, "heading", text.rstrip(":.").strip())
    starred = marker == "*" and len(text.split()) <= _FEW_BEHIND_A_STAR and text[at].isupper()
    # '* Phong trào thi đua.': with a star before it, a phrase about a matter may end in a full stop
    phrase = text[:-1] if starred and text[-1] == "." and NOMINAL.match(text, at) else text
    if _is_bare_title(phrase, at):
        named = starred or NOMINAL.match(text, at) is not None
        apart = marker != "" or _is_apart(source, paragraph)
        if (named and apart) or (not marker and text[0].isupper() and _is_between_sentences(source, paragraph)):
            weak = marker != "" or not named
            return Head(begin, paragraph.end, None, 0, rank, "heading", phrase[at:], marker, weak=weak, bare=True)
    weak = plain = False
    styled = styled_prefix(source, flow, paragraph, text, at)
    if styled is None and is_styled(source, flow, paragraph, at, len(text)):
        bare = text[at:].rstrip()
        if len(bare) <= 300 and bare[-1:] not in ".;,/" and _TWO_LETTERS.search(bare):
            return Head(begin, paragraph.end, None, 0, rank, "heading", bare.rstrip(":").strip(), marker)
        return None
    if styled is None:
        named = bool(NOMINAL.match(text[at : at + 30]))
        starred = marker == "*" and text.rstrip().endswith(":")  # '* Trồng trọt:' stands over the dashes below it
        weak = not (named or starred)
        if marker != "+" and not (named or ((starred or marker in ("-", "")) and is_topic(text, at))):
            return None
        if marker == "+" and not is_topic(text, at):
            return None
        styled = _plain_phrase(text, at, longest=320 if marker else 170, weak=weak or marker != "")
        if styled is None:
            return None
        plain = True
        if is_order(text, at, styled[1]):
            return None
    head_end, body = styled
    title = text[at:head_end].strip().rstrip(":").strip()
    if not _TWO_LETTERS.search(title):
        return None
    if body >= len(text):
        return Head(begin, paragraph.end, None, 0, rank, "heading", title, marker, weak=weak, plain=plain)
    return Head(begin, begin + head_end, None, 0, rank, "run_in", title, marker, begin + body, weak=weak, plain=plain)


def _is_capital_heading(source: Source, paragraph: FlowParagraph, text: str) -> bool:
    """'KẾT LUẬN' on a line that stands out: bold, centred, or between blank lines. 'QUYẾT ĐỊNH:' is none."""
    words = text.split()
    if len(words) < 2 or len(text) > 200 or not _ENDS_CAPITALS.search(text) or not all(map(str.isalpha, words[:2])):
        return False
    first = source.blocks[paragraph.blocks[0]]
    if first.centred or any(style.style == "bold" for style in first.styles):
        return True
    return _is_apart(source, paragraph) or _is_between_sentences(source, paragraph)


def _is_between_sentences(source: Source, paragraph: FlowParagraph) -> bool:
    """Whether the line above ends as a sentence does, or is in capitals as its heading, and a sentence stands below, as
    nowhere in a table or a tail.
    """
    above, below = paragraph.blocks[0] - 1, paragraph.blocks[-1] + 1
    if above < 0 or below >= len(source.blocks):
        return False
    before = source.text[source.blocks[above].start : source.blocks[above].end].rstrip()
    after = source.text[source.blocks[below].start : source.blocks[below].end].strip()
    ended = before.endswith((".", ";")) or (before.isupper() and numbered(before) is not None)
    return ended and len(after) >= _LEAST_PROSE and after[0].isupper() and not after.isupper()


def _is_apart(source: Source, paragraph: FlowParagraph) -> bool:
    """Whether it is a paragraph of Word or a page, or blank lines stand around it."""
    if source.format in _OF_PARAGRAPHS:
        return True
    first, last = source.blocks[paragraph.blocks[0]], source.blocks[paragraph.blocks[-1]]
    above = source.text[max(first.start - _BLANK_LINE, 0) : first.start]
    return _BLANK_ABOVE.search(above) is not None and _BLANK_BELOW.match(source.text, last.end) is not None


def _is_bare_title(text: str, at: int) -> bool:
    """'Công tác tuyên truyền', '* Về y tế': a short phrase about a matter, without end mark or colon."""
    return (
        len(text) - at <= _LONGEST_LINE
        and (text[-1].isalnum() or text[-1] in "”)")
        and ":" not in text
        and not FINITE.search(text, at)
        and not PREDICATE.search(text, at)
        and not _CLAIM.search(text, at)
        and not _are_columns(text, at)
    )


def _are_columns(text: str, at: int) -> bool:
    """Whether a line holds several titles in a row, those of the columns of a table: 'Thời gian Đối tượng Nội dung'."""
    return (
        sum(1 for found in _CAPITAL_WORD.finditer(text, at + 1) if NOMINAL.match(text, found.end())) >= _FEWEST_COLUMNS
    )


def _plain_phrase(text: str, at: int, *, longest: int, weak: bool = False) -> tuple[int, int] | None:
    """'Công tác ...: Văn bản' without any dress: a phrase without a verb, and a sentence after the colon.

    ``weak``: one that counts only among others of its kind; a number or a small letter may follow it, or a full stop
    stand for its colon ('- Ưu điểm. Cấp ủy quan tâm.').
    """
    stop = text.find(". ", at, at + 40)
    if stop > 0 and NOMINAL.match(text, at) and ":" not in text[at:stop]:
        phrase = text[at:stop]
        return (stop + 1, stop + 2) if not FINITE.search(phrase) and not PREDICATE.search(phrase) else None
    colon = first_colon(text, at)
    if colon is None or colon - at > longest or ". " in text[at:colon]:
        return None
    if FINITE.search(QUOTED.sub("“”", text[at:colon])):
        return None
    body = colon + 1
    while body < len(text) and text[body] in " \u00a0":
        body += 1
    if body < len(text) and not (text[body].isupper() or text[body] in '“"'):
        small = weak and len(text[at:colon].split()) <= FEW and not TASK.match(text, at)
        return (colon + 1, body) if small else None
    return colon + 1, body
