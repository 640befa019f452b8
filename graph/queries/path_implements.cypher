// The shortest ways from one directive up to another by stated links of carrying out.
MATCH p = (a:Directive {id: $from})-[:IMPLEMENTS* ALL SHORTEST 1..30 (link, _ | WHERE link.manner IN $manners)]->(b:Directive {id: $to})
RETURN [node IN nodes(p) | node.id] AS nodes
LIMIT 100
