// Every link at the directives $ids but mere citations, their tasks' links included; one at both ends comes twice.
UNWIND $ids AS at
MATCH (a:Directive {id: at})-[e:IMPLEMENTS|AMENDS|REPLACES|REPEALS|GUIDES]->(b:Directive)
RETURN a.id AS source, b.id AS target, type(e) AS kind, e.manner AS manner, '' AS task,
       e.document AS document, e.start_offset AS start, e.end_offset AS `end`, e.quote AS quote, e.rule AS rule
UNION ALL
UNWIND $ids AS at
MATCH (a:Directive {id: at})<-[e:IMPLEMENTS|AMENDS|REPLACES|REPEALS|GUIDES]-(b:Directive)
RETURN b.id AS source, a.id AS target, type(e) AS kind, e.manner AS manner, '' AS task,
       e.document AS document, e.start_offset AS start, e.end_offset AS `end`, e.quote AS quote, e.rule AS rule
UNION ALL
UNWIND $ids AS at
MATCH (a:Directive {id: at})-[:SETS]->(t:Task)-[e:IMPLEMENTS]->(b:Directive)
RETURN a.id AS source, b.id AS target, type(e) AS kind, e.manner AS manner, t.id AS task,
       e.document AS document, e.start_offset AS start, e.end_offset AS `end`, e.quote AS quote, e.rule AS rule
UNION ALL
UNWIND $ids AS at
MATCH (a:Directive {id: at})<-[e:IMPLEMENTS]-(t:Task)<-[:SETS]-(b:Directive)
RETURN b.id AS source, a.id AS target, type(e) AS kind, e.manner AS manner, t.id AS task,
       e.document AS document, e.start_offset AS start, e.end_offset AS `end`, e.quote AS quote, e.rule AS rule
