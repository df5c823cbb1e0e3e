package handlers

import (
	"context"
	"log/slog"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/alexedwards/argon2id"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
	"ahq/workflow"
)

// A world is a small one: Norway asks Austria, Belgium and Denmark.
type world struct {
	t        testing.TB
	flow     *workflow.Workflow
	server   *httptest.Server
	log      *strings.Builder
	ahq      models.AHQ
	belgium  models.Response
	denmark  models.Response
	clock    time.Time
	browsers map[string]*browser
}

const password = "four words in a row"

// people of the world, by what the tests call them.
var people = map[string]workflow.NewPerson{
	"the Belgian coordinator":   of("BE", models.Coordinator),
	"the Belgian contributor":   of("BE", models.Contributor),
	"the Belgian reader":        of("BE", models.Reader),
	"the Danish coordinator":    of("DK", models.Coordinator),
	"the Finnish coordinator":   of("FI", models.Coordinator),
	"the Norwegian coordinator": of("NO", models.Coordinator),
	"the compiler":              {},
	"the administrator":         {Administrator: true},
}

func of(ncp string, role models.Role) workflow.NewPerson {
	return workflow.NewPerson{Memberships: []models.Membership{{NCP: ncp, Role: role}}}
}

// campaigns is a short questionnaire with a table and a question asked once.
var campaigns = forms.Questionnaire{
	ID: "campaigns", Title: "Campaigns",
	Questions: []forms.Question{
		{ID: "contact", Label: "Whom can we ask?", Kind: forms.TextKind, Rules: "answered"},
		{ID: "once-denmark", Label: "Only for Denmark", Kind: forms.TextKind, Audience: forms.Audience{"DK"}},
	},
	Tables: []forms.Table{{
		ID: "campaign", Title: "Campaigns", Record: "campaign",
		Sections: []forms.Section{{ID: "origin", Title: "In countries of origin"}, {ID: "inland", Title: "In-land"}},
		Rows: []forms.Question{
			{ID: "title", Label: "Title", Kind: forms.TextKind, Rules: "answered"},
			{ID: "costs", Label: "Costs", Help: "With the currency.", Kind: forms.MoneyKind, Rules: "answered"},
		},
		FollowUp: &forms.FollowUp{By: "NO", Title: "Norway asks further", Questions: []forms.Question{
			{ID: "success", Number: "2", Label: "Was it a success?", Kind: forms.VerdictKind, Topic: forms.Success, Rules: "answered,follow-up-verdict"},
		}},
	}},
}

func newWorld(t testing.TB) *world {
	t.Helper()
	return newWorldOn(t, modelstest.Open(t))
}

// both plays a test in a world on each database.
func both(t *testing.T, play func(*testing.T, *world)) {
	t.Helper()
	modelstest.Each(t, func(t *testing.T, store *models.Store) { play(t, newWorldOn(t, store)) })
}

func newWorldOn(t testing.TB, store *models.Store) *world {
	t.Helper()
	w := &world{t: t, log: &strings.Builder{}, clock: time.Date(2017, 1, 19, 9, 2, 0, 0, time.UTC), browsers: map[string]*browser{}}
	w.flow = &workflow.Workflow{
		Store: store, Blobs: models.Blobs{Dir: t.TempDir()}, Now: func() time.Time { return w.clock },
		URL: "http://ahq.example", Texts: workflow.DefaultTexts(),
	}
	w.settle()
	w.serve(Config{Log: slog.New(slog.NewTextHandler(w.log, nil)), Demo: &Demo{}})
	return w
}

// serve the world.
func (w *world) serve(c Config) {
	w.t.Helper()
	c.Flow = w.flow
	w.server = httptest.NewServer(speakingMarked(w.t, c))
	w.t.Cleanup(w.server.Close)
}

// works has jobs done until the test ends.
func (w *world) works() {
	w.t.Helper()
	w.must(w.flow.Start(w.t.Context()))
	w.t.Cleanup(func() { w.must(w.flow.Stop(context.WithoutCancel(w.t.Context()))) })
}

// settle brings in participants and people, and lets Norway ask.
func (w *world) settle() {
	w.t.Helper()
	ctx := w.t.Context()
	admin := w.person("the administrator")
	for code, name := range map[string]string{"NO": "Norway", "AT": "Austria", "BE": "Belgium", "DK": "Denmark", "FI": "Finland"} {
		w.must(w.flow.SaveNCP(ctx, admin, models.NCP{Code: code, Name: name, Role: models.Member}))
	}
	for name := range people {
		if name != "the administrator" {
			w.person(name)
		}
	}
	asks := w.actor("the Norwegian coordinator")
	draft, err := w.flow.CreateAHQ(ctx, asks, workflow.AHQForm{
		Topic: "information campaigns", Background: "We would like to know.", Lead: "NO", Addressing: models.Selected,
		Selected: []string{"AT", "BE", "DK"}, Questionnaire: campaigns, ReplyBy: "2017-01-23", Dissemination: models.OpenDissemination,
	})
	w.must(err)
	w.ahq, err = w.flow.Issue(ctx, asks, draft.ID)
	w.must(err)
	_, err = w.flow.NameCompilers(ctx, asks, w.ahq.ID, []models.PersonID{w.actor("the compiler").Person.ID})
	w.must(err)
	w.belgium, w.denmark = w.responseOf("BE"), w.responseOf("DK")
}

// sendsOut a draft of Norway's, whatever was asked before.
func (w *world) sendsOut(draft models.AHQ) models.AHQ {
	w.t.Helper()
	_, err := w.flow.SayWhyNew(w.t.Context(), w.actor(norway), draft.ID, "It was long ago.")
	w.must(err)
	issued, err := w.flow.Issue(w.t.Context(), w.actor(norway), draft.ID)
	w.must(err)
	return issued
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

func address(name string) string {
	return strings.ToLower(strings.ReplaceAll(name, " ", ".")) + "@ahq.example"
}

// quickly hashes the password of everybody with little work, which is fine for
// people who do not exist.
var quickly = sync.OnceValues(func() (string, error) {
	return argon2id.CreateHash(password, &argon2id.Params{Memory: 64, Iterations: 1, Parallelism: 1, SaltLength: 16, KeyLength: 32})
})

// person comes in with a password, without an invitation.
func (w *world) person(name string) workflow.Actor {
	w.t.Helper()
	hash, err := quickly()
	w.must(err)
	p := models.Person{
		ID: models.NewID[models.PersonID](), Name: name, Email: address(name), Password: hash,
		Administrator: people[name].Administrator, CreatedAt: w.clock,
	}
	w.must(w.flow.Store.Tx(w.t.Context(), func(tx *models.Tx) error {
		if err := tx.CreatePerson(w.t.Context(), &p); err != nil {
			return err
		}
		for _, m := range people[name].Memberships {
			if err := tx.SetMembership(w.t.Context(), models.Membership{PersonID: p.ID, NCP: m.NCP, Role: m.Role}); err != nil {
				return err
			}
		}
		return nil
	}))
	return w.actor(name)
}

func (w *world) actor(name string) workflow.Actor {
	w.t.Helper()
	p, err := w.flow.Store.PersonByEmail(w.t.Context(), address(name))
	w.must(err)
	a, err := w.flow.Actor(w.t.Context(), p.ID)
	w.must(err)
	return a
}

func (w *world) responseOf(ncp string) models.Response {
	w.t.Helper()
	r, err := w.flow.Store.ResponseOf(w.t.Context(), models.Scope{Unlimited: true}, w.ahq.ID, ncp)
	w.must(err)
	return r
}

// as is the browser of somebody who has signed in; "nobody" has not.
func (w *world) as(name string) *browser {
	w.t.Helper()
	if b, ok := w.browsers[name]; ok {
		return b
	}
	b := newBrowser(w.t, w.server)
	w.browsers[name] = b
	if name != "nobody" {
		a := b.post("/sign-in", url.Values{"email": {address(name)}, "password": {password}})
		if a.Code != 303 {
			w.t.Fatalf("%s cannot sign in: %d %s", name, a.Code, words(a.Body))
		}
	}
	return b
}

// cell puts a text into a cell of Belgium's response.
func (w *world) cell(ctx context.Context, record, question, text string) {
	w.t.Helper()
	stored, err := w.flow.Store.Cells(ctx, models.Scope{Unlimited: true}, w.belgium.ID, record)
	w.must(err)
	save := workflow.CellSave{Place: workflow.Place{Record: record, Question: question}, Answer: forms.Answer{Text: text}}
	if i := slices.IndexFunc(stored, func(c models.Cell) bool { return c.Question == question }); i >= 0 {
		save.From = stored[i].Version
	}
	_, err = w.flow.SaveCell(ctx, w.actor("the Belgian contributor"), w.belgium.ID, save)
	w.must(err)
}

// complete gives Belgium one record without errors, and says where it is.
func (w *world) complete() (record string) {
	w.t.Helper()
	ctx := w.t.Context()
	r, err := w.flow.AddRecord(ctx, w.actor("the Belgian contributor"), w.belgium.ID, "origin")
	w.must(err)
	w.cell(ctx, r.ID, "heading", "CAMEROON")
	w.cell(ctx, r.ID, "title", "A campaign")
	w.cell(ctx, r.ID, "costs", "49.780 EUR")
	w.cell(ctx, r.ID, "success", "Yes, many people came.")
	w.cell(ctx, "", "contact", "The ministry")
	return r.ID
}

// url of a page of Belgium's response.
func (w *world) url(parts ...string) string {
	return strings.Join(append([]string{responseURL(w.belgium.ID)}, parts...), "/")
}
