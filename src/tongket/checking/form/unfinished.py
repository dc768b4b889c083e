"""What was begun and not finished (bỏ dở, để trống): sentences, blanks, headings without text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from tongket.checking.evidence.cells import is_open
from tongket.checking.evidence.tasks import task_spans
from tongket.checking.form.broken_sentences import is_acted_upon
from tongket.checking.form.norms import TYPES_OF_NORMS
from tongket.checking.kinds import Case, Kind
from tongket.messages import N_
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Paragraph, Report, Section
from tongket.vietnamese.unicode import SMALL

INCOMPLETE = Kind(
    name="incomplete",
    title=N_("Left incomplete"),
    meaning=N_("A sentence, a table row or a pair of numbers was begun and not finished."),
    example="Công tác tuyên truyền được đẩy mạnh, phù hợp với nhu cầu hiện nay,",
    not_flagged=N_(
        "Rows of another level (a commune leaves 'Cấp tỉnh' blank), a zero, 'không', list items that end in a "
        "semicolon, a paragraph cut by a page break and continued after it."
    ),
    severities=("warning", "info"),
    cases={
        "sentence": Case(N_("The paragraph ends in '{mark}': the sentence is not finished."), N_("Finish it.")),
        "semicolon": Case(
            N_("A semicolon closes what no further item follows."), N_("End it with a full stop, or add the item.")
        ),
        "word": Case(N_("The paragraph breaks off after '{word}': the sentence is not finished."), N_("Finish it.")),
        "stop": Case(
            N_("The paragraph has no end mark after '{word}': a part of it may be missing."),
            N_("Finish it, or end it with a full stop."),
        ),
        "colon": Case(N_("'{word}' announces the list below it without a colon."), N_("Write '{word}:'.")),
        "nobody": Case(N_("'{printed}' names nobody who is to act, and no day."), N_("Name the body, and by when.")),
        "dots": Case(
            N_("A place for a number or name was left open: '{printed}'."),
            N_("Fill it in, or write '0' or 'không'."),
        ),
        "placeholder": Case(
            N_("'{printed}' stands where a number, a name or a text was to come."),
            N_("Fill it in, or take it out."),
        ),
        "announced": Case(
            N_("The paragraph announces what follows ('{word}:'), and nothing follows."),
            N_("Write what was announced, or end the sentence."),
        ),
        "opening": Case(
            N_("'{printed}' only leads in, and a full stop closes it: the main clause is missing."),
            N_("Put a comma in the place of the full stop, or finish the sentence."),
        ),
        "subject": Case(
            N_("'{printed}' names a matter and says nothing of it: the predicate is missing."),
            N_("Finish the sentence, or join it to the next."),
        ),
        "verb": Case(
            N_("'{printed}' says who and what for, and not what is to be done."),
            N_("Add the verb: who does what, and with whom."),
        ),
        "gap": Case(
            N_("Between the two halves of '{word}' something is missing: the first thing that it leads to."),
            N_("Add what was left out, or strike one of the two words."),
        ),
        "from": Case(
            N_("'{printed}' says from where, and not to where."),
            N_("Add the level that was reached, or strike 'từ' where the number is the change."),
        ),
        "half": Case(
            N_("'{printed}' does not say whether the first or the last six months are meant."),
            N_("Write 'đầu năm' or 'cuối năm'."),
        ),
        "choice": Case(
            N_("'{printed}' is a choice of the form that nobody made."), N_("Keep what holds, and strike the rest.")
        ),
        "direction": Case(
            N_("'{printed}' holds a direction of the form, which was left in."), N_("Strike it, or answer it.")
        ),
        "object": Case(
            N_("'{verb}' lacks its object in '{printed}': what was made is not said."),
            N_("Name the plan or the paper."),
        ),
        "unnamed": Case(
            N_("'{printed}' is spoken of as known, and the text nowhere says which one it is."),
            N_("Write its full name at the first mention."),
        ),
        "late": Case(
            N_("'{printed}': the report gives no reason for what was late."),
            N_("Say why, and what was done about it."),
        ),
        "open-list": Case(
            N_("'{printed}' leaves a list open in a resolution; places: {times}."),
            N_("Name all that is meant, or say by what it is known."),
        ),
        "torn": Case(
            N_("'{printed}' goes on with a list of documents that an earlier sentence began."),
            N_("Move it to its list."),
        ),
        "section": Case(
            N_("'{title}' has a heading and no text."),
            N_("Write the section, or 'Không' when there is nothing to say."),
        ),
        "blank": Case(
            N_("'{label}' is left blank, and is of this level."),
            N_("Enter the number; 0 or 'không' when there is none."),
        ),
        "pair": Case(N_("The row asks for two numbers ({label}); only {value} is given."), N_("Write both: 'a/b'.")),
        "level": Case(
            N_("{value} stands in the row of another level ('{label}'); the row of this level ('{own}') is blank."),
            N_("Move it to the row of this level; give one number for each of the grades listed."),
        ),
        "row": Case(
            N_("{value} stands in the row of another level ('{label}'); the row of this level ('{own}') is blank."),
            N_("Move it to the row of this level."),
        ),
        "column": Case(
            N_("{value} stands in the column of another level ('{label}'); the one of this level ('{own}') is blank."),
            N_("Move it to the column of this level."),
        ),
        "halved": Case(
            N_("The column asks for two numbers ({label}); only {value} is given."), N_("Write both: 'a/b'.")
        ),
        "merged": Case(
            N_("One number ({value}) for several answers ({label})."), N_("Give each answer its own number.")
        ),
    },
)
KINDS = (INCOMPLETE,)

_GROUNDS = re.compile(r"\W{0,3}(?:Căn cứ|Theo đề nghị|Xét|Trên cơ sở|Thực hiện)\b")


# No sentence ends with one of these words.
_LINKS = frozenset(
    re.findall(
        r"\S+",
        "của và các với cho trong tại về theo từ bởi những cùng hoặc để khi nhằm giữa một như trên thuộc đối bằng qua"
        " mà thì nên vì nếu hay do tới đến là gồm nhưng tuy song bao mỗi từng mọi chưa đang sẽ phải cần bị",
    )
)
_NEVER_LAST = frozenset(("của", "và", "các", "với", "về", "những", "để", "nhằm", "giữa", "bởi", "hoặc", "tại"))
"""Of these, the ones that do not end a short item either."""
_END_MARKS = ".;:!?…/,)”\"'»-–"
_SHORTEST, _SHORT = 25, 40  # characters of an item that breaks off, of a sentence that ends in a comma
_LONG_ENOUGH = 60  # characters of a paragraph that is a sentence, and no label


def check_open_sentences(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` where a paragraph ends in a comma or a word that no sentence ends with, or as the only kind
    of paragraph in the report without an end mark.

    Not flagged: items of a list that goes on, headings, lines that end in a colon, table cells, recipients, the
    grounds of a decision ('Căn cứ ...,').
    """
    paragraphs = [one for one in report.paragraphs if one.kind in ("body", "note")]
    headings = {one.start for one in report.walk_sections() if one.kind == "heading"}
    unended: list[tuple[Paragraph, str]] = []
    ended = 0
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text.rstrip(' \t"”*')
        if paragraph.kind != "body" or not paragraph.spans or len(text) < _SHORTEST:
            continue
        after = paragraphs[index + 1].text.strip() if index + 1 < len(paragraphs) else ""
        before = paragraphs[index - 1].text.rstrip() if index else ""
        # Items of a list may end in commas; an item of several sentences between items that end in stops may not.
        word = "" if _INCOMING.search(text) else text.rsplit(None, 1)[-1]
        breaks_off = word in _NEVER_LAST and (_NEXT_ITEM.match(text) or paragraph.spans[0].start not in headings)
        if len(text) < _LONG_ENOUGH and breaks_off and _ENDED.match(after):
            yield _open_sentence(report, paragraph, "warning", "word", word=word)
        if len(text) < _SHORT:
            continue
        listed = after[:1] in "-+*•" and text[:1] in "-+*•" and (". " not in text or before.endswith(","))
        goes_on = bool(after) and (after[0].islower() or listed)
        led = is_acted_upon(after, 0) and _DECIDES.match(after)  # grounds, and who decides on them
        if text.endswith(",") and not goes_on and not led and not _GROUNDS.match(text):
            yield _open_sentence(report, paragraph, "info", "sentence", mark=",")
        if len(text) < _LONG_ENOUGH or "\t" in text or "|" in text:
            continue
        if paragraph.spans[0].start in headings:
            if word in _LINKS and _MARKED.match(after):
                yield _open_sentence(report, paragraph, "warning", "word", word=word)
            continue
        if paragraph.text.rstrip()[-1] in _END_MARKS:
            ended += 1
        elif after[:1].islower() and not _LETTERED.match(after):
            continue
        elif word in _LINKS:
            yield _open_sentence(report, paragraph, "warning", "word", word=word)
        elif word.isalpha() and not (word.isupper() or text[:1] in "-–+*•" or after[:1] == "("):
            unended.append((paragraph, word))
    if ended >= _ENOUGH and len(unended) * 10 <= ended and not _is_wrapped(paragraphs):
        for paragraph, word in unended:
            yield _open_sentence(report, paragraph, "info", "stop", word=word)


_DECIDES = re.compile(r"[^.;\n]{0,60}(?<!\w)(?:ban hành|xây dựng|quyết định|báo cáo|yêu cầu|thông báo)(?!\w)")


def _is_wrapped(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether lines were wrapped by hand, so that one may seem to end a paragraph that goes on."""
    return sum("\n" in one.text or len(one.spans) > 1 for one in paragraphs) > _FEW_WRAPPED


_FEW_WRAPPED = 2
_INCOMING = re.compile(r"(?:văn bản|công văn|thư|điện|đơn|hồ sơ|người|chuyển|gửi|đi(?:,| và)) đến$")  # papers come in
_MARKED = re.compile(r"[-–+*•]\s?\w|\(?(?:\d{1,2}|[IVX]{1,5}|[a-zđ])[.)/]|$")
_ENDED = re.compile(r"[-–+*•]\s?\w|\(?(?:\d{1,2}|[IVX]{1,5}|[a-zđ])[.)/-]\s?\w|$|Nơi nhận|Trên đây")
_NEXT_ITEM = re.compile(r"[-–+*•]\s?\w|\(?(?:\d{1,2}|[IVX]{1,5}|[a-zđ])[.)/-]\s?\w")
_LETTERED = re.compile(r"[a-zđ][.)/]\s")
_ENOUGH = 8  # paragraphs with an end mark that make it the habit of a report


def _open_sentence(report: Report, paragraph: Paragraph, severity: Severity, case: str, **facts: str) -> Finding:
    """The finding at the last word of a paragraph."""
    end = paragraph.spans[-1].end
    while end > 0 and report.text[end - 1] in ' \t\r\n*"”':
        end -= 1
    start = max(paragraph.spans[-1].start, report.text.rfind(" ", 0, end - 1) + 1)
    return Finding("incomplete", severity, Span(start, end), case, facts)


_FORM = 8  # places left open beyond which a text is a form to be filled in
_DOTS = re.compile(
    rf"(?<=[{SMALL}] )(?:(?:\.{{4,}}|…{{2,}}|_{{4,}})(?= [{SMALL}%])|(?:\.{{6,}}|…{{3,}}|_{{6,}})(?=\s?[,;]))"
)


_DOTS_AT_END = re.compile(  # no page number follows
    rf"(?:(?<=[{SMALL}])|(?<=[{SMALL}] ))(?:\.{{5,}}|…{{2,}})(?=[ \t]*\n\s*(?:[^\d\s]|\d{{1,2}}[.)]\s))"
)


_GAP = r"(?:(?<!\.\.)\.{2,}+|(?<!……)…++|_{2,}+)"  # from the beginning of its run: each run is looked at once
_OPEN_DAYS = re.compile(
    rf"(?<!\w)(?:{_GAP}\s?[/-]\s?(?:{_GAP}|\d{{1,2}})|\d{{1,2}}\s?[/-]\s?{_GAP})\s?[/-]\s?(?:(?:19|20)(?:\d\d|{_GAP})|{_GAP})"
    rf"|ngày\s?(?:{_GAP}|\s)\s?tháng\s?(?:{_GAP}|\d{{1,2}}|\s)\s?năm(?:\s(?:19|20)\d\d|\s?{_GAP})"
    r"|ngày\s{1,6}/\s?\d{1,2}\s?/\s?(?:19|20)\d\d"
    rf"|(?<!\w)(?:ngày|tháng|quý) {_GAP}(?:/\d{{1,4}})+|(?<!\w)(?:ngày|tháng) \d{{1,2}}/{_GAP}"
)


def check_dotted_blanks(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` for dots or a rule inside a sentence, where a number, day or name was to be filled in.

    Not flagged: a few dots at the end of a line, dots before a page number (a table of contents), number and date in
    the head, which are flagged as missing there, and below the title of what a decision issues; blank forms, also those
    behind provisions.
    """
    head = report.letterhead.type_at.end if report.letterhead.type_at else 0
    lines = _open_lines(report.text, head)
    found = [
        match
        for pattern in (_DOTS, _DOTS_AT_END, _OPEN_DAYS)
        for span in lines
        for match in pattern.finditer(report.text, *span)
    ]
    forms = _forms(report)
    for match in found if len(found) <= _FORM else ():
        if match.start() >= forms or _OWN_DECISION.search(report.text, max(match.start() - 80, 0), match.start()):
            continue
        facts = {"printed": _around(report.text, match.start(), match.end())}
        yield Finding("incomplete", "warning", Span(match.start(), match.end()), "dots", facts)


def _forms(report: Report) -> int:
    """Where the forms begin that provisions have behind them ('Mẫu số 01'), with blanks for those who fill them in."""
    if report.letterhead.doc_type not in TYPES_OF_NORMS:
        return len(report.text)
    own = [one.start for one in report.appendices]
    form = _FORM_TITLE.search(report.text)
    return min(
        [*own, *([report.signature.start] if report.signature else []), *([form.start()] if form else [])]
        or [len(report.text)]
    )


_FORM_TITLE = re.compile(r"(?m)^[^\w\n]*(?:Mẫu|MẪU|PHỤ LỤC|Phụ lục)(?: (?:số|SỐ))? [\dIVX]+")


def _around(text: str, start: int, end: int) -> str:
    """What is left open at a place with the word behind it or, at the end of a line, with the words before it."""
    word = text.find(" ", end + 1)
    printed = text[start : word if 0 <= word - end < _NEXT_WORD else end].split("\n")[0].rstrip(" .,;")
    if any(map(str.isalnum, printed)):
        return printed
    return " ".join([*text[max(start - 2 * _NEXT_WORD, 0) : start].split("\n")[-1].split()[-2:], text[start:end]])


_NEXT_WORD = 20  # letters in which a word ends


_OWN_DECISION = re.compile(r"\((?:Ban hành )?[Kk]èm theo [^()\n]*$")  # its number is stamped on the first page
_OPEN = (re.compile(r"\.\.|__|…"), re.compile(r"ngày\s{1,6}(?:tháng|/)"))
_NEXT_LINE = re.compile(r"\n\s*\S[^\n]*\n?")


def _open_lines(text: str, head: int) -> list[tuple[int, int]]:
    """The lines from ``head`` on in which something is left open, each with the next line of text below it."""
    lines: list[tuple[int, int]] = []
    looked = -1  # where the last line with a gap ends
    for place in sorted(found.start() for pattern in _OPEN for found in pattern.finditer(text, head)):
        if place < looked:
            continue
        looked = text.find("\n", place)
        looked = len(text) if looked < 0 else looked
        start = max(head, text.rfind("\n", head, place) + 1)
        below = _NEXT_LINE.match(text, looked)
        if lines and start < lines[-1][1]:
            start = lines.pop()[0]
        lines.append((start, below.end() if below else len(text)))
    return lines


_NUMBER_CELL = re.compile(r"\s*\d[\d.,/]*\s*%?\s*")


def check_open_cells(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` for dots or question marks in the cell of a table where the other rows have numbers.

    Not flagged: rows that are open altogether, and those without a label (a list that goes on); blank forms.
    """
    for table in report.tables:
        counted = {cell.column for row in table.rows for cell in row.cells if _NUMBER_CELL.fullmatch(cell.text)}
        found = [
            cell
            for row in table.rows
            if any(_NUMBER_CELL.fullmatch(cell.text) for cell in row.cells[1:])
            for cell in row.cells
            if cell.column in counted and is_open(cell.text)
        ]
        for cell in found if len(found) <= _FEW_CELLS else ():
            yield Finding("incomplete", "warning", Span(cell.start, cell.end), "dots", {"printed": cell.text.strip()})


_FEW_CELLS = 3  # of one table: more of them, and it is a form


_NOBODY = re.compile(
    r"(?<!\w)[Gg]iao Phòng (?=chủ trì|tham mưu|theo dõi|phối hợp)"
    r"|(?<!\w)(?:[Đđ]ề nghị|[Kk]iến nghị|[Yy]êu cầu|[Gg]iao|[Pp]hân công)(?: với)? (?:các )?"
    r"(?:cấp(?:, (?:các )?ngành)?|ngành|cơ quan(?:, đơn vị)?|đơn vị|bộ phận|cá nhân|tổ chức)"
    r"(?: (?:có liên quan|liên quan|chức năng|có thẩm quyền|cấp trên|chuyên môn|phụ trách|có trách nhiệm|các cấp))*"
    r" (?:(?:sớm|cần|tiếp tục|khẩn trương|kịp thời) )?(?:xem xét|quan tâm|giải quyết|nghiên cứu|tham mưu|phối hợp"
    r"|hỗ trợ|tháo gỡ|thực hiện|triển khai|khắc phục|bố trí|chỉ đạo|rà soát|hoàn thành)(?!\w)"
)
_URGENT = re.compile(
    r"(?:[-–+*•]|\(?\w{1,3}[.)/])?[ \t]*(?P<task>(?:[Ss]ớm|[Kk]hẩn trương|[Nn]hanh chóng"
    r"|(?:[Tt]ập trung )?(?:[Kk]hắc phục|[Gg]iải quyết|[Xx]ử lý|[Tt]háo gỡ) (?:sớm|dứt điểm|ngay))"
    r"\s[^.;:\d]{12,180})[.;]?\s*"
)
_SOMEBODY = re.compile(
    r"UBND|HĐND|MTTQ|(?:Ủy|Uỷ) ban|Ban [A-ZĐ]|Phòng [A-ZĐ]|Sở |Hội |Đoàn |Công an|Văn phòng|Thường trực|[Cc]hủ trì"
    r"|[Pp]hụ trách|chịu trách nhiệm|(?<!\w)(?:giao|do|đề nghị|yêu cầu|phân công)(?!\w)"
    r"|[Cc]ác (?:xã|thôn|phòng|ban|chi)"
)
_SOME_DAY = re.compile(r"\d{1,2}/\d|[Qq]uý|tháng \d|năm \d{4}|(?<!\w)trước(?!\w)|trong (?:tuần|tháng|ngày)")


def check_requests_to_nobody(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` (a note) for a request or task that names neither who is to act nor by when: 'đề nghị cơ
    quan có liên quan sớm xem xét'.

    A task that is called urgent and says no more ('Sớm khắc phục ...', 'Khẩn trương hoàn thiện ...') is one of them.
    Not flagged: requests that name a body, also beside others; those with a day, a quarter or a year.
    """
    for low, high in task_spans(report.sections):
        for match in _NOBODY.finditer(report.text, low, high):
            ends = [
                end for end in (report.text.find(mark, match.end(), high) for mark in (". ", ";", "\n")) if end >= 0
            ]
            end = min(ends, default=high)
            if not _SOME_DAY.search(report.text, match.start(), end):
                facts = {"printed": " ".join(match.group().split())}
                yield Finding("incomplete", "info", Span(*match.span()), "nobody", facts)
    if report.letterhead.doc_type == "Báo cáo":
        yield from _urgent_tasks(report)


def _urgent_tasks(report: Report) -> Iterator[Finding]:
    """Tasks that are called urgent, in a sentence of their own below headings that name nobody either."""
    spans = list(task_spans(report.sections))
    for paragraph in report.paragraphs:
        match = _URGENT.fullmatch(paragraph.text) if paragraph.kind == "body" and paragraph.spans else None
        if match is None or _SOMEBODY.search(match["task"]) or _SOME_DAY.search(match["task"]):
            continue
        at = paragraph.spans[0].start
        above = [one for one in report.walk_sections() if one.start <= at < one.end]
        if not any(low <= at < high for low, high in spans) or any(_SOMEBODY.search(one.title or "") for one in above):
            continue
        place = Span(at, paragraph.spans[-1].end)
        yield Finding("incomplete", "info", place, "nobody", {"printed": " ".join(match["task"].split())})


def check_empty_sections(report: Report) -> Iterator[Finding]:
    """Yield ``incomplete`` for a heading that nothing follows: no text, no lower heading, no table.

    Not flagged: 'Không' beside or below the heading; headings whose matter stands in an appendix that they name;
    numbered sentences (long, or closed by a full stop or semicolon); lines in capitals without a number; the lines of
    a list, of which none has a text.
    """
    tables = sorted(table.start for table in report.tables)
    listed = {id(one) for one in _lines_of_lists(report.text, report.sections)}
    for section in report.walk_sections():
        if id(section) in listed:
            continue
        if section.children or section.kind != "heading" or not section.title or section.head_end <= section.start:
            continue
        if not section.number or section.title.endswith((";", ",")) or len(section.title.split()) > _LONG_TITLE:
            continue
        if section.title.endswith(".") and not _MAIN.match(section.number):
            continue
        if section.title.rsplit(None, 1)[-1] in _LINKS or _BY_HAND.match(section.title):
            continue  # a sentence that breaks off, which is said there; what a superior writes there by hand
        if _ANSWERED.search(section.title):
            continue
        if not _body(report.text, section) and bisect_left(tables, section.start) == bisect_left(tables, section.end):
            place = Span(section.start, section.head_end)
            yield Finding("incomplete", "warning", place, "section", {"title": section.title})


def _lines_of_lists(text: str, sections: Sequence[Section]) -> Iterator[Section]:
    """Sections that are the lines of a list: three and more in a row, with no text below any."""
    row: list[Section] = []
    for one in sections:
        if one.children or _body(text, one):
            yield from row if len(row) >= _A_LIST else ()
            yield from _lines_of_lists(text, one.children)
            row = []
        else:
            row.append(one)
    yield from row if len(row) >= _A_LIST else ()


def _body(text: str, section: Section) -> str:
    start = section.head_end or section.end
    return _MARKS.sub("", text[start : min(section.end, start + _BLANK)])


_ANSWERED = re.compile(r":\s?\d[\d.,/]*(?:\s[^\W\d_]+){0,2}$")  # 'Số trường có vườn hoa: 01'
_BY_HAND = re.compile(
    r"(?:ý kiến|phê duyệt|xác nhận|bút phê)(?: (?:chỉ đạo|phê duyệt|giải quyết|xử lý|kết luận|chấp thuận))?"
    r" (?:của )?(?:đồng chí|lãnh đạo|phó|chủ tịch|thủ trưởng|giám đốc|bí thư|thường trực|trưởng|chánh|bộ trưởng)",
    re.IGNORECASE,
)  # of a slip with which a document is handed up (phiếu trình)
_BLANK = 400  # letters, one of which says something where any does
_A_LIST = 3  # lines
_LONG_TITLE = 20  # words
_MAIN = re.compile(r"[IVX]+$|Phần|PHẦN|Chương|CHƯƠNG")  # numbers that no sentence of a list has
_MARKS = re.compile(r"[\s*_#:.…-]+|<[^<>]{1,20}>")
