"""The bounds of a programme's files: nothing unfolds, nothing runs deep, nothing is constructed."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.errors import ProgrammeError
from tongket.programmes.nodes import MOST_CHARACTERS, ListNode, TextNode, yaml_node


def test_scalars_stay_what_was_written() -> None:
    node = yaml_node("a.yaml", "code: 07\non: 2026-11\nflag: yes\nempty:\nquoted: 'null'\n")
    values = [(value.value, value.is_empty) for _key, value in node.pairs if isinstance(value, TextNode)]
    assert values == [("07", False), ("2026-11", False), ("yes", False), ("", True), ("null", False)]


def test_every_node_knows_its_line() -> None:
    node = yaml_node("a.yaml", "# head\na:\n  - x\n  - y\n")
    ((key, value),) = node.pairs
    assert (key.spot.where, isinstance(value, ListNode) and value.items[1].spot.where) == ("a.yaml:2", "a.yaml:4")


BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)


@pytest.mark.parametrize(
    ("text", "where", "words"),
    [
        pytest.param("", ":1", "holds no 'key: value'", id="empty"),
        pytest.param("- a\n", ":1", "holds no 'key: value'", id="a list"),
        pytest.param("a: [1\nb: 2\n", ":2", "breaks the rules of YAML", id="open bracket"),
        pytest.param("a: 1\n\tb: 2\n", ":2", "breaks the rules of YAML", id="tab"),
        pytest.param("a: 1\n---\nb: 2\n", ":3", "two documents", id="two documents"),
        pytest.param(BOMB, ":1", "Anchors and aliases", id="a small file that unfolds"),
        pytest.param("a: *b\n", ":1", "Anchors and aliases", id="alias of nothing"),
        pytest.param("a: " + "[" * 5000, ":1", "more than 20 deep", id="brackets without end"),
        pytest.param("".join(" " * n + "a:\n" for n in range(60)), ":21", "more than 20 deep", id="steps without end"),
        pytest.param("a: x\n" * (MOST_CHARACTERS // 4), "", "more than", id="too large"),
        pytest.param("a: \x00", "", "breaks the rules of YAML", id="a sign that is no text"),
    ],
)  # fmt: skip
def test_what_is_refused(text: str, where: str, words: str) -> None:
    with pytest.raises(ProgrammeError) as caught:
        yaml_node("a.yaml", text)
    assert words in caught.value.message("en")
    assert caught.value.where == f"a.yaml{where}"
    assert caught.value.mend


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(ProgrammeError):
        yaml_node("a.yaml", text)
