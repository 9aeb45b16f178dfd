#!/usr/bin/env bash
# Fills a log by bulk, and compares every filter of the log, first page and a page deep inside, with the bare SQL by
# index; then exports all of it and watches the memory. Prints one table, also written to artifacts/benchmark/*-logs.json.
# Ends with 1 when a goal is missed.
#
#   build/log-benchmark.sh [--database sqlite|postgresql] [--events N] [--contacts N] [--names N] [--calls N]
#   build/log-benchmark.sh --simulate [--database sqlite|postgresql] [--events N]
#
# The default is 10,000,000 events of 1,000,000 contacts with 300 names on SQLite, which takes 10 GB of disk meanwhile.
# --simulate sends 1,000,000 events while an automation is live, and checks that "what would have happened" is what did.
# PostgreSQL is found, started or installed as for the tests (build/postgres.sh).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source build/publish-benchmarks.sh

command=logs
if [[ ${1:-} == --simulate ]]; then
  command=simulate
  shift
fi
publish_benchmarks
run_benchmarks "$command" "$@"
