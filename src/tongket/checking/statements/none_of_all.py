"""What none of a kind are said to have done, and all or some did by another sentence (đều chưa … đã có n/n).

    'Tất cả các đơn vị được giám sát đều chưa mở sổ', then '06/06 đơn vị mở sổ theo dõi'; 'chưa thôn nào có nhà văn
    hóa', then 'các thôn đều có nhà văn hóa'.

A case of ``body-appendix-mismatch``, whose page stands with the text against tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from tongket.checking.evidence.clauses import Sentence, are_of_one_level, sentences, told_otherwise
from tongket.checking.evidence.same_matter import keys_of
from tongket.checking.evidence.tasks import tasks_of
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.model.reports import Report
from tongket.registry.unit_words import nouns_of_all

_UNITS = (
    "thôn|bản|ấp|xóm|khu phố|tổ dân phố|khu dân cư|xã|phường|huyện|đơn vị|địa phương|cơ quan|chi bộ|đảng bộ|chi hội"
    "|chi đoàn|trường học|trường|lớp|trạm y tế|trạm|doanh nghiệp|hợp tác xã|cơ sở|hộ kinh doanh|hộ|hội viên|đảng viên"
    "|đoàn viên|cán bộ|công chức|giáo viên|học sinh|công trình|dự án|tổ hòa giải|câu lạc bộ|điểm trường"
)
_WHO = nouns_of_all(_UNITS)
_NONE = re.compile(
    rf"(?:(?<!\w)(?:[Tt]ất cả(?: các)?|[Tt]oàn bộ(?: các| số)?|100\s?%(?: số| các)?|[Cc]ả (?P<few>\d{{1,3}})|[Cc]ác) "
    rf"(?P<unit>{_WHO})(?!\w)(?P<of>[^.,;:()\n\d]{{0,40}}?) (?:đều |hiện |vẫn ){{1,2}}(?:chưa|không)"
    rf"|(?<!\w)(?:[Cc]hưa|[Kk]hông)(?: có)? (?P<unit2>{_WHO}) nào(?P<of2>))(?: được| có| thực hiện| tiến hành)*"
    r" (?P<act>[^.,;:()\n]{4,90})"
)
_SOME = re.compile(
    rf"(?:(?<![\d./,])(?P<part>\d{{1,4}})(?:\s?/\s?(?P<whole>\d{{1,4}}))?|100\s?%(?: số| các)?|[Tt]ất cả(?: các)?"
    rf"|[Cc]ác|[Tt]oàn bộ(?: các| số)?) (?P<unit>{_WHO})(?!\w)(?P<said>[^.;:\n]{{4,140}})"
)
_EVERY = re.compile(r"(?<!\w)đều(?!\w)")
_NOT = re.compile(
    r"(?<!\w)(?:chưa|không|sẽ|cần|phải|phấn đấu|kế hoạch|dự kiến|chỉ tiêu|mục tiêu|đề nghị|đăng ký|được giao|yêu cầu"
    r"|thiếu|hết hạn|hỏng|trước đây|năm trước|quý|tháng|riêng|nguy cơ)(?!\w)",
    re.IGNORECASE,
)
_CUT = re.compile(
    r" (?:do|vì|nên|nhưng|mà|so với|trong (?:năm|kỳ)|trên địa bàn|theo (?:quy định|hướng dẫn|kế hoạch))(?!\w).*$"
)
_FILLING = keys_of("đã được có các những của và về cho theo đều thực hiện tiến hành tổ chức riêng nào")
_GENERIC = frozenset(("đơn vị", "địa phương", "cơ quan", "cơ sở"))
_LEAST, _MOST = 2, 60  # words of what none did; sentences of none
_MOST_ACTS = 1000
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Denied:
    """Of whom something is denied to a man, and the words of what they did not do, in their order."""

    sentence: Sentence
    place: Span
    unit: str
    words: tuple[str, ...]
    of: frozenset[str]


def check_none_of_all(report: Report) -> Iterator[Finding]:
    """Yield ``body-appendix-mismatch`` where all of a kind are said not to have done what another sentence counts of
    them, or says of all of them.

    Not flagged: other kinds and levels; what was done in part or more closely; aims and other times.
    """
    tasks = tasks_of(report)
    told = [one for one in sentences(report) if one.now and not tasks.touch(one.place)]
    denials = {(it.unit, it.words): it for one in told for it in islice(_denied(one), _LEAST)}
    acts = list(islice((it for one in told for it in _acts(one)), _MOST_ACTS)) if denials else []
    for one in islice(denials.values(), _MOST):
        other = next((it for it in acts if _is_of(one, it)), None)
        if other is not None:
            yield told_otherwise(report.text, one.place, other.place)


def _denied(one: Sentence) -> Iterator[_Denied]:
    for found in one.finds(_NONE):
        act = _CUT.sub("", found["act"])
        words = tuple(word for said in act.split() for word in keys_of(said) - _FILLING)
        if len(words) >= _LEAST and not re.search(r"\d", act):
            unit = (found["unit"] or found["unit2"]).lower()
            yield _Denied(one, one.place_of(found), unit, words, keys_of(found["of"] or "") - _FILLING)


@dataclass(frozen=True, slots=True)
class _Act:
    """What some or all of a kind are said to have done: the words of it, and where."""

    sentence: Sentence
    place: Span
    unit: str
    words: frozenset[str]


def _acts(other: Sentence) -> Iterator[_Act]:
    """What a sentence tells some of a kind to have done, or all."""
    for found in other.finds(_SOME):
        many = found["part"] is None or int(found["part"]) >= _FEWEST
        plain = found["part"] is None and not found[0].startswith("100") and not _EVERY.search(found["said"])
        if many and not plain and not _NOT.search(other.text, 0, found.end()):
            words = keys_of(found["said"].partition(",")[0])
            yield _Act(other, other.place_of(found), found["unit"].lower(), words)


def _is_of(denied: _Denied, act: _Act) -> bool:
    alike = act.unit == denied.unit or act.unit in _GENERIC or denied.unit in _GENERIC
    apart = alike and act.sentence is not denied.sentence and act.words.issuperset(denied.words)
    return apart and are_of_one_level(denied.sentence.text, act.sentence.text)


CHECKS = (check_none_of_all,)
