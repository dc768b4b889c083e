"""Words of grammar of which one excludes the other (thừa từ): 'nhiều các tỉnh', 'tính đến tại thời điểm'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span

# A noun takes one word for its number ('các', 'những', 'mọi', 'nhiều', 'mỗi', 'từng'): Diệp Quang Ban, Ngữ pháp tiếng
# Việt, on the noun phrase. 'một các' is 'một cách' or 'một cái'. Before a moment stands one preposition. Behind a word
# of degree 'nhiều' tells how the verb before it is done, and begins no noun phrase: 'xuất hiện ngày càng nhiều các'.
_NUMBER = re.compile(
    r"(?<!\w)(?P<kept>(?<!càng )(?<!rất )(?<!khá )(?<!thêm )nhiều|những|mọi|mỗi|từng|một)\s(?P<other>các)(?!\w)"
    r"(?!\s(?:bon|bô|tông|ten))"
)
_PLURAL = re.compile(r"(?<!\w)(?P<kept>các)\s(?P<other>những|mọi)(?!\w)")
_MOMENT = re.compile(r"(?<!\w)(?P<kept>đến|tính đến)\s(?P<other>tại)\s(?=thời\sđiểm(?!\w))")


def surplus(text: str) -> Iterator[Finding]:
    """Two words of number before one noun, two prepositions before one moment."""
    for pattern, is_sure in ((_NUMBER, True), (_PLURAL, True), (_MOMENT, False)):
        for match in finds(pattern, text):
            place = Span(match.start(), match.end("other"))
            facts = {"here": f"{match['kept']} {match['other']}", "right": match["kept"]}
            if match["kept"] == "một":
                yield Finding("spelling", "warning", place, "alone", {"here": facts["here"]})
            else:
                yield Finding("spelling", "warning" if is_sure else "info", place, "surplus", facts)
