"""The translation tool built around the termbase: documents, engines, enforcement, exchange."""

__version__ = "0.1.0"
