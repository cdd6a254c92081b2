"""The page on loading: the newest files, and commands that exist."""

import re
from datetime import date

from dashboard import texts, upload
from dashboard.rows import SourceFile
from pipeline.__main__ import main


def file(path: str, day: date | None, **values: object) -> SourceFile:
    defaults = dict.fromkeys(SourceFile._fields) | dict.fromkeys(SourceFile._fields[4:10], 0)
    return SourceFile(**(defaults | {"path": path, "as_of": day} | values))


def test_the_newest_files_that_are_used_stand_first():
    files = [
        file("gammel.csv", date(2024, 5, 31)),
        file("ny.csv", date(2024, 6, 30), rows_read=957, review=3),
        file("ødelagt.csv", date(2024, 7, 31), problem="Filen er tom"),
        file("uten-dato.csv", None),
    ]
    told = [[cell.text for cell in row] for row in upload.newest_rows(files)]
    assert told == [
        ["juni 2024", "ny.csv", "–", "957", "3", "0"],
        ["mai 2024", "gammel.csv", "–", "0", "0", "0"],
    ]


def test_every_command_on_the_page_exists(capsys):
    told = " ".join(command for _, command in texts.UPLOAD_STEPS)
    commands = re.findall(r"-m pipeline (\w+)", told)
    assert commands == ["check", "decide"]
    for command in commands:
        try:
            main([command, "--help"])
        except SystemExit as stop:
            assert stop.code == 0
        assert command in capsys.readouterr().out
