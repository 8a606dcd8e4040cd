#!/usr/bin/env bash
# Stands in for the `code` executable: takes the options @vscode/test-electron gives, and runs the tests in VS Code's own
# server with a headless Chromium as its window (see launch.ts).
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
exec node --import tsx "$here/launch.ts" "$@"
