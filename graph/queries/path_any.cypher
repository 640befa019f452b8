// The shortest ways between two directives by any relation between directives, in either direction.
MATCH p = (a:Directive {id: $from})-[:IMPLEMENTS|CITES|AMENDS|REPLACES|REPEALS|GUIDES* ALL SHORTEST 1..12]-(b:Directive {id: $to})
RETURN [node IN nodes(p) | node.id] AS nodes
LIMIT 100
