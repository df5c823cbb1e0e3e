package main

import "syscall"

// limits of a process that reads what strangers wrote: it is ended when it works too
// long, gets no more memory, and writes no file.
var limits = []struct {
	of   int
	most uint64
}{
	{syscall.RLIMIT_CPU, mostWork},
	{syscall.RLIMIT_DATA, mostMemory},
	{syscall.RLIMIT_FSIZE, 0},
}

// limit this process for good.
func limit() error {
	for _, l := range limits {
		if err := syscall.Setrlimit(l.of, &syscall.Rlimit{Cur: l.most, Max: l.most}); err != nil {
			return err
		}
	}
	return nil
}
