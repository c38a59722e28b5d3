# shellcheck shell=bash
# Shared by the parts of ./tessera: messages, and what the machine must have.

TESSERA_ARTIFACTS="$TESSERA_ROOT/artifacts"
# shellcheck disable=SC2034 # used by the root script
TESSERA_CLI="$TESSERA_ROOT/src/Tessera.Cli/bin/Release/net10.0/Tessera.Cli.dll"

say() { printf '%s\n' "$*" >&2; }

fail() {
  printf 'tessera: %s\n' "$*" >&2
  exit 1
}

# Runs a step quietly; on failure shows the end of what it printed.
#   step "what it does" log-name command [argument ...]
step() {
  local title="$1" log="$TESSERA_ARTIFACTS/$2.log"
  shift 2
  mkdir -p "$TESSERA_ARTIFACTS"
  say "· $title"
  # Without the lock: compilers stay behind as servers, and would hold it for as long as they live.
  if ! "$@" >"$log" 2>&1 9>&-; then
    tail -n 40 "$log" >&2
    fail "$title: failed. The whole output is in ${log#"$TESSERA_ROOT"/}."
  fi
}

# One build at a time in this folder: two would overwrite each other's files.
lock_builds() {
  command -v flock >/dev/null 2>&1 || return 0
  mkdir -p "$TESSERA_ARTIFACTS"
  exec 9>"$TESSERA_ARTIFACTS/build.lock"
  if ! flock --nonblock 9; then
    say "· Waiting for another ./tessera that is building here"
    flock 9
  fi
}

unlock_builds() { exec 9>&-; }

# Whether the command only asks for help.
asks_for_help() {
  local argument
  for argument in "$@"; do
    case "$argument" in
      -h | --help | '-?') return 0 ;;
    esac
  done
  return 1
}

require_dotnet() {
  command -v dotnet >/dev/null 2>&1 \
    || fail "the .NET 10 SDK is missing: install it from https://dotnet.microsoft.com/download/dotnet/10.0 and run this again."
  # `dotnet --version` obeys global.json, so it fails when no suitable SDK is there.
  (cd "$TESSERA_ROOT" && dotnet --version >/dev/null 2>&1) \
    || fail "the .NET SDK here is too old: Tessera needs .NET 10 (global.json), from https://dotnet.microsoft.com/download/dotnet/10.0."
}

require_node() {
  command -v npm >/dev/null 2>&1 || fail "Node.js is missing: install Node.js 20 or later with npm (https://nodejs.org) and run this again."
  local major
  major="$(node --version | sed -E 's/^v([0-9]+).*/\1/')"
  [ "$major" -ge 20 ] || fail "Node.js $major is too old: Tessera's web app needs 20 or later."
}

# Whether anything under the given paths is newer than the stamp.
#   is_stale stamp path [path ...]
is_stale() {
  local stamp="$1"
  shift
  [ -f "$stamp" ] || return 0
  [ -n "$(find "$@" -type d \( -name bin -o -name obj -o -name node_modules -o -name dist \) -prune -o -newer "$stamp" -type f -print 2>/dev/null | head -n 1)" ]
}

# Installs Debian packages when this is a Debian-like machine and we may; otherwise the caller says what to install.
install_with_apt() {
  command -v apt-get >/dev/null 2>&1 || return 1
  local sudo=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || return 1
    sudo=(sudo -n)
  fi
  "${sudo[@]}" apt-get update -qq && "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@"
}
