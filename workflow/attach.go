package workflow

import (
	"context"
	"errors"
	"io"
	"mime"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"ahq/models"
)

// largestFile is what can be attached, in bytes.
const largestFile = 20 << 20

// A File is what somebody attaches.
type File struct {
	Name      string
	MediaType string
	Body      io.Reader
}

// Attach puts a file beside an AHQ.
func (w *Workflow) Attach(ctx context.Context, by Actor, id models.AHQID, f File) (models.Attachment, error) {
	a, err := w.Store.AHQ(ctx, by.Scope(), id)
	if err != nil {
		return models.Attachment{}, err
	}
	if err := by.may(AttachToAHQ, by.PartsInAHQ(a)); err != nil {
		return models.Attachment{}, err // before its bytes fill the disk
	}
	made, err := w.keep(ctx, f)
	if err != nil {
		return made, err
	}
	made.AHQID = id
	return perform(ctx, w, by, AttachToAHQ, given{asFile(made)}, func(t *turn) (models.Attachment, error) {
		a, err := t.lockAHQ(ctx, id, AttachToAHQ)
		if err != nil {
			return made, err
		}
		if a.State == models.Cancelled {
			return made, refuse(AttachToAHQ, "this AHQ %s", stands[string(a.State)])
		}
		return t.attach(ctx, made, string(id), AttachToAHQ)
	})
}

// AttachToResponse puts a file beside a draft.
func (w *Workflow) AttachToResponse(ctx context.Context, by Actor, id models.ResponseID, f File) (models.Attachment, error) {
	r, err := w.Store.Response(ctx, by.Scope(), id)
	if err != nil {
		return models.Attachment{}, err
	}
	a, err := w.Store.AHQ(ctx, by.Scope(), r.AHQID)
	if err != nil {
		return models.Attachment{}, err
	}
	if err := by.may(Edit, by.PartsIn(a, r)); err != nil {
		return models.Attachment{}, err
	}
	made, err := w.keep(ctx, f)
	if err != nil {
		return made, err
	}
	made.ResponseID = &id
	return perform(ctx, w, by, Edit, given{asFile(made)}, func(t *turn) (models.Attachment, error) {
		d, err := t.edit(ctx, id)
		if err != nil {
			return made, err
		}
		made.AHQID = d.ahq.ID
		return t.attach(ctx, made, string(id), attached)
	})
}

// RemoveAttachment takes a file away from where it was attached.
func (w *Workflow) RemoveAttachment(ctx context.Context, by Actor, id models.AttachmentID) error {
	_, err := perform(ctx, w, by, "remove-attachment", given{id}, func(t *turn) (none struct{}, err error) {
		f, err := t.Attachment(ctx, t.by.Scope(), id)
		if err != nil {
			return none, err
		}
		chain := string(f.AHQID)
		if f.ResponseID != nil {
			chain = string(*f.ResponseID)
			_, err = t.edit(ctx, *f.ResponseID)
		} else {
			_, err = t.lockAHQ(ctx, f.AHQID, AttachToAHQ)
		}
		if err != nil {
			return none, err
		}
		if err := t.RemoveAttachment(ctx, id, t.now); err != nil {
			return none, err
		}
		return none, t.record(ctx, chain, detached, models.EventData{Subject: f.Name})
	})
	return err
}

// keep puts a file's bytes with the blobs. A file that then is not attached lies
// there unseen.
func (w *Workflow) keep(ctx context.Context, f File) (models.Attachment, error) {
	a := models.Attachment{ID: models.NewID[models.AttachmentID](), Name: fileName(f.Name), MediaType: mediaType(f.MediaType)}
	if a.Name == "" {
		return a, invalid("/name", "the file needs a name")
	}
	var err error
	a.SHA256, a.Size, err = w.Blobs.Put(ctx, f.Body, largestFile)
	if errors.Is(err, models.ErrTooLarge) {
		return a, invalid("/file", "the file is too large: at most %d MB", largestFile>>20)
	}
	return a, err
}

func (t *turn) attach(ctx context.Context, a models.Attachment, chain string, act Act) (models.Attachment, error) {
	a.At, a.ByID = t.now, t.by.Person.ID
	if err := t.CreateAttachment(ctx, a); err != nil {
		return a, err
	}
	return a, t.record(ctx, chain, act, models.EventData{Subject: a.Name})
}

// asFile is what tells one attaching from another.
func asFile(a models.Attachment) models.Attachment {
	a.ID = ""
	return a
}

// fileName is a name without folders and without what a header or a file system
// could stumble over.
func fileName(name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || strings.ContainsRune(`"<>|:*?`, r) || r == unicode.ReplacementChar {
			return -1
		}
		return r
	}, strings.ToValidUTF8(name, ""))
	name = strings.Trim(name, " .")
	if name == "/" {
		return ""
	}
	for len(name) > 200 {
		_, size := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-size]
	}
	return name
}

// mediaType is what a file says it is, if it can be said.
func mediaType(given string) string {
	kind, _, err := mime.ParseMediaType(given)
	if err != nil {
		return "application/octet-stream"
	}
	return kind
}
