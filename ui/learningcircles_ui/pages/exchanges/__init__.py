"""Exchanges: offers, requests, the time exchanged, and the forms that record it."""
