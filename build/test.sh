#!/usr/bin/env bash
# Builds everything, checks the formatting and runs all tests, on every database that is at hand.
#
#   SENDRA_TEST_POSTGRES       connection string to a PostgreSQL server on which databases may be created
#                              (default: one is started for this run, and installed before if need be and possible)
#   SENDRA_TEST_SQLSERVER      connection string to an empty SQL Server database (default: no tests on SQL Server)
#   SENDRA_TEST_CITUS          connection string to an empty database with Citus on its coordinator (default: no tests on Citus)
#   SENDRA_TEST_SKIP_POSTGRES  1 = do without PostgreSQL, otherwise its absence is a failure
#   SENDRA_TEST_SKIP_MAIL      1 = do without the test on a real mail server, which runs where Postfix can be installed and started (as root)
#   SENDRA_TEST_CHROMIUM       path of a Chromium (default: one is found, and installed before if need be and possible)
#   SENDRA_TEST_SKIP_BROWSER   1 = do without the admin app and its tests, otherwise, with Node.js, the absence of Chromium is a failure
set -euo pipefail
shopt -s nullglob
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source build/postgres.sh
source build/browser.sh
source build/mail-server.sh

results=artifacts/test-results
problems=()
times=()
declare -A running=() began=() outcome=()
# Tests wait now and then, so one phase more than there are processors keeps these busy.
limit=$(($(nproc) + 1))
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# No build process outlives this script: a caller that waits for them would wait for long.
export MSBUILDDISABLENODEREUSE=1
# Processes of a minute or two: to watch what they run often costs more than it brings.
export DOTNET_TieredPGO=0

main() {
  trap 'interrupt 130' INT
  trap 'interrupt 143' TERM
  trap 'interrupt 129' HUP
  rm -rf "$results"
  mkdir -p "$results"

  start 'Restore' dotnet restore Sendra.sln --verbosity quiet
  finish_all
  must_have_passed 'Restore'

  start 'Build' build
  if find_browser; then start 'Admin app' build_app; fi
  # The clients of other products, which functional tests run; without Node.js, these are skipped and say so.
  if command -v npm >/dev/null; then start 'Npm clients' npm ci --no-audit --no-fund --prefix tests/Sendra.WebApi.FunctionalTests/Compat/Clients; fi
  prepare_postgres
  prepare_mail_server
  trap 'stop_postgres; stop_mail_server' EXIT
  prepare_faketime
  finish_all
  must_have_passed 'Build'
  [[ ${outcome['Npm clients']:-0} -eq 0 ]] || problem 'The clients of other products could not be installed, so their tests did not run.'
  [[ ${outcome['Admin app']:-0} -eq 0 ]] || { browser_problem='the admin app did not build' && problem 'The admin app did not build, or its own tests failed.'; }

  start_tests
  # What else "dotnet format" finds, the build and the architecture tests have found already, in a tenth of the time.
  start 'Formatting' dotnet format whitespace --folder . --verify-no-changes
  finish_all
  [[ ${outcome['Formatting']} -eq 0 ]] || problem 'Files are not formatted: run "dotnet format".'
  print_summary
  [[ ${#problems[@]} -eq 0 ]]
}

problem() { problems+=("$1"); }

# start NAME COMMAND...: runs a phase beside the others, as soon as fewer than $limit of them run. It has a process group of
# its own, without which a signal to this script would leave the test hosts behind or, when the terminal sends it to them
# too, be taken for a failed project.
start() {
  while [[ ${#running[@]} -ge $limit ]]; do finish_one; done
  set -m
  "${@:2}" </dev/null >"$results/$1.log" 2>&1 &
  set +m
  running[$!]=$1
  began[$1]=$SECONDS
}

finish_all() {
  while [[ ${#running[@]} -gt 0 ]]; do finish_one; done
}

# Waits for the next phase to end, ends what it left behind (a compiler's server), and shows what it said.
finish_one() {
  local process status=0 name
  wait -n -p process "${!running[@]}" || status=$?
  kill -- "-$process" 2>/dev/null || true
  name=${running[$process]}
  unset "running[$process]"
  outcome[$name]=$status
  times+=("$(clock $((SECONDS - began[$name])))  $name")
  printf '\n== %s\n' "$name"
  cat "$results/$name.log"
}

clock() { printf '%2d:%02d' $(($1 / 60)) $(($1 % 60)); }

must_have_passed() { [[ ${outcome[$1]} -eq 0 ]] || exit "${outcome[$1]}"; }

interrupt() {
  local process
  for process in "${!running[@]}"; do kill -- "-$process" 2>/dev/null || true; done
  exit "$1"
}

# One compiler's server for all projects, and for this build alone: it ends with the phase.
build() {
  dotnet build Sendra.sln --no-restore --configuration Release --verbosity quiet -warnaserror \
    -property:UseSharedCompilation=true -property:SharedCompilationId="sendra-$$"
}

prepare_postgres() {
  if [[ ${SENDRA_TEST_SKIP_POSTGRES:-} == 1 ]]; then
    unset SENDRA_TEST_POSTGRES
    postgres_problem='SENDRA_TEST_SKIP_POSTGRES is set'
  elif ! start_postgres 'fsync = off' 'full_page_writes = off'; then
    problem "PostgreSQL tests did not run: $postgres_problem. To do without: SENDRA_TEST_SKIP_POSTGRES=1."
  fi
  printf '\n== PostgreSQL\n%s\n' "${postgres_origin:-none: $postgres_problem}"
}

# One test hands mails to a real server and reads them in its mailbox. Without one it is skipped.
prepare_mail_server() {
  if [[ ${SENDRA_TEST_SKIP_MAIL:-} == 1 ]]; then
    mail_server_problem='SENDRA_TEST_SKIP_MAIL is set'
  else
    start_mail_server || true
  fi
  printf '\n== Mail server\n%s\n' "${mail_server_origin:-none: $mail_server_problem}"
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
find_browser() {
  if [[ ${SENDRA_TEST_SKIP_BROWSER:-} == 1 ]]; then
    browser_problem='SENDRA_TEST_SKIP_BROWSER is set'
  elif ! find_node; then
    : # Sendra runs without the admin app where there is no Node.js; the summary says that its tests did not run.
  elif ! find_chromium; then
    problem "The admin app's tests did not run: $browser_problem. To do without: SENDRA_TEST_SKIP_BROWSER=1."
  fi
  [[ -z $browser_problem ]]
}

# Building checks the types, and the client against the API's document.
build_app() {
  dotnet msbuild src/Sendra.WebApi -target:BuildSpa -nologo -verbosity:minimal && npm --prefix src/Sendra.AdminSpa test --silent
}

# The longest come first. Each database's tests that start Sendra are a run of their own, since the runs have nothing in common;
# what names no database goes with SQLite.
start_tests() {
  start_on_databases Sendra.WebApi.FunctionalTests ${SENDRA_TEST_POSTGRES:+PostgreSql} ${SENDRA_TEST_CITUS:+Citus} ${SENDRA_TEST_SQLSERVER:+SqlServer}
  [[ -n $browser_problem ]] || start_run Sendra.EndToEndTests tests/Sendra.EndToEndTests
  start_on_databases Sendra.ReliabilityTests ${SENDRA_TEST_POSTGRES:+PostgreSql}
  local project name
  for project in tests/*Tests/*.csproj; do
    name=$(basename "$project" .csproj)
    [[ -n ${began[$name]:-} || $name == *EndToEndTests ]] || start_run "$name" "$project"
  done
}

# start_on_databases PROJECT DATABASE...
start_on_databases() {
  local database others=''
  for database in "${@:2}"; do
    start_run "$1.$database" "tests/$1" --filter "FullyQualifiedName~$database"
    others+="${others:+&}FullyQualifiedName!~$database"
  done
  start_run "$1" "tests/$1" ${others:+--filter "$others"}
}

start_run() { start "$1" run_tests "$@"; }

# A failure must not keep the other projects from running. A host that crashes or hangs names no failed test: count it as one.
run_tests() {
  local name=$1 status=0
  dotnet test "$2" --no-build --configuration Release --results-directory "$results" --logger "trx;LogFileName=$name.trx" \
    --blame-hang-timeout 10m --blame-hang-dump-type none "${@:3}" || status=$?

  [[ ! -f $results/$name.trx ]] || awk -f build/trx.awk "$results/$name.trx" >"$results/$name.counts"
  if [[ $status -ne 0 ]] && ! awk '$3 > 0 { found = 1 } END { exit !found }' "$results/$name.counts" 2>/dev/null; then
    echo "$name: the run ended with $status although no test failed; it counts as one failure."
    echo 'none 0 1 0' >>"$results/$name.counts"
  fi
}

print_summary() {
  local counts whole
  whole=$(total '' "$results"/*.counts)
  printf '\n== Summary\n'
  for counts in "$results"/*.counts; do
    echo "$(basename "$counts" .counts): $(total '' "$counts")"
  done
  echo
  print_database 'SQLite' Sqlite ''
  print_database 'PostgreSQL' PostgreSql "$postgres_problem"
  [[ -z $browser_problem ]] || echo "Browser: not run ($browser_problem)"
  echo "Mail server: ${mail_server_origin:-the test on it did not run ($mail_server_problem)}"
  print_database 'Citus' Citus "$([[ -n ${SENDRA_TEST_CITUS:-} ]] || echo 'SENDRA_TEST_CITUS is not set')"
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
