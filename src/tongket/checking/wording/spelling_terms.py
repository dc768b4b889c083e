"""Words written twice, and words left out of fixed terms (lặp từ, thiếu từ)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from tongket.checking.evidence.finds import finds
from tongket.model.findings import Finding
from tongket.model.places import Span
from tongket.vietnamese.syllables import canonical
from tongket.vietnamese.words import Words, printed


class Running(Protocol):
    """Words that follow each other, as printed and in canonical form."""

    @property
    def start(self) -> int:
        """Where they begin."""

    @property
    def text(self) -> str:
        """All of them, as they stand."""

    @property
    def shown(self) -> Sequence[str]:
        """As printed."""

    @property
    def words(self) -> Sequence[str]:
        """In canonical form."""

    @property
    def pairs(self) -> Sequence[str]:
        """Two by two, in canonical form."""

    @property
    def held(self) -> Sequence[int]:
        """Whether each makes a known word with the one before it; and a last False."""

    def span(self, first: int, last: int) -> Span:
        """The place of words ``first``..``last``, both included."""


# Words that are said twice on purpose: reduplication, names of places.
_TWICE_WORDS = (
    "luôn thường ngày người nhà dần từ mãi lâu xa gần đều vừa khác riêng chung xanh đỏ vàng đời năm tháng đêm sáng "
    "chiều tối ai đâu đó này kia nơi chốn lớp hàng từng ba hai rất nhanh chậm nhẹ lẳng thỉnh chầm mỗi đây sau trước "
    "thật rồi hơn cao thấp nho nhỏ to béo đông tây bắc nam sơn hồ hà chư tà ha ho hoe sâu xưa mới song sinh"
)
_GRAMMAR_WORDS = (
    "của các và được trong để cho với là những tại về theo đã không do nhằm bằng có hoặc cũng đang sẽ khi vào nếu bởi "
    "trên dưới vì như bị đến thì mà qua"
)
_FROM_WHERE = frozenset(("miền", "tỉnh", "huyện", "xã", "thôn", "tháng", "năm", "quý", "ngày", "nguồn"))
_TWICE = frozenset(_TWICE_WORDS.split(" "))
_NEVER_TWICE = frozenset(_GRAMMAR_WORDS.split(" "))


def doubled(text: str, runs: Sequence[Running], lexicon: Words) -> Iterator[Finding]:
    """Words and words of two syllables that stand twice: 'của của', 'công tác công tác', 'Năm năm 2021'.

    Not flagged: reduplication, and a syllable that ends one word and begins the next ('nhân dân dân chủ'), or is a word
    itself beside one that it ends or begins ('xã xã hội hóa').
    """
    for run in runs:
        words = run.words
        if len(set(words)) == len(words):
            continue
        for i in [i for i, word in enumerate(words[:-1]) if word in words[i + 1 : i + _NEXT]]:
            if words[i] == words[i + 1] and words[i] in _THINGS:
                continue
            if words[i] == words[i + 1] and (
                _is_slip(words, run.shown, i, lexicon) or _ends_twice(text, run, i, lexicon)
            ):
                facts = {"here": f"{run.shown[i]} {run.shown[i + 1]}", "right": run.shown[i]}
                yield Finding("spelling", "warning", run.span(i, i + 1), "doubled", facts)
            elif words[i : i + 2] == words[i + 2 : i + 4] and words[i] != words[i + 1]:
                pair = f"{words[i]} {words[i + 1]}"
                twice = pair in lexicon.common or words[i] in _LEADING or _is_no_word(run, i, lexicon)
                if twice and run.shown[i : i + 2] == run.shown[i + 2 : i + 4]:
                    yield _doubled(run, i, 2)
            else:
                size = next((size for size in _PHRASES if _is_said_again(run, i, size)), 0)
                if size:
                    yield _doubled(run, i, size)


def _is_no_word(run: Running, i: int, lexicon: Words) -> bool:
    """Whether words ``i`` and the next, which stand twice in small letters, are none together: 'này và này và quy'.

    Bodies lie within bodies: 'chi cục thuộc cục thuộc bộ'.
    """
    words = run.words[i : i + 2]
    if words[1] == "thuộc" and i and run.pairs[i - 1] in lexicon.known:
        return False
    small = all(map(str.islower, run.shown[i : i + 4])) and min(map(len, words)) > 1
    return small and run.pairs[i] not in lexicon.known and lexicon.all.issuperset(words)


_THINGS = frozenset({"ba", "cào", "chôm", "chuồn", "su"})  # fruits and animals: 'chôm chôm', 'ba ba'
# Words of grammar that lead to what follows: nothing that begins with them is said twice for its sound.
_LEADING = frozenset({"về", "của", "cho", "với", "tại", "theo", "các", "và", "bởi", "thuộc", "đối", "những"})
_PHRASES = (3, 4, 5)  # words of a phrase that is written twice: 'giải bóng đá giải bóng đá'
_NEXT = 1 + max(_PHRASES)  # words behind one among which it stands again


def _is_said_again(run: Running, i: int, size: int) -> bool:
    """Whether the phrase of so many words at ``i`` follows itself; cells of a table begin with capitals."""
    if len(run.words) < i + 2 * size or not run.shown[i + size].islower():
        return False
    return run.words[i : i + size] == run.words[i + size : i + 2 * size] and len(set(run.words[i : i + size])) > 1


def _doubled(run: Running, i: int, size: int) -> Finding:
    facts = {"here": " ".join(run.shown[i : i + 2 * size]), "right": " ".join(run.shown[i : i + size])}
    return Finding("spelling", "warning", run.span(i, i + 2 * size - 1), "doubled", facts)


_YEAR = re.compile(r"[Nn]ăm năm (?=(?:19|20)\d\d(?!\d|\s?[-–]\s?(?:19|20)\d\d|\sđến\s))")


_DAY = re.compile(r"(?<!\w)(ngày ngày|tháng tháng) (?=\d)")
_MONTH = re.compile(r"tháng (?<=[ \d]tháng )(?:0?[1-9]|1[0-2]) (tháng) (?=(?:19|20)\d\d(?!\d))")


def doubled_years(text: str) -> Iterator[Finding]:
    """'Năm năm 2021', where 'năm năm' (five years) is no reduplication but a slip; 'tháng 4 tháng 2014', 'tháng tháng
    4'.
    """
    for match in finds(_MONTH, text):
        here = text[match.start() : match.end() + 4]
        facts = {"here": here, "right": f"{here[:-10]}năm {here[-4:]}"}
        yield Finding("spelling", "warning", Span(match.start(), match.end() + 4), "slip", facts)
    for match in finds(_DAY, text):
        facts = {"here": match[1], "right": match[1].split(" ")[0]}
        yield Finding("spelling", "warning", Span(*match.span(1)), "doubled", facts)
    for match in finds(_YEAR, text):
        facts = {"here": match.group().strip(), "right": match.group()[:3]}
        yield Finding("spelling", "warning", Span(match.start(), match.end() - 1), "doubled", facts)


def _is_slip(words: Sequence[str], shown: Sequence[str], i: int, lexicon: Words) -> bool:
    word = words[i]
    if word in _NEVER_TWICE:  # but where one ends a word and the other begins one
        ends = i > 0 and f"{words[i - 1]} {word}" in lexicon.known
        return not (ends and (i + 2 == len(words) or f"{word} {words[i + 2]}" in lexicon.known))
    if word == "luật" and shown[i] == shown[i + 1] == "Luật":
        return i + 2 < len(words) and shown[i + 2][:1].isupper()
    if word == "từ":  # slowly, but for 'từ từ miền xuôi'
        return i + 2 < len(words) and words[i + 2] in _FROM_WHERE
    if word == "số" and shown[i + 1] == "Số" and i + 2 == len(words):  # before a number: 'công văn số Số: 15'
        return True
    if words[i : i + 3] == [word] * 3:
        return True  # 'luôn luôn luôn'
    if word in _PARTICLES:  # 'nâng lên lên', but 'đứng lên lên án'
        return i + 2 >= len(words) or f"{word} {words[i + 2]}" not in lexicon.known
    if word == "người" and i and i + 2 < len(words) and words[i - 1] in _OF_PEOPLE:
        return f"{word} {words[i + 2]}" in lexicon.common  # 'phát cho người người nghèo'
    ends = i > 0 and f"{words[i - 1]} {word}" in lexicon.known
    if word not in _TWICE and not ends and shown[i + 1].islower() and _begins_term(words, i + 1, lexicon):
        return True  # 'các mạnh mạnh thường quân'
    if word in _TWICE and word in _BEGINS and i + 2 < len(words):
        return f"{word} {words[i + 2]}" in lexicon.common  # 'thường thường xuyên'
    if _ends_a_common_word_twice(words, shown, i, lexicon):
        return True
    if word in _TWICE or len(word) < 2 or shown[i + 1][:1].isupper() or shown[i].isupper():
        return False
    if word not in lexicon.firsts and word not in lexicon.seconds:
        return False
    before = i > 0 and f"{words[i - 1]} {word}" in lexicon.known
    after = i + 2 < len(words) and f"{word} {words[i + 2]}" in lexicon.known
    if _goes_on_in_term(words, i, lexicon):
        return True
    if after and before:
        return _is_needed_once(words, i, lexicon)
    if after:
        return _begins_twice(words, i, lexicon)
    if word in _UNITS and (not i or words[i - 1] in _THOUSANDS):
        return i + 2 < len(words)  # '12 tỷ đồng đồng từ quỹ'
    if before and i + 2 < len(words) and f"{words[i - 1]} {word}" in lexicon.common:
        if words[i + 2] in _HOW:
            return True  # 'triển khai khai tốt'
        goes_on = f"{words[i + 2]} {' '.join(words[i + 3 : i + 4])}" in lexicon.common
        ends = word in _ENDING and (goes_on or words[i + 2] in lexicon.grammar)
        closes = word in _ENDING_A_CLAUSE and words[i + 2] in lexicon.grammar - {"của"}  # 'làm việc việc của mình'
        return ends or closes or not _is_free(word, lexicon)
    return not before or not (_is_free(word, lexicon) or word in _SAYS)  # 'trực tiếp tiếp 12 kỳ'


def _ends_a_common_word_twice(words: Sequence[str], shown: Sequence[str], i: int, lexicon: Words) -> bool:
    """Whether the end of a common word stands twice in a sentence that goes on with another word: 'thường xuyên xuyên
    tuần tra', 'phiền hà hà giảm'. What says something of the word, or names what follows, may stand so.
    """
    word = words[i]
    if not i or i + 2 >= len(words) or f"{words[i - 1]} {word}" not in lexicon.common:
        return False
    if f"{word} {words[i + 2]}" in lexicon.known or not all(map(str.islower, shown[i : i + 3])):
        return False
    return word not in _SAYS and word not in _NOUNS_BEFORE and (word not in _TWICE or word in _OF_NAMES)


_OF_NAMES = frozenset({"hà", "sơn", "hồ", "sinh", "nam", "bắc"})  # twice only in names of places, with capitals


def _is_free(word: str, lexicon: Words) -> bool:
    """Whether ``word`` stands alone in any company."""
    return word in lexicon.alone and word not in lexicon.halves


def _is_needed_once(words: Sequence[str], i: int, lexicon: Words) -> bool:
    """Whether of two words that the doubled syllable makes with its neighbours one is none here: 'đảm bảo an an ninh',
    where 'bảo an' is no word, 'trường hợp hợp quy định', where 'hợp quy' is none.
    """
    word = words[i]
    first, second = f"{words[i - 1]} {word}", f"{word} {words[i + 2]}"
    own = f"{words[i + 2]} {' '.join(words[i + 3 : i + 4])}"
    if words[i - 1] in lexicon.grammar and second in lexicon.common and not _is_free(word, lexicon):
        return True  # 'theo quy quy định'
    ends = own in lexicon.common or words[i + 2] in _LEADING
    if first in lexicon.common and second not in lexicon.common and ends:
        return True  # 'đặt trụ sở sở tại thành phố'
    if first in lexicon.common or second not in lexicon.common or _is_free(word, lexicon):
        return False
    return words[i - 1] in lexicon.alone or (i > 1 and f"{words[i - 2]} {words[i - 1]}" in lexicon.common)


def _begins_twice(words: Sequence[str], i: int, lexicon: Words) -> bool:
    """Whether a syllable that begins a word stands before it once more: 'kiểm tra kinh kinh phí', 'cho báo báo chí'.

    A noun may stand before a word that begins as it does: 'các xã xã hội hóa'.
    """
    word = words[i]
    own = f"{words[i + 2]} {' '.join(words[i + 3 : i + 4])}"  # 'thiếu thiếu hiểu biết': the next word is another
    whole = f"{word} {words[i + 2]}"
    common = whole in lexicon.common
    told = not i or common or _ends_a_word(words, i, lexicon) or words[i - 1] in lexicon.alone
    if (not _is_free(word, lexicon) and told) or whole in _SAID_IN_FULL:
        return True
    if _is_free(word, lexicon) and common and word not in _NOUNS_BEFORE:
        return True
    weak = own in lexicon.known and not common
    return weak or (not _is_free(word, lexicon) and len(lexicon.seconds.get(word, ())) <= _FEW)


def _goes_on_in_term(words: Sequence[str], i: int, lexicon: Words) -> bool:
    """Whether what stands around the syllable that is written twice is a fixed term with it once: 'bình quân quân đầu
    người', 'phản biện xã xã hội'.
    """
    behind = words[i + 2] if i + 2 < len(words) else ""
    if behind in lexicon.gaps_behind.get(f"{words[i - 1]} {words[i]}" if i else "", _NONE):
        return True
    before = lexicon.gaps_behind.get(f"{words[i - 2]} {words[i - 1]}" if i > 1 else "", _NONE)
    ends = f"{words[i - 1]} {words[i]}" in lexicon.common  # 'thu hút đầu tư tư nhân'
    return words[i] in before and not ends and f"{words[i]} {behind}" in lexicon.common


def _begins_term(words: Sequence[str], i: int, lexicon: Words) -> bool:
    """Whether the three syllables from ``i`` on stand in a fixed term."""
    return i + 2 < len(words) and words[i + 2] in lexicon.gaps_behind.get(f"{words[i]} {words[i + 1]}", ())


def _ends_a_word(words: Sequence[str], i: int, lexicon: Words) -> bool:
    """Whether what stands before word ``i`` is told without it: a word of grammar, or the end of a known word."""
    return words[i - 1] in lexicon.grammar or (i > 1 and f"{words[i - 2]} {words[i - 1]}" in lexicon.known)


def _ends_twice(text: str, run: Running, i: int, lexicon: Words) -> bool:
    """Whether the end of a common word stands twice before a mark, with nothing behind that the second could begin:
    'hội viên nông dân dân;', 'thường xuyên xuyên,'. What says something of the word may stand so ('do thư ký ký;').
    """
    word = run.words[i]
    if i + 2 != len(run.words) or not i or word in _SAYS or word in _TWICE:
        return False
    if not all(map(str.islower, run.shown[i - 1 :])):
        return False
    end = run.span(i, i + 1).end
    return run.pairs[i - 1] in lexicon.common and text[end : end + 1] in _MARKS


_MARKS = frozenset(",.;)")
# Verbs and adjectives of one syllable, which are also ends of words.
_SAYING_WORDS = (
    "ký họp học làm dạy sống bán mua nuôi trồng xây sửa chữa thi đi về đến ăn ở nói viết đọc hỏi đáp trả vay gửi "
    "nhận giao cấp phát thu chi quản giữ bảo vệ khám chăm giúp đỡ góp tặng bầu cử chọn tốt đẹp giỏi khá yếu kém "
    "thấp sạch mạnh bền chắc khỏe lớn nhỏ nhiều ít đủ thiếu khó dễ cũ tăng giảm mất còn có hết xong rồi đạt vượt "
    "ra vào lên xuống lại chạy chơi tiếp hát múa đánh bắt giết xử phạt nộp đóng mở kết dựng lập soạn in ấn hành dùng "
    "chết ốm đau bệnh nghèo giàu sinh mất tra"
)
_SAYS = frozenset(map(canonical, _SAYING_WORDS.split(" ")))
_PARTICLES = frozenset({"lên", "xuống"})
_BEGINS = frozenset({"thường", "hàng", "riêng", "hơn", "trước", "sâu", "cao"})  # words of reports; twice rarely said
_HOW = frozenset(
    {
        "tốt",
        "đều",
        "cũng",
        "nhằm",
        "được",
        "đã",
        "chưa",
        "đúng",
        "nhanh",
        "sớm",
        "kịp",
        "đầy",
        "nghiêm",
        "đồng",
        "có",
        "các",
        "những",
        "để",
        "và",
    }
)
_OF_PEOPLE = frozenset({"cho", "của", "với", "các", "những", "số", "nhiều", "là"})
# Nouns that end a common word and can be no verb behind it: 'thời điểm điểm xây dựng', 'trên địa bàn bàn tỉnh'.
_ENDING_WORDS = "điểm bàn hộ khoản tháng vốn huyện tỉnh xã thôn viên dân lực sản quả bản vụ sở"
_ENDING = frozenset(_ENDING_WORDS.split(" "))
_ENDING_A_CLAUSE = frozenset({"việc", "báo", "luật", "năm", "nước", "đảng", "đường", "nhà", "trường", "tiền"})
# What an office never says of the first syllable alone: 'trên 97% đảng đảng viên'.
_SAID_IN_FULL = frozenset({"đảng viên", "huyện ủy", "tỉnh ủy", "đảng ủy", "đoàn viên", "nhà nước", "năm học"})
_UNITS = frozenset({"đồng", "triệu", "tỉ", "tấn", "ha", "km", "kg"})
_THOUSANDS = frozenset({"nghìn", "ngàn", "triệu", "tỉ"})
_BEFORE_WORDS = (
    "xã dân đoàn đội hội ban tổ nhà cấp bộ tỉnh huyện thôn người nước đất cây hộ vốn giá phí quĩ chợ đường trường lớp "
    "bệnh thuốc hàng tiền kho quân đảng điểm vụ năm ngày tháng sông núi rừng biển việc con bên số khu khối đơn đài "
    "phòng báo sách tờ chữ chức luật hội họ bài bản trại ca tàu xe đồng ruộng vườn"
)
_NOUNS_BEFORE = frozenset(_BEFORE_WORDS.split(" "))
_FEW = 2  # words that a syllable begins, up to which it hardly stands alone


def shortened(runs: Sequence[Running], lexicon: Words) -> Iterator[Finding]:
    """Fixed terms of four syllables and more that lack one: 'Ủy ban nhân tỉnh', 'Ban công Mặt trận'."""
    sizes_of, terms = lexicon.term_sizes, lexicon.terms.keys()
    for run in runs:
        if sizes_of.keys().isdisjoint(run.pairs):
            continue
        words, end = run.words, 0
        for i in [i for i, pair in enumerate(run.pairs) if pair in sizes_of]:
            sizes = sizes_of[run.pairs[i]]
            if not terms.isdisjoint([" ".join(words[i : i + size]) for size in sizes]):
                for one in _shortened_at(run, i, sizes, lexicon):
                    if isinstance(one.place, Span) and one.place.start >= end:
                        end = one.place.end  # the term that begins within it lacks the same word
                        yield one


def _shortened_at(run: Running, i: int, sizes: Sequence[int], lexicon: Words) -> Iterator[Finding]:
    words = run.words
    for size in sizes:
        right = lexicon.terms.get(" ".join(words[i : i + size]))
        if right and _is_left_out(right, words, i, size, lexicon):
            here = " ".join(run.shown[i : i + size])
            shown = right[0].upper() + right[1:] if here[:1].isupper() else right
            facts = {"here": here, "right": shown}
            yield Finding("spelling", "warning", run.span(i, i + size - 1), "left-out", facts)
            return


_WHOLE = 3  # words of a term that lacks one, from which any of them without its other half tells it
_NONE: frozenset[str] = frozenset()
# Of the words that stand alone, those that in fixed terms hardly do.
_LEANING = frozenset({"nhân", "công", "báo", "quan"})
_HARDLY_ALONE = frozenset({"hòa"})  # but in matches: 'hai đội hòa'


def _is_left_out(right: str, words: Sequence[str], i: int, size: int, lexicon: Words) -> bool:
    """Whether the words make no sense as they stand: a syllable that needs another is left without it."""
    if i + size > len(words):
        return False
    part = words[i : i + size]
    if right.startswith(printed(" ".join(part))):
        rest = right.split(" ")[size:]
        behind = printed(words[i + size]) if i + size < len(words) else ""
        if not behind or behind in rest or behind.lower().startswith(rest[0]):
            return False  # the line or the cell ends here, or the term goes on, be it run into the next ('NAMĐộc lập')
    around = [*words[max(0, i - 1) : i], *part, *words[i + size : i + size + 1]]
    half = lexicon.torn.get(" ".join(part))
    if half is not None:
        at = half + min(i, 1)
        return not any(" ".join(around[low : low + 2]) in lexicon.known for low in (at - 1, at) if low >= 0)
    first = min(i, 1)
    for at in range(first, first + size):
        word = around[at]
        leans = word in _LEANING and (at > first or word != "công")
        half = word in lexicon.halves and lexicon.company.get(word, _NONE).isdisjoint(around[max(0, at - 1) : at + 2])
        free = word in lexicon.alone and not leans and not half and word not in _HARDLY_ALONE
        if word in lexicon.grammar or free or (size < _WHOLE and not half):
            continue
        words_known = lexicon.common if leans else lexicon.known
        before = at > 0 and f"{around[at - 1]} {word}" in words_known
        after = at + 1 < len(around) and f"{word} {around[at + 1]}" in words_known
        if not before and not after:
            return True
    return False
