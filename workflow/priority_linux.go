package workflow

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"syscall"
)

// lowest is the priority of what nobody waits for at a keyboard.
const lowest = 19

// patiently does something long on a thread of the lowest priority, so that
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
		runtime.LockOSThread()                                   // never unlocked: a thread cannot get its priority back
		_ = syscall.Setpriority(syscall.PRIO_PROCESS, 0, lowest) // of this thread; where it may not, it goes on as it was
		err = do()
	}()
	return <-done
}
