"""A disk that is full: files that may not grow, and small file systems.

Whatever does not fit is told in a sentence, the old build stays in force, and nothing half-written
is left. Where old builds can give way to the new one, they do.

Run as a program, `python -m bench.chaos.disk FOLDER must|may RAW CONTENT [RAW CONTENT …]` builds
from each RAW in turn in a folder that is a file system of its own, and prints a line a build: what
is wrong, or nothing.
"""

import resource
import shutil
import subprocess
import sys
from pathlib import Path

from bench.chaos.ground import Ground, Tally, command, in_force, leftovers
from pipeline.errors import UserError
from pipeline.paths import ROOT
from pipeline.warehouse import current_path

SHARES = (0.001, 0.01, 0.1, 0.3, 0.6, 0.9, 0.99, 1.5)
"""How large a file may become, of what a build needs."""
DISKS = (0.6, 1.1, 1.6, 2.2, 2.7, 3.5)
"""How large a file system is, of what a build needs."""
ROOM = 2.7
"""From here on there is room for the build in force, the new one, and what it is made of."""
BUILDS = 4
"""One more than are kept."""

MUST = "must"

_MOUNTED = 'mount -t tmpfs -o size="$1" tmpfs "$2" && shift 2 && exec "$@"'


def run(ground: Ground, tally: Tally) -> None:
    """First the files that may not grow, then the small file systems."""
    size = current_path(ground.warehouse).stat().st_size
    for share in SHARES[1::4] if ground.short else SHARES:
        warehouse = ground.copy(f"disk-{share}")
        limits = {resource.RLIMIT_FSIZE: int(share * size)}
        fault = _fault(ground.more, warehouse, ground.contents[1], must=share > 1, limits=limits)
        tally.note(f"files of at most {share} of a build: {fault}" if fault else None)
    if why := _no_mounting(ground.new("disk-mounted")):
        tally.not_run.append(f"small file systems: {why}")
        return
    for share in DISKS[1:2] if ground.short else DISKS:
        _small_disk(ground, tally, share, int(share * size))


def _fault(
    raw: Path, warehouse: Path, new: str, *, must: bool, limits: dict[int, int] | None = None
) -> str | None:
    """Build on a disk that may be full; what is wrong with how it ended. `must`: there is room."""
    try:
        old = in_force(warehouse)
    except UserError:
        old = None
    told = command("build", "--raw", raw, "--warehouse", warehouse, limits=limits)
    if fault := told.fault(0) if must else told.fault(0, 1):
        return fault
    if left := leftovers(warehouse):
        return f"{', '.join(left)} is left"
    try:
        now = in_force(warehouse)
    except UserError:
        now = None
    return None if now == (old if told.code else new) else "another build is in force than is said"


def _isolated(size: int, folder: Path, *program: object) -> subprocess.CompletedProcess[str]:
    """Run a program where a small file system is mounted on a folder, for it alone."""
    return subprocess.run(
        ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", _MOUNTED, "sh"]
        + [str(word) for word in (size, folder, *program)],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )


def _no_mounting(folder: Path) -> str | None:
    """Why no file system can be mounted here, if none can."""
    if not shutil.which("unshare"):
        return "there is no unshare"
    tried = _isolated(1 << 20, folder, "true")
    return "mounting is not allowed" if tried.returncode else None


def _small_disk(ground: Ground, tally: Tally, share: float, size: int) -> None:
    """Two kinds of build in turn, on a file system of a size."""
    folder = ground.new(f"disk-of-{share}")
    must = MUST if share >= ROOM else "may"
    kinds = [*zip((ground.raw, ground.more), ground.contents, strict=True)] * (BUILDS // 2)
    turns = [word for kind in kinds[: ground.of(BUILDS, 2)] for word in kind]
    ended = _isolated(size, folder, sys.executable, "-m", "bench.chaos.disk", folder, must, *turns)
    if ended.returncode:
        tally.note(f"disk of {share} builds: {ended.stderr.strip().splitlines()[-1]}")
    for number, fault in enumerate(ended.stdout.splitlines(), 1):
        tally.note(f"disk of {share} builds, build {number}: {fault}" if fault else None)


if __name__ == "__main__":
    place, must, *turns = sys.argv[1:]
    for raw, new in zip(turns[::2], turns[1::2], strict=True):
        print(_fault(Path(raw), Path(place) / "warehouse", new, must=must == MUST) or "")
