"""File formats as pure functions: bytes or text in, values out, and back. No paths here."""
