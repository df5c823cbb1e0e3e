package handlers

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"ahq/models"
	"ahq/workflow"
)

// again is a draft on what Norway asked already.
func (w *world) again() (models.AHQ, string) {
	w.t.Helper()
	a, err := w.flow.CreateAHQ(w.t.Context(), w.actor("the Norwegian coordinator"), workflow.AHQForm{
		Topic: "campaigns of information", Lead: "NO", Addressing: models.All, Questionnaire: campaigns,
		ReplyBy: "2017-03-01", Dissemination: models.OpenDissemination,
	})
	w.must(err)
	return a, ahqURL(a)
}

func TestEarlierAHQsAreLookedAtBeforeANewOneGoesOut(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.delivered(models.WiderNo)
		w.compile(models.Internal)
		_, at := w.again()
		norway := w.as("the Norwegian coordinator")
		page := norway.get(at + "/issue")
		for _, want := range []string{*w.ahq.Reference + ":", "<mark>campaigns</mark>", "Answered by Belgium.", "Why a new one is needed"} {
			if !strings.Contains(page.Body, want) {
				t.Errorf("before it is issued the page does not say %q: %s", want, words(page.Body))
			}
		}
		if form := norway.get(at + "/edit"); !strings.Contains(words(form.Body), "information campaigns: Belgium") {
			t.Errorf("the form does not say who answered: %s", words(form.Body))
		}
		if a := norway.post(at+"/issue", nil); a.Code != http.StatusUnprocessableEntity || !strings.Contains(a.Body, `href="#new_why"`) {
			t.Errorf("issued without a look: %d %s", a.Code, words(a.Body))
		}
		long := url.Values{"new_why": {strings.Repeat("x", 300_000)}}
		if a := norway.post(at+"/new-why", long); a.Code != http.StatusUnprocessableEntity || !strings.Contains(a.Body, "xxxx") {
			t.Errorf("too long a word: %d", a.Code)
		}
		if a := norway.post(at+"/links", url.Values{"reference": {"1999.1"}, "relation": {"updates"}}); a.Code != http.StatusUnprocessableEntity || !strings.Contains(words(a.Body), "no AHQ with the reference") {
			t.Errorf("a link to none: %d %s", a.Code, words(a.Body))
		}
		none := w.visit(visit{what: "a relation that is none", who: "the Norwegian coordinator", path: at + "/links", send: url.Values{"reference": {*w.ahq.Reference}, "relation": {"friend"}}, code: 422, says: `href="#links"`})
		checkStructure(t, none.Body)
		if strings.Contains(none.Body, "/edit#re") || !strings.Contains(none.Body, `id="links-problem"`) {
			t.Errorf("it is not said beside the links: %s", words(none.Body))
		}
		w.visit(visit{what: "a link taken back twice", who: "the Norwegian coordinator", path: at + "/links/remove", send: url.Values{"ahq": {string(w.ahq.ID)}}, code: 409, says: "somebody took the link back already"})
		if a := norway.post(at+"/links", url.Values{"reference": {*w.ahq.Reference}, "relation": {"updates"}}); a.Code != http.StatusSeeOther {
			t.Fatalf("a link: %d %s", a.Code, words(a.Body))
		}
		if a := norway.post(at+"/issue", nil); a.Code != http.StatusSeeOther {
			t.Fatalf("linked, it is not issued: %d %s", a.Code, words(a.Body))
		}
		if a := w.as("the Danish coordinator").get(ahqURL(w.ahq)); !strings.Contains(words(a.Body), "updated by AHQ") {
			t.Errorf("the earlier one does not say by what it is updated: %s", words(a.Body))
		}
		if a := norway.get(at + "/history"); !strings.Contains(words(a.Body), "linked it: updates AHQ "+*w.ahq.Reference) {
			t.Errorf("its history says %s", words(a.Body))
		}
	})
}

func TestAWordWhyANewOneIsNeededIsEnough(t *testing.T) {
	w := newWorld(t)
	a, at := w.again()
	norway := w.as("the Norwegian coordinator")
	if a := norway.post(at+"/links", url.Values{"reference": {*w.ahq.Reference}, "relation": {"part_of"}}); a.Code != http.StatusSeeOther {
		t.Fatalf("a link: %d", a.Code)
	}
	if a := norway.post(at+"/links/remove", url.Values{"ahq": {string(w.ahq.ID)}}); a.Code != http.StatusSeeOther {
		t.Fatalf("taken back: %d", a.Code)
	}
	if a := norway.post(at+"/issue", nil); a.Code != http.StatusUnprocessableEntity {
		t.Errorf("issued with its link taken back: %d", a.Code)
	}
	if a := norway.post(at+"/new-why", url.Values{"new_why": {"The law has changed."}}); a.Code != http.StatusSeeOther {
		t.Fatalf("why: %d %s", a.Code, words(a.Body))
	}
	if a := norway.post(at+"/issue", nil); a.Code != http.StatusSeeOther {
		t.Errorf("it is not issued: %d %s", a.Code, words(a.Body))
	}
	if a := norway.get(ahqURL(a) + "/history"); !strings.Contains(words(a.Body), "The law has changed.") {
		t.Errorf("its history does not say why: %s", words(a.Body))
	}
}

func TestThemesAreChosenInTheFormAndLookedForInTheLibrary(t *testing.T) {
	w := newWorld(t)
	a, at := w.again()
	norway := w.as("the Norwegian coordinator")
	form := with(fields(t, norway.page(at+"/edit")), "topic", "campaigns of information", "addressing", "all", "dissemination", "open", "reply_by", "2017-03-01")
	form["themes"] = []string{"return", "communication"}
	if a := norway.post(at+"/edit", form); a.Code != http.StatusSeeOther {
		t.Fatalf("themes are not saved: %d %s", a.Code, words(a.Body))
	}
	w.sendsOut(a)
	_, err := w.flow.Close(t.Context(), w.actor("the Norwegian coordinator"), a.ID)
	w.must(err)
	if a := w.as("the Danish coordinator").get("/library?theme=return"); !strings.Contains(a.Body, "campaigns of information") || !strings.Contains(a.Body, `<option value="communication"`) {
		t.Errorf("it is not found by its theme: %s", words(a.Body))
	}
	form.Set("themes", "none")
	_, again := w.again()
	form.Set("was", fields(t, norway.page(again+"/edit")).Get("was"))
	if a := norway.post(again+"/edit", form); a.Code != http.StatusUnprocessableEntity {
		t.Errorf("a theme that is none: %d", a.Code)
	}
}
