#!/usr/bin/env bash
# Changes the code of the rules in hundreds of small ways and looks whether a unit test notices each (Stryker.NET).
# Survivors are listed, and explained in docs/reliability.md. Reports go to artifacts/mutation.
#
#   build/mutation.sh [domain] [decide]      (default: both)
#
#   domain    Sendra.Domain: automations, enrollments, contacts (or SENDRA_MUTATE='Events/**/*.cs')
#   decide    Sendra.Application: Ingestion
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD

# mutate TEST_PROJECT PROJECT PATTERN...
mutate() {
  local test=$1 project=$2 patterns=()
  shift 2
  for pattern in "$@"; do patterns+=(--mutate "$pattern"); done
  (cd "tests/$test" && dotnet stryker --project "$project.csproj" "${patterns[@]}" --concurrency "${SENDRA_MUTATION_CONCURRENCY:-2}" \
    --reporter cleartext --reporter json --reporter progress --output "$root/artifacts/mutation/$project")
}

dotnet tool restore
[[ $# -gt 0 ]] || set -- domain decide
for what in "$@"; do
  case $what in
    domain)
      read -ra patterns <<<"${SENDRA_MUTATE:-Automations/**/*.cs Enrollments/**/*.cs Contacts/**/*.cs}"
      mutate Sendra.Domain.UnitTests Sendra.Domain "${patterns[@]}"
      ;;
    decide) mutate Sendra.Application.UnitTests Sendra.Application 'Ingestion/**/*.cs' ;;
    *) echo "Usage: $0 [domain] [decide]" >&2 && exit 2 ;;
  esac
done
