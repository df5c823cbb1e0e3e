package api_test

import (
	"slices"
	"strings"
	"testing"

	"ahq/handlers/api"
	"ahq/models"
	"ahq/models/modelstest"
	"ahq/workflow"
)

// sees is who knows that a thing exists at all: the AHQ, Belgium's response to
// it, an internal edition, and its draft.
var sees = map[string][]string{
	"{ahq}":      network("the compiler"),
	"{inquiry}":  network("the compiler"),
	"{edition}":  network("the compiler"),
	"{response}": {belgian, "the Belgian contributor", "the Belgian reader", "the Norwegian coordinator", "the compiler"},
}

func network(also ...string) []string {
	for name, p := range people {
		if len(p.Memberships) > 0 {
			also = append(also, name)
		}
	}
	return also
}

// Verdicts of the walk.
const (
	letIn   = "let in"
	unknown = "must sign in"
	unseen  = "does not see it"
	may     = "may not"
)

// verdict is what an answer says about who asked: whatever else is wrong with a
// request is said to those who were let in.
func verdict(a answer) string {
	switch {
	case a.StatusCode == 401:
		return unknown
	case a.StatusCode == 403:
		return may
	case a.StatusCode == 404 && strings.Contains(string(a.body), `"detail":"not found"`):
		return unseen
	case a.StatusCode == 400, a.StatusCode == 428, a.StatusCode >= 500:
		return "is asked wrongly: " + string(a.body)
	default:
		return letIn
	}
}

// expected is what the table of operations promises somebody. What they may not
// read does not exist for them.
func (w *world) expected(o api.Operation, who string) string {
	if who == nobody && o.Act != api.Anybody {
		return unknown
	}
	for thing, seers := range sees {
		if strings.Contains(o.Path, thing) && !slices.Contains(seers, who) {
			return unseen
		}
	}
	switch {
	case o.Act == api.Anybody, o.Act == api.SignedIn, workflow.May(o.Act, w.parts(o, who)):
		return letIn
	case o.Method == "GET":
		return unseen
	default:
		return may
	}
}

// parts are what somebody is to what an operation is about.
func (w *world) parts(o api.Operation, who string) []workflow.Part {
	by := w.actor(who)
	switch {
	case strings.Contains(o.Path, "{response}"), o.Act == workflow.Respond, o.Act == workflow.Ask: // in the name of Belgium
		return by.PartsIn(w.ahq, w.belgium)
	case strings.Contains(o.Path, "{ahq}"), strings.Contains(o.Path, "{inquiry}"):
		return by.PartsInAHQ(w.ahq)
	default:
		return by.Parts()
	}
}

// startsFrom is the ETag that an operation has to be given.
var startsFrom = map[string]string{
	"/ahqs/{ahq}": `"1"`,
	"/responses/{response}/answers/{question}":                `"1"`,
	"/responses/{response}/records/{record}":                  `"1"`,
	"/responses/{response}/records/{record}/cells/{question}": `"1"`,
}

// bodies are what the operations take that take something.
var bodies = map[string]string{
	"POST /ahqs":                                                  ahqText("return", "2017-02-06"),
	"PUT /ahqs/{ahq}":                                             ahqText("return", "2017-02-06"),
	"POST /ahqs/{ahq}/extend":                                     `{"reply_by": "2017-02-20"}`,
	"POST /ahqs/{ahq}/cancel":                                     `{"why": ""}`,
	"POST /ahqs/{ahq}/corrigenda":                                 `{"why": ""}`,
	"PUT /ahqs/{ahq}/compilers":                                   `{"persons": ["none"]}`,
	"POST /ahqs/{ahq}/inquiries":                                  `{"ncp": "BE", "question": "Since when?"}`,
	"POST /inquiries/{inquiry}/answer":                            `{"answer": ""}`,
	"POST /ahqs/{ahq}/responses":                                  `{"ncp": "BE"}`,
	"POST /ahqs/{ahq}/editions":                                   `{"audience": "internal"}`,
	"PUT /responses/{response}/content":                           `{"questionnaire": "campaigns"}`,
	"PUT /responses/{response}/organisations":                     `{"organisations": []}`,
	"POST /responses/{response}/records":                          `{"section": "none"}`,
	"PUT /responses/{response}/records/{record}":                  `{"section": "none"}`,
	"POST /responses/{response}/submit":                           `{"wider": "yes"}`,
	"POST /responses/{response}/return":                           `{"why": ""}`,
	"POST /responses/{response}/amend":                            `{"why": ""}`,
	"POST /responses/{response}/decline":                          `{"word": ""}`,
	"PUT /responses/{response}/answers/{question}":                `{"text": "We inform."}`,
	"PUT /responses/{response}/records/{record}/cells/{question}": `{"text": "A campaign"}`,
}

func TestEveryOperationKeepsOutWhoMayNot(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		address := w.everywhere()
		for _, o := range api.Operations() {
			path := address.Replace(o.Path)
			for _, who := range append(network("the compiler", "the administrator"), nobody) {
				a := w.as(who).with("If-Match", startsFrom[o.Path]).send(o.Method, path, bodies[o.Method+" "+o.Path])
				if got, want := verdict(a), w.expected(o, who); got != want {
					t.Errorf("%s, who %s, %s", a.what, want, got)
				}
			}
		}
	})
}

// everywhere is a world in which everything is there once, and where it is.
// Belgium has delivered, and has its answer back.
func (w *world) everywhere() *strings.Replacer {
	w.t.Helper()
	w.submitted()
	question := as[api.Inquiry](w.as(belgian).post(w.asked("inquiries"), `{"ncp": "BE", "question": "Since when?"}`).want(201))
	edition := as[api.EditionRow](w.as("the compiler").post(w.asked("editions"), `{"audience": "internal", "early": "It is urgent."}`).want(200))
	w.as(belgian).post(w.at("amend"), `{"why": "We forgot one."}`).want(200)
	return strings.NewReplacer(
		"{ahq}", string(w.ahq.ID), "{response}", string(w.belgium.ID), "{inquiry}", string(question.ID), "{edition}", string(edition.ID),
		"{questionnaire}", "norway-2016", "{ncp}", "AT", "{record}", "r1", "{number}", "1",
		"answers/{question}", "answers/policy", "cells/{question}", "cells/title",
	)
}
