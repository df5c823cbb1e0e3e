package workflow

import (
	"slices"
	"strings"
	"testing"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
)

func TestADraftMustBeSound(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		all := newWorld(t, store)
		taken := all.issued()
		for _, c := range []struct {
			name    string
			change  func(*AHQForm)
			refused string
		}{
			{"as it is", func(*AHQForm) {}, ""},
			{"without a reply-by date", func(f *AHQForm) { f.ReplyBy = "" }, ""},
			{"without a topic", func(f *AHQForm) { f.Topic = " " }, "/topic"},
			{"with a topic of two lines", func(f *AHQForm) { f.Topic = "a\nb" }, "/topic"},
			{"with a NUL in the background", func(f *AHQForm) { f.Background = "\x00" }, "/background"},
			{"led by an NCP that nobody knows", func(f *AHQForm) { f.Lead = "XX" }, "/lead"},
			{"led by an NCP of somebody else", func(f *AHQForm) { f.Lead = "BE" }, "/lead"},
			{"led jointly with oneself", func(f *AHQForm) { f.Joint = []string{"NO"} }, "/joint/0"},
			{"led by another, jointly with oneself", func(f *AHQForm) { f.Lead, f.Joint = "COM", []string{"NO"} }, ""},
			{"sent to nobody in particular", func(f *AHQForm) { f.Addressing = "" }, "/addressing"},
			{"sent twice to one", func(f *AHQForm) { f.Selected = []string{"BE", "BE"} }, "/selected/1"},
			{"of no dissemination", func(f *AHQForm) { f.Dissemination = "" }, "/dissemination"},
			{"to be answered by no day", func(f *AHQForm) { f.ReplyBy = "soon" }, "/reply_by"},
			{"asking what cannot be asked", func(f *AHQForm) { f.Questionnaire.Questions[0].Kind = "guess" }, "/questionnaire"},
			{"with a reference of its own", func(f *AHQForm) { f.Reference = "2014.3" }, ""},
			{"with a reference that is none", func(f *AHQForm) { f.Reference = "three" }, "/reference"},
			{"with a reference that is taken", func(f *AHQForm) { f.Reference = *taken.Reference }, "/reference"},
		} {
			t.Run(c.name, func(t *testing.T) {
				w := all.in(t)
				f := form2016()
				c.change(&f)
				_, err := w.CreateAHQ(w.ctx, w.as("NO coordinator"), f)
				w.expect(err, c.refused)
			})
		}
		_, err := all.CreateAHQ(all.ctx, all.as("NO contributor"), form2016())
		all.expect(err, "you may not")
	})
}

func TestIssuing(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		all := newWorld(t, store)
		for _, c := range []struct {
			name    string
			change  func(*AHQForm)
			refused string
			asked   string // those who get a response to fill in
		}{
			{"to selected NCPs", func(*AHQForm) {}, "", "AT BE DE"},
			{"to all: neither who asks, nor the Commission, nor who is yet to join", func(f *AHQForm) { f.Addressing = models.All }, "", "AT BE DE GB"},
			{"to selected ones, oneself too", func(f *AHQForm) { f.Selected = []string{"NO"} }, "", "NO"},
			{"to one who is yet to join", func(f *AHQForm) { f.Selected = []string{"BE", "HR"} }, "/selected/1", ""},
			{"to nobody", func(f *AHQForm) { f.Selected = nil }, "/selected", ""},
			{"to be answered by today", func(f *AHQForm) { f.ReplyBy = "2016-12-16" }, "/reply_by", ""},
			{"to be answered some day", func(f *AHQForm) { f.ReplyBy = "" }, "/reply_by", ""},
			{"asking nothing", func(f *AHQForm) { f.Questionnaire = forms.Questionnaire{ID: "none", Title: "Nothing"} }, "/questionnaire", ""},
		} {
			t.Run(c.name, func(t *testing.T) {
				w := all.in(t)
				f := form2016()
				c.change(&f)
				a, err := w.CreateAHQ(w.ctx, w.as("NO coordinator"), f)
				if err == nil {
					w.consider(a)
					a, err = w.Issue(w.ctx, w.as("NO coordinator"), a.ID)
				}
				w.expect(err, c.refused)
				if err != nil {
					return
				}
				if got := w.responding(a); got != c.asked {
					t.Errorf("asked %s; want %s", got, c.asked)
				}
				if n, err := store.Addressees(w.ctx, everything, a.ID); err != nil || len(n) != 6 {
					t.Errorf("%d participants are remembered, not the 6 of that day: %v", len(n), err)
				}
			})
		}
	})
}

// responding are those who have a response to an AHQ.
func (w *world) responding(a models.AHQ) string {
	w.t.Helper()
	all, err := w.Store.Responses(w.ctx, everything, a.ID)
	w.must(err)
	var codes []string
	for _, r := range all {
		codes = append(codes, r.NCP)
	}
	return strings.Join(codes, " ")
}

func TestReferencesCountByYear(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		imported := w.issued(func(f *AHQForm) { f.Reference = "2016.14" })
		next := w.issued()
		w.clock.set(t, "2017-01-01 00:30")
		newYear := w.issued()
		if *imported.Reference != "2016.14" || *next.Reference != "2016.15" || *newYear.Reference != "2017.1" {
			t.Errorf("%s, %s, %s", *imported.Reference, *next.Reference, *newYear.Reference)
		}
	})
}

func TestEditingADraft(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a, err := w.CreateAHQ(w.ctx, w.as("NO coordinator"), form2016())
		w.must(err)
		f := form2016()
		f.Topic = "another topic"
		edited, err := w.EditAHQ(w.ctx, w.as("NO coordinator"), a.ID, a.Version, f)
		w.must(err)
		if edited.Topic != "another topic" {
			t.Errorf("the topic is %q", edited.Topic)
		}
		_, err = w.EditAHQ(w.ctx, w.as("NO coordinator"), a.ID, a.Version, f)
		w.expect(err, "changed meanwhile")
		f.Lead = "BE"
		_, err = w.EditAHQ(w.ctx, w.as("NO coordinator"), a.ID, edited.Version, f)
		w.expect(err, "/lead")
		_, err = w.EditAHQ(w.ctx, w.as("BE coordinator"), a.ID, edited.Version, f)
		w.expect(err, "not found")
		_, err = w.Issue(w.ctx, w.as("NO coordinator"), a.ID)
		w.must(err)
		_, err = w.EditAHQ(w.ctx, w.as("NO coordinator"), a.ID, edited.Version, form2016())
		w.expect(err, "it is open")
	})
}

func TestACorrigendumChangesWordsOnly(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		for _, c := range []struct {
			name    string
			words   models.Wording
			why     string
			refused string
		}{
			{"nothing", models.Wording{}, "why", "nothing is different"},
			{"the same words", models.Wording{Topic: a.Topic, Labels: map[string]string{"title": "Title"}}, "why", "nothing is different"},
			{"a question that is not asked", models.Wording{Labels: map[string]string{"titel": "Name"}}, "why", "/labels/titel"},
			{"without a reason", models.Wording{Topic: "x"}, "", "/why"},
			{"a label", models.Wording{Labels: map[string]string{"lessons": "And then?"}}, "it was unclear", ""},
			{"the topic", models.Wording{Topic: "campaigns"}, "shorter", ""},
		} {
			_, err := w.Correct(w.ctx, w.as("NO coordinator"), a.ID, c.words, c.why)
			w.expect(err, c.refused)
		}
		now, err := store.AHQ(w.ctx, everything, a.ID)
		w.must(err)
		kept, err := store.Corrigenda(w.ctx, everything, a.ID)
		w.must(err)
		if now.Topic != "campaigns" || now.Background != a.Background || now.Questionnaire.Tables[0].FollowUp.Questions[0].Label != "And then?" {
			t.Errorf("the AHQ reads %+v", now)
		}
		if len(kept) != 2 || kept[0].Before.Labels["lessons"] != "What would you do differently?" || kept[0].After.Labels["lessons"] != "And then?" || kept[1].Before.Topic != a.Topic {
			t.Errorf("the corrigenda are %+v", kept)
		}
		if n := w.told("AT coordinator", "corrigendum"); n != 2 {
			t.Errorf("Austria is told of %d corrigenda", n)
		}
	})
}

// told counts what a person was written with these words in the subject.
func (w *world) told(name, words string) (n int) {
	w.t.Helper()
	all, err := w.Store.Messages(w.ctx, 1000)
	w.must(err)
	for _, m := range all {
		if m.ToID == w.people[name] && strings.Contains(m.Subject, words) {
			n++
		}
	}
	return n
}

func TestAnInquiryIsAnsweredToAll(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		q, err := w.Ask(w.ctx, w.as("BE contributor"), a.ID, "BE", "Posters too?")
		w.must(err)
		if n := w.told("NO coordinator", "a question"); n != 1 {
			t.Errorf("the requester is told %d times", n)
		}
		_, err = w.AnswerInquiry(w.ctx, w.as("AT coordinator"), q.ID, "No.")
		w.expect(err, "you may not")
		_, err = w.AnswerInquiry(w.ctx, w.as("NO coordinator"), q.ID, " ")
		w.expect(err, "/answer")
		_, err = w.AnswerInquiry(w.ctx, w.as("NO coordinator"), q.ID, "Yes.")
		w.must(err)
		_, err = w.AnswerInquiry(w.ctx, w.as("NO coordinator"), q.ID, "No.")
		w.expect(err, "was answered on 16 December 2016")
		for _, who := range []string{"AT coordinator", "BE coordinator", "DE coordinator"} {
			if n := w.told(who, "a question answered"); n != 1 {
				t.Errorf("%s is told %d times", who, n)
			}
		}
		_, err = w.Ask(w.ctx, w.as("BE contributor"), a.ID, "AT", "For another?")
		w.expect(err, "you may not")
		w.must(closing(w, a))
		_, err = w.Ask(w.ctx, w.as("BE contributor"), a.ID, "BE", "Too late?")
		w.expect(err, "closed")
	})
}

func TestAttachments(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		r := w.of(a, "BE")
		f, err := w.Attach(w.ctx, w.as("NO coordinator"), a.ID, File{Name: `C:\my files\..\table <1>.docx`, MediaType: "text/html; charset=x", Body: strings.NewReader("bytes")})
		w.must(err)
		if f.Name != "table 1.docx" || f.Size != 5 || f.MediaType != "text/html" {
			t.Errorf("attached as %+v", f)
		}
		own, err := w.AttachToResponse(w.ctx, w.as("BE contributor"), r.ID, File{Name: "annex.pdf", Body: strings.NewReader("annex")})
		w.must(err)
		_, err = w.AttachToResponse(w.ctx, w.as("BE reader"), r.ID, File{Name: "annex.pdf", Body: strings.NewReader("annex")})
		w.expect(err, "you may not")
		_, err = w.Attach(w.ctx, w.as("NO coordinator"), a.ID, File{Name: "/", Body: strings.NewReader("")})
		w.expect(err, "/name")
		_, err = w.Attach(w.ctx, w.as("NO coordinator"), a.ID, File{Name: "big", Body: strings.NewReader(strings.Repeat("x", largestFile+1))})
		w.expect(err, "/file")
		w.expect(w.RemoveAttachment(w.ctx, w.as("BE coordinator"), f.ID), "you may not")
		w.expect(w.RemoveAttachment(w.ctx, w.as("AT coordinator"), own.ID), "not found")
		w.must(w.RemoveAttachment(w.ctx, w.as("BE contributor"), own.ID))
		left, err := store.ResponseAttachments(w.ctx, everything, r.ID)
		w.must(err)
		if len(left) != 0 {
			t.Errorf("left are %+v", left)
		}
	})
}

func TestAnsweringUnasked(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.issued()
		first, err := w.Respond(w.ctx, w.as("NO coordinator"), a.ID, "NO")
		w.must(err)
		again, err := w.Respond(w.ctx, w.as("NO coordinator"), a.ID, "NO")
		w.must(err)
		if first.ID != again.ID {
			t.Error("the requester has two responses")
		}
		_, err = w.Respond(w.ctx, w.as("HR coordinator"), a.ID, "HR")
		w.expect(err, "/ncp")
		w.clock.set(t, "2017-01-11 09:00")
		_, err = w.Respond(w.ctx, w.as("HR coordinator"), a.ID, "HR")
		w.must(err)
		_, err = w.EnterForNCP(w.ctx, w.as("NO coordinator"), a.ID, "GB")
		w.must(err)
		if r := w.of(a, "GB"); !r.Entered {
			t.Error("what the requester enters is not marked")
		}
		if got := w.responding(a); got != "AT BE DE GB HR NO" {
			t.Errorf("responding are %s", got)
		}
		w.must(w.write("NO coordinator", w.of(a, "GB"), "", "policy", "It came by mail."))
		v, err := w.Submit(w.ctx, w.as("NO coordinator"), w.of(a, "GB").ID, models.WiderNo)
		w.must(err)
		if !v.Entered {
			t.Error("the version does not say who entered it")
		}
		_, err = w.EnterFor(w.ctx, w.as("NO coordinator"), first.ID)
		w.expect(err, "your own NCP")
		w.must(closing(w, a))
		_, err = w.Respond(w.ctx, w.as("COM coordinator"), a.ID, "COM")
		w.expect(err, "closed on 11 January 2017")
	})
}

func TestWhatTheEMNKeepsHasNoPublicEdition(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	a := w.issued(func(f *AHQForm) { f.Dissemination = models.EMNOnly })
	w.submitted(a, "BE", models.WiderYes)
	w.must(closing(w, a))
	_, err := w.Compile(w.ctx, w.as("NO coordinator"), a.ID, models.Public, "")
	w.expect(err, "for the EMN only")
	_, err = w.Compile(w.ctx, w.as("NO coordinator"), a.ID, models.Internal, "")
	w.must(err)
}

func TestCompilersAreNamed(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	a := w.issued()
	w.submitted(a, "BE", models.WiderYes)
	_, err := w.NameCompilers(w.ctx, w.as("NO coordinator"), a.ID, []models.PersonID{"who"})
	w.expect(err, "/persons/0")
	a, err = w.NameCompilers(w.ctx, w.as("NO coordinator"), a.ID, []models.PersonID{w.people["compiler"]})
	w.must(err)
	if !slices.Contains(a.Compilers, w.people["compiler"]) {
		t.Errorf("compilers are %v", a.Compilers)
	}
	_, err = w.Compile(w.ctx, w.as("NO coordinator"), a.ID, models.Internal, "soon")
	w.expect(err, "you may not")
	_, err = w.Compile(w.ctx, w.as("compiler"), a.ID, models.Internal, "soon")
	w.must(err)
	c, err := w.Compile(w.ctx, Itself(), a.ID, models.Internal, "again")
	w.must(err)
	if c.Number != 1 || c.Early != "soon" {
		t.Errorf("ahq itself makes edition %d, early because %q", c.Number, c.Early)
	}
}
