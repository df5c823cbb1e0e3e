package models

import (
	"io/fs"
	"slices"
	"strings"
)

// layers is two folders as one: what the upper one has under a number stands for
// what the lower one has under it.
type layers struct {
	upper, lower fs.FS
}

// over lays one folder over another.
func over(files fs.FS, upper, lower string) (fs.FS, error) {
	u, err := fs.Sub(files, upper)
	if err != nil {
		return nil, err
	}
	l, err := fs.Sub(files, lower)
	return layers{u, l}, err
}

// Open opens a file of the upper folder, or else of the lower.
func (l layers) Open(name string) (fs.File, error) {
	if f, err := l.upper.Open(name); err == nil {
		return f, nil
	}
	return l.lower.Open(name)
}

// ReadDir lists both, by number.
func (l layers) ReadDir(name string) ([]fs.DirEntry, error) {
	upper, err := fs.ReadDir(l.upper, name)
	if err != nil {
		return nil, err
	}
	lower, err := fs.ReadDir(l.lower, name)
	if err != nil {
		return nil, err
	}
	lower = slices.DeleteFunc(lower, func(l fs.DirEntry) bool {
		return slices.ContainsFunc(upper, func(u fs.DirEntry) bool { return number(u) == number(l) })
	})
	all := slices.Concat(upper, lower)
	slices.SortFunc(all, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return all, nil
}

// number is what a migration's name begins with: "00004" of "00004_history.sql".
func number(e fs.DirEntry) string {
	n, _, _ := strings.Cut(e.Name(), "_")
	return n
}
