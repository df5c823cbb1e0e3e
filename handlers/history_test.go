package handlers

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ahq/models"
	"ahq/workflow"
)

func TestHowAHistoryIsGathered(t *testing.T) {
	wrote := func(by, at, record, cell string) models.Event {
		when, err := time.Parse("2 15:04", at)
		if err != nil {
			t.Fatal(err)
		}
		return models.Event{ByName: by, At: when, Act: savedAct, Data: models.EventData{Record: record, Cell: cell}}
	}
	did := func(by, at string, act workflow.Act) models.Event {
		e := wrote(by, at, "", "")
		e.Act = string(act)
		return e
	}
	for _, c := range []struct {
		when   string
		events []models.Event
		want   []string
	}{
		{"nothing happened", nil, nil},
		{"one cell, three times", []models.Event{wrote("Ann", "1 14:02", "r1", "costs"), wrote("Ann", "1 14:13", "r1", "costs"), wrote("Ann", "1 14:20", "r1", "costs")},
			[]string{"1: Ann 14:02 to 14:20 r1 costs×3"}},
		{"two cells of one record", []models.Event{wrote("Ann", "1 14:02", "r1", "costs"), wrote("Ann", "1 14:13", "r1", "title")},
			[]string{"1: Ann 14:02 to 14:13 r1 title×1 costs×1"}},
		{"two records", []models.Event{wrote("Ann", "1 14:02", "r1", "costs"), wrote("Ann", "1 14:03", "r2", "costs"), wrote("Ann", "1 14:04", "r1", "costs")},
			[]string{"1: Ann 14:02 to 14:04 r1 costs×2", "1: Ann 14:03 r2 costs×1"}},
		{"two people", []models.Event{wrote("Ann", "1 14:02", "r1", "costs"), wrote("Ben", "1 14:03", "r1", "costs")},
			[]string{"1: Ben 14:03 r1 costs×1", "1: Ann 14:02 r1 costs×1"}},
		{"two days", []models.Event{wrote("Ann", "1 14:02", "r1", "costs"), wrote("Ann", "2 14:02", "r1", "costs")},
			[]string{"2: Ann 14:02 r1 costs×1", "1: Ann 14:02 r1 costs×1"}},
		{"a day begins at midnight in Brussels", []models.Event{wrote("Ann", "1 22:59", "r1", "costs"), wrote("Ann", "1 23:01", "r1", "costs")},
			[]string{"2: Ann 23:01 r1 costs×1", "1: Ann 22:59 r1 costs×1"}},
		{"a submit in between", []models.Event{wrote("Ann", "1 14:02", "r1", "costs"), did("Ann", "1 14:03", workflow.Submit), did("Ann", "1 14:04", workflow.Withdraw), wrote("Ann", "1 14:05", "r1", "costs")},
			[]string{"1: Ann 14:05 r1 costs×1", "1: Ann 14:04", "1: Ann 14:03", "1: Ann 14:02 r1 costs×1"}},
		{"all at once is told by itself", []models.Event{wrote("Ann", "1 14:02", "", "policy"), wrote("Ann", "1 14:03", "", ""), wrote("Ann", "1 14:04", "", "policy")},
			[]string{"1: Ann 14:02 to 14:04 policy×2", "1: Ann 14:03"}},
	} {
		t.Run(c.when, func(t *testing.T) {
			teller := teller{brussels: time.FixedZone("", 3600)}
			var got []string
			for _, e := range teller.entries(c.events) {
				line := e.Day[len(e.Day)-1:] + ": " + e.By + " " + e.From.Format("15:04")
				if e.Until != e.From {
					line += " to " + e.Until.Format("15:04")
				}
				if record := inEnglish(t, e.Record.Text); record != "" {
					line += " " + record
				}
				for _, cell := range e.Cells {
					line += fmt.Sprintf(" %s×%d", cell.cell, cell.Times)
				}
				got = append(got, line)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("expected and told:\n%s", diff)
			}
		})
	}
}

func TestTheHistoryOfAResponse(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		record := w.rewritten()
		gone, err := w.flow.AddRecord(t.Context(), w.actor("the Belgian coordinator"), w.belgium.ID, "inland")
		w.must(err)
		w.cell(t.Context(), gone.ID, "heading", "AT HOME")
		w.must(w.flow.DeleteRecord(t.Context(), w.actor("the Belgian coordinator"), w.belgium.ID, gone.ID))
		w.must(w.submitted())
		b := w.as("the Belgian reader")
		body := b.page(w.url("history"))
		checkStructure(t, body)
		title := w.url("records", record, "cells", "title", "history")
		for _, says := range []string{
			`<a href="` + title + `"><bdi>Title</bdi></a>, 2 times`, `changed <a href="` + w.url("records", record) + `"><bdi>1. CAMEROON</bdi></a>`,
			"10:02 to 11:02", "<h3>19 January 2017</h3>", "submitted version 1", "deleted <bdi>AT HOME</bdi>",
		} {
			if !strings.Contains(body, says) {
				t.Errorf("it does not say %q:\n%s", says, body)
			}
		}
		for query, c := range map[string]struct{ says, silent string }{
			"?by=" + string(w.actor("the Belgian coordinator").Person.ID): {"submitted version 1", "10:02 to 11:02"},
			"?record=" + record: {"10:02 to 11:02", "submitted version 1"},
			"?record=once":      {"Whom can we ask?", "10:02 to 11:02"},
			"?record=none":      {"Nothing of this kind happened.", "submitted version 1"},
			"?page=99":          {"Nothing yet.", "submitted version 1"},
			"?page=x":           {"submitted version 1", "Nothing yet."},
		} {
			body := b.page(w.url("history") + query)
			checkStructure(t, body)
			_, events, _ := strings.Cut(body, `id="events"`)
			if !strings.Contains(events, c.says) || strings.Contains(events, c.silent) {
				t.Errorf("%s says:\n%s", query, words(body))
			}
		}
		_, err = w.flow.Withdraw(t.Context(), w.actor("the Belgian coordinator"), w.belgium.ID)
		w.must(err)
		w.cell(t.Context(), record, "title", "Written after it was withdrawn")
		if body := b.page(w.url("history") + "?record=" + record); strings.Count(body, "changed <a") != 2 {
			t.Errorf("what was written before a submit and after it is one entry:\n%s", words(body))
		}
		asked := w.as("the Norwegian coordinator").page(w.url("history"))
		checkStructure(t, asked)
		if !strings.Contains(asked, "submitted version 1") || strings.Contains(asked, "CAMEROON") {
			t.Errorf("to the requester it says:\n%s", words(asked))
		}
	})
}

func TestALongHistoryIsToldPageByPage(t *testing.T) {
	w := newWorld(t)
	w.complete()
	coordinator := w.actor("the Belgian coordinator")
	for range 60 {
		w.must(w.submitted())
		_, err := w.flow.Withdraw(t.Context(), coordinator, w.belgium.ID)
		w.must(err)
	}
	b := w.as("the Belgian reader")
	body := b.page(w.url("history") + "?by=" + string(coordinator.Person.ID))
	checkStructure(t, body)
	if n := strings.Count(body, "withdrew it"); n != 50 || !strings.Contains(body, "Entries 1 to 100 of 120") {
		t.Fatalf("on the first page it was withdrawn %d times:\n%s", n, words(body))
	}
	_, rest, _ := strings.Cut(body, `href="`+w.url("history")+"?by=")
	next, _, _ := strings.Cut(rest, `"`)
	body = b.page(w.url("history") + "?by=" + strings.ReplaceAll(next, "&amp;", "&"))
	if n := strings.Count(body, "withdrew it"); n != 10 || !strings.Contains(body, "Later") || strings.Contains(body, ">Earlier<") {
		t.Errorf("on the second page it was withdrawn %d times:\n%s", n, words(body))
	}
}

func TestAVersionSaysWhatChangedInIt(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		record := w.complete()
		w.must(w.submitted())
		_, err := w.flow.Withdraw(t.Context(), w.actor("the Belgian coordinator"), w.belgium.ID)
		w.must(err)
		w.clock = w.clock.Add(time.Hour)
		w.cell(t.Context(), record, "title", "A long campaign")
		w.must(w.flow.SetOrganisations(t.Context(), w.actor("the Belgian coordinator"), w.belgium.ID, []string{"Fedasil"}))
		_, err = w.flow.DuplicateRecord(t.Context(), w.actor("the Belgian coordinator"), w.belgium.ID, record, true)
		w.must(err)
		w.must(w.submitted())
		for _, who := range []string{"the Belgian reader", "the Norwegian coordinator", "the compiler"} {
			b := w.as(who)
			first, second, history := b.page(w.url("versions", "1")), b.page(w.url("versions", "2")), b.page(w.url("history"))
			checkStructure(t, first)
			checkStructure(t, second)
			checkStructure(t, history)
			if strings.Contains(first, "What changed") || !strings.Contains(history, `versions/2#changes">3 answers changed since version 1`) {
				t.Errorf("%s reads:\n%s\n%s", who, words(first), words(history))
			}
			for _, says := range []string{"What changed since version 1", `</span>long<`, "Who contributed", "Fedasil", "New</span>", "Read version 1"} {
				if !strings.Contains(second, says) {
					t.Errorf("to %s version 2 does not say %q:\n%s", who, says, second)
				}
			}
		}
		if a := w.as("the Danish coordinator").get(w.url("versions", "2")); a.Code != 404 {
			t.Errorf("another NCP gets %d", a.Code)
		}
	})
}

func TestThereIsNoVersionOfANumberThatNoneCanHave(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.complete()
		w.must(w.submitted())
		for _, number := range []string{"2", "0", "-1", "one", "99999999999"} {
			for _, page := range []string{number, number + "/receipt.json", number + "/receipt.pdf"} {
				w.visit(visit{what: "version " + page, who: norway, path: w.url("versions", page), code: 404})
			}
		}
	})
}
