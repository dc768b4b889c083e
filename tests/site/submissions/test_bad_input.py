"""What no page of ours sends is refused in words, and harms nothing."""


import pytest

from tongket.site.rounds.places import ValuePlace
from tongket.site.submissions.models import Value
from tongket.site.submissions.services.filling import Typed, save_values

PLACE = ValuePlace("QT-01", "", "area")


def test_a_character_that_postgresql_keeps_nowhere_is_left_out(clerk, submission, acting) -> None:
    (saved,) = save_values(acting(clerk), submission, [Typed(PLACE, "12\0o")])

    assert saved.state == "invalid"
    assert Value.objects.get().typed == "12o"


def test_a_place_that_the_form_does_not_have_is_not_looked_for(clerk, submission, acting) -> None:
    (saved,) = save_values(acting(clerk), submission, [Typed(ValuePlace("QT\0" * 1000), "12")])

    assert saved.state == "locked"


@pytest.mark.parametrize("text", ["9" * 30, "-9223372036854775809", "1e400", "10000000000000001"])
def test_a_number_beyond_all_measure_is_a_mistake(clerk, submission, acting, text) -> None:
    (saved,) = save_values(acting(clerk), submission, [Typed(PLACE, text)])

    assert (saved.state, Value.objects.get().amount) == ("invalid", None)


def test_words_that_are_too_long_are_said_to_be(clerk, submission, acting) -> None:
    (saved,) = save_values(acting(clerk), submission, [Typed(PLACE, "1" * 2001)])

    assert saved.state == "invalid"
    assert "2001" in saved.mistake.message("en")
    assert len(Value.objects.get().typed) == 400
