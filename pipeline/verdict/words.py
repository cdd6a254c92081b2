"""What is found in sources, in Norwegian bokmål: a sentence each, with what to do about it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pipeline.sources.dates import Period
from pipeline.texts import short
from pipeline.wording import date_words, day_words, percent, plural, some, thousands

Row = Mapping[str, Any]

MUNICIPALITY = ("kommune", "kommuner")
ROW = ("rad", "rader")
CONFIRM = "Stemmer det, skriv hvorfor i «confirmed» i følgefilen."

NOTHING_USED = "Ingen av radene kan brukes: se om løsning, kommuner og status er som de skal."
INCOMPLETE = "Sumraden er større enn summen av radene, så filen er regnet som en del av tabellen."
_OUTCOMES = {"review": "til avklaring", "rejected": "avvist"}


def in_doubt(outcome: str, rows: int, first: Sequence[Row]) -> str:
    """Rows under review, or rejected."""
    told = [
        f"«{short(row['printed'] or '')}» (linje {row['source_row']})"
        if outcome == "review"
        else f"linje {row['source_row']} ({row['reason']})"
        for row in first
    ]
    return f"{plural(rows, *ROW)} {_OUTCOMES[outcome]}: {some(told, count=rows)}."


def mostly_unknown(unknown: int, rows: int) -> str:
    """Rows most of which name nobody that is known."""
    return (
        f"{thousands(unknown)} av {plural(rows, *ROW)} har navn som ingen kommune har: er "
        "kolonnene byttet om, eller er tegnsettet feil?"
    )


def another_key(rows: int, unused: Sequence[str]) -> str:
    """A table with several rows of a municipality that say different things."""
    columns = " eller ".join(f"«{short(name)}»" for name in unused)
    why = f"er det én rad for hver {columns}" if unused else "er det flere tabeller i én"
    return (
        f"{plural(rows, *ROW)} sier ulike ting om samme kommune: {why}? Hent tabellen med én rad "
        "per kommune, eller skriv i beskrivelsen av filslaget hvilken rad som gjelder."
    )


def silenced(printed: str | None, line: int, count: int) -> str:
    """A row that could be anybody."""
    return (
        f"«{short(printed or '')}» (linje {line}) kan være hvem som helst og gjør "
        f"{plural(count, *MUNICIPALITY)} ukjent til raden er avklart."
    )


def outside(rows: int, first: Sequence[str]) -> str:
    """Rows of municipalities that the file does not cover."""
    return (
        f"{plural(rows, *ROW)} gjelder kommuner utenfor rekkevidden og teller ikke: "
        f"{some(sorted(first), count=rows)}. Skriv «covers» i følgefilen hvis rekkevidden er en "
        "annen."
    )


def odd_figures(wrong: int, rows: int) -> str:
    """Figures that are not those of the municipalities."""
    return (
        f"{thousands(wrong)} av {plural(rows, *ROW)} har tall som ikke passer med kommunens "
        f"innbyggertall: er kolonnene byttet om? {CONFIRM}"
    )


def shrinks(old: str, before: int, now: int) -> str:
    """A correction with far fewer rows than what it corrects."""
    return (
        f"Filen skal rette {old}, som har {plural(before, *ROW)}, men har bare {thousands(now)}: "
        f"er den hel? {CONFIRM}"
    )


def deny_each_other(other: str, solutions: Sequence[str], count: int) -> str:
    """A version of a list that says something else than another of the same date."""
    return (
        f"{other} er av samme slag, dato og eier og sier noe annet om "
        f"{plural(count, *MUNICIPALITY)} ({', '.join(solutions)}): "
        "skriv «replaces» i følgefilen til den som retter den andre, eller «covers» i følgefilene "
        "hvis de er deler av samme tabell."
    )


def side_by_side(other: str, solutions: Sequence[str]) -> str:
    """Two whole files that count beside each other."""
    return (
        f"{other} er av samme slag, dato og eier, og begge teller for {', '.join(solutions)}: "
        "skriv «replaces» i følgefilen hvis den ene retter den andre."
    )


def jump_by_silence(row: Row) -> str:
    """More changes than can be true, because rows are not there."""
    return (
        f"{row['solution']}: {plural(row['changed_silently'], *MUNICIPALITY)} av "
        f"{thousands(row['of'])} ville skiftet status bare fordi de ikke står i filen, siden "
        f"{date_words(row['before'])}: er eksporten hel? {CONFIRM}"
    )


def jump_said(row: Row, count: int, largest: int) -> str:
    """More changes than can be true, as rows say."""
    return (
        f"{row['solution']}: {plural(count, *MUNICIPALITY)} har en annen status enn "
        f"{date_words(row['before'])}, mot {thousands(largest)} på det meste før: er det riktig "
        f"fil? {CONFIRM}"
    )


def few_rows(row: Row) -> str:
    """A list that lacks many who stood on the one before."""
    return (
        f"{row['solution']}: {thousands(row['lost'])} av "
        f"{plural(row['named_before'], *MUNICIPALITY)} som sto i listen "
        f"{date_words(row['before'])}, mangler: er eksporten hel? {CONFIRM}"
    )


def everybody(row: Row, count: int) -> str:
    """A list of users that names nearly everybody."""
    return (
        f"{row['solution']}: filen nevner {thousands(row['named'])} av {thousands(count)} "
        f"kommuner ({percent(row['named'], count)}) som brukere: er det en liste over "
        f"brukere, og ikke over alle kommuner? {CONFIRM}"
    )


def copy(before: date) -> str:
    """A list that says what the one before it did."""
    return f"Innholdet er helt likt listen {date_words(before)}: er det riktig eksport?"


def vanished(row: Row) -> str:
    """Solutions that the list before this one, of the same kind and owner, spoke of."""
    names = ", ".join(row["solutions"])
    before = f"{row['before']} ({date_words(row['as_of'])})"
    return f"{names} står ikke i filen, men sto i den forrige, {before}: er eksporten hel?"


def regions_gone(names: Sequence[str], before: str) -> str:
    """Regions that stood on the list before this one."""
    return (
        f"{', '.join(names)} sto i {before}, men ikke her, og er regnet som ikke omtalt: er de "
        'med, og uten noen på listen, skriv «covers = "hele landet"» i følgefilen.'
    )


def part(scope: str, missing: Sequence[str]) -> str:
    """A list that goes by its region column, and does not name all regions."""
    return (
        f"Filen nevner bare {scope}, så den sier ingenting om {', '.join(missing)}: er de med, "
        'og uten noen på listen, skriv «covers = "hele landet"» i følgefilen.'
    )


def filtered(told: str) -> str:
    """A table that was filtered before it was exported."""
    return (
        f"Filen gjelder bare en del av landet ({told}), så den sier ingenting om kommuner "
        "utenfor: hent hele tabellen hvis alle skulle vært med."
    )


def odd_filter(line: str) -> str:
    """A printed filter that nobody knows the meaning of."""
    return (
        f"Filen er filtrert på en måte som ikke forstås («{short(line)}»): hent eksporten uten "
        f"filter, eller skriv «covers» i følgefilen. {CONFIRM}"
    )


def unused_columns(names: Sequence[str], telling: Sequence[str]) -> str:
    """Columns that are not read, and those of them that may say what the rows really mean."""
    told = f"Kolonner ikke brukt: {', '.join(f'«{short(name)}»' for name in names)}."
    if not telling:
        return told
    which = " og ".join(f"«{short(name)}»" for name in telling)
    return (
        f"{told} {which} kan si noe annet enn at radene er det filen er tatt for: slett radene som "
        f"ikke gjelder. {CONFIRM}"
    )


def nameless(columns: Sequence[int]) -> str:
    """Columns that have content and no heading."""
    told = " og ".join(map(str, columns))
    return (
        f"Kolonne {told} har innhold, men ingen overskrift: er desimalkomma lest som skilletegn? "
        f"Hent eksporten på nytt, eller gi kolonnen en overskrift. {CONFIRM}"
    )


def is_plan(text: str) -> str:
    """A table of what is planned."""
    return f"«{short(text)}» sier at tabellen er en plan, og en plan er ingen status. {CONFIRM}"


def is_opposite(text: str, title: str) -> str:
    """A title of those who use it above a list of those who do not, or the other way round."""
    return (
        f"«{short(text)}» sier det motsatte av det tabellen er lest som, «{title}»: er det riktig "
        f"fil? {CONFIRM}"
    )


def another_solution(named: Sequence[str], text: str, told: Sequence[str]) -> str:
    """A title that names another solution than the table is taken to be about."""
    return (
        f"«{short(text)}» nevner {' og '.join(named)}, men tabellen er lest som {some(told)}: er "
        f"det riktig fil? {CONFIRM}"
    )


def another_owner(folder: str, title: str, owner: str) -> str:
    """A file in a folder that is called after somebody else."""
    return (
        f"Filen ligger i mappen «{short(folder)}», men er lest som «{title}» fra {owner}: skriv "
        "«owner» i følgefilen."
    )


IN_ROWS = "radene"


def in_sheet(name: str) -> str:
    """Where a date is printed."""
    return f"arket «{short(name)}»"


def in_name(name: str) -> str:
    """Where a date is printed."""
    return f"filnavnet «{short(name)}»"


def in_folder(name: str) -> str:
    """Where a date is printed."""
    return f"mappen «{short(name)}»"


def in_line(cell: str) -> str:
    """Where a date is printed."""
    return f"linjen «{short(' '.join(cell.split()))}»"


def dates_differ(where: str, period: Period, other_where: str, other: Period) -> str:
    """Two dates of one table."""
    return (
        f"{where[0].upper()}{where[1:]} gir {_period(period)}, men {other_where} gir "
        f"{_period(other)}: skriv riktig dato som «as_of» i følgefilen."
    )


def _period(period: Period) -> str:
    first, last = period
    return date_words(last) if (first.day, last) != (last.day, last) else day_words(last)


def dates_of_rows(count: int) -> str:
    """A column of dates in which few stand twice."""
    return (
        f"Kolonnen med datoer har {thousands(count)} ulike, men de fleste kommuner står bare én "
        f"gang: er det når den begynte, og ikke hva tallene gjelder for? {CONFIRM}"
    )
