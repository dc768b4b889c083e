"""Search finds what one may see by words of its name, with marks or without."""

import pytest

from site_makers import make_body
from tongket.site.documents.services.registering import Fields, register
from tongket.site.work.finding import found


@pytest.fixture
def searched(submission, consolidator, acting):
    register(
        acting(consolidator), Fields(type="Chỉ thị", symbol="06-CT/TU", date="2021-09-07", subject="tập hợp quần chúng")
    )
    return acting(consolidator)


@pytest.mark.parametrize("words", ["lung ang", "Lũng Ẳng", "LŨNG", "lũng ang"])
def test_a_body_and_its_reports_are_found_with_marks_and_without(searched, words) -> None:
    seen = found(searched, words)

    assert [one.name for one in seen.bodies] == ["UBND xã Lũng Ẳng"]
    assert [one.body.name for one in seen.submissions] == ["UBND xã Lũng Ẳng"]


def test_what_is_typed_with_marks_is_not_found_with_others(searched) -> None:
    assert found(searched, "lùng").nothing


def test_words_of_the_round_and_of_the_body_find_its_report(searched, submission) -> None:
    (one,) = found(searched, f"{submission.round.name.split()[0]} lung ang").submissions

    assert one.pk == submission.pk


def test_a_document_of_the_body_above_is_found_below(searched, clerk, acting) -> None:
    assert [one.symbol for one in found(acting(clerk), "quan chung").documents] == ["06-CT/TU"]


def test_an_indicator_leads_to_its_number_in_the_latest_round(searched, consolidator, signed_in) -> None:
    one = next(one for one in found(searched, "QT-01").indicators if one.code == "QT-01")

    assert signed_in(consolidator).get(one.address).status_code == 200


def test_who_may_see_no_figures_finds_no_indicator(searched, clerk, acting) -> None:
    assert not found(acting(clerk), "QT-01").indicators


def test_the_search_takes_few_statements(searched, province, django_assert_max_num_queries) -> None:
    for number in range(20):
        make_body(f"xa-{number}", f"UBND xã Lũng {number}", province)
    found(searched, "lung")  # the programme is read once
    with django_assert_max_num_queries(9):
        found(searched, "lung")
