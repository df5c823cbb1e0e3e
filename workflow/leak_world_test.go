package workflow

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"pgregory.net/rapid"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow/document"
)

// An asked edition is what was delivered to a small AHQ, and the public edition
// to be made of it. Every text that must not be in it has a canary, a word that
// stands nowhere else.
type askedEdition struct {
	words    models.Frozen
	edition  models.Compilation
	all      []models.Unfiltered
	canaries []canary
}

// A canary is that word, and the withheld text and the place it stands in; a few
// texts have none.
type canary struct {
	word, ncp, place, text string
	compiled               bool // in the version that the edition has
}

// phrases are what worlds say, in the open and withheld alike, so that NCPs say
// the same, and what is withheld begins like what is not.
var phrases = []string{
	"We inform people in the countries of origin about the risks of irregular migration and the rules of asylum.",
	"N/A", "/", "No information available.", "The campaign was evaluated.", "Η εκστρατεία αξιολογήθηκε από την υπηρεσία μετανάστευσης",
	"Кампанията беше оценена", "1. We print posters for schools.\n2. We send films.\n3. We answer questions", "• here\n• there",
	"See http://www.campaign.example/page?id=1 and https://other.example", "office@campaign.example", "49.780 EUR", "„Stay informed“ – a film; posters & radio\n\nand more",
}

// drawEdition draws a small world.
func drawEdition(t *rapid.T) *askedEdition {
	at := time.Date(2017, 1, 19, 9, 0, 0, 0, time.UTC)
	reference := "2017.1"
	e := &askedEdition{
		words: models.Frozen{
			Texts: DefaultTexts(), Names: map[string]string{},
			AHQ: models.AHQ{
				Reference: &reference, Topic: drawPhrase(t), Background: drawPhrase(t), Questionnaire: drawQuestionnaire(t),
				ReplyBy: "2017-01-23", IssuedAt: &at, Requesters: []models.Requester{{NCP: "AT", Lead: true}}, Dissemination: models.OpenDissemination,
			},
		},
		edition: models.Compilation{Audience: models.Public, Number: 1, MadeAt: at},
	}
	for code, name := range map[string]string{"AT": "Austria", "BE": "Belgium", "DE": "Germany", "FI": "Finland"} {
		e.words.Names[code] = name
	}
	for _, code := range []string{"AT", "BE", "DE", "FI"}[:rapid.IntRange(1, 4).Draw(t, "NCPs")] {
		e.all = append(e.all, e.drawNCP(t, code))
	}
	return e
}

func drawPhrase(t *rapid.T) string { return rapid.SampledFrom(phrases).Draw(t, "phrase") }

func drawQuestionnaire(t *rapid.T) forms.Questionnaire {
	q := forms.Questionnaire{ID: "drawn", Title: "Drawn", Questions: []forms.Question{{ID: "q0", Number: "1", Label: "What is your policy?", Kind: forms.LongTextKind}}}
	audience := rapid.SampledFrom([]forms.Audience{nil, {"AT"}, {"BE", "DE"}})
	if rapid.Bool().Draw(t, "second question") {
		q.Questions = append(q.Questions, forms.Question{ID: "q1", Label: "Since when?", Kind: forms.TextKind, Audience: audience.Draw(t, "audience")})
	}
	if rapid.Bool().Draw(t, "table") {
		table := forms.Table{ID: "campaigns", Title: "Campaigns", Record: "campaign", Rows: []forms.Question{
			{ID: "title", Label: "Title", Kind: forms.TextKind}, {ID: "partners", Label: "Partners", Kind: forms.TextKind, Audience: audience.Draw(t, "audience")}}}
		if rapid.Bool().Draw(t, "follow-up") {
			table.FollowUp = &forms.FollowUp{By: "AT", Title: "Additional questions from Austria", Questions: []forms.Question{{ID: "lessons", Number: "5", Label: "What did you learn?", Kind: forms.LongTextKind}}}
		}
		q.Tables = append(q.Tables, table)
	}
	return q
}

// drawNCP delivers once or several times: returned, amended or withdrawn after.
func (e *askedEdition) drawNCP(t *rapid.T, code string) models.Unfiltered {
	of := models.Unfiltered{NCP: code}
	count := rapid.IntRange(1, 3).Draw(t, "versions")
	of.Number = rapid.IntRange(0, count).Draw(t, "in force")
	wider := rapid.SliceOfN(rapid.Bool(), count, count).Draw(t, "wider")
	of.Withheld = of.Number > 0 && !wider[of.Number-1]
	for n := 1; n <= count; n++ {
		open := n == of.Number && wider[n-1]
		of.Versions = append(of.Versions, e.drawVersion(t, code, n, wider[n-1], open))
	}
	if of.Number == 0 || of.Withheld {
		of.Files = []string{e.hide(t, code, "the name of a file", "a poster of the campaign.pdf", false)}
	}
	for i := range e.canaries {
		e.canaries[i].compiled = e.canaries[i].compiled || e.canaries[i].ncp == code && strings.HasPrefix(e.canaries[i].place, fmt.Sprintf("version %d,", of.Number))
	}
	return of
}

// hide puts a canary into most texts, before the last word.
func (e *askedEdition) hide(t *rapid.T, ncp, place, text string, open bool) string {
	if open {
		return text
	}
	word := fmt.Sprintf("kanarie%dx", len(e.canaries))
	if rapid.IntRange(0, 3).Draw(t, "canary") == 0 {
		word = "" // others may say the same
	} else if at := strings.LastIndexByte(text, ' '); at > 0 {
		text = text[:at] + " " + word + text[at:]
	} else {
		text += " " + word + " and so on, as everybody knows there"
	}
	e.canaries = append(e.canaries, canary{word: word, ncp: ncp, place: place, text: text})
	return text
}

func (e *askedEdition) drawVersion(t *rapid.T, ncp string, n int, wider, open bool) models.Version {
	v := models.Version{Number: n, Wider: wider, Hash: "0123", SubmittedAt: e.edition.MadeAt, Content: forms.Content{NCP: ncp, Answers: map[string]forms.Answer{}}}
	hide := func(place, text string) string {
		return e.hide(t, ncp, fmt.Sprintf("version %d, %s", n, place), text, open)
	}
	answer := func(place string) forms.Answer { return drawAnswer(t, place, hide) }
	if rapid.Bool().Draw(t, "organisations") {
		v.Organisations = []string{hide("an organisation", "the Immigration Office of the state")}
	}
	for _, q := range e.words.AHQ.Questionnaire.Questions {
		v.Content.Answers[q.ID] = answer(q.ID)
	}
	for _, table := range e.words.AHQ.Questionnaire.Tables {
		for i := range rapid.IntRange(0, 2).Draw(t, "records") {
			r := forms.Record{ID: fmt.Sprintf("r%d", i+1), Cells: map[string]forms.Answer{}, Status: forms.Finished}
			r.Heading = hide(r.ID+" heading", "MACEDONIA\n& KOSOVO and elsewhere:")
			r.Note = answer(r.ID + " note")
			for _, q := range table.Questions() {
				r.Cells[q.ID] = answer(r.ID + " " + q.ID)
			}
			v.Content.Records = append(v.Content.Records, r)
		}
	}
	return v
}

func drawAnswer(t *rapid.T, place string, hide func(place, text string) string) forms.Answer {
	switch rapid.IntRange(0, 4).Draw(t, "kind of answer") {
	case 0:
		return forms.Answer{Reason: rapid.SampledFrom([]forms.Reason{forms.NotDisclosed, forms.NoInformation}).Draw(t, "reason")}
	case 1:
		return forms.Answer{Text: hide(place, drawPhrase(t)), Reason: forms.SameAs, As: "r1"}
	case 2:
		return forms.Answer{Text: hide(place, drawPhrase(t)), Confirmed: &forms.Confirmed{
			Warnings: map[forms.Rule]string{"money.currency": hide(place+", confirmed", "it is in the currency of the country")}}}
	default:
		return forms.Answer{Text: hide(place, drawPhrase(t)+" "+drawPhrase(t))}
	}
}

// filtered is the edition as the filter makes it, which here is given even what
// the store would not read.
func (e *askedEdition) filtered() filtered {
	f := worded(e.words)
	f.audience, f.number, f.made = e.edition.Audience, e.edition.Number, e.edition.MadeAt
	var delivered []models.Delivered
	for _, of := range e.all {
		if of.Number > 0 {
			delivered = append(delivered, models.Delivered{Response: models.Response{NCP: of.NCP}, Version: of.Versions[of.Number-1], Withheld: of.Withheld})
		}
	}
	f.take(delivered)
	return f
}

// everyFormat is what an edition can be downloaded as.
func everyFormat() []document.Format {
	var names []document.Format
	for _, f := range Formats() {
		names = append(names, f.Format)
	}
	return names
}

// file is an edition, written.
func file(t rapid.TB, f filtered, name document.Format) []byte {
	t.Helper()
	var b bytes.Buffer
	format, _ := FormatOf(name)
	write := func() (err error) {
		if f.reports, err = f.read(); err != nil {
			return err
		}
		return format.write(f, Printing{}, &b)
	}
	if err := write(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
