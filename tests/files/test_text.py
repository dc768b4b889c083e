"""Plain text files: decoding, lines, emphasis that converters leave."""

from __future__ import annotations

import pytest

from tongket.errors import ReadError
from tongket.files.text import decode, text_blocks


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param("Báo cáo".encode(), "Báo cáo", id="UTF-8"),
        pytest.param("\ufeffBáo cáo".encode(), "\ufeffBáo cáo", id="a byte order mark stays, so that offsets hold"),
        pytest.param("Báo cáo".encode("utf-16"), "Báo cáo", id="UTF-16 with its mark"),
        pytest.param(("Báo cáo số liệu " * 9).encode("utf-16-le"), "Báo cáo số liệu " * 9, id="UTF-16 without"),
    ],
)
def test_decode(data: bytes, text: str) -> None:
    assert decode(data, file="a.txt") == text


def test_text_in_an_old_encoding_is_refused_with_the_mend() -> None:
    with pytest.raises(ReadError) as caught:
        decode("Uû ban nh©n d©n".encode("latin-1"), file="a.txt")
    assert "a.txt" in caught.value.message("en")


@pytest.mark.parametrize(
    ("line", "clean", "styles"),
    [
        pytest.param("2 * 3 * 4", "2 * 3 * 4", [], id="a star between blanks is no emphasis"),
        pytest.param("* Nguyên nhân", "* Nguyên nhân", [], id="a bullet is no emphasis"),
        pytest.param("*", "*", [], id="the star line of a Party letterhead"),
        pytest.param("- **Khó khăn:** ít", "- Khó khăn: ít", ["bold"], id="bold"),
        pytest.param("*** Nguyên nhân:**", "* Nguyên nhân:", ["bold"], id="a bullet and then bold"),
        pytest.param("“*Vì người nghèo*”", "“Vì người nghèo”", ["italic"], id="italic in quotes"),
        pytest.param("Cấp tỉnh(<i>trích yếu</i>)", "Cấp tỉnh(trích yếu)", ["italic"], id="a tag"),
        pytest.param("**TM. ỦY BAN", "TM. ỦY BAN", ["bold"], id="left open at the end of the line"),
    ],
)
def test_emphasis_is_style_and_not_text(line: str, clean: str, styles: list[str]) -> None:
    (block,) = text_blocks(line)
    kept, at = "", 0
    for mark in block.markup:
        kept, at = kept + line[at : mark.start], mark.end
    assert kept + line[at:] == clean
    assert [styled.style for styled in block.styles] == styles
