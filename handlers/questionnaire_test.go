package handlers

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"ahq/forms"
	"ahq/models"
)

// writes is what a draft asks now.
func (w *world) writes(a models.AHQ) forms.Questionnaire {
	w.t.Helper()
	now, err := w.flow.Store.AHQ(w.t.Context(), models.Scope{Unlimited: true}, a.ID)
	w.must(err)
	return now.Questionnaire
}

// asking puts a question into a form that takes it.
func asking(label, kind string, pairs ...string) url.Values {
	return with(url.Values{"label": {label}, "kind": {kind}, "rules": {"answered"}, "then": {"list"}}, pairs...)
}

func TestAnAHQIsWrittenFromNothing(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		page := w.visit(visit{what: "what there is to begin with", who: norway, path: "/ahqs/new", code: 200, says: "From nothing"})
		checkStructure(t, page.Body)
		form := with(w.as(norway).form("/ahqs/new?blank=yes"), "topic", "things", "addressing", "all", "dissemination", "open", "reply_by", "2017-01-24")
		made := w.visit(visit{what: "the draft is saved, and its questions come next", who: norway, path: "/ahqs", send: form, code: 303})
		at := made.To
		if !strings.HasSuffix(at, "/questionnaire") {
			t.Fatalf("it leads to %q", at)
		}
		page = w.visit(visit{what: "what is missing is told", who: norway, path: at, code: 200, says: "Nothing is asked: add a question or a table"})
		checkStructure(t, page.Body)
		w.visit(visit{what: "a choice is saved, and its options are asked for", who: norway, path: at + "/new-question",
			send: asking("Is there one?", "choice"), code: 303, to: at + "/questions/q1#kind"})
		page = w.visit(visit{what: "an unfinished question says so", who: norway, path: at + "/questions/q1", code: 200, says: "Options"})
		checkStructure(t, page.Body)
		options := asking("Is there one?", "choice", "was", fields(t, page.Body).Get("was"))
		options["option_id"], options["option"] = []string{"", "", ""}, []string{"Here", "", "There"}
		w.visit(visit{what: "the options are saved", who: norway, path: at + "/questions/q1", send: options, code: 303, to: at + "#q1"})
		w.visit(visit{what: "a second question waits for the first", who: norway, path: at + "/new-question",
			send: asking("Since when?", "date", "when", "q1", "when_was", ""), code: 303, to: at + "/questions/q4#when"})
		page = w.visit(visit{what: "its answers are offered", who: norway, path: at + "/questions/q4", code: 200, says: "Asked if the answer is"})
		checkStructure(t, page.Body)
		w.visit(visit{what: "one is chosen", who: norway, path: at + "/questions/q4",
			send: asking("Since when?", "date", "when", "q1", "when_was", "q1", "is", "o2", "was", fields(t, page.Body).Get("was"), "then", "another"),
			code: 303, to: at + "/new-question"})
		w.visit(visit{what: "a table is added", who: norway, path: at + "/new-table", send: url.Values{"title": {"Things"}, "record": {"thing"}, "by": {"NO"}, "follow_up": {"Norway asks"}}, code: 303, to: at + "/tables/t5"})
		w.visit(visit{what: "with a row", who: norway, path: at + "/new-question?table=t5", send: asking("Name", "text"), code: 303, to: at + "/tables/t5#q6"})
		w.visit(visit{what: "and a follow-up question", who: norway, path: at + "/new-question?follow_up=yes&table=t5", send: asking("Was it good?", "verdict"), code: 303, to: at + "/questions/q7#kind"})
		for _, look := range []string{"", "/questions/q7", "/tables/t5", "/new-question?table=t5", "/new-table", "/parts/q1/remove", "/parts/t5/remove"} {
			checkStructure(t, w.as(norway).page(at+look))
		}
		w.visit(visit{what: "who removes it is told what waits for it", who: norway, path: at + "/parts/q1/remove", code: 200, says: "1 question is asked only after an answer to it"})
		home := strings.TrimSuffix(at, "/questionnaire")
		w.visit(visit{what: "the time to answer is short", who: norway, path: home, code: 200, says: "shorter than the two weeks that are usual"})
		w.visit(visit{what: "it is issued", who: norway, path: home + "/issue", send: url.Values{}, code: 303})
		w.visit(visit{what: "an NCP sees the question", who: belgium, path: home, code: 200, says: "Is there one?"})
		w.visit(visit{what: "and nothing of it is written any more", who: norway, path: at, code: 303, to: home})
		w.visit(visit{what: "not even by a form that is still open", who: norway, path: at + "/questions/q4", send: asking("Since which year?", "date"), code: 409})
	})
}

func TestQuestionsArePutInOrderAndRemoved(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		draft := w.draft()
		at := ahqURL(draft) + "/questionnaire"
		w.visit(visit{what: "one is moved up", who: norway, path: at + "/parts/permits/move", send: url.Values{"to": {"up"}}, code: 303, to: at + "?at=permits&way=up#permits"})
		page := w.visit(visit{what: "it waits now for a later one, and says so", who: norway, path: at, code: 200, says: "which is asked after it"})
		if ids := w.writes(draft).Questions; ids[0].ID != "permits" || ids[1].ID != "online" {
			t.Errorf("the order is %s, %s", ids[0].ID, ids[1].ID)
		}
		if !strings.Contains(page.Body, `href="`+at+`/questions/permits#when"`) {
			t.Error("no link leads to it")
		}
		w.visit(visit{what: "it cannot be issued so", who: norway, path: ahqURL(draft) + "/issue", send: url.Values{}, code: 422, says: "which is asked after it"})
		w.visit(visit{what: "nor shown so", who: norway, path: ahqURL(draft) + "/trial", code: 200, says: "It can be shown once this is put right"})
		w.visit(visit{what: "one is moved nowhere", who: norway, path: at + "/parts/permits/move", send: url.Values{"to": {"sideways"}}, code: 400})
		w.visit(visit{what: "one is removed", who: norway, path: at + "/parts/permits/remove", send: w.as(norway).form(at + "/parts/permits/remove"), code: 303, to: at})
		w.visit(visit{what: "and is gone", who: norway, path: at + "/questions/permits", code: 404})
		w.visit(visit{what: "a list of a table that is not there", who: norway, path: at + "/new-question?table=none", code: 404})
		w.visit(visit{what: "others see nothing of it", who: belgium, path: at, code: 404})
	})
}

func TestTwoRequestersWriteOneDraft(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		draft := w.draft()
		at := ahqURL(draft) + "/questionnaire"
		question, whole, name := w.as(norway).form(at+"/questions/online"), w.as(norway).form(ahqURL(draft)+"/edit"), w.as(norway).form(at)
		w.visit(visit{what: "who is first is saved", who: norway, path: at + "/questions/online", send: with(question, "label", "The words of the first", "rules", "answered"), code: 303})
		a := w.visit(visit{what: "who is second sees both", who: norway, path: at + "/questions/online", send: with(question, "label", "The words of the second"), code: 409, says: "The words of the first"})
		checkStructure(t, a.Body)
		again := fields(t, a.Body)
		if again.Get("label") != "The words of the second" {
			t.Errorf("the words of the second became %q", again.Get("label"))
		}
		w.visit(visit{what: "and can save, knowing it", who: norway, path: at + "/questions/online", send: again, code: 303})
		if q := w.writes(draft).Questions[0]; q.Label != "The words of the second" {
			t.Errorf("it asks %q", q.Label)
		}
		w.visit(visit{what: "nobody wrote the rest of the draft", who: norway, path: ahqURL(draft) + "/edit", send: with(whole, "topic", "another topic"), code: 303})
		if q := w.writes(draft).Questions[0]; q.Label != "The words of the second" {
			t.Errorf("an old form undid a question: it asks %q", q.Label)
		}
		w.visit(visit{what: "a new name", who: norway, path: at, send: with(name, "title", "First name"), code: 303})
		w.visit(visit{what: "a name that comes too late", who: norway, path: at, send: with(name, "title", "Second name"), code: 409, says: "Somebody else called it “First name”"})
		w.visit(visit{what: "it is removed meanwhile", who: norway, path: at + "/parts/online/remove", send: w.as(norway).form(at + "/parts/online/remove"), code: 303})
		late := w.as(norway).post(at+"/questions/online", with(again, "label", "Still here"))
		if late.Code != 409 || !strings.Contains(words(late.Body), "Somebody else removed this question") || fields(t, late.Body).Get("label") != "Still here" {
			t.Errorf("%d: %s", late.Code, words(late.Body))
		}
		if rules := fields(t, late.Body)["rules"]; !slices.Equal(rules, again["rules"]) {
			t.Errorf("its rules were %v, and are %v", again["rules"], rules)
		}
		w.visit(visit{what: "and is written again", who: norway, path: at + "/new-question", send: fields(t, late.Body), code: 303})

		table := at + "/new-table"
		w.visit(visit{what: "a table", who: norway, path: table, send: url.Values{"title": {"Things"}, "record": {"thing"}}, code: 303})
		id := w.writes(draft).Tables[0].ID
		shown := w.as(norway).form(at + "/tables/" + id)
		shown["option_id"], shown["option"] = []string{"", ""}, []string{"Here", "There"}
		w.visit(visit{what: "with sections", who: norway, path: at + "/tables/" + id, send: shown, code: 303})
		stale := w.visit(visit{what: "written by two", who: norway, path: at + "/tables/" + id, send: with(shown, "title", "My things"), code: 409, says: "Somebody else changed this table"})
		checkStructure(t, stale.Body)
		row := at + "/new-question?table=" + id
		newRow := with(w.as(norway).form(row), "label", "Which of them?")
		removing := at + "/parts/" + id + "/remove"
		seen := w.as(norway).form(removing)
		w.visit(visit{what: "another adds a row", who: norway, path: row, send: with(newRow, "label", "Where?"), code: 303})
		shownAgain := w.visit(visit{what: "removed, as it was before", who: norway, path: removing, send: seen, code: 409, says: "Somebody else wrote in it since you saw it"})
		checkStructure(t, shownAgain.Body)
		w.visit(visit{what: "removed", who: norway, path: removing, send: fields(t, shownAgain.Body), code: 303})
		lost := w.visit(visit{what: "a row is written meanwhile", who: norway, path: row, send: newRow, code: 409, says: "as a question without a table"})
		checkStructure(t, lost.Body)
		w.visit(visit{what: "and is kept as a question", who: norway, path: at + "/new-question", send: fields(t, lost.Body), code: 303})
		if all := w.writes(draft).Questions; all[len(all)-1].Label != "Which of them?" {
			t.Errorf("the last question is %q", all[len(all)-1].Label)
		}
		gone := w.as(norway).post(at+"/tables/"+id, fields(t, stale.Body))
		if gone.Code != 409 || !strings.Contains(words(gone.Body), "Somebody else removed this table") {
			t.Errorf("%d: %s", gone.Code, words(gone.Body))
		}
	})
}

func TestAQuestionOfAnotherKindLosesWhatOnlyTheOldOneHad(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		draft := w.draft()
		at := ahqURL(draft) + "/questionnaire/questions/permits"
		form := w.as(norway).form(at)
		form["option_id"], form["option"] = []string{"all", "some", "pilot"}, []string{"All of them", "Some categories only", ""}
		form["audience"] = []string{"AT", "DK"}
		w.visit(visit{what: "options keep their ids under other words, and move", who: norway, path: at, send: with(form, "option_up", "some"), code: 303, to: at + "#kind"})
		q := w.writes(draft).Questions[1]
		if got := fmt.Sprint(q.Options, q.Audience); got != "[{some Some categories only} {all All of them}] [AT DK]" {
			t.Errorf("it offers %s", got)
		}
		w.visit(visit{what: "it becomes a text", who: norway, path: at, send: with(w.as(norway).form(at), "kind", "text"), code: 303})
		if q := w.writes(draft).Questions[1]; q.Kind != forms.TextKind || len(q.Options) > 0 {
			t.Errorf("it is %+v", q)
		}
		unsound := w.visit(visit{what: "a kind that there is not", who: norway, path: at, send: with(w.as(norway).form(at), "kind", "guess"), code: 422, says: "There is no kind"})
		checkStructure(t, unsound.Body)
		w.visit(visit{what: "words that are no text", who: norway, path: at, send: with(w.as(norway).form(at), "label", "a\x00b"), code: 422, says: "NUL"})
	})
}

func TestADraftIsTriedAndNothingIsKept(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		draft := w.draft()
		at := ahqURL(draft) + "/trial"
		page := w.visit(visit{what: "an NCP's questions", who: norway, path: at + "?ncp=FI", code: 200, says: "Can third-country nationals apply online"})
		checkStructure(t, page.Body)
		page = w.visit(visit{what: "what is wrong is told", who: norway, path: at + "?ncp=FI", send: url.Values{"online.text": {"Perhaps."}, "office.text": {"nobody"}}, code: 200, says: "valid e-mail address"})
		checkStructure(t, page.Body)
		if fields(t, page.Body).Get("online.text") != "Perhaps." {
			t.Error("what was typed is gone")
		}
		w.visit(visit{what: "an empty answer is missing", who: norway, path: at, send: url.Values{"online.text": {""}}, code: 200, says: "missing"})
		if again := w.as(norway).page(at + "?ncp=FI"); strings.Contains(again, "Perhaps.") {
			t.Error("it was kept")
		}
		responses, err := w.flow.Store.Responses(t.Context(), models.Scope{Unlimited: true}, draft.ID)
		w.must(err)
		if len(responses) > 0 {
			t.Errorf("a trial left %d responses", len(responses))
		}
		table := ahqURL(w.ahq) + "/trial?table=campaign&ncp="
		page = w.visit(visit{what: "a record of a table", who: norway, path: table + "BE", send: url.Values{"costs.text": {"49.780 EUR"}, "countries": {"CM"}, "section": {"inland"}}, code: 200, says: "49 780 EUR"})
		checkStructure(t, page.Body)
		w.visit(visit{what: "a question for some only is not shown to others", who: norway, path: ahqURL(w.ahq) + "/trial?ncp=DK", code: 200, says: "Only for Denmark"})
		if strings.Contains(w.as(norway).page(ahqURL(w.ahq)+"/trial?ncp=BE"), "Only for Denmark") {
			t.Error("Belgium is shown a question for Denmark")
		}
		w.visit(visit{what: "a table that is not there", who: norway, path: at + "?table=none", code: 404})
	})
}

func TestAnAHQBeginsFromAnEarlierOne(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.delivered(models.WiderNo)
		w.compile(models.Internal)
		from := "/ahqs/new?earlier=" + string(w.ahq.ID)
		w.visit(visit{what: "it is offered", who: norway, path: "/ahqs/new?text=information", code: 200, says: from})
		page := w.visit(visit{what: "its questions and background are there", who: norway, path: from, code: 200, says: "information campaigns: Belgium"})
		w.visit(visit{what: "another NCP reads the same", who: "the Danish coordinator", path: from, code: 200, says: "information campaigns: Belgium"})
		checkStructure(t, page.Body)
		form := fields(t, page.Body)
		if form.Get("background") != "We would like to know." {
			t.Errorf("its background is %q", form.Get("background"))
		}
		form["relation"], form["relation_kind"] = []string{"1999.9"}, []string{"updates"}
		w.visit(visit{what: "a wrong reference stays as it was typed", who: norway, path: "/ahqs", send: with(form, "topic", "more", "addressing", "all", "dissemination", "open"), code: 422, says: `value="1999.9"`})
		form["relation"], form["relation_kind"] = []string{*w.ahq.Reference, ""}, []string{"updates", "follow_up_of"}
		made := w.visit(visit{what: "it is saved", who: norway, path: "/ahqs", send: with(form, "topic", "more", "addressing", "all", "dissemination", "open"), code: 303})
		w.visit(visit{what: "it leads to the earlier one", who: norway, path: made.To, code: 200, says: "updates"})
		w.visit(visit{what: "and back", who: norway, path: ahqURL(w.ahq), code: 200, says: "updated by"})
		if strings.Contains(w.as(belgium).page(ahqURL(w.ahq)), "updated by") {
			t.Error("others see a draft")
		}
		w.visit(visit{what: "one that is not there", who: norway, path: "/ahqs/new?earlier=none", code: 404})
	})
}

func TestAQuestionnaireOf200QuestionsIsWritten(t *testing.T) {
	w := newWorld(t)
	draft := w.draft()
	for i := range 190 {
		_, err := w.flow.PutQuestion(t.Context(), w.actor(norway), draft.ID, forms.Listing{}, forms.Question{Label: fmt.Sprintf("Question %d", i), Kind: forms.TextKind}, "")
		w.must(err)
	}
	page := w.as(norway).page(ahqURL(draft) + "/questionnaire")
	if n := strings.Count(page, `<li id="`); n != 200 {
		t.Errorf("%d questions are listed", n)
	}
	checkStructure(t, page)
}

func TestAQuestionIsCalledByItsWords(t *testing.T) {
	for _, c := range []struct {
		q    forms.Question
		want string
	}{
		{forms.Question{Label: "Since when?"}, "Since when?"},
		{forms.Question{Number: "3", Label: "Since when?"}, "3. Since when?"},
		{forms.Question{Label: " "}, "Without words yet"},
		{forms.Question{Number: "3"}, "Without words yet"},
	} {
		if got := inEnglish(t, questionName(c.q)); got != c.want {
			t.Errorf("%q with the number %q is called %q, not %q", c.q.Label, c.q.Number, got, c.want)
		}
	}
}
