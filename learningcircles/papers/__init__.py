"""What goes onto paper, as plain data: who may be named there is decided here, how it looks in the desktop."""
