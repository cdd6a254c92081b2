"""Which names the server answers to."""

import pytest

from pipeline.errors import UserError
from web.hosts import LOOPBACK, allowed_hosts, is_allowed


def test_loopback_and_the_names_given_are_allowed(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("UTBREDELSE_HOSTS", "Tall.kommune.no, 10.0.0.7,,")
    assert allowed_hosts() == (*LOOPBACK, "tall.kommune.no", "10.0.0.7")


@pytest.mark.parametrize("entry", ["https://tall.no", "tall.no/", "tall.no:80", "*", "a b"])
def test_what_is_no_name_is_told(monkeypatch: pytest.MonkeyPatch, entry):
    monkeypatch.setenv("UTBREDELSE_HOSTS", f"tall.no,{entry}")
    with pytest.raises(UserError, match="UTBREDELSE_HOSTS"):
        allowed_hosts()


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8501", "127.0.0.1:1", "[::1]:8501"])
def test_an_allowed_name_may_have_any_port(host):
    assert is_allowed(host, LOOPBACK)


@pytest.mark.parametrize(
    "host", [None, "", "localhost.evil", "localhost@evil", "localhost:x", "localhost/", "::1"]
)
def test_what_only_looks_like_an_allowed_name_is_not(host):
    assert not is_allowed(host, LOOPBACK)
