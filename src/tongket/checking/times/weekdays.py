"""Days of the week beside a date (thứ trong tuần): 'thứ Sáu, ngày 10/10/2023' was a Tuesday.

A case of ``date-chronology``, whose page stands with the dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.days import WHOLE_DAY, date_of, whole_days
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report

_NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WORDS = {
    **{word: index for index, word in enumerate(("hai", "ba", "tư", "năm", "sáu", "bảy", "nhật"))},
    **{str(index + 2): index for index in range(6)},
    "bẩy": 5,
}
_DAY = r"(?P<{0}>[Tt]hứ (?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb][ảẩ]y|[2-7])|[Cc]hủ [Nn]hật)"
_BEFORE = re.compile(rf"{_DAY.format('before')}(?:,\s|\s?\(|\s)(?:ngày\s)?(?:mùng\s|mồng\s)?$")
_AFTER = re.compile(rf"\s?[(,]\s?(?:vào\s|là\s|tức\s|nhằm\s)*{_DAY.format('after')}(?=\s?[),;.])")
# 'thứ ba' counts, too ('lần thứ ba, ngày ...'): a day of the week opens a phrase, or has its capital.
_OPENS = re.compile(r"(?:^|[(,;:\n–-]|(?<!\w)(?:[Vv]ào|[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối|[Hh]ôm|[Nn]gày))\s*$")
_COUNTS = re.compile(r"(?<!\w)(?:lần|kỳ|phiên|họp|nghị|hội|đợt|khóa|khoá|vòng|buổi|nhì)\s*,?\s*$")
_SEVERAL = re.compile(r"(?:hai|ba|tư|năm|sáu|b[ảẩ]y|[2-7]) ?(?:,|và) $", re.IGNORECASE)
_LUNAR = re.compile(r"\s?\(?(?:âm lịch|ÂL|âl)")


def check_weekdays(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where a date stands with the name of a day of the week that it was not.

    Not flagged: dates without their year, the lunar calendar, ordinals ('kỳ họp thứ Tư ngày ...').
    """
    text = report.text
    for found in whole_days(report):
        before = _BEFORE.search(text, max(found.start() - 24, 0), found.start())
        if before and not _is_name(text, before):
            before = None
        said = before or _AFTER.match(text, found.end(), found.end() + 24)
        if said is None or _LUNAR.match(text, found.end()):
            continue
        word = (said["before"] if before else said["after"]).split()[-1].lower()
        day = date_of(found)
        if day is not None and day.weekday() != _WORDS[word]:
            place = Span(min(said.start(), found.start()), max(said.end(), found.end()))
            facts = {"printed": found[0], "said": " ".join(said[1].split()), "true": _NAMES[day.weekday()]}
            yield Finding("date-chronology", "error", place, "weekday", facts)


def _is_name(text: str, said: re.Match[str]) -> bool:
    """Whether the words before a date name its day of the week: no ordinal, none of several."""
    low = max(said.start() - 16, 0)
    if _SEVERAL.search(text, low, said.start()):
        return False
    if said["before"].lower().startswith("chủ"):
        return True
    if _COUNTS.search(text, low, said.start()):
        return False
    return said["before"].split()[-1][0].isupper() or _OPENS.search(text, low, said.start()) is not None


_OF_WEEK = re.compile(
    r"\s*(?:[Tt]hứ\s)?(?P<word>[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb][ảẩ]y|[2-7]|[Cc]hủ [Nn]hật|CN)\s*"
)


def check_weekdays_of_rows(report: Report) -> Iterator[Finding]:
    """Yield ``date-chronology`` where the row of a table tells a date beside the name of a day of the week that it was
    not, under 'Thứ' and 'Ngày'.
    """
    for table in report.tables:
        heads = [" ".join(head.lower().split()) for head in table.header]
        if "thứ" not in heads or "ngày" not in heads:
            continue
        for row in table.rows:
            cells = {cell.column: cell for cell in row.cells}
            said, told = cells.get(heads.index("thứ")), cells.get(heads.index("ngày"))
            word, found = (
                (_OF_WEEK.fullmatch(said.text), WHOLE_DAY.search(told.text)) if said and told else (None, None)
            )
            day = date_of(found) if found else None
            if not (said and word and found and day):
                continue
            name = word["word"].lower().split()[-1].replace("cn", "nhật")
            if day.weekday() != _WORDS[name]:
                facts = {"printed": found[0], "said": word["word"], "true": _NAMES[day.weekday()]}
                yield Finding("date-chronology", "error", Span(said.start, said.end), "weekday", facts)
