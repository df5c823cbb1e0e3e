package models

import (
	"errors"

	"gorm.io/gorm"
)

// The three storage errors that mean something to callers. Any other is a fault.
var (
	// ErrNotFound says that there is no such thing, or none that the scope may see.
	ErrNotFound = errors.New("not found")
	// ErrStale says that somebody else saved it meanwhile; read it again.
	ErrStale = errors.New("changed meanwhile: read it again")
	// ErrDuplicate says that there is one already.
	ErrDuplicate = errors.New("exists already")
)

// known turns what gorm says into one of ours, so that gorm's own errors never
// leave this package with a meaning.
func known(err error) error {
	switch {
	case errors.Is(err, gorm.ErrRecordNotFound):
		return ErrNotFound
	case errors.Is(err, gorm.ErrDuplicatedKey):
		return ErrDuplicate
	default:
		return err
	}
}
