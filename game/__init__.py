"""Two Ledgers (两本账): a village in the Great Leap Forward, 1958 to 1961."""

__version__ = "0.1.0"
