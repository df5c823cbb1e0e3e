package workflow

import (
	"context"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"ahq/forms"
	"ahq/models"
)

// A Read is a draft with what forms says of it. Many read the same one: nobody
// changes it.
type Read struct {
	Draft   models.DraftContent
	Content forms.Content
	Report  forms.Report
}

// mostRead is how many drafts are kept as they were last read: on the afternoon
// when everybody writes, each at some 200 KB.
const mostRead = 128

// What a draft was read at: it was not written since, its questionnaire says the
// same, and it is the same day.
type readAt struct {
	models.Stamp
	ahq int
	day string
}

// recent are drafts as they were last read, by response. The zero value is ready.
type recent struct {
	once sync.Once
	kept *lru.Cache[models.ResponseID, reread]
}

type reread struct {
	at   readAt
	read Read
}

func (r *recent) cache() *lru.Cache[models.ResponseID, reread] {
	r.once.Do(func() { r.kept, _ = lru.New[models.ResponseID, reread](mostRead) }) // it fails for sizes below 1
	return r.kept
}

// Read is a draft and what forms says of it today, for those who may see it.
// Reading and judging 24 records takes some milliseconds, and most pages are
// opened more often than anything changes.
func (w *Workflow) Read(ctx context.Context, in models.Scope, a models.AHQ, id models.ResponseID) (Read, error) {
	stamp, err := w.Store.Stamp(ctx, in, id)
	if err != nil {
		return Read{}, err
	}
	at := readAt{stamp, a.Version, w.Now().In(brussels).Format(time.DateOnly)}
	if kept, ok := w.recent.cache().Get(id); ok && kept.at == at {
		return kept.read, nil
	}
	r, err := w.read(ctx, in, a, id)
	if err != nil {
		return Read{}, err
	}
	w.recent.cache().Add(id, reread{at, r}) // written since the stamp was read: the next stamp is another
	return r, nil
}

func (w *Workflow) read(ctx context.Context, in models.Scope, a models.AHQ, id models.ResponseID) (r Read, err error) {
	if r.Draft, err = w.Store.Draft(ctx, in, id); err != nil {
		return r, err
	}
	r.Content = Content(a, r.Draft)
	r.Report, err = w.Check(ctx, a, r.Draft)
	return r, err
}
