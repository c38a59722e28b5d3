# shellcheck shell=bash
# Every test there is: .NET, web (lint, types, unit, generated API types), and a real browser that drives the demo.
# `--quick` leaves out the browser. The last line counts them all; a line before it says how many were skipped, and why they may be.

TESTS_PASSED=0
TESTS_FAILED=0
TESTS_SKIPPED=0
SUITES_FAILED=()

# How dotnet test (Skipped: 3) and vitest (3 skipped) count what they did not run.
SKIPPED_PATTERN='Skipped: +[0-9]+|[0-9]+ skipped'

# Adds up what a suite reported and remembers whether it failed.
#   count_suite name exit-code passed failed
count_suite() {
  TESTS_PASSED=$((TESTS_PASSED + $3))
  TESTS_FAILED=$((TESTS_FAILED + $4))
  if [ "$2" -ne 0 ]; then
    SUITES_FAILED+=("$1")
    # A suite that died without counting its tests must not look green.
    [ "$4" -gt 0 ] || TESTS_FAILED=$((TESTS_FAILED + 1))
  fi
}

# Sums the numbers of a word ("passed", "Failed:") on the summary lines of a log.
#   sum_of summary-line-pattern number-pattern file
sum_of() {
  sed 's/\x1b\[[0-9;]*m//g' "$3" | { grep -E "$1" || true; } | { grep -oE "$2" || true; } | { grep -oE '[0-9]+' || true; } \
    | awk '{ total += $1 } END { print total + 0 }'
}

# Runs one suite with its output shown and kept.
#   suite name summary-line-pattern passed-pattern failed-pattern command [argument ...]
suite() {
  local name="$1" line="$2" passed="$3" failed="$4" log="$TESSERA_ARTIFACTS/test-${1// /-}.log" code=0
  shift 4
  say ""
  say "── $name"
  "$@" 2>&1 | tee "$log" || code="${PIPESTATUS[0]}"
  TESTS_SKIPPED=$((TESTS_SKIPPED + $(sum_of "$line" "$SKIPPED_PATTERN" "$log")))
  count_suite "$name" "$code" "$(sum_of "$line" "$passed" "$log")" "$(sum_of "$line" "$failed" "$log")"
}

# A suite without tests of its own to count, such as a linter: it only holds or fails.
check() {
  local name="$1"
  shift
  suite "$name" '^no summary$' '0' '0' "$@"
}

find_chromium() {
  local candidate
  for candidate in "${CHROMIUM_PATH:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
    if [ -n "$candidate" ] && [ -x "$candidate" ]; then
      printf '%s' "$candidate"
      return
    fi
  done
}

require_chromium() {
  CHROMIUM_PATH="$(find_chromium)"
  if [ -z "$CHROMIUM_PATH" ]; then
    step "Installing Chromium for the browser tests" install-chromium install_with_apt chromium
    CHROMIUM_PATH="$(find_chromium)"
  fi
  [ -n "$CHROMIUM_PATH" ] || fail "the browser tests need Chromium: install it, or set CHROMIUM_PATH to it."
  export CHROMIUM_PATH
}

# Packages that the official JavaScript clients' tests use, each folder with its own lock file.
install_client_packages() {
  local folder
  for folder in "$TESSERA_ROOT"/tests/clients/*/; do
    [ -f "$folder/package-lock.json" ] || continue
    is_stale "$folder/node_modules/.tessera-stamp" "$folder/package-lock.json" || continue
    step "Installing ${folder#"$TESSERA_ROOT"/}" "install-client-$(basename "$folder")" npm --prefix "$folder" ci --no-audit --no-fund
    touch "$folder/node_modules/.tessera-stamp"
  done
}

run_tests() {
  local quick=false
  case "${1:-}" in
    "") ;;
    --quick) quick=true ;;
    *)
      say "usage: ./tessera test [--quick]"
      exit 2
      ;;
  esac

  require_dotnet
  require_node
  # The stock browser SDK is tested by the .NET tests, so the browser is wanted before them.
  $quick || require_chromium
  lock_builds
  build_solution
  install_client_packages
  build_web
  unlock_builds

  # One project after the other: several engines at once on a small machine would only time each other out.
  suite "dotnet" '(Passed|Failed|Skipped)! +- Failed:' 'Passed: +[0-9]+' 'Failed: +[0-9]+' \
    dotnet test "$TESSERA_ROOT/Tessera.slnx" --configuration Release --no-build --nologo -m:1
  check "web lint" npm --prefix "$TESSERA_ROOT/web" run --silent lint
  check "web types" npm --prefix "$TESSERA_ROOT/web" run --silent typecheck
  check "web api types" npm --prefix "$TESSERA_ROOT/web" run --silent check:api
  suite "web unit" '^ +Tests ' '[0-9]+ passed' '[0-9]+ failed' npm --prefix "$TESSERA_ROOT/web" run --silent test
  if ! $quick; then
    suite "browser" '^ +[0-9]+ (passed|failed|skipped)' '[0-9]+ passed' '[0-9]+ failed' npm --prefix "$TESSERA_ROOT/web" run --silent e2e
  fi

  say ""
  [ "${#SUITES_FAILED[@]}" -eq 0 ] || say "Failed: ${SUITES_FAILED[*]}"
  [ "$TESTS_SKIPPED" -eq 0 ] || say "Skipped: $TESTS_SKIPPED, for want of data sets (CONTRIBUTING.md says where they are published) or of rights on this machine"
  echo "$TESTS_PASSED passed, $TESTS_FAILED failed"
  [ "$TESTS_FAILED" -eq 0 ]
}
