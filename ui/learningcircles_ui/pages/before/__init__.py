"""What stands there before a circle is open: the first run, a locked circle, and one that cannot be opened."""
