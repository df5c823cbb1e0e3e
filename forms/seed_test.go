package forms

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"ahq/forms/formstest"
)

// A transcription is one campaign of the Belgian response as people read it.
// Its field names are its own.
type transcription struct {
	Number    int               `json:"number"`
	Section   string            `json:"section"`
	Heading   string            `json:"heading"`
	Countries []string          `json:"countries"`
	Note      string            `json:"note"`
	Cells     map[string]string `json:"cells"`
	Readings  struct {
		Costs []struct {
			Amount    decimal.Decimal `json:"amount"`
			Estimated bool            `json:"estimated"`
			Kind      string          `json:"kind"`
			Currency  bool            `json:"currency_printed"`
		} `json:"costs"`
		Total  *decimal.Decimal `json:"costs_total"`
		Period struct {
			Start  *string `json:"start"`
			End    *string `json:"end"`
			Months *int    `json:"months"`
		} `json:"period"`
		Languages  []string `json:"languages"`
		Links      []string `json:"links"`
		Success    YesNo    `json:"success"`
		Evaluation YesNo    `json:"evaluation"`
		Reception  YesNo    `json:"reception"`
		NotStarted bool     `json:"not_started"`
	} `json:"readings"`
}

// belgium is the response of the seed as a content, and its transcription.
func belgium(t testing.TB) (Content, []transcription) {
	t.Helper()
	var seed struct {
		Campaigns []transcription `json:"campaigns"`
	}
	if err := json.Unmarshal(formstest.Seed(t, "be-response.half.json"), &seed); err != nil {
		t.Fatal(err)
	}
	c := Content{Questionnaire: "norway-2016", NCP: "BE", On: "2017-01-20"}
	for _, campaign := range seed.Campaigns {
		c.Records = append(c.Records, campaign.record())
	}
	return c, seed.Campaigns
}

func (t transcription) record() Record {
	r := Record{ID: fmt.Sprintf("r%d", t.Number), Section: t.Section, Heading: t.Heading, Cells: map[string]Answer{}}
	r.Note.Text = t.Note
	for id, text := range t.Cells {
		r.Cells[id] = Answer{Text: text}
	}
	return r
}

// checkBelgium on the day on which the response was due to be judged.
func checkBelgium(t testing.TB) (Report, []transcription) {
	t.Helper()
	c, campaigns := belgium(t)
	f := compiled(t, "norway-2016")
	if err := f.Fits(c); err != nil {
		t.Fatal(err)
	}
	return f.Check(c, Asked{NCP: "BE", On: time.Date(2017, 1, 20, 0, 0, 0, 0, time.UTC)}), campaigns
}

func TestBelgiumHasNoErrorsAndFewWarnings(t *testing.T) {
	report, _ := checkBelgium(t)
	if err := report.Problems.Err(); err != nil {
		t.Error(err)
	}
	expected := []string{
		"r9.effectiveness note.contradicted", // it started on 26 September, says the answer
		"r10.costs money.currency",           // 180.000, of what is not said
		"r10.costs money.ambiguous",          // nor whether that is a thousand times as much
		"r14.period period.length",           // June 2013 to December 2014 are no 12 months
	}
	var warned []string
	for _, p := range report.Problems.Of(Warning) {
		warned = append(warned, p.Record+"."+p.Cell+" "+string(p.Rule))
	}
	if diff := cmp.Diff(expected, warned); diff != "" {
		t.Errorf("warnings, expected and told:\n%s", diff)
	}
}

func TestBelgiumIsReadAsTranscribed(t *testing.T) {
	report, campaigns := checkBelgium(t)
	for i, campaign := range campaigns {
		read := func(cell string) Reading { return report.Readings[fmt.Sprintf("records[%d].%s", i, cell)] }
		told, stands := understood(read), campaign.understood()
		if diff := cmp.Diff(stands, told); diff != "" {
			t.Errorf("campaign %d, transcribed and read:\n%s", campaign.Number, diff)
		}
		p, want := read("period").Period, campaign.Readings.Period
		if !agree(p.Start, want.Start) || !agree(p.End, want.End) {
			t.Errorf("campaign %d: period %v to %v, not %v to %v", campaign.Number, show(p.Start), show(p.End), show(want.Start), show(want.End))
		}
	}
}

// An understanding is what both a reading and a transcription say, in one form.
type understanding struct {
	Amounts                        []string
	Total                          string
	Months                         string
	Links, Languages, Countries    []string
	Success, Evaluation, Reception YesNo
	Started                        bool
}

func understood(read func(cell string) Reading) understanding {
	costs := read("costs")
	u := understanding{
		Total: show(costs.Money.Total), Months: show(read("period").Period.Months),
		Links: read("links").Links.Links, Languages: read("audience").Languages.Languages, Countries: read("heading").Countries.Countries,
		Success: read("success").Verdict.Verdict, Evaluation: read("evaluation").Verdict.Verdict, Reception: read("reception").Verdict.Verdict,
		Started: read("status").Started.Started,
	}
	for _, a := range costs.Amounts {
		u.Amounts = append(u.Amounts, amountText(a.Amount, a.Currency != "", a.Estimated, a.Total))
	}
	return u
}

func (t transcription) understood() understanding {
	r := t.Readings
	u := understanding{
		Total: "-", Months: show(r.Period.Months), Links: r.Links, Languages: r.Languages, Countries: t.Countries,
		Success: r.Success, Evaluation: r.Evaluation, Reception: r.Reception, Started: !r.NotStarted,
	}
	if r.Total != nil {
		u.Total = show(&Decimal{*r.Total})
	}
	for _, a := range r.Costs {
		u.Amounts = append(u.Amounts, amountText(Decimal{a.Amount}, a.Currency, a.Estimated, a.Kind == "total"))
	}
	return u
}

func amountText(amount Decimal, currency, estimated, total bool) string {
	return fmt.Sprintf("%s currency:%v estimated:%v total:%v", amount.StringFixed(2), currency, estimated, total)
}

// agree: a finer date agrees with a coarser one that holds it.
func agree(read, transcribed *string) bool {
	if read == nil || transcribed == nil {
		return read == transcribed
	}
	return strings.HasPrefix(*read, *transcribed)
}

func show[T any](value *T) string {
	if value == nil {
		return "-"
	}
	if number, ok := any(value).(*Decimal); ok {
		return number.StringFixed(2)
	}
	return fmt.Sprint(*value)
}
