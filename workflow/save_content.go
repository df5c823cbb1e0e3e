package workflow

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"ahq/forms"
	"ahq/models"
)

// SaveContent puts a whole content into a draft: what is in it is saved, cells
// and records that it lacks stay as they are. Records without an id are new;
// an id that no record ever had is kept.
//
// From is the hash of the content it starts from: when the draft says something
// else by now, nothing is saved, and it is models.ErrStale. With "" it is saved
// over whatever stands there.
func (w *Workflow) SaveContent(ctx context.Context, by Actor, id models.ResponseID, from string, c forms.Content) (models.DraftContent, error) {
	var left *models.DraftContent
	_, err := perform(ctx, w, by, Edit, given{id, from, c}, func(t *turn) (none struct{}, err error) {
		d, err := t.edit(ctx, id)
		if err != nil {
			return none, err
		}
		left, err = t.saveContent(ctx, d, from, c)
		return none, err
	})
	if err != nil {
		return models.DraftContent{}, err
	}
	if left == nil { // it was saved before, under the same key
		return w.Store.Draft(ctx, by.Scope(), id)
	}
	return *left, nil
}

// A filling is a content on its way into a draft.
type filling struct {
	*turn
	draft
	records map[string]models.Record
	cells   map[Place]models.Cell
	wrote   []string // the records that changed, "" for the questions asked once
}

// saveContent gives back the draft as it leaves it.
func (t *turn) saveContent(ctx context.Context, d draft, from string, c forms.Content) (*models.DraftContent, error) {
	f := &filling{turn: t, draft: d, records: map[string]models.Record{}, cells: map[Place]models.Cell{}}
	if err := f.read(ctx, from); err != nil {
		return nil, err
	}
	if err := f.check(ctx, c); err != nil {
		return nil, err
	}
	if err := f.putAll(ctx, c); err != nil {
		return nil, err
	}
	left, err := t.Draft(ctx, t.by.Scope(), d.response.ID)
	return &left, err
}

// putAll saves what is in a content.
func (f *filling) putAll(ctx context.Context, c forms.Content) error {
	for _, question := range slices.Sorted(maps.Keys(c.Answers)) {
		if err := f.put(ctx, Place{"", question}, c.Answers[question]); err != nil {
			return within("/answers/"+escaped(question), err)
		}
	}
	for i, r := range c.Records {
		if err := f.record(ctx, r); err != nil {
			return within(fmt.Sprintf("/records/%d", i), err)
		}
	}
	if len(f.wrote) == 0 {
		return nil
	}
	return f.moveResponse(ctx, &f.response, saved, models.EventData{Cells: f.wrote})
}

// read what the draft holds now; from is what it must say, if that matters.
func (f *filling) read(ctx context.Context, from string) error {
	now, err := f.Draft(ctx, f.by.Scope(), f.response.ID)
	if err != nil {
		return err
	}
	if from != "" {
		hash, err := ContentHash(Content(f.ahq, now))
		if err != nil {
			return err
		}
		if hash != from {
			return models.ErrStale
		}
	}
	for _, r := range now.Records {
		f.records[r.ID] = r
	}
	for _, c := range now.Cells {
		f.cells[Place{c.RecordID, c.Question}] = c
	}
	return nil
}

// check says whether the content belongs here at all.
func (f *filling) check(ctx context.Context, c forms.Content) error {
	if c.Questionnaire != f.ahq.Questionnaire.ID {
		return invalid("/questionnaire", "this AHQ asks %q, the content answers %q", f.ahq.Questionnaire.ID, c.Questionnaire)
	}
	if c.NCP != "" && c.NCP != f.response.NCP {
		return invalid("/ncp", "this is the response of %s, the content is of %s", f.called(ctx, f.response.NCP), f.called(ctx, c.NCP))
	}
	for question := range c.Answers {
		if wrong, ok := errors.AsType[*Invalid](checkQuestion(f.ahq.Questionnaire.Questions, question, f.response.NCP)); ok {
			return invalid("/answers/"+escaped(question), "%s", wrong.Text)
		}
	}
	return f.checkRecords(c.Records)
}

func (f *filling) checkRecords(records []forms.Record) error {
	seen := map[string]bool{}
	for i, r := range records {
		at := fmt.Sprintf("/records/%d", i)
		if r.ID != "" && (seen[r.ID] || !f.free(r.ID)) {
			return invalid(at+"/id", "record %q is named twice, was deleted, or is no id: restore it, or leave the id out", r.ID)
		}
		seen[r.ID] = true
		was := r.Section
		if there, ok := f.records[r.ID]; ok {
			was = there.Section
		}
		if err := (RecordSave{Section: r.Section, Countries: r.Countries, Status: r.Status}).check(f.ahq.Questionnaire, was); err != nil {
			return within(at, err)
		}
		table, _ := f.ahq.Questionnaire.Table(r.Section)
		for question := range r.Cells {
			if wrong, ok := errors.AsType[*Invalid](checkQuestion(table.Questions(), question, f.response.NCP)); ok {
				return invalid(at+"/cells/"+escaped(question), "%s", wrong.Text)
			}
		}
	}
	return nil
}

// free says whether an id is of a record here, or can still be given to one.
func (f *filling) free(id string) bool {
	_, there := f.records[id]
	n := recordNumber(id)
	return there || n >= f.response.NextRecord && n <= mostRecords
}

// record saves one record with its cells.
func (f *filling) record(ctx context.Context, r forms.Record) error {
	row, err := f.row(ctx, r)
	if err != nil {
		return err
	}
	cells := maps.Clone(r.Cells)
	if cells == nil {
		cells = map[string]forms.Answer{}
	}
	if r.Heading != "" {
		cells[headingCell] = forms.Answer{Text: r.Heading}
	}
	if r.Note != (forms.Answer{}) {
		cells[noteCell] = r.Note
	}
	for _, question := range slices.Sorted(maps.Keys(cells)) {
		if err := f.put(ctx, Place{row.ID, question}, cells[question]); err != nil {
			return within(pointerInRecord(question), err)
		}
	}
	return nil
}

// row is the record's row: the one that is there, as the content has it, or a
// new one.
func (f *filling) row(ctx context.Context, r forms.Record) (models.Record, error) {
	row, there := f.records[r.ID]
	if !there {
		f.response.NextRecord = max(f.response.NextRecord, recordNumber(r.ID))
		row, err := f.createRecord(ctx, &f.draft, models.Record{Section: r.Section, Countries: r.Countries, Status: r.Status})
		f.wrote = append(f.wrote, row.ID)
		return row, err
	}
	if row.Section == r.Section && slices.Equal(row.Countries, r.Countries) && row.Status == r.Status {
		return row, nil
	}
	row.Section, row.Countries, row.Status = r.Section, r.Countries, r.Status
	f.wrote = append(f.wrote, row.ID)
	return row, f.SaveRecord(ctx, &row)
}

// put saves one cell.
func (f *filling) put(ctx context.Context, p Place, a forms.Answer) error {
	a, err := soundAnswer(a)
	if err != nil {
		return err
	}
	stands, there := f.cells[p]
	if !there {
		stands = models.Cell{ResponseID: f.response.ID, RecordID: p.Record, Question: p.Question}
	}
	if !there && a == (forms.Answer{}) || same(stands, a) {
		return nil
	}
	if _, _, err := f.putCell(ctx, f.response, stands, a, typedText); err != nil {
		return err
	}
	if !slices.Contains(f.wrote, p.Record) {
		f.wrote = append(f.wrote, p.Record)
	}
	return nil
}

// pointerInRecord is where a cell stands in a record of a content.
func pointerInRecord(question string) string {
	switch question {
	case headingCell, noteCell:
		return "/" + question
	default:
		return "/cells/" + escaped(question)
	}
}

// escaped is a key as RFC 6901 writes it in a pointer.
func escaped(key string) string {
	return strings.NewReplacer("~", "~0", "/", "~1").Replace(key)
}
