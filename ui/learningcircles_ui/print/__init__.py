"""What is printed, drawn with QPainter onto PDF pages: text stays text."""
