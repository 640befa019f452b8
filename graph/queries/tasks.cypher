// The tasks that $id sets, and the group each is part of.
MATCH (d:Directive {id: $id})-[:SETS]->(t:Task)
OPTIONAL MATCH (t)-[:PART_OF]->(group:Task)
RETURN t AS task, group.path AS part_of
ORDER BY t.start_offset, t.path
