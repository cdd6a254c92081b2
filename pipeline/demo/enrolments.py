"""The list of who has enrolled in the joint rollouts, as a form exports it."""

from collections.abc import Iterator
from datetime import date
from math import ceil
from random import Random

from pipeline.catalogue import Solution
from pipeline.demo.truth import Course, Enrolment, pace_of
from pipeline.demo.world import Row, World, by_name
from pipeline.register.municipalities import Municipality
from pipeline.rollouts import Wave
from pipeline.wording import region_slug

_MONTHS_IN_A_RUN = 8
"""About how long after its enrolment a municipality begins to use a solution."""
_CARE_RECORDS = ("CosDoc", "Gerica", "Profil")
"""Systems of electronic patient records, where a run does not say which it is for."""
_MAILBOXES = ("ehelse", "ehelse", "innforing", "postmottak")
_WITHOUT_CONTACT = 0.08
"""The share of enrolments without a contact."""


def enrolment_list(world: World, month: int, day: date) -> list[Row]:
    """The form's answers by the end of a month, the header first: everybody who ever enrolled.

    A row is an enrolment in a run, withdrawn ones too, with what has become of it. month: its
    number (see truth.py); day: its last day.
    """
    rows = [
        row
        for solution in world.portfolio.solutions
        for one, course in world.courses(solution)
        for row in _answers(world, solution, one, course, month, day)
    ]
    header = (
        "Kommune", "Løsning", "Innføringsløp", "Pulje", "Påmeldt dato", "Status påmelding",
        "Statusdato", "Journalsystem (EPJ)", "Kontakt",
    )  # fmt: skip
    return [header, *sorted(rows, key=by_name)]


def _answers(
    world: World, solution: Solution, one: Municipality, course: Course, month: int, day: date
) -> Iterator[Row]:
    """A municipality's rows about a solution."""
    for enrolment in course.enrolments:
        if enrolment.since > month or not (wave := _wave(world, solution, one, enrolment)):
            continue
        random = world.random("form", solution.id, one.code, enrolment.since)
        journal = wave.journal_vendor or world.random("journal", one.code).choice(_CARE_RECORDS)
        yield (
            world.printer.by_nhn(one), solution.shown_name, wave.run_id, wave.wave or "",
            *_standing(course, enrolment, month, day, random),
            journal, _contact(world, solution, one),
        )  # fmt: skip


def _wave(world: World, solution: Solution, one: Municipality, enrolment: Enrolment) -> Wave | None:
    """The wave that a municipality enrols in: its journal's where that decides, else by its time.

    None where the run is for other areas.
    """
    area = {None, one.digi_region, one.county_name, one.health_region}
    waves = [
        wave
        for wave in world.portfolio.rollouts
        if wave.solution_id == solution.id and wave.area in area
    ]
    if not waves:
        return None
    if waves[0].journal_vendor:
        return world.random("journal", solution.id, one.code).choice(waves)
    share = pace_of(solution).share_at(enrolment.since + _MONTHS_IN_A_RUN)
    return waves[min(int(share * len(waves)), len(waves) - 1)]


def _standing(
    course: Course, enrolment: Enrolment, month: int, day: date, random: Random
) -> tuple[str, str, str]:
    """The day of an enrolment, what has become of it by a month, and the day of that."""

    def some_day(at: float) -> str:
        return _day_of(ceil(at) - month, day, random.randint(1, 28)).isoformat()

    enrolled_on = some_day(enrolment.since)
    if enrolment.until <= month:
        return enrolled_on, "Avmeldt", some_day(enrolment.until)
    if course.stage(month) == "in_use":
        return enrolled_on, "Fullført", some_day(course.used)
    return enrolled_on, "Påmeldt", ""


def _contact(world: World, solution: Solution, one: Municipality) -> str:
    """A shared mailbox: the municipality's, now and then that of its Digi network, or none."""
    chance = world.random("contact", solution.id, one.code).random()
    if chance < _WITHOUT_CONTACT:
        return ""
    domain = region_slug(one.digi_region) if chance > 0.95 else world.printer.domain(one)
    mailbox = world.random("mailbox", one.code).choice(_MAILBOXES)
    return f"{mailbox}@{domain}.example"


def _day_of(months: int, day: date, of_month: int) -> date:
    """A day in the month that lies so many months after that of `day`."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, of_month)
