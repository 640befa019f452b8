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


def test_a_line_without_spaces_is_read_whole_from_any_place():
    raw = "giao&" * 200
    text = Text("case", raw)
    words = Words(text, (0, len(text)))
    places = [*range(0, len(text), 5), len(text)]
    assert all(words.at(place) for place in places[:-1])
    assert all(place < words.next(place) <= words.stop for place in places[:-1])
    assert (words.at(words.stop), words.next(words.stop)) == ("", words.stop)


def test_no_word_stands_at_a_space():
    text = Text("case", "Sở  Y tế")
    words = Words(text, (0, len(text)))
    assert (words.at(3), words.next(3)) == ("", 4)


def test_the_places_between_two_words():
    text = Text("case", "Sở Y tế[1], Sở Nội vụ")
    assert Words(text, (0, len(text))).between(0, 12) == [0, 3, 5, 10]


def test_words_end_with_their_span():
    text = Text("case", "Sở Y tế họp")
    words = Words(text, (0, 7))
    assert (words.at(5), words.next(5), words.at(7), words.parts(7)) == ("tế", 7, "", {})
