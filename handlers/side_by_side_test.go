package handlers

import (
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
	"ahq/seeds"
	"ahq/workflow"
)

// answer has an NCP deliver some campaigns: heading, title, costs, whether it was
// a success.
func (w *world) answer(ncp string, campaigns ...[4]string) models.Response {
	w.t.Helper()
	content := forms.Content{Questionnaire: "campaigns", Answers: map[string]forms.Answer{"contact": {Text: "The ministry of " + ncp}, "once-denmark": {Text: "It is."}}}
	for _, c := range campaigns {
		content.Records = append(content.Records, forms.Record{Section: "origin", Heading: c[0], Cells: map[string]forms.Answer{
			"title": {Text: c[1]}, "costs": {Text: c[2]}, "success": {Text: c[3]},
		}})
	}
	if ncp != "DK" {
		delete(content.Answers, "once-denmark")
	}
	by, r := w.coordinatorOf(ncp), w.responseOf(ncp)
	_, err := w.flow.SaveContent(w.t.Context(), by, r.ID, "", content)
	w.must(err)
	_, err = w.flow.Submit(w.t.Context(), by, r.ID, models.WiderYes)
	w.must(err)
	return w.responseOf(ncp)
}

// coordinatorOf an NCP, who comes in if nobody is there yet.
func (w *world) coordinatorOf(ncp string) workflow.Actor {
	w.t.Helper()
	for name, p := range people {
		if len(p.Memberships) == 1 && p.Memberships[0] == (models.Membership{NCP: ncp, Role: models.Coordinator}) {
			return w.actor(name)
		}
	}
	p := models.Person{ID: models.NewID[models.PersonID](), Name: ncp, Email: address(ncp), CreatedAt: w.clock}
	w.must(w.flow.Store.Tx(w.t.Context(), func(tx *models.Tx) error {
		if err := tx.CreatePerson(w.t.Context(), &p); err != nil {
			return err
		}
		return tx.SetMembership(w.t.Context(), models.Membership{PersonID: p.ID, NCP: ncp, Role: models.Coordinator})
	}))
	a, err := w.flow.Actor(w.t.Context(), p.ID)
	w.must(err)
	return a
}

// sides are the countries of the page, in order, with the words of each.
func (w *world) sides(t *testing.T, who, query string) (names []string, said map[string]string) {
	t.Helper()
	body := w.as(who).page(w.at("answers") + query)
	checkStructure(t, body)
	said = map[string]string{}
	for _, part := range strings.Split(body, `<section class="side"`)[1:] {
		part, _, _ = strings.Cut(part, "</section>")
		text := words("<main><section" + part + "</section></main>")
		name, _, _ := strings.Cut(text, "Version")
		name = strings.TrimSpace(name)
		names, said[name] = append(names, name), text
	}
	return names, said
}

func TestOneQuestionSideBySide(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.answer("DK", [4]string{"GHANA", "Know", "10 000 EUR", "No, nobody came."}, [4]string{"MALI", "Know more", "5 000 DKK", "Yes, many came."})
		w.answer("BE", [4]string{"CAMEROON", "Stay safe", "49.780 EUR", "Yes, everybody came."})
		for _, c := range []struct {
			when, query string
			names       []string
			has, not    string
		}{
			{"nothing is chosen", "", []string{"Belgium", "Denmark"}, "1. CAMEROON Stay safe", "everybody came"},
			{"a question is chosen", "?question=campaign.success", []string{"Belgium", "Denmark"}, "everybody came", "49.780"},
			{"a country comes first", "?question=campaign.success&pin=DK", []string{"Denmark", "Belgium"}, "nobody came", ""},
			{"and no others", "?question=campaign.success&pin=DK&only=on", []string{"Denmark"}, "nobody came", ""},
			{"by verdict", "?question=campaign.success&verdict=no", []string{"Denmark"}, "1. GHANA", "2. MALI"},
			{"by a verdict that nobody gave", "?question=campaign.success&verdict=unknown", nil, "", ""},
			{"by currency", "?question=campaign.costs&currency=DKK", []string{"Denmark"}, "Read as: 5 000 DKK", "GHANA"},
			{"by section", "?question=campaign.costs&section=inland", nil, "", ""},
			{"a question asked once", "?question=.contact", []string{"Belgium", "Denmark"}, "The ministry of BE", ""},
			{"one asked of Denmark alone", "?question=.once-denmark", []string{"Denmark"}, "It is.", ""},
			{"what there is not", "?question=nothing.at-all&pin=XX&page=-7", []string{"Belgium", "Denmark"}, "1. CAMEROON", ""},
			{"behind the last page", "?page=9", nil, "", ""},
		} {
			names, said := w.sides(t, "the compiler", c.query)
			all := strings.ReplaceAll(strings.Join(slices.Sorted(maps.Values(said)), " "), "\u00a0", " ")
			if !slices.Equal(names, c.names) || !strings.Contains(all, c.has) || c.not != "" && strings.Contains(all, c.not) {
				t.Errorf("when %s: %q say\n%s", c.when, names, all)
			}
		}
	})
}

func TestADraftIsNotSetBesideWhatWasDelivered(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.complete()
		if names, _ := w.sides(t, norway, "?question=campaign.success"); names != nil {
			t.Errorf("a draft is shown of %q", names)
		}
		w.must(w.submitted())
		_, err := w.flow.Withdraw(t.Context(), w.actor(belgium), w.belgium.ID)
		w.must(err)
		if names, _ := w.sides(t, norway, "?question=campaign.success"); names != nil {
			t.Errorf("what was withdrawn is shown of %q", names)
		}
	})
}

func TestWhatChangedSinceTheVersionBeforeIsSaid(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		record := w.delivered(models.WiderNo)
		_, err := w.flow.Return(t.Context(), w.actor(norway), w.belgium.ID, "How many?", nil)
		w.must(err)
		w.cell(t.Context(), record, "success", "Yes, three hundred people came.")
		w.must(w.submitted())
		_, said := w.sides(t, "the compiler", "?question=campaign.success")
		if !strings.Contains(said["Belgium"], "Changed since version 1") || !strings.Contains(said["Belgium"], "removed: many") {
			t.Errorf("it says\n%s", said["Belgium"])
		}
		if _, said := w.sides(t, "the compiler", "?question=campaign.costs"); strings.Contains(said["Belgium"], "Changed since") {
			t.Errorf("nothing changed, and it says\n%s", said["Belgium"])
		}
	})
}

// BenchmarkSideBySide is the time until the first byte of a page of answers, as
// eight people see it who go through 13 questions to 30 countries with 25
// campaigns each, as fast as they can read, and without a pause.
func BenchmarkSideBySide(b *testing.B) {
	for name, open := range map[string]func(testing.TB) *models.Store{"sqlite": modelstest.Open, "postgres": modelstest.OpenPostgres} {
		w := newWorldOn(b, open(b))
		pages := w.thirty()
		reader := w.as("the compiler").in("en")
		reader.page(pages[0])
		b.Run(name+"/numbers", func(b *testing.B) {
			firstBytes(b, 8, time.Second, func(int) *http.Request { return reader.request(http.MethodGet, w.at("numbers"), nil) }, reader.client)
		})
		for pace, pause := range map[string]time.Duration{"turning": time.Second / 2, "flat-out": 0} {
			b.Run(name+"/"+pace, func(b *testing.B) {
				firstBytes(b, 8, pause, func(i int) *http.Request { return reader.request(http.MethodGet, pages[i%len(pages)], nil) }, reader.client)
			})
		}
	}
}

// thirty countries answer Norway's AHQ of 2016 with 25 campaigns each; the pages
// are those of each question.
func (w *world) thirty() (pages []string) {
	w.t.Helper()
	content, err := seeds.Belgium()
	w.must(err)
	asked, _ := forms.Shipped(content.Questionnaire)
	content.Records = append(content.Records, content.Records[3])
	content.NCP, content.On = "", ""
	for i := range content.Records {
		content.Records[i].ID = ""
	}
	codes := strings.Fields("BE BG CY CZ DE DK EE ES FI FR GE GR HR HU IE IS IT LT LU LV MD MT NL PL PT RO RS SE SI SK")
	for _, code := range codes {
		if slices.Contains([]string{"BE", "DK", "FI"}, code) {
			continue // they are there
		}
		w.must(w.flow.SaveNCP(w.t.Context(), w.actor("the administrator"), models.NCP{Code: code, Name: "Country " + code, Role: models.Member}))
	}
	w.launched(asked, codes)
	for _, code := range codes {
		by, r := w.coordinatorOf(code), w.responseOf(code)
		if code == "DK" {
			content.Answers = map[string]forms.Answer{"contact": {Text: "office@example.org"}}
		}
		_, err = w.flow.SaveContent(w.t.Context(), by, r.ID, "", content)
		w.must(err)
		_, err = w.flow.Submit(w.t.Context(), by, r.ID, models.WiderYes)
		w.must(err)
		content.Answers = nil
	}
	for _, q := range asked.Tables[0].Questions() {
		pages = append(pages, w.at("answers")+"?question=campaigns."+q.ID)
	}
	return pages
}

// launched is an AHQ of Norway's with that questionnaire, compiled by the compiler.
func (w *world) launched(asked forms.Questionnaire, codes []string) {
	w.t.Helper()
	ctx, asks := w.t.Context(), w.actor(norway)
	draft, err := w.flow.CreateAHQ(ctx, asks, workflow.AHQForm{
		Topic: "information campaigns", Background: "We would like to know.", Lead: "NO", Addressing: models.Selected,
		Selected: codes, Questionnaire: asked, ReplyBy: "2017-01-23", Dissemination: models.OpenDissemination,
	})
	w.must(err)
	w.ahq = w.sendsOut(draft)
	_, err = w.flow.NameCompilers(ctx, asks, w.ahq.ID, []models.PersonID{w.actor("the compiler").Person.ID})
	w.must(err)
	w.belgium = w.responseOf("BE")
}
