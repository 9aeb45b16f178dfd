# A throw-away PostgreSQL server for tests and benchmarks. To be sourced:
#
#   source build/postgres.sh
#   start_postgres || exit 1    # exports SENDRA_TEST_POSTGRES, and prints nothing when all is well
#
# The server is stopped and its folder removed when the sourcing script ends, however it ends. start_postgres sets the
# EXIT trap for that: a script that needs the trap for itself calls stop_postgres from its own, set afterwards.
#
# Arguments are settings of a server that is started, as in postgresql.conf: start_postgres 'fsync = off'
# After start_postgres: $postgres_origin says which server it is, or $postgres_problem why there is none.

postgres_origin=''
postgres_problem=''
postgres_home=''
postgres_bin=''
postgres_as=()

start_postgres() {
  if [[ -n ${SENDRA_TEST_POSTGRES:-} ]]; then
    postgres_origin='the server in SENDRA_TEST_POSTGRES'
    return
  fi
  find_postgres_binaries || install_postgres || return
  choose_postgres_user || return

  # Not in TMPDIR: the path of a socket may be 107 bytes at most, and the server's user must be able to reach it.
  postgres_home=$(mktemp -d /tmp/sendra-pg.XXXXXX) || return
  trap stop_postgres EXIT
  guard_postgres
  if ! launch_postgres "$@"; then
    postgres_problem="the server in $postgres_bin did not start"
    { echo "PostgreSQL did not start:"; cat "$postgres_home"/*.log; } >&2 </dev/null
    stop_postgres
    return 1
  fi
  postgres_origin="$("$postgres_bin/postgres" --version), started for this run"
  export SENDRA_TEST_POSTGRES="Host=$postgres_home;Username=postgres;Database=postgres"
}

stop_postgres() {
  [[ -n $postgres_home && -d $postgres_home ]] || return 0
  # "immediate", because nothing in there is worth a last checkpoint. It fails when the server never came up: fine.
  (cd "$postgres_home" && "${postgres_as[@]}" "$postgres_bin/pg_ctl" --pgdata=data --mode=immediate stop) >/dev/null 2>&1 || true
  rm -rf "$postgres_home"
}

# A script killed with -9 runs no trap, so a process outside its process group waits for its end.
guard_postgres() {
  set -m
  (
    trap '' INT TERM HUP
    tail --pid=$$ -f /dev/null
    stop_postgres
  ) </dev/null >/dev/null 2>&1 &
  set +m
  disown
}

# Debian keeps the server's programs off the PATH, in one folder a version: the newest wins.
find_postgres_binaries() {
  local bin
  while read -r bin; do
    if [[ -x $bin/initdb && -x $bin/pg_ctl && -x $bin/postgres ]]; then
      postgres_bin=$bin
      return
    fi
  done < <(
    printf '%s\n' /usr/lib/postgresql/*/bin | sort --version-sort --reverse
    dirname "$(readlink -f "$(command -v initdb || echo /nowhere/initdb)")"
    pg_config --bindir 2>/dev/null || true
  )
  return 1
}

install_postgres() {
  if [[ $EUID -ne 0 ]] || ! command -v apt-get >/dev/null; then
    postgres_problem='no server was found; install Debian'\''s package "postgresql" or set SENDRA_TEST_POSTGRES'
    return 1
  fi
  echo 'No PostgreSQL server found: installing the package "postgresql".' >&2
  local log
  log=$(mktemp)
  if ! { install_postgres_packages >"$log" 2>&1 </dev/null && find_postgres_binaries; }; then
    cat "$log" >&2
    postgres_problem='no server was found, and the package "postgresql" could not be installed'
  fi
  rm -f "$log"
  [[ -z $postgres_problem ]]
}

install_postgres_packages() {
  local -x DEBIAN_FRONTEND=noninteractive
  local install=(apt-get install -y --no-install-recommends)
  # A fresh machine has no package lists and an old one has stale ones; one without network may have the packages cached.
  apt-get update || true
  # The common package comes first, to tell it before the server arrives that no cluster of its own is wanted:
  # that one would start by itself and stay.
  "${install[@]}" postgresql-common || return
  sed -i 's/^#\? *create_main_cluster *=.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf || return
  "${install[@]}" postgresql
}

# The server refuses to run as root.
choose_postgres_user() {
  postgres_as=()
  [[ $EUID -eq 0 ]] || return 0
  local user
  for user in postgres nobody; do
    if id "$user" >/dev/null 2>&1; then
      postgres_as=(setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups)
      return
    fi
  done
  postgres_problem='there is neither a user "postgres" nor "nobody" to run the server as'
  return 1
}

# Only a socket, in a folder that only this user and the server's can enter: no port that could be taken, no password.
launch_postgres() {
  [[ ${#postgres_as[@]} -eq 0 ]] || chown "$("${postgres_as[@]}" id -u)" "$postgres_home"
  (
    cd "$postgres_home" || return
    # A linguistic collation, as most databases have in production, finds the columns that forgot their collation "C".
    # Servers before 15 or built without ICU have none.
    local initdb=("${postgres_as[@]}" "$postgres_bin/initdb" --pgdata=data --username=postgres --auth=trust --encoding=UTF8 --locale=C)
    "${initdb[@]}" --locale-provider=icu --icu-locale=en >initdb.log 2>&1 || "${initdb[@]}" >initdb.log 2>&1 || return
    # Several hosts at once, each with a pool of its own, need more than the default 100 connections.
    printf '%s\n' "listen_addresses = ''" "unix_socket_directories = '$postgres_home'" 'max_connections = 300' "$@" >>data/postgresql.conf
    # shellcheck disable=SC2024 # the log is this user's
    "${postgres_as[@]}" "$postgres_bin/pg_ctl" --pgdata=data --log=data/server.log --wait --timeout=60 start >pg_ctl.log 2>&1 </dev/null
  ) || { cp "$postgres_home/data/server.log" "$postgres_home" 2>/dev/null; return 1; }
}
