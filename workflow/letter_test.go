package workflow

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"

	"ahq/models"
	"ahq/models/modelstest"
)

// code is how programs call an NCP, not people.
var code = regexp.MustCompile(`\b(AT|BE|COM|DE|GB|HR|NO)\b`)

func TestLettersCallNCPsByTheirNames(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		w.must(enterFor(w, a))
		_, err := w.TakeOver(w.ctx, w.as("BE coordinator"), w.of(a, "BE").ID)
		w.must(err)
		for _, s := range []step{
			decline("We have none."), answer("A sample answer."), submit(models.WiderYes), withdraw, submit(models.WiderYes),
			giveBack("Per year?"), submit(models.WiderYes),
		} {
			w.must(s(w, a))
		}
		_, err = w.Compile(w.ctx, w.as("NO coordinator"), a.ID, models.Internal, "It is urgent.")
		w.must(err)
		w.must(amend("A figure was wrong.")(w, a))
		q, err := w.Ask(w.ctx, w.as("DE contributor"), a.ID, "DE", "Do leaflets count?")
		w.must(err)
		_, err = w.AnswerInquiry(w.ctx, w.as("NO coordinator"), q.ID, "They do.")
		w.must(err)
		_, err = w.Extend(w.ctx, w.as("NO coordinator"), a.ID, "2017-02-10", "DE")
		w.must(err)
		letters, err := store.Messages(w.ctx, 100)
		w.must(err)
		var subjects []string
		for _, m := range letters {
			subjects = append(subjects, m.Subject)
			if strings.Contains(m.Subject+m.Body, "<no value>") {
				t.Errorf("a letter lacks a value:\n%s\n%s", m.Subject, m.Body)
			}
			if found := code.FindString(m.Subject + " " + m.Body); found != "" {
				t.Errorf("a letter calls an NCP %s:\n%s\n%s", found, m.Subject, m.Body)
			}
		}
		for _, want := range []string{"Belgium has answered", "Belgium has taken over", "Belgium amends its answer"} {
			if !slices.Contains(subjects, "AHQ "+*a.Reference+", information campaigns: "+want) {
				t.Errorf("no letter says %q; they say %q", want, subjects)
			}
		}
	})
}

func TestRefusalsCallNCPsByTheirNames(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		draft, err := w.CreateAHQ(w.ctx, w.as("NO coordinator"), selecting("HR"))
		w.must(err)
		for _, c := range []struct {
			says string
			do   func() error
		}{
			{"Croatia does not take part today: leave it out", func() error {
				_, err := w.Issue(w.ctx, w.as("NO coordinator"), draft.ID)
				return err
			}},
			{"Croatia does not take part today", func() error {
				_, err := w.Respond(w.ctx, w.as("HR coordinator"), a.ID, "HR")
				return err
			}},
			{"Croatia is not among those who can answer", func() error {
				_, err := w.Extend(w.ctx, w.as("NO coordinator"), a.ID, "2017-02-10", "HR")
				return err
			}},
		} {
			w.expect(c.do(), c.says)
		}
	})
}

func TestEveryLetterIsInTheCatalogueAndTheCatalogueHasNoOther(t *testing.T) {
	file, err := letterFiles.ReadFile("letters/letters.en.toml")
	if err != nil {
		t.Fatal(err)
	}
	var catalogue map[string]map[string]any
	if err := toml.Unmarshal(file, &catalogue); err != nil {
		t.Fatal(err)
	}
	delete(catalogue, "about")    // AHQs, before a subject
	delete(catalogue, "calendar") // no letter, but what comes with one
	for id := range letterbook {
		for _, part := range []string{"subject", "body", "link"} {
			if catalogue[string(id)][part] == nil {
				t.Errorf("the letter %q has no %s", id, part)
			}
		}
		delete(catalogue, string(id))
	}
	for id := range catalogue {
		t.Errorf("nobody writes the letter %q", id)
	}
}

// selecting is a form that asks one NCP.
func selecting(ncp string) AHQForm {
	f := form2016()
	f.Selected = []string{ncp}
	return f
}
