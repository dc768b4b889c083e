"""Numbers in addresses and forms that are none, or too long, are not found; nothing fails."""

import pytest

ODD = ("²", "x", "-1", "9" * 30, "9" * 5000)


@pytest.mark.parametrize("odd", ODD)
def test_what_is_no_number_names_nothing(consolidator, province, open_round, signed_in, odd: str) -> None:
    client = signed_in(consolidator)

    assert client.get("/rounds/coverage", {"at": odd}).status_code == 404
    assert client.get("/rounds/new", {"parent": odd}).status_code == 404
    assert client.get("/rounds/new", {"programme": odd}).status_code == 200
    assert client.post(f"/rounds/{open_round.pk}/close", {"edition": odd}).status_code == 302
    assert client.get(f"/rounds/{open_round.pk}/dues", {"one": odd}).status_code == 200
    assert client.post("/people/me/sessions", {"session": odd}).status_code == 302
    open_round.refresh_from_db()
    assert open_round.state == "open"
