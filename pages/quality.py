"""Datakvalitet: every file and what became of its rows, and everything that is in doubt."""

from collections.abc import Sequence

import streamlit as st

from dashboard import markup, quality, texts
from dashboard.data import ask
from dashboard.markup import Cell
from dashboard.rows import (
    Contradiction,
    ControlTotal,
    Decision,
    PublishedStages,
    Recomputed,
    RejectedRow,
    Review,
    SideBySide,
    SourceFile,
)  # fmt: skip

files = ask(SourceFile, "source_files")
totals = ask(ControlTotal, "control_totals")


def show_part(
    title: str,
    intro: str | None,
    headings: Sequence[str],
    rows: list[list[Cell]],
    none: str,
    style: str = "",
) -> None:
    """A heading with a table, or a sentence when there is nothing to list."""
    st.html(markup.heading(title, intro))
    st.html(markup.table(title, headings, rows, style) if rows else markup.note(none))


sentence = quality.headline(files, totals)
st.html(markup.headline(texts.PAGES["quality"], sentence, [texts.QUALITY_INTRO]))
if beside := quality.side_by_side_sentences(ask(SideBySide, "side_by_side")):
    st.html(markup.heading(texts.SIDE_BY_SIDE))
    st.html(markup.bullets(beside))
show_part(
    texts.REVIEWS,
    texts.REVIEWS_INTRO,
    texts.REVIEWS_HEADINGS,
    quality.review_rows(ask(Review, "reviews")),
    texts.REVIEWS_NONE,
    "u-reviews",
)
show_part(
    texts.DECISIONS,
    texts.DECISIONS_INTRO,
    texts.DECISIONS_HEADINGS,
    quality.decision_rows(ask(Decision, "decisions")),
    texts.DECISIONS_NONE,
    "u-decisions",
)
show_part(
    texts.CONTRADICTIONS,
    texts.CONTRADICTIONS_INTRO,
    texts.CONTRADICTIONS_HEADINGS,
    quality.contradiction_rows(ask(Contradiction, "contradictions")),
    texts.CONTRADICTIONS_NONE,
)
st.html(markup.heading(texts.TOTALS, texts.TOTALS_INTRO))
everything = st.toggle(texts.TOTALS_ALL)
rows = quality.total_rows(totals, only_differing=not everything)
st.html(
    markup.table(texts.TOTALS, texts.TOTALS_HEADINGS, rows)
    if rows
    else markup.note(texts.TOTALS_NONE)
)
show_part(
    texts.RECOMPUTED,
    texts.RECOMPUTED_INTRO,
    texts.RECOMPUTED_HEADINGS,
    quality.recomputed_rows(ask(Recomputed, "recomputed")),
    texts.RECOMPUTED_NONE,
)
if stages := quality.stage_sentences(ask(PublishedStages, "published_stages")):
    st.html(markup.heading(texts.PUBLISHED_STAGES))
    st.html(markup.bullets(stages))
show_part(texts.FILES, None, texts.FILES_HEADINGS, quality.file_rows(files), "")
show_part(
    texts.REJECTED,
    None,
    texts.REJECTED_HEADINGS,
    quality.rejected_rows(ask(RejectedRow, "rejected_rows")),
    texts.REJECTED_NONE,
)
