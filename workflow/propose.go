package workflow

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"

	"ahq/forms/reading"
	"ahq/models"
)

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
	read, err := w.readFile(ctx, a, toRead{kept.Name, kept.SHA256, func() ([]byte, error) { return w.bytesOf(kept) }, func(int, int) {}})
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
