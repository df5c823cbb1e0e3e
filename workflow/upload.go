package workflow

import (
	"context"
	"io"
	"time"

	"ahq/models"
)

// mostUnread is how many files of a response wait to be read at once.
const mostUnread = 10

// Upload takes a file in that says what a draft should say; a job reads it. What
// cannot be read, or is the form of somebody else, is not kept. Nothing of it is in
// the draft until TakeProposal.
func (w *Workflow) Upload(ctx context.Context, by Actor, id models.ResponseID, f File) (models.UploadID, error) {
	if _, _, err := w.toPropose(ctx, by, id); err != nil {
		return "", err // before its bytes fill the memory
	}
	raw, err := io.ReadAll(io.LimitReader(f.Body, largestFile+1))
	if err != nil {
		return "", err
	}
	if len(raw) > largestFile {
		return "", invalid("/file", "the file is too large: at most %d MB", largestFile>>20)
	}
	name := fileName(f.Name)
	if name == "" {
		return "", invalid("/name", "the file needs a name")
	}
	return perform(ctx, w, by, "upload", given{id, name, sum(raw)}, func(t *turn) (models.UploadID, error) {
		u := models.Upload{
			ID: models.NewID[models.UploadID](), ResponseID: id, ByID: t.by.Person.ID, At: t.now, Name: name, MediaType: mediaType(f.MediaType), Raw: raw,
		}
		return u.ID, t.upload(ctx, u)
	})
}

// upload has a file read, unless too many are waiting.
func (t *turn) upload(ctx context.Context, u models.Upload) error {
	if _, err := t.edit(ctx, u.ResponseID); err != nil {
		return err
	}
	unread, err := t.UnreadUploads(ctx, t.by.Scope(), u.ResponseID)
	if err != nil {
		return err
	}
	if unread >= mostUnread {
		return refuse(Edit, "%d files for this response are waiting to be read: wait until one of them was", unread)
	}
	if err := t.CreateUpload(ctx, u); err != nil {
		return err
	}
	return t.enqueue(ctx, readArgs{u.ID})
}

// Uploaded is what became of an upload so far, for those who see the draft, and how
// many files are read before it.
func (w *Workflow) Uploaded(ctx context.Context, by Actor, id models.ResponseID, upload models.UploadID) (u models.Upload, before int, err error) {
	u, err = w.Store.Upload(ctx, by.Scope(), upload)
	if err == nil && u.ResponseID != id {
		err = models.ErrNotFound
	}
	if err == nil && u.EndedAt == nil {
		before, err = w.Store.UploadsBefore(ctx, u)
	}
	return u, before, err
}

// Most files are read at once: who sends one waits a moment for it, and then looks
// how far it is.
const (
	uploadPatience = 3 * time.Second
	uploadLook     = 20 * time.Millisecond
)

// Await is an upload once it was read, or as it is when patience is over.
func (w *Workflow) Await(ctx context.Context, by Actor, id models.UploadID) (models.Upload, error) {
	patience, stop := context.WithTimeout(ctx, uploadPatience)
	defer stop()
	look := time.NewTicker(uploadLook)
	defer look.Stop()
	for {
		u, err := w.Store.Upload(ctx, by.Scope(), id)
		if err != nil || u.EndedAt != nil {
			return u, err
		}
		select {
		case <-patience.Done():
			return u, ctx.Err()
		case <-look.C:
		}
	}
}
