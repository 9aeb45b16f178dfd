#!/usr/bin/env bash
# Drives Sendra for half an hour with the mix of a real product, by a client of the ordinary kind (wrk), and prints what each
# minute was like: docs/reliability.md has the results.
#
#   build/soak.sh [--database sqlite|postgresql] [--nodes 1|2] [--minutes N] [--calls N]     (default: sqlite, 1, 30, 200 calls per second)
#
# Of 200 calls, 130 send one event, 40 are webhooks with lists of 10, 10 are batches of 20, and 20 read the log, enrollments, journeys
# and contacts. 70 % of the events are of known contacts. Events enroll in automations that wait, branch, send emails, call a URL
# and send events, and are dropped by exit events. A live stream stays open, every minute an automation is edited and contacts are
# searched, and the log is exported after a third of the time. With two nodes, calls go through the proxy of build/Caddyfile, and a node is
# restarted every five minutes.
#
# Ends with 1 when a call got no 200, an acknowledged event isn't in the log, or the stream missed one. Needs wrk, jq and
# Caddy, which also takes the calls of automations; installs Debian's when it may. SENDRA_SOAK_PUBLISHED=1 drives what was published for the last run.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source build/publish-benchmarks.sh

database=sqlite nodes=1 minutes=30 calls=200
while [[ $# -gt 0 ]]; do
  case $1 in
    --database) database=${2:?} ;;
    --nodes) nodes=${2:?} ;;
    --minutes) minutes=${2:?} ;;
    --calls) calls=${2:?} ;;
    *) sed -n '5s/^# \+//p' "$0" >&2 && exit 2 ;;
  esac
  shift 2
done
[[ $nodes == 1 || $database == postgresql ]] || { echo 'SQLite supports one node.' >&2 && exit 2; }

home=$PWD/artifacts/soak
url=http://localhost:5090
receiver=http://127.0.0.1:5099
declare -A node=()
problems=()

main() {
  need wrk wrk && need jq jq && need caddy caddy
  [[ -n ${SENDRA_SOAK_PUBLISHED:-} ]] || publish_benchmarks
  rm -rf "$home" && mkdir -p "$home"
  [[ $database == sqlite ]] || start_postgres || { echo "No PostgreSQL: $postgres_problem" >&2 && exit 1; }
  trap 'stop_all; stop_postgres' EXIT
  start_proxy
  for number in $(seq "$nodes"); do start_node "$number"; done
  prepare
  follow &
  follower=$!

  printf '%-6s %9s %8s %6s  %-15s %-15s %-15s %-15s %s\n' minute events/s failed 5xx 'send p50/p99' 'list p50/p99' 'batch p50/p99' 'read p50/p99' 'memory (heap), MB'
  for minute in $(seq "$minutes"); do run_minute; done
  check
  [[ ${#problems[@]} -eq 0 ]] || { printf 'FAILURE: %s\n' "${problems[@]}" && exit 1; }
}

need() {
  command -v "$1" >/dev/null || { [[ $EUID -eq 0 ]] && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2" >/dev/null 2>&1 </dev/null; } \
    || { echo "$1 is missing: install it." >&2 && exit 1; }
}

# One node listens where the calls go; two are behind the proxy.
port() { [[ $nodes == 1 ]] && echo 5090 || echo $((5090 + $1)); }

start_node() {
  local settings=(ASPNETCORE_URLS="http://localhost:$(port "$1")" PublicUrl="$url" OutgoingCalls__AllowedNetworks=127.0.0.0/8 TrustedProxies=127.0.0.1 Prometheus__Enabled=true)
  [[ $nodes == 1 ]] || settings+=(Shutdown__DrainSeconds=10)
  if [[ $database == sqlite ]]; then
    settings+=(ConnectionStrings__Sendra="Data Source=$home/sendra.db")
  else
    settings+=(Database__Provider=PostgreSql ConnectionStrings__Sendra="$SENDRA_TEST_POSTGRES")
  fi
  # From its own folder, where its settings are.
  (cd artifacts/benchmark/bin/Sendra.WebApi && exec env "${settings[@]}" ./Sendra.WebApi) >>"$home/node$1.log" 2>&1 </dev/null &
  node[$1]=$!
  until curl -sf -o /dev/null "http://localhost:$(port "$1")/health/ready"; do kill -0 "${node[$1]}" || { tail "$home/node$1.log" && exit 1; } && sleep 0.2; done
}

restart_node() {
  kill -TERM "${node[$1]}"
  wait "${node[$1]}" || problems+=("node $1 ended with $?")
  start_node "$1"
}

# Also the receiver of calls: it takes what it gets.
start_proxy() {
  {
    printf '{\n\tadmin off\n}\n:5099 {\n\trespond 200\n}\n'
    [[ $nodes == 1 ]] || sed 's/^:8080/:5090/; s/node1:8080 node2:8080/localhost:5091 localhost:5092/' build/Caddyfile
  } >"$home/Caddyfile"
  caddy run --adapter caddyfile --config "$home/Caddyfile" >"$home/proxy.log" 2>&1 </dev/null &
  proxy=$!
}

stop_all() { kill "${node[@]}" ${proxy:-} ${follower:-} 2>/dev/null || true; wait; }

post() { curl -sf -b "$home/cookies" -c "$home/cookies" -H 'Content-Type: application/json' "$url/api/$1" -d "${2:-{\}}"; }

automate() {
  local id
  id=$(post automations "$1" | jq -r .id)
  post "automations/$id/activate" >/dev/null
  echo "$id"
}

prepare() {
  post auth/register '{"email":"soak@example.com","password":"correct horse battery staple","workspaceName":"Soak"}' >/dev/null
  key=$(post api-keys '{"name":"Soak","scopes":["events:send","read","manage"]}' | jq -r .key)
  post custom-fields '{"name":"plan","type":"text"}' >/dev/null
  post custom-fields '{"name":"reminded","type":"boolean"}' >/dev/null
  hook=$(post event-sources '{"name":"Shop","itemsPath":"events","emailPath":"email","eventName":{"path":"eventName"},"propertiesPath":"eventProperties",
    "contactProperties":{"firstName":"contactProperties.firstName","plan":"contactProperties.plan"}}' | jq -r .url)
  curl -sf -X PUT -b "$home/cookies" -H 'Content-Type: application/json' "$url/api/workspace/settings" \
    -d '{"sender":{"fromName":"Shop","fromEmail":"hello@shop.example","postalAddress":"1 Main Street, Springfield"}}' >/dev/null
  local template
  template=$(post templates '{"name":"Reminder","subject":"{{ contact.firstName }}, your cart waits","format":"html",
    "source":"<p>Hi {{ contact.firstName }}!</p><p><a href=\"{{ unsubscribeUrl }}\">Unsubscribe</a></p>"}' | jq -r .id)

  onboarding=$(automate '{"name":"Onboarding","trigger":{"eventName":"signedUp"},"frequency":"oncePerContact","exitEvents":["cancelled"],"steps":[
    {"id":"wait","type":"wait","for":"PT30S","next":"which"},
    {"id":"which","type":"branch","otherwise":"remind","paths":[{"name":"pro","when":{"field":"contact.plan","op":"equals","value":"pro"},"next":"tell"}]},
    {"id":"remind","type":"updateContact","set":{"reminded":true}},
    {"id":"tell","type":"callUrl","method":"POST","url":"'$receiver'/crm"}]}')
  automate '{"name":"Cart","trigger":{"eventName":"cartUpdated"},"frequency":"everyTime","exitEvents":["orderPlaced"],"steps":[
    {"id":"wait","type":"wait","for":"PT2M","next":"mail"},{"id":"mail","type":"sendEmail","templateId":"'"$template"'","kind":"marketing"}]}' >/dev/null
  automate '{"name":"Invoices","trigger":{"eventName":"orderPlaced"},"frequency":"everyTime","steps":[
    {"id":"paid","type":"waitForEvent","eventName":"invoicePaid","timeout":"PT1M"}]}' >/dev/null
  automate '{"name":"Win back","trigger":{"eventName":"cancelled"},"frequency":"everyTime","steps":[
    {"id":"wait","type":"wait","for":"PT1M","next":"event"},{"id":"event","type":"sendEvent","eventName":"winBackStarted"}]}' >/dev/null
  for number in $(seq 10); do
    automate '{"name":"Big '"$number"'","trigger":{"eventName":"productViewed","where":{"field":"event.amount","op":"greaterThan","value":'$((number * 48))'}},
      "frequency":"oncePerContact","exitEvents":["orderPlaced"]}' >/dev/null
  done
}

# As a browser does: who was cut off goes on after the last event that arrived.
follow() {
  local last=''
  trap 'kill $(jobs -p) 2>/dev/null; exit' TERM
  while true; do
    { curl -sN -H "Authorization: Bearer $key" ${last:+-H "Last-Event-ID: $last"} "$url/api/events/stream" | sed -un 's/^id: //p' >>"$home/streamed.txt"; } &
    wait $! || true
    last=$(tail -n 1 "$home/streamed.txt")
    sleep 1
  done
}

# client KIND PERCENT CONNECTIONS PATH...
client() {
  wrk -t1 -c"$3" -d60s --timeout 30s -s build/soak.lua "$url" -- "$1" "$(awk "BEGIN { print $calls * $2 / 100 }")" "$3" "$key" "${@:4}" >"$home/$1.txt" 2>&1 &
  clients+=($!)
}

run_minute() {
  clients=()
  local journey
  journey=$(curl -sf -H "Authorization: Bearer $key" "$url/api/enrollments?automationId=$onboarding&status=completed&limit=1" | jq -r '.items[0].id // empty')
  client sends 65 16 /api/events/send
  client lists 20 8 "/api/webhooks/${hook##*/}"
  client batches 5 4 /api/events/batch
  client reads 10 4 '/api/events?limit=50' '/api/events?email=knownKNOWN@example.com' '/api/events?eventName=orderPlaced&hasEffect=true' \
    '/api/enrollments?status=active' '/api/contacts?email=knownKNOWN@example.com' ${journey:+"/api/enrollments/$journey"}
  sleep 20
  edit
  curl -sf -o /dev/null -H "Authorization: Bearer $key" "$url/api/contacts?query=n$minute" || problems+=("minute $minute: the search failed")
  [[ $minute -ne $(((minutes + 2) / 3)) ]] || export_log "$home/export.csv" csv
  [[ $nodes == 1 || $((minute % 5)) -ne 0 ]] || restart_node $((minute % 10 / 5 + 1))
  wait "${clients[@]}"

  local kind total=0 failed=0 errors=0 latencies=() memory=''
  for kind in sends lists batches reads; do
    local line
    line=$(grep '^SOAK' "$home/$kind.txt") || { cat "$home/$kind.txt" && exit 1; }
    read -r _ _ events sockets p50 p99 statuses <<<"$line"
    total=$((total + events)) failed=$((failed + sockets)) latencies+=("$p50 / $p99")
    for status in $statuses; do
      [[ $status == 200=* ]] || problems+=("minute $minute, $kind: status $status")
      [[ $status != 5* ]] || errors=$((errors + ${status#*=}))
    done
  done
  acknowledged=$((${acknowledged:-0} + total))
  for number in "${!node[@]}"; do
    memory+="$(awk '/^VmRSS/ { printf "%d", $2 / 1024 }' "/proc/${node[$number]}/status") ($(curl -s "http://localhost:$(port "$number")/metrics" \
      | awk '/^dotnet_gc_last_collection_heap_size/ { sum += $2 } END { printf "%d", sum / 1048576 }')) "
  done
  printf '%-6s %9s %8s %6s  %-15s %-15s %-15s %-15s %s\n' "$minute" $((total / 60)) "$failed" "$errors" "${latencies[@]}" "$memory"
}

edit() {
  local body
  body=$(curl -sf -H "Authorization: Bearer $key" "$url/api/automations/$onboarding" | jq -c "{name, trigger, frequency, exitEvents} + {steps: (.steps | map(if .id == \"wait\" then .for = \"PT$((30 + minute % 2))S\" else . end))}")
  curl -sf -o /dev/null -X PUT -H "Authorization: Bearer $key" -H 'Content-Type: application/json' "$url/api/automations/$onboarding" -d "$body" || problems+=("minute $minute: the edit failed")
}

export_log() { curl -sf -H "Authorization: Bearer $key" "$url/api/events/export?format=$2" >"$1" || problems+=('the export failed'); }

# What wrk had not been answered when a minute ended may be stored, too.
check() {
  export_log "$home/export.ndjson" ndjson
  sleep 5
  jq -r .id "$home/export.ndjson" | sort >"$home/stored.txt"
  local stored missed
  stored=$(jq -r 'select(.origin.type != "automation") | .id' "$home/export.ndjson" | wc -l)
  missed=$(sort -u "$home/streamed.txt" | comm -23 "$home/stored.txt" - | wc -l)
  printf '\n%s events acknowledged; %s stored, with those that a minute'\''s end cut off; %s more sent by steps; %s not streamed\n' \
    "$acknowledged" "$stored" $(($(wc -l <"$home/stored.txt") - stored)) "$missed"
  for number in "${!node[@]}"; do awk -v node="$number" '/^VmHWM/ { printf "node %s: at most %d MB\n", node, $2 / 1024 }' "/proc/${node[$number]}/status"; done
  [[ $stored -ge $acknowledged ]] || problems+=('acknowledged events are not in the log')
  # Who is cut off by a restart gets 4,000 events again, and no more.
  [[ $missed -eq 0 ]] || problems+=('the stream missed events')
}

main
