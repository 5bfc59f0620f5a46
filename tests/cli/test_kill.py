"""What was told to be saved is there, whatever happens to the program."""

import json
import threading

import pytest


def requests(document, count, first):
    """Lines of JSON, each for a span of its own."""
    spans = ((start, end) for start in range(50) for end in range(start + 1, 52))
    chosen = list(spans)[first : first + count]
    records = ({"document": document, "start": start, "end": end, "label": "claim"} for start, end in chosen)
    return "".join(json.dumps(record) + "\n" for record in records).encode()


@pytest.mark.long
def test_no_saved_annotation_is_lost_to_a_kill(run, spawn, french, rounds):
    """Killed at any moment, the program has kept every annotation whose id it had printed."""
    printed = set()
    for number in range(rounds):
        process = spawn("annotate", "-")
        # The first answer says that it works; then it has between 0 and 47 ms more to live.
        process.stdin.write(requests(french, 8, number * 8 % 1000))
        process.stdin.flush()
        first = process.stdout.readline()
        killer = threading.Timer(number * 7 % 48 / 1000, process.kill)
        killer.start()
        rest = process.stdout.read()
        killer.join()
        process.communicate()
        printed.update(line.decode() for line in (first + rest).split(b"\n")[:-1])
        exported = {json.loads(line)["id"] for line in run("export").lines}
        assert printed <= exported
    assert len(printed) >= min(rounds, 100)
    assert run("check").code == 0
