"""UTF-16 offsets."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.exchange.utf16 import Utf16


@settings(max_examples=60)
@given(st.lists(st.text(st.sampled_from("aéع🚋👨\u200d")), max_size=4))
def test_offsets_are_those_of_the_encoded_text(parts: list[str]) -> None:
    """The offset is the number of UTF-16 code units before it, however the text is cut into parts."""
    text = "".join(parts)
    utf16 = Utf16(parts)
    expected = [len(text[:offset].encode("utf-16-le")) // 2 for offset in range(len(text) + 1)]
    assert [utf16.offset(offset) for offset in range(len(text) + 1)] == expected
