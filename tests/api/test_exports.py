"""The graph as files: every format by command and by HTTP, whole or around one directive."""

from __future__ import annotations

import io
import zipfile

import pytest

from api.exports import part_of
from graph.export import FORMATS as WRITTEN
from graph.model import FORMATS
from tests.graph.corpus import GRAPH, KH64, KL210, NQ25


def test_every_written_format_is_offered():
    assert set(FORMATS) == set(WRITTEN)


@pytest.mark.parametrize("format", FORMATS)
def test_http_gives_what_the_command_writes(client, run, tmp_path, format):
    answer = client.get(f"/api/export/{format}")
    assert answer.status_code == 200
    assert WRITTEN[format].ending in answer.headers["content-disposition"]
    file = tmp_path / f"out.{WRITTEN[format].ending}"
    assert run("export", format, "-o", str(file))[0] == 0
    assert file.read_bytes() == answer.content
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_tables_go_into_a_folder(run, tmp_path, format):
    assert run("export", format, "-o", str(tmp_path / "tables"))[0] == 0
    assert (tmp_path / "tables" / f"Directive.{format}").exists()


def test_an_archive_is_whole(client):
    with zipfile.ZipFile(io.BytesIO(client.get("/api/export/csv").content)) as archive:
        assert archive.testzip() is None
        assert "IMPLEMENTS.csv" in archive.namelist()


def test_a_part_holds_together():
    part = part_of(GRAPH, {KL210, NQ25})
    ids = {
        one.id
        for kind in (part.directives, part.bodies, part.tasks, part.targets, part.mentions)
        for one in kind
    }
    assert {KL210, NQ25} < ids
    assert KH64 not in ids
    assert part.edges
    assert all(edge.source in ids and edge.target in ids for edge in part.edges)


def test_around_one_directive(run, tmp_path):
    whole, part = tmp_path / "whole.nt", tmp_path / "part.nt"
    run("export", "nt", "-o", str(whole))
    assert run("export", "nt", "--ref", "luật đất đai", "-o", str(part))[0] == 0
    assert 0 < len(part.read_bytes()) < len(whole.read_bytes())


def test_a_folder_is_no_file(run, tmp_path):
    assert run("export", "ttl", "-o", str(tmp_path))[0] == 2


def test_a_base_of_ones_own(run, tmp_path):
    file = tmp_path / "a.nt"
    run("export", "nt", "--base", "https://example.org/id/", "-o", str(file))
    assert f"<https://example.org/id/{NQ25}>" in file.read_text()
