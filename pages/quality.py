"""Datakvalitet: every file and what became of its rows, and everything that is in doubt."""

from collections.abc import Sequence

import streamlit as st

from dashboard import markup, quality, texts
from dashboard.data import ask
from dashboard.downloads import show_tables
from dashboard.markup import Cell
from dashboard.rows import (
    Contradiction,
    ControlTotal,
    Decision,
    Finding,
    PublishedStages,
    Recomputed,
    RejectedRow,
    Review,
    SourceFile,
)  # fmt: skip
from dashboard.wording import thousands

files = ask(SourceFile, "source_files")
totals = ask(ControlTotal, "control_totals")
findings = ask(Finding, "findings")


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


def show_by_age(
    title: str,
    headings: Sequence[str],
    rows: list[list[Cell]],
    older: list[list[Cell]],
    counted: tuple[str, str],
    style: str = "",
) -> None:
    """A table, and its older rows folded away below it."""
    st.html(markup.table(title, headings, rows, style))
    if older:
        label = quality.older_label(len(older), counted)
        name = texts.QUALITY_OLDER_TABLE.format(table=title)
        st.html(markup.folded(label, markup.table(name, headings, older, style)))


def show_findings() -> None:
    """What is found in the files, the rest of it folded away, and all of it as a file."""
    shown, rest = map(quality.finding_rows, quality.split_findings(findings))
    headings, style = texts.FINDINGS_HEADINGS, "u-findings"
    show_part(texts.FINDINGS, texts.FINDINGS_INTRO, headings, shown, texts.FINDINGS_NONE, style)
    if rest:
        label = texts.FINDINGS_MORE.format(count=thousands(len(rest)))
        table = markup.table(texts.FINDINGS_MORE_TABLE, headings, rest, style)
        st.html(markup.folded(label, table))
    if findings:
        show_tables(
            texts.FINDINGS_DOWNLOAD,
            texts.FINDINGS_FILE,
            len(findings),
            lambda _: quality.findings_csv(findings),
            texts.FINDINGS_DOWNLOAD_HELP,
        )


sentence = quality.headline(files, totals)
paragraphs = quality.explanation(files, totals)
st.html(markup.headline(texts.PAGES["quality"], sentence, paragraphs))
show_findings()
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
if shown := [total for total in totals if total.differs or everything]:
    newest, older = map(quality.total_rows, quality.split_totals(shown))
    show_by_age(texts.TOTALS, texts.TOTALS_HEADINGS, newest, older, texts.TOTALS_COUNTED)
else:
    st.html(markup.note(texts.TOTALS_NONE))
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
st.html(markup.heading(texts.FILES))
newest, older = map(quality.file_rows, quality.split_files(files))
show_by_age(texts.FILES, texts.FILES_HEADINGS, newest, older, texts.FILES_COUNTED, "u-files")
show_part(
    texts.REJECTED,
    None,
    texts.REJECTED_HEADINGS,
    quality.rejected_rows(ask(RejectedRow, "rejected_rows")),
    texts.REJECTED_NONE,
)
