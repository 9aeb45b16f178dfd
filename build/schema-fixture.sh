#!/usr/bin/env bash
# Keeps the schema of a release, with a small workspace in it, for the tests that migrate it from then on
# (tests/Sendra.WebApi.FunctionalTests/Upgrades):
#
#   build/schema-fixture.sh VERSION
#
# Run it once, when the release is made, and commit what it writes. A kept schema is never changed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source build/postgres.sh

[[ $# -eq 1 && $1 =~ ^[0-9]+(\.[0-9]+)*$ ]] || { echo "Usage: $0 VERSION" >&2; exit 2; }
project=tests/Sendra.WebApi.FunctionalTests
export SENDRA_FIXTURE_FOLDER=$PWD/$project/Upgrades/Fixtures/$1
[[ ! -e $SENDRA_FIXTURE_FOLDER ]] || { echo "$SENDRA_FIXTURE_FOLDER is there already." >&2; exit 1; }

find_postgres_binaries && start_postgres || { echo "No PostgreSQL: $postgres_problem" >&2; exit 1; }
export SENDRA_PG_DUMP=$postgres_bin/pg_dump
dotnet build "$project" --configuration Release --verbosity quiet --nologo
dotnet test "$project" --no-build --configuration Release --filter 'FullyQualifiedName~FixtureMaker' </dev/null
ls -l "$SENDRA_FIXTURE_FOLDER"
