#!/usr/bin/env bash
# Starts Incidencia on this machine, for trying and for developing. What was done once and has not
# changed since (tables, static files, catalogue, demonstration) is not done again.
set -euo pipefail
cd "$(dirname "$0")/../.."

PORT=${PORT:-8000}
python=$PWD/.venv/bin/python
export DEBUG=1
export DATA_DIR=${DATA_DIR:-$PWD/var}
export BASE_URL=${BASE_URL:-http://127.0.0.1:$PORT}
stamps=$DATA_DIR/ready
mkdir -p "$stamps"

"$python" - "$PORT" <<'PYTHON'
import socket, sys

word = sys.argv[1]
if not word.isdecimal() or not 0 < int(word) < 65536:
    sys.exit(f"PORT={word!r} is not accepted. Accepted: a number from 1 to 65535.")
with socket.socket() as door:
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind(("127.0.0.1", int(word)))
    except PermissionError:
        sys.exit(f"Port {word} may not be used without privileges. Choose a higher one: make run PORT=8080")
    except OSError:
        sys.exit(f"Port {word} is taken, perhaps by another Incidencia. Choose another: make run PORT={int(word) % 65535 + 1}")
PYTHON

# fingerprint FILE…: one line for the content of all of them, and of the place they are prepared for.
fingerprint() { { echo "$DATA_DIR"; sort -z | xargs -0 -r sha256sum; } | sha256sum | cut -d ' ' -f 1; }

# once NAME FINGERPRINT COMMAND…: runs COMMAND unless it succeeded for this very FINGERPRINT.
once() {
    local stamp=$stamps/$1 wanted=$2
    shift 2
    if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
        "$@"
        echo "$wanted" >"$stamp"
    fi
}

# A database that was removed, or that is not ours to watch, is prepared anew.
if [ -n "${DATABASE_URL:-}" ] || [ ! -e "$DATA_DIR/incidencia.sqlite3" ]; then
    rm -f "$stamps"/{database,demonstration}
fi
[ -e "$DATA_DIR/static" ] || rm -f "$stamps/static"
compgen -G 'platform/incidencia/locale/*/LC_MESSAGES/*.mo' >/dev/null || rm -f "$stamps/catalogue"

once catalogue "$(find platform/incidencia/locale -name '*.po' -print0 | fingerprint)" \
    "$python" -m incidencia.i18n.compile
once database "$(find platform consultations sessions .venv/ready-* -path '*/migrations/*.py' -print0 -o -name 'ready-*' -print0 | fingerprint)" \
    "$python" manage.py migrate --verbosity 0
once static "$(find platform/incidencia/static .venv/ready-* -type f -print0 | fingerprint)" \
    "$python" manage.py collectstatic --no-input --clear --verbosity 0
if [ ! -e "$stamps/demonstration" ]; then
    "$python" manage.py demonstration | tee "$stamps/demonstration.new"
    mv "$stamps/demonstration.new" "$stamps/demonstration"
else
    cat "$stamps/demonstration"
fi

printf '\nIncidencia: %s   (Ctrl-C stops it)\n\n' "$BASE_URL"
exec "$python" -m uvicorn incidencia.asgi:application --host 127.0.0.1 --port "$PORT" \
    --ws sessions.hub.protocol:RoomProtocol --ws-max-size 65536 --ws-per-message-deflate false \
    --timeout-graceful-shutdown 5 --no-server-header --no-access-log --log-level warning
