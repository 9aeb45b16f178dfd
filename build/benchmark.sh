#!/usr/bin/env bash
# Compares Sendra with the limit program, the least code that does the same durable work, and prints one table.
#
#   build/benchmark.sh [MODE] [--database sqlite|postgresql|all]
#
#   --short      (default) under five minutes a database
#   --grown      adds what it is at 10 million events, 1 million contacts and 1,000 automations, and the log's filters there
#   --full       all of it at length
#   --smoke      only shows that everything runs
#
# Or only a part of it:
#
#   --fairness   how workspaces share a node, and the largest request
#   --steps      what steps cost
#   --listening  what it costs to listen
#   --webhooks   what webhooks cost beside the API
#   --compat     what other products' clients cost beside the API
#   --import     how fast the tool imports files of a million events beside batches, and its memory
#   --outbox     how fast emails and calls go out, and what silent receivers cost the others
#   --retention  what senders notice of old events being deleted
#   --nodes      one node and two on one PostgreSQL server
#
# The tables are also written to artifacts/benchmark/*.json. Ends with 1 when a goal is missed. PostgreSQL is found, started
# or installed as for the tests (build/postgres.sh).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source build/publish-benchmarks.sh

mode=--short
databases=all
while [[ $# -gt 0 ]]; do
  case $1 in
    --short | --grown | --full | --smoke | --fairness | --steps | --listening | --webhooks | --compat | --import | --outbox | --retention | --nodes) mode=$1 ;;
    --database) databases=${2:?} && shift ;;
    *) sed -n '4,21s/^# \?//p' "$0" >&2 && exit 2 ;;
  esac
  shift
done
[[ $databases != all ]] || databases='sqlite postgresql'

[[ $mode != --nodes ]] || databases=postgresql

publish_benchmarks
status=0
for database in $databases; do
  case $mode in
    --short | --grown | --full | --smoke) run_benchmarks run --database "$database" "$mode" || status=$? ;;
    *) run_benchmarks "${mode#--}" --database "$database" || status=$? ;;
  esac
done
exit "$status"
