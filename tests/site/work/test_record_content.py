"""What a link of a submission says is read by those alone who may see the submission."""

import pytest

from site_makers import make_user
from tongket.site.people.models import Grant, Role
from tongket.site.records.models import Link
from tongket.site.submissions.said_links import lines_of


@pytest.mark.parametrize(("more", "shown"), [((Role.CLERK, False), False), ((Role.INSPECTOR, True), True)])
def test_another_role_at_ones_own_body_opens_no_submission_below(sent, province, signed_in, more, shown) -> None:
    user = make_user("quantri", province, Role.ADMINISTRATOR, subtree=True)
    role, subtree = more
    Grant.objects.create(user=user, body=province, role=role, subtree=subtree)
    link = Link.objects.filter(chain=f"submission:{sent.pk}", action="fill").first()
    page = signed_in(user).get(f"/record/{link.pk}")

    assert page.status_code == 200
    assert (page.context["told"] != "") == shown


def test_what_a_link_says_stands_in_words_with_its_cells_named(sent, province, signed_in) -> None:
    user = make_user("thanhtra", province, Role.INSPECTOR, subtree=True)
    link = Link.objects.filter(chain=f"submission:{sent.pk}", action="fill").first()
    client = signed_in(user)
    pages = [client.get(f"/record/{link.pk}"), client.get(f"/submissions/{sent.pk}/event?number={link.number}")]

    for page in pages:
        text = page.content.decode()
        words = text.partition("<pre")[0]
        assert "QT-01, Hội nghị quán triệt" in words
        assert "value:QT-01" not in words
        assert "→ <b>12</b>" in words


def test_a_link_names_its_chain_and_its_deed_before_their_codes(sent, province, signed_in) -> None:
    link = Link.objects.filter(chain=f"submission:{sent.pk}", action="send").first()
    text = signed_in(make_user("thanhtra", province, Role.INSPECTOR, subtree=True)).get(f"/record/{link.pk}").content
    assert 'gửi <code class="dim">send</code>' in text.decode()
    assert f'{sent.body.called} <code class="dim">submission:{sent.pk}</code>' in text.decode()


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        ({"due": "2026-11-24", "revision": 1, "sha256": "ab"}, [("20", "1"), ("24/11/2026",)]),
        ({"before": {"name": "A", "pk": 1}, "after": {"name": "B", "pk": 2}}, [("A", "B")]),
        ({"places": [{"place": "", "reason": "Thiếu phụ lục."}]}, [("Thiếu phụ lục.",)]),
        ({"section": "D.1", "before": "", "after": "<p>Vai trò được phát huy.</p>"}, [("Vai trò được phát huy.",)]),
        ({"place": "value:\0", "text": "?"}, [("?",)]),
        ({"snapshot": "ab", "plan": {"bodies": []}}, []),
    ],
)
def test_each_thing_has_its_line_and_hashes_none(told, lines) -> None:
    found = lines_of(told)
    shown = " | ".join(f"{one.before} {one.after} {one.text}" for one in found)

    assert bool(found) == bool(lines)
    assert all(any(word in shown for word in words) for words in lines)
    assert not {"ab", "None"} & {one.text for one in found}
    assert "<p>" not in shown
