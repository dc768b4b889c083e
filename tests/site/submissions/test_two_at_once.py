"""Two tabs, two people, a job beside a person, a line that is cut: nothing is overwritten unseen, nothing is lost."""


from tongket.site.rounds.places import ValuePlace
from tongket.site.submissions.models import Value
from tongket.site.submissions.services.filling import Typed, save_values

PLACE = ValuePlace("QT-01", "", "area")


def test_what_was_saved_already_is_no_conflict_however_it_was_written(fill, clerk, submission, acting) -> None:
    """The answer to the first saving was lost on the line: '1234' was saved, and is shown as '1.234'."""
    fill(**{"QT-01": "1234"})

    (again,) = save_values(acting(clerk), submission, [Typed(PLACE, "1234", 0)])

    assert (again.state, again.shown) == ("saved", "1.234")


def test_another_number_beside_what_was_saved_is_a_conflict(fill, clerk, submission, acting) -> None:
    fill(**{"QT-01": "1234"})

    (again,) = save_values(acting(clerk), submission, [Typed(PLACE, "1235", 0)])

    assert (again.state, Value.objects.get().amount) == ("conflict", 1234)
