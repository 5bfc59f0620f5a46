"""Text without a screen and without a file: decoding, paragraphs, order, clusters, rows, units, folding."""
