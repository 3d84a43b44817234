"""File formats of the termbase: each is a pair of pure functions, text to model and back."""
