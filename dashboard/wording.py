"""Numbers, shares and dates in Norwegian: the pipeline's own words for them, under this name."""

from pipeline.wording import (
    date_slug,
    date_words,
    day_words,
    decimals,
    either,
    month_short,
    percent,
    plural,
    region_slug,
    thousands,
)

__all__ = [
    "date_slug", "date_words", "day_words", "decimals", "either", "month_short", "percent",
    "plural", "region_slug", "thousands",
]  # fmt: skip
