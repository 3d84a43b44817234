"""Training of the embedded draft models; the tool itself imports nothing from here."""
