# A throw-away mail server (Postfix) that keeps every mail in a folder. To be sourced:
#
#   source build/mail-server.sh
#   start_mail_server    # exports SENDRA_TEST_MAIL_SERVER
#
# SENDRA_TEST_MAIL_SERVER is a folder with what a client needs: "port", "user", "password" and "certificate.pem"; the server at localhost
# takes nothing without STARTTLS and a sign-in. What it took is in "mailbox", a maildir.
#
# All of the server is in that folder, so one that this machine runs is not touched. It is stopped and its folder removed when the sourcing
# script ends, however it ends; stop_mail_server does so at once.
# After start_mail_server: $mail_server_origin says which server it is, or $mail_server_problem why there is none.

mail_server_origin=''
mail_server_problem=''
mail_server_home=''

start_mail_server() {
  if [[ $EUID -ne 0 ]]; then
    mail_server_problem='Postfix starts only as root'
    return 1
  fi
  has_mail_server || install_mail_server || return

  mail_server_home=$(mktemp -d /tmp/sendra-mail.XXXXXX) || return
  guard_mail_server
  if ! { configure_mail_server && launch_mail_server; } >"$mail_server_home/start.log" 2>&1 </dev/null; then
    mail_server_problem='Postfix did not start'
    { echo "$mail_server_problem:"; cat "$mail_server_home"/*.log; } >&2 </dev/null
    stop_mail_server
    return 1
  fi
  mail_server_origin="Postfix $(postconf -dh mail_version), started for this run"
  export SENDRA_TEST_MAIL_SERVER=$mail_server_home
}

stop_mail_server() {
  [[ -n $mail_server_home && -d $mail_server_home ]] || return 0
  postfix -c "$mail_server_home/etc" stop >/dev/null 2>&1 || true
  rm -rf "$mail_server_home"
}

# A script killed with -9 runs no trap, so a process outside its process group waits for its end.
guard_mail_server() {
  set -m
  (
    trap '' INT TERM HUP
    tail --pid=$$ -f /dev/null
    stop_mail_server
  ) </dev/null >/dev/null 2>&1 &
  set +m
  disown
}

has_mail_server() {
  command -v postfix >/dev/null && command -v saslpasswd2 >/dev/null && command -v openssl >/dev/null
}

# The package would replace another mail server. Without a configuration, none is started by it.
install_mail_server() {
  if [[ -e /usr/sbin/sendmail ]] && ! command -v postfix >/dev/null; then
    mail_server_problem='this machine has another mail server than Postfix'
  elif ! command -v apt-get >/dev/null; then
    mail_server_problem='there is no Postfix; install it with "saslpasswd2" and "openssl"'
  elif ! install_mail_server_packages >/dev/null 2>&1 </dev/null || ! has_mail_server; then
    mail_server_problem='there is no Postfix, and the package "postfix" could not be installed'
  fi
  [[ -z $mail_server_problem ]]
}

install_mail_server_packages() {
  local -x DEBIAN_FRONTEND=noninteractive
  apt-get update || true
  command -v postfix >/dev/null || echo 'postfix postfix/main_mailer_type select No configuration' | debconf-set-selections || return
  apt-get install -y --no-install-recommends postfix libsasl2-modules sasl2-bin openssl
}

configure_mail_server() {
  local home=$mail_server_home port service
  # Its processes must be able to reach it.
  chmod 755 "$home" && mkdir -p "$home"/{etc/sasl,queue} || return
  install -d -o postfix "$home/data" && install -d -o nobody "$home/mailbox" || return
  until port=$((20000 + RANDOM % 10000)) && ! (: <>/dev/tcp/127.0.0.1/$port) 2>/dev/null; do :; done
  echo "$port" >"$home/port"

  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost \
    -keyout "$home/key.pem" -out "$home/certificate.pem" || return
  echo sendra@localhost >"$home/user"
  openssl rand -hex 16 >"$home/password"
  saslpasswd2 -p -c -f "$home/users" -u localhost sendra <"$home/password" && chown postfix "$home/users" || return
  printf '%s\n' 'pwcheck_method: auxprop' 'auxprop_plugin: sasldb' 'mech_list: PLAIN LOGIN' "sasldb_path: $home/users" >"$home/etc/sasl/smtpd.conf"

  printf '%s\n' \
    'compatibility_level = 3.6' "queue_directory = $home/queue" "data_directory = $home/data" \
    "maillog_file = $home/mail.log" "maillog_file_prefixes = $home" \
    'inet_protocols = ipv4' 'myhostname = localhost' 'mydestination =' 'alias_maps =' 'local_recipient_maps =' \
    "smtpd_tls_chain_files = $home/key.pem, $home/certificate.pem" 'smtpd_tls_security_level = encrypt' \
    'smtpd_sasl_auth_enable = yes' 'smtpd_relay_restrictions = permit_sasl_authenticated, reject' \
    'virtual_mailbox_domains = static:all' "virtual_mailbox_base = $home" 'virtual_mailbox_maps = static:mailbox/' \
    "virtual_uid_maps = static:$(id -u nobody)" "virtual_gid_maps = static:$(id -g nobody)" >"$home/etc/main.cf"
  {
    echo "127.0.0.1:$port inet n - n - - smtpd"
    for service in 'rewrite trivial-rewrite' bounce 'defer bounce' 'trace bounce' error proxymap; do
      echo "${service% *} unix - - n - - ${service#* }"
    done
    echo 'cleanup unix n - n - 0 cleanup'
    echo 'qmgr unix n - n 300 1 qmgr'
    echo 'anvil unix - - n - 1 anvil'
    echo 'tlsmgr unix - - n 1000? 1 tlsmgr'
    echo 'virtual unix - n n - - virtual'
    echo 'postlog unix-dgram n - n - 1 postlogd'
  } >"$home/etc/master.cf"
}

launch_mail_server() {
  local tries
  postfix -c "$mail_server_home/etc" start || return
  for ((tries = 0; tries < 100; tries++)); do
    if (: <>"/dev/tcp/127.0.0.1/$(<"$mail_server_home/port")") 2>/dev/null; then return 0; fi
    sleep 0.1
  done
  return 1
}
