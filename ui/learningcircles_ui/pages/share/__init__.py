"""Share: hub, laptop beside this one and stick; the circle's laptops, its sheet, and what was set aside."""
