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

// sees is who knows that a thing exists at all: the AHQ with its files, Belgium's
// response to it, an internal edition, its draft, and a token of Belgium's.
var sees = map[string][]string{
	"{ahq}":                     network("the compiler"),
	"{inquiry}":                 network("the compiler"),
	"{edition}":                 network("the compiler"),
	"/attachments/{attachment}": network("the compiler"),
	"{token}":                   {belgian},
	"{hook}":                    {belgian, "the administrator"},
	"{calendar}":                {belgian},
	"{response}":                {belgian, "the Belgian contributor", "the Belgian reader", "the Norwegian coordinator", "the compiler"},
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
	"/responses/{response}/answers/{question}":                        `"1"`,
	"/responses/{response}/records/{record}":                          `"1"`,
	"/responses/{response}/records/{record}/cells/{question}":         `"1"`,
	"/responses/{response}/answers/{question}/restore":                `"1"`,
	"/responses/{response}/records/{record}/cells/{question}/restore": `"1"`,
	"/ncps/{ncp}": `"1"`, "/hooks/{hook}": `"1"`,
}

// bodies are what the operations take that take something.
var bodies = map[string]string{
	"POST /ahqs":                                             ahqText("return", "2017-02-06"),
	"PUT /ahqs/{ahq}":                                        ahqText("return", "2017-02-06"),
	"POST /ahqs/{ahq}/extend":                                `{"reply_by": "2017-02-20"}`,
	"POST /ahqs/{ahq}/remind":                                `{"step": "never"}`,
	"POST /ahqs/{ahq}/skip-reminder":                         `{"ncp": "AT", "step": "after-3"}`,
	"POST /ahqs/{ahq}/pause-chase":                           `{"ncp": "AT"}`,
	"POST /ahqs/{ahq}/go-on":                                 `{"ncp": "AT"}`,
	"PUT /ahqs/{ahq}/ladder":                                 `{"steps": [{"id": "issued", "anchor": "issue", "days": 0}], "most": 3, "from": 8, "until": 18}`,
	"PUT /responses/{response}/expected":                     `{"expected_by": ""}`,
	"PUT /ahqs/{ahq}/closing":                                `{"closes_on": ""}`,
	"POST /ahqs/{ahq}/cancel":                                `{"why": ""}`,
	"PUT /ahqs/{ahq}/new-why":                                `{"why": "The law has changed."}`,
	"POST /ahqs/{ahq}/corrigenda":                            `{"why": ""}`,
	"PUT /ahqs/{ahq}/compilers":                              `{"persons": ["none"]}`,
	"POST /ahqs/{ahq}/inquiries":                             `{"ncp": "BE", "question": "Since when?"}`,
	"POST /inquiries/{inquiry}/answer":                       `{"answer": ""}`,
	"POST /ahqs/{ahq}/responses":                             `{"ncp": "BE"}`,
	"POST /ahqs/{ahq}/editions":                              `{"audience": "internal"}`,
	"POST /ahqs/{ahq}/attachments":                           form("file", "table.txt", "a table"),
	"POST /responses/{response}/uploads":                     form("file", "answer.txt", "Title\tA campaign"),
	"POST /responses/{response}/proposals/{attachment}/take": `{"cells": []}`,
	"POST /responses/{response}/attachments":                 form("file", "table.txt", "a table"),
	"POST /responses/{response}/records/{record}/duplicate":  `{"follow_up": true}`,
	"POST /responses/{response}/records/{record}/move":       `{"position": 0}`,
	"POST /verify":                                           form("file", "edition.docx", "a file"),
	"POST /hooks":                                            `{"name": "another", "url": "https://receiver.example/", "ncp": "BE", "events": ["ahq.closed"]}`,
	"PUT /hooks/{hook}":                                      `{"name": "another", "url": "https://receiver.example/", "ncp": "BE", "events": ["ahq.closed"]}`,
	"PUT /letters":                                           `{"letters": ["edition"]}`,
	"POST /tokens":                                           `{"name": "another program"}`,
	"POST /calendars":                                        `{}`,
	"POST /people":                                           `{"name": "a new office", "email": "new@ahq.example"}`,
	"PUT /people/{person}/memberships":                       `{"memberships": [{"ncp": "FI", "role": "reader"}]}`,
	"POST /ncps":                                             `{"code": "SE", "name": "Sweden", "role": "member"}`,
	"PUT /ncps/{ncp}":                                        `{"name": "Austria", "role": "member", "from": "2010-01-01"}`,
	"PUT /responses/{response}/content":                      `{"questionnaire": "campaigns"}`,
	"PUT /responses/{response}/organisations":                `{"organisations": []}`,
	"POST /responses/{response}/records":                     `{"section": "none"}`,
	"PUT /responses/{response}/records/{record}":             `{"section": "none"}`,
	"POST /responses/{response}/submit":                      `{"wider": "yes"}`,
	"POST /responses/{response}/return":                      `{"why": ""}`,
	"POST /responses/{response}/amend":                       `{"why": ""}`,
	"POST /responses/{response}/decline":                     `{"word": ""}`,
	"POST /responses/{response}/answers/{question}/restore":  `{"number": 1}`,
	"POST /responses/{response}/threads":                     `{"question": "policy", "text": "Since when?"}`,
	"POST /responses/{response}/threads/{thread}/sayings":    `{"text": "Since 2015."}`,
	"POST /responses/{response}/records/{record}/cells/{question}/restore": `{"number": 1}`,
	"PUT /responses/{response}/answers/{question}":                         `{"text": "We inform."}`,
	"PUT /responses/{response}/records/{record}/cells/{question}":          `{"text": "A campaign"}`,
}

func TestEveryOperationKeepsOutWhoMayNot(t *testing.T) {
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		address := w.everywhere()
		for _, state := range []models.State{models.Compiled, models.Draft, models.Submitted} {
			for _, o := range api.Operations() {
				w.bring(state)
				for _, who := range append(network("the compiler", "the administrator"), nobody) {
					path := strings.ReplaceAll(address.Replace(o.Path), "{attachment}", w.attached(o.Path))
					a := w.as(who).with("If-Match", startsFrom[o.Path]).send(o.Method, path, bodies[o.Method+" "+o.Path])
					if got, want := verdict(a), w.expected(o, who); got != want {
						t.Errorf("%s, while it is %s: who %s, %s", a.what, state, want, got)
					}
				}
			}
		}
	})
}

// everywhere is a world in which everything is there once, and where it is.
// Belgium's response is compiled.
func (w *world) everywhere() *strings.Replacer {
	w.t.Helper()
	w.submitted()
	question := as[api.Inquiry](w.as(belgian).post(w.asked("inquiries"), `{"ncp": "BE", "question": "Since when?"}`).want(201))
	edition := as[api.EditionRow](w.as("the compiler").post(w.asked("editions"), `{"audience": "internal", "early": "It is urgent."}`).want(200))
	token, _, err := w.flow.CreateToken(w.t.Context(), w.actor(belgian), "a program", 0)
	w.must(err)
	calendar, _, err := w.flow.CreateFeed(w.t.Context(), w.actor(belgian), "")
	w.must(err)
	somebody, _, err := w.flow.Invite(w.t.Context(), workflow.Itself(), workflow.NewPerson{Name: "another office", Email: "another@ahq.example"})
	w.must(err)
	hook, _, err := w.flow.CreateHook(w.t.Context(), w.actor(belgian), workflow.HookForm{
		NCP: "BE", Name: "a registry", URL: "https://receiver.example/", Events: workflow.HookEvents(),
	})
	w.must(err)
	w.must(w.flow.TestHook(w.t.Context(), w.actor(belgian), hook.ID))
	told, err := w.flow.Store.Deliveries(w.t.Context(), models.Scope{Unlimited: true}, hook.ID, 1)
	w.must(err)
	messages, err := w.flow.Store.Messages(w.t.Context(), 1)
	w.must(err)
	thread := as[api.Thread](w.as("the compiler").post("/responses/"+string(w.belgium.ID)+"/threads", `{"question": "policy", "text": "Since when?"}`).want(201))
	upload := models.Upload{ID: "upload", ResponseID: w.belgium.ID, ByID: w.actor(belgian).Person.ID, Name: "answer.txt"}
	w.must(w.flow.Store.Tx(w.t.Context(), func(tx *models.Tx) error { return tx.CreateUpload(w.t.Context(), upload) }))
	return strings.NewReplacer(
		"{upload}", string(upload.ID),
		"{thread}", string(thread.ID),
		"{message}", string(messages[0].ID), "{hook}", string(hook.ID), "{delivery}", string(told[0].ID),
		"{ahq}", string(w.ahq.ID), "{response}", string(w.belgium.ID), "{inquiry}", string(question.ID), "{edition}", string(edition.ID),
		"{questionnaire}", "norway-2016", "{ncp}", "AT", "{record}", "r1", "{number}", "1", "{token}", string(token.ID), "{calendar}", string(calendar.ID), "{person}", string(somebody.ID),
		"answers/{question}", "answers/policy", "cells/{question}", "cells/title",
	)
}

// bring Belgium's response into a state, from wherever the last operation left
// it, and the AHQ into being open.
func (w *world) bring(state models.State) {
	w.t.Helper()
	store, everything := w.flow.Store, models.Scope{Unlimited: true}
	w.must(store.Tx(w.t.Context(), func(tx *models.Tx) error {
		a, err := tx.AHQ(w.t.Context(), everything, w.ahq.ID)
		if err != nil {
			return err
		}
		r, err := tx.Response(w.t.Context(), everything, w.belgium.ID)
		if err != nil {
			return err
		}
		a.State, r.State, r.Entered = models.Open, state, false
		if err := tx.SaveAHQ(w.t.Context(), &a); err != nil {
			return err
		}
		return tx.SaveResponse(w.t.Context(), &r)
	}))
}

// attached is a new file where a path says one is, for each who may remove it.
func (w *world) attached(path string) string {
	w.t.Helper()
	if !strings.Contains(path, "{attachment}") {
		return ""
	}
	hash, size, err := w.flow.Blobs.Put(w.t.Context(), strings.NewReader("Title\tA campaign"), 100)
	w.must(err)
	f := models.Attachment{
		ID: models.NewID[models.AttachmentID](), AHQID: w.ahq.ID, Name: "table.txt", SHA256: hash, Size: size,
		At: w.now(), ByID: w.actor(belgian).Person.ID,
	}
	if strings.Contains(path, "{response}") {
		f.ResponseID = &w.belgium.ID
	}
	w.must(w.flow.Store.Tx(w.t.Context(), func(tx *models.Tx) error { return tx.CreateAttachment(w.t.Context(), f) }))
	return string(f.ID)
}
