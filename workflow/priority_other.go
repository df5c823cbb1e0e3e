//go:build !linux

package workflow

// patiently does something long. Only on Linux does a thread have a priority of
// its own.
func patiently(do func() error) error { return do() }
