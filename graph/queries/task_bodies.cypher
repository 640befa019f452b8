// Who is made responsible for the tasks of $id.
MATCH (d:Directive {id: $id})-[:SETS]->(t:Task)-[e:ASSIGNED_TO]->(b:Body)
RETURN t.id AS task, b.id AS body, b.name AS name, e.role AS role, e.inherited_from AS inherited_from,
       e.document AS document, e.start_offset AS start, e.end_offset AS `end`, e.quote AS quote, e.rule AS rule
ORDER BY t.start_offset, e.start_offset, e.role, b.id
