#!/usr/bin/env bash
# Runs a Neo4j for tests in the foreground: start.sh FOLDER PORT. Needs java 17 and mvn.
# The jars come from Maven Central once, into LINEAGE_NEO4J_LIB (default ~/.cache/directive-lineage/neo4j).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
lib=${LINEAGE_NEO4J_LIB:-${XDG_CACHE_HOME:-$HOME/.cache}/directive-lineage/neo4j}
if [ ! -f "$lib/complete" ]; then
  mkdir -p "$lib"
  mvn --quiet --batch-mode -f "$here/pom.xml" dependency:copy-dependencies -DoutputDirectory="$lib"
  touch "$lib/complete"
fi
opens=()
for package in java.nio sun.nio.ch java.io java.lang java.util.concurrent; do
  opens+=(--add-opens "java.base/$package=ALL-UNNAMED")
done
exec java -Xmx512m "${opens[@]}" -cp "$lib/*" "$here/Server.java" "$1" "$2"
