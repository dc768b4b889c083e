"""Which indicator of the programme ct-06-tu a statement of the generator answers."""

from __future__ import annotations

PLAIN = {
    "sessions": "QT-03",
    "attendances": "QT-04",
    "broadcasts": "QT-05",
    "documents": "VB-01",
    "inspections": "KT-01",
    "inspected": "KT-02",
    "faults": "KT-03",
    "fixed": "KT-04",
    "rules": "PH-01",
    "recognised": "MH-02",
    "members": "DV-01",
    "eligible": "DV-02",
    "rate": "DV-03",
    "admitted": "DV-04",
    "branches": "DV-05",
    "introduced": "DG-01",
    "admitted_party": "DG-02",
    "clubs": "LH-01",
    "models": "MH-01",
    "festivals": "NH-01",
    "hamlets": "NH-02",
    "gatherings": "UT-01",
    "prestige": "UT-02",
    "visits": "TG-01",
    "voter_meetings": "CT-01",
    "voters": "CT-02",
    "voter_opinions": "CT-03",
    "voter_answered": "CT-04",
    "dialogues": "DT-01",
    "supervisions": "GS-01",
    "criticisms": "GS-02",
    "classes": "TH-01",
    "trained": "TH-02",
    "budget": "KP-01",
    "loans": "VV-01",
    "borrowers": "VV-02",
    "cooperatives": "TX-01",
    "fund": "QN-01",
    "houses": "QN-02",
    "rewarded_groups": "TD-01",
    "rewarded_people": "TD-02",
}
BY_CELL = {("sessions", "rieng"): "QT-01", ("sessions", "long-ghep"): "QT-02"}
DIMENSIONED = frozenset({"members", "eligible", "rate", "admitted", "branches"})


def indicator_of(statement: str, cell: str) -> tuple[str, str] | None:
    """(code, cell) of the programme, or None where it does not ask for this."""
    if (statement, cell) in BY_CELL:
        return BY_CELL[statement, cell], ""
    if statement not in PLAIN or (cell and statement not in DIMENSIONED):
        return None
    return PLAIN[statement], cell
