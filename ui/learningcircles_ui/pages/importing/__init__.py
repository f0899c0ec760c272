"""Bringing in a list: its columns and letters, the rows as they would come in, and taking them."""
