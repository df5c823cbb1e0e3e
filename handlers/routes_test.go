package handlers

import (
	"log/slog"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ahq/models"
	"ahq/workflow"
)

func TestEveryRouteOfTheEngineIsInTheTable(t *testing.T) {
	w := newWorld(t)
	s, err := newServer(Config{Flow: w.flow, Log: slog.New(slog.DiscardHandler)})
	w.must(err)
	engine, err := s.engine()
	w.must(err)
	for _, found := range engine.Routes() {
		listed := slices.ContainsFunc(routes, func(r route) bool { return r.method == found.Method && r.path == found.Path })
		if !listed && !strings.HasPrefix(found.Path, "/api/v1") {
			t.Errorf("%s %s is answered, and stands in no table", found.Method, found.Path)
		}
	}
}

// parts are what people are: to Belgium's response, to the AHQ, and to ahq as a
// whole. Who is nothing to a response does not know that it exists.
var parts = map[string]struct {
	response, ahq, system []workflow.Part
	network               bool // sees issued AHQs
}{
	"the Belgian coordinator":   {response: in(workflow.Coordinator), system: in(workflow.Coordinator), network: true},
	"the Belgian contributor":   {response: in(workflow.Contributor), system: in(workflow.Contributor), network: true},
	"the Belgian reader":        {response: in(workflow.Reader), system: in(workflow.Reader), network: true},
	"the Danish coordinator":    {system: in(workflow.Coordinator), network: true},
	"the Norwegian coordinator": {response: in(workflow.Requester), ahq: in(workflow.Requester), system: in(workflow.Coordinator), network: true},
	"the compiler":              {response: in(workflow.Compiler), ahq: in(workflow.Compiler)},
	"the administrator":         {system: in(workflow.Administrator)},
}

func in(p ...workflow.Part) []workflow.Part { return p }

// expected is how the table of who may reads for one person: 200 stands for
// anything that is no refusal.
func expected(r route, who string) int {
	is := parts[who]
	about, seen := is.system, true
	switch {
	case strings.Contains(r.path, ":response"):
		about, seen = is.response, len(is.response) > 0
	case strings.Contains(r.path, ":ahq"):
		about, seen = is.ahq, is.network || len(is.ahq) > 0
		if r.act == workflow.Respond || r.act == workflow.Ask {
			about = is.system // of any NCP
		}
	}
	switch {
	case r.act == public:
		return http.StatusOK
	case !seen:
		return http.StatusNotFound
	case r.act != signedIn && !workflow.May(r.act, about):
		return http.StatusForbidden
	default:
		return http.StatusOK
	}
}

var param = regexp.MustCompile(`:[a-z]+`)

// delivered are the pages of what was delivered: in a draft there is nothing.
var delivered = regexp.MustCompile(`/(receipt(\.pdf)?|return|threads/new|versions/:number(/receipt\.(json|pdf))?)$`)

// address of a route in this world; what is not in it is made up.
func (w *world) address(r route) string {
	of := map[string]string{":response": string(w.belgium.ID), ":ahq": string(w.ahq.ID), ":record": "r1", ":number": "1", ":file": "ahq.css"}
	return param.ReplaceAllStringFunc(r.path, func(name string) string {
		if value, ok := of[name]; ok {
			return value
		}
		return "none"
	})
}

// refused says whether somebody was kept out, and how.
func refused(a answered) int {
	switch a.Code {
	case http.StatusForbidden, http.StatusUnauthorized, http.StatusNotFound:
		return a.Code
	default:
		return http.StatusOK
	}
}

func TestEveryRouteKeepsOutWhoMayNot(t *testing.T) {
	for _, state := range []struct {
		is   models.State
		move func(*world)
	}{
		{models.Draft, func(*world) {}},
		{models.Submitted, func(w *world) { w.must(w.submitted()) }},
		{models.Compiled, func(w *world) {
			w.must(w.submitted())
			_, err := w.flow.Compile(w.t.Context(), w.actor("the compiler"), w.ahq.ID, models.Internal, "it is urgent")
			w.must(err)
		}},
	} {
		t.Run(string(state.is), func(t *testing.T) {
			w := newWorld(t)
			w.complete()
			state.move(w)
			if is := w.responseOf("BE").State; is != state.is {
				t.Fatalf("it is %s", is)
			}
			for _, r := range routes {
				w.walk(r)
			}
		})
	}
}

// walk tries one route as everybody. Who may is let in by other tests where
// that would change something.
func (w *world) walk(r route) {
	w.t.Helper()
	if r.path == "/sign-in" || r.path == "/sign-out" || r.path == "/forgotten" || strings.Contains(r.path, ":secret") {
		return // ways in and out, which have tests of their own
	}
	at := w.address(r)
	if a := w.as("nobody").do(r.method, at, nil); r.act != public && a.Code != http.StatusUnauthorized && !strings.HasPrefix(a.To, "/sign-in") {
		w.t.Errorf("nobody at %s %s: %d", r.method, at, a.Code)
	}
	for who := range parts {
		want := expected(r, who)
		if want == http.StatusOK && (r.method != http.MethodGet || strings.Contains(at, "none")) {
			continue
		}
		a := w.as(who).do(r.method, at, nil)
		unmade := want == http.StatusOK && a.Code == http.StatusNotFound && delivered.MatchString(r.path)
		if got := refused(a); got != want && !unmade {
			w.t.Errorf("%s at %s %s: %d, want %d", who, r.method, at, a.Code, want)
		}
	}
}
