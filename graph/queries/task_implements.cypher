// What the tasks of $id carry out.
MATCH (d:Directive {id: $id})-[:SETS]->(t:Task)-[e:IMPLEMENTS]->(a:Directive)
RETURN t.id AS task, a.id AS directive, a.number AS number, e.manner AS manner
ORDER BY t.start_offset, a.id
