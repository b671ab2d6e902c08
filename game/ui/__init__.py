"""The window: the only package that imports pygame and pytmx."""

import os

# The library's greeting would stand between the lines of `shot` and `play`.
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
