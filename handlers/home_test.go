package handlers

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
)

func TestHomeSaysWhatIsDue(t *testing.T) {
	for _, c := range []struct {
		what string
		who  string
		is   func(*world)
		says []string
	}{
		{"an AHQ that nobody opened", "the Belgian coordinator", func(*world) {},
			[]string{"2017.1 by Norway, for Belgium", "Not opened", "Reply by 23 January 2017, <strong class=\"left\">4 days left", "Nothing written yet", "Start"}},
		{"one that is begun", "the Belgian coordinator", func(w *world) { w.complete() }, []string{"2 of 2 parts answered", "Last saved by:", "the Belgian contributor, today 10:02"}},
		{"one that is half done, a day later", "the Belgian coordinator", func(w *world) {
			w.cell(w.t.Context(), w.complete(), "title", "")
			w.clock = w.clock.AddDate(0, 0, 1)
		}, []string{"1 of 2 parts answered", `value="1" max="2"`, "the Belgian contributor, 19 January 2017, 10:02"}},
		{"one that was returned", "the Belgian coordinator", func(w *world) {
			w.complete()
			w.must(w.submitted())
			_, err := w.flow.Return(w.t.Context(), w.actor(norway), w.belgium.ID, "Is that in euro?", nil)
			w.must(err)
		}, []string{"Returned to you", "Returned by Norway:", "Is that in euro?"}},
		{"one that asks no table", "the Belgian coordinator", func(w *world) { w.smallAHQ(1) }, []string{"1 of 4 questions answered"}},
		{"on the last day", "the Belgian coordinator", func(w *world) { w.clock = time.Date(2017, 1, 23, 22, 59, 0, 0, time.UTC) }, []string{"due today"}},
		{"after the last day, which ends in Brussels", "the Belgian coordinator", func(w *world) { w.clock = time.Date(2017, 1, 23, 23, 0, 0, 0, time.UTC) }, []string{"1 day late"}},
		{"with more time for Belgium alone", "the Belgian coordinator", func(w *world) {
			_, err := w.flow.Extend(w.t.Context(), w.actor("the Norwegian coordinator"), w.ahq.ID, "2017-01-30", "BE")
			w.must(err)
		}, []string{"30 January 2017", "11 days left"}},
		{"what is handed in", "the Belgian coordinator", func(w *world) { w.complete(); w.must(w.submitted()) }, []string{"Nothing is due", "Handed in", "Submitted"}},
		{"nothing at all", "the Finnish coordinator", func(*world) {}, []string{"Nothing is due"}},
		{"the requester's AHQs", "the Norwegian coordinator", func(w *world) { w.complete(); w.must(w.submitted()) }, []string{"1 of 3 answered", "Requester"}},
		{"what came late and what was returned", norway, func(w *world) {
			w.complete()
			w.clock = w.clock.AddDate(0, 0, 7)
			w.must(w.submitted())
			_, err := w.flow.Return(w.t.Context(), w.actor(norway), w.belgium.ID, "Is that in euro?", nil)
			w.must(err)
		}, []string{"1 of 3 answered, 1 late, 1 returned"}},
		{"the compiler's", "the compiler", func(*world) {}, []string{"0 of 3 answered", "Compiler"}},
		{"what an administrator looks after", "the administrator", func(*world) {}, []string{`href="/people"`, `href="/outbox"`}},
		{"the clock of the demo", "the compiler", func(*world) {}, []string{"The clock of this demo says 19 January 2017, 10:02 in Brussels"}},
	} {
		t.Run(c.what, func(t *testing.T) {
			w := newWorld(t)
			c.is(w)
			body := w.as(c.who).page("/")
			for _, says := range c.says {
				if !strings.Contains(body, says) {
					t.Errorf("home does not say %q:\n%s", says, words(body))
				}
			}
			checkStructure(t, body)
		})
	}
}

// smallAHQ is another of Norway's, without a table, of which Belgium answered
// something.
func (w *world) smallAHQ(number int) models.Response {
	w.t.Helper()
	ctx, asks := w.t.Context(), w.actor(norway)
	q, _ := forms.Shipped("online-applications")
	draft, err := w.flow.CreateAHQ(ctx, asks, workflow.AHQForm{
		Topic: fmt.Sprintf("online applications %d", number), Lead: "NO", Addressing: models.Selected, Selected: []string{"BE"}, Questionnaire: q,
		ReplyBy: "2017-02-10", Dissemination: models.OpenDissemination,
	})
	w.must(err)
	a, err := w.flow.Issue(ctx, asks, draft.ID)
	w.must(err)
	r, err := w.flow.Store.ResponseOf(ctx, models.Scope{Unlimited: true}, a.ID, "BE")
	w.must(err)
	save := workflow.CellSave{Place: workflow.Place{Question: q.Questions[0].ID}, Answer: forms.Answer{Text: "Yes, since 2015."}}
	_, err = w.flow.SaveCell(ctx, w.actor("the Belgian contributor"), r.ID, save)
	w.must(err)
	return r
}

func TestTimeIsLeftOnlyForWhatIsWaitedFor(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		for _, c := range []struct {
			what string
			is   func()
			left bool
		}{
			{"a draft", func() { w.complete() }, true},
			{"one with nothing to report", func() {
				_, err := w.flow.Decline(t.Context(), w.actor("the Belgian coordinator"), w.belgium.ID, "none")
				w.must(err)
			}, false},
			{"one that was handed in", func() { w.must(w.submitted()) }, false},
		} {
			c.is()
			if left := strings.Contains(w.as("the Belgian coordinator").page(w.url()), "4 days left"); left != c.left {
				t.Errorf("%s: time is left: %t", c.what, left)
			}
		}
	})
}

func TestALabelIsCutBetweenWords(t *testing.T) {
	for text, want := range map[string]string{
		"Costs":                          "Costs",
		"Was the campaign a success?":    "Was the campaign a…",
		"Was the campaign, a success?":   "Was the campaign, a…",
		"Öffentlichkeitsarbeitskampagne": "Öffentlichkeitsarbeit…",
		"In one line\nand another":       "In one line …",
	} {
		if got := shortened(text, 21); got != want {
			t.Errorf("%q is cut to %q, not %q", text, got, want)
		}
	}
}

func TestTasksSayHowFarTheyAre(t *testing.T) {
	for _, c := range []struct {
		what  string
		is    func(*world)
		state string
		says  string
	}{
		{"an empty record", func(w *world) {
			_, err := w.flow.AddRecord(w.t.Context(), w.actor("the Belgian contributor"), w.belgium.ID, "inland")
			w.must(err)
		}, "Not started", "0 of 3 answered</span>"},
		{"a whole one", func(w *world) { w.complete() }, "Complete", "3 of 3 answered"},
		{"one with something missing", func(w *world) { w.cell(w.t.Context(), w.complete(), "title", "") }, "In progress", "2 of 3 answered: 1 missing"},
		{"one with a warning", func(w *world) { w.cell(w.t.Context(), w.complete(), "costs", "40 000") }, "Needs a look", "3 of 3 answered: 1 warning"},
	} {
		t.Run(c.what, func(t *testing.T) {
			w := newWorld(t)
			c.is(w)
			body := w.as("the Belgian reader").page(w.url())
			_, task, _ := strings.Cut(body, `<li id="r1" `)
			task, _, _ = strings.Cut(task, "</li>")
			if !strings.Contains(task, c.state) || !strings.Contains(task, c.says) {
				t.Errorf("the task says:\n%s\nnot %q and %q", task, c.state, c.says)
			}
		})
	}
}

func TestLookingAtAResponseIsNotedOnce(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		for _, who := range []string{"the Belgian reader", "the Belgian coordinator"} {
			w.as(who).page(w.url())
		}
		opened := 0
		events, err := w.flow.Store.Events(t.Context(), models.Scope{Unlimited: true}, string(w.belgium.ID))
		w.must(err)
		for _, e := range events {
			if e.Act == "open" {
				opened++
			}
		}
		if opened != 1 || w.responseOf("BE").OpenedAt == nil {
			t.Errorf("it was noted %d times", opened)
		}
	})
}
