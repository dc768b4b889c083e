"""The API: the rights of the pages, keys with scope and end, pages without silent cuts, and its own description."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable

import jsonschema
import pytest
from django.test import Client

from site_makers import TODAY, make_body, make_user
from tongket.site.interface.clock import now
from tongket.site.people.models import Role, Token, User
from tongket.site.people.services.tokens import end_tokens, make_token
from tongket.site.rounds.models import Submission
from tongket.site.rounds.places import place_of
from tongket.site.submissions.models import Observation, Value
from tongket.site.submissions.services.filling import Typed, save_values
from tongket.site.submissions.services.sending import send

Call = Callable[..., object]


class Caller:
    """A program that calls with a key."""

    def __init__(self, secret: str) -> None:
        self.client, self.headers = Client(), {"authorization": f"Bearer {secret}"}

    def get(self, path: str, **query: object):
        return self.client.get(f"/api/v1/{path}", query, headers=self.headers)

    def send(self, method: str, path: str, content: object):
        body = content if isinstance(content, str) else json.dumps(content)
        made = getattr(self.client, method)
        return made(f"/api/v1/{path}", body, content_type="application/json", headers=self.headers)


@pytest.fixture
def calling(acting) -> Callable[..., Caller]:
    def call(user: User, scope: str = "write") -> Caller:
        return Caller(make_token(acting(user), "thu", scope, 30)[1])

    return call


def test_the_whole_way_of_a_submission(submission, clerk, approver, calling) -> None:
    below, above = calling(clerk), calling(approver)
    path = f"submissions/{submission.pk}"
    row = below.get(path).json()
    assert row["may"] == {
        "submission.fill": True, "submission.send": True, "submission.return": False, "submission.approve": False,
    }  # fmt: skip
    places = ["value:QT-01/@area", "value:QT-02/@area", "value:QT-03/@area"]
    cells = [{"place": place, "text": text} for place, text in zip(places, ("12", "9", "21"), strict=True)]
    saved = below.send("put", f"{path}/values", {"cells": cells}).json()["cells"]
    assert [one["state"] for one in saved] == ["saved"] * 3
    again = below.send("put", f"{path}/values", {"cells": [{"place": places[0], "text": "13"}]}).json()["cells"]
    assert (again[0]["state"], again[0]["text"]) == ("conflict", "12")
    assert [one["text"] for one in below.get(f"{path}/values").json()] == ["12", "9", "21"]
    assert below.send("post", f"{path}/send", {"edition": 99}).status_code == 409
    sent = below.send("post", f"{path}/send", {"edition": row["edition"]})
    assert (sent.status_code, sent.json()["state"]) == (200, "sent")

    assert above.get(path).json()["may"]["submission.return"]
    due = str(TODAY + dt.timedelta(days=2))
    returned = {"edition": sent.json()["edition"], "due": due, "places": [{"place": places[2], "reason": "Chưa khớp."}]}
    row = above.send("post", f"{path}/return", returned).json()
    assert row["state"] == "returned"
    row = below.send("post", f"{path}/send", {"edition": row["edition"]}).json()
    assert above.send("post", f"{path}/approve", {"edition": row["edition"]}).json()["state"] == "approved"
    assert above.send("post", f"{path}/approve", {"edition": row["edition"]}).status_code == 409


def test_a_whole_form_is_sent_in_one_call(submission, clerk, calling) -> None:
    cells = [{"place": f"value:{code}/@area", "text": text} for code, text in (("QT-01", "12"), ("QT-04", "1.250"))]

    answer = calling(clerk).send("post", f"submissions/{submission.pk}/send", {"edition": 1, "cells": cells})

    assert (answer.status_code, answer.json()["state"]) == (200, "sent")
    assert sorted(Observation.objects.values_list("indicator", "amount")) == [("QT-01", 12), ("QT-04", 1250)]


def test_cells_that_another_changed_hold_the_whole_call_back(submission, clerk, calling, fill) -> None:
    fill(**{"QT-01": "12"})
    cells = [{"place": "value:QT-01/@area", "text": "13"}]

    answer = calling(clerk).send("post", f"submissions/{submission.pk}/send", {"edition": 1, "cells": cells})

    assert (answer.status_code, answer.json()["code"]) == (422, "cells-not-taken")
    assert not Observation.objects.exists()


def test_who_may_not_fill_in_sends_no_cells(submission, commune, calling, fill) -> None:
    fill(**{"QT-01": "12"})
    head = calling(make_user("chutich", commune, Role.APPROVER))
    path, cells = f"submissions/{submission.pk}/send", [{"place": "value:QT-04/@area", "text": "1"}]

    assert head.send("post", path, {"edition": 1, "cells": cells}).status_code == 403
    assert head.send("post", path, {"edition": 1}).status_code == 200


def test_what_is_refused_is_said_in_words(submission, clerk, calling) -> None:
    caller, path = calling(clerk), f"submissions/{submission.pk}"
    answer = caller.send("post", f"{path}/send", {"edition": submission.edition})
    assert answer.status_code == 422
    assert answer.json()["error"]
    for place in ("", "section:B.1", "passage:x", "nothing:1"):
        wrong = caller.send("put", f"{path}/values", {"cells": [{"place": place, "text": "1"}]})
        assert wrong.status_code == 422
    for content in ("{", "[]", '{"cells": 1}', '{"cells": [{"place": 1}]}'):
        assert caller.send("put", f"{path}/values", content).status_code in (400, 422)
    assert not Value.objects.exists()


def test_a_key_that_reads_changes_nothing(submission, clerk, calling) -> None:
    caller = calling(clerk, "read")
    row = caller.get(f"submissions/{submission.pk}").json()
    assert not any(row["may"].values())
    assert caller.send("post", f"submissions/{submission.pk}/send", {"edition": 1}).status_code == 403
    assert caller.send("put", f"submissions/{submission.pk}/values", {"cells": []}).status_code == 403


def test_a_key_ends(clerk, acting) -> None:
    actor = acting(clerk)
    token, secret = make_token(actor, "thu", "read", 1)
    assert Caller(secret).get("rounds").status_code == 200
    assert Token.objects.get(pk=token.pk).last_used
    Token.objects.filter(pk=token.pk).update(expires=now())
    assert Caller(secret).get("rounds").status_code == 401
    token, secret = make_token(actor, "thu", "read", 1)
    end_tokens(actor, Token.objects.filter(pk=token.pk))
    assert Caller(secret).get("rounds").status_code == 401
    token, secret = make_token(actor, "thu", "read", 1)
    actor.grants[0].revoked = now()
    actor.grants[0].save()
    assert Caller(secret).get("rounds").status_code == 401
    assert Caller("tk_nothing").get("rounds").status_code == 401


def test_a_session_reads_and_needs_the_csrf_token_to_write(submission, clerk) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(clerk, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/api/v1/submissions").status_code == 200
    path = f"/api/v1/submissions/{submission.pk}/send"
    assert client.post(path, {"edition": 1}, content_type="application/json").status_code == 403


def test_a_stranger_gets_404(submission, calling) -> None:
    elsewhere = make_body("ubnd-tinh-khac", "UBND tỉnh khác", level="province", unit="xx")
    caller = calling(make_user("nguoi-la", elsewhere, Role.CONSOLIDATOR, subtree=True))
    assert caller.get("submissions").json() == {"items": [], "next": None}
    assert caller.get("rounds").json()["items"] == []
    for path in (
        f"submissions/{submission.pk}",
        f"submissions/{submission.pk}/values",
        f"rounds/{submission.round_id}",
    ):
        assert caller.get(path).status_code == 404
    for path, content in (("send", {"edition": 1}), ("approve", {"edition": 1})):
        assert caller.send("post", f"submissions/{submission.pk}/{path}", content).status_code == 404


def test_an_address_that_is_none_is_answered_as_the_api_answers(clerk) -> None:
    answer = Client().get("/api/v1/rounds/1.5")
    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")


def test_who_may_see_but_not_do_gets_403(sent, clerk, calling) -> None:
    assert calling(clerk).send("post", f"submissions/{sent.pk}/approve", {"edition": sent.edition}).status_code == 403


def test_pages_cut_nothing_off(open_round, province, consolidator, calling, django_assert_max_num_queries) -> None:
    bodies = [make_body(f"xa-{number}", f"UBND xã {number}", province) for number in range(7)]
    rows = [Submission(round=open_round, body=one, reports_to=province, due=TODAY) for one in bodies]
    Submission.objects.bulk_create(rows)
    caller, found, cursor = calling(consolidator), [], 0
    with django_assert_max_num_queries(27):
        while cursor is not None:
            page = caller.get("submissions", round=open_round.pk, limit=3, cursor=cursor).json()
            found += [one["body"] for one in page["items"]]
            cursor = page["next"]
    assert found == [one.code for one in bodies]
    assert caller.get("submissions", limit=501).status_code == 422
    assert len(caller.get("bodies", limit=3).json()["items"]) == 3


@pytest.fixture
def two_sent(sent, other_commune, province, acting) -> Submission:
    """The round, answered by both communes: QT-01 is 12 and 30."""
    other = Submission.objects.create(
        round=sent.round, body=other_commune, reports_to=province, due=sent.due, asked=sent.asked
    )
    actor = acting(make_user("can-bo-na-lau", other_commune, Role.CLERK))
    save_values(actor, other, [Typed(place_of("value:QT-01/@area"), "30", 0)])
    other.refresh_from_db()
    send(actor, other, other.edition, "")
    return other


def test_totals_are_those_of_the_page(two_sent, consolidator, calling) -> None:
    rows = calling(consolidator).get(f"rounds/{two_sent.round_id}/totals", limit=500).json()["items"]
    found = {one["unit"]: one for one in rows if one["indicator"] == "QT-01" and not one["cell"]}
    assert {unit: one["amount"] for unit, one in found.items()} == {"ms": 42, "ms-01": 12, "ms-02": 30}
    assert (found["ms"]["whole"], found["ms"]["reported"], found["ms"]["text"]) == (True, 2, "42")


def test_pages_of_totals_cut_nothing_off_and_name_one_unit_alone(two_sent, consolidator, calling) -> None:
    caller, path = calling(consolidator), f"rounds/{two_sent.round_id}/totals"
    whole = caller.get(path, limit=500).json()
    assert whole["next"] is None
    found, cursor = [], ""
    while cursor is not None:
        page = caller.get(path, limit=2, cursor=cursor).json()
        found += page["items"]
        cursor = page["next"]
    assert found == whole["items"]
    one = caller.get(path, unit="ms-02").json()["items"]
    assert one == [row for row in whole["items"] if row["unit"] == "ms-02"]


@pytest.mark.parametrize("cursor", ["x", "1", "~", "-1~", "0~a~b", "99999~", "²~"])
def test_a_cursor_that_no_page_gave_is_refused(two_sent, consolidator, calling, cursor: str) -> None:
    answer = calling(consolidator).get(f"rounds/{two_sent.round_id}/totals", cursor=cursor)
    assert answer.status_code == 422
    assert answer.json()["error"]


def test_totals_are_for_those_who_oversee(two_sent, clerk, calling) -> None:
    assert calling(clerk).get(f"rounds/{two_sent.round_id}/totals").status_code == 404


def test_the_answers_are_as_the_description_says(sent, consolidator, calling) -> None:
    caller = calling(consolidator)
    told = Client().get("/api/v1/openapi.json").json()
    asked = 0
    for path, methods in told["paths"].items():
        assert methods, path
        for method, operation in methods.items():
            assert operation["security"], (method, path)
        if "get" not in methods:
            continue
        plain = path.removeprefix("/api/v1/")
        filled = plain.replace("{pk}", str(sent.round_id if plain.startswith(("rounds/", "rollups/")) else sent.pk))
        answer = caller.get(filled)
        if filled.startswith("documents/"):
            assert answer.status_code == 404
            continue
        shape = methods["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        jsonschema.validate(answer.json(), {**shape, "components": told["components"]})
        asked += 1
    assert asked == 8


@pytest.mark.parametrize("text", ["0", "-1", "99999999999999999999", "x", "1e3", "1.5"])
def test_odd_numbers_do_no_harm(sent, consolidator, calling, text: str) -> None:
    caller = calling(consolidator)
    for path in ("submissions", "rounds", "documents"):
        assert caller.get(f"{path}/{text}").status_code in (404, 422)
        assert caller.get(path, cursor=text).status_code in (200, 422)
        assert caller.get(path, limit=text).status_code == 422


def test_the_character_0_is_left_out_of_words(submission, clerk, calling) -> None:
    caller, path = calling(clerk), f"submissions/{submission.pk}"
    cell = {"place": "value:QT-01/@area", "text": "12", "explanation": "vì\0 sao"}
    caller.send("put", f"{path}/values", {"cells": [cell]})
    caller.send("post", f"{path}/send", {"edition": 1, "note": "ghi\0 chú"})

    assert Value.objects.get().explanation == "vì sao"
    assert submission.revisions.get().note == "ghi chú"
