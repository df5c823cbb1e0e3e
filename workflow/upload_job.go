package workflow

import (
	"bytes"
	"context"
	"errors"
	"time"

	"github.com/riverqueue/river"

	"ahq/models"
)

// readingQueue is of its own: a file is read one at a time, as a large one takes
// much memory, and nothing else waits for it.
const readingQueue = "reading"

// readArgs: read a file that somebody sent for a draft.
type readArgs struct {
	Upload models.UploadID `json:"upload"`
}

// uploadsArgs: forget the uploads that were read long ago.
type uploadsArgs struct{}

// Kind names the job in the queue.
func (readArgs) Kind() string { return "read" }

// InsertOpts: files are read in a queue of their own.
func (readArgs) InsertOpts() river.InsertOpts { return river.InsertOpts{Queue: readingQueue} }

// Kind names the job in the queue.
func (uploadsArgs) Kind() string { return "forget-uploads" }

// uploadsLast is how long somebody can come back and see what became of an upload.
const uploadsLast = 7 * 24 * time.Hour

func (w *Workflow) forgetUploads(ctx context.Context, _ uploadsArgs) error {
	return w.Store.Tx(ctx, func(tx *models.Tx) error { return tx.ForgetUploads(ctx, w.Now().Add(-uploadsLast)) })
}

func (w *Workflow) readUpload(ctx context.Context, a readArgs) error {
	return w.ReadUpload(ctx, a.Upload)
}

// ReadUpload reads a file into a proposal and keeps it with its response, or says why
// not. One that was read already is not read again.
func (w *Workflow) ReadUpload(ctx context.Context, id models.UploadID) error {
	u, err := w.Store.Upload(ctx, models.Scope{Unlimited: true}, id)
	if errors.Is(err, models.ErrNotFound) || err == nil && u.EndedAt != nil {
		return nil
	}
	if err != nil {
		return err
	}
	defer func() { _ = w.Store.Tell(ctx, models.Notice{Act: models.FileRead, Upload: id}) }() // who missed it looks again
	err = w.readIn(ctx, u)
	if why := whyUnread(err); why != "" {
		return w.endUpload(ctx, u, why)
	}
	return err
}

// readIn reads an upload for the person who sent it.
func (w *Workflow) readIn(ctx context.Context, u models.Upload) error {
	by, err := actor(ctx, w.Store, u.ByID)
	if err != nil {
		return err
	}
	a, d, err := w.toPropose(ctx, by, u.ResponseID)
	if err != nil {
		return err
	}
	if u.Raw, err = w.Store.UploadRaw(ctx, by.Scope(), u.ID); err != nil {
		return err
	}
	read, err := w.readFile(ctx, a, toRead{u.Name, sum(u.Raw), func() ([]byte, error) { return u.Raw, nil }, w.readOn(ctx, u)})
	if err == nil {
		err = w.belongs(ctx, a, d, read)
	}
	if err != nil {
		return err
	}
	return w.keepUpload(ctx, by, u)
}

// readOn tells how many pages are read, ten times at most.
func (w *Workflow) readOn(ctx context.Context, u models.Upload) func(done, pages int) {
	told := 0
	return func(done, pages int) {
		if tenth := done * 10 / max(pages, 1); tenth > told {
			told = tenth
			_ = w.Store.Tx(ctx, func(tx *models.Tx) error { // how far it is changes nothing
				tx.Tell(models.Notice{Act: models.FileRead, Upload: u.ID})
				return tx.ReadOn(ctx, u.ID, done, pages)
			})
		}
	}
}

// keepUpload puts a file that was read beside its draft; the same one is not kept twice.
func (w *Workflow) keepUpload(ctx context.Context, by Actor, u models.Upload) error {
	made, err := w.keep(ctx, File{u.Name, u.MediaType, bytes.NewReader(u.Raw)})
	if err != nil {
		return err
	}
	_, err = perform(ctx, w, by, Edit, given{u.ID}, func(t *turn) (none struct{}, err error) {
		d, err := t.edit(ctx, u.ResponseID)
		if err != nil {
			return none, err
		}
		made.AHQID, made.ResponseID, made.ReadIn = d.ahq.ID, &u.ResponseID, true
		kept, err := t.keptOnce(ctx, made)
		if err != nil {
			return none, err
		}
		u.EndedAt, u.AttachmentID = &t.now, &kept
		return none, t.EndUpload(ctx, u)
	})
	return err
}

// keptOnce is a file beside a response, which may be there already.
func (t *turn) keptOnce(ctx context.Context, f models.Attachment) (models.AttachmentID, error) {
	all, err := t.ResponseAttachments(ctx, t.by.Scope(), *f.ResponseID)
	if err != nil {
		return "", err
	}
	for _, a := range all {
		if a.SHA256 == f.SHA256 {
			return a.ID, nil
		}
	}
	_, err = t.attach(ctx, f, string(*f.ResponseID), attached)
	return f.ID, err
}

// endUpload says why a file is not read.
func (w *Workflow) endUpload(ctx context.Context, u models.Upload, why string) error {
	now := w.Now()
	u.EndedAt, u.Refused = &now, why
	return w.Store.Tx(ctx, func(tx *models.Tx) error { return tx.EndUpload(ctx, u) })
}

// whyUnread is what somebody reads whose file will never be read; "" where it may be
// later.
func whyUnread(err error) string {
	if wrong, is := errors.AsType[*Invalid](err); is {
		return wrong.Text
	}
	if refused, is := errors.AsType[*Refusal](err); is {
		return refused.Text
	}
	if errors.Is(err, ErrForbidden) || errors.Is(err, models.ErrNotFound) {
		return ErrForbidden.Error()
	}
	return ""
}
