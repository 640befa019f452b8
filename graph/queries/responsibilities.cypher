// The tasks given to one body.
MATCH (b:Body {id: $id})<-[e:ASSIGNED_TO]-(t:Task)<-[:SETS]-(d:Directive)
RETURN b.name AS body, b.province AS province, d.id AS directive, d.number AS number, d.date AS date,
       t.document AS document, t.id AS task, t.path AS path, t.text AS text, e.role AS role,
       e.inherited_from AS inherited_from, t.deadline AS deadline, t.recurrence AS recurrence,
       t.start_offset AS place, 
       e.document AS said_in, e.start_offset AS start, e.end_offset AS `end`, e.quote AS quote, e.rule AS rule
