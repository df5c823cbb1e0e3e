package workflow

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"ahq/forms/reading"
	"ahq/models"
	"ahq/models/modelstest"
)

// notes answer a question of the questionnaire.
func notes() File { return File{Name: "notes.txt", Body: strings.NewReader("Title\tStay or go\n")} }

func TestAFileIsReadByAJob(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		r := w.of(w.issued(), "BE")
		id, err := w.Upload(w.ctx, w.as("BE contributor"), r.ID, notes())
		w.must(err)
		u, before, err := w.Uploaded(w.ctx, w.as("BE contributor"), r.ID, id)
		if w.must(err); u.EndedAt != nil || before != 0 {
			t.Errorf("before anybody works it is %+v, after %d others", u, before)
		}
		w.must(w.Start(w.ctx))
		u, err = w.Await(w.ctx, w.as("BE contributor"), id)
		w.must(err)
		w.must(w.Stop(context.WithoutCancel(w.ctx)))
		if u.AttachmentID == nil || u.Refused != "" {
			t.Fatalf("it is %+v", u)
		}
		p, err := w.Proposal(w.ctx, w.as("BE contributor"), r.ID, *u.AttachmentID)
		if w.must(err); len(asking(p)) != 1 {
			t.Errorf("it proposes %v", asking(p))
		}
	})
}

// A process that is stopped while it reads says nothing of the file: the next one
// reads it.
func TestAFileIsReadAfterARestart(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		r := w.of(w.issued(), "BE")
		stopped := errors.New("the process is stopping")
		w.PDF = func(context.Context, []byte, func(done, pages int)) (reading.Document, error) {
			return reading.Document{}, stopped
		}
		id, err := w.Upload(w.ctx, w.as("BE contributor"), r.ID, File{Name: "answers.pdf", Body: strings.NewReader("%PDF-1.7\n")})
		w.must(err)
		if err := w.ReadUpload(w.ctx, id); !errors.Is(err, stopped) {
			t.Errorf("it ended with %v", err)
		}
		w.PDF = func(context.Context, []byte, func(done, pages int)) (reading.Document, error) {
			return reading.Text([]byte("Title\tStay or go\n"))
		}
		w.must(w.ReadUpload(w.ctx, id))
		u, err := w.Await(w.ctx, w.as("BE contributor"), id)
		if w.must(err); u.AttachmentID == nil {
			t.Errorf("it is %+v", u)
		}
		w.must(w.ReadUpload(w.ctx, id)) // once more is once
		kept, err := store.ResponseAttachments(w.ctx, everything, r.ID)
		if w.must(err); len(kept) != 1 {
			t.Errorf("kept are %v", kept)
		}
	})
}

func TestOfAFileThatIsNotReadNothingIsKeptButWhy(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		r := w.of(w.issued(), "BE")
		u := w.uploaded("BE contributor", r, File{Name: "old.doc", Body: strings.NewReader("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")})
		if u.EndedAt == nil || !strings.Contains(u.Refused, "old.doc") {
			t.Errorf("it is %+v", u)
		}
		if raw, err := store.UploadRaw(w.ctx, everything, u.ID); len(raw) > 0 {
			t.Errorf("its bytes are kept: %v", err)
		}
		id, err := w.Upload(w.ctx, w.as("BE contributor"), r.ID, notes())
		w.must(err)
		w.must(store.Tx(w.ctx, func(tx *models.Tx) error { return tx.DeleteMembership(w.ctx, w.people["BE contributor"], "BE") }))
		w.must(w.ReadUpload(w.ctx, id))
		u, err = w.Await(w.ctx, w.as("BE coordinator"), id)
		if w.must(err); u.Refused != ErrForbidden.Error() {
			t.Errorf("of somebody who left meanwhile: %+v", u)
		}
		kept, err := store.ResponseAttachments(w.ctx, everything, r.ID)
		if w.must(err); len(kept) > 0 {
			t.Errorf("kept are %v", kept)
		}
	})
}

func TestAnUploadIsSeenWithItsDraft(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		id, err := w.Upload(w.ctx, w.as("BE contributor"), w.of(a, "BE").ID, notes())
		w.must(err)
		for who, want := range map[string]error{"BE reader": nil, "NO coordinator": models.ErrNotFound, "DE coordinator": models.ErrNotFound} {
			if _, _, err := w.Uploaded(w.ctx, w.as(who), w.of(a, "BE").ID, id); !errors.Is(err, want) {
				t.Errorf("the %s: %v", who, err)
			}
		}
		if _, _, err := w.Uploaded(w.ctx, w.as("BE contributor"), w.of(a, "DE").ID, id); !errors.Is(err, models.ErrNotFound) {
			t.Errorf("beside another response: %v", err)
		}
	})
}

func TestNoMoreFilesWaitThanSomebodyLooksAt(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		r := w.of(w.issued(), "BE")
		var last models.UploadID
		for i := range mostUnread {
			w.clock.pass(time.Second)
			id, err := w.Upload(w.ctx, w.as("BE contributor"), r.ID, File{Name: fmt.Sprintf("%d.txt", i), Body: strings.NewReader("Title\tStay or go\n")})
			w.must(err)
			last = id
		}
		_, err := w.Upload(w.ctx, w.as("BE contributor"), r.ID, notes())
		w.expect(err, "waiting to be read")
		if _, before, err := w.Uploaded(w.ctx, w.as("BE contributor"), r.ID, last); err != nil || before != mostUnread-1 {
			t.Errorf("before the last one are %d: %v", before, err)
		}
		w.clock.pass(uploadsLast + time.Hour)
		w.must(w.forgetUploads(w.ctx, uploadsArgs{}))
		if _, _, err := w.Uploaded(w.ctx, w.as("BE contributor"), r.ID, last); !errors.Is(err, models.ErrNotFound) {
			t.Errorf("long after, it is %v", err)
		}
	})
}
