"""The circle itself: values, rules, journal, storage and trust. No Qt, no network."""

__version__ = "0.1.0"
