package workflow

import (
	"context"
	"errors"
	"sync"

	lru "github.com/hashicorp/golang-lru/v2"

	"ahq/forms"
	"ahq/forms/reading"
	"ahq/models"
)

// mostFilesRead is how many files are remembered as they were read: whoever looks
// at a proposal comes back to take it.
const mostFilesRead = 8

// A fileRead is a file read for a questionnaire.
type fileRead struct{ sha256, questionnaire string }

// filesRead are the last ones. The zero value is ready.
type filesRead struct {
	once sync.Once
	kept *lru.Cache[fileRead, reading.Proposal]
	gate gate
}

func (f *filesRead) cache() *lru.Cache[fileRead, reading.Proposal] {
	f.once.Do(func() { f.kept, _ = lru.New[fileRead, reading.Proposal](mostFilesRead) }) // it fails for sizes below 1
	return f.kept
}

// toRead is a file that somebody wants to have read: its bytes are asked for only where nobody has read it,
// and told hears of the pages that are read of all.
type toRead struct {
	name, hash string
	raw        func() ([]byte, error)
	told       func(done, pages int)
}

// readFile reads a file, one at a time: a large one takes a third of a second.
func (w *Workflow) readFile(ctx context.Context, a models.AHQ, from toRead) (reading.Proposal, error) {
	key := fileRead{from.hash, a.Questionnaire.Hash()}
	if known, ok := w.files.cache().Get(key); ok {
		return known, nil
	}
	leave, err := w.files.gate.enter(ctx, 1)
	if err != nil {
		return reading.Proposal{}, err
	}
	defer leave()
	if known, ok := w.files.cache().Get(key); ok {
		return known, nil // somebody read it while we waited
	}
	read, err := w.readProposal(ctx, from, a.Questionnaire)
	if err == nil {
		w.files.cache().Add(key, read)
	}
	return read, err
}

// A PDFReader has a PDF read in a process of its own, as what a stranger put into one
// may break what reads it, and calls told with the pages that are read of all.
type PDFReader func(ctx context.Context, raw []byte, told func(done, pages int)) (reading.Document, error)

func (w *Workflow) readProposal(ctx context.Context, from toRead, q forms.Questionnaire) (reading.Proposal, error) {
	raw, err := from.raw()
	if err != nil {
		return reading.Proposal{}, err
	}
	var asides []reading.Aside
	if w.PDF != nil {
		asides = []reading.Aside{{Starts: reading.PDF, Read: func(raw []byte) (reading.Document, error) { return w.PDF(ctx, raw, from.told) }}}
	}
	d, err := reading.Read(from.name, raw, asides...)
	if err != nil {
		if unreadable, ok := errors.AsType[*reading.Unreadable](err); ok {
			return reading.Proposal{}, invalid("/file", "the file %s cannot be read: %s", unreadable.File, unreadable.Reason)
		}
		return reading.Proposal{}, err
	}
	p := d.Propose(q)
	if p.Placed() == 0 && p.Seal == nil {
		return p, invalid("/file", "in the file %s no question of this AHQ was found: choose the one that holds the answers", from.name)
	}
	return p, nil
}
