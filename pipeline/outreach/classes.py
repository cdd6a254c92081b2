"""The classes that areas are drawn in, alike on the pages, in pictures and on slides."""


def enrolled_class(not_adopted: int, unknown: int, enrolled: int | None) -> str:
    """The class of a region by the share enrolled of those who have not adopted.

    enrolled is None where nothing says. A region without known gaps but with unknown municipalities
    is unknown: nobody can say that none remain.
    """
    if not not_adopted:
        return "unknown" if unknown else "no_gap"
    if enrolled is None:
        return "unknown"
    if enrolled == 0:
        return "none"
    if enrolled >= not_adopted:
        return "all"
    return "most" if 2 * enrolled >= not_adopted else "some"
