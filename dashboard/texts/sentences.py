"""Sentences that several pages say alike."""

ADOPTED = "{count} av {municipalities} kommuner{place} {done} {solution} per {date}."
ADOPTED_AT_LEAST = "Minst {sentence}"
AMBITION = {
    True: "Ambisjonen var {count} innen {by}.",
    False: "Ambisjonen er {count} innen {by}.",
}
END_OF_YEAR = "utgangen av {year}"
AMBITION_SHORT = "Det er {count} færre enn ambisjonen."
AMBITION_EQUAL = "Det er like mange som ambisjonen."
AMBITION_MORE = "Det er {count} flere enn ambisjonen."
AMBITION_OTHERWISE = (
    "Det er ikke sikkert at ambisjonen gjelder {now}, så tallet er ikke holdt opp mot den."
)
AT_LEAST_COUNT = "minst {count}"
