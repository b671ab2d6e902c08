"""A game in progress, for any front end: session, saves, batch."""
