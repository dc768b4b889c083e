"""The checks of this family, in the order in which they have the word."""

from __future__ import annotations

from tongket.checking.kinds import Check
from tongket.checking.wording import (
    abbreviations,
    campaigns,
    names,
    spelling,
)

CHECKS: tuple[Check, ...] = (
    abbreviations.check_abbreviations,
    abbreviations.check_orthography,
    names.check_names,
    spelling.check_spelling,
    campaigns.check_names_of_campaigns,
    campaigns.check_campaigns_renamed,
    campaigns.check_names_quoted_twice,
)
