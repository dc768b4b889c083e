"""Small things of form that Decree 30/2020/NĐ-CP, annex I, and the Party's guide 36-HD/VPTW settle (thể thức)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.recognition import is_dirty, is_recognised
from tongket.checking.kinds import Case, Kind
from tongket.messages import N_
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import CAPITALS

LAYOUT = Kind(
    name="layout",
    title=N_("Small fault of form"),
    meaning=N_(
        "The summary, the signature block or a pair of quotation marks is not written as the rules of presentation "
        "have it, a passage stands at two places, a text calls itself by another name, or a body is given a power or "
        "an organ that bodies of its kind do not have."
    ),
    example='Cuộc vận động "Toàn dân đoàn kết” được nhân rộng.',
    not_flagged=N_(
        "Official letters, whose summary begins with 'V/v'; scans; straight quotation marks on both sides; provisions "
        "that say the same of one case after the other."
    ),
    severities=("warning", "info"),
    cases={
        "summary": Case(
            N_("'{here}' belongs to official letters; this document is called '{type}'."),
            N_("Leave it out, or write it in full."),
        ),
        "type-twice": Case(
            N_("The summary repeats the type of document above it: '{type}'."), N_("Leave '{type}' out of the summary.")
        ),
        "post": Case(N_("'{here}': a blank is missing."), N_("Write '{right}'.")),
        "dot": Case(N_("'{here}': the dot behind the mark is missing."), N_("Write '{right}'.")),
        "for-head": Case(
            N_("'{here}' signs below '{above}', for a head whose deputy that is not."),
            N_("Write the post of the deputy who signs (Decree 30/2020/NĐ-CP, Appendix I)."),
        ),
        "deputy": Case(
            N_("'{here}' signs without '{right}' above."),
            N_("Add '{right}': a deputy signs for the head (Decree 30/2020/NĐ-CP, Appendix I)."),
        ),
        "signed-for": Case(
            N_("It is signed '{here}', and the head names '{head}'."),
            N_("Sign for the body that issues the document, or correct the head."),
        ),
        "recipient-mark": Case(
            N_("'{here}' among the recipients has no mark at its end, unlike the others ('{mark}')."),
            N_("Write '{here}{mark}'."),
        ),
        "quotes": Case(
            N_("{here}: one quotation mark is straight and the other curly ({times} in the report)."),
            N_("Use one form of quotation marks."),
        ),
        "heading": Case(
            N_("'{here}' is not written as its sister '{usual}' is ({times} in the report)."),
            N_("Write all headings of one rank in capitals, or none of them."),
        ),
        "heading-end": Case(
            N_("'{here}' does not end as the other headings of its rank do: '{usual}' ({times} in the report)."),
            N_("End all headings of one rank alike: without a mark, or with the same one."),
        ),
        "unmarked": Case(
            N_("'{here}' has no mark before it, unlike other lines of that name ('{usual}', {times} in the report)."),
            N_("Write '{usual}'."),
        ),
        "heading-comma": Case(
            N_("The heading ends in a comma, and its points begin below it."),
            N_("Leave the mark out, or put a colon."),
        ),
        "zero": Case(
            N_("The date of the head says '{here}'."),
            N_("Write '{right}': only days under 10 and the months 1 and 2 have a zero (Decree 30/2020/NĐ-CP)."),
        ),
        "zero-number": Case(
            N_("The number of the document is written '{here}'."),
            N_("Write '{right}': only numbers under 10 have a zero before them (Decree 30/2020/NĐ-CP)."),
        ),
        "motto": Case(
            N_("The motto is printed '{here}'."),
            N_("Write '{right}', with hyphens between blanks (Decree 30/2020/NĐ-CP, Appendix I)."),
        ),
        "misprint": Case(N_("'{here}' in the head is misprinted."), N_("Write '{right}'.")),
        "colon": Case(
            N_("'{here}': the word 'Số' in the head has no colon."),
            N_("Write '{right}' (Decree 30/2020/NĐ-CP, Appendix I)."),
        ),
        "place-other": Case(
            N_("The document is dated at '{here}', and '{issuer}' issues it."),
            N_("Write the name of the own commune, or check the head."),
        ),
        "organisation": Case(
            N_("'{here}' is the organisation; its committee issues documents."),
            N_("Name the committee in the head: 'ĐẢNG ỦY …', below the organisation above it."),
        ),
        "title-of-head": Case(
            N_("'{here}' stands above a document of '{issuer}'."),
            N_("The state has its name and motto there, the Party 'ĐẢNG CỘNG SẢN VIỆT NAM'."),
        ),
        "symbol-blank": Case(N_("'{here}' in the head has spaces inside the symbol."), N_("Write '{right}'.")),
        "own-name": Case(
            N_("The document is called '{type}', and speaks of itself as '{here}'."),
            N_("Write '{type} này', or say which document is meant."),
        ),
        "speaker": Case(
            N_("'{here}' speaks here, and '{there}' where the document opens."),
            N_("Let one body speak all through: the one that issues the document."),
        ),
        "head-of": Case(
            N_("'{head}' is not who heads '{here}': that is '{right}'."),
            N_("Write 'Thủ trưởng' for all, or name each with its own head."),
        ),
        "organ-of": Case(
            N_("'{here}': a body of this kind has no such organ or head."),
            N_("Write what it has: {right}."),
        ),
        "to-itself": Case(
            N_("The document asks '{here}', which is the body that issues it."),
            N_("Name the body that is to be asked, or write what the body itself will do."),
        ),
        "asks-below": Case(
            N_("'{here}' is asked for means, which a body below does not give."),
            N_("Name the body above that is to be asked."),
        ),
        "drafts-itself": Case(
            N_("The document has '{here}' drafted, which is the document itself."),
            N_("Leave the task out, or say which other plan is meant."),
        ),
        "not-issued": Case(
            N_("'{here}' does not issue documents of the type '{type}'."),
            N_("Check the type of the document, or name the body that issued it."),
        ),
        "twice": Case(
            N_("A passage of {words} words stands almost word for word at another place too: '{printed}'."),
            N_("Keep it at one place, and refer to it at the other."),
        ),
        "heading-twice": Case(
            N_("The heading '{printed}' says what the one before it says."),
            N_("Join the two sections, or name this one by what it holds."),
        ),
        "twice-otherwise": Case(
            N_("A passage of {words} words stands at two places; here it says '{here}', and there '{there}'."),
            N_("Look up which of the two holds, and keep the passage at one place."),
        ),
    },
)
KINDS = (LAYOUT,)

_SHORT = re.compile(r"\s*(?P<here>[Vv]/[Vv])(?!\w)")
_LETTERS = ("Công văn", "Công điện", "Thư")


def check_summary(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` where the summary below a type of document begins with 'V/v', as that of a letter does, or
    stands as 'V/v' below the number of a document that has a type (Decree 30/2020/NĐ-CP, annex I: of letters only).

    Not flagged: a letter to which a document with a type is attached; invitations.
    """
    head = report.letterhead
    if head.type_at is None or head.doc_type in (None, *_LETTERS):
        return
    found = _SHORT.match(report.text, (head.title_at or Span(head.type_at.end, head.type_at.end)).start)
    if found is None and head.number_at and head.doc_type != "Giấy mời":
        above = Span(head.number_at.end, min(head.type_at.start, head.number_at.end + _HEAD))
        sent = _ADDRESSED.search(report.text, above.start, above.end)
        found = None if sent else _BELOW_NUMBER.search(report.text, above.start, above.end)
    if found is not None:
        facts = {"here": found["here"], "type": head.doc_type or ""}
        yield Finding("layout", "info", Span(*found.span("here")), "summary", facts)


_HEAD = 400  # letters from the number to the type of a document
_BELOW_NUMBER = re.compile(r"(?:\n|\t)[ \t*_]*(?P<here>[Vv]/[Vv])(?!\w)")
_ADDRESSED = re.compile(r"[Kk]ính gửi|KÍNH GỬI")


_KINDS_OF_TYPE = re.compile(
    r"\s+(?:chính trị|tài chính|thẩm tra|giải trình|tiếp thu|kết luận|hành động|phối hợp)(?!\w)", re.I
)


def check_type_in_summary(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` where the summary below the type begins with the type again: 'QUY CHẾ', 'Quy chế làm việc của'.

    Not flagged: words that make a type of their own with it ('Báo cáo chính trị'); scans with dirt. Decree
    30/2020/NĐ-CP, annex I, and the Party's guide 36-HD/VPTW: the summary says what the document is about.
    """
    head = report.letterhead
    if head.title_at is None or head.type_at is None or not head.doc_type or is_dirty(report):
        return
    found = re.compile(rf"[\s*_]*(?P<type>{re.escape(head.doc_type)})(?!\w)", re.I).match(
        report.text, head.title_at.start
    )
    if found is not None and not _KINDS_OF_TYPE.match(report.text, found.end()):
        facts = {"type": found["type"]}
        yield Finding("layout", "info", Span(*found.span("type")), "type-twice", facts)


_POST = re.compile(
    rf"(?<!\w)(?P<mark>TM|KT|TL|TUQ|T/M|K/T|T/L)\.(?P<post>[{CAPITALS}]{{2,}}(?: [{CAPITALS}]{{2,}}){{0,3}})"
)


def check_post(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` for 'KT.GIÁM ĐỐC' in the signature block, without the blank behind the mark."""
    signature = report.signature
    if signature is None or is_recognised(report):
        return
    for found in _POST.finditer(report.text, signature.start, signature.end):
        facts = {"here": found[0], "right": f"{found['mark']}. {found['post']}"}
        yield Finding("layout", "info", Span(*found.span()), "post", facts)


_MIXED = re.compile(
    r"[\"“](?<![\w\"“”].)(?=\w)(?:(?<=\")[^\"“”\n]{2,200}(?<=[\w.!])”|(?<=“)[^\"“”\n]{2,200}(?<=[\w.!])\"(?!\w))"
)


def check_quotes(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` once where a pair of quotation marks is straight on one side and curly on the other."""
    if is_recognised(report):
        return
    found = list(_MIXED.finditer(report.text))
    for first in found[:1]:
        facts = {"here": " ".join(first[0].split()), "times": str(len(found))}
        yield Finding("layout", "info", Span(*first.span()), "quotes", facts)


_ZERO = re.compile(r"(?:tháng\s(?:0(?P<few>[3-9])|[12])|ngày\s[1-9])(?=\s(?:tháng|năm)\s)")


def check_zeros(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` for 'tháng 09', 'tháng 1', 'ngày 5' in the date of the head: Decree 30/2020/NĐ-CP, annex I,
    section II.4, and the Party's guide 36-HD/VPTW ask for a zero before days under 10 and months 1 and 2 alone.
    """
    at = report.letterhead.date_at
    if at is None or is_recognised(report):
        return
    for found in _ZERO.finditer(report.text, at.start, at.end):
        word, printed = found[0].split()
        facts = {"here": f"{word} {printed}", "right": f"{word} {found['few'] or '0' + printed}"}
        yield Finding("layout", "info", Span(*found.span()), "zero", facts)


_ZERO_BEFORE = re.compile(r"(?<!\d)0\d{2,}(?=\s?[/-])")


def check_zero_of_number(report: Report) -> Iterator[Finding]:
    """Yield ``layout`` (a note) for a zero before the number of the document where it has two digits or more: '012/CT'.

    Decree 30/2020/NĐ-CP, annex I, section II.3: numbers under 10 have a zero before them.
    """
    at = report.letterhead.number_at
    if at is None or is_recognised(report):
        return
    found = _ZERO_BEFORE.search(report.text, at.start, at.end + 1)
    if found is not None:
        facts = {"here": found[0], "right": f"{int(found[0]):02}"}
        yield Finding("layout", "info", Span(*found.span()), "zero-number", facts)


CHECKS = (check_summary, check_type_in_summary, check_post, check_quotes, check_zeros, check_zero_of_number)
