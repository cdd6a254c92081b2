"""Numbers, shares and dates in Norwegian: the pipeline's own words for them, under this name."""

from pipeline.wording import (
    ago_words,
    date_slug,
    date_words,
    day_words,
    decimals,
    either,
    month_short,
    percent,
    plural,
    region_slug,
    some,
    thousands,
    time_words,
)

__all__ = [
    "ago_words", "date_slug", "date_words", "day_words", "decimals", "either", "month_short",
    "percent", "plural", "region_slug", "some", "thousands", "time_words",
]  # fmt: skip
