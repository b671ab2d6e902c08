"""The core: a commune and its two ledgers, in numpy and arithmetic. No file, clock or screen."""
