"""Realization: what stands in each slot of a target, in the form its place asks for."""
