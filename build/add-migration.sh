#!/usr/bin/env bash
# Adds a migration for each database: build/add-migration.sh NAME (build/trim-migrations.sh shortens older ones)
# The migrations of a kept schema (build/schema-fixture.sh) are never changed: databases have been through them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

[[ $# -eq 1 ]] || { echo "Usage: $0 NAME" >&2; exit 2; }

project=src/Sendra.Infrastructure
dotnet tool restore
dotnet build "$project" --verbosity quiet --nologo
for database in Sqlite PostgreSql SqlServer; do
  # Infrastructure is its own startup project: its design-time factories make the contexts, so no host is started.
  dotnet ef migrations add "$1" --no-build --project "$project" --startup-project "$project" \
    --context "${database}SendraDbContext" --output-dir "Persistence/$database/Migrations"
done
