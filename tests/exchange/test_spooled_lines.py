"""Lines put aside come back as they were."""

import gc
import warnings

from reader.exchange.spool import Spool


def test_lines_come_back() -> None:
    """Many lines, more than memory is used for, come back in order."""
    lines = [f"{number} é" + "x" * 5000 for number in range(3000)]
    assert list(Spool(lines)) == lines


def test_a_spool_that_nobody_reads_is_closed() -> None:
    """Lines that are never asked for leave no open file behind."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        Spool(["a"])
        gc.collect()
    assert list(Spool(["b"])) == ["b"]
