package workflow

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
)

// records of a response, in order, with their titles.
func (w *world) records(r models.Response) string {
	w.t.Helper()
	d, err := w.Store.Draft(w.ctx, everything, r.ID)
	w.must(err)
	a, err := w.Store.AHQ(w.ctx, everything, r.AHQID)
	w.must(err)
	var all []string
	for _, rec := range Content(a, d).Records {
		all = append(all, strings.TrimSpace(rec.ID+" "+rec.Cells["title"].Text+" "+rec.Cells["lessons"].Text))
	}
	return strings.Join(all, ", ")
}

func TestRecordsComeAndGo(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		r := w.of(w.issued(), "BE")
		id, as := r.ID, func() Actor { return w.as("BE contributor") }
		add := func() error { _, err := w.AddRecord(w.ctx, as(), id, "origin"); return err }
		for _, c := range []struct {
			name    string
			do      func() error
			refused string
			then    string
		}{
			{"two are added", func() error { w.must(add()); return add() }, "", "r1, r2"},
			{"one in no section", func() error { _, err := w.AddRecord(w.ctx, as(), id, "moon"); return err }, "/section", "r1, r2"},
			{"the first is filled in", func() error {
				w.must(w.write("BE contributor", r, "r1", "title", "A"))
				return w.write("BE contributor", r, "r1", "lessons", "z")
			}, "", "r1 A z, r2"},
			{"it is duplicated", func() error { _, err := w.DuplicateRecord(w.ctx, as(), id, "r1", true); return err }, "", "r1 A z, r3 A z, r2"},
			{"again, without the follow-up", func() error { _, err := w.DuplicateRecord(w.ctx, as(), id, "r1", false); return err }, "", "r1 A z, r4 A, r3 A z, r2"},
			{"the last is moved up", func() error { return w.MoveRecord(w.ctx, as(), id, "r2", Spot{Position: 0}) }, "", "r2, r1 A z, r4 A, r3 A z"},
			{"far down", func() error { return w.MoveRecord(w.ctx, as(), id, "r2", Spot{Position: 99}) }, "", "r1 A z, r4 A, r3 A z, r2"},
			{"into another section", func() error { return w.MoveRecord(w.ctx, as(), id, "r2", Spot{"inland", 1}) }, "", "r1 A z, r2, r4 A, r3 A z"},
			{"into one that is not there", func() error { return w.MoveRecord(w.ctx, as(), id, "r2", Spot{"moon", 0}) }, "/section", "r1 A z, r2, r4 A, r3 A z"},
			{"and to the end again", func() error { return w.MoveRecord(w.ctx, as(), id, "r2", Spot{"origin", 3}) }, "", "r1 A z, r4 A, r3 A z, r2"},
			{"one is deleted", func() error { return w.DeleteRecord(w.ctx, as(), id, "r4") }, "", "r1 A z, r3 A z, r2"},
			{"it cannot be written", func() error { return w.write("BE contributor", r, "r4", "title", "B") }, "can be restored", "r1 A z, r3 A z, r2"},
			{"a new one has a new id", add, "", "r1 A z, r3 A z, r2, r5"},
			{"the deleted one is restored to its place", func() error { return w.RestoreRecord(w.ctx, as(), id, "r4") }, "", "r1 A z, r4 A, r3 A z, r2, r5"},
			{"what was not deleted is not restored", func() error { return w.RestoreRecord(w.ctx, as(), id, "r4") }, "/record", "r1 A z, r4 A, r3 A z, r2, r5"},
			{"after 30 days it is too late", func() error {
				w.must(w.DeleteRecord(w.ctx, as(), id, "r4"))
				w.clock.pass(31 * 24 * time.Hour)
				return w.RestoreRecord(w.ctx, as(), id, "r4")
			}, "after 30 days", "r1 A z, r3 A z, r2, r5"},
		} {
			w.expect(c.do(), c.refused)
			if got := w.records(r); got != c.then {
				t.Errorf("%s: the records are %s; want %s", c.name, got, c.then)
			}
		}
	})
}

func TestSavingWhatStandsBesideTheCells(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		r := w.of(w.issued(), "BE")
		rec, err := w.AddRecord(w.ctx, w.as("BE contributor"), r.ID, "origin")
		w.must(err)
		for _, c := range []struct {
			name    string
			save    RecordSave
			refused string
		}{
			{"countries and a status", RecordSave{"inland", []string{"MK", "XK"}, forms.Finished, 1}, ""},
			{"an older version", RecordSave{"origin", nil, "", 1}, "changed meanwhile"},
			{"no such section", RecordSave{"moon", nil, "", 2}, "/section"},
			{"no such country", RecordSave{"origin", []string{"MK", "ZZ"}, "", 2}, "/countries/1"},
			{"a country in small letters", RecordSave{"origin", []string{"mk"}, "", 2}, "/countries/0"},
			{"a country twice", RecordSave{"origin", []string{"MK", "MK"}, "", 2}, "/countries/1"},
			{"no such status", RecordSave{"origin", nil, "lost", 2}, "/status"},
		} {
			_, err := w.SaveRecord(w.ctx, w.as("BE contributor"), r.ID, rec.ID, c.save)
			w.expect(err, c.refused)
		}
		kept, err := store.Record(w.ctx, everything, r.ID, rec.ID)
		w.must(err)
		if kept.Section != "inland" || kept.Status != forms.Finished || len(kept.Countries) != 2 || kept.Version != 2 {
			t.Errorf("kept %+v", kept)
		}
	})
}

func TestAWholeContentIsSaved(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		r := w.of(a, "BE")
		text := func(s string) forms.Answer { return forms.Answer{Text: s} }
		whole := forms.Content{
			Questionnaire: "world", NCP: "BE", Answers: map[string]forms.Answer{"policy": text("P")},
			Records: []forms.Record{
				{ID: "r3", Section: "origin", Heading: "H", Countries: []string{"CM"}, Status: forms.Ongoing, Note: text("N"), Cells: map[string]forms.Answer{"title": text("T")}},
				{Section: "inland", Countries: []string{}, Cells: map[string]forms.Answer{"title": text("U"), "lessons": {Reason: forms.SameAs, As: "r3"}}},
			},
		}
		d, err := w.SaveContent(w.ctx, w.as("BE contributor"), r.ID, "", whole)
		w.must(err)
		whole.Records[1].ID = "r4"
		if got := Content(a, d); !reflect.DeepEqual(got, whole) {
			t.Errorf("saved %+v\nwant  %+v", got, whole)
		}
		before := w.events(r, saved)
		_, err = w.SaveContent(w.ctx, w.as("BE contributor"), r.ID, "", whole)
		w.must(err)
		if n := w.events(r, saved); n != before || w.of(a, "BE").NextRecord != 5 {
			t.Errorf("the same again is %d events, and the next record is %d", n-before, w.of(a, "BE").NextRecord)
		}
		d, err = w.SaveContent(w.ctx, w.as("BE contributor"), r.ID, "", forms.Content{Questionnaire: "world", Records: []forms.Record{
			{ID: "r4", Section: "inland", Cells: map[string]forms.Answer{"title": text("V")}},
		}})
		w.must(err)
		if got := Content(a, d); got.Records[1].Cells["title"].Text != "V" || got.Records[0].Heading != "H" || got.Answers["policy"].Text != "P" {
			t.Errorf("what a content lacks does not stay: %+v", got)
		}
		for _, c := range []struct {
			name    string
			change  func(*forms.Content)
			refused string
		}{
			{"of another questionnaire", func(c *forms.Content) { c.Questionnaire = "norway-2016" }, "/questionnaire"},
			{"of another NCP", func(c *forms.Content) { c.NCP = "AT" }, "/ncp"},
			{"with a question that is not asked", func(c *forms.Content) { c.Answers = map[string]forms.Answer{"a/b": {}} }, "/answers/a~1b"},
			{"with a question of Austria only", func(c *forms.Content) { c.Answers = map[string]forms.Answer{"contact": {}} }, "/answers/contact"},
			{"with a cell that is not asked", func(c *forms.Content) {
				c.Records = []forms.Record{{Section: "origin", Cells: map[string]forms.Answer{"policy": {}}}}
			}, "/records/0/cells/policy"},
			{"with an id that was passed over", func(c *forms.Content) { c.Records = []forms.Record{{ID: "r1", Section: "origin"}} }, "/records/0/id"},
			{"with an id that is none", func(c *forms.Content) { c.Records = []forms.Record{{ID: "r07", Section: "origin"}} }, "/records/0/id"},
			{"with an id twice", func(c *forms.Content) {
				c.Records = []forms.Record{{ID: "r9", Section: "origin"}, {ID: "r9", Section: "origin"}}
			}, "/records/1/id"},
			{"with a country that is none", func(c *forms.Content) {
				c.Records = []forms.Record{{Section: "origin", Countries: []string{"ZZ"}}}
			}, "/records/0/countries/0"},
			{"with a NUL in a record", func(c *forms.Content) {
				c.Records = []forms.Record{{Section: "origin", Note: text("\x00")}}
			}, "/records/0/note/text"},
		} {
			t.Run(c.name, func(t *testing.T) {
				content := forms.Content{Questionnaire: "world"}
				c.change(&content)
				w := w.in(t)
				_, err := w.SaveContent(w.ctx, w.as("BE contributor"), r.ID, "", content)
				w.expect(err, c.refused)
			})
		}
	})
}

func TestARecordCanBeRestoredForThirtyDays(t *testing.T) {
	t.Parallel()
	for deleted, until := range map[string]string{
		"2017-01-19T09:00:00Z": "2017-02-18",
		"2017-01-19T22:59:59Z": "2017-02-18",
		"2017-01-19T23:00:00Z": "2017-02-19", // it is the 20th in Brussels
		"2017-02-27T12:00:00Z": "2017-03-29",
		"2017-03-01T22:30:00Z": "2017-03-31", // the clocks change meanwhile
		"2016-12-05T09:00:00Z": "2017-01-04",
	} {
		at, err := time.Parse(time.RFC3339, deleted)
		if err != nil {
			t.Fatal(err)
		}
		if got := RestorableUntil(at); got != until {
			t.Errorf("deleted at %s, it can be restored until %s, not %s", deleted, got, until)
		}
	}
}

func TestADeletedRecordIsOfferedAsLongAsItCanBeRestored(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		r := w.of(w.issued(), "BE")
		_, err := w.AddRecord(w.ctx, w.as("BE contributor"), r.ID, "origin")
		w.must(err)
		w.must(w.write("BE contributor", r, "r1", "heading", "CAMEROON"))
		w.must(w.DeleteRecord(w.ctx, w.as("BE contributor"), r.ID, "r1"))
		for _, c := range []struct {
			days    int
			offered bool
		}{{0, true}, {29, true}, {1, true}, {1, false}} {
			w.clock.pass(time.Duration(c.days) * 24 * time.Hour)
			deleted, err := store.DeletedRecords(w.ctx, everything, r.ID)
			w.must(err)
			if len(deleted) != 1 || deleted[0].Heading != "CAMEROON" {
				t.Fatalf("deleted are %+v", deleted)
			}
			if offered := len(w.Restorable(deleted)) == 1; offered != c.offered {
				t.Errorf("after another %d days it is offered: %t", c.days, offered)
			}
		}
		w.expect(w.RestoreRecord(w.ctx, w.as("BE contributor"), r.ID, "r1"), "after 30 days it cannot be restored, so add it anew")
	})
}
