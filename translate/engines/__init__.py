"""Engines: what turns masked Russian segments into masked hypotheses."""
