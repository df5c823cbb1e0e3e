package handlers

import (
	"net/url"
	"strings"
	"testing"
)

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
