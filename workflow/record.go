package workflow

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ahq/forms"
	"ahq/models"
)

// mostRecords is how many a response can have, the deleted ones too.
const mostRecords = 2000

// A RecordSave is what stands beside a record's cells.
type RecordSave struct {
	Section   string
	Countries []string
	Status    forms.Status
	From      int // the record's version
}

// SaveRecord keeps a record's section, countries and status.
func (w *Workflow) SaveRecord(ctx context.Context, by Actor, id models.ResponseID, record string, s RecordSave) (models.Record, error) {
	return perform(ctx, w, by, Edit, given{id, record, s}, func(t *turn) (r models.Record, err error) {
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
	return perform(ctx, w, by, Edit, given{added, id, section}, func(t *turn) (r models.Record, err error) {
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
