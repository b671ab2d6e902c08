"""Reads level folders: the only code that knows TOML and Tiled. Begin with `load.py`."""
