// The relations of every neighbour b of $id, those with $id included; `near` is the neighbour.
MATCH (a:Directive {id: $id})-[:IMPLEMENTS|CITES|AMENDS|REPLACES|REPEALS|GUIDES]-(b:Directive)
WITH DISTINCT b
MATCH (b)-[e:IMPLEMENTS|CITES|AMENDS|REPLACES|REPEALS|GUIDES]->(c:Directive)
RETURN b.id AS near, b.id AS source, c.id AS target, type(e) AS kind, e.manner AS manner,
       e.document AS document, e.start_offset AS start, e.end_offset AS `end`, e.quote AS quote, e.rule AS rule
UNION ALL
MATCH (a:Directive {id: $id})-[:IMPLEMENTS|CITES|AMENDS|REPLACES|REPEALS|GUIDES]-(b:Directive)
WITH DISTINCT b
MATCH (b)<-[e:IMPLEMENTS|CITES|AMENDS|REPLACES|REPEALS|GUIDES]-(c:Directive)
RETURN b.id AS near, c.id AS source, b.id AS target, type(e) AS kind, e.manner AS manner,
       e.document AS document, e.start_offset AS start, e.end_offset AS `end`, e.quote AS quote, e.rule AS rule
