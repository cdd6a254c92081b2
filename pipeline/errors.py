"""Errors that a person can act on."""

from collections.abc import Mapping


class UserError(Exception):
    """What the user can put right: one Norwegian sentence saying what, where and what to do."""


class NothingUsableError(UserError):
    """A build of files none of which can be used. problems: the sentence why, by path."""

    def __init__(self, message: str, problems: Mapping[str, str | None]) -> None:
        super().__init__(message)
        self.problems = problems


class BuildError(UserError):
    """A build that must not be published; the warehouse in force stays as it was."""
