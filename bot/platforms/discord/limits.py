"""What Discord accepts, as numbers (its developer documentation)."""

VIEW_TEXT = 4000
LABEL = 80
ROW_BUTTONS = 5
COMPONENTS = 40
CHOICES = 25
CHOICE = 100
DESCRIPTION = 100
NONCE = 25
MODAL_TITLE = 45
MODAL_FIELDS = 5
INPUT_LABEL = 45
INPUT_VALUE = 4000
FIELD_HINT = 100
ANSWER_WITHIN_SECONDS = 2.0


def cut(text: str, limit: int) -> str:
    """A text of at most `limit` characters, with an ellipsis where something is gone."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
