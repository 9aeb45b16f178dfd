#!/usr/bin/env bash
# Compares Sendra with the limit program, the least code that does the same durable work, and prints one table.
#
#   build/benchmark.sh [--short|--full|--smoke] [--database sqlite|postgresql|all]
#
# --short (default) takes under three minutes a database; --smoke only shows that everything runs. The tables are also written to artifacts/benchmark/*.json.
# Ends with 1 when a goal is missed. PostgreSQL is found, started or installed as for the tests (build/postgres.sh).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source build/publish-benchmarks.sh

mode=--short
databases=all
while [[ $# -gt 0 ]]; do
  case $1 in
    --short | --full | --smoke) mode=$1 ;;
    --database) databases=${2:?} && shift ;;
    *) echo "Usage: $0 [--short|--full|--smoke] [--database sqlite|postgresql|all]" >&2 && exit 2 ;;
  esac
  shift
done
[[ $databases != all ]] || databases='sqlite postgresql'

publish_benchmarks
status=0
for database in $databases; do
  run_benchmarks run --database "$database" "$mode" || status=$?
done
exit "$status"
