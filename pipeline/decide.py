"""Asks a person about the rows under review, one by one, and writes the answers down."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TextIO

from pipeline import texts
from pipeline.asking import ask
from pipeline.decisions import Decision, Decisions, append_decision, exact_pattern, load_decisions
from pipeline.paths import QUESTIONS
from pipeline.register.municipalities import Municipality
from pipeline.register.rules import REASONS
from pipeline.register.text import key_of
from pipeline.terminal import printable
from pipeline.warehouse import opened

NONE, QUIT, SKIP = "ingen", "q", ""

Ask = Callable[[str], str]
Say = Callable[[str], None]


@dataclass(slots=True)
class Question:
    """Rows of a file that print the same name and region, and so have one answer."""

    path: str
    printed: str
    region: str
    reason: str
    decidable: bool
    suggestions: Sequence[Mapping[str, str]]
    lines: list[int] = field(default_factory=list)
    solutions: list[str] = field(default_factory=list)


def open_questions(warehouse: Path, decisions: Decisions) -> list[Question]:
    """What is under review in the build in force and not decided since, file by file.

    Rows without a region come last in their file: a decision on them counts for every region.
    Raises UserError.
    """
    with opened(warehouse) as connection:
        rows = ask(connection, QUESTIONS / "open_reviews.sql")
    found: dict[tuple[object, ...], Question] = {}
    for row in rows:
        line, solution = row.pop("source_row"), row.pop("solution")
        new = Question(**row)
        if new.decidable and decisions.find(new.path, new.printed, new.region):
            continue
        key = new.path, key_of(new.printed), key_of(new.region), new.decidable
        question = found.setdefault(key, new)
        question.lines.append(line)
        if solution not in question.solutions:
            question.solutions.append(solution)
    return sorted(found.values(), key=lambda q: (q.path, not q.region, q.lines[0]))


def print_list(questions: Iterable[Question], out: TextIO) -> None:
    """The open reviews as CSV with a semicolon, one line a question."""
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(texts.DECIDE_HEADINGS)
    for q in questions:
        suggested = ", ".join(f"{s['code']} {s['name']}" for s in q.suggestions)
        lines = ", ".join(map(str, q.lines))
        decidable = "ja" if q.decidable else "nei"
        reason = REASONS[q.reason] if q.decidable else f"{texts.DECIDE_WHY_NOT[q.reason]}."
        cells = (q.path, lines, q.printed, q.region, reason, decidable, suggested)
        writer.writerow(map(printable, cells))


@dataclass(frozen=True)
class Desk:
    """Where answers come from and where they go.

    `ask` shows a prompt and returns a line, or raises EOFError; `municipalities` are today's.
    """

    decisions: Path
    municipalities: Mapping[str, Municipality]
    who: str
    today: date
    ask: Ask
    say: Say

    def decide(self, questions: Sequence[Question]) -> int:
        """Ask every question until someone says stop; how many were decided. Raises UserError.

        Each decision is saved before the next is asked for, so that nothing is lost.
        """
        decided = 0
        try:
            for number, question in enumerate(questions, 1):
                self._show(question, number, len(questions))
                if answer := self._answer(question):
                    self._save(question, answer)
                    decided += 1
        except (EOFError, KeyboardInterrupt):
            self.say("")
        return decided

    def _show(self, question: Question, number: int, count: int) -> None:
        title = texts.DECIDE_TITLE.format(
            number=number,
            count=count,
            name=printable(question.printed),
            region=f", {printable(question.region)}" if question.region else "",
            solutions=", ".join(question.solutions),
        )
        where = texts.DECIDE_WHERE.format(path=question.path, lines=texts.in_lines(question.lines))
        for line in ("", title, where, f"  {REASONS[question.reason]}"):
            self.say(line)
        for place, suggestion in enumerate(question.suggestions, 1):
            told = texts.DECIDE_MUNICIPALITY.format(**suggestion)
            self.say(texts.DECIDE_SUGGESTION.format(number=place, municipality=told))
        if not question.suggestions:
            self.say(texts.DECIDE_NO_SUGGESTION)

    def _answer(self, question: Question) -> str | None:
        """A code or "ingen", or None for a question that is passed over."""
        while True:
            answer = _line(self.ask(texts.DECIDE_ANSWER))
            chosen = _as_code(answer, question)
            if answer == SKIP:
                return None
            if chosen is None:
                self.say(texts.DECIDE_NOT_AN_ANSWER.format(answer=printable(answer)))
            elif chosen != NONE and chosen not in self.municipalities:
                self.say(texts.DECIDE_UNKNOWN_CODE.format(code=chosen))
            else:
                self.say(texts.DECIDE_CHOSEN.format(chosen=self._in_words(chosen)))
                return chosen

    def _in_words(self, chosen: str) -> str:
        if chosen == NONE:
            return texts.DECIDE_NONE
        municipality = self.municipalities[chosen]
        return texts.DECIDE_MUNICIPALITY.format(
            name=municipality.name, code=chosen, county=municipality.county_name
        )

    def _save(self, question: Question, answer: str) -> None:
        while not (reason := _line(self.ask(texts.DECIDE_REASON))):
            self.say(texts.DECIDE_REASON_MISSING)
        decision = Decision(
            line=0,
            file_pattern=exact_pattern(question.path),
            printed_name=question.printed,
            digi_region=question.region,
            municipality_code=None if answer == NONE else answer,
            decided_by=self.who,
            decided_on=self.today,
            reason=reason,
        )
        append_decision(self.decisions, decision, self.municipalities)


def run(warehouse: Path, desk: Desk, list_to: TextIO | None = None) -> None:
    """The whole conversation, or with `list_to` only the list of what is open. Raises UserError."""
    made = desk.decisions.exists()
    before = load_decisions(desk.decisions, desk.municipalities) if made else Decisions()
    questions = open_questions(warehouse, before)
    if list_to is not None:
        print_list(questions, list_to)
        return
    for line in _undecidable(questions):
        desk.say(line)
    decidable = [question for question in questions if question.decidable]
    if not decidable:
        desk.say(texts.DECIDE_NOTHING)
        return
    count = desk.decide(decidable)
    done = texts.DECIDE_DONE.format(count=count, path=desk.decisions)
    desk.say(done if count else texts.DECIDE_NONE_DONE)


def _undecidable(questions: Iterable[Question]) -> Iterator[str]:
    for q in questions:
        if not q.decidable:
            yield texts.DECIDE_UNDECIDABLE.format(
                name=printable(q.printed),
                path=q.path,
                lines=texts.in_lines(q.lines),
                why=texts.DECIDE_WHY_NOT[q.reason],
            )


def _as_code(answer: str, question: Question) -> str | None:
    """An answer in; the code it stands for, or "ingen", out; None if it is no answer."""
    if answer.casefold() == NONE:
        return NONE
    if not (answer.isascii() and answer.isdigit()):
        return None
    if len(answer) == 4:
        return answer
    place = int(answer)
    return (
        question.suggestions[place - 1]["code"] if 0 < place <= len(question.suggestions) else None
    )


def _line(answer: str) -> str:
    """What somebody typed in; it with single spaces out. Raises EOFError for the word for stop."""
    line = " ".join(answer.split())
    if line.casefold() == QUIT:
        raise EOFError
    return line
