package workflow

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"ahq/forms"
	"ahq/workflow/document"
)

// randomWorld is what some countries might have answered to Norway.
func randomWorld(t testing.TB, r *rand.Rand) filtered {
	t.Helper()
	f := heavy(t, 0, 0)
	texts := map[string][]string{
		"title":      {"Stay safe", "=1+1", "Know before you go"},
		"period":     {"2009", "May 2016 – October 2016 (6 months)", "12.12.2011 – 01.08.2012", "some day", "N/A", "2015-03-02", "until June 2014"},
		"costs":      {"40 000 EUR", "Estimated 180.000 EUR", "49.780,50 EUR", "12 000 NOK", "180.000", "N/A", "nobody knows", "1 000 EUR (IOM) + 2 500,25 EUR (state)"},
		"links":      {"https://facebook.com/x and https://youtu.be/y", "www.example.org", "N/A", "none", "@handle on twitter.com/handle"},
		"channels":   {"Radio and television", "Leaflets, posters", "N/A", "We spoke."},
		"success":    {"Yes, very.", "No, nobody came.", "It is too early to say.", "N/A", "Blue."},
		"evaluation": {"Yes, by a survey.", "There was no formal evaluation.", "/", "Green."},
		"reception":  {"Yes, people liked it.", "No information", ""},
	}
	q := f.ahq.Questionnaire
	for n := range 1 + r.IntN(5) {
		a := filteredAnswer{
			NCP: fmt.Sprintf("N%d", n), Name: fmt.Sprintf("Country %d", n), Late: r.IntN(3) == 0,
			Submitted: f.made.Add(time.Duration(r.IntN(120)) * time.Hour), Number: 1,
		}
		for i := range r.IntN(9) {
			record := forms.Record{ID: fmt.Sprintf("r%d", i+1), Section: []string{"origin", "inland"}[r.IntN(2)], Heading: "GHANA", Cells: map[string]forms.Answer{}}
			for _, of := range q.Tables[0].Questions() {
				pool := texts[of.ID]
				if pool == nil {
					pool = []string{"A sample sentence.", "N/A", ""}
				}
				record.Cells[of.ID] = forms.Answer{Text: pool[r.IntN(len(pool))]}
			}
			if i > 0 && r.IntN(6) == 0 {
				record.Cells["costs"] = forms.Answer{Reason: forms.SameAs, As: "r1"}
			}
			a.Content.Records = append(a.Content.Records, record)
		}
		f.answers = append(f.answers, a)
	}
	return f.understood(t)
}

// A counter counts again, in its own way: it goes through all answers once, and
// adds to what each belongs to.
type counter map[string]decimal.Decimal

func (c counter) add(n decimal.Decimal, about ...string) {
	key := strings.Join(about, " / ")
	c[key] = c[key].Add(n)
}

var one1 = decimal.NewFromInt(1)

// recounted is every number there should be, but zero.
func recounted(f filtered) counter {
	c := counter{}
	form, _ := forms.Compile(f.ahq.Questionnaire)
	for _, a := range f.answers {
		c.add(one1, "arrivals", Day(a.Submitted), "Responses")
		for _, other := range f.answers {
			if Day(other.Submitted) <= Day(a.Submitted) && !slices.ContainsFunc(f.answers, func(x filteredAnswer) bool { return Day(x.Submitted) == Day(a.Submitted) && x.NCP < a.NCP }) {
				c.add(one1, "arrivals", Day(a.Submitted), "Together")
			}
		}
		if a.Late {
			c.add(one1, "arrivals", Day(a.Submitted), "Late")
		}
		report := form.Check(a.Content, forms.Asked{NCP: a.NCP, On: a.Submitted.In(brussels)})
		c.add(decimal.NewFromInt(int64(len(a.Content.Records))), "completeness", a.Name, "Records")
		for i, r := range a.Content.Records {
			c.record(a, r, report, func(q string) forms.Reading { return report.Readings[fmt.Sprintf("records[%d].%s", i, q)] }, i)
		}
	}
	for key, n := range c {
		if n.IsZero() {
			delete(c, key)
		}
	}
	return c
}

func (c counter) record(a filteredAnswer, r forms.Record, report forms.Report, read func(string) forms.Reading, at int) {
	for _, q := range []string{"success", "evaluation", "reception"} {
		heads := map[forms.YesNo]string{forms.Yes: "Yes", forms.No: "No", forms.Unknown: "Cannot say yet", forms.Moot: "Not applicable", forms.Unread: "Not clear"}
		if v := read(q).Verdict; v != nil {
			c.add(one1, "verdicts-campaigns-"+q, a.Name, heads[v.Verdict])
			c.add(one1, "verdicts-campaigns-"+q, allCountries, heads[v.Verdict])
		}
	}
	year := "No year"
	if p := read("period").Period; p != nil && p.Start != nil {
		year = (*p.Start)[:4]
	}
	dropped := slices.ContainsFunc(report.Twins, func(t forms.Twin) bool { return t.Confirmed && t.Dropped == at })
	if m := read("costs").Money; m != nil && m.Total != nil && !dropped {
		currency := m.Currency
		if currency == "" {
			currency = "No currency named"
		}
		guessed := slices.ContainsFunc(m.Amounts, func(x forms.Amount) bool { return x.Estimated })
		for by, group := range map[string]string{"year": year, "country": a.Name} {
			id := "costs-by-" + by + "-campaigns-costs"
			c.add(m.Total.Decimal, id, currency, group, "Total")
			c.add(one1, id, currency, group, "Campaigns")
			if guessed {
				c.add(m.Total.Decimal, id, currency, group, "Of it estimated")
				c.add(one1, id, currency, group, "Estimated")
			}
		}
	}
	c.reach(read)
	c.full(a, r, read)
}

func (c counter) reach(read func(string) forms.Reading) {
	found := map[string]bool{}
	if l := read("links").Links; l != nil {
		for _, link := range l.Links {
			u, err := url.Parse(link)
			if err == nil && u.Host == "" {
				u, err = url.Parse("http://" + link)
			}
			name := "Other addresses"
			for host, platform := range map[string]string{"facebook.com": "Facebook", "youtu.be": "YouTube", "youtube.com": "YouTube", "twitter.com": "Twitter"} {
				if err == nil && strings.TrimPrefix(u.Hostname(), "www.") == host {
					name = platform
				}
			}
			found[name] = true
		}
	}
	if len(found) == 0 {
		found["Without an address"] = true
	}
	for name := range found {
		c.add(one1, "platforms-campaigns", name, "Campaigns")
	}
	channels := read("channels").Channels
	if channels == nil || len(channels.Channels) == 0 {
		c.add(one1, "channels-campaigns", "None that could be read", "Campaigns")
		return
	}
	for _, known := range forms.ChannelNames() {
		if slices.Contains(channels.Channels, known.ID) {
			c.add(one1, "channels-campaigns", strings.ToUpper(known.Name[:1])+known.Name[1:], "Campaigns")
		}
	}
}

func (c counter) full(a filteredAnswer, r forms.Record, read func(string) forms.Reading) {
	for q, answer := range r.Cells {
		c.add(decimal.NewFromInt(int64(len([]rune(answer.Text)))), "completeness", a.Name, "Characters")
		head := "Answered"
		if reason := read(q).Reason; reason != "" && reason != forms.SameAs {
			head = "Reason given"
		} else if strings.TrimSpace(answer.Text) == "" && reason == "" {
			head = "Nothing"
		}
		c.add(one1, "completeness", a.Name, head)
	}
}

// shown is every number of the figures, but zero.
func shown(t *testing.T, all []Figure) counter {
	t.Helper()
	c := counter{}
	for _, fig := range all {
		if strings.HasPrefix(fig.ID, "time-") {
			continue
		}
		for _, row := range fig.Rows {
			about := []string{fig.ID}
			for i, cell := range row {
				if cell.Number == "" {
					about = append(about, cell.Text)
					continue
				}
				n, err := decimal.NewFromString(cell.Number)
				if err != nil {
					t.Fatalf("%q: %q is no number", about, cell.Number)
				}
				if !n.IsZero() {
					c.add(n, append(slices.Clone(about), fig.Heads[i])...)
				}
			}
		}
	}
	return c
}

func plainNumbers(c counter) map[string]string {
	all := map[string]string{}
	for key, n := range c {
		all[key] = n.String()
	}
	return all
}

func TestNumbersAreThoseOfASecondCount(t *testing.T) {
	worlds := map[string]filtered{"Belgium": norwegian2017(t), "Belgium, counted once": norwegian2017(t, inEUR("r10"))}
	for seed := range uint64(60) {
		worlds[fmt.Sprint("random ", seed)] = randomWorld(t, rand.New(rand.NewPCG(seed, 1)))
	}
	for name, f := range worlds {
		if diff := cmp.Diff(plainNumbers(recounted(f)), plainNumbers(shown(t, f.figures()))); diff != "" {
			t.Errorf("%s: the second count (-) and the numbers (+) differ:\n%s", name, diff)
		}
	}
}

// Behind each count stand as many answers; of what several cells of a row count
// alike, the sum is one of them.
func TestBehindEachNumberAreItsRecords(t *testing.T) {
	worlds := []filtered{norwegian2017(t)}
	for seed := range uint64(20) {
		worlds = append(worlds, randomWorld(t, rand.New(rand.NewPCG(seed, 2))))
	}
	counted := regexp.MustCompile(`^(verdicts|platforms|channels|arrivals)`)
	for _, f := range worlds {
		for _, fig := range f.figures() {
			for _, row := range fig.Rows {
				for i, cell := range row {
					if cell.Behind == nil {
						continue
					}
					found, countries := f.sideBySide(*cell.Behind), 0
					n := 0
					for _, side := range found.Sides {
						n, countries = n+len(side.Answers), countries+1
					}
					switch {
					case n == 0 && !strings.HasPrefix(fig.ID, "arrivals") && !strings.HasPrefix(fig.ID, "completeness"):
						t.Errorf("%s: behind %q of %v there is nothing", fig.ID, cell.Number, row)
					case counted.MatchString(fig.ID) && !strings.HasPrefix(fig.ID, "arrivals") && strconv.Itoa(n) != cell.Number,
						fig.Heads[i] == "Campaigns" && strings.HasPrefix(fig.ID, "costs") && strconv.Itoa(n) != cell.Number:
						t.Errorf("%s: behind %s of %v there are %d", fig.ID, cell.Number, row, n)
					}
				}
			}
		}
	}
}

func TestEachFigureIsAFileOfItsOwn(t *testing.T) {
	for _, fig := range norwegian2017(t).figures() {
		var drawn bytes.Buffer
		if err := figureFiles["svg"].write(&drawn, fig); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(drawn.String(), "style=") || !strings.Contains(drawn.String(), "<style>") || strings.Contains(drawn.String(), "NaN") {
			t.Errorf("%s: it does not bring its own look:\n%s", fig.ID, drawn.String())
		}
		for decoder := xml.NewDecoder(&drawn); ; {
			if _, err := decoder.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", fig.ID, err)
			}
		}
		var table bytes.Buffer
		if err := figureFiles["csv"].write(&table, fig); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&table).ReadAll()
		if err != nil || len(rows) != len(fig.Rows)+1 {
			t.Errorf("%s: %d rows, want %d; %v", fig.ID, len(rows), len(fig.Rows)+1, err)
		}
	}
}

func TestATitleIsNoFormulaInAFile(t *testing.T) {
	f := norwegian2017(t, func(c *forms.Content) {
		c.Records[0].Heading = ""
		c.Records[0].Cells["title"] = forms.Answer{Text: "=cmd|' /C calc'!A0"}
	})
	i := slices.IndexFunc(f.figures(), func(fig Figure) bool { return fig.ID == "time-campaigns-period" })
	var table bytes.Buffer
	if err := figureFiles["csv"].write(&table, f.figures()[i]); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(table.String(), "'=cmd") {
		t.Errorf("the title is a formula:\n%s", table.String())
	}
}

func TestNothingIsCountedOfNobody(t *testing.T) {
	if all := heavy(t, 0, 0).figures(); all != nil {
		t.Errorf("%d figures", len(all))
	}
}

func TestRecordsThatDoNotMeetShareALane(t *testing.T) {
	f := norwegian2017(t)
	i := slices.IndexFunc(f.figures(), func(fig Figure) bool { return fig.ID == "time-campaigns-period" })
	bars := 0
	for _, row := range f.figures()[i].Plot.Rows {
		for _, lane := range row.Lanes {
			for j, bar := range lane {
				bars++
				if bar.From < 0 || bar.To > 1 || bar.From >= bar.To || j > 0 && bar.From < lane[j-1].To {
					t.Errorf("bar %v lies outside, or on the one before", bar)
				}
			}
		}
	}
	if bars != 23 && bars != 24 {
		t.Errorf("%d campaigns are drawn", bars)
	}
	var page bytes.Buffer
	if err := document.WritePlot(&page, "x", f.figures()[i].Plot); err != nil || strings.Contains(page.String(), "<style") {
		t.Errorf("in a page it brings a style: %v", err)
	}
}
