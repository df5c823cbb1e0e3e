package handlers

import (
	"fmt"
	"strings"
	"testing"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

func TestTheListOfAHQs(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.draft()
		const issued, secret = "information campaigns", "online applications"
		for _, c := range []struct {
			what, who, query string
			has, lacks       string
		}{
			{"a requester finds a draft of their own", norway, "", secret, "nothing"},
			{"others find only what was issued", belgium, "", issued, secret},
			{"a compiler finds what they compile", "the compiler", "", issued, secret},
			{"an administrator finds no AHQ", admin, "", "No AHQ that you may see", issued},
			{"words are looked for, however written", norway, "?text=ONLINE", secret, issued},
			{"what is looked for stays in its field", norway, "?text=%22leaflets%22", `value="&#34;leaflets&#34;"`, issued},
			{"a state is looked for", norway, "?state=draft", secret, issued},
			{"one that is unknown finds nothing", norway, "?state=lost", "No AHQ that you may see", issued},
			{"an NCP that coordinates may launch one", belgium, "", "Launch a new AHQ", "nothing"},
			{"a reader may not", "the Belgian reader", "", issued, "Launch a new AHQ"},
		} {
			t.Run(c.what, func(t *testing.T) {
				page := w.as(c.who).page("/ahqs" + c.query)
				if !strings.Contains(page, c.has) || strings.Contains(page, c.lacks) {
					t.Errorf("it should have %q and lack %q:\n%s", c.has, c.lacks, words(page))
				}
			})
		}
	})
}

func TestALongListGoesOn(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		q, _ := forms.Shipped("online-applications")
		for i := range ahqsOnPage {
			_, err := w.flow.CreateAHQ(t.Context(), w.actor(norway), workflow.AHQForm{
				Topic: fmt.Sprintf("subject %d", i), Lead: "NO", Addressing: models.All, Questionnaire: q, Dissemination: models.OpenDissemination,
			})
			w.must(err)
		}
		b := w.as(norway)
		first := b.page("/ahqs?text=s")
		if n := strings.Count(first, `<th scope="row"`); n != ahqsOnPage {
			t.Fatalf("the first page has %d AHQs", n)
		}
		next := ""
		for _, n := range readPage(t, first).all("a") {
			if attr(n, "rel") == "next" {
				next = attr(n, "href")
			}
		}
		second := b.page(next)
		if !strings.Contains(next, "text=s") || strings.Count(second, `<th scope="row"`) != 1 || strings.Contains(second, `rel="next"`) {
			t.Errorf("%s does not have the one that is left:\n%s", next, words(second))
		}
	})
}
