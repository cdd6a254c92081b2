"""What lies below the raw folder; only plain files are read, and no link leads out of it."""

import os
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline import texts
from pipeline.errors import UserError
from pipeline.sources.limits import MAX_DEPTH

_ODD_CHARACTERS = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""What a name cannot be shown with: control and direction signs, and bytes that are no UTF-8."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file, or something else that has a name, below the raw folder.

    name: below the raw folder, as it is told. path: where it is. root: the folder that a link may
    not lead out of. problem: the one sentence why it cannot be read, else None.
    """

    name: str
    path: Path
    root: Path
    problem: str | None = None


def found(name: str, path: Path, root: Path) -> Found:
    """What is found at a path, told by its name, with its problem if it has one."""
    if any(map(_is_odd, name)):
        shown = "".join(_escaped(sign) if _is_odd(sign) else sign for sign in name)
        return Found(shown, path, root, texts.ODD_NAME)
    if "#" in name:
        return Found(name, path, root, texts.HASH_IN_NAME)
    return Found(name, path, root, fault(path, root))


def _is_odd(sign: str) -> bool:
    return sign == "\\" or unicodedata.category(sign) in _ODD_CHARACTERS


def _escaped(sign: str) -> str:
    return sign.encode("unicode_escape").decode()


def walk(root: Path) -> Iterator[Found]:
    """Everything below a folder that is neither a folder nor hidden, in no order.

    A folder that cannot be opened, or lies too deep, stands there itself.
    """
    stack = [("", root, 0)]
    while stack:
        prefix, folder, depth = stack.pop()
        try:
            with os.scandir(folder) as listing:
                entries = [entry for entry in listing if not is_hidden(entry.name)]
        except OSError as error:
            problem = texts.CANNOT_READ.format(why=texts.why(error))
            yield Found(found(prefix.rstrip("/"), folder, root).name, folder, root, problem)
            continue
        for entry in entries:
            name, path = prefix + entry.name, Path(entry.path)
            if not entry.is_dir(follow_symlinks=False):
                yield found(name, path, root)
            elif depth < MAX_DEPTH:
                stack.append((f"{name}/", path, depth + 1))
            else:
                problem = texts.DEEP_FOLDER.format(limit=MAX_DEPTH)
                yield Found(found(name, path, root).name, path, root, problem)


def is_hidden(name: str) -> bool:
    """Whether a file or folder of this name is passed over."""
    return name.startswith((".", "~$"))


def fault(path: Path, root: Path) -> str | None:
    """Why something is no plain file that may be read, in one sentence; None when it is one."""
    try:
        mode = path.lstat().st_mode
        if stat.S_ISLNK(mode):
            target = path.resolve(strict=True)
            if not target.is_relative_to(root.resolve()):
                return texts.LINK_OUT
            mode = target.stat().st_mode
            if stat.S_ISDIR(mode):
                return texts.LINK_TO_FOLDER
    except (OSError, RuntimeError):  # RuntimeError: a ring of links, before Python 3.13
        return (
            texts.LOOSE_LINK if path.is_symlink() else texts.CANNOT_READ.format(why="finnes ikke")
        )
    return None if stat.S_ISREG(mode) else texts.NO_PLAIN_FILE


def read_plain(path: Path, root: Path, limit: int) -> bytes:
    """The bytes of a plain file; a link in it may not lead out of root.

    Raises UserError for anything else, for more bytes than the limit, and for a file that changes
    while it is read. Never waits for a pipe, and never reads more than the file is said to have.
    """
    if problem := fault(path, root):
        raise UserError(problem)
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
            about = os.fstat(file.fileno())
            if not stat.S_ISREG(about.st_mode):
                raise UserError(texts.NO_PLAIN_FILE)
            if about.st_size > limit:
                raise UserError(texts.big_file(about.st_size, limit))
            data = file.read(about.st_size + 1)
    except OSError as error:
        raise UserError(texts.CANNOT_READ.format(why=texts.why(error))) from error
    if len(data) != about.st_size:
        raise UserError(texts.CHANGING_FILE)
    return data
