"""Small sensitive counts are exact for the body that asked, and hidden from others who may see the round."""

from dataclasses import replace

import pytest

from site_makers import make_user
from tongket.site.people.models import Body, Role
from tongket.site.rollups import privacy
from tongket.site.rollups.live import rolled_up
from tongket.site.rollups.privacy import masked, sees_exact
from tongket.site.rounds.models import Round
from tongket.site.rounds.programmes import programme_of


@pytest.fixture
def ministry(province, programme) -> Body:
    """A body above the province in the tree, which asked for nothing."""
    above = Body.objects.create(code="bo", name="Bộ", kind="bo", unit="vn", level="nation", path="/")
    above.path = f"/{above.pk}/"
    above.save()
    for body in Body.objects.exclude(pk=above.pk):
        body.path = f"/{above.pk}{body.path}"
        body.save()
    return above


def test_only_the_ladder_sees_exact_counts(asked, ministry, consolidator, acting) -> None:
    overseer = acting(make_user("tren", ministry, Role.CONSOLIDATOR, subtree=True))
    assert sees_exact(acting(consolidator), asked)
    assert not sees_exact(overseer, asked)
    above = Round.objects.create(
        name="Đợt của Bộ", programme=asked.programme, body=ministry, period_start=asked.period_start,
        period_end=asked.period_end, due=asked.due, state="open",
    )  # fmt: skip
    asked.parent = above

    assert sees_exact(overseer, asked)


@pytest.mark.parametrize(("amount", "total"), [(2, "<5"), (7, "")])
def test_others_see_less_than_five_and_no_parts(asked, send, commune, monkeypatch, amount, total) -> None:
    send(commune, {"QT-01": amount})
    monkeypatch.setattr(privacy, "is_sensitive", lambda _, code: code == "QT-01")
    found = masked(rolled_up(asked, frozenset({"QT-01"})), programme_of(asked.programme))

    assert found.at("QT-01", "", "ms").refusal == total
    assert found.at("QT-01", "", "ms-01").refusal == "hidden"
    assert found.at("QT-01", "", "ms-01").amount is None


def test_the_page_of_a_sensitive_number_is_closed_to_others(
    asked, send, commune, ministry, signed_in, monkeypatch
) -> None:
    send(commune, {"QT-01": 2})
    client = signed_in(make_user("tren", ministry, Role.CONSOLIDATOR, subtree=True))
    assert client.get(f"/rollups/{asked.pk}/number?indicator=QT-01").status_code == 200
    programme = programme_of(asked.programme)
    secret = replace(programme, indicators=tuple(replace(one, sensitivity="sensitive") for one in programme.indicators))
    for module in ("views", "views_charts", "pivot"):
        monkeypatch.setattr(f"tongket.site.rollups.{module}.programme_of", lambda _: secret)

    assert client.get(f"/rollups/{asked.pk}/number?indicator=QT-01").status_code == 404
    assert client.get(f"/rollups/{asked.pk}/charts?indicator=QT-01").status_code == 404
    assert "&lt;5" in client.get(f"/rollups/{asked.pk}/").content.decode()


@pytest.mark.parametrize("made", [{"numerator": "QT-01", "denominator": "QT-03"}, {"formula": "{QT-01} + {QT-03}"}])
def test_what_is_computed_of_a_sensitive_number_gives_it_away_to_nobody(
    asked, send, commune, ministry, signed_in, monkeypatch, made
) -> None:
    send(commune, {"QT-01": 2, "QT-02": 52, "QT-03": 50})
    programme = programme_of(asked.programme)
    changes = {"QT-01": {"sensitivity": "sensitive"}, "QT-02": made}
    told = tuple(replace(one, **changes.get(one.code, {})) for one in programme.indicators)
    secret = replace(programme, indicators=told)
    for module in ("views", "views_charts", "pivot", "privacy"):
        monkeypatch.setattr(f"tongket.site.rollups.{module}.programme_of", lambda _: secret, raising=False)
    client = signed_in(make_user("tren", ministry, Role.CONSOLIDATOR, subtree=True))

    assert client.get(f"/rollups/{asked.pk}/number?indicator=QT-02").status_code == 404
    found = masked(rolled_up(asked, frozenset({"QT-02"})), secret)
    assert found.at("QT-02", "", "ms").refusal == "hidden"
