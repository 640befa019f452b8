// The tasks that carry out $id itself, or a document that carries it out; `id` is the directive that sets the
// task. Its other fields are asked for apart: a step from task to directive reads all tasks there are.
MATCH (a:Directive {id: $id})<-[e:IMPLEMENTS]-(task:Task)
RETURN task.directive AS id, a.id AS target, e.manner AS manner, task.path AS path, task.start_offset AS place,
       e.document AS document, e.start_offset AS start, e.end_offset AS `end`, e.quote AS quote, e.rule AS rule
UNION ALL
MATCH (top:Directive {id: $id})<-[:IMPLEMENTS* SHORTEST 1..30 (link, _ | WHERE link.manner IN $manners)]-(a:Directive)
MATCH (a)<-[e:IMPLEMENTS]-(task:Task)
RETURN task.directive AS id, a.id AS target, e.manner AS manner, task.path AS path, task.start_offset AS place,
       e.document AS document, e.start_offset AS start, e.end_offset AS `end`, e.quote AS quote, e.rule AS rule
