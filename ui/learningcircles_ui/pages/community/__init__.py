"""Community: charter, sectors, places, and the circles around."""
