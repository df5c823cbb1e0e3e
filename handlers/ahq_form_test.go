package handlers

import (
	"net/url"
	"reflect"
	"slices"
	"strings"
	"testing"

	"ahq/models"
)

// soundForm is a form of an AHQ in which nothing is wrong.
var soundForm = url.Values{
	"questionnaire": {"norway-2016"}, "topic": {"family reunification"}, "background": {"First line.\r\nSecond line."},
	"on_behalf_of": {"the ministry"}, "lead": {"NO"}, "joint": {"FI"}, "addressing": {"selected"}, "selected": {"AT", "BE"},
	"reply_by": {"2017-02-17"}, "closes_on": {"2017-02-24"}, "dissemination": {"emn_only"},
}

func TestAnAHQIsWritten(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		a := w.visit(visit{what: "a whole form is saved", who: norway, path: "/ahqs", send: soundForm, code: 303})
		if !strings.HasPrefix(a.To, "/ahqs/") {
			t.Fatalf("it leads to %q", a.To)
		}
		page := w.as(norway).page(a.To)
		for _, want := range []string{
			"EMN Ad-Hoc Query on family reunification", "First line.\nSecond line.", "Norway and Finland", "the ministry", "17 February 2017",
			"Limited", "2 selected NCPs", "Austria and Denmark only", "Issue it",
		} {
			if !strings.Contains(page, want) {
				t.Errorf("the draft does not say %q:\n%s", want, words(page))
			}
		}
		w.visit(visit{what: "nobody else sees it", who: belgium, path: a.To, code: 404})
		form := w.as(norway).form(a.To + "/edit")
		for name, values := range soundForm {
			if got := form.Get(name); got != strings.ReplaceAll(values[len(values)-1], "\r\n", "\n") && name != "questionnaire" {
				t.Errorf("the form to edit it has %q in %s, not %q", got, name, values)
			}
		}
	})
}

func TestWhatIsWrongInAnAHQIsToldBesideWhatWasTyped(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		for _, c := range []struct {
			what  string
			send  url.Values
			field string // that is complained of
			says  string
		}{
			{"no topic", with(soundForm, "topic", " "), "topic", "Give the topic"},
			{"a topic of two lines", with(soundForm, "topic", "one\ntwo"), "topic", "A topic is one line"},
			{"a day that is none", with(soundForm, "reply_by", "2017-02-30"), "reply_by", "is not a day"},
			{"a day to close on before that", with(soundForm, "closes_on", "2017-02-16"), "closes_on", "It cannot close before the last reply-by date, 17 February 2017"},
			{"a day to close on that is none", with(soundForm, "closes_on", "2017-04-31"), "closes_on", "April 2017 has 30 days"},
			{"an earlier AHQ that is not there", with(with(soundForm, "relation", "1999.9"), "relation_kind", "updates"), "relations", "There is no AHQ with the reference \"1999.9\""},
			{"no way to address it", with(soundForm, "addressing", ""), "addressing", "Choose all NCPs"},
			{"no dissemination", with(soundForm, "dissemination", ""), "dissemination", "Choose open"},
			{"somebody else's lead", with(soundForm, "lead", "BE"), "lead", "You do not coordinate Belgium"},
			{"a lead that joins itself", with(soundForm, "joint", "NO"), "joint", "named twice"},
		} {
			t.Run(c.what, func(t *testing.T) {
				a := w.visit(visit{what: c.what, who: norway, path: "/ahqs", send: c.send, code: 422, says: c.says})
				checkStructure(t, a.Body)
				if !strings.Contains(a.Body, `href="#`+c.field+`"`) || !strings.Contains(a.Body, "<title>Error: ") {
					t.Errorf("no summary leads to %s", c.field)
				}
				for name, values := range fields(t, a.Body) {
					if typed := c.send[name]; len(typed) > 0 && !slices.Contains(typed, values[0]) && name != "background" && !strings.HasPrefix(name, "relation") { // there is one more of these
						t.Errorf("%s was %q, and came back as %q", name, typed, values)
					}
				}
			})
		}
	})
}

func TestADraftIsEdited(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		draft := w.draft()
		edit := ahqURL(draft) + "/edit"
		form := w.as(norway).form(edit)
		form.Set("topic", "the topic of the first")
		w.visit(visit{what: "who is first is saved", who: norway, path: edit, send: form, code: 303, to: ahqURL(draft)})

		form.Set("topic", "the topic of the second")
		a := w.visit(visit{what: "who is second sees both", who: norway, path: edit, send: form, code: 409, says: "Somebody else saved this draft"})
		checkStructure(t, a.Body)
		again := fields(t, a.Body)
		if !strings.Contains(words(a.Body), "the topic of the first") || again.Get("topic") != "the topic of the second" {
			t.Errorf("both topics should be there:\n%s", words(a.Body))
		}
		w.visit(visit{what: "and can save, knowing it", who: norway, path: edit, send: again, code: 303})
		if page := w.as(norway).page(ahqURL(draft)); !strings.Contains(page, "the topic of the second") {
			t.Error("the second was not saved")
		}
	})
}

func TestOnlyWhatIsShippedCanBeAsked(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		for _, v := range []visit{
			{what: "the form of one that is not shipped", path: "/ahqs/new?questionnaire=nothing", code: 404},
			{what: "an AHQ with one that is not shipped", path: "/ahqs", send: with(soundForm, "questionnaire", "../world"), code: 404},
		} {
			v.who = norway
			w.visit(v)
		}
	})
}

func TestWhoLeadsAlreadyCanStayTheLead(t *testing.T) {
	d := ahqDesk{subject: subject{Names: map[string]string{"FI": "Finland"}}}
	if got := d.leads("FI"); !reflect.DeepEqual(got, []choice{{"FI", plain("Finland"), true}}) {
		t.Errorf("the leads to choose from are %v", got)
	}
}

func TestWhoLeftStaysChosenAndIsSaidToHaveLeft(t *testing.T) {
	d := ahqDesk{subject: subject{Names: map[string]string{"GB": "United Kingdom", "AT": "Austria"}}}
	got := d.participants([]models.NCP{{Code: "AT", Name: "Austria"}}, []string{"GB"})
	want := []choice{{"AT", plain("Austria"), false}, {"GB", say("form.absent", "Name", "United Kingdom"), true}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
