"""Pages on which nothing stands yet say so, and lead on; a page that failed looks like the rest."""

from __future__ import annotations

from django.test import RequestFactory

from site_makers import make_user
from tongket.site.interface.views import failed
from tongket.site.people.models import Role


def test_coverage_before_the_first_round_leads_to_the_rounds(consolidator, signed_in) -> None:
    text = signed_in(consolidator).get("/rounds/coverage").content.decode()
    assert 'class="empty"' in text
    assert '<a class="btn" href="/rounds/">' in text


def test_nobody_to_invite_leads_to_a_body_that_is_added(province, signed_in) -> None:
    client = signed_in(make_user("quantri", province, Role.ADMINISTRATOR, subtree=True))
    text = client.get("/people/bodies/invite").content.decode()
    assert f'href="/people/bodies/{province.pk}/add"' in text
    assert 'value="xlsx"' not in text


def test_a_body_without_a_user_is_offered_links(province, commune, signed_in) -> None:
    client = signed_in(make_user("quantri", province, Role.ADMINISTRATOR, subtree=True))
    assert 'value="xlsx"' in client.get("/people/bodies/invite").content.decode()


def test_a_page_that_failed_wears_the_dress_of_the_others(rf: RequestFactory) -> None:
    text = failed(rf.get("/")).content.decode()
    assert "href='/static/tongket/tongket.css'" in text
    assert "<h1>Lỗi của chương trình</h1>" in text
