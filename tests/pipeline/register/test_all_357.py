"""Every form of every municipality's name and number, one by one."""

import itertools
from collections import Counter, defaultdict

import pytest

SPLIT_CODE = "1507"


def namesakes(register):
    counted = Counter(m.name for m in register.municipalities.values())
    return {name for name, count in counted.items() if count > 1}


def forms(municipality):
    """Every way an organisation or a list writes the name of a municipality."""
    names = (municipality.name, *municipality.parallel_names)
    for name in names:
        yield from (name, name.upper(), name.lower(), f" {name} ")
        yield from (f"{name} kommune", f"{name.upper()} KOMMUNE", f"{name} suohkan")
        yield from (f"{name} gielda", f"{name} tjïelte", f"{name} komuuni")
        yield name.replace("-", " ")
        yield name.replace("-", " – ")
        yield name.replace(" og ", " & ")
        yield (
            name.replace("æ", "ae")
            .replace("ø", "oe")
            .replace("å", "aa")
            .replace("Æ", "Ae")
            .replace("Ø", "Oe")
            .replace("Å", "Aa")
        )
    for count in (2, 3):
        for some in itertools.permutations(names, count):
            for separator in (" - ", "-", " – ", "/", " / ", ", "):
                yield separator.join(some)
            yield f"{some[0]} ({' - '.join(some[1:])})"
            yield " / ".join(f"{name} kommune".upper() for name in some)


def regions(municipality):
    yield municipality.county_name
    yield municipality.digi_region
    yield municipality.digi_region.removeprefix("Digi ")


def test_there_are_357_and_only_heroy_and_valer_are_namesakes(register):
    assert len(register.municipalities) == 357
    assert namesakes(register) == {"Herøy", "Våler"}


def test_every_form_of_every_name_gives_its_municipality_without_a_hint(recogniser, register):
    wrong = [
        (form, municipality.code)
        for municipality in register.municipalities.values()
        if municipality.name not in namesakes(register)
        for form in forms(municipality)
        if recogniser.recognise(form).code != municipality.code
    ]
    assert wrong == []


def test_every_form_of_every_name_gives_its_municipality_under_its_own_region(recogniser, register):
    wrong = [
        (form, region)
        for municipality in register.municipalities.values()
        for form in forms(municipality)
        for region in regions(municipality)
        if recogniser.recognise(form, hint=region).code != municipality.code
    ]
    assert wrong == []


def test_every_name_followed_by_its_county_or_region_gives_its_municipality(recogniser, register):
    wrong = [
        form
        for municipality in register.municipalities.values()
        for region in regions(municipality)
        for form in (
            f"{municipality.name} ({region})",
            f"{municipality.name} {region}",
            f"{municipality.name}, {region}",
            f"{municipality.name} i {region}",
            f"{municipality.name} kommune ({region})",
            f"{' - '.join((municipality.name, *municipality.parallel_names))} ({region})",
        )
        if recogniser.recognise(form).code != municipality.code
    ]
    assert wrong == []


def test_every_code_of_today_gives_its_municipality_alone_and_with_its_name(recogniser, register):
    for code, municipality in register.municipalities.items():
        for printed in (code, code.lstrip("0"), f"{int(code)}.0", f"K-{code}", f" {code} "):
            alone = recogniser.recognise(None, printed)
            named = recogniser.recognise(municipality.name, printed)
            assert (alone.code, alone.rule, named.code) == (code, "code", code)
        assert recogniser.recognise(f"{code} {municipality.name}").code == code


def test_every_code_of_2020_to_2023_gives_its_municipality_except_the_one_split(
    recogniser, register
):
    for code, municipality in register.municipalities.items():
        result = recogniser.recognise(None, municipality.code_2020)
        if municipality.code_2020 == SPLIT_CODE:
            assert result.reason == "split_municipality"
        else:
            assert result.code == code
            assert recogniser.recognise(municipality.name, municipality.code_2020).code == code


def test_every_organisation_number_gives_its_municipality(recogniser, register):
    for code, municipality in register.municipalities.items():
        if municipality.org_number:
            spaced = " ".join(municipality.org_number[i : i + 3] for i in (0, 3, 6))
            for printed in (municipality.org_number, f"NO {spaced} MVA"):
                result = recogniser.recognise(None, org_number=printed)
                assert (result.code, result.rule) == (code, "org_number")
                assert recogniser.recognise(municipality.name, org_number=printed).code == code


def test_every_code_with_another_municipalitys_name_is_a_conflict(recogniser, register):
    municipalities = list(register.municipalities.values())
    for one, other in itertools.pairwise(municipalities):
        result = recogniser.recognise(one.name, other.code)
        if one.name != other.name:
            assert result.reason == "conflict", (one.name, other.name)
            assert {one.code, other.code} <= {c.code for c in result.candidates}


def bearers(register):
    """(names that municipalities bear, every other name) -> the municipalities they lead to."""
    borne, other = defaultdict(set), defaultdict(set)
    for municipality in register.municipalities.values():
        for name in (municipality.name, *municipality.parallel_names):
            borne[name].add(municipality.code)
        other[municipality.admin_centre].add(municipality.code)
    for former in register.former:
        other[former.name].update(former.successor_codes)
    for place in register.place_names:
        other[place.name].add(place.municipality_code)
    return borne, other


def areas(register):
    """Every region that a hint can name by the register of municipalities -> its members."""
    found = defaultdict(set)
    for municipality in register.municipalities.values():
        for region in (*regions(municipality), municipality.health_region):
            found[region].add(municipality.code)
    return {None: set(register.municipalities), **found}


def test_no_two_municipalities_share_a_certain_name_within_any_hint(recogniser, register):
    borne, other = bearers(register)
    checked = 0
    for (hint, area), name in itertools.product(areas(register).items(), {**borne, **other}):
        result = recogniser.recognise(name, hint=hint)
        if result.code and result.code in area:
            meant = (borne[name] & area) or (other[name] & area)
            assert meant == {result.code}, (name, hint)
            checked += 1
        else:
            assert len((borne[name] & area) or (other[name] & area)) != 1 or any(
                former.name == name and len(former.successor_codes) > 1
                for former in register.former
            ), (name, hint)
    assert checked > 2500


@pytest.mark.parametrize("name", ["Herøy", "Våler"])
def test_namesakes_without_a_hint_are_ambiguous_with_both_as_candidates(recogniser, register, name):
    result = recogniser.recognise(name)
    both = [code for code, m in register.municipalities.items() if m.name == name]
    assert (result.reason, [c.code for c in result.candidates]) == ("ambiguous", both)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("DEANU GIELDA / TANA KOMMUNE", "5628"),
        ("DIELDDANUORI SUOHKAN - TJELDSUND KOMMUNE", "5512"),
        ("EVENES KOMMUNE / EVENÁSSI SUOHKAN", "1853"),
        ("GAIVUONA SUOHKAN KÅFJORD KOMMUNE KAIVUONON KOMUUNI", "5540"),
        ("GUOVDAGEAINNU SUOHKAN / KAUTOKEINO KOMMUNE", "5612"),
        ("HARSTAD KOMMUNE / HÁRSTTÁID SUOHKAN", "5503"),
        ("KARASJOGA GIELDA / KARASJOK KOMMUNE", "5610"),
        ("LAVANGEN KOMMUNE LOABÁGA SUOHKAN", "5518"),
        ("LYNGEN KOMMUNE IVGU SUOHKAN YYKEÄN KUNTA", "5536"),
        ("PORSÁNGGU GIELDA", "5622"),
        ("SORTLAND KOMMUNE / SUORTTÁ SOUHKAN", "1870"),
        ("UNJARGGA GIELDA / NESSEBY KOMMUNE", "5636"),
        ("Omasvuotna Storfjord Omasvuonon", "5538"),
        ("Fauske kommune – Fuosko suohkan", "1841"),
        ("Snåasen tjïelte", "5041"),
    ],
)
def test_names_as_the_register_of_legal_entities_and_statistics_norway_write_them(
    recogniser, written, code
):
    assert recogniser.recognise(written).code == code


@pytest.mark.parametrize("written", ["Karasjoga", "Porsánggu", "Unjarga kommune"])
def test_a_genitive_or_a_lost_accent_alone_is_only_a_suggestion(recogniser, written):
    assert recogniser.recognise(written).reason == "unknown_name"


def test_every_genitive_leads_to_its_municipality_before_a_sami_or_kven_word(recogniser, register):
    for genitive in register.genitive_names:
        result = recogniser.recognise(f"{genitive.name} suohkan")
        assert (result.code, result.rule) == (genitive.municipality_code, "genitive_name")
