// The targets of the tasks of $id.
MATCH (d:Directive {id: $id})-[:SETS]->(t:Task)-[:HAS_TARGET]->(target:Target)
RETURN t.id AS task, target AS target
ORDER BY t.start_offset, target.id
