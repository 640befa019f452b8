// Directives one of whose tasks carries out $id itself, or a document that carries it out.
MATCH (a:Directive {id: $id})<-[e:IMPLEMENTS]-(task:Task)<-[:SETS]-(b:Directive)
WHERE e.manner IN $manners
RETURN b.id AS id, b.number AS number, b.type AS type, b.title AS title, b.date AS date, b.issuer AS issuer,
       b.province AS province, b.level AS level, b.status AS status, b.document AS held,
       a.id AS target, e.manner AS manner, task.path AS path, task.start_offset AS place,
       e.document AS document, e.start_offset AS start, e.end_offset AS `end`, e.quote AS quote, e.rule AS rule
UNION ALL
MATCH (top:Directive {id: $id})<-[:IMPLEMENTS* SHORTEST 1..30 (link, _ | WHERE link.manner IN $manners)]-(a:Directive)
MATCH (a)<-[e:IMPLEMENTS]-(task:Task)<-[:SETS]-(b:Directive)
WHERE e.manner IN $manners
RETURN b.id AS id, b.number AS number, b.type AS type, b.title AS title, b.date AS date, b.issuer AS issuer,
       b.province AS province, b.level AS level, b.status AS status, b.document AS held,
       a.id AS target, e.manner AS manner, task.path AS path, task.start_offset AS place,
       e.document AS document, e.start_offset AS start, e.end_offset AS `end`, e.quote AS quote, e.rule AS rule
