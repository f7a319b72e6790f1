#!/usr/bin/env bash
# Reads the code without running it. Every check runs, and the names of those that failed close the report.
set -uo pipefail
cd "$(dirname "$0")/../.."

bin=.venv/bin
failed=()

check() {
    local name=$1 report
    shift
    if report=$("$@" 2>&1); then
        printf '  %-14s well\n' "$name"
    else
        printf '  %-14s NOT WELL\n%s\n\n' "$name" "$report"
        failed+=("$name")
    fi
}

check style $bin/ruff check --quiet .
check imports $bin/lint-imports --no-logo
check types $bin/mypy
check templates $bin/djlint --lint --quiet templates
check migrations $bin/python manage.py makemigrations --check --dry-run
check catalogue $bin/python -m incidencia.i18n.check

if [ ${#failed[@]} -gt 0 ]; then
    echo "make check: ${failed[*]} need attention."
    exit 1
fi
