"""Every pattern of the vocabulary matches its examples and none of its counterexamples."""

from importlib.resources import files

import pytest

from ingest.text import Text
from ontology.load import cues, document

CUE_FILES = sorted(
    path.name.removesuffix(".toml")
    for path in (files("ontology") / "vocab").iterdir()
    if path.name.endswith(".toml") and "cue" in document(path.name.removesuffix(".toml"))
)
CUES = [(name, cue) for name in CUE_FILES for cue in cues(name).values()]


@pytest.mark.parametrize(("name", "cue"), CUES, ids=[f"{name}:{cue.name}" for name, cue in CUES])
def test_a_pattern_matches_its_examples_only(name, cue):
    assert cue.examples, f"{name}.toml: {cue.name} has no example"
    for example in cue.examples:
        assert cue.pattern.search(Text("example", example).folded), example
    for example in cue.counterexamples:
        assert not cue.pattern.search(Text("example", example).folded), example


ENDING = [(name, cue) for name, cue in CUES if "ends" in cue.facts]


@pytest.mark.parametrize(("name", "cue"), ENDING, ids=[f"{name}:{cue.name}" for name, cue in ENDING])
def test_what_a_cue_matches_has_one_of_its_ends(name, cue):
    for example in cue.examples:
        words = Text("example", example).folded
        assert words.endswith(tuple(cue.facts["ends"])) or words.rstrip().endswith(tuple(cue.facts["ends"]))


def test_each_phrase_of_links_begins_with_one_of_its_verbs():
    phrases = [cue for cue in cues("links").values() if "manner" in cue.facts]
    for cue in phrases:
        for example in cue.examples:
            start = cue.pattern.search(Text("example", example).folded).start()
            assert Text("example", example).folded.startswith(tuple(cue.facts["verbs"]), start), example
