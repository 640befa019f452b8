"""Identity over the composed corpus: what is one directive, what must stay apart, what stays open."""

import json

import pytest

from graph.identity.resolve import resolve
from tests.gold import COMPOSED, composed

IDENTITY = json.loads((COMPOSED / "identity.json").read_text(encoding="utf-8"))
HELD = "held"


@pytest.fixture(scope="module")
def corpus():
    return composed()


@pytest.fixture(scope="module")
def resolution(corpus):
    return resolve(corpus)


def _directive(resolution, corpus, ref):
    outcome = _outcome(resolution, corpus, ref)
    return outcome if isinstance(outcome, str) else outcome.directive


def _outcome(resolution, corpus, ref):
    """The outcome of a mention [file, start], or the id of a held document's directive."""
    if isinstance(ref, dict):
        return resolution.held[ref[HELD]]
    document, start = ref
    citations = dict(corpus)[document].citations
    index = next(i for i, citation in enumerate(citations) if citation.evidence.start == start)
    return resolution.outcome(document, index)


def _label(ref):
    return ref[HELD] if isinstance(ref, dict) else f"{ref[0]}@{ref[1]}"


@pytest.mark.parametrize("group", IDENTITY["same"], ids=lambda group: _label(group[0]))
def test_mentions_of_one_directive_are_one(resolution, corpus, group):
    found = {_label(ref): _directive(resolution, corpus, ref) for ref in group}
    assert None not in found.values(), found
    assert len(set(found.values())) == 1, found


@pytest.mark.parametrize("pair", IDENTITY["different"], ids=lambda pair: " ".join(map(_label, pair)))
def test_different_directives_stay_apart(resolution, corpus, pair):
    one, other = (_directive(resolution, corpus, ref) for ref in pair)
    assert one is not None
    assert other is not None
    assert one != other


@pytest.mark.parametrize("case", IDENTITY["open"], ids=lambda case: _label(case["mention"]))
def test_what_nothing_decides_stays_open(resolution, corpus, case):
    outcome = _outcome(resolution, corpus, case["mention"])
    assert outcome.status == "ambiguous"
    assert outcome.directive is None
    expected = {_directive(resolution, corpus, ref) for ref in case["candidates"]}
    assert expected <= set(outcome.candidates)
    if "listing them is no error" not in case["note"]:
        assert expected == set(outcome.candidates)


def test_mentions_open_in_the_expected_places_only(resolution, corpus):
    ambiguous = [
        (document, citation.evidence.start)
        for document, extraction in corpus
        for index, citation in enumerate(extraction.citations)
        if resolution.outcome(document, index).status == "ambiguous"
    ]
    expected = [tuple(case["mention"]) for case in IDENTITY["open"]]
    # "Quy chế công tác dân vận" without its decision: two promulgated ones bear the name.
    expected.append(("chuong-trinh-phoi-hop-son-la-2023.txt", 616))
    assert sorted(ambiguous) == sorted(expected)
