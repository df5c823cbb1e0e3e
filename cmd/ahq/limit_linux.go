package main

import (
	"fmt"
	"os"
	"syscall"
)

// limit this process, which reads what strangers wrote, for good: it is ended when it
// works too long, gets no more memory beyond what it began with, and writes no file.
func limit() error {
	held, err := held()
	if err != nil {
		return err
	}
	for _, l := range []struct {
		of   int
		most uint64
	}{
		{syscall.RLIMIT_CPU, mostWork},
		{syscall.RLIMIT_DATA, held + mostMemory},
		{syscall.RLIMIT_FSIZE, 0},
	} {
		if err := syscall.Setrlimit(l.of, &syscall.Rlimit{Cur: l.most, Max: l.most}); err != nil {
			return err
		}
	}
	return nil
}

// held is how much memory this process has for its data, in bytes: the runtime takes
// some before anything is read, and much more when it looks for races.
func held() (uint64, error) {
	said, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0, err
	}
	var pages [6]uint64 // the last is that of data
	if _, err := fmt.Sscan(string(said), &pages[0], &pages[1], &pages[2], &pages[3], &pages[4], &pages[5]); err != nil {
		return 0, err
	}
	return pages[5] * uint64(os.Getpagesize()), nil
}
