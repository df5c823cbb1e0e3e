package handlers

import (
	"net/url"
	"strings"
	"testing"

	"ahq/models"
)

func TestCompiling(t *testing.T) {
	w := newWorld(t)
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
}

func TestALimitedAHQHasNoPublicEdition(t *testing.T) {
	w := newWorld(t)
	a := w.visit(visit{who: norway, path: "/ahqs", send: soundForm, code: 303})
	w.visit(visit{who: norway, path: a.To + "/issue", send: url.Values{}, code: 303})
	page := w.as(norway).page(a.To + "/compile")
	if strings.Contains(page, `value="public"`) || !strings.Contains(page, "it has no public edition") {
		t.Errorf("a public edition is offered:\n%s", words(page))
	}
	w.visit(visit{what: "nor by a typed form", who: norway, path: a.To + "/compile",
		send: url.Values{"audience": {"public"}, "early": {"now"}}, code: 409, says: "it has no public edition"})
}

func TestWhoMayHaveAnEdition(t *testing.T) {
	w := newWorld(t)
	w.delivered(models.WiderNo)
	internal, public := editionURL(w.edition(models.Internal)), editionURL(w.edition(models.Public))
	const secret = "many people came"
	for _, c := range []struct {
		what, who, path string
		code            int
		says, lacks     string
	}{
		{"the public, the public edition", "nobody", public + "/download/html", 200, "Belgium", secret},
		{"as data", "nobody", public + "/download/json", 200, "BE", secret},
		{"to look at", "nobody", public + "/preview", 200, "Belgium", secret},
		{"the public, the internal one", "nobody", internal + "/download/html", 303, "", secret},
		{"nor to look at", "nobody", internal + "/preview", 303, "", secret},
		{"nor one that is not there", "nobody", "/editions/none/download/html", 303, "", secret},
		{"an NCP, the internal one", finland, internal + "/download/html", 200, secret, "never"},
		{"an NCP, the public one", finland, public + "/download/html", 200, "Belgium", secret},
		{"an administrator, the internal one", admin, internal + "/download/html", 404, "", secret},
		{"in a format that there is not", finland, internal + "/download/exe", 404, "", secret},
		{"what is in it, to an NCP", finland, public, 200, "Withheld", secret},
		{"without ways to the responses", finland, public, 200, "Version 1", "/versions/1"},
		{"which a compiler has", "the compiler", public, 200, "/versions/1", secret},
	} {
		t.Run(c.what, func(t *testing.T) {
			a := w.visit(visit{what: c.what, who: c.who, path: c.path, code: c.code})
			if !strings.Contains(a.Body, c.says) || strings.Contains(a.Body, c.lacks) {
				t.Errorf("it should have %q and lack %q:\n%s", c.says, c.lacks, a.Body)
			}
		})
	}
}

func TestAnEditionIsSafeToOpen(t *testing.T) {
	w := newWorld(t)
	w.delivered(models.WiderYes)
	edition := editionURL(w.edition(models.Public))
	for _, c := range []struct{ format, media string }{
		{"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
		{"html", "text/html; charset=utf-8"},
		{"json", "application/json"},
	} {
		a := w.as("nobody").get(edition + "/download/" + c.format)
		name := a.Get("Content-Disposition")
		if !strings.HasPrefix(name, "attachment;") || !strings.Contains(name, "."+c.format) || a.Get("Content-Type") != c.media || a.Body == "" {
			t.Errorf("%s: %q as %q", c.format, a.Get("Content-Type"), name)
		}
	}
	policy := w.as("nobody").get(edition + "/preview").Get("Content-Security-Policy")
	for _, want := range []string{"default-src 'none'", "style-src 'sha256-", "sandbox", "form-action 'none'"} {
		if !strings.Contains(policy, want) || strings.Contains(policy, "script") {
			t.Errorf("the preview is shown under %q", policy)
		}
	}
}

func TestTheHistoryOfAnAHQIsVerified(t *testing.T) {
	w := newWorld(t)
	w.delivered(models.WiderNo)
	w.edition(models.Internal)
	for _, c := range []struct{ who, says, lacks string }{
		{norway, "All were verified just now", "What was announced"},
		{norway, "named the compilers", "What was announced"},
		{"the compiler", "compiled it", "What was announced"},
		{finland, "closed it", "named the compilers"},
		{finland, "What was announced", "verified"},
	} {
		said := words(w.as(c.who).page(w.at("history")))
		if !strings.Contains(said, c.says) || strings.Contains(said, c.lacks) {
			t.Errorf("%s should read %q, not %q:\n%s", c.who, c.says, c.lacks, said)
		}
	}
}

func TestCompilersAreNamed(t *testing.T) {
	w := newWorld(t)
	at := w.at("compilers")
	compiler := string(w.actor("the compiler").Person.ID)
	if got := checked(t, w.as(norway).page(at)); len(got) != 1 || got[0] != compiler {
		t.Errorf("chosen are %q, not the compiler %q", got, compiler)
	}
	for _, v := range []visit{
		{what: "an address that nobody has", send: url.Values{"email": {"who@ahq.example"}}, code: 422, says: `value="who@ahq.example"`},
		{what: "somebody that there is not", send: url.Values{"person": {"none"}}, code: 422, says: "nobody like that"},
		{what: "somebody else, by address", send: url.Values{"email": {" " + strings.ToUpper(address(finland))}}, code: 303, to: w.at()},
	} {
		v.who, v.path = norway, at
		w.visit(v)
	}
	w.visit(visit{what: "who was named compiles", who: finland, path: w.at("compile"), code: 200})
	w.visit(visit{what: "who was, no longer", who: "the compiler", path: w.at(), code: 404})
	w.visit(visit{what: "nobody named", who: norway, path: at, send: url.Values{}, code: 303})
	w.visit(visit{what: "it is the requester", who: norway, path: w.at("compile"), code: 200})
}
