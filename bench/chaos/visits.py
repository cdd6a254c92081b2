"""What pages answer to a visitor, and whether it is what a person can use."""

from bench.sessions import Answer
from dashboard import texts


def fault_of(answer: Answer) -> str | None:
    """Why a page is not as it should be, if it is not."""
    if answer.exceptions:
        return answer.exceptions[0]
    if not answer.succeeded:
        return "the page did not run to its end"
    for title in (texts.FAILED_TITLE, texts.NO_WAREHOUSE_TITLE):
        if title in answer.html:
            return f"the page says «{title}»"
    return None
