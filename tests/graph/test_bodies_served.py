"""Bodies that nobody is told to act by name are found all the same, with what their class must do."""

import json

import pytest

from api.cli import main
from tests.gold import COMPOSED


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bodies")
    assert main(["--workspace", str(folder), "ingest", str(COMPOSED / "docs")]) == 0
    return folder


@pytest.fixture
def responsibilities(workspace, capsys):
    def asking(*arguments):
        capsys.readouterr()
        code = main(["--workspace", str(workspace), "responsibilities", *arguments, "--json"])
        return code, json.loads(capsys.readouterr().out or "[]")

    return asking


def test_a_district_committee_known_as_issuer_only_has_the_tasks_of_its_class(responsibilities):
    code, rows = responsibilities("Huyện ủy Mai Sơn")
    assert code == 0
    assert {row["province"] for row in rows} == {"Sơn La"}
    given = {(row["path"], row["inherited_from"]) for row in rows}
    assert ("II.1", "các huyện ủy") in given


def test_one_district_does_not_get_what_another_was_told(responsibilities):
    _, rows = responsibilities("Huyện ủy Thăng Bình")
    assert {row["province"] for row in rows} <= {"Quảng Nam"}
