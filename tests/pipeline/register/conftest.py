"""The project's own register, read and indexed once for every test below."""

import pytest

from pipeline.paths import REGISTER
from pipeline.register.municipalities import Register, load_register
from pipeline.register.recognise import Recogniser


@pytest.fixture(scope="session")
def register() -> Register:
    return load_register(REGISTER)


@pytest.fixture(scope="session")
def recogniser(register: Register) -> Recogniser:
    return Recogniser(register)
