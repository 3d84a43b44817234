"""Checks of the termbase, one family a module; `glossary.validate` registers them."""
