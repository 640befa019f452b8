// Every link at the directive $id but mere citations, its tasks' links included. One directive at a time, and
// the directive of a task by its name: ladybug would else read all links, or all tasks, there are.
MATCH (a:Directive {id: $id})-[e:IMPLEMENTS|AMENDS|REPLACES|REPEALS|GUIDES]->(b:Directive)
RETURN a.id AS source, b.id AS target, type(e) AS kind, e.manner AS manner, '' AS task,
       e.document AS document, e.start_offset AS start, e.end_offset AS `end`, e.quote AS quote, e.rule AS rule
UNION ALL
MATCH (a:Directive {id: $id})<-[e:IMPLEMENTS|AMENDS|REPLACES|REPEALS|GUIDES]-(b:Directive)
RETURN b.id AS source, a.id AS target, type(e) AS kind, e.manner AS manner, '' AS task,
       e.document AS document, e.start_offset AS start, e.end_offset AS `end`, e.quote AS quote, e.rule AS rule
UNION ALL
MATCH (a:Directive {id: $id})-[:SETS]->(t:Task)-[e:IMPLEMENTS]->(b:Directive)
RETURN a.id AS source, b.id AS target, type(e) AS kind, e.manner AS manner, t.id AS task,
       e.document AS document, e.start_offset AS start, e.end_offset AS `end`, e.quote AS quote, e.rule AS rule
UNION ALL
MATCH (a:Directive {id: $id})<-[e:IMPLEMENTS]-(t:Task)
RETURN t.directive AS source, a.id AS target, type(e) AS kind, e.manner AS manner, t.id AS task,
       e.document AS document, e.start_offset AS start, e.end_offset AS `end`, e.quote AS quote, e.rule AS rule
