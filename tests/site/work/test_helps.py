"""Every page that is not a step of another has a short help of its own."""

import pytest
from django.urls import NoReverseMatch, reverse
from visits import VISITS

from site_makers import make_user
from tongket.site.people.models import Role
from tongket.site.people.rights import may
from tongket.site.work.helps import HELPS
from tongket.site.work.places import PLACES


@pytest.mark.parametrize("name", HELPS)
def test_each_help_belongs_to_a_page_that_is_there(name) -> None:
    for arguments in ([], [1], [1, 1]):
        try:
            reverse(name, args=arguments)
        except NoReverseMatch:
            continue
        return
    pytest.fail(f"there is no page {name}")


# said in the page itself: nothing is done there but what its heading asks
PLAIN = {"account_logout", "mfa_reauthenticate"}


def test_each_page_that_is_shown_to_who_is_signed_in_has_a_help() -> None:
    shown = {visit.route for visit in VISITS if visit.role and visit.status == 200}

    assert shown - set(HELPS) - PLAIN == set()


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place[0])
def test_each_place_of_the_top_bar_has_a_help(place) -> None:
    assert place[0] in HELPS


@pytest.mark.parametrize("role", Role)
def test_every_place_that_a_post_may_go_to_is_in_the_bar_or_the_menu(province, acting, signed_in, role: Role) -> None:
    user = make_user("ai-do", province, role, subtree=True)
    text = signed_in(user).get("/").content.decode()
    header = text[text.index("<header") : text.index("</header>")]

    open_to = {reverse(route) for route, _name, right in PLACES if may(acting(user), right)}
    assert {address for address in open_to if f'href="{address}"' not in header} == set()


def test_the_help_stands_on_the_page(clerk, submission, signed_in) -> None:
    client = signed_in(clerk)
    client.get("/language/en?next=/")

    assert "Upload the Word report, or type." in client.get(f"/submissions/{submission.pk}/").content.decode()


@pytest.mark.parametrize(
    ("address", "place", "current"),
    [("/", "/", "page"), ("/documents/", "/documents/", "page"), ("/documents/add", "/documents/", "true")],
)
def test_the_top_bar_says_where_one_is(clerk, submission, signed_in, address, place, current) -> None:
    text = signed_in(clerk).get(address).content.decode()
    top = text[text.index('class="topnav"') : text.index('class="tools"')]

    assert top.count("aria-current") == 1
    assert f'href="{place}" aria-current="{current}"' in top
