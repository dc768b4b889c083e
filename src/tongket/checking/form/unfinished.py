"""What was begun and not finished (bỏ dở): sentences that break off; and the kind of all that is left incomplete."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tongket.checking.form.openings_closed import is_acted_upon
from tongket.checking.kinds import Case, Kind
from tongket.messages import N_
from tongket.model.findings import Finding, Severity
from tongket.model.places import Span
from tongket.model.reports import Paragraph, Report

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
        "second-half": Case(
            N_("'{printed}' opens a pair of words, and the second half ('{second}') does not follow."),
            N_("Finish the sentence, or strike the word that opens the pair."),
        ),
        "in-turn": Case(
            N_("'{printed}': 'lần lượt' announces a number for each thing, and only {count} can be read."),
            N_("Give each thing its number."),
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
        "no-term": Case(
            N_("The document of the type '{type}' gives tasks and sets no day or interval for any of them."),
            N_("Say until when each is to be done, and when it is to be reported on."),
        ),
        "open-list": Case(
            N_("'{printed}' leaves a list open in a resolution; places: {times}."),
            N_("Name all that is meant, or say by what it is known."),
        ),
        "torn": Case(
            N_("'{printed}' goes on with a list of documents that an earlier sentence began."),
            N_("Move it to its list."),
        ),
        "untitled": Case(N_("'{printed}' has a number and no title."), N_("Write its title below the number.")),
        "little": Case(N_("'{printed}' lacks a word."), N_("Check whether '{right}' is meant.")),
        "unit": Case(N_("'{printed}' gives a number without its unit."), N_("Write '{right}'.")),
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
_LINK_WORDS = (
    "của và các với cho trong tại về theo từ bởi những cùng hoặc để khi nhằm giữa một như trên thuộc đối bằng qua"
    " mà thì nên vì nếu hay do tới đến là gồm nhưng tuy song bao mỗi từng mọi chưa đang sẽ phải cần bị"
)
LINKS = frozenset(_LINK_WORDS.split())
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
        # Items of a list may end in commas; one between items that end in stops may not.
        word = "" if _INCOMING.search(text) else text.rsplit(None, 1)[-1]
        breaks_off = word in _NEVER_LAST and (_NEXT_ITEM.match(text) or paragraph.spans[0].start not in headings)
        ends = _ENDED.match(after) or (_NEW_SENTENCE.match(after) and not _is_wrapped(paragraphs))
        if len(text) < _LONG_ENOUGH and breaks_off and ends:
            yield _open_sentence(report, paragraph, "warning", "word", word=word)
        if len(text) < _SHORT:
            continue
        stray = text[:1] in _ITEMS and all(one[:1] == text[:1] and one[-1:] in ".;" for one in (before, after.rstrip()))
        listed = after[:1] in _ITEMS and text[:1] in _ITEMS and (". " not in text or before.endswith(",")) and not stray
        goes_on = bool(after) and (after[0].islower() or listed)
        led = is_acted_upon(after, 0) and _DECIDES.match(after)  # grounds, and who decides on them
        led = led or _DECISION.match(after)
        if text.endswith(",") and not goes_on and not led and not _GROUNDS.match(text):
            yield _open_sentence(report, paragraph, "warning" if stray else "info", "sentence", mark=",")
        if len(text) < _LONG_ENOUGH or "\t" in text or "|" in text:
            continue
        if paragraph.spans[0].start in headings:
            if word in LINKS and _MARKED.match(after):
                yield _open_sentence(report, paragraph, "warning", "word", word=word)
            continue
        if paragraph.text.rstrip()[-1] in _END_MARKS:
            ended += 1
        elif after[:1].islower() and not _LETTERED.match(after):
            continue
        elif word in LINKS:
            yield _open_sentence(report, paragraph, "warning", "word", word=word)
        elif word.isalpha() and not (word.isupper() or text[:1] in "-–+*•" or after[:1] == "("):
            unended.append((paragraph, word))
    if ended >= _ENOUGH and len(unended) * 10 <= ended and not _is_wrapped(paragraphs):
        for paragraph, word in unended:
            yield _open_sentence(report, paragraph, "info", "stop", word=word)


_DECISION = re.compile(r"[*_\s]*QUYẾT (?:NGHỊ|ĐỊNH)(?!\w)")  # '... đã thảo luận và nhất trí,' leads to it
_DECIDES = re.compile(r"[^.;\n]{0,60}(?<!\w)(?:ban hành|xây dựng|quyết định|báo cáo|yêu cầu|thông báo)(?!\w)")


def _is_wrapped(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether lines were wrapped by hand, so that one may seem to end a paragraph that goes on."""
    return sum("\n" in one.text or len(one.spans) > 1 for one in paragraphs) > _FEW_WRAPPED


_FEW_WRAPPED = 2
_INCOMING = re.compile(r"(?:văn bản|công văn|thư|điện|đơn|hồ sơ|người|chuyển|gửi|đi(?:,| và)) đến$")  # papers come in
_MARKED = re.compile(r"[-–+*•]\s?\w|\(?(?:\d{1,2}|[IVX]{1,5}|[a-zđ])[.)/]|$")
_ENDED = re.compile(r"[-–+*•]\s?\w|\(?(?:\d{1,2}|[IVX]{1,5}|[a-zđ])[.)/-]\s?\w|$|Nơi nhận|Trên đây")
# Behind a word that leads on these open a sentence, and no name that the line could go on with
_NEW_SENTENCE = re.compile(
    r"(?:Công tác|Các|Việc|Trong|Tổ chức|Tình hình|Hoạt động|Phong trào|Tiếp tục|Phối hợp|Một số|Năm|Đã|Về|Tuy|Bên cạnh"
    r"|Ngoài|Kinh phí|Kết quả|Thực hiện|Nhận thức|Đến)(?!\w)"
)
_NEXT_ITEM = re.compile(r"[-–+*•]\s?\w|\(?(?:\d{1,2}|[IVX]{1,5}|[a-zđ])[.)/-]\s?\w")
_ITEMS = "-+*•"
_LETTERED = re.compile(r"[a-zđ][.)/]\s")
_ENOUGH = 8  # paragraphs with an end mark that make it the habit of a report


def _open_sentence(report: Report, paragraph: Paragraph, severity: Severity, case: str, **facts: str) -> Finding:
    """The finding at the last word of a paragraph."""
    end = paragraph.spans[-1].end
    while end > 0 and report.text[end - 1] in ' \t\r\n*"”':
        end -= 1
    start = max(paragraph.spans[-1].start, report.text.rfind(" ", 0, end - 1) + 1)
    return Finding("incomplete", severity, Span(start, end), case, facts)
