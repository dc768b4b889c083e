"""The rank of one index in one year, told twice (thứ hạng một chỉ số, hai nơi ghi khác nhau): 'Chỉ số CCHC năm 2023 ...
xếp thứ 4/9 huyện', and in the assessment 'Chỉ số CCHC năm 2023 xếp thứ 5/9 huyện'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from tongket.checking.evidence.clauses import told_otherwise
from tongket.checking.evidence.finds import finds
from tongket.checking.evidence.stops import clause_end, sentence_start
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.vietnamese.unicode import key

_RANK = re.compile(
    r"(?:xếp|đứng|giữ|vươn lên|tăng lên|đạt)(?: ở)?(?: vị trí| hạng)?(?: thứ| hạng)? (?P<at>\d{1,2})/(?P<of>\d{1,3})"
    r"(?= (?:huyện|xã|tỉnh|phường|đơn vị|thành phố|địa phương|sở|cơ quan|quận|thị xã)(?!\w))"
)
_INDEX = re.compile(
    r"(?<!\w)[Cc]hỉ số (?P<name>[^.;:,()\d\n]{2,60}?)(?= (?:năm|của|đạt|được|xếp|đứng|tiếp tục|giữ|vươn|tăng"
    r"|giảm)(?!\w)|[.,;:(]|$)"
)
_YEAR = re.compile(r"(?<![\d/])((?:19|20)\d\d)(?!\d)")
_OTHERWISE = re.compile(  # of another time, of a part of the index, among some
    r"(?<!\w)(?:năm trước|cùng kỳ|so với|từ (?:vị trí|hạng|thứ)|phấn đấu|mục tiêu|kế hoạch|quý|tháng|ngày|đầu năm"
    r"|đầu kỳ|về|lĩnh vực|nội dung|thành phần|khối|nhóm)(?!\w)",
    re.IGNORECASE,
)
_COMPARED = re.compile(r",?[^.;,()]{0,40}so với (?:cùng kỳ )?năm (?:trước|\d{4})(?: \([^()]{0,40}\))?")
_BACK, _BEHIND = 220, 60  # letters of its sentence


def check_ranks_told_twice(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where one index of one year is ranked differently among as many.

    Not flagged: ranks of two years, of parts of one, or of a year that only one place tells; parts of an index; aims;
    what is compared; two indices in one sentence.
    """
    told: dict[tuple[str, str, str], list[tuple[str, Span]]] = defaultdict(list)
    for rank in finds(_RANK, report.text):
        low = max(sentence_start(report.text, rank.start()), rank.start() - _BACK)
        said = _COMPARED.sub("", report.text[low : rank.start()])
        named, years = _INDEX.findall(said), set(_YEAR.findall(said))
        behind = report.text[rank.end() : clause_end(report.text, rank.end(), _BEHIND)]
        if len(named) == 1 and len(years) == 1 and not _OTHERWISE.search(f"{said} # {_COMPARED.sub('', behind)}"):
            place = Span(rank.start(), rank.end())
            told[key(named[0]), years.pop(), rank["of"]].append((rank["at"].lstrip("0"), place))
    for several in told.values():
        first = several[0]
        other = next((one for one in several if one[0] != first[0]), None)
        if other is not None:
            yield told_otherwise(report.text, other[1], first[1])


CHECKS = (check_ranks_told_twice,)
