// The relations of every neighbour b of $id, those with $id included.
MATCH (a:Directive {id: $id})-[:IMPLEMENTS|CITES|AMENDS|REPLACES|REPEALS|GUIDES]-(b:Directive)
WITH DISTINCT b
MATCH (b)-[e:IMPLEMENTS|CITES|AMENDS|REPLACES|REPEALS|GUIDES]->(c:Directive)
RETURN b AS node, b.id AS source, c.id AS target, type(e) AS kind, e AS edge
UNION ALL
MATCH (a:Directive {id: $id})-[:IMPLEMENTS|CITES|AMENDS|REPLACES|REPEALS|GUIDES]-(b:Directive)
WITH DISTINCT b
MATCH (b)<-[e:IMPLEMENTS|CITES|AMENDS|REPLACES|REPEALS|GUIDES]-(c:Directive)
RETURN b AS node, c.id AS source, b.id AS target, type(e) AS kind, e AS edge
