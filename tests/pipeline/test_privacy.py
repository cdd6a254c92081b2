"""Contacts are functions and shared mailboxes: nobody's own address is handed on."""

import csv
from pathlib import Path

import pytest

from dashboard import data
from dashboard.rows import RejectedRow
from pipeline import inputs
from pipeline.build import build
from pipeline.contacts import Contact
from pipeline.paths import KINDS
from pipeline.sources.kinds import load_kinds
from tests.answers import Answers
from tests.commands import command

CASE = Path(__file__).parent.parent / "cases" / "24-forms-export"
"""Its README.md names the public trouble that it is made after."""
HEADER = "Løsning;Løp;Kommune;Påmeldt dato;Status;Kontakt\n"
CONTACTS = "SELECT contact, contact_withheld FROM enrolment_row ORDER BY source_row"


def row(contact, name="Risør", status="Påmeldt"):
    return f"DigiHelsestasjon;dhs-2024;{name};2024-05-10;{status};{contact}\n"


@pytest.fixture
def listed(put, ask):
    """What becomes of these contacts of an enrolment list."""

    def found(*contacts):
        rows = (f'DigiHelsestasjon;dhs-2024;Risør;2024-05-10;Påmeldt;"{c}"\n' for c in contacts)
        put("ks-2024-06/liste.csv", HEADER + "".join(rows))
        return ask(CONTACTS)

    return found


@pytest.fixture
def registered(monkeypatch):
    """Let the register of contacts name this one, for the whole country."""

    def name(contact):
        line = Contact(2, "vkp", None, None, contact)
        monkeypatch.setattr(inputs, "load_contacts", lambda *_: [line])

    return name


def test_the_address_of_whoever_filled_in_a_form_is_no_contact():
    assert Answers(CASE / "raw")(CONTACTS) == [(None, False)]


def test_a_contact_comes_only_from_columns_that_say_so():
    headings = [name for kind in load_kinds(KINDS) for name in kind.optional.get("contact", ())]
    assert headings
    assert [name for name in headings if "kontakt" not in name.lower()] == []


def test_beside_a_forms_own_columns_the_contact_is_the_one_asked_for(put, ask):
    line = row("postmottak@risor.example").strip() + ";kari.nordmann@risor.example;Kari Nordmann\n"
    header = HEADER.strip().replace("Kontakt", "Kontakt e-post") + ";E-post;Navn\n"
    put("ks-2024-06/liste.csv", header + line)
    assert ask(CONTACTS) == [("postmottak@risor.example", False)]


@pytest.mark.parametrize(
    "contact",
    [
        "kari.nordmann@risor.example",
        "k.nordmann@risor.example",
        "kari_nordmann@risor.example",
        "kari-nordmann@risor.example",
        "Kari.Nordmann2@risor.example",
        "KariNordmann@risor.example",
        "åse.o'brien@risor.example",
        "kari.helse@risor.example",
        "postmottak+kari.nordmann@risor.example",
        "i.lund@risor.example",
        "kari.nordmann@kari-nordmann.example",
        "mailto:kari.nordmann@risor.example",
        "Kari Nordmann <kari.nordmann@risor.example>",
        "postmottak@risor.example, kari.nordmann@risor.example",
        "Kari Nordmann <postmottak@risor.example>",
        "Kari Nordmann",
    ],
)
def test_what_could_be_a_persons_is_withheld_and_that_is_said(listed, contact):
    assert listed(contact) == [(None, True)]


def test_mailboxes_of_functions_are_handed_on_as_they_stand(listed):
    functions = [
        "postmottak", "postmottak@risor.example", "digi.helse@risor.example",
        "helse.omsorg@risor.example", "e-helse@risor.example", "ehelse.prosjekt@risor.example",
        "felles.postmottak@risor.example", "no-reply@risor.example", "vkp.prosjekt@ks.example",
        "digi.nordland@bodo.example", "e-helse.tromso@digi.example", "DigiHelse@risor.example",
        "helse.nabodal@nabodal.example", "Innføringsstøtte VKP, vkp@agder.example",
        "Helse og omsorg <post@risor.example>", "Digi Agder",
        "Risør Kommune, postmottak@risor.example",
    ]  # fmt: skip
    assert listed(*functions) == [(contact, False) for contact in functions]


def test_whom_the_register_names_may_stand_on_a_list_too_but_nobody_beside(registered, listed):
    registered("Kari.Nordmann@risor.example")
    given = "Kari Nordmann <kari.nordmann@risor.example>"
    assert listed(given, f"{given}, ola.hansen@risor.example", "ola.hansen@risor.example") == [
        (given, False),
        (None, True),
        (None, True),
    ]


def test_an_exported_list_has_the_mailbox_and_not_the_person(put, tmp_path):
    put(
        "ks-2024-06/liste.csv",
        HEADER + row("Kari Nordmann <kari.nordmann@risor.example>")
        + row("felles.postmottak@amli.example", "Åmli"),
    )  # fmt: skip
    build(tmp_path / "raw", tmp_path / "warehouse")
    out = tmp_path / "liste.csv"
    answer = command(
        "export", "enrolled", "--solution", "digihelsestasjon", "--format", "csv",
        "--warehouse", tmp_path / "warehouse", "--out", out,
    )  # fmt: skip
    assert answer.returncode == 0
    with out.open(encoding="utf-8-sig", newline="") as file:
        told = {line["Kommune"]: line["Kontakt"] for line in csv.DictReader(file, delimiter=";")}
    assert told == {"Risør": "", "Åmli": "felles.postmottak@amli.example"}


@pytest.fixture
def swapped(put, tmp_path):
    """A list on which an address stands in the wrong column, so that its line is rejected."""
    return put(
        "ks-2024-06/liste.csv",
        HEADER + row("Påmeldt", status="kari.nordmann@risor.example") + row("", "Åmli"),
    )


def test_a_rejected_line_is_shown_without_its_addresses(swapped, tmp_path, monkeypatch):
    build(tmp_path / "raw", tmp_path / "warehouse")
    monkeypatch.setenv("UTBREDELSE_WAREHOUSE", str(tmp_path / "warehouse"))
    with data.one_build():
        (rejected,) = data.ask(RejectedRow, "rejected_rows")
    assert rejected.line == ("DigiHelsestasjon;dhs-2024;Risør;2024-05-10;(e-postadresse);Påmeldt")
    assert rejected.reason == "ukjent status «(e-postadresse)»"


def test_neither_does_the_check_of_a_file_print_them(swapped, tmp_path):
    told = command("check", swapped, "--raw", tmp_path / "raw", "--warehouse", tmp_path / "none")
    assert "ukjent status «(e-postadresse)»" in told.stdout
    assert "nordmann" not in told.stdout + told.stderr
