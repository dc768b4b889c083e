"""Why a cell takes no value, in one clear sentence and what to do instead."""

from __future__ import annotations

from tongket.exchange.templates.form_sheets import COMPUTED, COUNTED
from tongket.messages import N_
from tongket.model.mistakes import Mistake
from tongket.site.rounds.sheets import NOT_OF_LEVEL, OTHER_LEVEL

ASK = N_("Ask the body that you report to to return it or to reopen it.")
LOCKED = N_("This cell is locked: the report was sent.")
NOT_RETURNED = N_("This cell was not returned.")
_NOT_ASKED = Mistake(N_("This cell is not asked of you."), N_("Leave it out."))
# by the word that stands in the cell, or the sentence above
_WHY = {
    COMPUTED: Mistake(
        N_("This cell is computed by the site from other cells, and takes no value of its own."),
        N_("Correct the cells that it is computed from."),
    ),
    COUNTED: Mistake(
        N_("This cell is counted by the site from the register, and takes no value of its own."),
        N_("Correct the entries of the register."),
    ),
    OTHER_LEVEL: Mistake(N_("This cell is filled in by a level above yours."), N_("Leave it out.")),
    NOT_OF_LEVEL: Mistake(N_("This cell is not asked of bodies of your level."), N_("Leave it out.")),
    LOCKED: Mistake(LOCKED, ASK),
    NOT_RETURNED: Mistake(NOT_RETURNED, ASK),
}


def why_not_taken(closed: str) -> Mistake:
    """What is said to who writes into a cell that is ``closed`` for that reason; "" is a cell that no form has."""
    return _WHY.get(closed, _NOT_ASKED)
