"""The window: the only package that imports pygame and pytmx."""
