package workflow

import (
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"ahq/models"
	"ahq/models/modelstest"
)

// correspondence is a world in which every letter is written at least once.
func correspondence(t *testing.T, w *world) models.AHQ {
	t.Helper()
	norway := w.as("NO coordinator")
	a := w.issued()
	w.must(w.Block(w.ctx, w.as("administrator"), w.people["GB coordinator"], true))
	w.issued(func(f *AHQForm) { f.Selected = []string{"GB"} })
	w.tick("2017-01-12 08:00")
	q, err := w.Ask(w.ctx, w.as("DE contributor"), a.ID, "DE", "Do leaflets count?\n- printed\n- on a screen")
	w.must(err)
	_, err = w.AnswerInquiry(w.ctx, norway, q.ID, "They do.")
	w.must(err)
	_, err = w.Correct(w.ctx, norway, a.ID, models.Wording{Background: "Norway wants to know more."}, "A year was wrong.")
	w.must(err)
	_, err = w.Extend(w.ctx, norway, a.ID, "2017-02-10", "DE")
	w.must(err)
	_, err = w.Extend(w.ctx, norway, a.ID, "2017-01-25", "")
	w.must(err)
	w.must(enterFor(w, a))
	_, err = w.TakeOver(w.ctx, w.as("BE coordinator"), w.of(a, "BE").ID)
	w.must(err)
	w.must(decline("We have none.")(w, a))
	w.submitted(a, "BE", models.WiderYes)
	thread, err := w.StartThread(w.ctx, norway, w.of(a, "BE").ID, Place{"", "policy"}, "Since when?")
	w.must(err)
	_, err = w.Settle(w.ctx, w.as("BE coordinator"), thread.ID)
	w.must(err)
	_, err = w.Return(w.ctx, norway, w.of(a, "BE").ID, "Per year?", []Place{{"", "policy"}})
	w.must(err)
	w.must(submit(models.WiderNo)(w, a))
	w.must(withdraw(w, a))
	w.must(submit(models.WiderNo)(w, a))
	c, err := w.Compile(w.ctx, norway, a.ID, models.Internal, "It is urgent.")
	w.must(err)
	w.must(w.printEdition(w.ctx, printArgs{c.ID}))
	w.must(w.printEdition(w.ctx, printArgs{c.ID}))
	w.must(amend("A figure was wrong.")(w, a))
	w.clock.set(t, "2017-01-26 09:00")
	w.submitted(a, "AT", models.WiderYes)
	_, err = w.Close(w.ctx, norway, a.ID)
	w.must(err)
	_, err = w.Reopen(w.ctx, norway, a.ID)
	w.must(err)
	_, err = w.CloseOn(w.ctx, norway, a.ID, "2017-02-10")
	w.must(err)
	w.clock.set(t, "2017-02-11 00:00")
	w.must(w.closeOver(w.ctx, closeArgs{}))
	_, err = w.Reopen(w.ctx, norway, a.ID)
	w.must(err)
	_, err = w.Cancel(w.ctx, norway, a.ID, "It is not needed.")
	w.must(err)
	w.must(w.RequestReset(w.ctx, "nobody@ahq.example"))
	return a
}

func TestEveryLetterCanBeRead(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		correspondence(t, w)
		all, err := store.Messages(w.ctx, 1000)
		w.must(err)
		for id, c := range map[letterID]struct{ to, subject, says string }{
			letterIssued:         {"AT coordinator", "AHQ 2016.1, information campaigns: please answer by 23 January 2017", "asks your NCP for an answer by 23 January 2017."},
			letterExtended:       {"AT coordinator", "new reply-by date", "The reply-by date is now 25 January 2017. It was 23 January 2017."},
			letterExtendedForOne: {"DE coordinator", "your new reply-by date", "For Germany the reply-by date is now 10 February 2017."},
			letterCorrected:      {"DE coordinator", "corrigendum", "Why: A year was wrong."},
			letterReopened:       {"AT coordinator", "open again", "answers are accepted again"},
			letterCancelled:      {"DE coordinator", "cancelled", "Why: It is not needed."},
			letterAsked:          {"NO coordinator", "a question", "Germany asks:\n\nDo leaflets count?"},
			letterAnswered:       {"AT coordinator", "a question answered", "The answer:\n\nThey do."},
			letterEntered:        {"BE coordinator", "entered for you", "A coordinator can take it over"},
			letterReturned:       {"BE coordinator", "please look again", "Per year?\n\nIt is about:\n\n- What is your policy?"},
			letterThread:         {"BE coordinator", "Belgium: about one answer", "NO coordinator writes about one answer of Belgium (What is your policy?):\n\nSince when?"},
			letterSettled:        {"NO coordinator", "Belgium: is it settled?", "BE coordinator says that what was asked"},
			letterSubmitted:      {"NO coordinator", "Belgium has answered", "Belgium has submitted version 1 of its response. Warnings that stayed open: 0."},
			letterSubmittedLate:  {"NO coordinator", "Austria has answered, late", "after the reply-by date of 25 January 2017. Warnings that stayed open: 0.\n\nThere are editions without it"},
			letterWithdrawn:      {"NO coordinator", "Belgium has withdrawn its answer", "no version of it is in force"},
			letterAmending:       {"NO coordinator", "Belgium amends its answer", "version 3 stays in force until the new one. Why: A figure was wrong."},
			letterDeclined:       {"NO coordinator", "Belgium has nothing to report", "nothing to report: We have none."},
			letterTakenOver:      {"NO coordinator", "Belgium has taken over", "has taken over the response that you entered"},
			letterReceipt:        {"AT coordinator", "received, thank you", "version 1, on 26 January 2017, 09:00:00 in Brussels. That was after the reply-by date of 25 January 2017, so it is marked as late.\n\nWider dissemination: yes."},
			letterClosed:         {"DE coordinator", "closed", "a first answer is not accepted any more"},
			letterClosedItself:   {"DE coordinator", "closed", "The day on which this AHQ was to close by itself is over"},
			letterEdition:        {"COM coordinator", "internal edition 1 is ready", "internal edition 1, with the response of 1 NCP."},
			letterReminder:       {"AT coordinator", "information campaigns: please answer by 23 January 2017", "Nothing has been written yet."},
			letterCall:           {"NO coordinator", "please call United Kingdom", "ask an administrator to give somebody access"},
			letterInvitation:     {"AT reader", "Your access to the Ad-Hoc Queries of the EMN", "You have been given access."},
			letterReset:          {"nobody", "Choose a new password", "within 2 hours"},
		} {
			found := false
			for _, m := range all {
				if m.Letter != string(id) || m.ToID != w.people[c.to] || !strings.HasSuffix(m.Subject, c.subject) || !strings.Contains(m.Body, c.says) {
					continue
				}
				found = true
				readMail(t, w, m)
			}
			if !found {
				t.Errorf("%s: nothing to the %s with %q and %q", id, c.to, c.subject, c.says)
				for _, m := range all {
					if m.Letter == string(id) {
						t.Logf("to %s: %s\n%s", m.Address, m.Subject, m.Body)
					}
				}
			}
		}
		for id := range letterbook {
			if !readElsewhere[id] && !strings.Contains(letterIDs(all), "/"+string(id)+"/") {
				t.Errorf("nobody reads the letter %q", id)
			}
		}
		if n := w.told("COM coordinator", "is ready"); n != 1 {
			t.Errorf("an edition that is printed twice is told of %d times", n)
		}
	})
}

// readElsewhere are letters that the tests of what they are about read.
var readElsewhere = map[letterID]bool{letterHookOff: true}

// letterIDs are what letters were written, between strokes.
func letterIDs(all []models.Message) string {
	ids := "/"
	for _, m := range all {
		ids += m.Letter + "/"
	}
	return ids
}

// readMail checks a message as it goes out: both texts say the same, with one
// link of ours each, and nothing is fetched.
func readMail(t *testing.T, w *world, m models.Message) {
	t.Helper()
	mail, err := w.mail(w.ctx, m)
	w.must(err)
	if strings.Contains(mail.Subject+mail.Text+mail.HTML, "<no value>") {
		t.Errorf("%s lacks a value:\n%s", m.Letter, mail.Text)
	}
	if dated := letterbook[letterID(m.Letter)].dated; dated != strings.Contains(string(mail.Calendar), "BEGIN:VEVENT") {
		t.Errorf("%s has this calendar: %q", m.Letter, mail.Calendar)
	}
	page, err := html.Parse(strings.NewReader(mail.HTML))
	w.must(err)
	var words strings.Builder
	var links []string
	for n := range page.Descendants() {
		switch {
		case n.Type == html.TextNode:
			words.WriteString(n.Data + " ")
		case n.Data == "img" || n.Data == "script" || n.Data == "link" || n.Data == "style":
			t.Errorf("%s has a %s", m.Letter, n.Data)
		}
		for _, a := range n.Attr {
			if a.Key == "href" {
				links = append(links, a.Val)
			}
		}
	}
	for word := range strings.FieldsSeq(m.Body) {
		if word != "-" && !strings.Contains(words.String(), word) {
			t.Errorf("%s says %q as text only", m.Letter, word)
		}
	}
	want := []string{w.URL + m.Path}
	if mail.Stop != "" {
		want = append(want, mail.Stop)
	}
	if strings.Join(links, " ") != strings.Join(want, " ") {
		t.Errorf("%s leads to %q, not %q", m.Letter, links, want)
	}
	for _, link := range want {
		if !strings.Contains(mail.Text, "\n"+link+"\n") {
			t.Errorf("%s does not lead to %s:\n%s", m.Letter, link, mail.Text)
		}
	}
	if m.Secret && strings.Contains(w.Written(m), m.Path) {
		t.Errorf("the outbox shows the secret of %s", m.Letter)
	}
}

func TestAnAnswerToALetterGoesToWhoCausedIt(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		correspondence(t, w)
		all, err := store.Messages(w.ctx, 1000)
		w.must(err)
		for id, want := range map[letterID]string{
			letterIssued: "no.coordinator@ahq.example", letterReturned: "no.coordinator@ahq.example", letterReceipt: "no.coordinator@ahq.example",
			letterDeclined: "be.coordinator@ahq.example", letterThread: "no.coordinator@ahq.example", letterSettled: "be.coordinator@ahq.example", letterAsked: "de.coordinator@ahq.example", letterSubmittedLate: "at.coordinator@ahq.example",
			letterInvitation: "", letterReset: "",
		} {
			for _, m := range all {
				if got := strings.Join(m.ReplyTo, " "); m.Letter == string(id) && got != want {
					t.Errorf("an answer to %s goes to %q, not %q", id, got, want)
				}
			}
		}
	})
}

func TestALetterIsLaidOut(t *testing.T) {
	for _, c := range []struct {
		text string
		want []block
	}{
		{"one", []block{{Lines: []string{"one"}}}},
		{"one\ntwo\n\nthree", []block{{Lines: []string{"one", "two"}}, {Lines: []string{"three"}}}},
		{"these:\n- a\n- b\nand more", []block{{Lines: []string{"these:"}}, {Items: []string{"a", "b"}}, {Lines: []string{"and more"}}}},
		{"- a - b", []block{{Items: []string{"a - b"}}}},
	} {
		if got := blocks(c.text); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q is %v, not %v", c.text, got, c.want)
		}
	}
}
