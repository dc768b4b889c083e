"""An explanation is about one number: it ends with it, and the seal of a revision covers it."""

from __future__ import annotations

import pytest

from tongket.site.rounds.places import ValuePlace
from tongket.site.submissions.models import Observation, StoredFinding, Value
from tongket.site.submissions.services.checking import check_values, explain
from tongket.site.submissions.services.errors import SubmissionError
from tongket.site.submissions.services.filling import Typed, save_values
from tongket.site.submissions.services.sealed import VALUES, open_sealed, seal
from tongket.site.submissions.services.sending import send

WHY = "Gồm 4 hội nghị do cấp huyện tổ chức tại xã."


@pytest.fixture
def explained(clerk, submission, acting, fill):
    """A total that is not the sum of its parts, and why."""
    fill(**{"QT-01": "12", "QT-02": "9", "QT-03": "25"})
    check_values(submission)
    explain(acting(clerk), submission, StoredFinding.objects.get(submission=submission).mark, WHY)
    return submission


def explanation(submission) -> str:
    return Value.objects.get(submission=submission, indicator="QT-03").explanation


def test_another_number_ends_the_explanation(explained, fill, clerk, acting) -> None:
    fill(**{"QT-03": "26"})

    assert explanation(explained) == ""
    assert check_values(explained) == 1
    with pytest.raises(SubmissionError):
        send(acting(clerk), explained, 1)


def test_the_same_number_again_keeps_it(explained, fill) -> None:
    fill(**{"QT-03": "25,0"})

    assert explanation(explained) == WHY
    assert check_values(explained) == 0


def test_going_there_and_back_asks_again(explained, fill) -> None:
    fill(**{"QT-03": "26"})
    fill(**{"QT-03": "25"})

    assert explanation(explained) == ""
    assert check_values(explained) == 1


def test_an_explanation_that_comes_with_the_number_stays(explained, clerk, acting) -> None:
    version = Value.objects.get(submission=explained, indicator="QT-03").version
    told = Typed(ValuePlace("QT-03", "", "area"), "27", version, "Đã rà soát lại với các đoàn thể.")
    save_values(acting(clerk), explained, [told])

    assert explanation(explained) == "Đã rà soát lại với các đoàn thể."


def test_the_hash_of_a_revision_covers_its_explanations(explained, clerk, acting, tmp_path) -> None:
    send(acting(clerk), explained, 1)
    whole, other = tmp_path / "a.tongket", tmp_path / "b.tongket"
    explained.refresh_from_db()
    whole.write_bytes(seal(explained))
    Observation.objects.filter(submission=explained).update(explanation="Lý do khác.")
    other.write_bytes(seal(explained))

    assert {one.explanation for one in open_sealed(whole, whole.name).values} == {"", WHY}
    with pytest.raises(SubmissionError) as refused:
        open_sealed(other, other.name)
    assert refused.value.facts["part"] == VALUES
