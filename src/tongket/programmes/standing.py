"""How an entry stands on a day (tình trạng tại một ngày): what was written down later has not happened yet.

The same rules as the statements that count (``consolidating/counting_statements.py``), for one entry at a time.
"""

from __future__ import annotations

from datetime import date

from tongket.model.entries import Agreement, Entry, Obligation, RegisterItem
from tongket.model.registers import Register

RENEWAL_DAYS = 90  # before its last day an agreement is due for renewal


def standing(entry: Entry, register: Register, day: str) -> str:
    """One of ``programmes.registers.STANDINGS`` for its kind."""
    match entry:
        case RegisterItem():
            return _of_item(entry, register, day)
        case Obligation():
            return _of_obligation(entry, day)
    return str(getattr(entry, "state", ""))


def last_confirmed(item: RegisterItem, day: str) -> int:
    """The last year in which the item was found alive: confirmed, or begun."""
    return max([int(item.on[:4]), *(year for year in item.confirmed if year <= int(day[:4]))])


def year_needed(day: str) -> int:
    """The last year in which an item of a yearly register must have been confirmed: a year not over can wait."""
    return int(day[:4]) - (day[5:] != "12-31")


def _of_item(item: RegisterItem, register: Register, day: str) -> str:
    is_agreement = isinstance(item, Agreement)
    if item.until and item.until < day:
        return "expired" if is_agreement and item.state != "ended" else "ended"
    if item.state == "ended" and not item.until:
        return "ended"
    if item.state == "dormant":
        return "dormant"
    if register.yearly and last_confirmed(item, day) < year_needed(day):
        return "lapsed"
    if is_agreement and item.until and (date.fromisoformat(item.until) - date.fromisoformat(day)).days <= RENEWAL_DAYS:
        return "due-for-renewal"
    return "active"


def _of_obligation(one: Obligation, day: str) -> str:
    if one.state == "transferred":
        return "transferred"
    if one.state != "open" and (not one.answered_on or one.answered_on <= day):
        return one.state
    return "overdue" if one.due and one.due < day else "open"
