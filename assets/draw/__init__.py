"""The drawing scripts: `python -m assets.draw` writes every picture of the game."""
