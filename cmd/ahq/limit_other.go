//go:build !linux

package main

// limit this process. Only on Linux is there more than its time by the clock, and
// what GOMEMLIMIT asks of it.
func limit() error { return nil }
