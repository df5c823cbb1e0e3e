package workflow

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"ahq/forms"
	"ahq/models"
)

// mostRecords is how many a response can have, the deleted ones too.
const mostRecords = 2000

// restorable is how long a deleted record can be brought back.
const restorable = 30 * 24 * time.Hour

// A RecordSave is what stands beside a record's cells.
type RecordSave struct {
	Section   string
	Countries []string
	Status    forms.Status
	From      int // the record's version
}

// ofRecord is what tells one act on a record from another.
type ofRecord struct {
	ID     models.ResponseID
	Record string
	Act    Act
	More   string
}

// SaveRecord keeps a record's section, countries and status.
func (w *Workflow) SaveRecord(ctx context.Context, by Actor, id models.ResponseID, record string, s RecordSave) (models.Record, error) {
	asked := struct {
		ID     models.ResponseID
		Record string
		Save   RecordSave
	}{id, record, s}
	return perform(ctx, w, by, Edit, asked, func(t *turn) (r models.Record, err error) {
		d, err := t.editCells(ctx, id)
		if err != nil {
			return r, err
		}
		if r, err = t.liveRecord(ctx, d, record); err != nil {
			return r, err
		}
		if err := s.check(d.ahq.Questionnaire, r.Section); err != nil {
			return r, err
		}
		r.Section, r.Countries, r.Status, r.Version = s.Section, s.Countries, s.Status, s.From
		if err := t.SaveRecord(ctx, &r); err != nil {
			return r, err
		}
		return r, t.record(ctx, string(id), saved, models.EventData{Record: record})
	})
}

// check says what is wrong; was is the section the record stood in.
func (s RecordSave) check(q forms.Questionnaire, was string) error {
	table, known := q.Table(s.Section)
	if !known {
		return invalid("/section", "there is no section %q", s.Section)
	}
	if from, ok := q.Table(was); ok && from.ID != table.ID {
		return invalid("/section", "section %q asks other questions: add a record there instead", s.Section)
	}
	for i, code := range s.Countries {
		at := fmt.Sprintf("/countries/%d", i)
		if !isCountry(code) {
			return invalid(at, "there is no country with the code %q: use ISO 3166-1, or XK for Kosovo", code)
		}
		if slices.Contains(s.Countries[:i], code) {
			return invalid(at, "%s is named twice", code)
		}
	}
	if !slices.Contains([]forms.Status{"", forms.Planned, forms.Ongoing, forms.Suspended, forms.Finished}, s.Status) {
		return invalid("/status", "there is no status %q: choose planned, ongoing, suspended or finished", s.Status)
	}
	return nil
}

// AddRecord adds an empty record at the end.
func (w *Workflow) AddRecord(ctx context.Context, by Actor, id models.ResponseID, section string) (models.Record, error) {
	return perform(ctx, w, by, Edit, ofRecord{ID: id, Act: added, More: section}, func(t *turn) (r models.Record, err error) {
		d, err := t.edit(ctx, id)
		if err != nil {
			return r, err
		}
		if _, known := d.ahq.Questionnaire.Table(section); !known {
			return r, invalid("/section", "there is no section %q", section)
		}
		if r, err = t.createRecord(ctx, &d, models.Record{Section: section}); err != nil {
			return r, err
		}
		return r, t.moveResponse(ctx, &d.response, added, models.EventData{Record: r.ID})
	})
}

// createRecord gives a record the next id, which no record ever had, and a place
// at the end. The response that counts the ids is still to be saved.
func (t *turn) createRecord(ctx context.Context, d *draft, r models.Record) (models.Record, error) {
	n := d.response.NextRecord
	if n > mostRecords {
		return r, refuse(Edit, "a response has at most %d records: attach a file instead", mostRecords)
	}
	d.response.NextRecord = n + 1
	r.ResponseID, r.ID, r.Position, r.Version = d.response.ID, "r"+strconv.Itoa(n), n, 0
	return r, t.CreateRecord(ctx, &r)
}

// DuplicateRecord copies a record, with or without its follow-up answers, and
// puts the copy behind it.
func (w *Workflow) DuplicateRecord(ctx context.Context, by Actor, id models.ResponseID, record string, followUp bool) (models.Record, error) {
	asked := ofRecord{id, record, duplicated, strconv.FormatBool(followUp)}
	return perform(ctx, w, by, Edit, asked, func(t *turn) (made models.Record, err error) {
		d, err := t.edit(ctx, id)
		if err != nil {
			return made, err
		}
		from, err := t.liveRecord(ctx, d, record)
		if err != nil {
			return made, err
		}
		if made, err = t.createRecord(ctx, &d, models.Record{Section: from.Section, Countries: from.Countries, Status: from.Status}); err != nil {
			return made, err
		}
		if err := t.copyCells(ctx, d, from, made, followUp); err != nil {
			return made, err
		}
		if err := t.place(ctx, id, &made, func(order []models.Record) int { return at(order, from.ID) + 1 }); err != nil {
			return made, err
		}
		return made, t.moveResponse(ctx, &d.response, duplicated, models.EventData{Record: made.ID, Subject: from.ID})
	})
}

func (t *turn) copyCells(ctx context.Context, d draft, from, to models.Record, followUp bool) error {
	cells, err := t.Cells(ctx, t.by.Scope(), d.response.ID, from.ID)
	if err != nil {
		return err
	}
	table, _ := d.ahq.Questionnaire.Table(from.Section)
	for _, c := range cells {
		if !followUp && table.FollowUp != nil && slices.ContainsFunc(table.FollowUp.Questions, func(q forms.Question) bool { return q.ID == c.Question }) {
			continue
		}
		empty := models.Cell{ResponseID: d.response.ID, RecordID: to.ID, Question: c.Question}
		if _, _, err := t.putCell(ctx, d.response, empty, answerOf(c)); err != nil {
			return err
		}
	}
	return nil
}

// MoveRecord puts a record at a position, counted from 0.
func (w *Workflow) MoveRecord(ctx context.Context, by Actor, id models.ResponseID, record string, position int) error {
	_, err := perform(ctx, w, by, Edit, ofRecord{id, record, reordered, strconv.Itoa(position)}, func(t *turn) (none struct{}, err error) {
		d, err := t.edit(ctx, id)
		if err != nil {
			return none, err
		}
		r, err := t.liveRecord(ctx, d, record)
		if err != nil {
			return none, err
		}
		if err := t.place(ctx, id, &r, func([]models.Record) int { return position }); err != nil {
			return none, err
		}
		return none, t.record(ctx, string(id), reordered, models.EventData{Record: record, Number: position})
	})
	return err
}

// place puts a record where it belongs among the others, and counts them anew.
func (t *turn) place(ctx context.Context, id models.ResponseID, r *models.Record, where func(others []models.Record) int) error {
	d, err := t.Draft(ctx, t.by.Scope(), id)
	if err != nil {
		return err
	}
	order := slices.DeleteFunc(d.Records, func(o models.Record) bool { return o.ID == r.ID })
	i := min(max(where(order), 0), len(order))
	order = slices.Insert(order, i, *r)
	for n := range order {
		if order[n].Position == n+1 {
			continue
		}
		order[n].Position = n + 1
		if err := t.SaveRecord(ctx, &order[n]); err != nil {
			return err
		}
	}
	*r = order[i]
	return nil
}

func at(order []models.Record, id string) int {
	return slices.IndexFunc(order, func(r models.Record) bool { return r.ID == id })
}

// DeleteRecord puts a record away. For 30 days it can be restored; its id is
// never given to another.
func (w *Workflow) DeleteRecord(ctx context.Context, by Actor, id models.ResponseID, record string) error {
	_, err := perform(ctx, w, by, Edit, ofRecord{ID: id, Record: record, Act: deleted}, func(t *turn) (none struct{}, err error) {
		d, err := t.edit(ctx, id)
		if err != nil {
			return none, err
		}
		r, err := t.liveRecord(ctx, d, record)
		if err != nil {
			return none, err
		}
		r.DeletedAt = &t.now
		if err := t.SaveRecord(ctx, &r); err != nil {
			return none, err
		}
		return none, t.record(ctx, string(id), deleted, models.EventData{Record: record})
	})
	return err
}

// RestoreRecord brings a deleted record back, at the end.
func (w *Workflow) RestoreRecord(ctx context.Context, by Actor, id models.ResponseID, record string) error {
	_, err := perform(ctx, w, by, Edit, ofRecord{ID: id, Record: record, Act: restored}, func(t *turn) (none struct{}, err error) {
		d, err := t.edit(ctx, id)
		if err != nil {
			return none, err
		}
		r, err := t.Record(ctx, t.by.Scope(), d.response.ID, record)
		if errors.Is(err, models.ErrNotFound) || err == nil && r.DeletedAt == nil {
			return none, invalid("/record", "there is no deleted record %q", record)
		}
		if err != nil {
			return none, err
		}
		if t.now.Sub(*r.DeletedAt) > restorable {
			return none, refuse(Edit, "this record was deleted on %s: after 30 days it cannot be restored, so add it anew", longDay(Day(*r.DeletedAt)))
		}
		r.DeletedAt, r.Position = nil, 0
		if err := t.place(ctx, id, &r, func(others []models.Record) int { return len(others) }); err != nil {
			return none, err
		}
		return none, t.record(ctx, string(id), restored, models.EventData{Record: record})
	})
	return err
}

// liveRecord is a record that was not deleted.
func (t *turn) liveRecord(ctx context.Context, d draft, id string) (models.Record, error) {
	r, err := t.Record(ctx, t.by.Scope(), d.response.ID, id)
	if errors.Is(err, models.ErrNotFound) || err == nil && r.DeletedAt != nil {
		return r, invalid("/record", "there is no record %q here: it may have been deleted, and can be restored", id)
	}
	return r, err
}

// recordNumber is the number in a record's id, 0 if it is none.
func recordNumber(id string) int {
	digits, ok := strings.CutPrefix(id, "r")
	n, err := strconv.Atoi(digits)
	if !ok || err != nil || n < 1 || "r"+strconv.Itoa(n) != id {
		return 0
	}
	return n
}
