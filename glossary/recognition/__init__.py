"""How names are found in a text: surfaces, boundaries, capitals, context."""
