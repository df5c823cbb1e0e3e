package workflow

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"ahq/forms"
	"ahq/models"
)

// A clock stands still until it is set.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) set(t testing.TB, at string) {
	t.Helper()
	when, err := time.ParseInLocation("2006-01-02 15:04", at, brussels)
	if err != nil {
		t.Fatal(err)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = when.UTC()
}

func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

// A world is a workflow with a few NCPs and people in it, on a clock that stands
// on 16 December 2016.
type world struct {
	*Workflow
	t      testing.TB
	ctx    context.Context
	clock  *clock
	people map[string]models.PersonID // by name: "BE coordinator"
	key    string                     // the Idempotency-Key of what is done next
}

func newWorld(t testing.TB, store *models.Store) *world {
	t.Helper()
	w := &world{t: t, ctx: t.Context(), clock: &clock{}, people: map[string]models.PersonID{}}
	w.Workflow = &Workflow{Store: store, Blobs: models.Blobs{Dir: t.TempDir()}, Now: w.clock.now, URL: "https://ahq.example"}
	w.clock.set(t, "2016-12-16 10:00")
	for _, n := range []models.NCP{
		{Code: "AT", Name: "Austria", Role: models.Member},
		{Code: "BE", Name: "Belgium", Role: models.Member},
		{Code: "COM", Name: "European Commission", Role: models.Commission},
		{Code: "DE", Name: "Germany", Role: models.Member},
		{Code: "GB", Name: "United Kingdom", Role: models.Member, UntilDay: "2020-01-31"},
		{Code: "HR", Name: "Croatia", Role: models.Member, FromDay: "2017-01-10"},
		{Code: "NO", Name: "Norway", Role: models.Observer},
	} {
		w.must(w.SaveNCP(w.ctx, Itself(), n))
		for _, role := range []models.Role{models.Coordinator, models.Contributor, models.Reader} {
			w.person(n.Code+" "+string(role), models.Membership{NCP: n.Code, Role: role})
		}
	}
	w.person("compiler", models.Membership{NCP: "DE", Role: models.Reader})
	w.person("nobody")
	w.invite(NewPerson{Name: "administrator", Email: "administrator@ahq.example", Administrator: true})
	return w
}

// in is the same world, back on its first day, in a test of its own.
func (w *world) in(t testing.TB) *world {
	inside := *w
	inside.t, inside.ctx, inside.key = t, t.Context(), ""
	w.clock.set(t, "2016-12-16 10:00")
	return &inside
}

func (w *world) person(name string, m ...models.Membership) {
	w.t.Helper()
	w.invite(NewPerson{Name: name, Email: strings.ReplaceAll(name, " ", ".") + "@ahq.example", Memberships: m})
}

func (w *world) invite(p NewPerson) {
	w.t.Helper()
	person, _, err := w.Invite(w.ctx, Itself(), p)
	w.must(err)
	w.people[p.Name] = person.ID
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// as is the person of that name.
func (w *world) as(name string) Actor {
	w.t.Helper()
	id, known := w.people[name]
	if !known {
		w.t.Fatalf("there is no %q in this world", name)
	}
	a, err := w.Actor(w.ctx, id)
	w.must(err)
	a.Key = w.key
	return a
}

// asked is what this world asks: one question of all, one of Austria only, and a
// table of campaigns.
func asked2016() forms.Questionnaire {
	return forms.Questionnaire{
		ID: "world", Title: "A small questionnaire",
		Questions: []forms.Question{
			{ID: "policy", Number: "1", Label: "What is your policy?", Kind: forms.LongTextKind, Rules: "answered"},
			{ID: "contact", Number: "2", Label: "Whom can we write to?", Kind: forms.EmailKind, Rules: "follow-up-contact", Audience: forms.Audience{"AT"}},
		},
		Tables: []forms.Table{{
			ID: "campaigns", Title: "Campaigns", Record: "campaign",
			Sections: []forms.Section{{ID: "origin", Title: "In countries of origin"}, {ID: "inland", Title: "In-land"}},
			Rows:     []forms.Question{{ID: "title", Label: "Title", Kind: forms.TextKind}, {ID: "partners", Label: "Partners", Kind: forms.LongTextKind}},
			FollowUp: &forms.FollowUp{By: "NO", Title: "Additional questions from Norway", Questions: []forms.Question{
				{ID: "lessons", Number: "5", Label: "What would you do differently?", Kind: forms.LongTextKind},
			}},
		}},
	}
}

func form2016() AHQForm {
	return AHQForm{
		Topic: "information campaigns", Background: "Norway wants to know.\n\nIt is for a study.", OnBehalfOf: "a ministry",
		Lead: "NO", Addressing: models.Selected, Selected: []string{"AT", "BE", "DE"},
		Questionnaire: asked2016(), ReplyBy: "2017-01-23", Dissemination: models.OpenDissemination,
	}
}

// issued is a new AHQ of Norway's, sent to AT, BE and DE.
func (w *world) issued(change ...func(*AHQForm)) models.AHQ {
	w.t.Helper()
	f := form2016()
	for _, c := range change {
		c(&f)
	}
	a, err := w.CreateAHQ(w.ctx, w.as("NO coordinator"), f)
	w.must(err)
	w.consider(a)
	a, err = w.Issue(w.ctx, w.as("NO coordinator"), a.ID)
	w.must(err)
	return a
}

// consider says why an AHQ is needed beside those before it, if there are any.
func (w *world) consider(a models.AHQ) {
	w.t.Helper()
	before, err := w.Earlier(w.ctx, w.as("NO coordinator"), a)
	w.must(err)
	if len(before) > 0 {
		_, err := w.SayWhyNew(w.ctx, w.as("NO coordinator"), a.ID, "It was long ago.")
		w.must(err)
	}
}

var everything = models.Scope{Unlimited: true}

// of is the NCP's response as it is now.
func (w *world) of(a models.AHQ, ncp string) models.Response {
	w.t.Helper()
	r, err := w.Store.ResponseOf(w.ctx, everything, a.ID, ncp)
	w.must(err)
	return r
}

// write puts a text where it belongs, over whatever stands there.
func (w *world) write(who string, r models.Response, record, question, text string) error {
	c, err := w.Store.Cell(w.ctx, everything, r.ID, record, question)
	from := c.Version
	if err != nil {
		from = 0
	}
	_, err = w.SaveCell(w.ctx, w.as(who), r.ID, CellSave{Place{record, question}, from, forms.Answer{Text: text}})
	return err
}

// complete is a response that can be submitted.
func (w *world) answered(a models.AHQ, ncp string) models.Response {
	w.t.Helper()
	r := w.of(a, ncp)
	w.must(w.write(ncp+" coordinator", r, "", "policy", "A sample answer of "+ncp+"."))
	if ncp == "AT" {
		w.must(w.write("AT coordinator", r, "", "contact", "office@at.example"))
	}
	return w.of(a, ncp)
}

func (w *world) submitted(a models.AHQ, ncp string, wider models.Wider) models.Version {
	w.t.Helper()
	v, err := w.Submit(w.ctx, w.as(ncp+" coordinator"), w.answered(a, ncp).ID, wider)
	w.must(err)
	return v
}
