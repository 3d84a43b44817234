"""Verification: a second look at a finished target, independent of how it was realized."""
