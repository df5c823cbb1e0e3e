package handlers

import (
	"regexp"
	"strings"
	"testing"

	"ahq/models"
)

func TestNumbersLeadToTheAnswersBehindThem(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		if page := w.as(norway).page(w.at("numbers")); !strings.Contains(words(page), "there is nothing to count") {
			t.Errorf("with nothing delivered it says\n%s", words(page))
		}
		w.answer("DK", [4]string{"GHANA", "Know", "10 000 EUR", "No, nobody came."}, [4]string{"MALI", "Know more", "5 000 DKK", "Yes, many came."})
		w.answer("BE", [4]string{"CAMEROON", "Stay safe", "49.780 EUR", "Yes, everybody came."})
		page := w.as("the compiler").page(w.at("numbers"))
		checkStructure(t, page)
		said := strings.ReplaceAll(words(page), "\u00a0", " ")
		for _, want := range []string{"Respondents over time", "Belgium: 49 780 EUR", "Denmark: 1 yes, 1 no", "All countries 2 1 0 0 0"} {
			if !strings.Contains(said, want) {
				t.Errorf("it does not say %q:\n%s", want, said)
			}
		}
		links := regexp.MustCompile(`href="([^"]+/answers\?[^"]+)">`).FindAllStringSubmatch(page, -1)
		if len(links) < 10 {
			t.Fatalf("%d numbers lead somewhere", len(links))
		}
		for _, link := range links {
			at := strings.ReplaceAll(link[1], "&amp;", "&")
			if behind := w.as("the compiler").page(at); !strings.Contains(behind, `<section class="side"`) {
				t.Errorf("behind %s there is nothing:\n%s", at, words(behind))
			}
		}
	})
}

func TestAFigureIsTakenAway(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.delivered(models.WiderNo)
		for _, c := range []struct {
			path, media, has string
			code             int
		}{
			{"verdicts-campaign-success/svg", "image/svg+xml", "<style>", 200},
			{"verdicts-campaign-success/csv", "text/csv; charset=utf-8", "Belgium,1,0,0,0,0", 200},
			{"verdicts-campaign-success/pdf", "", "", 404},
			{"nothing-of-ours/svg", "", "", 404},
		} {
			a := w.as("the compiler").get(w.at("numbers", "download") + "/" + c.path)
			if a.Code != c.code || c.code == 200 && (a.Header.Get("Content-Type") != c.media || !strings.Contains(a.Body, c.has)) {
				t.Errorf("%s: %d, %s\n%s", c.path, a.Code, a.Header.Get("Content-Type"), a.Body)
			}
		}
	})
}

// What a draft says, and what was taken back, is in no number.
func TestWhatIsNotDeliveredIsNotCounted(t *testing.T) {
	both(t, func(t *testing.T, w *world) {
		w.answer("DK", [4]string{"GHANA", "Know", "10 000 EUR", "No, nobody came."})
		w.complete()
		for _, page := range []string{"numbers", "answers"} {
			body := w.as(norway).page(w.at(page))
			for _, never := range []string{"CAMEROON", "49", "Belgium:"} {
				if strings.Contains(words(body), never) {
					t.Errorf("%s say %q of a draft", page, never)
				}
			}
		}
	})
}
