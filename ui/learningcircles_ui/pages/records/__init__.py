"""What any list and any record has: files and prints, several rows at once, history, removal and the way back."""
