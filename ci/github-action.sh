#!/usr/bin/env bash
# The step of action.yml: annotations on the files, a summary of the job, and the files that were asked for.
# Written for bash 3.2 too, which macOS still has: no name references, and no -u, to which an empty list is unset.
set -o pipefail

read -r -a nospof <<<"$INPUT_COMMAND"
paths=()
while IFS= read -r line; do
  [ -z "${line//[[:space:]]/}" ] || paths+=("$line")
done <<<"$INPUT_PATHS"
options=()
while IFS= read -r line; do
  [ -z "${line//[[:space:]]/}" ] || options+=("$line")
done <<<"$INPUT_OPTIONS"
[ -z "$INPUT_SURVIVE" ] || options+=(--survive "$INPUT_SURVIVE")
[ -z "$INPUT_FAIL_ON" ] || options+=(--fail-on "$INPUT_FAIL_ON")
[ -z "$INPUT_CONFIG" ] || options+=(--config "$INPUT_CONFIG")
baseline=()
[ -z "$INPUT_BASELINE" ] || baseline=(--baseline "$INPUT_BASELINE")

check() {
  "${nospof[@]}" check "${options[@]}" "${baseline[@]}" "$@" -- "${paths[@]}"
}

summary=$(mktemp)
trap 'rm -f "$summary"' EXIT
code=0
if [ -n "$INPUT_BASE" ]; then
  "${nospof[@]}" diff "${options[@]}" "$INPUT_BASE" HEAD -- "${paths[@]}" || code=$?
  [ $code -gt 1 ] || "${nospof[@]}" diff "${options[@]}" --format markdown --output "$summary" "$INPUT_BASE" HEAD -- "${paths[@]}" 2>/dev/null
else
  check --format github || code=$?
  [ $code -gt 1 ] || check --format markdown --output "$summary" 2>/dev/null
fi
if [ $code -le 1 ]; then
  cat "$summary" >>"${GITHUB_STEP_SUMMARY:-/dev/stdout}"
  [ -z "$INPUT_SARIF" ] || check --format sarif --output "$INPUT_SARIF" 2>/dev/null
  [ -z "$INPUT_HTML" ] || check --format html --output "$INPUT_HTML" 2>/dev/null
fi
echo "exit-code=$code" >>"${GITHUB_OUTPUT:-/dev/null}"
exit $code
