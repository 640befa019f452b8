// Every link inside the tree of documents that carry out $id: from b to a, whatever its manner. (A condition
// on the last step makes ladybug read all links there are, so the manner is looked at afterwards.)
MATCH (top:Directive {id: $id})<-[:IMPLEMENTS* SHORTEST 1..30 (link, _ | WHERE link.manner IN $manners)]-(b:Directive)
MATCH (b)-[e:IMPLEMENTS]->(a:Directive)
RETURN b.id AS id, b.number AS number, b.type AS type, b.title AS title, b.date AS date, b.issuer AS issuer,
       b.province AS province, b.level AS level, b.status AS status, b.document AS held,
       a.id AS target, e.manner AS manner,
       e.document AS document, e.start_offset AS start, e.end_offset AS `end`, e.quote AS quote, e.rule AS rule
