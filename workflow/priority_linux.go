package workflow

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"syscall"
)

// How far below us what nobody waits for at a keyboard stands: when the cores are
// busy it gets a tenth of one, and so comes to its end. Linux ends at lowest.
const (
	below  = 10
	lowest = 19
)

// patiently does something long on a thread of low priority, so that
// whoever saves meanwhile has the cores. It must hold no lock and no transaction:
// others would wait with it. The thread ends with it. A panic would end the
// program, for nobody stands above it: it is an error.
func patiently(do func() error) error {
	done := make(chan error)
	go func() {
		var err error
		defer func() {
			if p := recover(); p != nil {
				err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
			}
			done <- err
		}()
		runtime.LockOSThread() // never unlocked: a thread cannot get its priority back
		lower()
		err = do()
	}()
	return <-done
}

// lower the priority of this thread. Where it may not be, it goes on as it was.
func lower() {
	const zero = 20 // Linux counts down from it, so that no priority looks like an error
	if ours, err := syscall.Getpriority(syscall.PRIO_PROCESS, 0); err == nil {
		_ = syscall.Setpriority(syscall.PRIO_PROCESS, 0, min(zero-ours+below, lowest))
	}
}
