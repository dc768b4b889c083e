"""The record speaks in words: every action that the code records has them."""

from __future__ import annotations

import ast
from pathlib import Path

import tongket.site
from tongket.site.work.deeds import DEEDS, chains_named, deed_words


def recorded() -> set[str]:
    """The actions that calls of ``record`` and ``record_many`` name."""
    found = set()
    for path in Path(tongket.site.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("record", "record_many"):
                said = [one for arg in node.args[1:2] for one in ast.walk(arg) if isinstance(one, ast.Constant)]
                found |= {one.value for one in said if isinstance(one.value, str)}
    return found


def test_every_action_has_words() -> None:
    assert recorded() - set(DEEDS) == set()


def test_a_chain_is_named_by_what_it_is_of(submission, django_assert_max_num_queries) -> None:
    chains = [f"submission:{submission.pk}", f"round:{submission.round_id}", f"body:{submission.body_id}"]
    with django_assert_max_num_queries(3):
        names = chains_named([*chains, "site", "calendar", "submission:999", "nothing:1", "body:x"])
    name = submission.round.name
    assert [names[one] for one in chains] == [f"{name}: {submission.body.called}", name, submission.body.called]
    assert names["submission:999"] == "submission:999"
    assert names["site"] != "site"


def test_an_unknown_action_stands_as_it_is_named() -> None:
    assert deed_words("something-new") == "something-new"
