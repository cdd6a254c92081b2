import codecs

import pytest

from pipeline.errors import UserError
from pipeline.sources.decode import decode

TEXT = "Kommune;Befolkning\r\nØvre Eiker;20\u00a0779\r\n"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TEXT.encode("utf-8"), "UTF-8"),
        (codecs.BOM_UTF8 + TEXT.encode("utf-8"), "UTF-8 med BOM"),
        (TEXT.encode("cp1252"), "Windows-1252"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "UTF-16 LE"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "UTF-16 BE"),
        (TEXT.encode("utf-16-le"), "UTF-16-LE"),
        (TEXT.encode("utf-16-be"), "UTF-16-BE"),
    ],
)
def test_every_encoding_gives_the_same_text(data, name):
    assert decode(data) == (TEXT, name)


def test_a_windows_dash_is_read_as_a_dash():
    assert decode("Sør \u2013 Fron".encode("cp1252"))[0] == "Sør – Fron"


def test_bytes_that_are_no_text_get_one_sentence():
    with pytest.raises(UserError, match="verken UTF-8"):
        decode(b"Kommune;\x81\x8d")


def refusal(data):
    with pytest.raises(UserError) as refused:
        decode(data)
    return str(refused.value)


def test_utf8_with_a_broken_letter_is_not_taken_for_windows_1252():
    data = "Kommune\nBærum\nBodø\n".encode().replace("ø".encode(), b"\xc3")
    assert refusal(data) == (
        "Filen er UTF-8, men har ødelagte tegn på linje 3: hent eksporten på nytt uten å lime inn "
        "tekst fra andre filer."
    )


@pytest.mark.parametrize("name", ["Bodø", "Ål", "Ærlig", "Østre Toten", "Måløy", "Kåfjord"])
@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_letters_that_were_read_in_the_wrong_encoding_and_saved_so_are_refused(name, wrong):
    garbled = name.encode().decode(wrong)
    assert "(«Ã" in refusal(f"Kommune\n{garbled}\n".encode())
    assert "på linje 2 skulle vært én bokstav" in refusal(f"Kommune\n{garbled}\n".encode())


def test_sami_letters_and_a_true_a_with_tilde_are_left_alone():
    text = "Kommune\nGáivuotna\nRáisa Čáhci Ŋ\nSÃO\n"
    assert decode(text.encode()) == (text, "UTF-8")


def test_a_nul_byte_gets_one_sentence_with_its_line():
    assert refusal(b"Kommune;Befolkning\nOs\0lo;1\n") == (
        "Filen har et nulltegn på linje 2 og er trolig skadet: hent eksporten på nytt, eller lagre "
        "den som CSV UTF-8."
    )


@pytest.mark.parametrize("codec", ["utf-32", "utf-32-le", "utf-32-be"])
def test_utf32_is_called_by_its_name(codec):
    assert refusal(TEXT.encode(codec)).startswith("Filen er lagret som UTF-32, som ikke leses")
    marked = codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be")
    assert refusal(marked).startswith("Filen er lagret som UTF-32, som ikke leses")


OLDER = {
    "cp850": "CP850 eller CP865 (DOS)",
    "cp865": "CP850 eller CP865 (DOS)",
    "mac_roman": "Mac Roman",
}


@pytest.mark.parametrize("codec", OLDER)
@pytest.mark.parametrize("name", ["Tromsø", "Tønsberg", "Måsøy", "Østre Toten", "Ålesund"])
def test_letters_of_dos_and_of_an_old_mac_are_named_and_never_read_as_signs(codec, name):
    data = f"Kommune;Status\n{name};I bruk\n".encode(codec)
    told = f"ser ut til å være lagret som {OLDER[codec]}"
    assert told in refusal(data)
    assert "på linje 2" in refusal(data)


@pytest.mark.parametrize(
    "text",
    [
        "‘Oslo’ – “Halden” … d’Aosta rock‘n’roll",
        "Oslo† ‡ ‹Halden› Hjem › Liste ‹Oslo›",
        "Tromsø Troms› T›nsberg",
        "1¾ ¿Que? Œuvre œuvre",
        "50 % – 3 €",
    ],
)
def test_the_signs_of_windows_stay(text):
    assert decode(f"Kommune\n{text}\n".encode("cp1252")) == (f"Kommune\n{text}\n", "Windows-1252")
