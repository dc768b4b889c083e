"""From what is wrong to where it is said: on a phone the findings stand below the whole form."""

from __future__ import annotations

ERRORS = '<a id="errors" href="#findings"'


def test_a_refused_sending_leads_to_its_findings(clerk, submission, fill, signed_in) -> None:
    fill(**{"QT-01": "12", "QT-02": "9", "QT-03": "30"})
    text = signed_in(clerk).post(f"/submissions/{submission.pk}/send", {"edition": "1"}).content.decode()
    refused = text[text.index('id="refused"') :]
    assert '<a class="btn" href="#findings">' in refused[: refused.index("</div>")]
    assert f"{ERRORS}>" in text, "the count of errors in the foot bar leads there too"
    assert 'id="findings"' in text


def test_a_form_without_errors_shows_no_way_to_them(clerk, submission, fill, signed_in) -> None:
    text = signed_in(clerk).get(f"/submissions/{submission.pk}/").content.decode()
    assert f"{ERRORS} hidden>" in text
    assert 'id="refused"' not in text
