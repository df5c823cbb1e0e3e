package reading

import (
	"errors"
	"fmt"
)

// Unreadable says why a file cannot be read, and what to do.
type Unreadable struct {
	File   string // its name
	Reason string
}

func (u *Unreadable) Error() string { return u.File + ": " + u.Reason }

func unreadable(format string, args ...any) error {
	return &Unreadable{Reason: fmt.Sprintf(format, args...)}
}

// named puts the name of the file into an error about it.
func named(file string, err error) error {
	if u, ok := errors.AsType[*Unreadable](err); ok {
		return &Unreadable{file, u.Reason}
	}
	return err
}
