"""Links and seals: nothing that a link says is changed unseen, and every head is sealed, whenever it was committed."""

import datetime as dt
import json

import pytest
from django.db import transaction

from tongket.site.records.models import Head, Link, Seal
from tongket.site.records.services import record, seal
from tongket.site.records.verifying import verify


@pytest.mark.parametrize("harm", [{"post": "Quản trị, UBND tỉnh Mẫu Sơn"}, {"actor": 99}])
def test_by_whom_and_in_which_post_is_part_of_the_link(sent, harm) -> None:
    Link.objects.filter(number=1).update(**harm)

    assert any("link itself" in one.what for one in verify().breaks)


def test_a_chain_is_not_passed_off_as_another(sent) -> None:
    for table in (Link, Head):
        table.objects.filter(chain=f"submission:{sent.pk}").update(chain="submission:99")

    assert any("link itself" in one.what for one in verify().breaks)


def test_a_link_that_was_committed_after_a_later_seal_is_sealed_by_the_next(db, monkeypatch) -> None:
    with transaction.atomic():
        record("round:1", "fill", None, {})
    monkeypatch.setenv("TONGKET_NOW", "2026-11-18T09:01:00+07:00")
    seal()
    monkeypatch.setenv("TONGKET_NOW", "2026-11-18T09:00:58+07:00")  # written before that seal
    with transaction.atomic():
        record("round:2", "fill", None, {})
    monkeypatch.setenv("TONGKET_NOW", "2026-11-18T09:02:00+07:00")

    late = seal()

    assert late is not None
    assert [one[0] for one in json.loads(late.covered)] == ["round:2"]
    assert seal() is None
    assert verify().breaks == []


def test_what_changed_since_is_sealed_once(db, monkeypatch) -> None:
    for minute in range(8):
        monkeypatch.setenv("TONGKET_NOW", f"2026-11-18T09:{minute:02}:00+07:00")
        with transaction.atomic():
            record("round:1", "fill", None, {"minute": minute})
        seal()
    monkeypatch.setenv("TONGKET_NOW", "2026-11-18T09:30:00+07:00")

    assert seal() is None
    assert Seal.objects.count() == 8
    assert Seal.objects.latest("number").moment - Seal.objects.earliest("number").moment == dt.timedelta(minutes=7)
