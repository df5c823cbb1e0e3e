package forms

import (
	"slices"
	"testing"

	"github.com/go-json-experiment/json"

	"ahq/forms/formstest"
)

// A wordsCampaign is one transcribed campaign, as far as words are read.
type wordsCampaign struct {
	Number    int               `json:"number"`
	Heading   string            `json:"heading"`
	Countries []string          `json:"countries"`
	Note      string            `json:"note"`
	Cells     map[string]string `json:"cells"`
	Readings  struct {
		Languages  []string `json:"languages"`
		Links      []string `json:"links"`
		Success    YesNo    `json:"success"`
		Evaluation YesNo    `json:"evaluation"`
		Reception  YesNo    `json:"reception"`
		NotStarted bool     `json:"not_started"`
	} `json:"readings"`
}

func wordsSeed(t *testing.T) []wordsCampaign {
	t.Helper()
	var seed struct {
		Campaigns []wordsCampaign `json:"campaigns"`
	}
	if err := json.Unmarshal(formstest.Seed(t, "be-response.half.json"), &seed); err != nil {
		t.Fatal(err)
	}
	if len(seed.Campaigns) == 0 {
		t.Fatal("the seed has no campaigns")
	}
	return seed.Campaigns
}

func TestSeedLinks(t *testing.T) {
	for _, c := range wordsSeed(t) {
		if got := readLinks(c.Cells["links"]).Links.Links; !slices.Equal(got, c.Readings.Links) {
			t.Errorf("campaign %d: links %q, not %q", c.Number, got, c.Readings.Links)
		}
	}
}

func TestSeedVerdicts(t *testing.T) {
	for _, c := range wordsSeed(t) {
		for topic, want := range map[Topic]YesNo{
			Success: c.Readings.Success, Evaluation: c.Readings.Evaluation, Reception: c.Readings.Reception,
		} {
			got := readVerdict(topic, c.Cells[string(topic)]).Verdict.Verdict
			if c.Readings.NotStarted { // then the check says that nothing applies
				want = got
			}
			if got != want || got == Unread {
				t.Errorf("campaign %d: %s %q, not %q", c.Number, topic, got, want)
			}
		}
	}
}

func TestSeedLanguagesAndCountries(t *testing.T) {
	for _, c := range wordsSeed(t) {
		if got := readLanguages(c.Cells["audience"]).Languages.Languages; !slices.Equal(got, c.Readings.Languages) {
			t.Errorf("campaign %d: languages %q, not %q", c.Number, got, c.Readings.Languages)
		}
		if got := readCountries(c.Heading).Countries.Countries; !slices.Equal(got, c.Countries) {
			t.Errorf("campaign %d: countries %q, not %q", c.Number, got, c.Countries)
		}
	}
}

func TestSeedStarted(t *testing.T) {
	for _, c := range wordsSeed(t) {
		if got := readStarted("", c.Note).Started; got == c.Readings.NotStarted {
			t.Errorf("campaign %d: started %v", c.Number, got)
		}
	}
}

func TestSeedPersonalData(t *testing.T) {
	for _, c := range wordsSeed(t) {
		for cell, text := range c.Cells {
			if found := personalData(text); found != "" {
				t.Errorf("campaign %d, %s: %s", c.Number, cell, found)
			}
		}
	}
}
