"""What the screens of a game are called by those who accompany them: the guide, the sounds."""

KINDS = {
    "CartsLeave": "carts", "SeasonFigures": "figures", "Village": "village", "Months": "months",
    "ReportDesk": "desk", "Ledger": "ledger", "Debrief": "debrief",
}  # fmt: skip


def kind_of(screen: object) -> str | None:
    """What a screen is called; None for one that no game needs."""
    return KINDS.get(type(screen).__name__)
