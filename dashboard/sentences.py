"""Sentences that several pages say alike, from plain counts."""

from datetime import date

from dashboard import texts
from dashboard.wording import date_words, thousands


def adopted(
    count: int,
    municipalities: int,
    is_mostly_unknown: bool,
    region: str | None,
    adopted_means: str,
    solution_name: str,
    as_of: date,
) -> str:
    """How many have adopted, on which date: "272 av 357 kommuner har tatt i bruk …".

    adopted_means: the stage that the solution counts as adopted. With more unknown than known, the
    count is the least it can be, and the sentence says so.
    """
    sentence = texts.ADOPTED.format(
        count=thousands(count),
        municipalities=thousands(municipalities),
        place=texts.IN_PLACE.format(place=region) if region else "",
        done=texts.ADOPTED_DONE[adopted_means],
        solution=solution_name,
        date=date_words(as_of),
    )
    return texts.ADOPTED_AT_LEAST.format(sentence=sentence) if is_mostly_unknown else sentence


def ambition(count: int, by: date, as_of: date) -> str:
    """What the ambition is, or was when its day has passed."""
    return texts.AMBITION[by < as_of].format(count=thousands(count), by=by_words(by))


def by_words(by: date) -> str:
    """The day of an ambition: "utgangen av 2023", else its month or day."""
    if (by.month, by.day) == (12, 31):
        return texts.END_OF_YEAR.format(year=by.year)
    return date_words(by)


def against_ambition(count: int, unknown: int, adopted_means: str, goal: int) -> str:
    """How far it is to the ambition, where that can be said; empty where the unknown decide it."""
    if adopted_means != "in_use":
        return texts.AMBITION_OTHERWISE.format(now=texts.COUNTED_AS[adopted_means])
    least, most = count - goal, count - goal + unknown
    if least == most == 0:
        return texts.AMBITION_EQUAL
    if least <= 0 <= most:
        return ""
    form = texts.AMBITION_MORE if least > 0 else texts.AMBITION_SHORT
    told = thousands(least if least > 0 else -most)
    return form.format(count=texts.AT_LEAST_COUNT.format(count=told) if unknown else told)
