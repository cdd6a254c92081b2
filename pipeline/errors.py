"""Errors that a person can act on."""


class UserError(Exception):
    """What the user can put right: one Norwegian sentence saying what, where and what to do."""


class BuildError(UserError):
    """A build that must not be published; the warehouse in force stays as it was."""
