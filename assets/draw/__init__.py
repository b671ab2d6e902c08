"""Every picture of the game, drawn by script.

`python -m assets.draw` writes assets/atlas and assets/pictures.
"""
