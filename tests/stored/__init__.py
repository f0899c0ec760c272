"""Files as earlier versions wrote them, and a test that they still open."""
