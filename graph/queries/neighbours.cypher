// The directives that any relation joins with $id.
MATCH (a:Directive {id: $id})-[:IMPLEMENTS|CITES|AMENDS|REPLACES|REPEALS|GUIDES]-(b:Directive)
WITH DISTINCT b
RETURN b.id AS id, b.number AS number, b.type AS type, b.title AS title, b.date AS date, b.issuer AS issuer,
       b.province AS province, b.level AS level, b.status AS status, b.document AS document
