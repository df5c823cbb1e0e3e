package api_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"ahq/forms"
	"ahq/handlers/api"
	"ahq/models/modelstest"
)

// Each is a request that does not work, in a world where Belgium has answered
// without errors and not submitted.
var refusals = []struct {
	when, who    string
	method, path string // of Belgium's response, or from the root
	headers      map[string]string
	body         string
	code         int
	pointer      string // of something that is wrong
	says         string
}{
	{"nobody asks", nobody, "GET", "/me", nil, "", 401, "", "token"},
	{"a token is unknown", nobody, "GET", "/me", header("Authorization", "Bearer ahq_none"), "", 401, "", "revoked"},
	{"a token comes in another scheme", nobody, "GET", "/me", header("Authorization", "Basic YTpi"), "", 401, "", "Bearer"},
	{"a parameter is wrong", belgian, "GET", "/ahqs?limit=many", nil, "", 422, "", "query.limit"},
	{"a parameter is unknown", belgian, "GET", "/ahqs?colour=red", nil, "", 422, "", "query.colour"},
	{"an AHQ is unknown", belgian, "GET", "/ahqs/none", nil, "", 404, "", "not found"},
	{"an edition is unknown", nobody, "GET", "/editions/none", nil, "", 404, "", "not found"},
	{"a key is unknown", belgian, "PUT", "content", nil, `{"questionnaire": "campaigns", "colour": "red"}`, 400, "/colour", "colour"},
	{"a key is in other case", belgian, "PUT", "content", nil, `{"Questionnaire": "campaigns"}`, 400, "/Questionnaire", ""},
	{"a key is there twice", belgian, "POST", "submit", nil, `{"wider": "yes", "wider": "no"}`, 400, "/wider", ""},
	{"a body is broken", belgian, "POST", "submit", nil, `{"wider":`, 400, "", "JSON"},
	{"there are two documents", belgian, "POST", "submit", nil, `{"wider": "yes"} {}`, 400, "", "JSON"},
	{"a body is missing", belgian, "POST", "submit", nil, "", 400, "", "body"},
	{"a body is of the wrong kind", belgian, "POST", "submit", nil, `{"wider": true}`, 400, "/wider", ""},
	{"nesting has no end", belgian, "PUT", "content", nil, strings.Repeat(`{"answers":`, 20_000), 400, "/answers/answers/answers", ""},
	{"an answer is to no question", belgian, "PUT", "content", nil, `{"questionnaire": "campaigns", "answers": {"none": {"text": ""}}}`, 422, "/answers/none", "none"},
	{"a cell holds NUL", belgian, "PUT", "answers/policy", header("If-Match", `"1"`), `{"text": "a\u0000b"}`, 422, "/text", ""},
	{"a reason is unknown", belgian, "PUT", "answers/policy", header("If-Match", `"1"`), `{"text": "", "reason": "tired"}`, 422, "/reason", "tired"},
	{"a question is not asked of this NCP", belgian, "PUT", "answers/contact", header("If-Match", `"0"`), `{"text": "me"}`, 404, "", "contact"},
	{"a record is not there", belgian, "PUT", "records/r9/cells/title", header("If-Match", `"0"`), `{"text": "me"}`, 404, "", "r9"},
	{"nothing says what a save started from", belgian, "PUT", "answers/policy", nil, `{"text": "later"}`, 428, "", "If-Match"},
	{"what a save started from makes no sense", belgian, "PUT", "answers/policy", header("If-Match", `"yesterday"`), `{"text": "later"}`, 412, "", "ETag"},
	{"nobody chose wider dissemination", belgian, "POST", "submit", nil, `{}`, 422, "/wider", "no default"},
	{"wider dissemination is nothing", belgian, "POST", "submit", nil, `{"wider": ""}`, 422, "/wider", "yes or no"},
	{"nothing is sent for a cell", belgian, "PUT", "answers/policy", header("If-Match", `"1"`), `{}`, 422, "/text", "missing"},
	{"null is sent for a cell", belgian, "PUT", "answers/policy", header("If-Match", `"1"`), `null`, 400, "", "object"},
	{"null is sent for a text", belgian, "PUT", "answers/policy", header("If-Match", `"1"`), `{"text": null}`, 422, "/text", "missing"},
	{"an answer is as that of no record", belgian, "PUT", "answers/policy", header("If-Match", `"1"`), `{"text": "", "reason": "same_as", "as": "r0"}`, 422, "/as", "record"},
	{"a name holds NUL", belgian, "POST", "/tokens", nil, `{"name": "a\u0000b"}`, 422, "/name", "NUL"},
	{"a page begins behind nothing", belgian, "GET", "/ahqs?after=none", nil, "", 422, "", "query.after"},
	{"it is called something else", belgian, "POST", "submit", header("Content-Type", "text/plain"), `{"wider": "yes"}`, 415, "", "application/json"},
	{"a contributor submits", "the Belgian contributor", "POST", "submit", nil, `{"wider": "yes"}`, 403, "", "coordinator"},
	{"a requester reads a draft", "the Norwegian coordinator", "GET", "content", nil, "", 404, "", "not found"},
	{"a neighbour reads a response", "the Austrian coordinator", "GET", "", nil, "", 404, "", "not found"},
	{"a draft is withdrawn", belgian, "POST", "withdraw", nil, "", 409, "", "draft"},
	{"an Idempotency-Key is too long", belgian, "POST", "withdraw", header("Idempotency-Key", strings.Repeat("k", 201)), "", 400, "", "200"},
}

const belgian = "the Belgian coordinator"

func header(name, value string) map[string]string { return map[string]string{name: value} }

func TestWhatDoesNotWorkIsSaidAndWhy(t *testing.T) {
	w := newWorld(t, modelstest.Open(t))
	w.complete()
	for _, r := range refusals {
		t.Run(r.when, func(t *testing.T) {
			path := r.path
			if !strings.HasPrefix(path, "/") {
				path = strings.TrimSuffix(w.at(path), "/")
			}
			client := w.as(r.who)
			for name, value := range r.headers {
				client = client.with(name, value)
			}
			a := client.send(r.method, path, r.body).want(r.code).says(r.says)
			d := as[api.Details](a)
			if d.Status != r.code || d.Title != http.StatusText(r.code) || !strings.HasPrefix(d.Instance, "/api/v1/") {
				t.Errorf("it says of itself %+v", d)
			}
			if r.pointer != "" && !slices.ContainsFunc(d.Errors, func(e api.Complaint) bool { return e.Pointer == r.pointer }) {
				t.Errorf("it points at %+v, not %s", d.Errors, r.pointer)
			}
		})
	}
}

func TestAProgramNeverMeetsAPage(t *testing.T) {
	w := newWorld(t, modelstest.Open(t))
	for _, at := range []struct {
		method, path string
		code         int
	}{
		{"GET", "/api/v1", 404},
		{"GET", "/api/v1/nowhere", 404},
		{"DELETE", "/api/v1/me", 405},
	} {
		answered := httptest.NewRecorder()
		w.handler.ServeHTTP(answered, httptest.NewRequestWithContext(t.Context(), at.method, at.path, nil))
		if media := answered.Header().Get("Content-Type"); answered.Code != at.code || media != "application/problem+json" {
			t.Errorf("%s %s: %d, %s", at.method, at.path, answered.Code, media)
		}
	}
}

func TestOfTwoInOneCellTheSecondSeesBothTexts(t *testing.T) {
	each(t, func(w *world) {
		w.complete()
		at, coordinator := w.at("records", "r1", "cells", "title"), w.as(belgian)
		tag := coordinator.get(at).want(200).Header.Get("ETag")
		w.as("the Belgian contributor").with("If-Match", tag).put(at, `{"text": "theirs"}`).want(200)
		stale := as[api.Details](coordinator.with("If-Match", tag).put(at, `{"text": "yours"}`).want(409))
		if stale.Yours == nil || stale.Theirs == nil || stale.Yours.Text != "yours" || stale.Theirs.Text != "theirs" {
			t.Fatalf("yours %+v, theirs %+v", stale.Yours, stale.Theirs)
		}
		coordinator.with("If-Match", `"2"`).put(at, `{"text": "both"}`).want(200)
		coordinator.get(w.at("content")).want(200).says("both")
	})
}

func TestOfManyWhoPutAContentAtOnceOneIsHeard(t *testing.T) {
	each(t, func(w *world) {
		w.complete()
		tag := w.as(belgian).get(w.at("content")).want(200).Header.Get("ETag")
		var codes [6]int
		var all sync.WaitGroup
		for i := range codes {
			all.Go(func() {
				body := fmt.Sprintf(`{"questionnaire": "campaigns", "answers": {"policy": {"text": "policy %d"}}}`, i)
				codes[i] = w.as(belgian).with("If-Match", tag).put(w.at("content"), body).StatusCode
			})
		}
		all.Wait()
		slices.Sort(codes[:])
		if want := [6]int{200, 412, 412, 412, 412, 412}; codes != want {
			t.Errorf("they are told %v", codes)
		}
		for _, tag := range []string{`""`, `"none"`, `W/"none"`, "none"} {
			w.as(belgian).with("If-Match", tag).put(w.at("content"), `{"questionnaire": "campaigns"}`).want(412)
		}
		w.as(belgian).with("If-Match", "*").put(w.at("content"), `{"questionnaire": "campaigns"}`).want(200)
	})
}

func TestErrorsBlockSubmittingNotSaving(t *testing.T) {
	each(t, func(w *world) {
		w.complete()
		w.as(belgian).with("If-Match", `"1"`).put(w.at("records", "r1", "cells", "costs"), `{"text": ""}`).want(200)
		d := as[api.Details](w.as(belgian).post(w.at("submit"), `{"wider": "yes"}`).want(422))
		want := api.Complaint{Pointer: "/records/0/cells/costs/text", At: "records[0].costs", Record: "r1", Rule: "required", Severity: forms.Error}
		for _, e := range d.Errors {
			want.Detail = e.Detail
			if e == want {
				return
			}
		}
		t.Errorf("nothing points at the costs: %+v", d.Errors)
	})
}

func TestAnActIsDoneOnceHoweverOftenItIsSent(t *testing.T) {
	each(t, func(w *world) {
		w.complete()
		once := w.as(belgian).with("Idempotency-Key", "one")
		first := once.post(w.at("records"), `{"section": "origin"}`).want(201)
		again := once.post(w.at("records"), `{"section": "origin"}`).want(201)
		if string(first.body) != string(again.body) {
			t.Errorf("first %s, then %s", first.body, again.body)
		}
		once.post(w.at("records"), `{"section": "inland"}`).want(409).says("Idempotency-Key")
		w.as(belgian).send("DELETE", w.at("records", "r2"), "").want(204)
		receipt := w.as(belgian).post(w.at("submit"), `{"wider": "yes"}`).want(200)
		second := w.as(belgian).post(w.at("submit"), `{"wider": "yes"}`).want(200)
		if string(receipt.body) != string(second.body) {
			t.Errorf("the second submit answers %s, the first %s", second.body, receipt.body)
		}
	})
}

func TestAFirstAnswerAfterClosingSaysWhoCanReopen(t *testing.T) {
	each(t, func(w *world) {
		w.complete()
		w.as("the Norwegian coordinator").post(w.asked("close"), "").want(200)
		w.as(belgian).post(w.at("submit"), `{"wider": "yes"}`).want(409).says("Norway").says("reopen")
	})
}

func TestAnEditWithoutItsETagIsRefused(t *testing.T) {
	each(t, func(w *world) {
		norway := w.as("the Norwegian coordinator")
		draft := as[api.AHQ](norway.post("/ahqs", ahqText("return", "2017-02-06")).want(201))
		at := "/ahqs/" + string(draft.ID)
		norway.put(at, ahqText("other", "2017-02-06")).want(428)
		norway.with("If-Match", `"1"`).put(at, ahqText("other", "2017-02-06")).want(200)
		norway.with("If-Match", `"1"`).put(at, ahqText("another", "2017-02-06")).want(412)
	})
}

func TestOurOwnMistakesAreNotedAndNotShown(t *testing.T) {
	store := modelstest.Open(t)
	w := newWorld(t, store)
	w.must(store.Close())
	a := w.as(nobody).get("/editions/any").want(500).silent("sql").silent("database")
	if d := as[api.Details](a); !strings.Contains(d.Detail, "noted down") {
		t.Errorf("it says %q", d.Detail)
	}
	if n := strings.Count(w.log.String(), "request failed"); n != 1 {
		t.Errorf("it was noted %d times:\n%s", n, w.log)
	}
}
