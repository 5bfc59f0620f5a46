"""Readings for other eyes than a terminal's: rows with colours, SVG, HTML. Values in, text out."""
