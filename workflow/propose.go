package workflow

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"sync"

	lru "github.com/hashicorp/golang-lru/v2"

	"ahq/forms"
	"ahq/forms/reading"
	"ahq/models"
)

// Propose reads a file into a proposal for a draft, and keeps the file with it.
// Nothing of it is in the draft until TakeProposal; what cannot be read, or is the
// form of somebody else, is not kept.
func (w *Workflow) Propose(ctx context.Context, by Actor, id models.ResponseID, f File) (Proposal, error) {
	a, d, err := w.toPropose(ctx, by, id)
	if err != nil {
		return Proposal{}, err
	}
	raw, err := io.ReadAll(io.LimitReader(f.Body, largestFile+1))
	if err != nil {
		return Proposal{}, err
	}
	if len(raw) > largestFile {
		return Proposal{}, invalid("/file", "the file is too large: at most %d MB", largestFile>>20)
	}
	hash := sum(raw)
	read, err := w.readFile(ctx, a, fileName(f.Name), hash, func() ([]byte, error) { return raw, nil })
	if err == nil {
		err = w.belongs(ctx, a, d, read)
	}
	if err != nil {
		return Proposal{}, err
	}
	f.Body = bytes.NewReader(raw)
	kept, err := w.keptFile(ctx, by, id, f, hash)
	if err != nil {
		return Proposal{}, err
	}
	return propose(a, d, kept, read), nil
}

// Proposal is what a file that was read before proposes now, for those who may see
// the draft.
func (w *Workflow) Proposal(ctx context.Context, by Actor, id models.ResponseID, file models.AttachmentID) (Proposal, error) {
	d, err := w.Store.Draft(ctx, by.Scope(), id)
	if err != nil {
		return Proposal{}, err
	}
	a, err := w.Store.AHQ(ctx, by.Scope(), d.Response.AHQID)
	if err != nil {
		return Proposal{}, err
	}
	kept, read, err := w.readKept(ctx, by, a, d, file)
	if err != nil {
		return Proposal{}, err
	}
	return propose(a, d, kept, read), nil
}

// toPropose is a draft of which the actor may change the answers.
func (w *Workflow) toPropose(ctx context.Context, by Actor, id models.ResponseID) (a models.AHQ, d models.DraftContent, err error) {
	r, err := w.Store.Response(ctx, by.Scope(), id)
	if err != nil {
		return a, d, err
	}
	if a, err = w.Store.AHQ(ctx, by.Scope(), r.AHQID); err != nil {
		return a, d, err
	}
	if err = by.may(Edit, by.PartsIn(a, r)); err != nil {
		return a, d, err
	}
	if err = (draft{a, r}).writable(); err != nil {
		return a, d, err
	}
	d, err = w.Store.Draft(ctx, by.Scope(), id)
	return a, d, err
}

// readKept reads a file that is kept with a response.
func (w *Workflow) readKept(ctx context.Context, by Actor, a models.AHQ, d models.DraftContent, id models.AttachmentID) (models.Attachment, reading.Proposal, error) {
	kept, err := w.Store.Attachment(ctx, by.Scope(), id)
	if err == nil && (kept.ResponseID == nil || *kept.ResponseID != d.Response.ID) {
		err = models.ErrNotFound
	}
	if err != nil {
		return kept, reading.Proposal{}, err
	}
	read, err := w.readFile(ctx, a, kept.Name, kept.SHA256, func() ([]byte, error) { return w.bytesOf(kept) })
	if err == nil {
		err = w.belongs(ctx, a, d, read)
	}
	return kept, read, err
}

// bytesOf a file that is kept.
func (w *Workflow) bytesOf(kept models.Attachment) ([]byte, error) {
	body, err := w.Blobs.Open(kept.SHA256)
	if err != nil {
		return nil, err
	}
	raw, err := io.ReadAll(body)
	return raw, errors.Join(err, body.Close())
}

// keptFile is the file beside the response; the same one is not kept twice.
func (w *Workflow) keptFile(ctx context.Context, by Actor, id models.ResponseID, f File, hash string) (models.Attachment, error) {
	all, err := w.Store.ResponseAttachments(ctx, by.Scope(), id)
	if err != nil {
		return models.Attachment{}, err
	}
	for _, a := range all {
		if a.SHA256 == hash {
			return a, nil
		}
	}
	return w.besideDraft(ctx, by, id, f, true)
}

func sum(raw []byte) string {
	hash := sha256.Sum256(raw)
	return hex.EncodeToString(hash[:])
}

// belongs refuses the form of another response, by its name.
func (w *Workflow) belongs(ctx context.Context, a models.AHQ, d models.DraftContent, read reading.Proposal) error {
	if read.Seal == nil || read.Seal.Response == string(d.Response.ID) {
		return nil
	}
	words, err := w.frozen(ctx, w.Store, a)
	if err != nil {
		return err
	}
	of := read.Seal.NCP
	if name := words.Names[of]; name != "" {
		of = name
	}
	return invalid("/file", "this is the form of %s for AHQ %s (%s), and this is the response of %s to AHQ %s: read it in there, or choose another file",
		of, read.Seal.AHQ, read.Seal.Topic, words.Names[d.Response.NCP], reference(a))
}

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

// readFile reads the file with that hash, one at a time: a large one takes a third
// of a second. Its bytes are asked for only where nobody has read it.
func (w *Workflow) readFile(ctx context.Context, a models.AHQ, name, hash string, raw func() ([]byte, error)) (reading.Proposal, error) {
	key := fileRead{hash, a.Questionnaire.Hash()}
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
	text, err := raw()
	if err != nil {
		return reading.Proposal{}, err
	}
	read, err := w.readProposal(ctx, name, text, a.Questionnaire)
	if err == nil {
		w.files.cache().Add(key, read)
	}
	return read, err
}

// A PDFReader has a PDF read in a process of its own: what a stranger put into one may
// break what reads it.
type PDFReader func(ctx context.Context, raw []byte) (reading.Document, error)

func (w *Workflow) readProposal(ctx context.Context, name string, raw []byte, q forms.Questionnaire) (reading.Proposal, error) {
	var asides []reading.Aside
	if w.PDF != nil {
		asides = []reading.Aside{{Starts: reading.PDF, Read: func(raw []byte) (reading.Document, error) { return w.PDF(ctx, raw) }}}
	}
	d, err := reading.Read(name, raw, asides...)
	if err != nil {
		if unreadable, ok := errors.AsType[*reading.Unreadable](err); ok {
			return reading.Proposal{}, invalid("/file", "%s", unreadable)
		}
		return reading.Proposal{}, err
	}
	p := d.Propose(q)
	if p.Placed() == 0 && p.Seal == nil {
		return p, invalid("/file", "%s: no question of this AHQ was found in it: choose the file that holds the answers", name)
	}
	return p, nil
}
