package handlers

import (
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"ahq/models"
	"ahq/workflow"
)

// compile makes an edition of the world's AHQ, of which a file is printed.
func (w *world) compile(to models.Audience) models.Compilation {
	w.t.Helper()
	c, err := w.flow.Compile(w.t.Context(), w.actor("the compiler"), w.ahq.ID, to, "it is urgent")
	w.must(err)
	_, err = w.flow.Download(w.t.Context(), w.actor("the compiler").Scope(), c.ID, workflow.Printing{}, workflow.JSON, io.Discard)
	w.must(err)
	return c
}

func TestThePublicFindsAHQsInTheLibrary(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		nobody := w.as("nobody")
		if a := nobody.get("/library"); a.Code != http.StatusOK || !strings.Contains(words(a.Body), "No AHQ is like that") {
			t.Errorf("empty, it is %d: %s", a.Code, words(a.Body))
		}
		at := "/library/" + *w.ahq.Reference
		if a := nobody.get(at); a.Code != http.StatusNotFound {
			t.Errorf("before it is public its page is %d", a.Code)
		}
		w.delivered(models.WiderYes)
		w.compile(models.Internal)
		if a := nobody.get("/library?text=campaign"); strings.Contains(a.Body, at) {
			t.Error("the public finds what has no public edition")
		}
		if a := w.as("the Danish coordinator").get("/library?text=campaign"); !strings.Contains(a.Body, at) {
			t.Errorf("an NCP does not find it: %s", words(a.Body))
		}
		edition := w.compile(models.Public)
		found := nobody.get("/library?" + url.Values{"text": {"MINISTRY"}, "requester": {"NO"}, "country": {"BE"}, "year": {"2017"}}.Encode())
		for _, want := range []string{`href="` + at + `"`, "<mark>ministry</mark>", "Belgium", "1 NCP answered", "1 AHQ<"} {
			if !strings.Contains(found.Body, want) {
				t.Errorf("what is found does not say %q: %s", want, words(found.Body))
			}
		}
		entry := nobody.get(at)
		for _, want := range []string{"EMN Ad-Hoc Query on information campaigns", "We would like to know.", "Whom can we ask?", "Norway", "/editions/" + string(edition.ID) + "/download/docx"} {
			if !strings.Contains(entry.Body, want) {
				t.Errorf("its page does not say %q", want)
			}
		}
		if strings.Contains(entry.Body, "/ahqs/"+string(w.ahq.ID)) || strings.Contains(entry.Body, "internal") {
			t.Error("its page tells the public of what it cannot see")
		}
	})
}

func TestAWithdrawnEditionSaysSoInTheLibrary(t *testing.T) {
	w := newWorld(t)
	w.delivered(models.WiderYes)
	first := w.compile(models.Public)
	_, err := w.flow.Amend(t.Context(), w.actor("the Belgian coordinator"), w.belgium.ID, "It was wrong.")
	w.must(err)
	_, err = w.flow.Submit(t.Context(), w.actor("the Belgian coordinator"), w.belgium.ID, models.WiderNo)
	w.must(err)
	second := w.compile(models.Public)
	a := w.as("nobody").get("/library/" + *w.ahq.Reference)
	if !strings.Contains(a.Body, "This edition was withdrawn") || strings.Contains(a.Body, string(first.ID)) || !strings.Contains(a.Body, string(second.ID)) {
		t.Errorf("it says %s", words(a.Body))
	}
	if a := w.as("nobody").get("/library?text=ministry"); strings.Contains(a.Body, "<mark>") {
		t.Error("what was withdrawn is found")
	}
}

// Whatever is typed, the answer is clear.
func TestTheLibraryAnswersWhateverIsTyped(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.delivered(models.WiderYes)
		w.compile(models.Public)
		for _, c := range []struct {
			name string
			ask  url.Values
			says string
		}{
			{"signs", url.Values{"text": {`' " * ( % _ \ ; --`}}, "There is no word"},
			{"signs around a word", url.Values{"text": {`"(campaigns*)' OR 1=1`}}, "No AHQ is like that"},
			{"10,000 characters", url.Values{"text": {strings.Repeat("campaigns ", 1000)}}, "1 AHQ"},
			{"1,000 words", url.Values{"text": {strings.Join(strings.SplitN(strings.Repeat("b c d f g h ", 170)+strings.Repeat("xy", 20), " ", 900), " ")}}, "No AHQ is like that"},
			{"forty words", url.Values{"text": {"a1 a2 a3 a4 a5 a6 a7 a8 a9 b1 b2 b3 b4 b5 b6 b7 b8 b9 c1 c2 c3 c4 c5 c6 c7 c8 c9 d1 d2 d3 d4 d5 d6 d7 d8 d9 e1 e2 e3 e4"}}, "Only the first 32 words"},
			{"a mark of direction", url.Values{"text": {"\u202ecampaigns"}}, "1 AHQ"},
			{"markup", url.Values{"text": {"<script>alert(1)</script>"}}, "No AHQ is like that"},
			{"a country that is none", url.Values{"country": {"' or ''='"}}, "No AHQ is like that"},
			{"a year that is none", url.Values{"year": {"soon"}}, "1 AHQ"},
			{"a year that no database has", url.Values{"year": {"99999999999"}}, "No AHQ is like that"},
			{"a year that no number holds", url.Values{"year": {"99999999999999999999999"}}, "No AHQ is like that"},
			{"a year before all", url.Values{"year": {"-2017"}}, "No AHQ is like that"},
			{"a page behind the last", url.Values{"page": {"99"}}, "1 AHQ"},
			{"a page that is none", url.Values{"page": {"-1"}}, "1 AHQ"},
		} {
			t.Run(c.name, func(t *testing.T) {
				a := w.as("nobody").get("/library?" + c.ask.Encode())
				if a.Code != http.StatusOK || !strings.Contains(words(a.Body), c.says) || strings.Contains(a.Body, "<script>alert") {
					t.Errorf("%d, and not %q: %s", a.Code, c.says, words(a.Body))
				}
			})
		}
		for _, reference := range []string{"1999.1", "%00", "%ff", "'", "2017.1%20", strings.Repeat("9", 3000)} {
			if a := w.as("nobody").get("/library/" + reference); a.Code != http.StatusNotFound {
				t.Errorf("the page of %q is %d", reference, a.Code)
			}
		}
	})
}

// No page that the public reaches has a word of what is not public.
func TestNoCanaryIsOnAPublicPage(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.complete()
		w.cell(t.Context(), "", "contact", "The kanarie office")
		w.must(w.flow.SetOrganisations(t.Context(), w.actor("the Belgian coordinator"), w.belgium.ID, []string{"Kanarie Institute"}))
		_, err := w.flow.Submit(t.Context(), w.actor("the Belgian coordinator"), w.belgium.ID, models.WiderNo)
		w.must(err)
		secret, err := w.flow.CreateAHQ(t.Context(), w.actor("the Norwegian coordinator"), workflow.AHQForm{
			Topic: "kanarie campaigns", Lead: "NO", Addressing: models.All, Questionnaire: campaigns, ReplyBy: "2017-03-01", Dissemination: models.EMNOnly,
			Relations: []workflow.EarlierAHQ{{Kind: models.LinkFollowUpOf, Reference: *w.ahq.Reference}},
		})
		w.must(err)
		secret, err = w.flow.Issue(t.Context(), w.actor("the Norwegian coordinator"), secret.ID)
		w.must(err)
		_, err = w.flow.Close(t.Context(), w.actor("the Norwegian coordinator"), secret.ID)
		w.must(err)
		w.compile(models.Internal)
		w.compile(models.Public)
		for _, at := range []string{"/library", "/library?text=kanarie", "/library?text=campaigns", "/library?country=BE", "/library/" + *w.ahq.Reference, "/library/" + *secret.Reference, "/editions.atom", "/sign-in"} {
			body := strings.ToLower(strings.ReplaceAll(w.as("nobody").get(at).Body, `value="kanarie"`, ""))
			if strings.Contains(body, "kanarie") {
				t.Errorf("%s has a word in it that is not public", at)
			}
			if at == "/library" && !strings.Contains(body, "1 ahq<") {
				t.Errorf("%s counts what is not public: %s", at, words(body))
			}
		}
	})
}
