"""Text in TCVN3 or VNI letters is refused; Unicode in any form passes."""

from __future__ import annotations

import unicodedata

import pytest

from tongket.errors import ReadError
from tongket.files.old_fonts import refuse_old_fonts
from tongket.files.text import text_blocks
from tongket.model.sources import Source

UNICODE = "Ủy ban nhân dân xã báo cáo kết quả thực hiện; diện tích 12 m², khuân vác, hoà bình, toàn xã. "


def source(text: str) -> Source:
    return Source("a.txt", "", "txt", text, text_blocks(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(UNICODE * 9, id="composed"),
        pytest.param(unicodedata.normalize("NFD", UNICODE) * 9, id="decomposed"),
        pytest.param("The committee reports on its work in the year 2025. " * 9, id="English"),
        pytest.param("12\t13\t14\n" * 50, id="figures alone"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_passes(text: str) -> None:
    refuse_old_fonts(source(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Uû ban nh©n d©n x· b¸o c¸o kÕt qu¶ thùc hiÖn nhiÖm vô n¨m 2025. ", id="TCVN3"),
        pytest.param("Uûy ban nhaân daân xaõ baùo caùo keát quaû thöïc hieän nhieäm vuï naêm 2025. ", id="VNI"),
    ],
)
def test_what_is_refused(text: str) -> None:
    with pytest.raises(ReadError):
        refuse_old_fonts(source(text * 9))
