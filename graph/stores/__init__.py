"""The stores: `embedded` (LadybugDB, the default) and `neo4j`. Only this package knows their drivers."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from graph.store import Reader, Writer

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")


class Store(Reader, Writer, Protocol):
    """A store that is read and written."""


def open_store(address: str | Path) -> Store:
    """The store at `address`: a file, or a Neo4j address ("neo4j://host:7687").

    Raises:
        StoreError: there is none, or it cannot be opened.
    """
    if isinstance(address, str) and address.partition("://")[0] in SCHEMES:
        from graph.stores.neo4j import Neo4jStore

        return Neo4jStore.open(address)
    from graph.stores.embedded import EmbeddedStore

    return EmbeddedStore.open(Path(address))
