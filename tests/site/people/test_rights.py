"""A right is a role at a body, and below it where the grant says so."""

from site_makers import make_user
from tongket.site.people.models import Grant, Role
from tongket.site.people.rights import may, seen
from tongket.site.rounds.models import Submission


def test_a_clerk_fills_in_what_is_asked_of_their_own_body(clerk, submission, acting) -> None:
    assert may(acting(clerk), "submission.fill", submission)
    assert not may(acting(clerk), "submission.approve", submission)


def test_the_approver_of_the_body_above_approves(approver, submission, acting) -> None:
    assert may(acting(approver), "submission.approve", submission)
    assert not may(acting(approver), "submission.fill", submission)


def test_who_oversees_the_bodies_below_does_not_send_for_them(approver, consolidator, submission, acting) -> None:
    for user in (approver, consolidator):
        assert may(acting(user), "submission.see", submission)
        assert not may(acting(user), "submission.fill", submission)
        assert not may(acting(user), "submission.send", submission)


def test_a_clerk_of_the_subtree_fills_in_for_the_bodies_below(province, submission, acting) -> None:
    assert may(acting(make_user("cap-tren", province, Role.CLERK, subtree=True)), "submission.fill", submission)


def test_queries_start_from_what_may_be_seen(clerk, consolidator, submission, acting) -> None:
    for user in (clerk, consolidator):
        assert submission in Submission.objects.filter(seen(acting(user), "submission.see", over="reports_to"))


def test_a_lent_grant_ends_with_the_day(clerk, approver, submission, acting, monkeypatch) -> None:
    lender = approver.grants.get()
    Grant.objects.create(
        user=clerk, body=lender.body, role=Role.APPROVER, lent_by=lender, starts="2026-11-16", ends="2026-11-20"
    )
    monkeypatch.setenv("TONGKET_NOW", "2026-11-20T17:00:00+07:00")
    assert {grant.role for grant in clerk.grants.all()} == {"clerk", "approver"}
    assert any(grant.role == "approver" for grant in acting_grants(clerk))
    monkeypatch.setenv("TONGKET_NOW", "2026-11-21T00:10:00+07:00")
    assert not any(grant.role == "approver" for grant in acting_grants(clerk))


def acting_grants(user) -> list[Grant]:
    from tongket.site.people.models import live_grants

    return live_grants(user)
