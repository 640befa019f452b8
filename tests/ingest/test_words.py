"""Words of a text by their places."""

from ingest.text import Text
from ingest.words import Words


def words_of(raw):
    text = Text("case", raw)
    words = Words(text, (0, len(text)))
    found, place = [], words.first(0)
    while place < words.stop:
        found.append(words.at(place))
        place = words.next(place)
    return found


def test_words_and_signs_are_cut_apart():
    assert words_of("Sở NN&MT, K'Bril (TP.)") == ["sở", "nn&mt", ",", "k'bril", "(", "tp", ".", ")"]


def test_footnote_marks_are_left_out():
    assert words_of("báo cáo[4]; Bộ Nội vụ [12] họp") == ["báo", "cáo", ";", "bộ", "nội", "vụ", "họp"]


def test_words_longer_than_a_window_are_read_on():
    raw = "a " * 300 + "b" * 500 + " c"
    assert "".join(words_of(raw)) == "a" * 300 + "b" * 500 + "c"


def test_a_phrase_ends_at_the_place_of_the_next_word():
    text = Text("case", "Ủy ban  nhân\ndân xã")
    words = Words(text, (0, len(text)))
    assert words.parts(0)["organ"] == words.first(16)
    assert words.span(0, words.parts(0)["organ"]) == (0, 16)


def test_the_word_before_a_place():
    text = Text("case", "giao, đề nghị")
    words = Words(text, (0, len(text)))
    assert [words.before(place) for place in (0, 4, 6, 9)] == ["", "giao", ",", "đề"]
