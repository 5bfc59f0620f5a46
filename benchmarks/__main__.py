"""`python -m benchmarks [N]` prints one line a ratio: all of them, or those of number N."""

import sys
from collections.abc import Callable, Iterator

from benchmarks import first_frame, first_paint, help_text, keys, laying_out, order, saving
from benchmarks.rounds import Ratio

SUBJECTS: dict[str, Callable[[], Iterator[Ratio]]] = {
    "1": order.ratios,
    "2": laying_out.ratios,
    "3": first_frame.ratios,
    "4": keys.ratios,
    "5": first_paint.ratios,
    "7": saving.ratios,
    "11": help_text.ratios,
}


def main(arguments: list[str]) -> int:
    """Print the ratios asked for; 0 also when one is missed."""
    unknown = [number for number in arguments if number not in SUBJECTS]
    if unknown:
        print(f"benchmarks: {' '.join(unknown)}: no such ratio: use {' '.join(SUBJECTS)}", file=sys.stderr)
        return 2
    for number in arguments or SUBJECTS:
        for ratio in SUBJECTS[number]():
            print(ratio, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
