"""The termbase: what is a term, how it inflects, where it stands in a text. Knows no documents."""
