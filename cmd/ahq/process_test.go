package main

import (
	"bufio"
	"context"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestMain lets the test binary be the program, so that what is tested is a
// process: its output, its signals, its exit code.
func TestMain(m *testing.M) {
	if os.Getenv("AHQ_TEST_BE_THE_PROGRAM") != "" {
		main()
	}
	os.Exit(m.Run())
}

// program is ahq with these arguments, not started yet.
func program(ctx context.Context, args ...string) *exec.Cmd {
	command := exec.CommandContext(ctx, os.Args[0], args...)
	command.Env = append(os.Environ(), "AHQ_TEST_BE_THE_PROGRAM=1")
	return command
}

// A demo is the demo as its own process.
type demo struct {
	url     string
	process *exec.Cmd
}

// startDemo starts it on a port of its own and waits until it says where it is.
func startDemo(t *testing.T, args ...string) *demo {
	t.Helper()
	command := program(t.Context(), append([]string{"demo", "--addr", "127.0.0.1:0"}, args...)...)
	command.Stderr = os.Stderr
	command.Cancel = func() error { return command.Process.Signal(syscall.SIGTERM) }
	command.WaitDelay = 30 * time.Second
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	d := &demo{process: command}
	t.Cleanup(func() { _ = command.Process.Kill() })
	lines := bufio.NewScanner(out)
	for d.url == "" && lines.Scan() {
		_, d.url, _ = strings.Cut(lines.Text(), "ahq is at ")
	}
	if d.url == "" {
		t.Fatalf("the demo ended without an address: %v", command.Wait())
	}
	go func() { _, _ = io.Copy(io.Discard, out) }()
	return d
}

// stop asks it to end, and says how it did.
func (d *demo) stop(t *testing.T) int {
	t.Helper()
	if err := d.process.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	_ = d.process.Wait() // its exit code says how it went
	return d.process.ProcessState.ExitCode()
}
