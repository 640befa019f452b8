"""The stores: `embedded` (LadybugDB, the default) and `neo4j`. Only this package knows their drivers."""

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
"""What stands before "://" in the address of a Neo4j."""
