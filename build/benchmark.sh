#!/usr/bin/env bash
# Compares Sendra with the limit program, the least code that does the same durable work, and prints one table.
#
#   build/benchmark.sh [--short|--grown|--full|--smoke|--fairness|--steps|--listening|--webhooks|--compat|--outbox] [--database sqlite|postgresql|all]
#
# --short (default) takes under five minutes a database. --grown adds what it is at 10 million events, 1 million contacts
# and 1,000 automations, and the log's filters there; --full does all of it at length; --smoke only shows that everything
# runs; --fairness measures only how workspaces share a node, and the largest request; --steps only what steps cost;
# --listening only what it costs to listen; --webhooks only what webhooks cost beside the API; --compat only what other products' clients cost beside it; --outbox only how fast emails and calls go
# out, and what silent receivers cost the others. The tables are also written to artifacts/benchmark/*.json.
# Ends with 1 when a goal is missed. PostgreSQL is found, started or installed as for the tests (build/postgres.sh).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source build/publish-benchmarks.sh

mode=--short
databases=all
while [[ $# -gt 0 ]]; do
  case $1 in
    --short | --grown | --full | --smoke | --fairness | --steps | --listening | --webhooks | --compat | --outbox) mode=$1 ;;
    --database) databases=${2:?} && shift ;;
    *) echo "Usage: $0 [--short|--grown|--full|--smoke|--fairness|--steps|--listening|--webhooks|--compat|--outbox] [--database sqlite|postgresql|all]" >&2 && exit 2 ;;
  esac
  shift
done
[[ $databases != all ]] || databases='sqlite postgresql'

publish_benchmarks
status=0
for database in $databases; do
  if [[ $mode == --fairness || $mode == --steps || $mode == --listening || $mode == --webhooks || $mode == --compat || $mode == --outbox ]]; then
    run_benchmarks "${mode#--}" --database "$database" || status=$?
  else
    run_benchmarks run --database "$database" "$mode" || status=$?
  fi
done
exit "$status"
