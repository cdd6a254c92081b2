"""The register of contacts: whom it gives for a row of a list, and what it refuses."""

import pytest

from pipeline import inputs
from pipeline.build import build
from pipeline.contacts import FIELDS, load_contacts
from pipeline.errors import UserError
from pipeline.outreach.lists import Selection, take
from pipeline.paths import REGISTER
from pipeline.register.municipalities import load_register
from pipeline.warehouse import connect

HEADER = ",".join(FIELDS) + "\n"
MUNICIPALITIES = load_register(REGISTER).municipalities


def load(folder, text):
    (folder / "kontakter.csv").write_text(text, encoding="utf-8")
    return load_contacts(folder, {"vkp", "digihelse"}, MUNICIPALITIES)


def test_no_file_is_no_contacts(tmp_path):
    assert load_contacts(tmp_path, {"vkp"}, MUNICIPALITIES) == []


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("kosmos,,,a@b.example", "linje 3: solution_id = «kosmos»"),
        ("vkp,Digi Nord,,a@b.example", "linje 3: digi_region = «Digi Nord»"),
        ("vkp,,9999,a@b.example", "linje 3: municipality_code = «9999»"),
        ("vkp,,1804,", "linje 3: contact mangler"),
        ("vkp,Digi Nordland,1804,a@b.example", "kan ikke stå på samme linje"),
        (",,,a@b.example", "sier ikke hvem kontakten gjelder"),
        ("vkp,,0301,b@b.example", "det samme står på linje 2"),
        ("vkp,0301", "linjen har 2 felt, overskriften har 4"),
    ],
)
def test_a_wrong_line_is_told_with_its_number_and_field(tmp_path, line, fault):
    with pytest.raises(UserError, match=fault):
        load(tmp_path, f"{HEADER}vkp,,0301,a@b.example\n{line}\n")


def test_a_wrong_heading_is_told(tmp_path):
    with pytest.raises(UserError, match="overskriften skal være solution_id,digi_region,"):
        load(tmp_path, "region,kontakt\n")


def test_the_nearest_contact_is_the_one_on_the_list(put, tmp_path, monkeypatch):
    contacts = load(
        tmp_path,
        HEADER
        + "vkp,,,nasjonal@ks.example\n"
        + ",Digi Nordland,,digi@nordland.example\n"
        + "vkp,Digi Agder,,vkp@agder.example\n"
        + ",,1804,post@bodo.example\n"
        + "vkp,,1804,vkp@bodo.example\n"
        + "digihelse,,1806,digihelse@narvik.example\n",
    )
    monkeypatch.setattr(inputs, "load_contacts", lambda *_: contacts)
    put("nhn-2024-05/vkp.csv", "Kommune;Befolkning\nOslo;1\n")
    built = build(tmp_path / "raw", tmp_path / "warehouse")
    rows = take(connect(built.path), Selection("all", ("vkp",))).rows
    told = {row.name: row.contact for row in rows}
    assert told["Bodø"] == "vkp@bodo.example"
    assert told["Narvik"] == "digi@nordland.example"
    assert told["Risør"] == "vkp@agder.example"
    assert told["Oslo"] == "nasjonal@ks.example"
