"""What must never matter to recognition, and what must never be taken as certain."""

import random
import string
import unicodedata
from dataclasses import replace
from datetime import date
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.paths import REGISTER
from pipeline.register.municipalities import load_register
from pipeline.register.recognise import Recogniser
from pipeline.register.rules import REASONS, RULES

REGISTERED = load_register(REGISTER)
RECOGNISER = Recogniser(REGISTERED)
MUNICIPALITIES = list(REGISTERED.municipalities.values())
LETTERS = string.ascii_lowercase + "æøåáčđŋšž"
SPACES = [" ", "\u00a0", "\u2009", "\u202f", "  ", "\t", " \n"]
DASHES = ["-", "\u2010", "\u2011", "\u2012", "–", "—", "\u2212", " - ", " – ", *SPACES]
INVISIBLE = ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"]
DATES = st.none() | st.dates(date(2016, 1, 1), date(2026, 12, 31))
HINTS = (
    st.none()
    | st.text(max_size=20)
    | st.sampled_from(
        [m.digi_region for m in MUNICIPALITIES] + ["Hordaland", "Valdres", "Helse Vest RHF"]
    )
)
CODES = st.none() | st.text(max_size=8) | st.from_regex(r"[0-9]{3,4}(\.0)?", fullmatch=True)


def plain(name):
    return name.casefold().replace("-", " ")


def sure_names():
    """Every name that leads somewhere, as a person would compare it."""
    names = {n for m in MUNICIPALITIES for n in (m.name, m.admin_centre, *m.parallel_names)}
    names |= {f.name for f in REGISTERED.former} | {d.name for d in REGISTERED.districts}
    names |= {p.name for p in REGISTERED.place_names}
    spelt = {plain(name) for name in names}
    return spelt | {n.replace("æ", "ae").replace("ø", "oe").replace("å", "aa") for n in spelt}


SURE = sure_names()


@st.composite
def noisy(draw, name):
    """A name with noise that means nothing to a reader."""
    out = []
    for character in name:
        if character in " -":
            character = draw(st.sampled_from(DASHES))
        elif draw(st.booleans()):
            character = character.swapcase() if draw(st.booleans()) else character
        out.append(character + draw(st.sampled_from(["", "", "", *INVISIBLE])))
    text = (
        draw(st.sampled_from(["", *SPACES])) + "".join(out) + draw(st.sampled_from(["", *SPACES]))
    )
    return unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), text)


@settings(max_examples=200, deadline=None)
@given(data=st.data(), municipality=st.sampled_from(MUNICIPALITIES))
def test_case_accents_composed_or_not_spaces_dashes_and_invisible_characters_do_not_matter(
    data, municipality
):
    name = data.draw(st.sampled_from([municipality.name, *municipality.parallel_names]))
    result = RECOGNISER.recognise(data.draw(noisy(name)), hint=municipality.county_name)
    assert result.code == municipality.code


@settings(max_examples=250, deadline=None)
@given(name=st.none() | st.text(), code=CODES, hint=HINTS, as_of=DATES, org=CODES)
def test_any_text_gives_either_a_code_or_a_reason_and_never_an_exception(
    name, code, hint, as_of, org
):
    result = RECOGNISER.recognise(name, code, hint, as_of, org)
    decided = result.code or result.rule == "no_municipality"
    assert bool(decided) == (result.reason is None)
    assert (result.rule in RULES) if decided else (result.reason in REASONS)
    assert len(result.candidates) <= 5
    assert {c.code for c in result.candidates} <= set(result.could_mean)
    assert list(result.candidates) == sorted(result.candidates, key=lambda c: (-c.score, c.code))


@pytest.mark.parametrize(
    "text",
    [
        "\ud800",
        "\x00",
        "og " * 5000,
        "ål " * 5000,
        "Os og Gol " * 4,
        "x" * 100_000,
        "İ",
        "ß",
        "&",
        "()",
    ],
    ids=ascii,
)
def test_hostile_text_goes_to_review(text):
    assert RECOGNISER.recognise(text, text, text, None, text).code is None


def misprints(name, turn):
    """One-letter misprints of a name: each deletion and doubling, and a letter at each place."""
    for i in range(len(name)):
        letter = LETTERS[(turn + i) % len(LETTERS)]
        yield name[:i] + name[i + 1 :]
        yield name[:i] + letter + name[i + 1 :]
        yield name[:i] + letter + name[i:]
        yield name[:i] + name[i : i + 2][::-1] + name[i + 2 :]


@pytest.mark.parametrize("hinted", [False, True])
def test_a_one_letter_misprint_is_never_certain_unless_it_spells_another_sure_name(hinted):
    taken = []
    for turn, municipality in enumerate(MUNICIPALITIES):
        hint = municipality.digi_region if hinted else None
        for misprint in list(misprints(municipality.name, turn))[turn % 2 :: 2]:
            if plain(misprint).split() and " ".join(plain(misprint).split()) not in SURE:
                result = RECOGNISER.recognise(misprint, hint=hint)
                if result.code:
                    taken.append((municipality.name, misprint, result))
    assert taken == []


def test_a_misprint_in_its_own_region_nearly_always_suggests_the_right_municipality_first():
    first = total = 0
    for turn, municipality in enumerate(MUNICIPALITIES):
        if len(municipality.name) < 4:
            continue
        for misprint in list(misprints(municipality.name, turn))[::5]:
            result = RECOGNISER.recognise(misprint, hint=municipality.digi_region)
            if result.reason == "unknown_name":
                total += 1
                first += result.candidates[:1] != () and (
                    result.candidates[0].code == municipality.code
                )
    assert total > 1500
    assert first / total > 0.98


@pytest.mark.parametrize(
    "damaged", ["H\ufffd", "Sel\ufffd", "\ufffdl", "L\ufffdten", "Gol?", "Gol1"]
)
def test_a_damaged_or_doubted_name_is_never_certain(damaged):
    assert RECOGNISER.recognise(damaged).reason == "unknown_name"


def shuffled_register(seed):
    """The same register as if every file had its rows in another order."""
    order = random.Random(seed)

    def mixed(rows):
        return tuple(order.sample(list(rows), len(rows)))

    return replace(
        REGISTERED,
        municipalities=MappingProxyType(dict(mixed(REGISTERED.municipalities.items()))),
        former=mixed(REGISTERED.former),
        districts=mixed(REGISTERED.districts),
        place_names=mixed(REGISTERED.place_names),
        genitive_names=mixed(REGISTERED.genitive_names),
    )


def questions():
    """Names of every sort under several hints, misspelt ones included."""
    for name in sorted(SURE):
        for hint in (None, "Digi Viken", "Vestland"):
            yield name, hint
        yield name[:-1], None


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_neither_the_order_of_rows_nor_of_the_registers_changes_an_answer(seed):
    asked = list(questions())
    expected = {question: RECOGNISER.recognise(question[0], hint=question[1]) for question in asked}
    other = Recogniser(shuffled_register(seed))
    random.Random(seed).shuffle(asked)
    assert {q: other.recognise(q[0], hint=q[1]) for q in asked} == expected


@settings(max_examples=200, deadline=None)
@given(name=st.sampled_from(sorted(SURE)), one=DATES, other=DATES)
def test_two_dates_of_one_era_give_the_same_answer(name, one, other):
    if RECOGNISER.era(one) == RECOGNISER.era(other):
        answers = {RECOGNISER.recognise(name, as_of=as_of) for as_of in (one, other)}
        assert len(answers) == 1
