// The directives that most documents of the collection carry out directly.
MATCH (d:Directive)<-[e:IMPLEMENTS]-(b:Directive)
WHERE e.manner IN $manners
RETURN d AS directive, count(DISTINCT b) AS n
ORDER BY n DESC, d.id
LIMIT 20
