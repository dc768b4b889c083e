"""Form (thể thức): parts that are missing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tongket.checking.evidence.extracts import is_copied
from tongket.checking.evidence.recognition import is_dirty, is_recognised
from tongket.checking.form.one_line_heads import blanks_of_one_line, head_of_one_line
from tongket.checking.kinds import Case, Kind
from tongket.messages import N_
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Report, Section, Signature
from tongket.vietnamese.unicode import CAPITALS, SMALL, folded, key, plain

MISSING_PART = Kind(
    name="missing-part",
    title=N_("A part is missing"),
    meaning=N_(
        "A part that the report must have, or itself promises, is not there: number, date, issuing body, signature, "
        "an appendix that the text refers to, the results of a directive that a heading names."
    ),
    example="5. Kết quả tập hợp hội viên: Có phụ lục kèm theo. (Báo cáo không có phụ lục nào.)",
    not_flagged=N_(
        "A section answered by 'Không'; a number or date that stands elsewhere in the head or that a poor scan made "
        "illegible; digital signatures; a missing national motto in plain text is only a note (converters drop it)."
    ),
    severities=("error", "warning", "info"),
    cases={
        "head": Case(
            N_("The head has no issuing body, number and date."),
            N_("Add the letterhead before issuing (Nghị định 30/2020/NĐ-CP, Appendix I)."),
        ),
        "number": Case(N_("The number is blank."), N_("The records officer enters it when the report is issued.")),
        "date": Case(
            N_("The day or month of issue is blank."), N_("The records officer enters it when the report is issued.")
        ),
        "body": Case(
            N_("The head does not print the issuing body."),
            N_("Add the letterhead before issuing; here it was taken from {whence}."),
        ),
        "motto": Case(
            N_("The head has no national motto (Party: no Party title)."),
            N_("Check the original: converting to text often drops it."),
        ),
        "place": Case(
            N_("The date in the head has no place before it."),
            N_("Write the name of the place and a comma before it (Decree 30/2020/NĐ-CP, Appendix I)."),
        ),
        "subject": Case(
            N_("No line below the type says what the document is about."),
            N_("Add the summary (trích yếu) below the type (Decree 30/2020/NĐ-CP, Appendix I)."),
        ),
        "signature": Case(N_("There is no signature block."), N_("Add authority, post and name of the signatory.")),
        "recipients": Case(
            N_("There is no list of recipients ('Nơi nhận')."), N_("Add the recipients before issuing.")
        ),
        "kept": Case(
            N_("The recipients do not say where the document is kept ('Lưu: …')."),
            N_("Add 'Lưu: VT' and who drafted it as the last line (Decree 30/2020/NĐ-CP, Appendix I)."),
        ),
        "closing": Case(
            N_("The report ends without a closing sentence: its last point goes over into './.'."),
            N_("Add 'Trên đây là báo cáo …' below the last part, and end it with './.'."),
        ),
        "signer": Case(N_("The signatory has no name."), N_("Add the name when the report is signed.")),
        "authority": Case(
            N_("'{printed}' signs for {body} without 'TM. {body}' above."),
            N_("Add 'TM. {body}': a body of several members signs so (Decree 30/2020/NĐ-CP, Appendix I)."),
        ),
        "appendix": Case(
            N_("The text refers to an appendix, and the report has none."),
            N_("Attach the appendix; its figures are missing from the consolidation."),
        ),
        "appendix-named": Case(
            N_("The text refers to '{name}', which the report does not have."),
            N_("Attach the appendix; its figures are missing from the consolidation."),
        ),
        "appendix-of": Case(
            N_("'{name}' does not say to which document it belongs."),
            N_("Write '(Kèm theo Báo cáo số … ngày …)' below its title (Decree 30/2020/NĐ-CP, Appendix I)."),
        ),
        "several": Case(N_("'{said}' announces several, and one follows."), N_("Add the others, or announce one.")),
        "table": Case(
            N_("The text says '{name}', and no table follows."), N_("Insert the table, or change the sentence.")
        ),
        "section": Case(
            N_("The text refers to '{name}', and the report has no such section."),
            N_("Correct the reference, or add the section."),
        ),
        "parts": Case(
            N_("The report is said to have {said} parts; it has {parts}."), N_("Correct the number, or add the part.")
        ),
        "causes": Case(
            N_("The heading promises causes, and the text gives none."),
            N_("Add the causes, or take the word out of the heading."),
        ),
        "units": Case(
            N_("'{said} …', and the list names {named} of {total}: it lacks {missing}."),
            N_("Add what is missing, or say how many there were."),
        ),
        "requester": Case(
            N_("{body} asked for the report ({symbol}) and is not among those who receive it."),
            N_("Add it to the recipients, or check to whom the report goes."),
        ),
        "recipient": Case(
            N_("{body} is given a task here, and the recipients name neither it nor a group that it belongs to."),
            N_("Add it to the recipients."),
        ),
        "content": Case(
            N_("'{part}' is one of the {number} contents that were asked for, and no point tells of it."),
            N_("Add the point, or say that there is nothing to tell."),
        ),
        "promised": Case(
            N_("'{part}' is promised, and nothing in the report tells of it."),
            N_("Add this part, or take it out of the title or the opening."),
        ),
        "year": Case(
            N_("'{period}' is told year by year, and {missing} is left out."),
            N_("Add what is missing, or say why there is nothing to tell."),
        ),
        "matter": Case(
            N_("The heading names '{matter}' too, and nothing below it speaks of that."),
            N_("Add what was done in that matter, or take it out of the heading."),
        ),
        "results": Case(
            N_("The heading names {symbol} too, but no section gives its results."),
            N_("Add the results of {symbol}, or take it out of the heading."),
        ),
    },
)
OUTLINE_MISSING = Kind(
    name="outline-missing",
    title=N_("A section of the outline is missing"),
    meaning=N_("The outline asks for a section that the report does not have."),
    example="(Đề cương yêu cầu mục 'Nguyên nhân của hạn chế'; báo cáo không có.)",
    not_flagged=N_("Sections under another title or inside another section; 'Không' as a whole section."),
    severities=("warning", "info"),
    cases={
        "": Case(
            N_("The outline asks for '{section}'; the report has no such section."),
            N_("Add it, or write 'Không' under its heading."),
        ),
    },
)
KINDS = (MISSING_PART, OUTLINE_MISSING)


def check_head(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` for what the head lacks; a note where a scan may have lost it.

    Not flagged: fields that the head prints anywhere, in whatever hand: a number or day that was filled in and that
    the scan or the stamp made illegible is not blank; tables in a workbook by themselves, which are an appendix.
    A missing motto is a note, and so is the head of a text without signature and recipients, copied without them, and
    what a draft leaves blank.
    """
    if _is_appendix_alone(report):
        return
    head = report.letterhead
    error: Severity = "info" if is_dirty(report) else "error"
    at = head.type_at or head.title_at or Span(0, min(1, len(report.text)))
    printed = {"issuing_body", "number", "date"} - set(head.inferred)
    has = {name for name in printed if getattr(head, name)} | ({"number"} if head.number_at else set())
    if not has and head.date_at is None:
        flat = head_of_one_line(report.text)
        blanks = [("head", at)] if flat is None else blanks_of_one_line(report.text, flat)
        severity: Severity = "info" if flat is None and is_copied(report) else error
        yield from (_missing(case, severity, place) for case, place in blanks)
        return
    if _DRAFT.search(report.text, 0, at.end):
        error = "info"
    if not head.number and _is_blank(report, head.number_at, at, _NUMBER_LINE):
        keeps_none = head.number_at is None and _WITHOUT_NUMBERS.match(head.issuing_body or "")
        yield _missing("number", "info" if keeps_none else error, head.number_at or at)
    if (head.date is None or len(head.date) < 10) and _is_blank(report, head.date_at, at, _DATE_LINE):
        yield _missing("date", error, head.date_at or at)
    if not head.motto:
        yield _missing("motto", "info", at)


# Groups of a hamlet or school, which keep no register of what they issue.
_WITHOUT_NUMBERS = re.compile(r"(?:CHI HỘI|CHI ĐOÀN|CHI ĐỘI|LIÊN ĐỘI|TỔ |BAN CÔNG TÁC MẶT TRẬN|THÔN |BẢN |ẤP )")


def _is_appendix_alone(report: Report) -> bool:
    """Whether the file prints no head and is a workbook or table, or opens with 'PHỤ LỤC': given without its report."""
    head = report.letterhead
    if head.number_at is not None or head.date_at is not None:
        return False
    return report.source.format == "sheet" or (head.type_at is None and _APPENDIX_FIRST.match(report.text) is not None)


_APPENDIX_FIRST = re.compile(  # below the lines of a digital signature at most
    r"(?:[^\n]{0,80}\n){0,4}?[ \t*#]*(?:PHỤ LỤC|Phụ lục|BIỂU MẪU|BIỂU SỐ)(?:\s+(?:số\s+)?[\dIVX]{1,5}[A-Za-z]?)?"
    r"[ \t*:.]*(?:\n|$)"
)


_DRAFT = re.compile(r"^[ \t*(“\"]*(?:DỰ THẢO|Dự thảo)(?!\w)", re.MULTILINE)
_NUMBER_LINE = re.compile(r"[\d\w]?[ \t.…_:-]*/\s?[\d\w]+")
_DATE_LINE = re.compile(r"ngày.{0,12}tháng.{0,12}năm")
_NUMBER_WORD = re.compile(r"^\W*S[ốỐo]\b")
_NUMBER_WORD_MISTYPED = re.compile(r"^\W*S(?:[ốỐoó]|oá)\b")  # what recognition makes of it may have a number beside it
_SOME_WORDS = 15
_HEAD = 1200  # characters in which the head stands where the type of document was not recognised
_BLANKS = " \t.…_:-/*\n"


def _is_blank(report: Report, field: Span | None, at: Span, line: re.Pattern[str]) -> bool:
    """Whether number or date is not filled in: blanks where it belongs, or no such line in the head at all."""
    if field is None:
        return not line.search(report.text, 0, at.start or _HEAD)
    printed = report.text[field.start : field.end]
    before, slash, _ = printed.partition("/")
    if slash:
        before = before.partition("-")[0] if re.search(r"[-–]\s*[^\W\d]", before) else before  # 'Số    -BC/TU'
        word = _NUMBER_WORD if is_recognised(report) else _NUMBER_WORD_MISTYPED
        return not word.sub("", before).strip(_BLANKS)
    day, _, rest = printed.partition("tháng")
    month = rest.partition("năm")[0]
    return not (day.partition("ngày")[2].strip(_BLANKS) and month.strip(_BLANKS))


def check_signature(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` where the signature block or the signatory's name is missing; a note as above, and where
    the text shows no end of a report (no closing, no './.', no recipients), so that it may be an extract.

    Not flagged: a name after blank lines or below the recipients, as two columns are read one after the other; a
    digital signature; posts that a poor scan still shows; models of signature blocks ('Họ và tên'); tables alone.
    """
    if _is_appendix_alone(report):
        return
    signature = _signature(report)
    error: Severity = "info" if is_dirty(report) else "error"
    end = len(report.text.rstrip())
    if signature is None:
        starts = {report.text.rfind("Nơi nhận"), report.text.find("./."), end - _TAIL} - {-1}
        if not any(_is_signed(report.text, max(0, start)) for start in starts):
            yield _missing("signature", error if _has_end(report) else "info", Span(max(0, end - 1), end))
    elif not signature.name and not _is_named(report.text, signature.start, _end_of_tail(report, signature)):
        words = signature.title or signature.authority or ""
        start = report.text.rfind(words, signature.start, signature.end) if words else -1
        place = Span(start, start + len(words)) if start >= 0 else Span(signature.start, signature.end)
        yield _missing("signer", error, place)


_COUNCILS = re.compile(r"(?:ỦY|UỶ) BAN NHÂN DÂN(?!\w)|HỘI ĐỒNG NHÂN DÂN(?!\w)")
_OF_COUNCILS = ("Báo cáo", "Kế hoạch", "Tờ trình", "Chương trình", "Đề án", "Phương án")
_CHAIR = re.compile(r"(?:KT\.?\s*)?CHỦ TỊCH")
_ON_BEHALF = re.compile(r"(?<!\w)(?:TM|T\.M|T/M|TL|T/L|TUQ|T/UQ|THAY MẶT|THỪA|Thay mặt)(?!\w)")
_ABOVE = 200  # letters before a signature among which its first line may have been read


def check_authority(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` where the chairman or a deputy signs a report or plan of a council or a people's committee
    without 'TM.' and its name above, as a body of several members signs (Decree 30/2020/NĐ-CP, Appendix I).

    Not flagged: decisions, notices, telegrams and letters, which may be the chairman's own; recognised text.
    """
    signed, body = report.signature, report.letterhead.issuing_body or ""
    of_council = _COUNCILS.match(body.upper()) and report.letterhead.doc_type in _OF_COUNCILS
    if signed is None or signed.authority or not of_council or is_recognised(report):
        return
    printed = _CHAIR.search(report.text, signed.start, signed.end)
    if printed and not _ON_BEHALF.search(report.text, max(signed.start - _ABOVE, 0), signed.end):
        of = _COUNCILS.match(body.upper())
        yield _missing("authority", "warning", Span(*printed.span()), printed=printed[0], body=of[0] if of else "")


def _has_end(report: Report) -> bool:
    return report.closing is not None or any(mark in report.text for mark in ("./.", "Nơi nhận", "NƠI NHẬN"))


def _signature(report: Report) -> Signature | None:
    """The signature block; None where it is the body that decides, above its grounds."""
    found = report.signature
    return None if found is None or _GROUNDS_BELOW.match(report.text, found.end) else found


_GROUNDS_BELOW = re.compile(r"\W*Căn cứ\s")
_RESULTS = key("kết quả")
_SYLLABLE = rf"[{CAPITALS}][{SMALL}]+"
_TAIL = 1500  # characters in which recipients and signature of a short report stand
_SIGNED = re.compile(r"\((?:[Đđ]ã ký|ĐÃ KÝ|chữ ký)|Người ký\b|Họ và tên|Ký bởi|Thời gian ký")
_POSTS = re.compile(r"\b(?:chu tich|giam doc|bi thu|truong ban|chanh van phong|thu truong|bo truong|thu tuong)\b")
_WORD = re.compile(r"[^\W\d_]+")
_ONLY_NAME = re.compile(rf"(?m)^[^\w\n]*{_SYLLABLE}(?:[ \t]+{_SYLLABLE}){{1,9}}[^\w\n]*$")  # or two, side by side


def _end_of_tail(report: Report, signature: Signature) -> int:
    """Where matter that may hold the signatory's name ends: at the first appendix, or after a page's end."""
    after = [one.start for one in report.appendices if one.start >= signature.end]
    return min([*after, signature.end + _TAIL, len(report.text)])


def _is_signed(text: str, start: int) -> bool:
    """Whether the text after ``start`` shows a signing post, though badly printed, or a name."""
    tail = text[start : start + _TAIL]
    shouted = " ".join(word if word.isupper() else "-" for word in _WORD.findall(tail))
    return bool(_POSTS.search(plain(shouted))) or _is_named(tail, 0, len(tail))


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether a digital signature, a signing mark or a line that is only a person's name stands in the range."""
    start = max(0, start)
    return bool(_SIGNED.search(text, start, end + 40) or _ONLY_NAME.search(text, start, end))


def check_recipients(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` where a signed report names no recipients.

    Not flagged: a text without signature block (an extract), where that is said already.
    """
    signature = _signature(report)
    if signature and not report.recipients:
        yield _missing("recipients", "warning", Span(signature.start, signature.end))


_HANDED_IN = re.compile(
    r"[Tt]rên đây|(?<!\w)(?:[Kk]ính|[Xx]in|[Gg]ửi|[Tt]rân trọng|[Đđ]ề nghị) (?:báo cáo|trình|gửi|đề nghị|chuyển)"
)
_LAST_WORDS = 700  # letters before './.' among which a closing sentence stands


def check_closing(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` (a note) where the last point of a report goes over into './.', and no sentence hands the
    report in ('Trên đây là báo cáo ...').

    The Party's guide 36-HD/VPTW and the models of Decree 30/2020/NĐ-CP let reports end with it. Not flagged: other
    types; extracts, which have no recipients; recognised text.
    """
    if report.letterhead.doc_type != "Báo cáo" or report.closing or is_recognised(report):
        return
    last = min([part.start for part in (report.recipients_at, report.signature) if part], default=0)
    at = report.text.rfind("./.", 0, last)
    if at >= 0 and not report.text[at + 3 : last].strip() and not _HANDED_IN.search(report.text, at - _LAST_WORDS, at):
        yield _missing("closing", "info", Span(at, at + 3))


def check_named_results(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` where a heading of deployment names several directives and one has no results.

    Not flagged: a directive that any other heading names, or that a sentence of the results cites.
    """
    headings = [one for one in report.walk_sections() if one.title]
    results = [one for one in headings if key(one.title or "").startswith(_RESULTS)]
    cited = sorted((one.start, one.end, one.symbol) for one in report.citations if one.symbol)
    starts = [start for start, _, _ in cited]
    if not any(_inside(starts, one) for one in results):
        return
    places: dict[str, list[int]] = {}
    for order, (_, _, symbol) in enumerate(cited):
        places.setdefault(symbol, []).append(order)
    met = {id(one) for one in results}
    for heading in headings:
        inside = _inside(starts, heading)
        named = {symbol: Span(start, end) for start, end, symbol in cited[inside.start : inside.stop]}
        if id(heading) in met or len(named) < 2:
            continue
        for symbol, place in named.items():
            if places[symbol][0] in inside and places[symbol][-1] in inside:
                yield _missing("results", "warning", place, symbol=symbol)
                break


_BECAUSE = re.compile(
    r"[Nn]guyên nhân|(?<!\w)(?:do|bởi|vì|nên|xuất phát từ|bắt nguồn|ảnh hưởng|[Kk]hách quan|[Cc]hủ quan|Do"
    r"|Vì|dẫn đến|khiến)(?!\w)"
)


_WITH_CAUSES = re.compile(
    r"(?:những |một số )?(?:tồn tại|hạn chế|khuyết điểm|yếu kém|khó khăn|vướng mắc).*(?:,|và) nguyên nhân"
)


def check_causes(report: Report) -> Iterator[Finding]:
    """Yield ``missing-part`` for a heading that promises causes above a text that names none.

    Not flagged: parts with lower headings; headings of causes alone, and of those of strengths; texts of a few words.
    """
    for one in report.walk_sections():
        if one.kind != "heading" or one.children or not _WITH_CAUSES.match(folded(one.title or "")):
            continue
        body = report.text[one.head_end or one.end : one.end]
        if len(body.split()) > _SOME_WORDS and not _BECAUSE.search(body):
            yield _missing("causes", "warning", Span(one.start, one.head_end or one.end))


def _inside(starts: Sequence[int], heading: Section) -> range:
    """Which of the places at ``starts`` lie in the line of a heading: their order."""
    return range(bisect_left(starts, heading.start), bisect_left(starts, heading.head_end or heading.end))


def _missing(case: str, severity: Severity, place: Span, **facts: str) -> Finding:
    return Finding("missing-part", severity, place, case, facts)
