package api_test

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"ahq/forms"
	"ahq/handlers"
	"ahq/models"
	"ahq/workflow"
)

// A world is a small one: Norway asks Austria and Belgium; Finland looks on.
type world struct {
	t       testing.TB
	flow    *workflow.Workflow
	handler http.Handler
	server  *httptest.Server
	log     *strings.Builder
	tokens  map[string]string // by the name of who acts
	ahq     models.AHQ
	belgium models.Response

	mu    sync.Mutex
	clock time.Time
}

// people of the world, by what the tests call them.
var people = map[string]workflow.NewPerson{
	"the Austrian coordinator":  of("AT", models.Coordinator),
	"the Belgian coordinator":   of("BE", models.Coordinator),
	"the Belgian contributor":   of("BE", models.Contributor),
	"the Belgian reader":        of("BE", models.Reader),
	"the Finnish coordinator":   of("FI", models.Coordinator),
	"the Norwegian coordinator": of("NO", models.Coordinator),
	"the compiler":              {},
	"the administrator":         {Administrator: true},
}

const nobody = "nobody"

func of(ncp string, role models.Role) workflow.NewPerson {
	return workflow.NewPerson{Memberships: []models.Membership{{NCP: ncp, Role: role}}}
}

// campaigns is a short questionnaire with a table and two questions asked once.
var campaigns = forms.Questionnaire{
	ID: "campaigns", Title: "Campaigns",
	Questions: []forms.Question{
		{ID: "policy", Label: "What is your policy?", Kind: forms.LongTextKind, Rules: "answered"},
		{ID: "contact", Label: "Whom can we ask?", Kind: forms.TextKind, Audience: forms.Audience{"AT"}},
	},
	Tables: []forms.Table{{
		ID: "each", Title: "Campaigns", Record: "campaign",
		Sections: []forms.Section{{ID: "origin", Title: "In countries of origin"}, {ID: "inland", Title: "In-land"}},
		Rows: []forms.Question{
			{ID: "title", Label: "Title", Kind: forms.TextKind, Rules: "answered"},
			{ID: "costs", Label: "Costs", Kind: forms.MoneyKind, Rules: "answered"},
			{ID: "period", Label: "Period", Kind: forms.PeriodKind},
		},
		FollowUp: &forms.FollowUp{By: "NO", Title: "Norway asks further", Questions: []forms.Question{
			{ID: "success", Number: "2", Label: "Was it a success?", Kind: forms.VerdictKind, Topic: forms.Success},
		}},
	}},
}

func newWorld(t testing.TB, store *models.Store) *world {
	t.Helper()
	w := &world{t: t, log: &strings.Builder{}, tokens: map[string]string{}, clock: time.Date(2017, 1, 19, 9, 0, 0, 0, time.UTC)}
	w.flow = &workflow.Workflow{
		Store: store, Blobs: models.Blobs{Dir: t.TempDir()}, Now: w.now,
		URL: "http://ahq.example", Texts: workflow.DefaultTexts(),
	}
	w.settle()
	var err error
	w.handler, err = handlers.New(handlers.Config{Flow: w.flow, Log: slog.New(slog.NewTextHandler(w.log, nil))})
	w.must(err)
	w.server = httptest.NewServer(w.handler)
	t.Cleanup(w.server.Close)
	return w
}

func (w *world) now() time.Time {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.clock
}

func (w *world) pass(d time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.clock = w.clock.Add(d)
}

// settle brings in participants and people, and lets Norway ask.
func (w *world) settle() {
	w.t.Helper()
	ctx := w.t.Context()
	for code, name := range map[string]string{"NO": "Norway", "AT": "Austria", "BE": "Belgium", "FI": "Finland"} {
		w.must(w.flow.SaveNCP(ctx, workflow.Itself(), models.NCP{Code: code, Name: name, Role: models.Member}))
	}
	for name, p := range people {
		p.Name, p.Email = name, strings.ReplaceAll(name, " ", ".")+"@ahq.example"
		_, _, err := w.flow.Invite(ctx, workflow.Itself(), p)
		w.must(err)
		_, w.tokens[name], err = w.flow.CreateToken(ctx, w.actor(name), "tests", 0)
		w.must(err)
	}
	w.ahq = w.issued()
	var err error
	w.ahq, err = w.flow.NameCompilers(ctx, w.actor("the Norwegian coordinator"), w.ahq.ID, []models.PersonID{w.actor("the compiler").Person.ID})
	w.must(err)
	w.belgium = w.of("BE")
}

// issued is a new AHQ of Norway's, sent to Austria and Belgium.
func (w *world) issued() models.AHQ {
	w.t.Helper()
	w.pass(time.Minute)
	norway := w.actor("the Norwegian coordinator")
	draft, err := w.flow.CreateAHQ(w.t.Context(), norway, workflow.AHQForm{
		Topic: "information campaigns", Background: "We would like to know.", Lead: "NO", Addressing: models.Selected,
		Selected: []string{"AT", "BE"}, Questionnaire: campaigns, ReplyBy: "2017-01-23", Dissemination: models.OpenDissemination,
	})
	w.must(err)
	_, err = w.flow.SayWhyNew(w.t.Context(), norway, draft.ID, "It was long ago.")
	w.must(err)
	a, err := w.flow.Issue(w.t.Context(), norway, draft.ID)
	w.must(err)
	return a
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) actor(name string) workflow.Actor {
	w.t.Helper()
	p, err := w.flow.Store.PersonByEmail(w.t.Context(), strings.ToLower(strings.ReplaceAll(name, " ", "."))+"@ahq.example")
	w.must(err)
	a, err := w.flow.Actor(w.t.Context(), p.ID)
	w.must(err)
	return a
}

// of is the response of an NCP as it is now.
func (w *world) of(ncp string) models.Response {
	w.t.Helper()
	r, err := w.flow.Store.ResponseOf(w.t.Context(), models.Scope{Unlimited: true}, w.ahq.ID, ncp)
	w.must(err)
	return r
}

// complete gives Belgium answers without errors.
func (w *world) complete() {
	w.t.Helper()
	w.as("the Belgian contributor").put(w.at("content"), `{"questionnaire": "campaigns",
		"answers": {"policy": {"text": "We inform."}},
		"records": [{"id": "r1", "section": "origin", "heading": "CAMEROON", "countries": ["CM"], "status": "finished",
			"cells": {"title": {"text": "A campaign"}, "costs": {"text": "49.780 EUR"}, "period": {"text": "May 2016"}, "success": {"text": "Yes, many came."}}}]}`).want(200)
}

// submitted is Belgium's response, delivered.
func (w *world) submitted() {
	w.t.Helper()
	w.complete()
	w.as("the Belgian coordinator").post(w.at("submit"), `{"wider": "no"}`).want(200)
}

// at is the address of something of Belgium's response.
func (w *world) at(parts ...string) string {
	return strings.Join(append([]string{"/responses", string(w.belgium.ID)}, parts...), "/")
}

// asked is the address of something of the AHQ.
func (w *world) asked(parts ...string) string {
	return strings.Join(append([]string{"/ahqs", string(w.ahq.ID)}, parts...), "/")
}
