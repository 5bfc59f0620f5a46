"""Ratios of what `reader` takes and what the same work takes elsewhere: `make bench`, `make bench N=4`."""
