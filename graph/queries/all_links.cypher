// Every relation between two directives, without its words.
MATCH (a:Directive)-[e:IMPLEMENTS|AMENDS|REPLACES|REPEALS|GUIDES]->(b:Directive)
RETURN DISTINCT a.id AS source, b.id AS target, type(e) AS kind, e.manner AS manner
