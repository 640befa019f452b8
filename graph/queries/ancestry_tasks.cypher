// What the tasks of $id carry out, whatever the manner.
MATCH (b:Directive {id: $id})-[:SETS]->(task:Task)-[e:IMPLEMENTS]->(a:Directive)
RETURN a.id AS id, a.number AS number, a.type AS type, a.title AS title, a.date AS date, a.issuer AS issuer,
       a.province AS province, a.level AS level, a.status AS status, a.document AS held,
       b.id AS source, e.manner AS manner, task.path AS path, task.start_offset AS place,
       e.document AS document, e.start_offset AS start, e.end_offset AS `end`, e.quote AS quote, e.rule AS rule
