// The rows of the directives $ids, as many as there are.
UNWIND $ids AS at
MATCH (d:Directive {id: at})
RETURN d.id AS id, d.number AS number, d.type AS type, d.title AS title, d.date AS date, d.issuer AS issuer,
       d.province AS province, d.level AS level, d.status AS status, d.document AS held
