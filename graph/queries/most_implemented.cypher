// The directives that most documents of the collection carry out directly.
MATCH (d:Directive)<-[e:IMPLEMENTS]-(b:Directive)
WHERE e.manner IN $manners
RETURN d.id AS id, count(DISTINCT b.id) AS n
ORDER BY n DESC, id
LIMIT 20
