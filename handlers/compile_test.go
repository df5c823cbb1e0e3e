package handlers

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

func TestCompiling(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		at := w.at("compile")
		internal := url.Values{"audience": {"internal"}}
		w.visit(visit{what: "with nothing there", who: "the compiler", path: at, send: with(internal, "early", "now"), code: 409, says: "nothing to compile"})
		w.delivered(models.WiderNo)
		for _, v := range []visit{
			{what: "what is missing is said", who: "the compiler", path: at, code: 200, says: "Austria Not opened"},
			{what: "the requester named somebody else to", who: norway, path: at, code: 403},
			{what: "for nobody", who: "the compiler", path: at, send: url.Values{"early": {"now"}}, code: 422, says: "Choose internal or public"},
			{what: "early, without a word", who: "the compiler", path: at, send: internal, code: 409, says: "say why it is compiled early"},
		} {
			w.visit(v)
		}
		first := w.visit(visit{what: "early", who: "the compiler", path: at, send: with(internal, "early", "The study needs it."), code: 303})
		for _, v := range []visit{
			{what: "it says why it was made early", path: first.To, code: 200, says: "The study needs it."},
			{what: "with nothing changed it is the same", path: at, send: with(internal, "early", "again"), code: 303, to: first.To},
			{what: "which is said", path: first.To, code: 200, says: "Nothing has changed since"},
			{what: "another audience has its own", path: at, send: url.Values{"audience": {"public"}, "early": {"now"}}, code: 303},
			{what: "both are listed", path: w.at(), code: 200, says: "Public edition 1"},
		} {
			v.who = "the compiler"
			w.visit(v)
		}
	})
}

func TestALimitedAHQHasNoPublicEdition(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		a := w.visit(visit{who: norway, path: "/ahqs", send: soundForm, code: 303})
		w.visit(visit{who: norway, path: a.To + "/issue", send: url.Values{}, code: 303})
		page := w.as(norway).page(a.To + "/compile")
		if strings.Contains(page, `value="public"`) || !strings.Contains(page, "it has no public edition") {
			t.Errorf("a public edition is offered:\n%s", words(page))
		}
		w.visit(visit{what: "nor by a typed form", who: norway, path: a.To + "/compile",
			send: url.Values{"audience": {"public"}, "early": {"now"}}, code: 409, says: "it has no public edition"})
	})
}

func TestWhatStayedOpenIsListedWithItsPlace(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		record := w.complete()
		w.cell(t.Context(), record, "costs", "Estimated 180.000")
		w.must(w.submitted())
		w.inquiry()
		page := w.as("the compiler").page(w.at("compile"))
		checkStructure(t, page)
		for _, want := range []string{"Belgium (2)", "1. CAMEROON: Costs", "currency", "Do leaflets count?"} {
			if !strings.Contains(words(page), want) {
				t.Errorf("the page does not say %q:\n%s", want, words(page))
			}
		}
		place := w.url("versions", "1") + "#" + record + "-costs"
		if !strings.Contains(page, `href="`+place+`"`) {
			t.Errorf("nothing leads to %s:\n%s", place, page)
		}
		version := w.as("the compiler").page(w.url("versions", "1"))
		checkStructure(t, version)
		if !strings.Contains(version, `id="`+record+`-costs"`) {
			t.Errorf("the place is not there:\n%s", version)
		}
	})
}

func TestWhatWasReturnedStandsInTheWayUntilItComesAgain(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.delivered(models.WiderNo)
		_, err := w.flow.Return(t.Context(), w.actor(norway), w.belgium.ID, "How many people came?", nil)
		w.must(err)
		page := w.as("the compiler").page(w.at("compile"))
		checkStructure(t, page)
		if said := words(page); !strings.Contains(said, "How many people came?") || !strings.Contains(page, `href="`+w.url("history")+`"`) {
			t.Errorf("nothing says that it was returned, and why:\n%s", said)
		}
		w.must(w.submitted())
		if said := words(w.as("the compiler").page(w.at("compile"))); strings.Contains(said, "How many people came?") {
			t.Errorf("it came again, and is told as returned:\n%s", said)
		}
	})
}

func TestAConfirmedWarningIsNotOpen(t *testing.T) {
	w := newWorld(t)
	record := w.complete()
	stored, err := w.flow.Store.Cells(t.Context(), models.Scope{Unlimited: true}, w.belgium.ID, record)
	w.must(err)
	i := slices.IndexFunc(stored, func(c models.Cell) bool { return c.Question == "costs" })
	const text = "Estimated 180.000"
	_, err = w.flow.SaveCell(t.Context(), w.actor("the Belgian contributor"), w.belgium.ID, workflow.CellSave{
		Place: workflow.Place{Record: record, Question: "costs"}, From: stored[i].Version,
		Answer: forms.Answer{Text: text, Confirmed: &forms.Confirmed{Of: forms.Fingerprint(text), Warnings: map[forms.Rule]string{"money.currency": "in euro", "money.ambiguous": "thousands"}}},
	})
	w.must(err)
	w.must(w.submitted())
	if page := w.as("the compiler").page(w.at("compile")); strings.Contains(page, "stayed open") {
		t.Errorf("it is told as open:\n%s", words(page))
	}
}
