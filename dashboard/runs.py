"""What the page on enrolment says of each joint rollout, as pure functions of its rows."""

from collections.abc import Iterable, Sequence

from dashboard import texts
from dashboard.filters import View
from dashboard.gap import region_link, short_name
from dashboard.markup import Cell
from dashboard.rows import Run
from dashboard.wording import day_words, either, plural, thousands


def by_run(runs: Iterable[Run]) -> list[list[Run]]:
    """The rows of each run, in the order in which they come."""
    grouped: dict[str, list[Run]] = {}
    for row in runs:
        grouped.setdefault(row.run_id, []).append(row)
    return list(grouped.values())


def sentences(rows: Sequence[Run], view: View) -> str:
    """What kind of run it is, how its deadline stands, and how those on its list are doing."""
    here = next(row for row in rows if row.is_whole and row.digi_region == view.place)
    starts = "" if wave_rows(rows, view) else _starts(rows)
    told = (_kind(here, rows), _deadline(here, view), starts, _members(here), _time(here))
    return " ".join(filter(None, told))


def _kind(here: Run, rows: Sequence[Run]) -> str:
    told = []
    for field, form in texts.RUN_CONDITIONS.items():
        words = dict.fromkeys(word for row in rows if (word := getattr(row, field)))
        if words:
            told.append(form.format(words=either(words)))
    condition = texts.RUN_FOR.format(conditions=either(told)) if told else ""
    return texts.RUN_KIND.format(type=here.type, condition=condition)


def _deadline(here: Run, view: View) -> str:
    """How the deadline stands on the date in view, which may be long ago."""
    if here.deadline is None or here.days_left is None:
        return texts.RUN_NO_DEADLINE
    days = plural(abs(here.days_left), *texts.DAYS)
    form = texts.RUN_DAYS_LEFT if here.days_left > 0 else texts.RUN_DEADLINE_PASSED
    form = texts.RUN_LAST_DAY if here.days_left == 0 else form
    return form.format(day=day_words(here.deadline), days=days, as_of=day_words(view.as_of))


def _starts(rows: Iterable[Run]) -> str:
    """When each wave begins, where that is known."""
    known = sorted({(row.wave_start, row.wave or "") for row in rows if row.wave_start})
    starts = [texts.RUN_START.format(wave=wave, day=day_words(day)) for day, wave in known]
    return texts.RUN_STARTS.format(starts=", ".join(starts)) if starts else ""


def _members(here: Run) -> str:
    if here.list_as_of is None:
        return ""
    return texts.RUN_MEMBERS.format(
        enrolled=plural(here.enrolled or 0, *texts.MUNICIPALITY),
        in_use=thousands(here.in_use or 0),
        completed=thousands(here.completed or 0),
        withdrawn=thousands(here.withdrawn or 0),
    )


def _time(here: Run) -> str:
    told = []
    if here.median_days is not None:
        days = plural(round(here.median_days), *texts.DAYS)
        told.append(
            texts.RUN_MEDIAN.format(days=days, timed=plural(here.timed, *texts.MUNICIPALITY))
        )
    if here.followed_180:
        told.append(
            texts.RUN_IN_TIME.format(
                count=thousands(here.in_use_180), followed=thousands(here.followed_180)
            )
        )
    return " ".join(told)


def _has_names(rows: Iterable[Run]) -> bool:
    """Whether a list names who is in the run."""
    return any(row.enrolled or row.withdrawn for row in rows)


def wave_rows(rows: Sequence[Run], view: View) -> list[list[Cell]]:
    """A row per wave in the place in view; none where no list puts anybody in a wave."""
    if not _has_names(row for row in rows if row.wave and not row.is_whole):
        return []
    waves = [row for row in rows if row.digi_region == view.place and not row.is_whole]
    return [[Cell(_wave(row)), *_figures(row)] for row in waves]


def region_rows(rows: Iterable[Run], view: View) -> list[list[Cell]]:
    """A row per Digi region that has anybody in the run; none where one region is in view."""
    if view.region:
        return []
    regions = [row for row in rows if row.is_whole and row.digi_region != texts.WHOLE_COUNTRY]
    return [
        [Cell(short_name(row.digi_region), href=region_link(row.digi_region)), *_figures(row)]
        for row in regions
        if row.enrolled or row.withdrawn
    ]


def _wave(row: Run) -> str:
    if row.wave is None:
        return texts.NO_WAVE
    if row.wave_start is None:
        return row.wave
    return texts.WAVE_START.format(wave=row.wave, day=day_words(row.wave_start))


def _figures(row: Run) -> list[Cell]:
    in_time = texts.OF.format(part=row.in_use_180, whole=row.followed_180)
    return [
        Cell(thousands(row.enrolled or 0), number=True, strong=True),
        Cell(thousands(row.withdrawn or 0), number=True),
        Cell(thousands(row.completed or 0), number=True),
        Cell(thousands(row.in_use or 0), number=True),
        Cell("–" if row.median_days is None else thousands(round(row.median_days)), number=True),
        Cell(in_time if row.followed_180 else "–", number=True),
    ]
