"""Pictures of every page and dialog in every look, joined into contact sheets: `python3 start.py screens`."""
