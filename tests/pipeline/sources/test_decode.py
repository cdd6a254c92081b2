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
