package workflow

import (
	"cmp"
	"context"
	"slices"
	"strings"
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

// A reread is a draft at a stamp; it is judged when somebody wants to know.
type reread struct {
	at      readAt
	draft   models.DraftContent
	content forms.Content
	form    *forms.Form
	judged  func() forms.Report
}

func (r *recent) cache() *lru.Cache[models.ResponseID, reread] {
	r.once.Do(func() { r.kept, _ = lru.New[models.ResponseID, reread](mostRead) }) // it fails for sizes below 1
	return r.kept
}

// Read is a draft and what forms says of it today, for those who may see it.
// Reading and judging 24 records takes some milliseconds, and most pages are
// opened more often than anything changes.
func (w *Workflow) Read(ctx context.Context, in models.Scope, a models.AHQ, id models.ResponseID) (Read, error) {
	now, err := w.newest(ctx, in, a, id)
	if err != nil {
		return Read{}, err
	}
	return Read{now.draft, now.content, now.judged()}, nil
}

// ReadPart is Read where what forms says of one record is enough, or of the
// questions asked once when it is "": after each save of a cell.
func (w *Workflow) ReadPart(ctx context.Context, in models.Scope, a models.AHQ, id models.ResponseID, record string) (Read, error) {
	now, err := w.newest(ctx, in, a, id)
	if err != nil {
		return Read{}, err
	}
	return Read{now.draft, now.content, now.form.CheckPart(now.content, w.asked(now.draft.Response), record)}, nil
}

// newest is a draft as it is now: as it was kept, or what changed since, or anew.
func (w *Workflow) newest(ctx context.Context, in models.Scope, a models.AHQ, id models.ResponseID) (reread, error) {
	stamp, err := w.Store.Stamp(ctx, in, id)
	if err != nil {
		return reread{}, err
	}
	at := readAt{stamp, a.Version, w.Now().In(brussels).Format(time.DateOnly)}
	now, ok := w.recent.cache().Get(id)
	switch {
	case ok && now.at == at:
		return now, nil
	case ok && now.at.framed() == at.framed():
		now.draft.Cells, err = w.rewritten(ctx, in, now.draft)
	default:
		now.draft, err = w.Store.Draft(ctx, in, id)
	}
	if err == nil && (now.form == nil || now.at.ahq != at.ahq) {
		now.form, err = forms.Compile(a.Questionnaire)
	}
	if err != nil {
		return reread{}, err
	}
	now = w.reread(at, a, now.draft, now.form)
	w.recent.cache().Add(id, now) // written since the stamp was read: the next stamp is another
	return now, nil
}

func (w *Workflow) reread(at readAt, a models.AHQ, d models.DraftContent, form *forms.Form) reread {
	content, asked := Content(a, d), w.asked(d.Response)
	return reread{at, d, content, form, sync.OnceValue(func() forms.Report { return form.Check(content, asked) })}
}

// framed is all of it but the cells.
func (r readAt) framed() readAt {
	r.Writes = 0
	return r
}

// rewritten are the cells of a draft, those of a record anew where one was written.
func (w *Workflow) rewritten(ctx context.Context, in models.Scope, d models.DraftContent) ([]models.Cell, error) {
	marks, err := w.Store.Marks(ctx, in, d.Response.ID)
	if err != nil {
		return nil, err
	}
	known := map[string]int{}
	for _, c := range d.Cells {
		known[c.RecordID] += c.Version
	}
	var written []string
	for _, m := range marks {
		if m.Writes != known[m.RecordID] && live(d, m.RecordID) {
			written = append(written, m.RecordID)
		}
	}
	fresh, err := w.Store.CellsOf(ctx, in, d.Response.ID, written)
	return merged(d.Cells, fresh, written), err
}

// merged are the cells of a draft in their order, with those of some records
// from a fresh reading.
func merged(cells, fresh []models.Cell, written []string) []models.Cell {
	slices.SortFunc(fresh, inOrder)
	all := make([]models.Cell, 0, len(cells)+len(fresh))
	for _, c := range cells {
		if slices.Contains(written, c.RecordID) {
			continue
		}
		for len(fresh) > 0 && inOrder(fresh[0], c) < 0 {
			all, fresh = append(all, fresh[0]), fresh[1:]
		}
		all = append(all, c)
	}
	return append(all, fresh...)
}

// inOrder is how the cells of a draft lie: by record, then by question.
func inOrder(a, b models.Cell) int {
	return cmp.Or(strings.Compare(a.RecordID, b.RecordID), strings.Compare(a.Question, b.Question))
}

// live says whether a record is in a draft, and not deleted; "" always is.
func live(d models.DraftContent, record string) bool {
	return record == "" || slices.ContainsFunc(d.Records, func(r models.Record) bool { return r.ID == record })
}
