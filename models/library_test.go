package models_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"ahq/models"
	"ahq/models/modelstest"
)

// anEntry is of the AHQ that these tests ask, for one audience.
func anEntry(to models.Audience, answers ...models.EntryAnswer) models.Entry {
	e := models.Entry{
		AHQID: query, Audience: to, Reference: "2016.14", Topic: "Information campaigns", EntryTexts: models.EntryTexts{Background: "Norway prepares a study.", Questions: "Were they evaluated?"}, IssuedAt: at, Year: 2016, Listed: true, Respondents: len(answers),
		Themes: []string{"return"}, Requesters: []string{"NO"}, Answers: answers,
	}
	for _, a := range answers {
		e.Countries = append(e.Countries, a.NCP)
	}
	return e
}

func shelved(t testing.TB, store *models.Store, entries ...models.Entry) {
	t.Helper()
	do(t, store, func(ctx context.Context, tx *models.Tx) error { return tx.SetEntries(ctx, query, entries...) })
}

func TestTheLibraryFindsWhatAllWordsStandIn(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		shelved(t, store, anEntry(models.Internal,
			models.EntryAnswer{NCP: "BE", Text: "Posters for schools in Łódź.\nNo formal evaluation was made, <b>because</b> of the costs."},
			models.EntryAnswer{NCP: "FR", Text: "Films."}))
		for _, c := range []struct {
			name, text string
			found      int
			excerpt    string // hits between brackets
		}{
			{"nothing looked for", "", 1, ""},
			{"a word of the topic", "campaign", 1, ""},
			{"a word of an answer, in another form", "costing", 1, "BE: … No formal evaluation was made, <b>because</b> of the [costs]."},
			{"without the accents", "LODZ school", 1, "BE: Posters for [schools] in [Łódź].\nNo formal evaluation was made, <b>because</b> of the costs."},
			{"words of several answers", "posters films", 1, "BE: [Posters] for schools in Łódź.\nNo formal evaluation was made, <b>because</b> of the costs."},
			{"a word of a question", "evaluate", 1, "BE: Posters for schools in Łódź.\nNo formal [evaluation] was made, <b>because</b> of the costs."},
			{"one word that stands nowhere", "posters cinema", 0, ""},
			{"signs only", `' " * ( % _ \ -- ;`, 0, ""},
			{"words between signs", `"posters" AND (films*) NOT 'x'::tsquery`, 0, ""},
			{"quoted", `"posters" -- (films*)`, 1, "BE: [Posters] for schools in Łódź.\nNo formal evaluation was made, <b>because</b> of the costs."},
			{"what cannot be seen", "pos\u00adters\u202e fi\u200blms \x00", 1, "BE: [Posters] for schools in Łódź.\nNo formal evaluation was made, <b>because</b> of the costs."},
			{"10,000 characters", strings.Repeat("posters ", 1_250), 1, "BE: [Posters] for schools in Łódź.\nNo formal evaluation was made, <b>because</b> of the costs."},
			{"a word of 10,000 letters", strings.Repeat("x", 10_000), 0, ""},
			{"not even text", "\xff\xfe posters \xc3", 1, "BE: [Posters] for schools in Łódź.\nNo formal evaluation was made, <b>because</b> of the costs."},
		} {
			t.Run(c.name, func(t *testing.T) {
				found, err := store.Library(t.Context(), all, models.LibraryFilter{Text: c.text, Limit: 10})
				if err != nil {
					t.Fatal(err)
				}
				if len(found) != c.found {
					t.Fatalf("%d are found, want %d", len(found), c.found)
				}
				if c.found > 0 && shown(found[0].Excerpt) != c.excerpt {
					t.Errorf("it shows %q, want %q", shown(found[0].Excerpt), c.excerpt)
				}
			})
		}
	})
}

// shown is an excerpt, with brackets around what was looked for.
func shown(e models.Excerpt) string {
	var b strings.Builder
	if e.NCP != "" {
		b.WriteString(e.NCP + ": ")
	}
	for _, p := range e.Parts {
		if p.Hit {
			p.Text = "[" + p.Text + "]"
		}
		b.WriteString(p.Text)
	}
	return b.String()
}

func TestTheLibraryIsNarrowed(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		shelved(t, store, anEntry(models.Internal, models.EntryAnswer{NCP: "BE", Text: "Posters."}))
		for _, c := range []struct {
			name   string
			filter models.LibraryFilter
			found  int
		}{
			{"by all at once", models.LibraryFilter{Text: "posters", Theme: "return", Requester: "NO", Country: "BE", Year: 2016}, 1},
			{"by another theme", models.LibraryFilter{Theme: "visa"}, 0},
			{"by another requester", models.LibraryFilter{Requester: "BE"}, 0},
			{"by one who did not answer", models.LibraryFilter{Country: "NO"}, 0},
			{"by another year", models.LibraryFilter{Year: 2015}, 0},
			{"by what no code is", models.LibraryFilter{Country: "' or 1=1 --"}, 0},
			{"to a page behind the last", models.LibraryFilter{Offset: 1}, 0},
		} {
			t.Run(c.name, func(t *testing.T) {
				c.filter.Limit = 10
				found, err := store.Library(t.Context(), all, c.filter)
				if err != nil || len(found) != c.found {
					t.Errorf("%d are found, want %d (%v)", len(found), c.found, err)
				}
			})
		}
		choices, err := store.LibraryChoices(t.Context(), all, []string{"return", "visa"})
		if err != nil || fmt.Sprint(choices) != "{[return] [NO] [BE] [2016]}" {
			t.Errorf("one can choose by %v (%v)", choices, err)
		}
	})
}

// What is written anew is found no more as it was, and what is not listed is not
// in the library.
func TestAnEntryIsReplaced(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		count := func(text string) int {
			t.Helper()
			return len(must[[]models.FoundEntry](t)(store.Library(t.Context(), all, models.LibraryFilter{Text: text, Limit: 10})))
		}
		shelved(t, store, anEntry(models.Internal, models.EntryAnswer{NCP: "BE", Text: "Posters."}))
		shelved(t, store, anEntry(models.Internal, models.EntryAnswer{NCP: "BE", Text: "Films."}))
		if count("posters") != 0 || count("films") != 1 {
			t.Errorf("it is found by what stands there no more, or not by what does")
		}
		hidden := anEntry(models.Internal)
		hidden.Listed = false
		shelved(t, store, hidden)
		if count("campaigns") != 0 {
			t.Errorf("it is in the library, and not listed")
		}
		shelved(t, store)
		if choices := must[models.LibraryChoices](t)(store.LibraryChoices(t.Context(), all, []string{"return"})); len(choices.Years)+len(choices.Countries)+len(choices.Themes) != 0 {
			t.Errorf("nothing is there, and one can choose by %v", choices)
		}
	})
}

// More different words than PostgreSQL keeps are no reason to refuse an edition.
func TestAnAnswerOfAMillionWordsIsKept(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		var b strings.Builder
		for n := range 60_000 {
			fmt.Fprintf(&b, "%s%d ", strings.Repeat("ж", 20), n)
		}
		shelved(t, store, anEntry(models.Internal, models.EntryAnswer{NCP: "BE", Text: "first " + b.String()}))
		if found := must[[]models.FoundEntry](t)(store.Library(t.Context(), all, models.LibraryFilter{Text: "first", Limit: 10})); len(found) != 1 {
			t.Errorf("%d are found", len(found))
		}
	})
}

func TestEarlierAHQsOnTheSameThing(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		plant(t, store)
		topics := []string{"Integration courses for refugees", "Detention of families", "Language courses and integration", "Visa for students", "Seasonal workers"}
		for i, topic := range topics {
			id := models.AHQID(fmt.Sprint("other", i))
			do(t, store, func(ctx context.Context, tx *models.Tx) error {
				if err := tx.CreateAHQ(ctx, anAHQ(id, models.Closed)); err != nil {
					return err
				}
				e := anEntry(models.Internal)
				e.AHQID, e.Reference, e.Topic, e.Questions = id, fmt.Sprintf("2015.%d", i), topic, "Which policy do you have in your country?"
				e.IssuedAt = at.Add(time.Duration(i) * time.Hour)
				return tx.SetEntries(ctx, id, e)
			})
		}
		for _, c := range []struct {
			name, topic, questions string
			want                   []string
		}{
			{"with the same words in its topic", "Integration courses", "Who pays?", []string{"2015.2", "2015.0"}},
			{"in other forms", "Detaining a family", "Who decides?", []string{"2015.1"}},
			{"with nothing but what all ask", "National policies of Member States", "Please describe your national legislation.", nil},
			{"on something else", "Drones at the border", "Are they used?", nil},
			{"that has no topic yet", "", "Which integration courses are there?", []string{"2015.2", "2015.0"}},
			{"without a word", "…", "?", nil},
		} {
			t.Run(c.name, func(t *testing.T) {
				earlier, err := store.EarlierOnTheSame(t.Context(), all, "", c.topic, c.questions, 5)
				if err != nil {
					t.Fatal(err)
				}
				var got []string
				for _, e := range earlier {
					got = append(got, e.Reference)
				}
				if !slices.Equal(got, c.want) {
					t.Errorf("%v, want %v", got, c.want)
				}
			})
		}
	})
}
