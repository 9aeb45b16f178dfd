#!/usr/bin/env bash
# Starts Sendra from a clean state, posts events from 64 connections, prints events/s and p99, and checks that the
# log, the enrollments and the exits in the database are exactly what was answered.
#
#   build/load.sh [--events N] [--database sqlite|postgresql]      (default: 10,000 events, SQLite)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source build/publish-benchmarks.sh

publish_benchmarks
run_benchmarks load "$@"
