"""The rules: the grain's path, one module a step. They meet only in the state."""
