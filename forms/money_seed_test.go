package forms

import (
	"regexp"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/shopspring/decimal"

	"ahq/forms/formstest"
)

// A transcribed campaign: two of its cells, and how people read them.
type transcribed struct {
	Number int `json:"number"`
	Cells  struct {
		Costs  string `json:"costs"`
		Period string `json:"period"`
	} `json:"cells"`
	Readings struct {
		Costs  []transcribedCost `json:"costs"`
		Total  *decimal.Decimal  `json:"costs_total"`
		Period struct {
			Start  string `json:"start"`
			End    string `json:"end"`
			Months *int   `json:"months"`
		} `json:"period"`
	} `json:"readings"`
}

type transcribedCost struct {
	Amount    decimal.Decimal `json:"amount"`
	Printed   string          `json:"printed"`
	Kind      string          `json:"kind"`
	Estimated bool            `json:"estimated"`
	Currency  bool            `json:"currency_printed"`
}

func transcribedSeed(t *testing.T) []transcribed {
	t.Helper()
	var seed struct {
		Campaigns []transcribed `json:"campaigns"`
	}
	if err := json.Unmarshal(formstest.Seed(t, "be-response.half.json"), &seed); err != nil {
		t.Fatal(err)
	}
	return seed.Campaigns
}

func TestSeedMoney(t *testing.T) {
	for _, c := range transcribedSeed(t) {
		m := readMoney(c.Cells.Costs).Money
		if (m.Total == nil) != (c.Readings.Total == nil) || m.Total != nil && !m.Total.Equal(*c.Readings.Total) {
			t.Errorf("campaign %d: %q totals %v", c.Number, c.Cells.Costs, m.Total)
		}
		if len(m.Amounts) != len(c.Readings.Costs) {
			t.Errorf("campaign %d: %q gives %v", c.Number, c.Cells.Costs, m.Amounts)
			continue
		}
		for i, cost := range c.Readings.Costs {
			a := m.Amounts[i]
			same := a.Amount.Equal(cost.Amount) && a.Printed == cost.Printed && a.Estimated == cost.Estimated
			if !same || a.Total != (cost.Kind == "total") || (a.Currency != "") != cost.Currency {
				t.Errorf("campaign %d: %q gives %+v", c.Number, c.Cells.Costs, a)
			}
		}
	}
}

// costsCell is what stands between the label of the costs and the next, in the
// plain text of the response.
var costsCell = regexp.MustCompile(`(?s)Costs of the\s+campaign (.*?)\n(?:Targeted|Implementing)`)

func TestSeedCostsOfAllCampaigns(t *testing.T) {
	cells := costsCell.FindAllStringSubmatch(string(formstest.Seed(t, "be-response.txt")), -1)
	if len(cells) != 24 {
		t.Fatalf("%d campaigns have costs, expected 24", len(cells))
	}
	sum := decimal.Zero
	for _, cell := range cells {
		m := readMoney(cell[1]).Money
		if m.Total == nil {
			t.Errorf("%q has no total", strings.TrimSpace(cell[1]))
			continue
		}
		sum = sum.Add(m.Total.Decimal)
	}
	if expected := decimal.RequireFromString("1616387.45"); !sum.Equal(expected) {
		t.Errorf("all costs are %s, expected %s", sum, expected)
	}
}
