#!/usr/bin/env bash
# Writes the OpenAPI document of the API as it is now into the admin app, and makes the app's client from it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

data=$(mktemp -d)
url=http://127.0.0.1:${SENDRA_OPENAPI_PORT:-5079}
dotnet build src/Sendra.WebApi --verbosity quiet --nologo
ASPNETCORE_URLS=$url ConnectionStrings__Sendra="Data Source=$data/sendra.db" dotnet src/Sendra.WebApi/bin/Debug/net10.0/Sendra.WebApi.dll >"$data/log" 2>&1 &
api=$!
trap 'kill "$api" 2>/dev/null || true; rm -rf "$data"' EXIT
for _ in $(seq 150); do
  if curl -sf "$url/health/ready" >/dev/null; then break; fi
  kill -0 "$api" || { cat "$data/log" >&2; exit 1; }
  sleep 0.2
done
curl -sSf "$url/swagger/v1/swagger.json" -o src/Sendra.AdminSpa/openapi.json
npm --prefix src/Sendra.AdminSpa run --silent api
