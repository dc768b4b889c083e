"""The words of a report: pasted from Word clean, saved against what the writer saw, taken over from the report."""

from __future__ import annotations

import json

import pytest
from test_reading import BODY, HEAD, upload_of

from tongket.site.records.models import Content, Link
from tongket.site.submissions.models import Narrative, Revision
from tongket.site.submissions.services.narrative import clean_html, count_words
from tongket.site.submissions.services.reading import take_report
from tongket.site.submissions.services.sending import send

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {color: red}</style></head>
<body lang=EN-US><!--StartFragment--><h2>I. Kết quả</h2><p class=MsoNormal style='text-indent:36pt'><b>Ưu điểm:</b>
<span style="font-size:14pt">đạt 95% kế hoạch<o:p></o:p></span></p><p class=MsoListParagraph><!--[if !supportLists]-->
<span style='font-family:Symbol'>·<span>&nbsp;&nbsp;</span></span><!--[endif]-->Hạn chế<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><script>alert(1)</script><a href="javascript:x" onclick="y">liên kết</a>
<table border=1><tr><td colspan=2 style="x">Xã</td></tr></table><!--EndFragment--></body></html>"""


def write(client, submission, text: str, version: int, section: str = "A.1"):
    body = json.dumps({"section": section, "html": text, "version": version})
    return client.post(f"/submissions/{submission.pk}/narrative/write", body, content_type="application/json")


def test_a_paste_from_word_comes_clean(clerk, submission, signed_in) -> None:
    answer = signed_in(clerk).post(f"/submissions/{submission.pk}/narrative/clean", WORD, content_type="text/html")
    clean = answer.json()["html"]

    assert "<b>Ưu điểm:</b>" in clean
    assert "- Hạn chế" in clean.replace("\n", " ")
    assert '<td colspan="2">Xã</td>' in clean
    assert not any(word in clean for word in ("Mso", "style", "script", "alert", "href", "onclick", "o:p", "<!--"))
    assert "<p></p>" not in clean


@pytest.mark.parametrize("text", ["", "<p>&nbsp;</p>", "<p><br></p>", "<script>x</script>"])
def test_what_says_nothing_is_empty(text) -> None:
    assert clean_html(text) == ""


def test_words_are_counted_as_word_does() -> None:
    assert count_words("<p>Đạt 95% kế hoạch</p><p>tốt &amp; đủ</p>") == 7


def test_a_section_is_saved_with_its_version_and_in_the_record(clerk, submission, signed_in) -> None:
    client = signed_in(clerk)
    told = write(client, submission, "<p>Thuận <b>lợi</b></p>", 0).json()

    assert (told["version"], told["words"]) == (1, 2)
    assert "<p>Thuận <b>lợi</b></p>" in client.get(f"/submissions/{submission.pk}/narrative").content.decode()
    link = Link.objects.get(action="narrative")
    assert "Thuận" in Content.objects.get(link=link).data


def test_nothing_is_overwritten_that_the_writer_did_not_see(clerk, submission, signed_in) -> None:
    client = signed_in(clerk)
    write(client, submission, "<p>Một</p>", 0)
    answer = write(client, submission, "<p>Hai</p>", 0)

    assert answer.status_code == 409
    assert answer.json()["html"] == "<p>Một</p>"
    assert write(client, submission, "<p>Một</p>", 0).status_code == 200
    assert Narrative.objects.get().html == "<p>Một</p>"


@pytest.mark.parametrize(("section", "text"), [("ZZ", "<p>x</p>"), ("A.1", "x" * 200_001)])
def test_what_cannot_be_taken_says_so(clerk, submission, signed_in, section, text) -> None:
    assert write(signed_in(clerk), submission, text, 0, section).status_code == 422
    assert not Narrative.objects.exists()


def test_what_is_sent_holds_the_words_and_locks_them(clerk, submission, fill, acting, signed_in) -> None:
    client = signed_in(clerk)
    write(client, submission, "<p>Thuận lợi</p>", 0)
    fill(**{"QT-01": "12"})
    send(acting(clerk), submission, 1)

    assert Revision.objects.get().narrative == {"A.1": "<p>Thuận lợi</p>"}
    assert write(client, submission, "<p>Khác</p>", 1).status_code == 422
    assert "contenteditable" not in client.get(f"/submissions/{submission.pk}/narrative").content.decode()


def test_empty_sections_are_taken_from_the_report_with_their_place(clerk, submission, acting, signed_in) -> None:
    text = HEAD + BODY.replace(
        "I. KẾT QUẢ", "I. ĐẶC ĐIỂM TÌNH HÌNH\n1. Thuận lợi\nĐược sự quan tâm.\n2. Khó khăn\nĐịa bàn rộng.\nII. KẾT QUẢ"
    )
    take_report(acting(clerk), upload_of(acting(clerk), submission, text))
    client = signed_in(clerk)
    write(client, submission, "<p>Đã viết</p>", 0)
    client.post(f"/submissions/{submission.pk}/narrative/fill")

    assert Narrative.objects.get(section="A.1").html == "<p>Đã viết</p>"
    taken = Narrative.objects.get(section="A.2")
    assert (taken.html, taken.source) == ("<p>Địa bàn rộng.</p>", "bao-cao.txt")
    assert "Địa bàn rộng." in text[taken.span_start : taken.span_end]


def test_the_page_takes_a_fixed_number_of_statements(
    clerk, submission, signed_in, django_assert_max_num_queries
) -> None:
    client = signed_in(clerk)
    for section in ("A.1", "A.2", "B.1"):
        write(client, submission, "<p>x</p>", 0, section)
    with django_assert_max_num_queries(12):
        client.get(f"/submissions/{submission.pk}/narrative")
