"""`lineage export neo4j`: files for the bulk importer, and the lines that import them."""

import json

import pytest

from api.cli import main
from graph.stores.embedded import EmbeddedStore
from tests.graph.corpus import GRAPH, NQ25


@pytest.fixture
def run(tmp_path, capsys):
    EmbeddedStore.build(GRAPH, tmp_path / "graph.ladybug")

    def run(*arguments):
        code = main(["export", "neo4j", "--workspace", str(tmp_path), "--lang", "en", *arguments])
        return code, *capsys.readouterr()

    return run


def lines(folder):
    return {path.name: path.read_text("utf-8").splitlines() for path in folder.glob("*.csv")}


def test_the_lines_to_run_are_printed(run, tmp_path):
    code, out, err = run("-o", str(tmp_path / "a b"))
    assert code == 0
    assert out == ""
    assert f"cd '{tmp_path}/a b' && neo4j-admin database import full neo4j @import.args" in err
    assert f"cypher-shell -f '{tmp_path}/a b/schema.cypher'" in err


def test_every_node_and_edge_is_in_one_file(run, tmp_path):
    code, out, _ = run("-o", str(tmp_path / "out"), "--json")
    assert code == 0
    assert json.loads(out)["path"] == str(tmp_path / "out")
    found = lines(tmp_path / "out")
    assert len(found["Directive.csv"]) == len(GRAPH.directives) + 1
    assert sum(len(rows) - 1 for name, rows in found.items() if "-" in name) == len(GRAPH.edges)
    named = (tmp_path / "out" / "import.args").read_text().splitlines()
    assert {line.rpartition("./")[2] for line in named if ".csv" in line} == set(found)


def test_what_is_around_one_directive_can_be_taken(run, tmp_path):
    assert run("--ref", NQ25, "-o", str(tmp_path / "out"))[0] == 0
    found = lines(tmp_path / "out")
    assert 1 < len(found["Directive.csv"]) < len(GRAPH.directives) + 1


def test_a_folder_must_be_named(run):
    code, _, err = run()
    assert code == 2
    assert "-o FOLDER" in err
