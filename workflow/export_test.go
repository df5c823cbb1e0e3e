package workflow

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
	"ahq/workflow/document"
)

// published is an AHQ that Austria, Belgium and Germany answered, closed: Austria
// late, Belgium with tables, Germany not for wider dissemination.
func (w *world) published() models.AHQ {
	w.t.Helper()
	a := w.issued()
	be := w.of(a, "BE")
	_, err := w.SaveContent(w.ctx, w.as("BE contributor"), be.ID, "", forms.Content{
		Questionnaire: "world", NCP: "BE",
		Answers: map[string]forms.Answer{"policy": {Text: "We inform.\n\n• here\n• there, see http://be.example"}},
		Records: []forms.Record{
			{Section: "inland", Heading: "LIÈGE", Cells: map[string]forms.Answer{"title": {Text: "At home"}, "partners": {Text: "N/A"}, "lessons": {Reason: forms.SameAs, As: "r2"}}},
			{Section: "origin", Heading: "MACEDONIA\n& KOSOVO", Countries: []string{"MK", "XK"}, Status: forms.Finished, Note: forms.Answer{Text: "Once more in spring."},
				Cells: map[string]forms.Answer{"title": {Text: "Stay informed"}, "partners": {Reason: forms.NotDisclosed}, "lessons": {Text: "Begin earlier."}}},
		},
	})
	w.must(err)
	w.must(w.SetOrganisations(w.ctx, w.as("BE contributor"), be.ID, []string{"Immigration Office", " "}))
	_, err = w.Submit(w.ctx, w.as("BE coordinator"), be.ID, models.WiderYes)
	w.must(err)
	w.must(w.write("DE coordinator", w.of(a, "DE"), "", "policy", "GEHEIM"))
	w.must(w.SetOrganisations(w.ctx, w.as("DE coordinator"), w.of(a, "DE").ID, []string{"Geheimamt"}))
	w.handIn(a, "DE", models.WiderNo)
	w.clock.set(w.t, "2017-01-25 08:00")
	w.submitted(a, "AT", models.WiderYes)
	w.clock.set(w.t, "2017-03-01 12:00")
	a, err = w.Close(w.ctx, w.as("NO coordinator"), a.ID)
	w.must(err)
	return a
}

func (w *world) handIn(a models.AHQ, ncp string, wider models.Wider) {
	w.t.Helper()
	_, err := w.Submit(w.ctx, w.as(ncp+" coordinator"), w.of(a, ncp).ID, wider)
	w.must(err)
}

func (w *world) edition(a models.AHQ, audience models.Audience) models.Compilation {
	w.t.Helper()
	c, err := w.Compile(w.ctx, w.as("NO coordinator"), a.ID, audience, "")
	w.must(err)
	return c
}

const internalEdition = `# EMN Ad-Hoc Query on information campaigns
Reference = REF
Requested by = Norway on 16 December 2016
On behalf of = a ministry
Reply by = 23 January 2017
Compiled on = 1 March 2017
Edition = Internal edition 1
Dissemination = Open
Responses from = Austria, Belgium, Germany (3 in Total)
¶quiet DISCLAIMER
## Background information
¶ Norway wants to know.
¶ It is for a study.
## Questions
¶ 1. What is your policy?
¶ 2. Whom can we write to? (Austria only)
¶ Campaigns
• Title
• Partners
¶ Additional questions from Norway
¶ 5. What would you do differently?
## At a glance
Answered = 3 of the 3 asked
Late = Austria
Nothing to report = None
No answer = None
### Campaigns
Campaigns = 2
By section = 1: In countries of origin
1: In-land
By status = 1 finished, 1 not said
Campaigns by country: Campaigns that each country reported: Austria 0, Belgium 2, Germany 0.
| Austria | Campaigns 0
| Belgium | Campaigns 2
| Germany | Campaigns 0
## Responses
| ¶ Austria | ¶ Yes | ¶mark Late: received on 25 January 2017. ¶ 1. What is your policy? ¶ A sample answer of AT. ¶ 2. Whom can we write to? ¶ office@at.example ¶ No campaign reported. 
| ¶ Belgium | ¶ Yes | ¶ 1. What is your policy? ¶ We inform. • here • there, see [http://be.example](http://be.example) ¶ 2 campaigns, see below. 
| ¶ Germany | ¶ No | ¶ 1. What is your policy? ¶ GEHEIM ¶ No campaign reported. 
## Austria
¶mark Late: received on 25 January 2017.
¶ 1. What is your policy?
¶ A sample answer of AT.
¶ 2. Whom can we write to?
¶ office@at.example
## Belgium
¶quiet Contributions from Immigration Office
¶ 1. What is your policy?
¶ We inform.
• here
• there, see [http://be.example](http://be.example)
### In countries of origin
#### MACEDONIA
& KOSOVO: Stay informed
| ¶ Title | ¶ Stay informed 
| ¶ Partners | ¶quiet Not disclosed. 
| ¶ Status | ¶ Finished 
| ¶ Note | ¶ Once more in spring. 
| ¶ Additional questions from Norway 
| ¶ 5. What would you do differently? | ¶ Begin earlier. 
### In-land
#### LIÈGE: At home
| ¶ Title | ¶ At home 
| ¶ Partners | ¶ N/A 
| ¶ Additional questions from Norway 
| ¶ 5. What would you do differently? | ¶quiet The same as for MACEDONIA, & KOSOVO: Stay informed. 
## Germany
¶quiet Contributions from Geheimamt
¶ 1. What is your policy?
¶ GEHEIM
`

func TestTheDocumentOfAnEdition(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.published()
		c := w.edition(a, models.Internal)
		want := strings.NewReplacer("REF", *a.Reference, "DISCLAIMER", DefaultTexts().Disclaimer).Replace(internalEdition)
		if got := w.printed(c); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	})
}

// printed is an edition as the network reads it.
func (w *world) printed(c models.Compilation) string {
	w.t.Helper()
	d, err := w.Document(w.ctx, w.as("AT reader").Scope(), c, Printing{})
	w.must(err)
	return told(d.Blocks)
}

func TestWhatIsWithheldIsInNoPublicFile(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		c := w.edition(w.published(), models.Public)
		for _, format := range []document.Format{document.DOCX, document.HTML, JSON} {
			var file bytes.Buffer
			name, err := w.Download(w.ctx, models.Scope{}, c.ID, Printing{}, format, &file)
			w.must(err)
			text := unpacked(t, file.Bytes())
			for _, secret := range []string{"GEHEIM", "Geheimamt"} {
				if strings.Contains(text, secret) {
					t.Errorf("%s holds %q", name, secret)
				}
			}
			for _, shown := range []string{"Germany", "We inform.", "Immigration Office"} {
				if !strings.Contains(text, shown) {
					t.Errorf("%s lacks %q", name, shown)
				}
			}
			if format != JSON && (!strings.Contains(text, DefaultTexts().Withheld) || !strings.Contains(text, "(3 in Total)")) {
				t.Errorf("%s does not say that an answer is withheld, or miscounts", name)
			}
		}
	})
}

// unpacked is all the text in a file, its parts unpacked.
func unpacked(t *testing.T, file []byte) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return string(file)
	}
	var all strings.Builder
	for _, part := range archive.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(text)
	}
	return all.String()
}

func TestAnEditionNeverChanges(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.published()
		c := w.edition(a, models.Internal)
		before := w.printed(c)

		again := w.edition(a, models.Internal)
		if again.ID != c.ID || again.Number != 1 {
			t.Errorf("compiled again with nothing changed: edition %d, another one", again.Number)
		}
		w.clock.pass(24 * 60 * 60 * 1e9)
		_, err := w.Reopen(w.ctx, w.as("NO coordinator"), a.ID)
		w.must(err)
		_, err = w.Correct(w.ctx, w.as("NO coordinator"), a.ID, models.Wording{Topic: "campaigns", Labels: map[string]string{"title": "Name"}}, "unclear")
		w.must(err)
		_, err = w.Extend(w.ctx, w.as("NO coordinator"), a.ID, "2017-04-01", "")
		w.must(err)
		_, err = w.Amend(w.ctx, w.as("DE coordinator"), w.of(a, "DE").ID, "a figure")
		w.must(err)
		w.must(w.write("DE coordinator", w.of(a, "DE"), "", "policy", "Anders"))
		w.must(w.SetOrganisations(w.ctx, w.as("DE coordinator"), w.of(a, "DE").ID, []string{"Anderes Amt"}))
		w.handIn(a, "DE", models.WiderYes)
		if got := w.printed(c); got != before {
			t.Errorf("the first edition reads differently now:\n%s\nbefore:\n%s", got, before)
		}
		_, err = w.Close(w.ctx, w.as("NO coordinator"), a.ID)
		w.must(err)
		next := w.edition(a, models.Internal)
		if got := w.printed(next); next.Number != 2 || !strings.Contains(got, "| ¶ Name |") || !strings.Contains(got, "Anders") || !strings.Contains(got, "Anderes Amt") {
			t.Errorf("the next edition is number %d and reads\n%s", next.Number, got)
		}
	})
}

func TestWhoReadsAnEdition(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w := newWorld(t, store)
		a := w.published()
		internal, public := w.edition(a, models.Internal), w.edition(a, models.Public)
		for _, c := range []struct {
			who     string
			scope   models.Scope
			edition models.CompilationID
			refused string
		}{
			{"the public, the public edition", models.Scope{}, public.ID, ""},
			{"the public, the internal edition", models.Scope{}, internal.ID, "not found"},
			{"another NCP, the internal edition", w.as("AT reader").Scope(), internal.ID, ""},
			{"somebody of no NCP, the internal edition", w.as("nobody").Scope(), internal.ID, "not found"},
			{"an administrator, the internal edition", w.as("administrator").Scope(), internal.ID, "not found"},
		} {
			t.Run(c.who, func(t *testing.T) {
				_, err := w.Download(w.ctx, c.scope, c.edition, Printing{}, document.HTML, io.Discard)
				w.in(t).expect(err, c.refused)
			})
		}
	})
}

func TestADraftIsMarkedAsOne(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	a := w.issued()
	r := w.answered(a, "BE")
	var file bytes.Buffer
	name, err := w.DownloadDraft(w.ctx, w.as("BE reader").Scope(), r.ID, Printing{}, document.HTML, &file)
	w.must(err)
	if name != "ahq-"+*a.Reference+"-be-draft.html" || !strings.Contains(file.String(), "DRAFT") || !strings.Contains(file.String(), "A sample answer of BE.") {
		t.Errorf("%s reads %s", name, file.String())
	}
	for _, who := range []string{"AT coordinator", "NO coordinator", "nobody"} {
		_, err := w.DownloadDraft(w.ctx, w.as(who).Scope(), r.ID, Printing{}, document.HTML, io.Discard)
		w.expect(err, "not found")
	}
}

func TestAnOperatorPutsTheOfficialTexts(t *testing.T) {
	t.Parallel()
	w := newWorld(t, modelstest.Open(t))
	a := w.published()
	before := w.edition(a, models.Public)
	asItWas := w.printed(before)
	w.must(w.SetSetting(w.ctx, w.as("administrator"), "prefix", "The official prefix:"))
	w.must(w.SetSetting(w.ctx, w.as("administrator"), "withheld", "The official sentence."))
	w.Texts.Disclaimer = "The disclaimer we were started with."
	got := w.printed(w.edition(a, models.Public))
	for _, words := range []string{"# The official prefix: information campaigns\n", "The official sentence.", "The disclaimer we were started with.", "Public edition 2"} {
		if !strings.Contains(got, words) {
			t.Errorf("%q is not in\n%s", words, got)
		}
	}
	if w.printed(before) != asItWas {
		t.Error("the texts of an edition changed after it was made")
	}
}
