#!/usr/bin/env bash
# The long forms of what build/test.sh does briefly, and the figures of docs/reliability.md:
#
#   build/reliability.sh [crashes] [histories] [hostile]      (default: all)
#
#   crashes     the real process killed, stopped and starved under load, 50 times over, on SQLite and PostgreSQL
#   histories   10,000 random histories against the model, a quarter of them each through HTTP on SQLite and PostgreSQL; and 10,000 of
#               workflows, 2,508 of them each through HTTP
#   hostile     50,000 hostile requests, half of them on each database
#
# What decided a failed run stands in its message; to repeat it:
#   SENDRA_TEST_SEED=N            for crashes (the timing is the machine's)
#   SENDRA_TEST_CSCHECK_SEED=S    for histories and hostile
# Other numbers: SENDRA_TEST_FAULTS=N for crashes, SENDRA_TEST_SIZE=N emails while the node is killed twice, and calls before each kill,
# SENDRA_TEST_SAMPLES=N histories or requests a test
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source build/postgres.sh

export SENDRA_RELIABILITY=long DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
status=0

# run_tests PROJECT FILTER
run_tests() {
  dotnet build "tests/$1" --configuration Release --disable-build-servers --verbosity quiet --nologo
  dotnet test "tests/$1" --no-build --configuration Release --filter "$2" --logger 'console;verbosity=normal' </dev/null || status=1
}

[[ $# -gt 0 ]] || set -- crashes histories hostile
for what in "$@"; do
  case $what in
    crashes) run_tests Sendra.ReliabilityTests 'FullyQualifiedName~Crashes' ;;
    histories)
      start_postgres || { echo "No PostgreSQL: $postgres_problem" >&2; exit 1; }
      run_tests Sendra.Application.UnitTests 'FullyQualifiedName~DeciderTests|FullyQualifiedName~WorkflowHistoryTests'
      run_tests Sendra.WebApi.FunctionalTests 'FullyQualifiedName~HistoryTests'
      ;;
    hostile)
      start_postgres || { echo "No PostgreSQL: $postgres_problem" >&2; exit 1; }
      run_tests Sendra.WebApi.FunctionalTests 'FullyQualifiedName~FuzzTests|FullyQualifiedName~HostileInput|FullyQualifiedName~RawRequest'
      ;;
    *) echo "Usage: $0 [crashes] [histories] [hostile]" >&2 && exit 2 ;;
  esac
done
exit "$status"
