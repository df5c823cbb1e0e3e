package handlers

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func TestACorrigendum(t *testing.T) {
	w := newWorld(t)
	at := w.at("corrigendum")
	form := w.as(norway).form(at)
	if form.Get("label.success") != "Was it a success?" || form.Get("background") != "We would like to know." {
		t.Fatalf("the form begins with %v", form)
	}
	changed := with(form, "label.success", "Did it reach people?", "topic", "campaigns online", "why", "It was misunderstood.")
	for _, c := range []struct {
		what string
		who  string
		send url.Values
		code int
		says string
	}{
		{"nothing is different", norway, with(form, "why", "why not"), 422, "Nothing is different"},
		{"no reason is given", norway, with(changed, "why", ""), 422, "Say why"},
		{"a topic of two lines", norway, with(changed, "topic", "a\nb"), 422, "A topic is one line"},
		{"an NCP may not", belgium, changed, 403, "You may not do this"},
		{"the requester may", norway, changed, 303, ""},
	} {
		a := w.visit(visit{what: c.what, who: c.who, path: at, send: c.send, code: c.code, says: c.says})
		if c.code == 422 && fields(t, a.Body).Get("label.success") != c.send.Get("label.success") {
			t.Errorf("%s: the label did not come back", c.what)
		}
	}
	said := words(w.as(belgium).page(w.at()))
	for _, want := range []string{
		"EMN Ad-Hoc Query on campaigns online", "Corrigendum 1", "It was misunderstood.",
		"Topicinformation campaignscampaigns online", "Question 2Was it a success?Did it reach people?",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("all should read %q:\n%s", want, said)
		}
	}
}

func TestAQuestionIsAskedAndAnsweredToAll(t *testing.T) {
	w := newWorld(t)
	ask := w.at("ask")
	for _, v := range []visit{
		{what: "an empty question", who: belgium, path: ask, send: url.Values{"ncp": {"BE"}, "question": {" \n"}}, code: 422, says: "Write something here"},
		{what: "in another's name", who: belgium, path: ask, send: url.Values{"ncp": {"DK"}, "question": {"Why?"}}, code: 403},
		{what: "by a reader", who: "the Belgian reader", path: ask, send: url.Values{"ncp": {"BE"}, "question": {"Why?"}}, code: 403},
		{what: "a good one", who: belgium, path: ask, send: url.Values{"ncp": {"BE"}, "question": {"Do <b>leaflets</b> count?"}}, code: 303, to: w.at() + "#inquiries"},
		{what: "others read it as it was typed", who: finland, path: w.at(), code: 200, says: "Do &lt;b&gt;leaflets&lt;/b&gt; count?"},
	} {
		w.visit(v)
	}
	answer := ""
	for _, n := range readPage(t, w.as(norway).page(w.at())).all("a") {
		if strings.Contains(attr(n, "href"), "/inquiries/") {
			answer = attr(n, "href")
		}
	}
	for _, v := range []visit{
		{what: "who asked does not answer", who: belgium, path: answer, send: url.Values{"answer": {"Yes."}}, code: 403},
		{what: "an empty answer", who: norway, path: answer, send: url.Values{"answer": {""}}, code: 422, says: "Write something here"},
		{what: "an answer under another AHQ", who: norway, path: ahqURL(w.draft()) + strings.TrimPrefix(answer, w.at()), send: url.Values{"answer": {"Yes."}}, code: 404},
		{what: "the answer", who: norway, path: answer, send: url.Values{"answer": {"They do not."}}, code: 303},
		{what: "which all read", who: finland, path: w.at(), code: 200, says: "They do not."},
		{what: "a second answer", who: norway, path: answer, send: url.Values{"answer": {"They do."}}, code: 409, says: "question was answered"},
	} {
		w.visit(v)
	}
}

func TestAFileBesideAnAHQ(t *testing.T) {
	w := newWorld(t)
	if a := w.as(belgium).upload(w.at("attachments"), "a.txt", "x"); a.Code != http.StatusForbidden {
		t.Errorf("an NCP may attach: %d", a.Code)
	}
	if a := w.as(norway).upload(w.at("attachments"), `C:\papers\form <1>.html`, "<script>"); a.Code != http.StatusSeeOther {
		t.Fatalf("it is not attached: %d %s", a.Code, words(a.Body))
	}
	link := ""
	for _, n := range readPage(t, w.as(belgium).page(w.at())).all("a") {
		if strings.HasPrefix(attr(n, "href"), "/attachments/") {
			link = attr(n, "href")
		}
	}
	a := w.as(belgium).get(link)
	if a.Body != "<script>" || !strings.HasPrefix(a.Get("Content-Disposition"), "attachment;") || a.Get("Content-Type") != "application/octet-stream" {
		t.Errorf("%s is %q, as %q, %q", link, a.Body, a.Get("Content-Type"), a.Get("Content-Disposition"))
	}
	remove := w.at("attachments", strings.TrimPrefix(link, "/attachments/"), "remove")
	w.visit(visit{what: "it is removed", who: norway, path: remove, send: url.Values{}, code: 303, to: w.at() + "#attachments"})
	w.visit(visit{what: "and gone", who: belgium, path: link, code: 404})
}
