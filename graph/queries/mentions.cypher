// The first $most mentions that mean one directive, of the kind $status or, if that is empty, of any, by
// document and place in it.
MATCH (a:Directive)-[e:CITES]->(b:Directive)
WHERE $status = '' OR $status = CASE WHEN a.id = b.id THEN 'self' WHEN b.status = 'held' THEN 'resolved' ELSE 'cited-only' END
RETURN e.document AS document, e.start_offset AS start, e.end_offset AS `end`, e.quote AS quote, e.number AS number,
       a.id AS source, b.id AS directive, b.status AS status, e.function AS function, e.provision AS provision,
       e.reason_vi AS vi, e.reason_en AS en
ORDER BY document, start, `end`, directive
LIMIT $most
