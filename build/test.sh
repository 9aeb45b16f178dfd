#!/usr/bin/env bash
# Builds everything, checks the formatting and runs all tests, on every database that is at hand.
#
#   SENDRA_TEST_POSTGRES       connection string to a PostgreSQL server on which databases may be created
#                              (default: one is started for this run, and installed before if need be and possible)
#   SENDRA_TEST_SQLSERVER      connection string to an empty SQL Server database (default: no tests on SQL Server)
#   SENDRA_TEST_SKIP_POSTGRES  1 = do without PostgreSQL, otherwise its absence is a failure
#   SENDRA_TEST_CHROMIUM       path of a Chromium (default: one is found, and installed before if need be and possible)
#   SENDRA_TEST_SKIP_BROWSER   1 = do without the admin app and its tests, otherwise, with Node.js, the absence of Chromium is a failure
set -euo pipefail
shopt -s nullglob
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source build/postgres.sh
source build/browser.sh

results=artifacts/test-results
problems=()
times=()
phase=''
group=''
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# No build process outlives this script: a caller that waits for them would wait for long.
export MSBUILDDISABLENODEREUSE=1

main() {
  trap 'interrupt 130' INT
  trap 'interrupt 143' TERM
  trap 'interrupt 129' HUP
  step 'Build'
  run dotnet build Sendra.sln --configuration Release --disable-build-servers --verbosity quiet -warnaserror
  step 'Formatting'
  run dotnet format Sendra.sln --verify-no-changes --no-restore
  step 'PostgreSQL'
  prepare_postgres
  prepare_faketime
  step 'Admin app'
  prepare_app
  run_all_tests
  print_summary
  [[ ${#problems[@]} -eq 0 ]]
}

# Begins a phase; the summary says how long each took.
step() {
  [[ -z $phase ]] || times+=("$(clock $((SECONDS - began)))  $phase")
  phase=$1
  began=$SECONDS
  printf '\n== %s\n' "$1"
}

clock() { printf '%2d:%02d' $(($1 / 60)) $(($1 % 60)); }

problem() { problems+=("$1"); }

# Runs a command in a process group of its own, without which a signal to this script would leave the test hosts behind
# or, when the terminal sends it to them too, be taken for a failed project and go on with the next.
run() {
  set -m
  "$@" </dev/null &
  group=$!
  set +m
  wait "$group"
}

interrupt() {
  [[ -z $group ]] || kill -- "-$group" 2>/dev/null || true
  exit "$1"
}

prepare_postgres() {
  if [[ ${SENDRA_TEST_SKIP_POSTGRES:-} == 1 ]]; then
    unset SENDRA_TEST_POSTGRES
    postgres_problem='SENDRA_TEST_SKIP_POSTGRES is set'
  elif ! start_postgres; then
    problem "PostgreSQL tests did not run: $postgres_problem. To do without: SENDRA_TEST_SKIP_POSTGRES=1."
  fi
  echo "${postgres_origin:-none: $postgres_problem}"
}

# One reliability test sets the system clock of a node wrong. Without libfaketime it is skipped.
prepare_faketime() {
  compgen -G '/usr/lib/*/faketime/libfaketimeMT.so.1' >/dev/null || install_package libfaketime \
    || echo 'No libfaketime: the test of wrong system clocks is skipped.'
}

install_package() {
  [[ $(id -u) -eq 0 ]] && command -v apt-get >/dev/null \
    && { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1"; } </dev/null >/dev/null 2>&1
}

# Without the built app there is nothing to open in a browser, so its tests stand or fall together.
prepare_app() {
  if [[ ${SENDRA_TEST_SKIP_BROWSER:-} == 1 ]]; then
    browser_problem='SENDRA_TEST_SKIP_BROWSER is set'
  elif ! find_node; then
    : # Sendra runs without the admin app where there is no Node.js; the summary says that its tests did not run.
  elif ! find_chromium; then
    problem "The admin app's tests did not run: $browser_problem. To do without: SENDRA_TEST_SKIP_BROWSER=1."
  elif ! run dotnet msbuild src/Sendra.WebApi -target:BuildSpa -nologo -verbosity:minimal; then
    browser_problem='the admin app did not build'
    problem 'The admin app did not build, so its tests did not run.'
  elif ! run npm --prefix src/Sendra.AdminSpa run --silent check || ! run npm --prefix src/Sendra.AdminSpa test --silent; then
    problem "The admin app's own checks failed."
  fi
  [[ -z $browser_problem ]] || echo "Not built: $browser_problem"
}

run_all_tests() {
  local project
  rm -rf "$results"
  mkdir -p "$results"
  for project in tests/*Tests/*.csproj; do
    [[ -z $browser_problem || $project != *EndToEndTests* ]] || continue
    run_tests "$project"
  done
}

# A failure must not keep the other projects from running. A host that crashes or hangs names no failed test: count it as one.
run_tests() {
  local name status=0
  name=$(basename "$1" .csproj)
  step "$name"
  run dotnet test "$1" --no-build --configuration Release --results-directory "$results" --logger "trx;LogFileName=$name.trx" \
    --blame-hang-timeout 10m --blame-hang-dump-type none || status=$?

  [[ ! -f $results/$name.trx ]] || awk -f build/trx.awk "$results/$name.trx" >"$results/$name.counts"
  if [[ $status -ne 0 ]] && ! awk '$3 > 0 { found = 1 } END { exit !found }' "$results/$name.counts" 2>/dev/null; then
    problem "$name: the run ended with $status although no test failed; it counts as one failure."
    echo 'none 0 1 0' >>"$results/$name.counts"
  fi
}

print_summary() {
  local counts whole
  whole=$(total '' "$results"/*.counts)
  step 'Summary'
  for counts in "$results"/*.counts; do
    echo "$(basename "$counts" .counts): $(total '' "$counts")"
  done
  echo
  print_database 'SQLite' Sqlite ''
  print_database 'PostgreSQL' PostgreSql "$postgres_problem"
  [[ -z $browser_problem ]] || echo "Browser: not run ($browser_problem)"
  print_database 'SQL Server' SqlServer "$([[ -n ${SENDRA_TEST_SQLSERVER:-} ]] || echo 'SENDRA_TEST_SQLSERVER is not set')"
  echo
  printf '%s\n' "${times[@]}" "$(clock $SECONDS)  in all"
  echo
  [[ $whole != '0 passed, 0 failed, '* ]] || problem 'No test ran.'
  [[ $whole == *', 0 failed, '* ]] || problem 'Tests failed.'
  [[ ${#problems[@]} -eq 0 ]] || printf 'FAILURE: %s\n' "${problems[@]}"
  echo "$whole"
}

# print_database LABEL NAME REASON: what ran on a database, or that nothing did, and the reason.
# Nothing without a reason means that the tests no longer carry its name: that must not pass silently.
print_database() {
  local counts
  counts=$(total "$2" "$results"/*.counts)
  if [[ $counts != '0 passed, 0 failed, 0 skipped' ]]; then
    echo "$1: $counts"
  elif [[ -n $3 ]]; then
    echo "$1: not run ($3)"
  else
    echo "$1: not run (no result carries its name)"
    problem "No test ran on $1."
  fi
}

# total DATABASE FILE...: the sum of the counts of one database, or of all when it is empty.
total() {
  awk -v database="$1" '
    database == "" || $1 == database { passed += $2; failed += $3; skipped += $4 }
    END { printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped }' "${@:2}" </dev/null
}

main
