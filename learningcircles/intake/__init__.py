"""Records that come from files and go to files."""
