# What the admin app's tests need: Node.js and a Chromium. To be sourced:
#
#   source build/browser.sh
#   find_node && find_chromium    # exports SENDRA_TEST_CHROMIUM
#
# Afterwards $browser_problem says why it can't be done, if so.

browser_problem=''

# Node.js itself is not installed: which version, and from where, is the machine owner's choice.
find_node() {
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    browser_problem='there is no Node.js'
  elif ! node src/Sendra.AdminSpa/check-node.mjs; then
    browser_problem="Node.js $(node --version) is too old: 20.19 or newer is needed"
  fi
  [[ -z $browser_problem ]]
}

find_chromium() {
  [[ -z ${SENDRA_TEST_CHROMIUM:-} ]] || return 0
  look_for_chromium || install_chromium || return 1
  export SENDRA_TEST_CHROMIUM
}

# The headless shell needs a quarter less of the processor than the whole browser.
look_for_chromium() {
  local name
  for name in chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
    if SENDRA_TEST_CHROMIUM=$(command -v "$name"); then return 0; fi
  done
  return 1
}

install_chromium() {
  if [[ $(id -u) -ne 0 ]] || ! command -v apt-get >/dev/null; then
    browser_problem='there is no Chromium, and it can be installed only as root with apt-get'
    return 1
  fi
  local install=(apt-get install -y -qq --no-install-recommends)
  export DEBIAN_FRONTEND=noninteractive
  if ! { apt-get update -qq && { "${install[@]}" chromium-headless-shell || "${install[@]}" chromium; }; } </dev/null >/dev/null 2>&1; then
    browser_problem='Chromium could not be installed with apt-get'
    return 1
  fi
  look_for_chromium || { browser_problem='Chromium was installed but is not found'; return 1; }
}
