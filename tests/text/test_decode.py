"""From the bytes of a file to its text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model import BadData, UsageError
from reader.text.decode import decode

ARABIC = "عاد ترام الميناء إلى العمل يوم الثلاثاء، بحسب ما أعلنته البلدية في بيان لها.\r\n" * 4
FRENCH = "Le tramway du port a été rétabli à l’heure, a précisé la mairie, après des années d’arrêt.\n" * 4


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"a\r\nb", "a\r\nb", "utf-8"),
        ("é ب".encode(), "é ب", "utf-8"),
        (codecs.BOM_UTF8 + b"a", "a", "utf-8"),
        (codecs.BOM_UTF8 * 2 + b"a", "\ufeffa", "utf-8"),
        ("\ufeffaب".encode("utf-16-le"), "aب", "utf-16-le"),
        ("\ufeffaب".encode("utf-16-be"), "aب", "utf-16-be"),
        ("\ufeffaب".encode("utf-32-le"), "aب", "utf-32-le"),
        ("\ufeffaب".encode("utf-32-be"), "aب", "utf-32-be"),
        ("e\u0301".encode(), "e\u0301", "utf-8"),
        (b"", "", "utf-8"),
        (codecs.BOM_UTF8, "", "utf-8"),
    ],
)
def test_utf_8_unless_a_mark_says_otherwise(data: bytes, text: str, encoding: str) -> None:
    """One byte order mark is taken off; no line end and no letter is changed."""
    decoded = decode(data, "a.txt")
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("windows-1256", "cp1256"),
        ("iso-8859-6", "iso8859-6"),
        ("UTF8", "utf-8"),
        ("utf-16", "utf-16"),
        ("UTF-16LE", "utf-16-le"),
    ],
)
def test_a_named_encoding(encoding: str, name: str) -> None:
    """The reader may say what the file is in."""
    decoded = decode("سلام\n".encode(encoding), "a.txt", encoding)
    assert (decoded.text, decoded.encoding) == ("سلام\n", name)


def test_only_one_mark_goes_from_utf_16() -> None:
    """A second U+FEFF is text."""
    assert decode("\ufeffa".encode("utf-16"), "a.txt", "utf-16").text == "\ufeffa"


@pytest.mark.parametrize(
    ("data", "position"),
    [(b"abc\xff", 3), (codecs.BOM_UTF8 + b"ab\xff", 5), (b"\xe9t\xe9", 0), (b"a\xed\xa0\x80", 1), (b"ok \xd8", 3)],
)
def test_bytes_that_do_not_fit_are_named(data: bytes, position: int) -> None:
    """The first wrong byte is counted from the start of the file, its mark included."""
    with pytest.raises(BadData, match=rf"^a\.txt: not UTF-8 at byte {position}: .*--encoding"):
        decode(data, "a.txt")


@pytest.mark.parametrize(("text", "guess"), [(ARABIC, "windows-1256"), (FRENCH, "windows-1252")])
def test_a_guess_is_told_and_right(text: str, guess: str) -> None:
    """The advice can be typed as it stands, and reads the file."""
    data = text.encode(guess)
    with pytest.raises(BadData, match=rf"try --encoding {guess}$"):
        decode(data, "a.txt")
    assert decode(data, "a.txt", guess).text == text


def test_bytes_that_look_like_nothing_get_no_guess() -> None:
    """A file with NUL bytes is no text in a single-byte encoding."""
    with pytest.raises(BadData, match=r"name its encoding with --encoding$"):
        decode(b"\xff\x00\x01\x02\x00\xfe", "a.bin")


def test_the_named_encoding_is_the_one_complained_about() -> None:
    """Bytes that do not fit the encoding that was asked for give its name and no other guess."""
    with pytest.raises(BadData, match=r"^a\.txt: not ISO8859-6 at byte 1: name its encoding with --encoding$"):
        decode(b"a\xff", "a.txt", "iso-8859-6")


@pytest.mark.parametrize("encoding", ["klingon", "", "a\0b", "utf 9"])
def test_an_unknown_encoding(encoding: str) -> None:
    """An encoding that nobody knows is a mistake in the command."""
    with pytest.raises(UsageError, match="unknown: name one like utf-8"):
        decode(b"a", "a.txt", encoding)


@pytest.mark.parametrize("encoding", ["hex", "base64", "rot13", "zip"])
def test_an_encoding_that_is_none_of_text(encoding: str) -> None:
    """A codec of bytes is no encoding of text."""
    with pytest.raises(UsageError, match="not one of text"):
        decode(b"6162", "a.txt", encoding)


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("idna", b"xn--\xff"),
        ("undefined", b"a"),
        ("unicode_escape", rb"\ud800"),
        ("utf-7", b"+2AA-"),
        ("raw_unicode_escape", rb"\udfff"),
    ],
)
def test_what_is_no_text_after_decoding(encoding: str, data: bytes) -> None:
    """Half a character, or a codec that only says no, is bad data and no crash."""
    with pytest.raises(BadData, match=r"^a\.txt: not "):
        decode(data, "a.txt", encoding)


@given(text=st.text())
def test_utf_8_comes_back(text: str) -> None:
    """What was written as UTF-8 is read as it was, but for a mark at its start."""
    assert decode(text.encode(), "a.txt").text == text.removeprefix("\ufeff")


@given(data=st.binary(max_size=40), encoding=st.sampled_from([None, "utf-8", "utf-16", "cp1256", "utf-32"]))
def test_any_bytes_are_text_or_refused(data: bytes, encoding: str | None) -> None:
    """There is no third way, and never a replacement character."""
    try:
        text = decode(data, "a.txt", encoding).text
    except BadData:
        return
    assert "\ufffd" not in text or "\ufffd".encode(encoding or "utf-8")[-2:] in data
