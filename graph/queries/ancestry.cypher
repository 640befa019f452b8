// Every link above $id, up to the top: from b to a, whatever its manner. The first links are its own.
MATCH (b:Directive {id: $id})-[e:IMPLEMENTS]->(a:Directive)
RETURN a.id AS id, a.number AS number, a.type AS type, a.title AS title, a.date AS date, a.issuer AS issuer,
       a.province AS province, a.level AS level, a.status AS status, a.document AS held,
       b.id AS source, e.manner AS manner,
       e.document AS document, e.start_offset AS start, e.end_offset AS `end`, e.quote AS quote, e.rule AS rule
UNION ALL
MATCH (low:Directive {id: $id})-[:IMPLEMENTS* SHORTEST 1..29 (link, _ | WHERE link.manner IN $manners)]->(b:Directive)
MATCH (b)-[e:IMPLEMENTS]->(a:Directive)
RETURN a.id AS id, a.number AS number, a.type AS type, a.title AS title, a.date AS date, a.issuer AS issuer,
       a.province AS province, a.level AS level, a.status AS status, a.document AS held,
       b.id AS source, e.manner AS manner,
       e.document AS document, e.start_offset AS start, e.end_offset AS `end`, e.quote AS quote, e.rule AS rule
