// The directives within some steps of $id, by any relation in either direction.
MATCH (a:Directive {id: $id})-[:IMPLEMENTS|CITES|AMENDS|REPLACES|REPEALS|GUIDES* SHORTEST 1..12]-(b:Directive)
RETURN b.id AS id, b.date AS date
