"""Random programmes, as what their files say, and programmes without the places where they stand."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from tongket.model.programmes import Programme
from tongket.programmes.format import PROGRAMME
from tongket.programmes.records import Key, Record
from tongket.programmes.tree import Tree

_LETTERS = st.one_of(
    st.sampled_from("aăâbcdđeêghiklmnoôơpqrstuưvxyAĐƯ0123456789 -.,;:#'\"{}[]&*!|>%@`~=<?/\\_“”"),
    st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\ufeff"),
)
_TELLING = st.sampled_from(
    ["null", "~", "true", "no", "có", "0", "07", "1.0", "1e3", "2026-09-30", "- a", "a: b", "a #b", "=SUM(A1)", "+84",
     "@a", "x\u00a0y", "_x0041_", "'a", "% đạt", "[a]", "{A-1?}", "*", "&a", "http://a.vn"]
)  # fmt: skip
TEXTS = st.one_of(_TELLING, st.text(_LETTERS, min_size=1, max_size=30)).map(lambda text: " ".join(text.split()))
WORDS = TEXTS.filter(bool)
CODES = st.from_regex(r"[a-zA-Z][a-zA-Z0-9-]{0,6}", fullmatch=True)
DAYS = st.dates(min_value=date(1880, 1, 1)).map(lambda day: day.isoformat())


def bare(value: Any) -> Any:
    """A value without the places where it is written and without hashes."""
    if isinstance(value, tuple):
        return tuple(bare(one) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    blank: dict[str, Any] = {"file": "", "hash": "", "line": 0}
    return replace(value, **{one.name: blank.get(one.name, bare(getattr(value, one.name))) for one in fields(value)})


def same(one: Programme, other: Programme) -> bool:
    """Whether two programmes say the same."""
    return bool(bare(one) == bare(other))


@st.composite
def trees(draw: st.DrawFn, record: Record = PROGRAMME, scale: int = 0) -> Tree:
    """What the files of a programme may say: its grammar is kept, what it refers to may not exist."""
    tree: Tree = {}
    if any(key.name == "scale" for key in record.keys):
        scale = draw(st.integers(0, 3))
    for key in record.keys:
        if key.name == "scale":
            tree["scale"] = scale
        elif key.name == "modules":
            if draw(st.booleans()):
                tree["modules"] = ["S03"]
        elif key.required or draw(st.integers(0, 2)) == 0:
            tree[key.name] = draw(values(key, scale))
    return tree


def values(key: Key, scale: int) -> st.SearchStrategy[Any]:
    """What may stand under one key."""
    if key.name == "code":
        return CODES
    if key.record is not None:
        one = trees(key.record, scale)
        if key.kind == "entry":
            return one
        return st.lists(one, min_size=1, max_size=3, unique_by=lambda tree: tree.get("code", id(tree)))
    if key.choices:
        listed = st.lists(st.sampled_from(list(key.choices)), min_size=1, max_size=3)
        return listed if key.kind == "choices" else st.sampled_from(list(key.choices))
    kinds: dict[str, st.SearchStrategy[Any]] = {
        "texts": st.lists(WORDS, min_size=1, max_size=4),
        "lined": st.lists(WORDS, min_size=1, max_size=4),
        "integer": st.integers(key.low, min(key.high, 10**6)),
        "amount": st.integers(0, 10**15).map(lambda amount: Decimal(amount).scaleb(-scale)),
        "fraction": st.sampled_from([0, 0.5, 0.75, 1]),
        "flag": st.booleans(),
        "date": DAYS,
    }
    return kinds.get(key.kind, WORDS)
