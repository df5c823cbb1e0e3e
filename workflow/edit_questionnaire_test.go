package workflow

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
)

// drafted is a draft of Norway's, and the one who writes it.
func (w *world) drafted(change ...func(*AHQForm)) (models.AHQ, Actor) {
	w.t.Helper()
	f := form2016()
	for _, c := range change {
		c(&f)
	}
	by := w.as("NO coordinator")
	a, err := w.CreateAHQ(w.ctx, by, f)
	w.must(err)
	return a, by
}

func (w *world) now(a models.AHQ) models.AHQ {
	w.t.Helper()
	a, err := w.Store.AHQ(w.ctx, everything, a.ID)
	w.must(err)
	return a
}

func TestAQuestionnaireIsWrittenFromNothingAndAsked(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a, by := w.drafted(func(f *AHQForm) { f.Questionnaire = Blank(f.Topic) })
		_, err := w.Issue(w.ctx, by, a.ID)
		w.expect(err, "nothing is asked")

		first, err := w.PutQuestion(w.ctx, by, a.ID, forms.Listing{}, forms.Question{Label: " Is there one? ", Kind: forms.ChoiceKind, Options: []forms.Option{{Label: "One"}, {Label: "Two"}}}, "")
		w.must(err)
		second, err := w.PutQuestion(w.ctx, by, a.ID, forms.Listing{}, forms.Question{Label: "Since when?", Kind: forms.DateKind}, "")
		w.must(err)
		table, err := w.PutTable(w.ctx, by, a.ID, forms.Table{Title: "Things", Record: "thing", Sections: []forms.Section{{Title: "Here"}, {Title: "There"}}}, "")
		w.must(err)
		_, err = w.Issue(w.ctx, by, a.ID)
		w.expect(err, "/questionnaire/tables/0/rows")
		row, err := w.PutQuestion(w.ctx, by, a.ID, forms.Listing{Table: table}, forms.Question{Label: "Name", Kind: forms.TextKind}, "")
		w.must(err)
		w.must(w.MovePart(w.ctx, by, a.ID, second, -1))

		events, err := w.Store.Events(w.ctx, by.Scope(), string(a.ID))
		w.must(err)
		if len(events) != 2 {
			t.Errorf("what one wrote within ten minutes are %d events, beside the first", len(events)-1)
		}
		q := w.now(a).Questionnaire
		one := q.Questions[1]
		if q.Questions[0].ID != second || one.ID != first || one.Label != "Is there one?" || one.Options[0].ID == one.Options[1].ID || q.Tables[0].Rows[0].ID != row {
			t.Errorf("it asks %+v", q)
		}
		if s := q.Tables[0].Sections; s[0].ID == s[1].ID || s[0].ID == "" {
			t.Errorf("its sections are %v", s)
		}
		if _, err := w.Issue(w.ctx, by, a.ID); err != nil {
			t.Errorf("it cannot be asked: %v", err)
		}
		_, err = w.PutQuestion(w.ctx, by, a.ID, forms.Listing{}, forms.Question{Label: "One more", Kind: forms.TextKind}, "")
		w.expect(err, "it is open")
	})
}

// Whoever looks at a draft hears of each change, of those too that are one event.
func TestEachChangeOfADraftIsHeardOf(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a, by := w.drafted()
		listening(t, w.Workflow)
		looks := w.watch("NO reader", models.Response{AHQID: a.ID})
		for _, label := range []string{"Which?", "Since when?"} {
			_, err := w.PutQuestion(w.ctx, by, a.ID, forms.Listing{}, forms.Question{Label: label, Kind: forms.TextKind}, "")
			w.must(err)
			if n := hears(t, looks); n.Act != string(EditAHQ) || n.Chain != string(a.ID) || n.Name != "NO coordinator" {
				t.Errorf("heard %+v", n)
			}
		}
		last, err := w.Store.LastEvent(w.ctx, by.Scope(), string(a.ID))
		w.must(err)
		if last.Number != 2 {
			t.Errorf("they are %d events", last.Number-1)
		}
	})
}

// A turn can be taken again, and a page shows what was typed when it is refused.
func TestWhatIsPutStaysAsTheCallerHasIt(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a, by := w.drafted()
		options := []forms.Option{{Label: " One "}, {Label: "Two"}}
		_, err := w.PutQuestion(w.ctx, by, a.ID, forms.Listing{}, forms.Question{Label: "Which?", Kind: forms.ChoiceKind, Options: options}, "")
		w.must(err)
		sections := []forms.Section{{Title: " Here "}, {Title: "There"}}
		followUp := &forms.FollowUp{By: "NO", Title: " More "}
		_, err = w.PutTable(w.ctx, by, a.ID, forms.Table{Title: "Things", Record: "thing", Sections: sections, FollowUp: followUp}, "")
		w.must(err)
		if options[0] != (forms.Option{Label: " One "}) || options[1].ID != "" || sections[0] != (forms.Section{Title: " Here "}) || sections[1].ID != "" || followUp.Title != " More " {
			t.Errorf("they are %v, %v and %q", options, sections, followUp.Title)
		}
		q := w.now(a).Questionnaire
		var ids []string
		for _, o := range q.Questions[len(q.Questions)-1].Options {
			ids = append(ids, o.ID)
		}
		for _, s := range q.Tables[len(q.Tables)-1].Sections {
			ids = append(ids, s.ID)
		}
		slices.Sort(ids)
		if len(slices.Compact(ids)) != 4 || ids[0] == "" {
			t.Errorf("their ids are %q", ids)
		}
	})
}

func TestTwoWriteOneDraft(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a, by := w.drafted()
		q := a.Questionnaire
		shown := HashOf(q.Questions[0])
		other := q.Questions[1]
		other.Label = "Whom else?"
		_, err := w.PutQuestion(w.ctx, by, a.ID, forms.Listing{}, other, HashOf(q.Questions[1]))
		w.must(err)

		mine := q.Questions[0]
		mine.Label = "Mine"
		if _, err := w.PutQuestion(w.ctx, by, a.ID, forms.Listing{}, mine, shown); err != nil {
			t.Errorf("somebody wrote another question, and this one is stale: %v", err)
		}
		mine.Label = "Mine again"
		if _, err := w.PutQuestion(w.ctx, by, a.ID, forms.Listing{}, mine, shown); !errors.Is(err, models.ErrStale) {
			t.Errorf("the same question was written meanwhile: %v", err)
		}
		head := q.Tables[0]
		head.Title = "Other"
		if _, err := w.PutTable(w.ctx, by, a.ID, head, HashOf(Head(q.Tables[0]))); err != nil {
			t.Errorf("nobody wrote the table: %v", err)
		}
		if _, err := w.PutTable(w.ctx, by, a.ID, head, HashOf(Head(q.Tables[0]))); !errors.Is(err, models.ErrStale) {
			t.Errorf("the table was written meanwhile: %v", err)
		}
		if rows := w.now(a).Questionnaire.Tables[0].Rows; len(rows) != 2 {
			t.Errorf("the table lost its rows: %v", rows)
		}
		head.FollowUp = nil
		_, err = w.PutTable(w.ctx, by, a.ID, head, HashOf(Head(w.now(a).Questionnaire.Tables[0])))
		w.expect(err, "remove its follow-up questions first")
		if err := w.RemovePart(w.ctx, by, a.ID, "policy", shown); !errors.Is(err, models.ErrStale) {
			t.Errorf("removed, though somebody wrote in it: %v", err)
		}
		whole, _ := HashOfPart(w.now(a).Questionnaire, q.Tables[0].ID)
		if _, err := w.PutQuestion(w.ctx, by, a.ID, forms.Listing{Table: q.Tables[0].ID}, forms.Question{Label: "A new row", Kind: forms.TextKind}, ""); err != nil {
			t.Error(err)
		}
		if err := w.RemovePart(w.ctx, by, a.ID, q.Tables[0].ID, whole); !errors.Is(err, models.ErrStale) {
			t.Errorf("a table is removed, though somebody added a row: %v", err)
		}
		now, _ := HashOfPart(w.now(a).Questionnaire, "policy")
		w.must(w.RemovePart(w.ctx, by, a.ID, "policy", now))
		_, err = w.PutQuestion(w.ctx, by, a.ID, forms.Listing{}, mine, shown)
		w.expect(err, "not found")
		w.must(w.NameQuestionnaire(w.ctx, by, a.ID, "A new name", HashOf(q.Title)))
		if err := w.NameQuestionnaire(w.ctx, by, a.ID, "A third", HashOf(q.Title)); !errors.Is(err, models.ErrStale) {
			t.Errorf("the title was changed meanwhile: %v", err)
		}
	})
}

func TestADraftKeepsWhatIssuingRefuses(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		all := newWorld(t, store)
		for _, c := range []struct {
			name    string
			change  func(*AHQForm)
			refused []string // each place
		}{
			{"nothing is asked", func(f *AHQForm) { f.Questionnaire = Blank("none") }, []string{"/questionnaire"}},
			{"a circle of conditions, and a day that is over", func(f *AHQForm) {
				q := f.Questionnaire.Questions
				q[0].Kind, q[1].Kind, q[1].Rules = forms.VerdictKind, forms.VerdictKind, ""
				q[0].When, q[1].When = &forms.Condition{Question: "contact", Is: []string{"yes"}}, &forms.Condition{Question: "policy", Is: []string{"yes"}}
				f.ReplyBy = "2016-12-01"
			}, []string{"/questionnaire/questions/0/when/question", "/reply_by"}},
			{"200 questions", func(f *AHQForm) {
				for range 200 {
					f.Questionnaire.Put(forms.Listing{}, forms.Question{ID: f.Questionnaire.NewID("q"), Label: "Another", Kind: forms.TextKind})
				}
			}, nil},
		} {
			t.Run(c.name, func(t *testing.T) {
				w := all.in(t)
				a, by := w.drafted(c.change)
				_, err := w.Issue(w.ctx, by, a.ID)
				var places []string
				for _, one := range Invalids(err) {
					places = append(places, one.Pointer)
				}
				if strings.Join(places, " ") != strings.Join(c.refused, " ") {
					t.Errorf("refused for %v (%v)", places, err)
				}
			})
		}
		f := form2016()
		for range mostQuestions {
			f.Questionnaire.Put(forms.Listing{}, forms.Question{ID: f.Questionnaire.NewID("q"), Label: "Another", Kind: forms.TextKind})
		}
		_, err := all.CreateAHQ(all.ctx, all.as("NO coordinator"), f)
		all.expect(err, "make two AHQs of it")
	})
}

func TestAnAHQNamesEarlierOnes(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		earlier := w.issued()
		names := func(kind models.LinkKind, reference string) func(*AHQForm) {
			return func(f *AHQForm) { f.Relations = append(f.Relations, EarlierAHQ{kind, reference}) }
		}
		a, by := w.drafted(names(models.LinkFollowUpOf, *earlier.Reference+" "))
		if got := w.now(a).Links; len(got) != 1 || got[0].ToID != earlier.ID || got[0].Earlier != *earlier.Reference {
			t.Errorf("it names %v", got)
		}
		w.must(w.MovePart(w.ctx, by, a.ID, "policy", 1))
		a, err := w.Issue(w.ctx, by, a.ID)
		w.must(err)
		found, err := w.Store.LinkedAHQs(w.ctx, w.as("BE coordinator").Scope(), earlier.ID)
		w.must(err)
		if len(found) != 1 || found[0].AHQ.ID != a.ID || !found[0].Back() || found[0].Relation != models.LinkFollowUpOf {
			t.Errorf("the earlier one is named by %v", found)
		}
		draft, _ := w.drafted(names(models.LinkUpdates, *earlier.Reference))
		found, err = w.Store.LinkedAHQs(w.ctx, w.as("BE coordinator").Scope(), earlier.ID)
		w.must(err)
		if len(found) != 1 {
			t.Errorf("a draft of others is shown: %v", found)
		}
		for _, c := range []struct {
			what   string
			change func(*AHQForm)
			says   string
		}{
			{"one that is not there", names(models.LinkPartOf, "1999.9"), "/relations/0/reference"},
			{"in no way that there is", names("like", *earlier.Reference), "/relations/0/kind"},
			{"one twice", func(f *AHQForm) {
				names(models.LinkPartOf, *earlier.Reference)(f)
				names(models.LinkPartOf, *earlier.Reference)(f)
			}, "stands here twice"},
		} {
			f := form2016()
			c.change(&f)
			_, err := w.EditAHQ(w.ctx, by, draft.ID, w.now(draft).Version, f)
			w.expect(err, c.says)
		}
		if _, err := w.EditAHQ(w.ctx, by, draft.ID, w.now(draft).Version, form2016()); err != nil || len(w.now(draft).Links) != 0 {
			t.Errorf("it still names %v: %v", w.now(draft).Links, err)
		}
	})
}

func TestTimeToReply(t *testing.T) {
	now := time.Date(2016, 12, 16, 10, 0, 0, 0, time.UTC) // a Friday
	for _, c := range []struct {
		day   string
		want  ReplyTime
		short bool
	}{
		{"2017-01-23", ReplyTime{38, 25, "NO"}, false},
		{"2016-12-30", ReplyTime{14, 9, "NO"}, false},
		{"2016-12-29", ReplyTime{13, 8, "NO"}, true},
		{"2016-12-16", ReplyTime{0, 0, "BE"}, true},
		{"2016-12-01", ReplyTime{-15, 0, "BE"}, true},
	} {
		got, known := TimeToReply([]string{"BE", "NO"}, c.day, now)
		if !known || got != c.want || got.Short() != c.short {
			t.Errorf("until %s: %+v, short %v; want %+v", c.day, got, got.Short(), c.want)
		}
	}
	if _, known := TimeToReply(nil, "soon", now); known {
		t.Error("soon is a day")
	}
}
