"""Words, sentences and quotations of French, English and Arabic paragraphs."""

import pytest

from reader.text import units

MEN = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
THIN = "8\u202f500"


def words(text: str) -> list[str]:
    """The words of a paragraph."""
    return [text[start:end] for start, end in units.words(text)]


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph."""
    return [text[start:end] for start, end in units.sentences(text)]


def quotations(text: str) -> list[str]:
    """The quotations of a paragraph."""
    return [text[start:end] for start, end in units.quotations(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("l’été d'abord qu’il s’est", ["l’", "été", "d'", "abord", "qu’", "il", "s’", "est"]),
        ("L’État jusqu’à lorsqu'on", ["L’", "État", "jusqu’", "à", "lorsqu'", "on"]),
        ("aujourd’hui presqu’île quelqu'un", ["aujourd’hui", "presqu’île", "quelqu'un"]),
        ("d’« agression », l’18", ["d’", "agression", "l’", "18"]),
        ("Jean-Pierre à Port-Clair", ["Jean-Pierre", "à", "Port-Clair"]),
        ("dit-il, vas-y -- non", ["dit-il", "vas-y", "non"]),
        ("C’est-à-dire", ["C’", "est-à-dire"]),
    ],
)
def test_french_words(text: str, found: list[str]) -> None:
    """A French elision is a word of its own; hyphens and the apostrophes of fixed words hold a word together."""
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1.000 et 12,4", ["1.000", "et", "12,4"]),
        (f"{THIN} voyageurs, 8\u00a0500", [THIN, "voyageurs", "8\u00a0500"]),
        ("100 000", ["100", "000"]),
        ("à 8h30, le 1er", ["à", "8h30", "le", "1er"]),
        ("٠٨:١٥ و٣٫٥", ["٠٨:١٥", "و٣٫٥"]),
        ("12. Puis 3, 4", ["12", "Puis", "3", "4"]),
        ("Covid-19, 19-year-old, 2020-2021", ["Covid-19", "19-year-old", "2020-2021"]),
        ("50% 5€", ["50", "5", "€"]),
    ],
)
def test_numbers(text: str, found: list[str]) -> None:
    """A number is one word with its groups, decimals and unit letters, but not with the stop behind it."""
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("don't go at 8.15am", ["don't", "go", "at", "8.15am"]),
        ("drivers’ pay, the city's", ["drivers", "pay", "the", "city's"]),
        ("the U.S. and J.-C.", ["the", "U.S.", "and", "J.-C."]),
        ("(www.quay.example)", ["www", "quay", "example"]),
        ("snake_case #tag @me", ["snake_case", "tag", "me"]),
    ],
)
def test_english_words(text: str, found: list[str]) -> None:
    """An inner apostrophe holds an English word together, initials with their stops are one word."""
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("إنّ الوزيرَ، وللمدينةِ!", ["إنّ", "الوزيرَ", "وللمدينةِ"]),
        ("مـــديـــنـــة الـ BBC", ["مـــديـــنـــة", "الـ", "BBC"]),
        ("شركة Tram العربية", ["شركة", "Tram", "العربية"]),
        ("وكالة (أ.ف.ب)؛", ["وكالة", "أ.ف.ب"]),
        ("می\u200cخواهم", ["می\u200cخواهم"]),
        ("\u200fعربي\u200e", ["عربي"]),
        ("٪٥٠ «نعم»", ["٥٠", "نعم"]),
    ],
)
def test_arabic_words(text: str, found: list[str]) -> None:
    """An Arabic word holds its marks, clitics, tatweel and joiners, and none of its punctuation."""
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a \N{TRAM} b", ["a", "\N{TRAM}", "b"]),
        (f"a{MEN}b", ["a", MEN, "b"]),
        ("1\ufe0f\u20e3 \N{THUMBS UP SIGN}\N{EMOJI MODIFIER FITZPATRICK TYPE-4}", ["1\ufe0f\u20e3", "👍🏽"]),
        ("e\u0301te\u0301", ["e\u0301te\u0301"]),
        ("a \u0301b", ["a", " \u0301b"]),
        ("\u0600١٢", ["\u0600١٢"]),
        (" ,.;!?", []),
        ("", []),
    ],
)
def test_words_are_whole_clusters(text: str, found: list[str]) -> None:
    """A word holds whole clusters: an emoji with its joiners, a mark with whatever carries it."""
    assert words(text) == found


@pytest.mark.parametrize(("index", "word"), [(0, "le"), (1, "le"), (2, None), (3, "tram"), (6, "tram"), (7, None)])
def test_word_at(index: int, word: str | None) -> None:
    """The word at an index is the one that holds it; between words there is none."""
    text = "le tram."
    span = units.word_at(text, index)
    assert (None if span is None else text[slice(*span)]) == word


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("M. Dupont est venu. Il est parti.", ["M. Dupont est venu.", "Il est parti."]),
        ("Le 3 janv. 2020 il part. Oui.", ["Le 3 janv. 2020 il part.", "Oui."]),
        ("L’art. 5 le dit. Un bel art. Oui.", ["L’art. 5 le dit.", "Un bel art.", "Oui."]),
        ("Il fait 5 m. Il dit tout, etc. à tous.", ["Il fait 5 m.", "Il dit tout, etc. à tous."]),
        ("« Oui ! » dit-il. Puis rien.", ["« Oui ! » dit-il.", "Puis rien."]),
        ("« Oui ! » Dit-elle vrai ?", ["« Oui ! »", "Dit-elle vrai ?"]),
        ("« Il roule. » — le maire. Oui.", ["« Il roule. » — le maire.", "Oui."]),
        ("(Il pleut.) Il vente…", ["(Il pleut.)", "Il vente…"]),
        ("Et puis… il vint. Ah… Bon", ["Et puis… il vint.", "Ah…", "Bon"]),
        ("Fin.\u00a0Suite.", ["Fin.", "Suite."]),
    ],
)
def test_french_sentences(text: str, found: list[str]) -> None:
    """A stop ends a sentence unless it shortens a word or the text goes on in small letters."""
    assert sentences(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Dr. J. Smith came. He told me. I said no. Yes.", ["Dr. J. Smith came.", "He told me.", "I said no.", "Yes."]),
        ('She said "Stop." Then left.', ['She said "Stop."', "Then left."]),
        ("“He left.” Why?! No. 5 stayed.", ["“He left.”", "Why?!", "No. 5 stayed."]),
        ("It cost 1.5 at www.x.example. So", ["It cost 1.5 at www.x.example.", "So"]),
    ],
)
def test_english_sentences(text: str, found: list[str]) -> None:
    """The closing marks behind a stop belong to the sentence; words that look shortened may end one."""
    assert sentences(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("التقى د. أحمد الوزير. ثم غادر.", ["التقى د. أحمد الوزير.", "ثم غادر."]),
        ("قال أ. ف. سامي ود. هدى ذلك. نعم", ["قال أ. ف. سامي ود. هدى ذلك.", "نعم"]),
        ("هل عاد؟ نعم! حسنا… ثم", ["هل عاد؟", "نعم!", "حسنا…", "ثم"]),
        ("قال: «سيعمل.» ثم مضى.", ["قال: «سيعمل.»", "ثم مضى."]),
    ],
)
def test_arabic_sentences(text: str, found: list[str]) -> None:
    """Arabic sentences end at a stop, a question mark or an ellipsis; a single letter with a stop is a title."""
    assert sentences(text) == found


@pytest.mark.parametrize(("text", "found"), [("no stop", ["no stop"]), ("  a b  ", ["a b"]), ("", []), (" \t ", [])])
def test_sentence_without_a_stop(text: str, found: list[str]) -> None:
    """What has no stop is one sentence without the blanks around it; blanks alone are none."""
    assert sentences(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("«a “b «c» d” e»", ["«a “b «c» d” e»", "“b «c» d”", "«c»"]),
        ('"x" et "y"', ['"x"', '"y"']),
        ('وصفه ب"الخائن" وقال «قال "نعم" ثم»', ['"الخائن"', '«قال "نعم" ثم»', '"نعم"']),
        ("„a“ et “b” et ‹c›", ["„a“", "“b”", "‹c›"]),
        ("‘don’t go’ she said", ["‘don’t go’"]),
        ("«« a »»", ["«« a »»", "« a »"]),
        ("«\u0301a»\u0301", ["«\u0301a»\u0301"]),
    ],
)
def test_quotations(text: str, found: list[str]) -> None:
    """What stands between quotation marks is found with its marks, also within another quotation."""
    assert quotations(text) == found


@pytest.mark.parametrize(
    "text", ["« a", "a »", '"', "”a“", "l’été d’hier", "the drivers’ pay", 'un écran de 5" en bois']
)
def test_no_quotation(text: str) -> None:
    """A mark without its partner, an apostrophe and an inch quote nothing."""
    assert quotations(text) == []


def test_an_unclosed_mark_does_not_hide_its_neighbours() -> None:
    """A mark that is never closed leaves the quotations around and behind it alone."""
    assert quotations("«a “b» c” “d”") == ["«a “b»", "“d”"]


@pytest.mark.parametrize(("index", "found"), [(0, "«a “b” c»"), (3, "“b”"), (4, "“b”"), (6, "«a “b” c»"), (9, None)])
def test_quotation_at(index: int, found: str | None) -> None:
    """The quotation at an index is the innermost one around it, its marks included."""
    text = "«a “b” c»."
    span = units.quotation_at(text, index)
    assert (None if span is None else text[slice(*span)]) == found


def test_inside_of_a_quotation() -> None:
    """The inside of a quotation leaves out its marks and the blanks beside them."""
    assert units.inside_quotation("« a b\u202f»", (0, 7)) == (2, 5)
