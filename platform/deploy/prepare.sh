#!/usr/bin/env bash
# Makes the machine ready, once. Does nothing when nothing has changed.
#   prepare.sh run        the virtual environment with what the platform imports
#   prepare.sh test       the same, with what tests and checks need
#   prepare.sh packages   Redis, PostgreSQL, Chromium and fonts, where missing
set -euo pipefail
cd "$(dirname "$0")/../.."

PYTHON=${PYTHON:-python3}

say() { printf '%s\n' "$@" >&2; }
stop() { say "$@"; exit 1; }

# The command prefix that may install Debian packages; empty for root. Fails where nobody may.
as_root() {
    command -v apt-get >/dev/null || return 1
    [ "$(id -u)" = 0 ] && return 0
    command -v sudo >/dev/null && sudo -n true 2>/dev/null && echo "sudo -n"
}

# apt_install PURPOSE PACKAGE…: installs, or names the packages and stops.
apt_install() {
    local purpose=$1 prefix
    shift
    if ! prefix=$(as_root); then
        stop "Missing for $purpose, and not to be installed from here without a password: $*" \
            "Install it, then try again:" "    sudo apt-get install --no-install-recommends $*"
    fi
    say "Installing for $purpose (once): $*"
    local apt="$prefix env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0"
    if ! { $apt update && $apt install -y --no-install-recommends "$@"; } >/dev/null; then
        stop "These packages could not be installed: $*" "The reason stands above."
    fi
}

have() { command -v "$1" >/dev/null; }
have_postgresql() { have pg_ctl || compgen -G '/usr/lib/postgresql/*/bin/pg_ctl' >/dev/null; }
have_chromium() {
    [ -n "${CHROMIUM:-}" ] || have chromium || have chromium-browser || have google-chrome || have google-chrome-stable
}
have_fonts() { compgen -G '/usr/share/fonts/*/*' >/dev/null; }

packages() {
    local missing=()
    have redis-server || missing+=(redis-server)
    have_postgresql || missing+=(postgresql)
    # Ubuntu ships Chromium as a snap only, which a test can't drive: there it has to be found.
    if ! have_chromium; then
        if grep -qi '^ID=ubuntu' /etc/os-release 2>/dev/null; then
            stop "The browser tests need Chromium or Chrome, and none was found." \
                "Install one, or name it: make test CHROMIUM=/path/to/chrome"
        fi
        missing+=(chromium)
    fi
    have_fonts || missing+=(fonts-dejavu-core)
    if [ ${#missing[@]} -gt 0 ]; then apt_install "the tests" "${missing[@]}"; fi
}

check_python() {
    have "$PYTHON" || apt_install "Incidencia" python3 python3-venv
    "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        stop "Incidencia needs Python 3.11 or newer; $PYTHON is $("$PYTHON" -V 2>&1)." \
            "Name another: make PYTHON=/path/to/python3.11 …"
}

make_venv() {
    check_python
    # Debian keeps `ensurepip` in a package of its own.
    "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null || apt_install "the virtual environment" python3-venv
    say "Making the virtual environment .venv (once)…"
    "$PYTHON" -m venv --clear .venv
}

# What decides whether an environment is still right: the interpreter, the place, the locks, the project file.
fingerprint() {
    { .venv/bin/python -c 'import sys; print(sys.version)'; pwd; cat pyproject.toml "$@"; } 2>/dev/null |
        sha256sum | cut -d ' ' -f 1
}

venv() {
    local set=$1 lock=platform/locks/$1.txt stamp=.venv/ready-$1 wanted
    wanted=$(fingerprint "$lock")
    # The lock of the tests holds the lock of the platform, so its environment serves both.
    if [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then return; fi
    if [ "$set" = run ] && [ "$(cat .venv/ready-test 2>/dev/null)" = "$(fingerprint platform/locks/test.txt)" ]; then
        return
    fi
    .venv/bin/python -m pip --version >/dev/null 2>&1 || make_venv
    say "Installing the $set requirements (once, about a minute)…"
    .venv/bin/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r "$lock"
    .venv/bin/python -m pip install --quiet --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
    fingerprint "$lock" >"$stamp"
}

case "${1:-}" in
run | test) venv "$1" ;;
packages) packages ;;
*) stop "usage: prepare.sh run | test | packages" ;;
esac
