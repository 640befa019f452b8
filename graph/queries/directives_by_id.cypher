// The directives $ids, as many as there are.
UNWIND $ids AS at
MATCH (d:Directive {id: at})
RETURN d
