"""Validation: a level's national totals held against published series. Begin with `judge.py`."""
