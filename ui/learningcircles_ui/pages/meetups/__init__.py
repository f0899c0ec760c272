"""Meetups: days, list, details of one, and who came."""
