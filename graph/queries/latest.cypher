// The held directives issued last.
MATCH (d:Directive {status: 'held'})
WHERE d.date IS NOT NULL
RETURN d AS directive
ORDER BY d.date DESC, d.id
LIMIT 20
