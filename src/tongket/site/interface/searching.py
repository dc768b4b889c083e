"""Finding rows by words (tìm), in letters of either size; what was typed without marks is found with them, too."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from tongket.vietnamese.unicode import plain

SCANNED = 5_000  # rows that are read to be compared without their marks; in more the words are looked for as typed
MOST_WORDS = 8


def held(rows: QuerySet[Any], words: str, *fields: str) -> QuerySet[Any]:
    """The rows in whose ``fields`` every word occurs: all of them where there is none."""
    wanted = words.split()[:MOST_WORDS]
    if not wanted:
        return rows
    scanned = list(rows.order_by("-pk").values_list("pk", *fields)[: SCANNED + 1])
    if len(scanned) <= SCANNED:
        return rows.filter(pk__in=[pk for pk, *texts in scanned if says(" ".join(texts), wanted)])
    for word in wanted:
        one = Q()
        for form in sorted({word, word.lower(), word.upper(), word.capitalize()}):  # SQLite folds ASCII letters alone
            for name in fields:
                one |= Q(**{f"{name}__icontains": form})
        rows = rows.filter(one)
    return rows


def says(text: str, words: list[str]) -> bool:
    """Whether every word occurs in ``text``; one that was typed without marks also where it has them."""
    bare, small = plain(text), text.lower()
    return all((word.lower() in small) if plain(word) != word.lower() else (plain(word) in bare) for word in words)
