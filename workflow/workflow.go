package workflow

import (
	"context"
	"strings"
	"time"

	"ahq/models"
)

// A Workflow is the one way to change anything. Every act is one transaction:
// may they, is it sound, do it, with its history and its jobs.
type Workflow struct {
	Store  *models.Store
	Blobs  models.Blobs
	Now    func() time.Time                                    // UTC; the tests' clock stands still
	Mail   func(context.Context, Mail) error                   // nil: messages stay in the outbox
	Print  Printer                                             // nil: editions are printed in this process
	PDF    PDFReader                                           // nil: a PDF is not read
	Post   func(context.Context, HookPost) (HookAnswer, error) // nil: what other systems should hear waits
	URL    string                                              // where people reach us, for links in messages
	Texts  Texts
	Engine string // the program, as its files name it: "ahq 1.2"

	PrivateHooks bool // other systems may be told at addresses that are not public

	queue    queue
	lobby    lobby
	hashing  gate
	printing gate
	aside    gate
	recent   recent
	versions understoodVersions
	files    filesRead
}

// Address is where people find a path of ours: "/verify".
func (w *Workflow) Address(path string) string { return strings.TrimSuffix(w.URL, "/") + path }
