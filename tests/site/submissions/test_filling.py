"""Cells are saved as they are typed; nothing typed is lost, and nothing unseen is overwritten."""

import pytest

from tongket.exchange.templates.form_sheets import COMPUTED, COUNTED
from tongket.site.people.models import Role
from tongket.site.records.models import Content, Link
from tongket.site.rounds.models import Submission
from tongket.site.rounds.places import ValuePlace
from tongket.site.rounds.sheets import NOT_OF_LEVEL, OTHER_LEVEL
from tongket.site.submissions.models import Value
from tongket.site.submissions.services.closed import LOCKED, why_not_taken
from tongket.site.submissions.services.filling import Typed, save_values

PLACE = ValuePlace("QT-01", "", "area")


def test_a_number_is_taken_as_offices_write_it(fill) -> None:
    (saved,) = fill(**{"QT-01": "1.234"})

    assert (saved.state, saved.version, saved.shown) == ("saved", 1, "1.234")
    assert Value.objects.get().amount == 1234


def test_words_for_nothing_are_statuses_and_no_zeros(fill) -> None:
    fill(**{"QT-01": "không phát sinh", "QT-02": "0", "QT-03": "hơn 560"})

    found = {one.indicator: (one.status, one.amount, one.qualifier) for one in Value.objects.all()}
    assert found == {
        "QT-01": ("none-occurred", None, ""),
        "QT-02": ("reported", 0, ""),
        "QT-03": ("reported", 560, "hơn"),
    }


def test_what_is_no_number_is_kept_as_typed_with_its_mistake(fill) -> None:
    (saved,) = fill(**{"QT-01": "12o"})

    assert (saved.state, saved.shown) == ("invalid", "12o")
    assert Value.objects.get().typed == "12o"
    assert saved.mistake is not None


def test_a_value_that_somebody_else_changed_is_not_overwritten(fill, clerk, submission, acting, commune) -> None:
    from site_makers import make_user

    fill(**{"QT-01": "12"})
    other = acting(make_user("khac", commune, Role.CLERK))
    save_values(other, submission, [Typed(PLACE, "13", 1)])

    (late,) = save_values(acting(clerk), submission, [Typed(PLACE, "14", 1)])

    assert (late.state, late.shown, late.version) == ("conflict", "13", 2)
    assert Value.objects.get().amount == 13


def test_a_saved_value_saved_again_is_no_conflict(fill, clerk, submission, acting) -> None:
    """The answer to the first saving was lost on the line; the page sends it again."""
    fill(**{"QT-01": "12"})

    (again,) = save_values(acting(clerk), submission, [Typed(PLACE, "12", 0)])

    assert again.state == "saved"


def test_a_cell_that_is_not_asked_is_locked(clerk, submission, acting) -> None:
    (saved,) = save_values(acting(clerk), submission, [Typed(ValuePlace("XX-99"), "1")])

    assert saved.state == "locked"
    assert not Value.objects.exists()


def test_a_computed_cell_is_locked(clerk, submission, acting) -> None:
    (saved,) = save_values(acting(clerk), submission, [Typed(ValuePlace("DV-03", "", "area"), "50")])

    assert saved.state == "locked"
    assert saved.mistake is not None
    assert saved.mistake.message("en") == (
        "This cell is computed by the site from other cells, and takes no value of its own. "
        "Correct the cells that it is computed from."
    )


@pytest.mark.parametrize("closed", [COMPUTED, COUNTED, OTHER_LEVEL, NOT_OF_LEVEL, ""])
def test_only_who_was_locked_out_is_told_to_ask_for_the_cell(closed: str) -> None:
    """What a level above fills in, or the site itself, is reopened by nobody."""
    said = why_not_taken(closed).message("en")

    assert said.startswith("This cell is ")
    assert "reopen" not in said
    assert "reopen" in why_not_taken(LOCKED).message("en")


def test_the_count_of_filled_cells_follows(fill, submission) -> None:
    fill(**{"QT-01": "12", "QT-02": "12o"})

    assert Submission.objects.get(pk=submission.pk).filled == 1


def test_every_saving_is_a_link_with_before_and_after(fill, submission) -> None:
    fill(**{"QT-01": "12"})
    fill(**{"QT-01": "15"})

    links = Link.objects.filter(chain=f"submission:{submission.pk}", action="fill")
    assert links.count() == 2
    assert '"after":"15","before":"12"' in Content.objects.order_by("pk").last().data


def test_many_cells_take_as_many_statements_as_one(clerk, submission, acting, django_assert_max_num_queries) -> None:
    cells = [Typed(ValuePlace(f"{code}", "", "area"), "1") for code in ("QT-01", "QT-02", "QT-03", "QT-04", "QT-05")]
    with django_assert_max_num_queries(14):
        save_values(acting(clerk), submission, cells)
