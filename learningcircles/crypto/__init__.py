"""The only room that speaks to the `cryptography` library."""
