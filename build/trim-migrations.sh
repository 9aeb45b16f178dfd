#!/usr/bin/env bash
# Takes the copy of the whole model out of migrations that don't need theirs: build/trim-migrations.sh
#
# EF Core writes such a copy beside each migration, some 2,000 lines. To compile them took longer than to compile the rest, and
# a new database built them all. A few operations are made from it when a database is brought up to date; all others don't need it.
# The two newest keep theirs, so that the newest can be removed. (Going back further is not supported.)
# The migrations' SQL is compared before and after.
set -euo pipefail
shopt -s extglob
cd "$(dirname "${BASH_SOURCE[0]}")/.."

project=src/Sendra.Infrastructure
scripts=$(mktemp -d)
trap 'rm -rf "$scripts"' EXIT

write_scripts() {
  local database
  dotnet build "$project" --verbosity quiet --nologo
  for database in Sqlite PostgreSql SqlServer; do
    dotnet ef migrations script --no-build --project "$project" --startup-project "$project" \
      --context "${database}SendraDbContext" --output "$scripts/$1/$database.sql"
  done
}

# needs_model DESIGNER DATABASE
needs_model() {
  local operations='migrationBuilder\.(Alter|Drop(Column|ForeignKey|PrimaryKey)|Add(ForeignKey|PrimaryKey))'
  [[ $2 != SqlServer ]] || operations+='|unique: true'
  sed -n '/void Up(/,/void Down(/p' "${1/.Designer/}" | grep --extended-regexp --quiet "$operations"
}

trim() {
  awk '
    /^using (System|Npgsql|Microsoft\.EntityFrameworkCore(\.Metadata|\.Storage[.A-Za-z]*)?);/ { next }
    { print }
    /^    partial class / { print "    {\n    }\n}"; exit }' "$1" >"$1.new"
  mv "$1.new" "$1"
}

dotnet tool restore
write_scripts before
for database in Sqlite PostgreSql SqlServer; do
  designers=("$project/Persistence/$database/Migrations/"*.Designer.cs)
  for designer in "${designers[@]:0:${#designers[@]}-2}"; do
    needs_model "$designer" "$database" || trim "$designer"
  done
done
write_scripts after
diff --recursive "$scripts/before" "$scripts/after" || { echo 'The SQL of a migration has changed: see which needs its model, and add the operation to needs_model.' >&2; exit 1; }
