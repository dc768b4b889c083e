"""Words made comparable: folded, with the common abbreviations of such reports written out, and their likeness."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from rapidfuzz import fuzz

from tongket.vietnamese.unicode import key

_TAG = re.compile(r"</?\w+>|[*_]+")
_WORD = re.compile(r"[^\W_]+|%")
_SHORT = {
    "mttq": "mặt trận tổ quốc",
    "mttqvn": "mặt trận tổ quốc",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "ubmttqvn": "ủy ban mặt trận tổ quốc",
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "đtn": "đoàn thanh niên",
    "tncs": "thanh niên cộng sản",
    "lhpn": "liên hiệp phụ nữ",
    "hlhpn": "hội liên hiệp phụ nữ",
    "hpn": "hội phụ nữ",
    "hnd": "hội nông dân",
    "ccb": "cựu chiến binh",
    "hccb": "hội cựu chiến binh",
    "lđlđ": "liên đoàn lao động",
    "cđcs": "công đoàn cơ sở",
    "ctxh": "chính trị xã hội",
    "dtts": "dân tộc thiểu số",
    "kdc": "khu dân cư",
    "tdp": "tổ dân phố",
    "ttnd": "thanh tra nhân dân",
    "gsđtcđ": "giám sát đầu tư cộng đồng",
    "htx": "hợp tác xã",
    "tht": "tổ hợp tác",
    "cbccvc": "cán bộ công chức viên chức",
    "đvhv": "đoàn viên hội viên",
    "nvcsxh": "ngân hàng chính sách xã hội",
    "đđk": "đại đoàn kết",
    "pbxh": "phản biện xã hội",
}
_EXPANDED = {key(short): key(words) for short, words in _SHORT.items()}
# Words that labels add or leave out freely.
_FILLERS = frozenset(
    key("số|tổng|các|những|và|của|được|đã|việc|công tác|trong|về|theo kỳ|kỳ|tổ chức|cho|với|là|đó|ở|tại")
    .replace("|", " ")
    .split()
)
# Words that exclude each other: labels that differ in one of them mean different things.
_CONTRASTS = tuple(
    frozenset(key(word) for word in words)
    for words in (
        ("trên", "dưới", "theo", "chưa", "ngoài"),
        ("riêng", "lồng", "chung"),
        ("tỉnh", "huyện", "xã", "thôn"),
        ("cao", "trung", "sơ"),
        ("tập", "cá"),
        ("đoàn", "hội"),
        ("giới", "kết"),
        ("tăng", "giảm"),
        ("mới", "cũ"),
        ("nam", "nữ"),
    )
)
_CONTRASTING = frozenset[str]().union(*_CONTRASTS)
_NEGATIONS = frozenset(key(word) for word in ("chưa", "không"))


@lru_cache(maxsize=65536)
def normal(text: str) -> str:
    """``text`` as folded words between single spaces, with a space at both ends: ready for ``holds``."""
    words = _WORD.findall(key(_TAG.sub("", text)))
    return f" {' '.join(_EXPANDED.get(word, word) for word in words)} " if words else " "


def holds(text: str, words: str) -> bool:
    """Whether the normal form ``text`` holds the phrase ``words`` (normal form too) at word bounds."""
    return len(words) > 1 and words in text


@lru_cache(maxsize=8192)
def label_words(label: str) -> tuple[str, ...]:
    """The telling words of a label: normal, without fillers; all its words where nothing else is left."""
    words = normal(label).split()
    telling = tuple(word for word in words if word not in _FILLERS)
    return telling or tuple(words)


@dataclass(frozen=True, slots=True)
class Weights:
    """How telling each word is among the labels of one form: rare words count more."""

    of: dict[str, float]
    unknown: float

    def weight(self, words: Iterable[str]) -> float:
        """The weight of ``words`` together, in whatever order they come."""
        return math.fsum(map(self.of.get, words, repeat(self.unknown)))


def weigh(labels: Iterable[str]) -> Weights:
    """The weights of the words of ``labels``."""
    sets = [set(label_words(label)) for label in labels]
    counts = Counter(word for words in sets for word in words)
    return Weights({word: math.log(2 + len(sets) / count) for word, count in counts.items()}, math.log(3))


class Known(NamedTuple):
    """A label made ready for comparing with many: its normal form, its telling words, also in a row, and their weight.

    A tuple, for each row of a table is compared with each line of a form.
    """

    normal: str
    words: frozenset[str]
    row: str
    weight: float


def know(label: str, weights: Weights) -> Known:
    """``label`` made ready for comparing with others of the form that ``weights`` are of."""
    words = label_words(label)
    telling = frozenset(words)
    return Known(normal(label), telling, " ".join(words), weights.weight(telling))


def likeness(label: str, other: str, weights: Weights) -> float:
    """How alike two labels are, 0 to 1: shared weight of words, then letters, cut where a contrast parts them."""
    return alike(know(label, weights), know(other, weights), weights)


def alike(one: Known, other: Known, weights: Weights) -> float:
    """``likeness`` of two labels that are ready."""
    mine, theirs = one.words, other.words
    if mine.isdisjoint(theirs):
        return 1.0 if one.normal == other.normal else 0.0
    if mine == theirs:
        return 1.0 if one.normal == other.normal else 0.97
    shared = 2 * weights.weight(mine & theirs) / (one.weight + other.weight)
    if shared < 0.3:
        return shared * 0.7
    score = 0.75 * shared + 0.25 * fuzz.ratio(one.row, other.row) / 100
    return score * 0.5 if _contrast(mine - theirs, theirs - mine) else score


def _contrast(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    if not _NEGATIONS.isdisjoint(mine) or not _NEGATIONS.isdisjoint(theirs):
        return True
    if _CONTRASTING.isdisjoint(mine):
        return False
    return any(not group.isdisjoint(mine) and not group.isdisjoint(theirs) for group in _CONTRASTS)
