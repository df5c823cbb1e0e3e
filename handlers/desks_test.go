package handlers

import (
	"net/url"
	"strings"
	"testing"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

const (
	norway  = "the Norwegian coordinator"
	belgium = "the Belgian coordinator"
	finland = "the Finnish coordinator"
	admin   = "the administrator"
)

// draft is an AHQ of Norway's that nobody else knows of.
func (w *world) draft() models.AHQ {
	w.t.Helper()
	q, _ := forms.Shipped("online-applications")
	a, err := w.flow.CreateAHQ(w.t.Context(), w.actor(norway), workflow.AHQForm{
		Topic: "online applications", Lead: "NO", Addressing: models.All, Questionnaire: q,
		ReplyBy: "2017-02-10", Dissemination: models.EMNOnly,
	})
	w.must(err)
	return a
}

// delivered lets Belgium deliver a complete response.
func (w *world) delivered(wider models.Wider) (record string) {
	w.t.Helper()
	record = w.complete()
	_, err := w.flow.Submit(w.t.Context(), w.actor(belgium), w.belgium.ID, wider)
	w.must(err)
	return record
}

// edition closes the AHQ and compiles it.
func (w *world) edition(audience models.Audience) models.Compilation {
	w.t.Helper()
	if a := w.stored(); a.State == models.Open {
		_, err := w.flow.Close(w.t.Context(), w.actor(norway), w.ahq.ID)
		w.must(err)
	}
	c, err := w.flow.Compile(w.t.Context(), w.actor("the compiler"), w.ahq.ID, audience, "")
	w.must(err)
	return c
}

// inquiry is a question of Belgium's.
func (w *world) inquiry() models.Inquiry {
	w.t.Helper()
	q, err := w.flow.Ask(w.t.Context(), w.actor(belgium), w.ahq.ID, "BE", "Do leaflets count?")
	w.must(err)
	return q
}

// stored is the AHQ as it is now.
func (w *world) stored() models.AHQ {
	w.t.Helper()
	a, err := w.flow.Store.AHQ(w.t.Context(), models.Scope{Unlimited: true}, w.ahq.ID)
	w.must(err)
	return a
}

// at is a page of the AHQ that was issued.
func (w *world) at(parts ...string) string {
	return strings.Join(append([]string{ahqURL(w.ahq)}, parts...), "/")
}

// A visit is one thing that somebody does in a browser, and what comes of it.
type visit struct {
	what string
	who  string
	path string
	send url.Values // nil: only look
	code int
	to   string // where it leads
	says string

	lacks string // what it must not say; "" nothing
}

func (w *world) visit(v visit) answered {
	w.t.Helper()
	b := w.as(v.who)
	a := b.get(v.path)
	if v.send != nil {
		a = b.post(v.path, v.send)
	}
	if a.Code != v.code || v.to != "" && a.To != v.to {
		w.t.Errorf("%s: got %d to %q, want %d to %q:\n%s", v.what, a.Code, a.To, v.code, v.to, words(a.Body))
	}
	if !strings.Contains(words(a.Body), v.says) && !strings.Contains(a.Body, v.says) {
		w.t.Errorf("%s: the page does not say %q:\n%s", v.what, v.says, words(a.Body))
	}
	if v.lacks != "" && strings.Contains(words(a.Body), v.lacks) {
		w.t.Errorf("%s: the page says %q:\n%s", v.what, v.lacks, words(a.Body))
	}
	return a
}

func TestEveryPageOfTheDesksIsSound(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		draft := w.draft()
		w.delivered(models.WiderNo)
		answered, asked := w.inquiry(), w.inquiry()
		_, err := w.flow.AnswerInquiry(t.Context(), w.actor(norway), answered.ID, "They do.")
		w.must(err)
		_, err = w.flow.Correct(t.Context(), w.actor(norway), w.ahq.ID, models.Wording{Topic: "campaigns of information"}, "It was the wrong way round.")
		w.must(err)
		returning := "/responses/" + string(w.belgium.ID) + "/return"
		open := []visit{
			{who: norway, path: "/ahqs", says: "online applications"},
			{who: norway, path: "/ahqs/new", says: "Online applications for residence permits"},
			{who: norway, path: "/ahqs/new?questionnaire=norway-2016", says: "Earlier AHQs"},
			{who: norway, path: ahqURL(draft), says: "This is a draft"},
			{who: norway, path: ahqURL(draft) + "/edit", says: "Edit the draft"},
			{who: norway, path: ahqURL(draft) + "/issue", says: "Who will be told"},
			{who: norway, path: w.at(), says: "Submitted"},
			{who: belgium, path: w.at(), says: "Your response"},
			{who: finland, path: w.at(), says: "You were not asked"},
			{who: norway, path: w.at("history"), says: "All were verified just now"},
			{who: belgium, path: w.at("history"), says: "What was announced to all"},
			{who: norway, path: w.at("extend"), says: "All NCPs"},
			{who: norway, path: w.at("corrigendum"), says: "Correct the words"},
			{who: norway, path: w.at("compilers"), says: "the compiler"},
			{who: norway, path: w.at("enter-for"), says: "Whose answer is it?"},
			{who: norway, path: w.at("closing"), says: "Let the AHQ close by itself"},
			{who: norway, path: w.at("close"), says: "Close the AHQ"},
			{who: norway, path: w.at("reopen"), says: "Reopen the AHQ"},
			{who: norway, path: w.at("cancel"), says: "Why is it cancelled?"},
			{who: belgium, path: w.at("ask"), says: "Your question"},
			{who: norway, path: w.at("inquiries", string(asked.ID)), says: "Do leaflets count?"},
			{who: norway, path: w.at("inquiries", string(answered.ID)), says: "It was answered on"},
			{who: norway, path: returning, says: "CAMEROON"},
			{who: "the compiler", path: w.at("compile"), says: "Why is it compiled early?"},
			{who: admin, path: "/people", says: "the Belgian reader"},
			{who: admin, path: "/people/new", says: "Invite somebody"},
			{who: admin, path: personURL(w.actor(belgium).Person.ID), says: "Block"},
			{who: admin, path: "/participants", says: "Denmark"},
			{who: admin, path: "/participants/new", says: "Add a participant"},
			{who: admin, path: "/participants/DK", says: "Change Denmark"},
			{who: admin, path: "/outbox", says: "information campaigns"},
			{who: belgium, path: "/tokens", says: "Make a token"},
		}
		for _, v := range open {
			t.Run(v.who+" at "+v.path, func(t *testing.T) {
				v.code = 200
				checkStructure(t, w.visit(v).Body)
			})
		}
		edition := w.edition(models.Public)
		closed := []visit{
			{who: "the compiler", path: w.at("compile"), says: "For whom"},
			{who: norway, path: w.at(), says: "Public edition 1"},
			{who: finland, path: w.at(), says: "This AHQ is closed"},
			{who: "the compiler", path: editionURL(edition), says: "Withheld"},
			{who: finland, path: editionURL(edition), says: "Withheld"},
		}
		for _, v := range closed {
			t.Run(v.who+" at "+v.path+" of a closed AHQ", func(t *testing.T) {
				v.code = 200
				checkStructure(t, w.visit(v).Body)
			})
		}
	})
}
