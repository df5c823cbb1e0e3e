package workflow

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
	"ahq/workflow/document"
)

// revised is the AHQ as published, compiled for both audiences, and then
// changed: Belgium amends its words, Austria keeps its answer inside the
// network, Germany lets its own out, and Norway answers too.
func (w *world) revised() models.AHQ {
	w.t.Helper()
	a := w.published()
	w.edition(a, models.Internal)
	w.edition(a, models.Public)
	w.clock.pass(24 * time.Hour)
	_, err := w.Reopen(w.ctx, w.as("NO coordinator"), a.ID)
	w.must(err)
	be := w.of(a, "BE")
	w.amend(a, "BE")
	w.must(w.write("BE coordinator", be, "", "policy", "We inform, and listen.\n\n• here\n• there, see http://be.example"))
	w.must(w.write("BE coordinator", be, "r2", "partners", "The mayors"))
	w.must(w.write("BE coordinator", be, "r2", "lessons", ""))
	w.must(w.DeleteRecord(w.ctx, w.as("BE coordinator"), be.ID, "r1"))
	_, err = w.AddRecord(w.ctx, w.as("BE coordinator"), be.ID, "inland")
	w.must(err)
	w.handIn(a, "BE", models.WiderYes)
	w.amend(a, "AT")
	w.must(w.write("AT coordinator", w.of(a, "AT"), "", "policy", "STRENG GEHEIM"))
	w.handIn(a, "AT", models.WiderNo)
	w.amend(a, "DE")
	w.must(w.write("DE coordinator", w.of(a, "DE"), "", "policy", "Offen"))
	w.handIn(a, "DE", models.WiderYes)
	_, err = w.Respond(w.ctx, w.as("NO coordinator"), a.ID, "NO")
	w.must(err)
	w.submitted(a, "NO", models.WiderYes)
	_, err = w.Close(w.ctx, w.as("NO coordinator"), a.ID)
	w.must(err)
	return a
}

func (w *world) amend(a models.AHQ, ncp string) {
	w.t.Helper()
	_, err := w.Amend(w.ctx, w.as(ncp+" coordinator"), w.of(a, ncp).ID, "a figure")
	w.must(err)
}

const internalChanges = `edition 1
New = Norway
Amended = Austria, 1 change; Belgium, 5 changes; Germany, 1 change
Dissemination changed = Austria, no longer disseminated wider; Germany, now disseminated wider
### Austria
| ¶ 1. What is your policy? | ¶ A sample answer of AT. | ¶ STRENG GEHEIM 
### Belgium
| ¶ 1. What is your policy? | ¶ We inform.  • here • there, see http://be.example | ¶ We inform, and listen.  • here • there, see http://be.example 
| ¶ MACEDONIA, & KOSOVO: Stay informed 
| ¶ Partners | ¶ Not disclosed. | ¶ The mayors 
| ¶ 5. What would you do differently? | ¶ Begin earlier. | ¶quiet Not answered. 
| ¶ Campaign r3 
| ¶ Campaign | ¶quiet Not reported. | ¶quiet Added, see below. 
| ¶ LIÈGE: At home 
| ¶ Campaign | ¶quiet Reported. | ¶quiet Removed. 
### Germany
| ¶ 1. What is your policy? | ¶ GEHEIM | ¶ Offen 
`

const publicChanges = `edition 1
New = Norway
Amended = Belgium, 5 changes
Dissemination changed = Austria, no longer disseminated wider; Germany, now disseminated wider
### Belgium
| ¶ 1. What is your policy? | ¶ We inform.  • here • there, see http://be.example | ¶ We inform, and listen.  • here • there, see http://be.example 
| ¶ MACEDONIA, & KOSOVO: Stay informed 
| ¶ Partners | ¶ Not disclosed. | ¶ The mayors 
| ¶ 5. What would you do differently? | ¶ Begin earlier. | ¶quiet Not answered. 
| ¶ Campaign r3 
| ¶ Campaign | ¶quiet Not reported. | ¶quiet Added, see below. 
| ¶ LIÈGE: At home 
| ¶ Campaign | ¶quiet Reported. | ¶quiet Removed. 
`

func TestTheChangesSinceTheEditionBefore(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.revised()
		for audience, want := range map[models.Audience]string{models.Internal: internalChanges, models.Public: publicChanges} {
			c := w.edition(a, audience)
			_, got, _ := strings.Cut(w.printed(c), "## Changes since ")
			got, _, _ = strings.Cut(got, "## Responses")
			if got != want {
				t.Errorf("in the %s edition got\n%s\nwant\n%s", audience, got, want)
			}
			var file bytes.Buffer
			_, err := w.Download(w.ctx, w.as("AT reader").Scope(), c.ID, Printing{}, JSON, &file)
			w.must(err)
			if !strings.Contains(file.String(), `"since": 1,`) || !strings.Contains(file.String(), `"text": "inform, and listen.\n\n",`) {
				t.Errorf("as data it reads\n%s", file.String())
			}
		}
	})
}

func TestTheChangesOfAPublicEditionGiveNothingAway(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	a := w.revised()
	c := w.edition(a, models.Public)
	for _, format := range []document.Format{document.DOCX, document.HTML, JSON} {
		for _, p := range []Printing{{}, {Layout: ByQuestion}} {
			var file bytes.Buffer
			name, err := w.Download(w.ctx, models.Scope{}, c.ID, p, format, &file)
			w.must(err)
			text := unpacked(t, file.Bytes())
			for _, secret := range []string{"GEHEIM", "A sample answer of AT", "office@at.example"} {
				if strings.Contains(text, secret) {
					t.Errorf("%s holds %q", name, secret)
				}
			}
		}
	}
}

func TestAFirstEditionHasNoChanges(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	a := w.published()
	for _, audience := range []models.Audience{models.Internal, models.Public} {
		if got := w.printed(w.edition(a, audience)); strings.Contains(got, "Changes since") {
			t.Errorf("the first %s edition reads\n%s", audience, got)
		}
	}
	w.must(w.SetSetting(w.ctx, w.as("administrator"), "prefix", "The official prefix:"))
	if got := w.printed(w.edition(a, models.Internal)); !strings.Contains(got, "## Changes since edition 1\n¶ No answer has changed.\n") {
		t.Errorf("with other words and the same answers it reads\n%s", got)
	}
}

// answering is an edition in which one NCP says something.
func answering(text string, change ...func(*filteredAnswer)) filtered {
	f := filtered{ahq: models.AHQ{Questionnaire: asked2016()}, number: 1}
	a := filteredAnswer{NCP: "BE", Name: "Belgium", Wider: true, Content: forms.Content{Answers: map[string]forms.Answer{"policy": {Text: text}}}}
	for _, c := range change {
		c(&a)
	}
	f.answers = []filteredAnswer{a}
	return f
}

func TestChanges(t *testing.T) {
	withheld := func(a *filteredAnswer) { a.Wider, a.Withheld, a.Content = false, true, forms.Content{} }
	inside := func(a *filteredAnswer) { a.Wider = false }
	for _, c := range []struct {
		when          string
		before, after filtered
		want          []ChangeKind
	}{
		{"nothing", answering("a"), answering("a"), nil},
		{"only spaces", answering("a  b"), answering("a\nb "), nil},
		{"another word", answering("a"), answering("b"), []ChangeKind{AmendedAnswer}},
		{"there was none", filtered{}, answering("a"), []ChangeKind{NewAnswer}},
		{"there is none any more", answering("a"), filtered{}, []ChangeKind{WithdrawnAnswer}},
		{"it was published, and is withheld", answering("a"), answering("b", withheld), []ChangeKind{NewDissemination}},
		{"it was withheld, and is published", answering("a", withheld), answering("b"), []ChangeKind{NewDissemination}},
		{"it was and is withheld", answering("a", withheld), answering("b", withheld), nil},
		{"inside, it was for all and is not", answering("a"), answering("b", inside), []ChangeKind{NewDissemination, AmendedAnswer}},
		{"a question that the NCP is not asked", answering("a"), answering("a", func(a *filteredAnswer) {
			a.Content.Answers["contact"] = forms.Answer{Text: "x@be.example"}
		}), nil},
	} {
		t.Run(c.when, func(t *testing.T) {
			all := changes(c.before, c.after)
			for _, change := range all {
				if change.Kind != AmendedAnswer && change.Cells != nil {
					t.Errorf("%s tells of %v", change.Kind, change.Cells)
				}
			}
			if diff := cmp.Diff(c.want, kindsOf(all)); diff != "" {
				t.Errorf("expected and told:\n%s", diff)
			}
		})
	}
}

func TestWordChanges(t *testing.T) {
	for _, c := range []struct{ was, is, want string }{
		{"", "", ""},
		{"the same", "the  same\n", ""},
		{"", "all of it", "+all of it+"},
		{"all of it", "", "-all of it-"},
		{"one two three", "one 2 three", "one -two -+2 +three"},
		{"one two", "one two three", "one two +three+"},
		{"one two three", "one two", "one two -three-"},
		{"one two", "one 2", "one -two -+2+"},
		{"one, two\n\nthree", "one, three", "one, -two\n\n-three"},
		{"été à Liège", "hiver à Liège", "-été -+hiver +à Liège"},
	} {
		marks := map[WordChange]string{Added: "+", Removed: "-"}
		got := ""
		for _, p := range WordChanges(c.was, c.is) {
			got += marks[p.Change] + p.Text + marks[p.Change]
		}
		if got != c.want {
			t.Errorf("from %q to %q is %q, want %q", c.was, c.is, got, c.want)
		}
	}
}

// Whatever two texts say, each can be had back from the pieces, word by word.
func TestNoWordIsLostInAComparison(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c ", "\n", "é", " • "}), 0, 40)
		was, is := strings.Join(words.Draw(t, "was"), " "), strings.Join(words.Draw(t, "is"), " ")
		pieces := WordChanges(was, is)
		if pieces == nil {
			pieces = []WordPiece{{Text: is}}
		}
		for text, other := range map[string]WordChange{was: Added, is: Removed} {
			var got strings.Builder
			for _, p := range pieces {
				if p.Change != other {
					got.WriteString(p.Text)
				}
			}
			if strings.Join(strings.Fields(got.String()), " ") != strings.Join(strings.Fields(text), " ") {
				t.Errorf("%q becomes %q", text, got.String())
			}
		}
	})
}

func TestAChangeIsToldWithAFewWordsAround(t *testing.T) {
	long := strings.Repeat("word ", 40)
	pieces := WordChanges(long+"old "+long, long+"new "+long)
	few := strings.Repeat("word ", around)
	for alone, want := range map[WordChange]string{Removed: "… " + few + "*old *" + few + "…", Added: "… " + few + "*new *" + few + "…"} {
		if got := starred(side(pieces, alone)); got != want {
			t.Errorf("what was %s reads %q, want %q", alone, got, want)
		}
	}
}

func TestASentenceWrittenAnewIsOneChange(t *testing.T) {
	for _, c := range []struct{ was, is, before, now string }{
		{"Yes, it was seen as good.", "No, it was not.", "*Yes, it was seen as good.*", "*No, it was not.*"},
		{"40 000 Euro", "45 000 EUR", "*40 000 Euro*", "*45 000 EUR*"},
		{"a b c", "a new b more c", "a b c", "a *new b more *c"},
		{"old one, and this stays, old two", "new one, and this stays, new two", "*old *one, and this stays, *old *two", "*new *one, and this stays, *new *two"},
	} {
		pieces := WordChanges(c.was, c.is)
		if before, now := starred(side(pieces, Removed)), starred(side(pieces, Added)); before != c.before || now != c.now {
			t.Errorf("%q, then %q: told as %q and %q", c.was, c.is, before, now)
		}
	}
}

// starred is a paragraph with stars around what is strong.
func starred(b document.Block) string {
	text := ""
	for _, s := range b.(document.Paragraph).Text {
		if s.Strong {
			s.Text = "*" + s.Text + "*"
		}
		text += s.Text
	}
	return strings.ReplaceAll(text, "**", "")
}

func TestComparingTakesTimeByLength(t *testing.T) {
	was, is := strings.Repeat("a b c d ", 25_000), strings.Repeat("b c x d ", 25_000)
	began := time.Now()
	WordChanges(was, is)
	if took := time.Since(began); took > 2*time.Second {
		t.Errorf("200,000 bytes took %s", took)
	}
}

// What the list of changes says of the edition before, the check for leaks knows
// as said; of whoever is withheld now there is nothing in it.
func TestTheListOfChangesIsNoFalseAlarm(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	a := w.revised()
	c := w.edition(a, models.Public)
	s, err := w.secrets(w.ctx, c)
	w.must(err)
	if diff := cmp.Diff([]ChangeKind{NewDissemination, AmendedAnswer, NewDissemination, NewAnswer}, kindsOf(s.clean.changes)); diff != "" {
		t.Errorf("of the clean edition expected and told:\n%s", diff)
	}
	for _, format := range everyFormat() {
		var file bytes.Buffer
		name, err := w.Download(w.ctx, models.Scope{}, c.ID, Printing{}, format, &file)
		w.must(err)
		w.must(s.absentFrom(name, format, bytes.NewReader(file.Bytes()), int64(file.Len())))
	}
}

func kindsOf(changes []Change) []ChangeKind {
	var kinds []ChangeKind
	for _, c := range changes {
		kinds = append(kinds, c.Kind)
	}
	return kinds
}
