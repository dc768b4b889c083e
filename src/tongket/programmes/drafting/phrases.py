"""How prose will carry an indicator (cụm từ nhận biết): its unit words, the telling words of its label, and the words
that part it from its neighbours.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tongket.model.programmes import Indicator, Phrase
from tongket.programmes.drafting.units import bare_label, unit_words_exact
from tongket.programmes.words import normal
from tongket.registry.unit_words import match_unit
from tongket.vietnamese.unicode import folded

# Words by which reports count the same kind of thing.
_LIKE: Mapping[str, tuple[str, ...]] = {
    "cuộc": ("cuộc", "buổi", "đợt", "lần", "hội nghị"),
    "hội nghị": ("hội nghị", "cuộc", "buổi", "lớp", "đợt"),
    "lớp": ("lớp", "đợt", "khóa", "hội nghị"),
    "lượt người": (
        "lượt người",
        "lượt cán bộ",
        "lượt đảng viên",
        "lượt đoàn viên",
        "lượt hội viên",
        "lượt",
        "người tham dự",
    ),
    "văn bản": ("văn bản",),
    "tin, bài": ("tin, bài", "tin bài", "tin", "bài"),
    "ý kiến": ("ý kiến", "ý kiến, kiến nghị", "lượt ý kiến", "kiến nghị"),
    "thôn": ("thôn", "làng", "bản", "khu dân cư", "ấp", "tổ dân phố", "khu phố", "buôn", "xóm"),
    "khu dân cư": ("khu dân cư", "thôn", "làng", "ấp", "tổ dân phố"),
    "mô hình": ("mô hình", "mô hình, điển hình", "điển hình"),
    "căn nhà": ("căn nhà", "nhà", "căn", "ngôi nhà"),
    "hộ": ("hộ", "hộ gia đình", "lượt hộ"),
    "tập thể": ("tập thể", "lượt tập thể"),
    "cá nhân": ("cá nhân", "lượt cá nhân"),
    "đơn vị": ("đơn vị", "cơ quan, đơn vị"),
}
_STOP = frozenset(
    normal("và của các những được đã cho với tại ở về trong theo là có từ đến do bằng vào để hoặc hay này khi như tổng "
           "kỳ năm việc").split()
)  # fmt: skip
_FIRST_ONLY = frozenset(normal("số người lượt cuộc").split())  # 'dân tộc thiểu số' ends with what 'số vụ' begins with
_STOP_PAIRS = frozenset(
    tuple(normal(words).split())
    for words in (
        "công tác",
        "thực hiện",
        "nội dung",
        "hình thức",
        "chỉ thị",
        "nghị quyết",
        "kết luận",
        "số lượng",
        "tham dự",
        "tham gia",
        "hiện có",
        "hiện nay",
        "đang có",
    )
)
_BREAK = re.compile(
    r"[,;:/()“”\"]|(?<!\w)(?:và|hoặc|hay|của|cho|về|đối với|với|tại|ở|trong|theo|bằng|từ|đến|do|để)(?!\w)"
)
_MOST = 6
_NEAREST = 12  # rivals that an indicator is parted from


def add_phrases(
    indicators: Sequence[Indicator], labels: Mapping[str, Sequence[str]], parents: Mapping[str, tuple[str, str]]
) -> tuple[Indicator, ...]:
    """``indicators`` with a phrase each where its words tell it from the others; texts, ranks and parts without a name
    of their own have none.
    """
    own = {one.code: _own_label(one, labels) for one in indicators}
    words = {code: _runs(label) or _people(label)[:2] for code, label in own.items()}
    rivals = _rivals(indicators, words, parents)
    done = []
    for one in indicators:
        phrase = _phrase(one, words, rivals[one.code], parents, own[one.code])
        done.append(replace(one, phrases=(phrase,)) if phrase is not None else one)
    return tuple(done)


def _rivals(
    indicators: Sequence[Indicator], words: Mapping[str, Sequence[str]], parents: Mapping[str, tuple[str, str]]
) -> dict[str, list[str]]:
    """For each indicator those of its unit that speak of the same matter (two syllables in a row), the nearest first;
    the one that it is a part of is always among them.
    """
    index: dict[tuple[str, tuple[str, str]], list[int]] = {}
    units = {one.code: _kin(one.unit_word) for one in indicators}
    for at, one in enumerate(indicators):
        for pair in _pairs(words[one.code]):
            index.setdefault((units[one.code], pair), []).append(at)
    found: dict[str, list[str]] = {}
    for at, one in enumerate(indicators):
        near: set[int] = set()
        for pair in _pairs(words[one.code]):
            places = index[units[one.code], pair]
            middle = bisect_left(places, at)
            near |= set(places[max(0, middle - _NEAREST) : middle + _NEAREST + 1])
        near.discard(at)
        ranked = [indicators[place].code for place in sorted(near, key=lambda place: (abs(place - at), place))]
        parent = parents.get(one.code, ("", ""))[0]
        mine = [parent] if parent and units.get(parent) == units[one.code] else []
        found[one.code] = list(dict.fromkeys([*mine, *ranked]))[:_NEAREST]
    return found


def _kin(unit: str) -> str:
    """Unit words that reports use for one another make rivals."""
    for base, others in _LIKE.items():
        if unit == base or unit in others:
            return base if base != "hội nghị" else "cuộc"
    return unit


def _own_label(one: Indicator, labels: Mapping[str, Sequence[str]]) -> str:
    own = labels.get(one.code, ())
    return own[-1] if own else one.name


# Who acts and what is carried out stand in every sentence, and tell no indicator from another.
_ACTORS = frozenset(
    normal(words).strip()
    for words in (
        "nhân dân", "người dân", "mặt trận", "mặt trận tổ quốc", "mặt trận tổ quốc việt nam", "đoàn thể",
        "các đoàn thể", "đoàn thể chính trị xã hội", "chính trị xã hội", "tổ chức chính trị xã hội", "cấp ủy", "bản",
        "chính quyền", "cán bộ", "công chức", "viên chức", "các cấp", "chỉ thị", "nghị quyết", "kết luận", "kế hoạch",
        "địa phương", "đơn vị", "cơ quan", "trên địa bàn", "địa bàn", "đảng", "đảng viên", "đoàn viên", "hội viên",
        "thôn", "tổ dân phố", "xã", "phường", "thị trấn", "huyện", "tỉnh", "triển khai", "cấp xã", "cấp huyện",
        "cấp tỉnh", "cấp cơ sở",
    )
)  # fmt: skip


def _runs(label: str) -> tuple[str, ...]:
    """The telling phrases of a label: between commas and joining words, without counted nouns, actors, stop words."""
    bare = bare_label(re.sub(r"\([^()]*\)", " ", label))
    unit = unit_of(bare)
    bare = bare[len(unit) :] if unit and bare.startswith(unit) and len(bare) > len(unit) + 2 else bare
    found: list[str] = []
    for piece in _BREAK.split(bare):
        syllables = _trimmed(re.findall(r"[^\W_]+", piece))
        head = match_unit(syllables)
        if head is not None and head[0].word != "dân tộc" and len(syllables) - head[1] >= 2:
            syllables = _trimmed(syllables[head[1] :])
        run = " ".join(syllables)
        if run and normal(run).strip() not in _ACTORS and unit_words_exact(run) is None and len(run) > 3:
            found.append(run)
    return tuple(dict.fromkeys(found))


def _trimmed(syllables: list[str]) -> list[str]:
    """``syllables`` without stop words at either end."""
    keys = [normal(syllable).strip() for syllable in syllables]
    low, high = 0, len(syllables)
    while low < high:
        if tuple(keys[low : low + 2]) in _STOP_PAIRS:
            low += 2
        elif keys[low] in _STOP or keys[low] in _FIRST_ONLY:
            low += 1
        else:
            break
    while high > low:
        if tuple(keys[max(high - 2, low) : high]) in _STOP_PAIRS:
            high -= 2
        elif keys[high - 1] in _STOP:
            high -= 1
        else:
            break
    return syllables[low:high]


def _people(label: str) -> tuple[str, ...]:
    """The nouns for people that a label begins with: 'Đoàn viên, hội viên hiện có' -> both, and the two together."""
    rest, nouns = bare_label(label), []
    while (found := match_unit([word.strip(",.;:") for word in rest.split()])) is not None and found[
        0
    ].kind == "person":
        words = rest.split()
        nouns.append(" ".join(words[: found[1]]).strip(",.;:"))
        rest = " ".join(words[found[1] :])
    together = (", ".join(nouns),) if len(nouns) > 1 else ()
    return tuple(noun for noun in (*nouns, *together) if noun != "người")


def unit_of(label: str) -> str:
    """The counted noun at the head of a folded label."""
    words = label.split()
    found = match_unit([word.strip(",.;:") for word in words])
    return " ".join(words[: found[1]]).strip(",.;:") if found else ""


def _phrase(
    one: Indicator,
    words: Mapping[str, Sequence[str]],
    rivals: Sequence[str],
    parents: Mapping[str, tuple[str, str]],
    label: str,
) -> Phrase | None:
    if one.kind in ("text", "rank", "yes-no") or one.unit_word == "trường hợp":
        return None
    own = list(words[one.code])
    parent = parents.get(one.code, ("", ""))[0]
    context = list(words.get(parent, ())) if parent else []
    syllables = {word for code in rivals for run in words[code] for word in run.split()}
    near = [run for run in (_distinct(run, syllables) for run in own) if run] if rivals else []
    shared = [run for run in own if not _distinct(run, syllables)] or own
    theirs = _others(own, [words[code] for code in rivals])
    units = _units(one, label)
    if parent and near and context:
        return _made(units, near=near, any_=context or shared, without=theirs)
    if not own:
        return None
    if one.kind == "share":  # many rates stand side by side: what this one is of must be named
        return Phrase(units=units, words=tuple(own[:1]), any=tuple(own[1:_MOST]), without=tuple(theirs[:_MOST]))
    is_total = any(parents.get(code, ("", ""))[0] == one.code for code in rivals)
    if near and rivals and len(shared) < len(own) and not is_total:
        return _made(units, near=near, any_=shared, without=theirs)
    return _made(units, near=(), any_=own, without=theirs)


def _units(one: Indicator, label: str) -> tuple[str, ...]:
    if one.unit_word == "người":
        return tuple(dict.fromkeys(("người", *_people(label))))
    return _LIKE.get(one.unit_word, _split_units(one.unit_word))


def _made(units: tuple[str, ...], *, near: Iterable[str], any_: Iterable[str], without: Iterable[str]) -> Phrase:
    own_near = tuple(near)[:_MOST]
    some = tuple(run for run in any_ if run not in own_near)[:_MOST]
    barred = tuple(run for run in without if run not in own_near and run not in some)[: 2 * _MOST]
    return Phrase(units=units, any=some, near=own_near, without=barred)


def _split_units(unit: str) -> tuple[str, ...]:
    """'hợp tác xã, tổ hợp tác' -> the whole and each of its words; a known measure stays alone."""
    pieces = [piece.strip() for piece in unit.split(",") if piece.strip()]
    if len(pieces) < 2:
        return (unit,)
    return (unit, *(piece for piece in pieces if unit_words_exact(folded(piece)) is not None))


def _pairs(runs: Sequence[str]) -> set[tuple[str, str]]:
    return {(a, b) for run in runs for a, b in zip(run.split(), run.split()[1:], strict=False)}


def _distinct(run: str, syllables: set[str]) -> str:
    """The part of a run that no rival has: its longest stretch of syllables of its own; "" for none."""
    best: list[str] = []
    now: list[str] = []
    for word in run.split():
        now = [] if word in syllables else [*now, word]
        if len(now) > len(best):
            best = list(now)
    return " ".join(_trimmed(best))


def _others(own: Sequence[str], rivals: Sequence[Sequence[str]]) -> list[str]:
    """What only the rivals say: a figure beside those words is theirs."""
    syllables = {word for run in own for word in run.split()}
    found = [_distinct(run, syllables) for runs in rivals for run in runs]
    return list(dict.fromkeys(run for run in found if run))
