"""How sentences and items end and go on (dấu kết thúc): no full stop, a capital behind a semicolon.

Decree 30/2020/NĐ-CP, Appendix II, section I: a capital opens a sentence behind '.', '?', '!' and on a new line; behind
';' the sentence goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.checking.wording.spelling_blanks import few_of_many, line_ends
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Paragraph, Report
from tongket.vietnamese.syllables import canonical
from tongket.vietnamese.unicode import SMALL
from tongket.vietnamese.words import lexicon

_LONG = 40  # letters of a paragraph that is more than a label
_SENTENCE = 60  # from where other checks look at paragraphs without a mark before them
_ENOUGH = 8  # paragraphs with an end mark that make it the habit of a report
_RARE = 10  # so many times as many have one
_NOTES = 4  # so many times as many notes have one
_MOST = 8  # paragraphs without one; more of them are a form
_FEW_WRAPPED = 2
_ENDS = re.compile(rf"(?:[{SMALL}]\)?|[{SMALL}]\d?[”\"])$")
_DAY = re.compile(r"(?:(?:ngày|tháng|năm|đoạn|kỳ) \S*|\d{4} [-–] )(?:19|20)\d\d$")
_LONGEST_DAY = 60  # letters of the end of a day or of a term of years
_MARKED = re.compile(r"[-–+*•]\s?\w")
# What begins behind a paragraph that has ended for certain: an item, a numbered part.
_NEXT = re.compile(r"[-–+*•]\s?\w|\(?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zđ])[.)]\s")
_BELOW = re.compile(r"[-–+*•]\s?\w|\(?[a-zđ][.)]\s")  # items, below a numbered title
# A title that no heading of the report was read from, or a note below one: 'Điều 3. ...', '(Ban hành kèm theo ...)'.
_TITLED = re.compile(
    r"[“\"]?(?:\(|(?:Điều|Chương|Mục|Phần|Phụ lục|Mẫu|Bảng|Biểu)\s|(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5})[.)]\s)"
)
_HEADING = 150  # letters of a title at most
_NEVER_LAST = re.compile(r"(?:của|và|các|với|về|những|để|nhằm|giữa|bởi|hoặc|tại|do|theo|từ|trong|là|mà|vì|cho)$")
_LAST_WORD = re.compile(r"\S+(?:\s\S+)?$")


def sentences_without_end(report: Report) -> Iterator[Finding]:
    """Yield ``spelling`` where a paragraph has no end mark and nearly all others of the report have one.

    Not flagged: headings, labels, rows of tables, what follows the signature, what a capital or a number ends;
    paragraphs behind which none begins for certain; where ``incomplete`` tells it, which looks at sentences of reports
    that were not wrapped by hand.
    """
    paragraphs = [one for one in report.paragraphs if one.kind == "body" and one.spans]
    close = _closing(report)
    paragraphs = [one for one in paragraphs if one.spans[0].start < close]
    headings = {one.start for one in report.walk_sections() if one.kind == "heading"}
    wrapped = sum(len(one.spans) > 1 or "\n" in one.text for one in paragraphs) > _FEW_WRAPPED
    ended, unended = 0, []
    for i, one in enumerate(paragraphs):
        text = one.text.rstrip()
        if len(text) < _LONG or one.spans[0].start in headings or re.search(r"\t|\||\s{3}", text):
            continue
        after = paragraphs[i + 1].text.lstrip() if i + 1 < len(paragraphs) else ""
        ended += text[-1] in ".;:!?…/"
        if _TITLED.match(text) and (len(text) < _HEADING or _BELOW.match(after)):
            continue
        told = not wrapped and len(text) >= _SENTENCE and text[-1].isalpha() and not _MARKED.match(text)
        if not told and _NEXT.match(after) and _ends_in_a_word(text):
            unended.append(one)
    if ended >= _ENOUGH and len(unended) <= min(_MOST, ended // _RARE):
        yield from (_at_end(report, one) for one in unended)
    notes = [one for one in report.paragraphs if one.kind == "note" and one.text.strip()]
    stopped = [one for one in notes if one.text.rstrip()[-1] == "."]
    if len(stopped) >= _NOTES * (len(notes) - len(stopped)):
        yield from (_at_end(report, one) for one in notes if _ends_in_a_word(one.text.rstrip()))


def _closing(report: Report) -> int:
    """Where forms and lists begin behind the signature; the end where a plan follows a short decision."""
    close = min([one.start for one in (report.recipients_at, report.signature) if one], default=0)
    return close if 2 * close > len(report.text) else len(report.text)


def _ends_in_a_word(text: str) -> bool:
    """Whether a word that may end a sentence ends a paragraph, and no new sentence begins with it."""
    before, _, last = text.rpartition(" ")
    word = last.strip('()”"')
    if text[-1:].isdecimal() and _DAY.search(text, max(len(text) - _LONGEST_DAY, 0)) and not text.isupper():
        return True
    known = len(word) > 1 and canonical(word) in lexicon().all and not _NEVER_LAST.match(last)
    ends = _ENDS.search(text, max(len(text) - 3, 0)) is not None
    return ends and not text.endswith("(nếu có)") and before[-1:] not in ".;:" and known


def _at_end(report: Report, paragraph: Paragraph) -> Finding:
    """The finding at the last two words of a paragraph."""
    start, end = paragraph.spans[-1].start, paragraph.spans[-1].end
    printed = report.text[start:end].rstrip()
    found = _LAST_WORD.search(printed, max(0, len(printed) - _LONG))
    at = start + (found.start() if found else 0)
    facts = {"here": " ".join(report.text[at : start + len(printed)].split())}
    return Finding("spelling", "info", Span(at, start + len(printed)), "end", facts)


_TASKS = (
    "Xây dựng|Tuyên truyền|Tổ chức|Thực hiện|Tăng cường|Tiếp tục|Phối hợp|Chỉ đạo|Triển khai|Rà soát|Kiểm tra|Đẩy mạnh"
    "|Nâng cao|Đề nghị|Đôn đốc|Duy trì|Đảm bảo|Bảo đảm|Chủ trì|Chủ động|Tham mưu|Tập trung|Thường xuyên"
    "|Vận động|Phát động|Phát huy|Hỗ trợ|Tạo điều kiện|Bố trí|Theo dõi|Xử lý|Khắc phục|Lồng ghép|Quan tâm"
)
_KINDS = "phi|chính|kinh|quốc|tôn|xã|đảng|đoàn|cơ"  # of organisations: 'Tổ chức xã hội'
_CAPITAL = re.compile(rf"; (?P<task>(?!Tổ chức [^{SMALL}])(?:{_TASKS})(?= [^\W\d_]))(?! (?:số|{_KINDS})(?!\w))")


def capitals_behind_semicolons(report: Report) -> Iterator[Finding]:
    """Hints where a task begins with a capital behind a semicolon in the midst of a line: '...; Xây dựng nội dung'.

    Not flagged: names of bodies and papers ('; Nghị quyết số', '; Tổ chức Y tế'), items on lines of their own.
    """
    found = [
        Finding(
            "spelling",
            "info",
            Span(*match.span("task")),
            "capital",
            {"here": match["task"], "right": match["task"].lower()},
        )
        for match in finds(_CAPITAL, report.text)
        if match.start() + 1 not in line_ends(report)
    ]
    yield from few_of_many(found)
