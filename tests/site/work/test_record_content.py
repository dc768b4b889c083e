"""What a link of a submission says is read by those alone who may see the submission."""

import pytest

from site_makers import make_user
from tongket.site.people.models import Grant, Role
from tongket.site.records.models import Link


@pytest.mark.parametrize(("more", "shown"), [((Role.CLERK, False), False), ((Role.INSPECTOR, True), True)])
def test_another_role_at_ones_own_body_opens_no_submission_below(sent, province, signed_in, more, shown) -> None:
    user = make_user("quantri", province, Role.ADMINISTRATOR, subtree=True)
    role, subtree = more
    Grant.objects.create(user=user, body=province, role=role, subtree=subtree)
    link = Link.objects.filter(chain=f"submission:{sent.pk}", action="fill").first()
    page = signed_in(user).get(f"/record/{link.pk}")

    assert page.status_code == 200
    assert (page.context["told"] != "") == shown
