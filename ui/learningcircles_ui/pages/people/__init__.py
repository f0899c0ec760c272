"""People: the members, one of them beside the table, and what is asked about them."""
