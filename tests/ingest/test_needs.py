"""Nothing is lost where plain words tell first whether a pattern is tried at all."""

import pytest

from ingest.tasks.deadlines import may_tell_time, recurrence_in
from ingest.tasks.needs import may_fit
from ontology.fold import normal
from ontology.load import cues

_NEEDING = [
    (name, cue)
    for name in ("sections", "deadlines", "targets")
    for cue in cues(name).values()
    if "needs" in cue.facts
]
_TIMES = ("shape", "digits", "relative", "often", "periodic", "heading", "heading's time")


@pytest.mark.parametrize(("name", "cue"), _NEEDING, ids=[cue.name for _, cue in _NEEDING])
def test_each_example_of_a_cue_holds_a_word_that_it_needs(name: str, cue) -> None:
    for example in cue.examples:
        assert may_fit(cue, normal(example).lower()), example


@pytest.mark.parametrize("use", _TIMES)
def test_each_example_of_a_time_may_tell_time(use: str) -> None:
    for cue in cues("deadlines").values():
        if cue.facts["use"] == use:
            for example in cue.examples:
                assert may_tell_time(normal(example).lower()), example


def test_each_example_of_a_recurrence_is_read_as_one() -> None:
    for cue in cues("deadlines").values():
        if cue.facts["use"] == "often":
            for example in cue.examples:
                folded = normal(example).lower()
                assert recurrence_in(folded, (0, len(folded))), example
