package workflow

import (
	"os"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"

	"ahq/forms"
	"ahq/models"
	"ahq/models/modelstest"
)

// norwegian2017 is the edition of what Belgium answered to Norway in 2017.
func norwegian2017(t *testing.T, change ...func(*forms.Content)) filtered {
	t.Helper()
	text, err := os.ReadFile("../seeds/world/be.json")
	if err != nil {
		t.Fatal(err)
	}
	var belgium forms.Content
	if err := json.Unmarshal(text, &belgium); err != nil {
		t.Fatal(err)
	}
	for _, c := range change {
		c(&belgium)
	}
	f := heavy(t, 0, 0)
	f.names = map[string]string{"NO": "Norway", "IT": "Italy"}
	f.addressees = []models.Addressee{
		{NCP: "AT", Name: "Austria", Asked: true}, {NCP: "BE", Name: "Belgium", Asked: true},
		{NCP: "IT", Name: "Italy", Asked: true}, {NCP: "NO", Name: "Norway"},
	}
	f.declined = []string{"IT"}
	f.answers = []filteredAnswer{{NCP: "BE", Name: "Belgium", Wider: true, Submitted: f.made, Content: belgium}}
	return f.understood(t)
}

// understood is the edition with its answers read.
func (f filtered) understood(t testing.TB) filtered {
	t.Helper()
	var err error
	if f.reports, err = f.read(); err != nil {
		t.Fatal(err)
	}
	return f
}

const belgiumAtAGlance = `## At a glance
Answered = 1 of the 3 asked
Late = None
Nothing to report = Italy
No answer = Austria
### Information and awareness raising campaigns
Campaigns = 24
By section = 22: Information campaigns targeting prospective migrants and asylum seekers in their countries of origin or in country of transit towards the EU
2: "In-land" information and awareness raising campaigns
By status = 3 planned, 1 ongoing, 1 suspended, 19 finished
By platform = 5 Facebook, 3 YouTube, 1 Twitter, 0 Instagram, 8 other addresses, 14 without an address{By the addresses given. What leads to several platforms is counted with each.}
By channel = 11 television, 10 radio, 6 newspapers and press, 15 leaflets and other print, 11 posters and outdoor, 7 social media, 6 website, 5 film and cinema, 4 theatre and music, 17 meetings and events, 6 hotline, 3 without one that could be read{As read from the answers. What names several channels is counted with each.}
Campaigns by country: Campaigns that each country reported: Belgium 24.
| Belgium | Campaigns 24
Campaigns by channel: Campaigns that name each channel: television 11, radio 10, newspapers and press 6, leaflets and other print 15, posters and outdoor 11, social media 7, website 6, film and cinema 5, theatre and music 4, meetings and events 17, hotline 6.
| Television | Campaigns 11
| Radio | Campaigns 10
| Newspapers and press | Campaigns 6
| Leaflets and other print | Campaigns 15
| Posters and outdoor | Campaigns 11
| Social media | Campaigns 7
| Website | Campaigns 6
| Film and cinema | Campaigns 5
| Theatre and music | Campaigns 4
| Meetings and events | Campaigns 17
| Hotline | Campaigns 6
### Yes or no
| ¶ 2. Was this campaign perceived as successful by the responsible Ministry/Immigration authorities? Why or Why not? | ¶ 19 | ¶ 0 | ¶ 1 | ¶ 4 | ¶ 0 
| ¶ 3. Was the effect of this campaign evaluated in any way? If so, please briefly describe methods of evaluation. | ¶ 8 | ¶ 6 | ¶ 2 | ¶ 8 | ¶ 0 
| ¶ 4. Do you have any information about how the campaign was received by the target group? If so, please provide a brief description of the nature of the responses. | ¶ 16 | ¶ 0 | ¶ 1 | ¶ 7 | ¶ 0 
Yes or no, by number of campaigns: A bar for each question, of how many campaigns got which answer: 2. Success 19 yes, 0 no; 3. Evaluation 8 yes, 6 no; 4. Reception 16 yes, 0 no.
| 2. Success | Yes 19 | No 0 | Cannot say yet 1 | Not applicable 4 | Not clear 0
| 3. Evaluation | Yes 8 | No 6 | Cannot say yet 2 | Not applicable 8 | Not clear 0
| 4. Reception | Yes 16 | No 0 | Cannot say yet 1 | Not applicable 7 | Not clear 0
### Costs of the campaign
| ¶ EUR | ¶ 22 | ¶ 1 256 387.45 EUR | ¶ 48 190.50 EUR | ¶ 0 
| ¶ No currency named | ¶ 2 | ¶ 360 000{Belgium: MOROCCO and TUNISIA are alike, and nobody has said which of the two counts: both are counted.} | ¶ 180 000 | ¶ 2 
`

func TestBelgiumAtAGlance(t *testing.T) {
	if got := spaced160(told(norwegian2017(t).glance())); got != belgiumAtAGlance {
		t.Errorf("got\n%s\nwant\n%s", got, belgiumAtAGlance)
	}
}

// spaced160 has a plain space for each that no line end parts.
func spaced160(text string) string { return strings.ReplaceAll(text, "\u00a0", " ") }

// inEUR has Belgium confirm the currency of the two campaigns that name none, and
// say in the second which of them counts.
func inEUR(counts string) func(*forms.Content) {
	return func(c *forms.Content) {
		for i := range c.Records {
			costs := c.Records[i].Cells["costs"]
			if costs.Text != "Estimated 180.000" {
				continue
			}
			costs.Confirmed = &forms.Confirmed{Of: forms.Fingerprint(costs.Text), Reading: &forms.Correction{Currency: new("EUR")}}
			if c.Records[i].ID == "r11" {
				costs.Confirmed.Warnings = map[forms.Rule]string{forms.RecordTwice: counts}
			}
			c.Records[i].Cells["costs"] = costs
		}
	}
}

func TestCostsEnteredTwice(t *testing.T) {
	for _, c := range []struct{ when, counts, want string }{
		{"nobody said which counts", "", "| ¶ EUR | ¶ 24 | ¶ 1 616 387.45 EUR{Belgium: MOROCCO and TUNISIA are alike, and nobody has said which of the two counts: both are counted.} | ¶ 49 782.50 EUR | ¶ 2 \n"},
		{"the first counts", "r10", "| ¶ EUR | ¶ 23 | ¶ 1 436 387.45 EUR{Costs entered twice are counted once: 1 left out.} | ¶ 49 780 EUR | ¶ 1 \n"},
		{"the second counts", "r11", "| ¶ EUR | ¶ 23 | ¶ 1 436 387.45 EUR{Costs entered twice are counted once: 1 left out.} | ¶ 49 780 EUR | ¶ 1 \n"},
	} {
		t.Run(c.when, func(t *testing.T) {
			if got := spaced160(told(norwegian2017(t, inEUR(c.counts)).glance())); !strings.Contains(got, c.want) {
				t.Errorf("%q is not in\n%s", c.want, got)
			}
		})
	}
}

func TestWhatIsInNoSum(t *testing.T) {
	costs := func(texts ...string) func(*forms.Content) {
		return func(c *forms.Content) {
			c.Records = c.Records[:len(texts)]
			for i, text := range texts {
				c.Records[i].Cells["costs"] = forms.Answer{Text: text}
			}
		}
	}
	for _, c := range []struct {
		when  string
		costs []string
		want  string
	}{
		{"all is told", []string{"100 EUR", "50.10 EUR"}, "| ¶ EUR | ¶ 2 | ¶ 150.10 EUR | ¶ 75.05 EUR | ¶ 0 \n"},
		{"two currencies", []string{"100 NOK", "50 EUR", "7 NOK"}, "| ¶ EUR | ¶ 1 | ¶ 50 EUR | ¶ 50 EUR | ¶ 0 \n| ¶ NOK | ¶ 2 | ¶ 107 NOK | ¶ 53.50 NOK | ¶ 0 \n"},
		{"a reason, and nothing to be read", []string{"N/A", "a lot", "1 EUR", "1 EUR and 2 NOK"}, "¶quiet In no sum: 1 campaign with a reason in place of an amount, and 2 campaigns in whose answer no total could be read.\n"},
		{"only reasons", []string{"N/A", "/"}, "### Costs of the campaign\n¶quiet In no sum: 2 campaigns with a reason in place of an amount.\n"},
	} {
		t.Run(c.when, func(t *testing.T) {
			if got := spaced160(told(norwegian2017(t, costs(c.costs...)).glance())); !strings.Contains(got, c.want) {
				t.Errorf("%q is not in\n%s", c.want, got)
			}
		})
	}
}

// A public edition counts nothing of a withheld answer: its glance is the same
// whatever that answer says.
func TestTheGlanceGivesNothingAway(t *testing.T) {
	t.Parallel()
	modelstest.Each(t, func(t *testing.T, store *models.Store) {
		w, glances := newWorld(t, store), map[string]string{}
		for _, secret := range []string{"GEHEIM", "Ganz anders"} {
			a := w.in(t).published()
			_, err := w.Return(w.ctx, w.as("NO coordinator"), w.of(a, "DE").ID, "again", nil)
			w.must(err)
			_, err = w.SaveContent(w.ctx, w.as("DE contributor"), w.of(a, "DE").ID, "", forms.Content{
				Questionnaire: "world", NCP: "DE", Answers: map[string]forms.Answer{"policy": {Text: secret}},
				Records: []forms.Record{{Section: "inland", Heading: secret, Status: forms.Planned, Cells: map[string]forms.Answer{
					"title": {Text: secret}, "partners": {Text: "N/A"}, "lessons": {Text: secret},
				}}},
			})
			w.must(err)
			w.handIn(a, "DE", models.WiderNo)
			d, err := w.Document(w.ctx, models.Scope{}, w.edition(a, models.Public), Printing{})
			w.must(err)
			_, glances[secret], _ = strings.Cut(told(d.Blocks), "## At a glance\n")
			if internal := w.printed(w.edition(a, models.Internal)); !strings.Contains(internal, "\nCampaigns = 3\n") {
				t.Errorf("the internal edition counts otherwise:\n%s", internal)
			}
		}
		if glances["GEHEIM"] != glances["Ganz anders"] || !strings.HasPrefix(glances["GEHEIM"], publicGlance) {
			t.Errorf("got\n%s\nwant\n%s", glances["GEHEIM"], publicGlance)
		}
	})
}

const publicGlance = `¶quiet What the answers say is counted over those that are published, 2 of 3. Nothing of an answer that is withheld is counted.
Answered = 3 of the 3 asked
Late = Austria, Germany (2)
Nothing to report = None
No answer = None
### Campaigns
Campaigns = 2
By section = 1: In countries of origin
1: In-land
By status = 1 finished, 1 not said
Campaigns by country: Campaigns that each country reported: Austria 0, Belgium 2.
| Austria | Campaigns 0
| Belgium | Campaigns 2
`

func TestOutsideTheNetworkNobodyIsNamedForSayingNothing(t *testing.T) {
	f := norwegian2017(t)
	f.audience = models.Public
	got := told(f.glance())
	if strings.Contains(got, "Italy") || strings.Contains(got, "Austria") || !strings.Contains(got, "Nothing to report = 1\nNo answer = 1\n") {
		t.Errorf("it reads\n%s", got)
	}
}

func TestWithoutTablesTheGlanceIsShort(t *testing.T) {
	q, _ := forms.Shipped("online-applications")
	f := norwegian2017(t)
	f.ahq.Questionnaire, f.answers = q, []filteredAnswer{{NCP: "NO", Name: "Norway", Late: true}}
	want := "## At a glance\nAnswered = 0 of the 3 asked; 1 more without being asked\nLate = Norway\nNothing to report = Italy\nNo answer = Austria, Belgium (2)\n"
	if got := told(f.understood(t).glance()); !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestPlatforms(t *testing.T) {
	for link, want := range map[string]string{
		"https://www.facebook.com/x?y=1": "Facebook", "facebook.com/x": "Facebook", "HTTP://FB.ME/x": "Facebook",
		"https://youtu.be/x": "YouTube", "m.youtube.com/x": "YouTube", "twitter.com/x": "Twitter", "https://x.com/y": "Twitter",
		"instagram.com./x": "Instagram", "http://www.example.org/facebook.com": otherPlatform, "notfacebook.com": otherPlatform,
		"facebook.com.example.org": otherPlatform, "@somebody": otherPlatform, "http://[": otherPlatform, "": otherPlatform,
	} {
		if got := platformOf(link); got != want {
			t.Errorf("%q leads to %s, want %s", link, got, want)
		}
	}
}
