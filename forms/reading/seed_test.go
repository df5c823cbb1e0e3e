package reading

import (
	"strings"
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"ahq/forms"
	"ahq/forms/formstest"
)

func norway(t testing.TB) forms.Questionnaire {
	t.Helper()
	q, shipped := forms.Shipped("norway-2016")
	if !shipped {
		t.Fatal("the questionnaire is not shipped")
	}
	return q
}

// belgium is what reading makes of the Belgian response.
func belgium(t testing.TB) (Document, Proposal) {
	t.Helper()
	d, err := Text(formstest.Seed(t, "be-response.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return d, d.Propose(norway(t))
}

// folded has one space where a text has any.
func folded(text string) string { return strings.Join(strings.Fields(text), " ") }

func TestBelgiumIsReadAsTranscribed(t *testing.T) {
	_, p := belgium(t)
	var half struct {
		Campaigns []struct {
			Number    int               `json:"number"`
			Section   string            `json:"section"`
			Heading   string            `json:"heading"`
			Countries []string          `json:"countries"`
			Note      string            `json:"note"`
			Cells     map[string]string `json:"cells"`
		} `json:"campaigns"`
	}
	if err := json.Unmarshal(formstest.Seed(t, "be-response.half.json"), &half); err != nil {
		t.Fatal(err)
	}
	for _, want := range half.Campaigns {
		r := p.Content.Records[want.Number-1]
		if r.Section != want.Section || !strings.HasSuffix(r.Heading, want.Heading) || folded(r.Note.Text) != folded(want.Note) {
			t.Errorf("campaign %d is %s, %q, note %q", want.Number, r.Section, r.Heading, r.Note.Text)
		}
		if diff := cmp.Diff(want.Countries, r.Countries); diff != "" {
			t.Errorf("campaign %d, countries: %s", want.Number, diff)
		}
		if len(r.Cells) != len(want.Cells) {
			t.Errorf("campaign %d has %d cells", want.Number, len(r.Cells))
		}
		for cell, text := range want.Cells {
			if diff := cmp.Diff(folded(text), folded(r.Cells[cell].Text)); diff != "" {
				t.Errorf("campaign %d, %s: %s", want.Number, cell, diff)
			}
		}
	}
}

func TestBelgiumIsAllThere(t *testing.T) {
	_, p := belgium(t)
	var headings strings.Builder
	said, notes := map[string]int{}, 0
	for _, r := range p.Content.Records {
		headings.WriteString(r.Section + " " + strings.Join(r.Countries, " ") + "\n")
		if r.Note.Text != "" {
			notes++
		}
		for _, a := range r.Cells {
			said[a.Text]++
		}
	}
	const want = `origin CD
origin CD
origin CD
origin GN
origin GN
origin CM
origin CM
origin SN
origin MA
origin MA
origin TN
origin NG
origin AM
origin AM
origin GE
origin RU
origin XK
origin MK XK
origin RS
origin AL
origin IN
origin AF
inland BE BR
inland BE
`
	if diff := cmp.Diff(want, headings.String()); diff != "" {
		t.Error(diff)
	}
	if said["N/A"] != 33 || said["/"] != 4 || said["/."] != 3 || said[""] != 0 || notes != 5 {
		t.Errorf("%d N/A, %d /, %d /., %d empty, %d notes", said["N/A"], said["/"], said["/."], said[""], notes)
	}
}

func TestWhatBelgiumSaysIsSound(t *testing.T) {
	_, p := belgium(t)
	form, err := forms.Compile(norway(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := form.Fits(p.Content); err != nil {
		t.Fatal(err)
	}
	report := form.Check(p.Content, forms.Asked{NCP: "BE", On: time.Date(2017, 1, 20, 0, 0, 0, 0, time.UTC)})
	if err := report.Problems.Err(); err != nil {
		t.Error(err)
	}
	sum := decimal.Zero
	for at, r := range report.Readings {
		if strings.HasSuffix(at, ".costs") && r.Total != nil {
			sum = sum.Add(r.Total.Decimal)
		}
	}
	if got := sum.StringFixed(2); got != "1616387.45" {
		t.Errorf("the campaigns cost %s", got)
	}
}

// Addresses that a line was too short for are whole again.
func TestBelgiumsLinksAreWhole(t *testing.T) {
	_, p := belgium(t)
	for record, want := range map[int]int{19: 9, 21: 2} {
		text := p.Content.Records[record].Cells["links"].Text
		if got := len(strings.Fields(text)); got != want {
			t.Errorf("record %d has %d pieces of addresses, not %d:\n%s", record, got, want, text)
		}
	}
}
