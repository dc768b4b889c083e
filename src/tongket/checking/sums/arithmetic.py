"""What stands behind every finding that numbers of a report do not make one another: sums, percentages and changes."""

from __future__ import annotations

from tongket.checking.kinds import Case, Kind
from tongket.messages import N_

RATIO_MISMATCH = Kind(
    name="ratio-mismatch",
    title=N_("Percentage does not follow"),
    meaning=N_("A printed percentage or mean is not that of the numbers which the sentence names."),
    example="Toàn xã có 946 hộ, trong đó hộ nghèo 488 hộ, chiếm 55,1%.",
    not_flagged=N_(
        "Rounding to the digits printed ('71%' for 70,7%), qualifiers ('trên 99%'), percentages whose base the report "
        "does not give, targets, two counts under one label ('đoàn viên/hội viên')."
    ),
    severities=("error", "warning", "info"),
    cases={
        "": Case(
            N_("{part}/{whole} is {true_pct}%, the report says {pct}%."),
            N_("Correct the percentage, or check part and whole."),
        ),
        "base": Case(
            N_("{part}/{whole} is {true_pct}%; the {pct}% printed is that of {other_part}/{other_whole} ({other})."),
            N_("Write {true_pct}%, or name the base that was meant ({other})."),
        ),
        "no-whole": Case(
            N_("{part} are {pct}% of no number of people: of {fewer} they are {fewer_pct}%, of {more} {more_pct}%."),
            N_("Correct the number or the percentage."),
        ),
        "mean": Case(
            N_("{part} by {whole} makes {true}; the report says {mean}."),
            N_("Correct the mean, or check both numbers."),
        ),
        "between": Case(
            N_("The whole has {whole}, its parts from {least} to {most}: it cannot be outside of them."),
            N_("Check the rate of the whole and those of its parts."),
        ),
        "cut": Case(
            N_("{part}/{whole} is {true_pct}%; rounded that is {rounded}%, not {pct}%."),
            N_("Write '{rounded}%': digits that are left out round the last one."),
        ),
        "bound": Case(
            N_("'{label}' ({amount}) is named among those '{bound}'."), N_("Check the rate, or leave the name out.")
        ),
        "written": Case(
            N_("The result of {said} is {true}; the report states {total}."),
            N_("Do the calculation again; correct its result, or a number in it."),
        ),
        "over": Case(N_("The part ({part}) is larger than the whole ({whole})."), N_("Check both numbers.")),
    },
)
SUM_MISMATCH = Kind(
    name="sum-mismatch",
    title=N_("Sum does not follow"),
    meaning=N_("The parts that the report lists do not add up to the total that it states."),
    example="Toàn xã có 49 mô hình, gồm: 05 mô hình kinh tế, 20 mô hình văn hóa, 21 mô hình an ninh.",
    not_flagged=N_(
        "'Trong đó' with parts that do not claim to be all; totals and parts with a qualifier that leaves room; "
        "rows of other levels left blank; overlapping groups ('trong đó nữ ...')."
    ),
    severities=("error", "warning", "info"),
    cases={
        "": Case(
            N_("The parts {parts} add up to {sum}; the report states {total}."),
            N_("Correct the total or the parts, or add the part that is missing."),
        ),
        "more": Case(
            N_("The parts {parts} add up to {sum}, more than the whole of {total}."),
            N_("Check the numbers; where the groups overlap, say so."),
        ),
        "written": Case(
            N_("The result of {said} is {true}; the report states {total}."),
            N_("Do the calculation again; correct its result, or a number in it."),
        ),
        "all-and-some": Case(
            N_("'{all}' leaves none, and the sentence tells of some that have not: {left}."),
            N_("Correct the number of all, or that of those which are left."),
        ),
        "named": Case(
            N_("The text announces {total} and names {named}."),
            N_("Name what is missing, or correct the number."),
        ),
        "rows": Case(
            N_("The rows below add up to {sum} ({parts}); '{label}' states {total}."),
            N_("Correct the total or the rows."),
        ),
        "short": Case(
            N_("Only {sum} of {total} are accounted for in the rows below ({label})."),
            N_("Fill in the blank rows, or correct the total."),
        ),
    },
)
CHANGE_MISMATCH = Kind(
    name="change-mismatch",
    title=N_("Increase or decrease does not follow"),
    meaning=N_("A stated increase or decrease is not the difference between the two values that the report gives."),
    example="Có 57 mô hình, tăng 12 mô hình so với năm 2023 (40 mô hình).",
    not_flagged=N_("Changes of which only one value is printed; qualifiers; percentages of growth within rounding."),
    severities=("error", "warning", "info"),
    cases={
        "": Case(
            N_("From {before} to {now} is a change of {true}; the report says {change}."),
            N_("Correct the change, or check both values."),
        ),
        "two-ways": Case(
            N_("'{printed}' falls and rises at once, against the same time."), N_("Check which of the two is right.")
        ),
        "direction": Case(
            N_("From {before} to {now} is {true_way}; the report says {way}."), N_("Correct the word or the values.")
        ),
        "none": Case(
            N_("'{none}': from none there is no percentage of growth; the report says {change}."),
            N_("Give the change as a number."),
        ),
    },
)
KINDS = (RATIO_MISMATCH, SUM_MISMATCH, CHANGE_MISMATCH)
