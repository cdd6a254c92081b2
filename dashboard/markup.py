"""Pieces of page as HTML. All text is escaped here: names in files are not to be trusted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape

from pipeline.stages import CATEGORIES

_CONTRADICTED = ' <span class="u-dot" role="img" aria-label="kilder sier forskjellig">†</span>'


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: text, and how to show it (number, link to a view, bar in per cent, warning).

    total: its row sums up the others.
    """

    text: str
    number: bool = False
    href: str | None = None
    bar: float | None = None
    strong: bool = False
    total: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """A column heading: text, lines of small print below it, and the link that sorts by it.

    sorted: "ascending" or "descending" when the rows are in its order.
    """

    text: str
    notes: Sequence[str] = ()
    number: bool = False
    href: str | None = None
    sorted: str | None = None


@dataclass(frozen=True, slots=True)
class StageCell:
    """A status in a cell: its word, the rest of it that is only read aloud, and its colour.

    stage: a stage, or "outside" for no colour. mark: a word that stands apart from the status.
    """

    text: str
    rest: str
    stage: str
    mark: str = ""
    contradicted: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A municipality in a column: its link and note; is it enrolled, contradicted or chosen?"""

    text: str
    href: str
    enrolled: bool = False
    contradicted: bool = False
    chosen: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A Digi region's column of names: heading, its count in words, notes, names.

    plain: names that lead nowhere.
    """

    title: str
    href: str
    count: str
    notes: Sequence[str] = ()
    names: Sequence[Name] = field(default_factory=tuple)
    plain: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: what it is (a stage), its share in per cent, and its number as text."""

    kind: str
    share: float
    text: str


@dataclass(frozen=True, slots=True)
class Summary:
    """A solution in brief: sentences, a bar with a goal in per cent, notes, a picture, links."""

    title: str
    sentences: Sequence[str]
    bar: Sequence[Segment]
    bar_label: str
    goal: float | None
    notes: Sequence[str]
    picture: str
    picture_label: str
    links: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Picture:
    """A small chart: its title, its last value, the address of the picture, what it shows."""

    title: str
    value: str
    address: str
    label: str


def headline(eyebrow: str, sentence: str, paragraphs: Iterable[str] = ()) -> str:
    """The message of a page: where we are, the sentence, and what explains it."""
    rest = "".join(f"<p>{escape(p)}</p>" for p in paragraphs if p)
    return (
        f'<header class="u-head"><p class="u-eyebrow">{escape(eyebrow)}</p>'
        f"<h1>{escape(sentence)}</h1>{rest}</header>"
    )


def heading(text: str, intro: str | None = None, anchor: str = "") -> str:
    """A heading of the second order, with a line of introduction, and a name to link to."""
    line = f"<p>{escape(intro)}</p>" if intro else ""
    name = f' id="{escape(anchor)}"' if anchor else ""
    return f'<section class="u-section"{name}><h2>{escape(text)}</h2>{line}</section>'


def band(title: str, text: str) -> str:
    """A band across the page, above everything else on it."""
    return f'<p class="u-band" role="note"><strong>{escape(title)}</strong>: {escape(text)}</p>'


def foot(line: str, links: Iterable[tuple[str, str]]) -> str:
    """The foot of a page: what the figures are of, and links (text, address) beside it."""
    parts = "".join(f"<span>{_link(text, href)}</span>" for text, href in links)
    return f'<footer class="u-foot"><span>{escape(line)}</span>{parts}</footer>'


def note(*lines: str) -> str:
    """Small print below a figure."""
    return f'<p class="u-note">{"<br>".join(escape(line) for line in lines if line)}</p>'


def choices(label: str, every: Iterable[tuple[str, str, bool]]) -> str:
    """Links of which one is chosen, in a line: text, address, and whether it is the chosen one."""
    links = "".join(
        f'<li><a href="{escape(href)}"{_current(chosen)}>{escape(text)}</a></li>'
        for text, href, chosen in every
    )
    return (
        f'<nav class="u-choices" aria-label="{escape(label)}">'
        f"<span>{escape(label)}</span><ul>{links}</ul></nav>"
    )


def timeline(label: str, play: str, pause: str, dates: Sequence[tuple[str, str]]) -> str:
    """A slider over dates with a button that plays them; dates: as the address has them, in words.

    What is chosen is not told here but read from the address by timeline.js: so the slider stays
    the same element, and keeps the focus, while the page around it changes.
    """
    slugs, words = (escape("|".join(told)) for told in zip(*dates, strict=True))
    return (
        f'<div class="u-timeline" role="group" aria-label="{escape(label)}" data-slugs="{slugs}" '
        f'data-words="{words}"><button type="button" data-play="{escape(play)}" '
        f'data-pause="{escape(pause)}">{escape(play)}</button>'
        f'<input type="range" min="0" max="{len(dates) - 1}" aria-label="{escape(label)}">'
        "<output></output></div>"
    )


def copy_link(label: str, href: str, done: str, failed: str) -> str:
    """A button that copies an address, and a place where page.js says how it went."""
    return (
        f'<p class="u-copy"><button type="button" data-copy="{escape(href)}" '
        f'data-done="{escape(done)}" data-failed="{escape(failed)}">{escape(label)}</button>'
        '<span role="status"></span></p>'
    )


def run_mark(mode: str, build: str, program: str) -> str:
    """What connection.js reads of a run: "light" or "dark", its build, and assets.program()."""
    return (
        f'<i class="u-run" data-mode="{escape(mode)}" data-build="{escape(build)}" '
        f'data-program="{escape(program)}"></i>'
    )


def alarm(text: str, link_text: str, href: str) -> str:
    """One line of warning with a link to where the doubt is explained."""
    return (
        f'<p class="u-alarm"><strong>{escape(text)}</strong> '
        f'<a href="{escape(href)}">{escape(link_text)}</a></p>'
    )


def summaries(rows: Iterable[Summary]) -> str:
    """Solutions in brief, side by side where there is room."""
    return f'<div class="u-summaries">{"".join(map(_summary, rows))}</div>'


def _summary(row: Summary) -> str:
    first, *rest = row.sentences
    told = f"<p><strong>{escape(first)}</strong></p>" + "".join(
        f"<p>{escape(sentence)}</p>" for sentence in rest
    )
    notes = "".join(f'<p class="u-note">{escape(note)}</p>' for note in row.notes)
    links = "".join(f"<li>{_link(text, href)}</li>" for text, href in row.links)
    picture = f'<img src="{escape(row.picture)}" alt="{escape(row.picture_label)}">'
    return (
        f"<section>{picture}<div><h3>{escape(row.title)}</h3>{told}"
        f'{_stages(row)}{notes}<ul class="u-onwards">{links}</ul></div></section>'
    )


def _stages(row: Summary) -> str:
    parts = "".join(
        f'<span class="u-stage-{CATEGORIES[segment.kind]}" style="width:{segment.share:.2f}%">'
        f"{escape(segment.text) if segment.share > 8 else ''}</span>"
        for segment in row.bar
    )
    goal = "" if row.goal is None else f'<i style="left:{min(row.goal, 100):.2f}%"></i>'
    label = escape(row.bar_label)
    return f'<div class="u-stages" role="img" aria-label="{label}">{parts}{goal}</div>'


def pictures(shown: Iterable[Picture]) -> str:
    """Small charts side by side, as many in a row as there is room for."""
    figures = "".join(
        f"<figure><figcaption>{escape(one.title)} <strong>{escape(one.value)}</strong></figcaption>"
        f'<img src="{escape(one.address)}" alt="{escape(one.label)}"></figure>'
        for one in shown
    )
    return f'<div class="u-pictures">{figures}</div>'


def picture(address: str, label: str) -> str:
    """A picture beside the text, and what it shows."""
    return f'<img class="u-picture" src="{escape(address)}" alt="{escape(label)}">'


def warning(text: str) -> str:
    """One line of warning that stands for itself."""
    return f'<p class="u-alarm">{escape(text)}</p>'


def steps(told: Iterable[tuple[str, str]]) -> str:
    """Numbered steps: a sentence and what to write."""
    items = "".join(
        f"<li>{escape(text)}<code>{escape(command)}</code></li>" for text, command in told
    )
    return f'<ol class="u-steps">{items}</ol>'


def table(
    caption: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]], style: str = ""
) -> str:
    """A table that scrolls inside itself; the caption is read aloud but not shown."""
    rows = list(rows)
    numeric = [any(row[i].number for row in rows) for i in range(len(headings))]
    head = "".join(
        f'<th scope="col"{_class("u-number" if number else None)}>{escape(text)}</th>'
        for text, number in zip(headings, numeric, strict=True)
    )
    body = "".join(map(_row, rows))
    return (
        f'<div class="u-scroll" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="u-table {style}"><caption class="u-hidden">{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def folded(label: str, content: str) -> str:
    """Content (HTML from here) that is out of sight until somebody opens its label."""
    return f'<details class="u-folded"><summary>{escape(label)}</summary>{content}</details>'


def matrix(
    caption: str,
    heads: Iterable[Head],
    rows: Iterable[Sequence[Cell | StageCell]],
    style: str = "",
) -> str:
    """A table that scrolls inside itself; the headings and the first column stay in view."""
    body = "".join(map(_matrix_row, rows))
    return (
        f'<div class="u-scroll u-frozen" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="u-table u-matrix {style}">'
        f'<caption class="u-hidden">{escape(caption)}</caption>'
        f"<thead><tr>{''.join(map(_head, heads))}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def way_on(text: str, link_text: str = "", href: str = "") -> str:
    """A line of small print, with a link after it where there is one."""
    return f'<p class="u-note">{escape(text)} {_link(link_text, href) if href else ""}</p>'


def definitions(terms: Iterable[tuple[str, ...]]) -> str:
    """Terms, each with the lines that say what it means."""
    body = "".join(
        f"<dt>{escape(term)}</dt>{''.join(f'<dd>{escape(line)}</dd>' for line in lines)}"
        for term, *lines in terms
    )
    return f'<dl class="u-definitions">{body}</dl>'


def bullets(lines: Iterable[str], style: str = "") -> str:
    """A plain list of sentences."""
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f'<ul class="u-bullets {style}">{items}</ul>'


def name_columns(columns: Iterable[Column]) -> str:
    """One column of names per Digi region, as KS shows them."""
    return f'<div class="u-columns">{"".join(map(_column, columns))}</div>'


def facts(
    code: str,
    title: str,
    pairs: Iterable[tuple[str, str]],
    links: Iterable[tuple[str, str]],
    warning: str,
) -> str:
    """What is known of a municipality: name, pairs of term and text, links onwards and back."""
    terms = "".join(f"<dt>{escape(term)}</dt><dd>{escape(text)}</dd>" for term, text in pairs)
    alarm_line = f'<p class="u-alarm">{escape(warning)}</p>' if warning else ""
    ways = " ".join(_link(text, href) for text, href in links)
    return (
        f'<section class="u-facts" tabindex="-1" data-code="{escape(code)}">'
        f"<h2>{escape(title)}</h2><dl>{terms}</dl>{alarm_line}"
        f"<p>{ways}</p></section>"
    )


def _column(column: Column) -> str:
    notes = "".join(f'<p class="u-note">{escape(line)}</p>' for line in column.notes)
    names = "".join(map(_name, column.names))
    names += "".join(f"<li>{escape(name)}</li>" for name in column.plain)
    listed = f"<ul>{names}</ul>" if names else ""
    return (
        f"<section><h3>{_link(column.title, column.href)}</h3>"
        f'<p class="u-count">{escape(column.count)}</p>{notes}{listed}</section>'
    )


def _name(name: Name) -> str:
    signs = ' <span class="u-dot" role="img" aria-label="påmeldt">●</span>' * name.enrolled
    signs += _CONTRADICTED * name.contradicted
    signs += f" <small>{escape(name.note)}</small>" if name.note else ""
    return (
        f"<li{_class('u-enrolled' if name.enrolled else None)}>"
        f'<a href="{escape(name.href)}"{_current(name.chosen)}>{escape(name.text)}</a>'
        f"{signs}</li>"
    )


def _head(head: Head) -> str:
    text = _link(head.text, head.href) if head.href else escape(head.text)
    order = f' aria-sort="{head.sorted}"' if head.sorted else ""
    notes = "".join(f"<span>{escape(line)}</span>" for line in head.notes)
    return f'<th scope="col"{_class("u-number" if head.number else None)}{order}>{text}{notes}</th>'


def _matrix_row(cells: Sequence[Cell | StageCell]) -> str:
    first, *rest = cells
    others = (_cell(cell) if isinstance(cell, Cell) else _stage(cell) for cell in rest)
    return f'<tr><th scope="row">{_content(first)}</th>{"".join(others)}</tr>'


def _stage(cell: StageCell) -> str:
    rest = f'<span class="u-hidden">{escape(cell.rest)}</span>' if cell.rest else ""
    sign = _CONTRADICTED * cell.contradicted
    mark = f' <span class="u-mark">●\u00a0{escape(cell.mark)}</span>' if cell.mark else ""
    colour = CATEGORIES.get(cell.stage, cell.stage)
    return f"<td{_class(f'u-{colour}')}>{escape(cell.text)}{rest}{sign}{mark}</td>"


def _row(row: Sequence[Cell]) -> str:
    is_total = any(cell.total for cell in row)
    return f"<tr{_class('u-total' if is_total else None)}>{''.join(map(_cell, row))}</tr>"


def _cell(cell: Cell) -> str:
    return f"<td{_class('u-number' if cell.number else None)}>{_content(cell)}</td>"


def _content(cell: Cell) -> str:
    text = _link(cell.text, cell.href) if cell.href else escape(cell.text)
    if cell.strong:
        text = f"<strong>{text}</strong>"
    if cell.bar is not None:
        text = f'<span class="u-bar" style="width:{cell.bar:.1f}%" aria-hidden="true"></span>{text}'
    return text


def _link(text: str, href: str) -> str:
    return f'<a href="{escape(href)}">{escape(text)}</a>'


def _current(chosen: bool) -> str:
    return ' aria-current="true"' if chosen else ""


def _class(name: str | None) -> str:
    return f' class="{name}"' if name else ""
