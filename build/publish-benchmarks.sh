# To be sourced by the scripts that measure: publishes Sendra, its tool and its benchmarks, and runs a command of the latter.
source build/postgres.sh

publish_benchmarks() {
  export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
  local project
  for project in src/Sendra.WebApi src/Sendra.Cli tests/Sendra.Benchmarks; do
    dotnet publish "$project" --configuration Release --disable-build-servers --verbosity quiet -p:BuildSpa=false -p:BillOfMaterials=false \
      --output "artifacts/benchmark/bin/$(basename "$project")" </dev/null
  done
}

# run_benchmarks COMMAND OPTION...: on a PostgreSQL of its own when the options ask for one.
run_benchmarks() {
  if [[ " $* " == *' postgresql '* && -z ${SENDRA_TEST_POSTGRES:-} ]]; then
    start_postgres || { echo "No PostgreSQL: $postgres_problem" >&2; return 1; }
  fi
  artifacts/benchmark/bin/Sendra.Benchmarks/Sendra.Benchmarks "$@" --work artifacts/benchmark \
    --results artifacts/benchmark --sendra artifacts/benchmark/bin/Sendra.WebApi/Sendra.WebApi --tool artifacts/benchmark/bin/Sendra.Cli/sendra
}
