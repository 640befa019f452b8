// The relations that other directives state to $id.
MATCH (a:Directive {id: $id})<-[e:IMPLEMENTS|CITES|AMENDS|REPLACES|REPEALS|GUIDES]-(b:Directive)
RETURN b AS other, type(e) AS kind, e AS edge
