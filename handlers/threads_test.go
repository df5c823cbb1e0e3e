package handlers

import (
	"net/url"
	"strings"
	"testing"

	"ahq/models"
	"ahq/workflow"
)

// askAbout the costs of Belgium's campaign, and say where that is talked about.
func (w *world) askAbout(record, question string) string {
	w.t.Helper()
	query := url.Values{"record": {record}, "question": {question}}.Encode()
	return w.visit(visit{
		what: "Norway asks", who: norway, path: w.url("threads") + "?" + query, send: url.Values{"text": {"With or without staff?"}}, code: 303,
	}).To
}

func TestAThreadIsPlayedInPages(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		r := w.complete()
		query := "?record=" + r + "&question=costs"
		w.visit(visit{what: "of a draft nothing is asked", who: norway, path: w.url("threads", "new") + query, code: 404})
		w.must(w.submitted())
		for _, v := range []visit{
			{what: "the version offers it", who: norway, path: w.url("versions", "1"), code: 200, says: "Ask about it"},
			{what: "on a page with what was delivered", who: norway, path: w.url("threads", "new") + query, code: 200, says: "49.780 EUR"},
			{what: "of no such cell", who: norway, path: w.url("threads", "new?record=r99&question=costs"), code: 404},
			{what: "with no words", who: norway, path: w.url("threads") + query, send: url.Values{"text": {" "}}, code: 422, says: "Write something here"},
			{what: "not by another NCP", who: finland, path: w.url("threads") + query, send: url.Values{"text": {"Why?"}}, code: 404},
			{what: "not by its own", who: belgium, path: w.url("threads") + query, send: url.Values{"text": {"Why?"}}, code: 403},
		} {
			w.visit(v)
		}
		at := w.askAbout(r, "costs")
		if _, err := w.flow.Withdraw(w.t.Context(), w.actor(belgium), w.belgium.ID); err != nil {
			t.Fatal(err)
		}
		for _, v := range []visit{
			{what: "it stands beside the cell", who: "the Belgian contributor", path: w.url("records", r), code: 200, says: "With or without staff?"},
			{what: "with a way to answer", who: "the Belgian contributor", path: w.url("records", r), code: 200, says: "Answer, or settle it"},
			{what: "the page says what was delivered", who: "the Belgian contributor", path: at, code: 200, says: "49.780 EUR"},
			{what: "a reader reads it", who: "the Belgian reader", path: at, code: 200, says: "With or without staff?"},
			{what: "and says nothing", who: "the Belgian reader", path: at + "/say", send: url.Values{"text": {"No."}}, code: 403},
			{what: "no other NCP reads it", who: finland, path: at, code: 404},
			{what: "nor the administrator", who: "the administrator", path: at, code: 404},
			{what: "nor is it another response's", who: "the Danish coordinator", path: strings.Replace(at, string(w.belgium.ID), string(w.denmark.ID), 1), code: 404},
			{what: "nothing said", who: "the Belgian contributor", path: at + "/say", send: url.Values{"text": {""}}, code: 422, says: "Write something here"},
			{what: "an answer", who: "the Belgian contributor", path: at + "/say", send: url.Values{"text": {"With staff."}}, code: 303, to: at},
			{what: "the requester reads it", who: norway, path: at, code: 200, says: "With staff."},
			{what: "and settles it", who: norway, path: at + "/settle", send: url.Values{}, code: 303, to: at},
			{what: "which the NCP sees", who: belgium, path: at, code: 200, says: "Settled, says the requester"},
			{what: "and settles it too", who: belgium, path: at + "/settle", send: url.Values{}, code: 303, to: at},
			{what: "then it is closed", who: belgium, path: at, code: 200, says: "Settled", lacks: "It is settled"},
			{what: "and stands in the list", who: norway, path: w.url("threads"), code: 200, says: "With staff."},
			{what: "more is refused", who: belgium, path: at + "/say", send: url.Values{"text": {"Oh, wait."}}, code: 409, says: "Oh, wait."},
			{what: "the history says so", who: norway, path: w.url("history"), code: 200, says: "said that it is settled: CAMEROON: Costs"},
		} {
			w.visit(v)
		}
	})
}

func TestOfACancelledAHQNothingMoreIsSaid(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.delivered(models.WiderNo)
		thread, err := w.flow.StartThread(t.Context(), w.actor(norway), w.belgium.ID, workflow.Place{Question: "contact"}, "Is that all?")
		w.must(err)
		at := threadURL(thread)
		_, err = w.flow.Cancel(t.Context(), w.actor(norway), w.ahq.ID, "The study was stopped.")
		w.must(err)
		w.visit(visit{what: "it cannot be answered", who: belgium, path: at, code: 200, says: "It is settled", lacks: "Send"})
		late := w.visit(visit{what: "an answer that comes late", who: belgium, path: at + "/say", send: url.Values{"text": {"Ask the office."}}, code: 409, says: "Nothing can be asked or said any more"})
		if fields(t, late.Body).Get("text") != "Ask the office." {
			t.Error("what was written is lost")
		}
		w.visit(visit{what: "it is settled still", who: belgium, path: at + "/settle", send: url.Values{}, code: 303, to: at})
	})
}

func TestOpenThreadsAreCounted(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		r := w.complete()
		w.must(w.submitted())
		at := w.askAbout(r, "costs")
		w.askAbout("", "contact")
		for _, v := range []visit{
			{what: "in the matrix", who: norway, path: w.at("tracking"), code: 200, says: "2 open questions"},
			{what: "before an edition", who: "the compiler", path: w.at("compile"), code: 200, says: "Questions to single answers that are not settled"},
			{what: "by name", who: "the compiler", path: w.at("compile"), code: 200, says: "CAMEROON: Costs"},
			{what: "beside the answer that was delivered", who: "the compiler", path: w.url("versions", "1"), code: 200, says: "With or without staff?"},
			{what: "among the questions asked once", who: belgium, path: w.url("questions"), code: 200, says: "With or without staff?"},
			{what: "which its first page says", who: belgium, path: w.url(), code: 200, says: "2 questions to your answers are open"},
			{what: "and beside all answers", who: belgium, path: w.url("check"), code: 200, says: "With or without staff?"},
			{what: "but not to others", who: "the Danish coordinator", path: w.at(), code: 200, lacks: "With or without staff?"},
			{what: "they are settled", who: norway, path: at + "/settle", send: url.Values{}, code: 303},
			{what: "by both", who: belgium, path: at + "/settle", send: url.Values{}, code: 303},
			{what: "and one is left", who: norway, path: w.at("tracking"), code: 200, says: "1 open question", lacks: "2 open questions"},
		} {
			w.visit(v)
		}
	})
}

func TestWhatCameBackIsMarked(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		r := w.complete()
		w.must(w.submitted())
		_, err := w.flow.Return(t.Context(), w.actor(norway), w.belgium.ID, "Which year was that?", []workflow.Place{{Record: r, Question: "title"}, {Record: r, Question: "costs"}})
		w.must(err)
		w.cell(t.Context(), r, "title", "A campaign of 2015")
		w.must(w.submitted())
		for _, v := range []visit{
			{what: "the requester is led to it", who: norway, path: w.at(), code: 200, says: "What changed"},
			{what: "it was returned with a question", who: norway, path: w.url("versions", "2"), code: 200, says: "Returned with: Which year was that?"},
			{what: "what changed is marked", who: norway, path: w.url("versions", "2"), code: 200, says: "What changed since version 1:"},
			{what: "and what did not", who: norway, path: w.url("versions", "2"), code: 200, says: "It says the same as in version 1."},
			{what: "the first version was asked nothing", who: norway, path: w.url("versions", "1"), code: 200, lacks: "Returned with:"},
		} {
			w.visit(v)
		}
	})
}
