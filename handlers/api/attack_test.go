package api_test

import (
	"io"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"

	"ahq/handlers/api"
	"ahq/models"
	"ahq/workflow"
)

// rich are sound bodies with everything in them that can be said, where bodies
// has less.
var rich = map[string]string{
	"POST /ahqs/{ahq}/cancel":     `{"why": "The study was given up."}`,
	"POST /ahqs/{ahq}/extend":     `{"reply_by": "2017-02-20", "ncp": "AT"}`,
	"POST /ahqs/{ahq}/corrigenda": `{"topic": "campaigns", "background": "We ask.", "labels": {"policy": "What do you do?"}, "why": "It was unclear."}`,
	"PUT /ahqs/{ahq}/compilers":   `{"persons": [], "emails": ["an.attacker@ahq.example"]}`,
	"POST /ahqs/{ahq}/editions":   `{"audience": "internal", "early": "It is urgent."}`,
	"PUT /responses/{response}/content": `{"questionnaire": "campaigns", "ncp": "BE", "answers": {"policy": {"text": "We inform."}}, "records": [
		{"id": "r1", "section": "origin", "heading": "CAMEROON", "countries": ["CM"], "status": "finished", "note": {"text": "One"},
		 "cells": {"title": {"text": "A campaign"}}}]}`,
	"PUT /responses/{response}/organisations":      `{"organisations": ["The ministry"]}`,
	"POST /responses/{response}/records":           `{"section": "origin"}`,
	"PUT /responses/{response}/records/{record}":   `{"section": "origin", "countries": ["CM"], "status": "finished"}`,
	"POST /responses/{response}/return":            `{"why": "In which currency?", "cells": [{"record": "r1", "question": "costs"}]}`,
	"POST /responses/{response}/amend":             `{"why": "We forgot one."}`,
	"POST /responses/{response}/decline":           `{"word": "We had none."}`,
	"PUT /responses/{response}/answers/{question}": `{"text": "We inform.", "reason": "same_as", "as": "r1"}`,
	"POST /inquiries/{inquiry}/answer":             `{"answer": "Since 2015."}`,
	"POST /tokens":                                 `{"name": "another program", "days": 7}`,
	"POST /people":                                 `{"name": "a new office", "email": "new@ahq.example", "administrator": false, "memberships": [{"ncp": "FI", "role": "reader"}]}`,
	"POST /ncps":                                   `{"code": "SE", "name": "Sweden", "aliases": ["Sverige"], "role": "member", "from": "2010-01-01", "until": "2030-01-01"}`,
}

// wrongPieces of JSON belong nowhere: each is put in the place of each piece of
// a sound body.
var wrongPieces = []string{`"a\u0000b"`, `"\ud800"`, `-1.5`, `1e400`, `[[]]`, `{"x": {"y": []}}`}

// wrongBodies are sent where an object is read.
var wrongBodies = []string{"", " ", `null`, `[]`, `"x"`, `7`, `{`, "\xff", `{} {}`, `{"": 1}`, `{"\u0000": 1}`, strings.Repeat(`[`, 20_000), strings.Repeat(`{"why":`, 20_000)}

// wrongMedia are what no body of JSON is called.
var wrongMedia = []string{"text/plain", "application/xml", ";;", "application/json; charset=utf-16", "multipart/form-data; boundary=end"}

// wrongIDs stand where the path names something.
var wrongIDs = []string{"none", "%00", "%ff", "..%2f..%2fetc%2fpasswd", "%2e%2e", "%27%20or%201=1--", "-1", "99999999999999999999", "%0d%0a", "%E2%80%AE", strings.Repeat("x", 10_000)}

// wrongQueries are for any address; those behind them for what has such a
// parameter.
var (
	wrongQueries    = []string{"colour=red", "%zz", "a;b", "%00=1", "limit=%00"}
	wrongParameters = map[string][]string{
		"/ahqs": {
			"limit=-1", "limit=0", "limit=201", "limit=99999999999999999999", "limit=many", "limit=1&limit=2",
			"after=none", "after=%00", "after=%ff", "q=%00", "q=%ff", "state=none", "state=open&state=closed",
		},
		"/outbox":                     {"limit=-1", "limit=0", "limit=201", "limit=1.5"},
		"/editions/{edition}/file":    {"format=exe", "format=%00", "format=docx&format=html"},
		"/responses/{response}/draft": {"format=json", "format=%ff"},
	}
)

// wrongTags are no ETag of anything.
var wrongTags = []string{"*", `""`, `"1", "2"`, `W/"9"`, "\xff", `"99999999999999999999"`, `"-1"`}

// An attack is one operation under fire, by somebody who may everything.
type attack struct {
	*world
	o    api.Operation
	path string
	body string
}

func TestNothingThatIsSentBreaksAnything(t *testing.T) {
	each(t, func(w *world) {
		address := w.everywhere()
		w.arm("an attacker")
		for _, o := range api.Operations() {
			w.bring(models.Draft)
			path := strings.ReplaceAll(address.Replace(o.Path), "{attachment}", w.attached(o.Path))
			body, ok := rich[o.Method+" "+o.Path]
			if !ok {
				body = bodies[o.Method+" "+o.Path]
			}
			at := attack{w, o, path, body}
			at.bodies()
			at.addresses()
			at.headers()
		}
		if w.log.Len() > 0 {
			w.t.Errorf("something went wrong on our side:\n%s", w.log)
		}
	})
}

// arm lets somebody in who is everything: what they send gets as far as it can.
func (w *world) arm(name string) {
	w.t.Helper()
	_, _, err := w.flow.Invite(w.t.Context(), workflow.Itself(), workflow.NewPerson{
		Name: name, Email: strings.ReplaceAll(name, " ", ".") + "@ahq.example", Administrator: true,
		Memberships: []models.Membership{{NCP: "BE", Role: models.Coordinator}, {NCP: "NO", Role: models.Coordinator}},
	})
	w.must(err)
	_, w.tokens[name], err = w.flow.CreateToken(w.t.Context(), w.actor(name), "attacks", 0)
	w.must(err)
}

// bodies that are no JSON, not what is read here, or are called something else;
// and at last a sound one, without which the others would prove nothing.
func (a attack) bodies() {
	if !strings.HasPrefix(a.body, "{") {
		return
	}
	for _, body := range slices.Concat(wrongBodies, spoilt(a.body)) {
		a.send(a.path, body, nil, 400, 422)
	}
	for _, media := range wrongMedia {
		a.send(a.path, a.body, header("Content-Type", media), 415)
	}
	if a.o.Act != workflow.Submit { // by now there are records with nothing in them
		a.send(a.path, a.body, header("If-Match", startsFrom[a.o.Path]), 200, 201, 204, 409, 412)
	}
}

// addresses that name nothing, or ask for what there is not.
func (a attack) addresses() {
	parts := strings.Split(a.path, "/")
	for i, part := range strings.Split(a.o.Path, "/") {
		if !strings.HasPrefix(part, "{") {
			continue
		}
		for _, id := range wrongIDs {
			named := slices.Clone(parts)
			named[i] = id
			a.send(strings.Join(named, "/"), a.body, header("If-Match", `"1"`), 403, 404, 409, 422)
		}
	}
	for _, query := range slices.Concat(wrongQueries, a.parameters()) {
		a.send(a.path+"?"+query, a.body, header("If-Match", startsFrom[a.o.Path]), 400, 422)
	}
	for _, method := range []string{"PATCH", "OPTIONS", "BREW"} {
		a.o.Method = method
		a.send(a.path, "", nil, 405)
	}
}

func (a attack) parameters() []string {
	if a.o.Method != http.MethodGet {
		return nil
	}
	return wrongParameters[a.o.Path]
}

// headers that say nothing.
func (a attack) headers() {
	for _, given := range []string{"Bearer", "Bearer \xff", "Basic YTpi", "Bearer " + strings.Repeat("x", 10_000)} {
		if a.o.Act != api.Anybody {
			a.send(a.path, a.body, header("Authorization", given), 401)
		}
	}
	if a.o.Method == http.MethodGet {
		return
	}
	for _, key := range []string{"\xff", strings.Repeat("k", 201)} {
		a.send(a.path, a.body, header("Idempotency-Key", key), 400)
	}
	if startsFrom[a.o.Path] == "" || a.o.Method != http.MethodPut {
		return
	}
	a.send(a.path, a.body, nil, 428)
	for _, tag := range wrongTags {
		a.send(a.path, a.body, header("If-Match", tag), 412, 409) // a cell that says so already, an AHQ that is no draft
	}
}

// spoilt is a sound body with each wrong piece in each place.
func spoilt(body string) []string {
	const here = "\u2603"
	var all []string
	for n := 1; ; n++ {
		var v any
		if err := json.Unmarshal([]byte(body), &v); err != nil {
			panic(err) // it is one of ours
		}
		at := n
		v = replaced(v, &at, here)
		if at > 0 {
			return all // there is no nth piece
		}
		text, err := json.Marshal(v, json.Deterministic(true))
		if err != nil {
			panic(err)
		}
		for _, piece := range wrongPieces {
			all = append(all, strings.Replace(string(text), `"`+here+`"`, piece, 1))
		}
	}
}

// replaced is a value with its nth piece replaced, counted from the outside in.
func replaced(v any, n *int, by string) any {
	if *n--; *n == 0 {
		return by
	}
	switch v := v.(type) {
	case map[string]any:
		for _, key := range sortedKeys(v) {
			if *n > 0 {
				v[key] = replaced(v[key], n, by)
			}
		}
	case []any:
		for i := range v {
			if *n > 0 {
				v[i] = replaced(v[i], n, by)
			}
		}
	}
	return v
}

func sortedKeys(m map[string]any) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// send, and hold the answer against what it may be: one of those codes, and if
// it is a refusal, a problem that says something, and nothing of our insides.
func (a attack) send(path, body string, headers map[string]string, codes ...int) {
	a.t.Helper()
	r, err := http.NewRequestWithContext(a.t.Context(), a.o.Method, a.server.URL+api.Prefix+path, strings.NewReader(body))
	a.must(err)
	r.Header.Set("Authorization", "Bearer "+a.tokens["an attacker"])
	r.Header.Set("Content-Type", mediaOf(body))
	for name, value := range headers {
		r.Header.Set(name, value)
	}
	answered, err := a.server.Client().Do(r)
	a.must(err)
	defer answered.Body.Close() //nolint:errcheck // it was only read
	text, err := io.ReadAll(answered.Body)
	a.must(err)
	said := strings.ToLower(string(text))
	what := short(a.o.Method + " " + path + " " + body)
	if !slices.Contains(codes, answered.StatusCode) {
		a.t.Errorf("%s, %v: %d, not one of %v\n%s", what, headers, answered.StatusCode, codes, short(string(text)))
		return
	}
	if answered.StatusCode < 400 {
		return
	}
	var d api.Details
	if err := json.Unmarshal(text, &d); err != nil || d.Detail == "" || answered.Header.Get("Content-Type") != "application/problem+json" {
		a.t.Errorf("%s: %d is told as %s", what, answered.StatusCode, short(string(text)))
	}
	said = anID.ReplaceAllString(said, "an id") // chance may spell anything in one
	for _, inside := range []string{"sqlstate", "sqlite", "pgx", "goroutine", "runtime error", "reflect"} {
		if strings.Contains(said, inside) {
			a.t.Errorf("%s: %s shows %q", what, short(string(text)), inside)
		}
	}
}

// anID is what models.NewID makes.
var anID = regexp.MustCompile(`\b[a-z2-7]{26}\b`)

func short(text string) string { return text[:min(len(text), 300)] }

func TestWhatIsTooMuchIsRefused(t *testing.T) {
	each(t, func(w *world) {
		belgium := w.as(belgian)
		belgium.put(w.at("content"), strings.Repeat(" ", 16<<20+1)+"{}").want(413)
		belgium.put(w.at("content"), strings.Repeat(" ", 33<<20)+"{}").want(413)
		long := strings.Repeat("x", 3<<20)
		belgium.with("If-Match", `"0"`).put(w.at("answers", "policy"), `{"text": "`+long+`"}`).want(422).says("too long")
		for path, body := range map[string]string{
			"/tokens":            `{"name": "` + long + `"}`,
			w.at("decline"):      `{"word": "` + long + `"}`,
			w.asked("inquiries"): `{"ncp": "BE", "question": "` + long + `"}`,
		} {
			belgium.post(path, body).want(422)
		}
		norway, administrator := w.as("the Norwegian coordinator"), w.as("the administrator")
		norway.post(w.asked("cancel"), `{"why": "`+long+`"}`).want(422)
		norway.post(w.asked("corrigenda"), `{"why": "`+long+`", "topic": "other"}`).want(422)
		norway.post(w.asked("corrigenda"), `{"why": "so", "background": "`+long+`"}`).want(422)
		norway.post(w.asked("corrigenda"), `{"why": "so", "labels": {"policy": "`+long+`"}}`).want(422)
		norway.post("/ahqs", strings.Replace(ahqText("other", ""), `"lead"`, `"background": "`+long+`", "lead"`, 1)).want(422)
		administrator.post("/people", `{"name": "`+long+`", "email": "a@ahq.example"}`).want(422)
		administrator.post("/people", `{"name": "a", "email": "`+long+`@ahq.example"}`).want(422).silent("xxxxx")
		administrator.post("/ncps", `{"code": "SE", "name": "`+long+`", "role": "member"}`).want(422)
		administrator.post("/ncps", `{"code": "SE", "name": "Sweden", "role": "member", "aliases": ["`+long+`"]}`).want(422)
	})
}
