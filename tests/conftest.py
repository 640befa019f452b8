"""Where the tests' documents lie; those outside the project are skipped where they are missing."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "ingest" / "samples"
DATA = ROOT / "tests" / "data"
CORPUS = ROOT.parent / "shared" / "corpus"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real documents kept beside the project."""
    if not CORPUS.is_dir():
        pytest.skip("the corpus of real documents is not beside the project")
    return CORPUS
