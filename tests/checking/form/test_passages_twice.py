"""Passages that stand twice in one text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from report_texts import HEAD, TAIL, TITLE, read_text

from counted_work import calls_of
from tongket.checking.form.passages_twice import check_passages_twice
from tongket.model.findings import Finding

FindingsOf = Callable[[str, str], list[tuple[str, str]]]

PASSAGE = (
    "Ban Chỉ đạo đã tổ chức 12 đợt kiểm tra tại các thôn, qua đó nhắc nhở 34 hộ để vật liệu lấn ra lòng đường, vận"
    " động bà con tự tháo dỡ mái che, mái vẩy; phối hợp với Đoàn Thanh niên dọn vệ sinh, trồng hoa dọc hai bên đường"
    " liên thôn, lắp thêm 18 bóng đèn chiếu sáng ở các ngã ba, ngã tư. Nhân dân đồng tình, tự nguyện góp công, góp"
    " của để làm đẹp đường làng."
)
BETWEEN = "\n\n2. Công tác khác\n\nCông tác tuyên truyền được đẩy mạnh.\n\n3. Đánh giá\n\n"


def _found(body: str) -> list[Finding]:
    return list(check_passages_twice(read_text(HEAD + TITLE + "1. Trật tự đường phố\n\n" + body + TAIL)))


def test_passage_copied_to_another_section(findings_of: FindingsOf) -> None:
    [(case, words)] = findings_of(f"1. Trật tự đường phố\n\n{PASSAGE}{BETWEEN}{PASSAGE}", "layout")

    assert (case, words) == ("twice", PASSAGE.rstrip("."))


def test_passage_copied_with_a_few_words_changed() -> None:
    changed = PASSAGE.replace("dọn vệ sinh, trồng hoa", "quét dọn, trồng hoa và cây bóng mát")

    [found] = _found(PASSAGE + BETWEEN + changed)

    assert (found.case, found.severity) == ("twice", "info")


@pytest.mark.parametrize(
    ("there", "here"),
    [pytest.param("34", "43", id="a number"), pytest.param("Thanh niên", "Phụ nữ", id="a name")],
)
def test_passage_of_which_the_copy_says_another_thing(there: str, here: str) -> None:
    [found] = _found(PASSAGE + BETWEEN + PASSAGE.replace(there, here))

    assert (found.case, found.severity) == ("twice-otherwise", "warning")
    assert there.split()[0] in found.facts["there"]
    assert here.split()[0] in found.facts["here"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(PASSAGE, id="told once"),
        pytest.param(PASSAGE[:120] + BETWEEN + PASSAGE[:120], id="a sentence of some words"),
        pytest.param(
            PASSAGE
            + BETWEEN
            + PASSAGE.replace("12", "5").replace("34", "8").replace("18", "7").replace("liên thôn", "xóm"),
            id="two things told in one pattern",
        ),
        pytest.param(
            f"Triển khai cuộc vận động “{PASSAGE.rstrip('.')}” tới các thôn."
            f"{BETWEEN}Cuộc vận động “{PASSAGE.rstrip('.')}” lan rộng.",
            id="a name that is quoted",
        ),
    ],
)
def test_passages_that_are_no_copies(body: str) -> None:
    assert _found(body) == []


def test_provisions_say_the_same_of_one_case_after_the_other() -> None:
    articles = "".join(f"Điều {n}. Trường hợp thứ {n}\n\n{PASSAGE}\n\n" for n in range(1, 8))

    assert list(check_passages_twice(read_text(HEAD + "QUY ĐỊNH\nVề trật tự đường phố\n\n" + articles + TAIL))) == []


def test_work_grows_with_the_text() -> None:
    few, many = (read_text(HEAD + TITLE + (PASSAGE + " ") * times + TAIL) for times in (20, 80))

    assert calls_of(lambda: list(check_passages_twice(many))) < 5 * calls_of(lambda: list(check_passages_twice(few)))
