package forms

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

func TestTwins(t *testing.T) {
	other := sheetOfCells{"title": "Another one"}
	for _, c := range []struct {
		when    string
		records []sheetOfCells
		word    string // of whoever confirmed it in the last record
		want    []Twin
	}{
		{"two differ", []sheetOfCells{nil, other}, "", nil},
		{"nobody has said which counts", []sheetOfCells{nil, nil}, "", []Twin{{First: 0, Second: 1}}},
		{"the first counts", []sheetOfCells{nil, other, nil}, "r1", []Twin{{First: 0, Second: 2, Confirmed: true, Dropped: 2}}},
		{"the second counts", []sheetOfCells{nil, other, nil}, "r3", []Twin{{First: 0, Second: 2, Confirmed: true, Dropped: 0}}},
		{"another counts", []sheetOfCells{nil, other, nil}, "r2", []Twin{{First: 0, Second: 2}}},
		{"it was said of a text that has changed", []sheetOfCells{nil, {"costs": "1 EUR"}}, "r1", nil},
	} {
		t.Run(c.when, func(t *testing.T) {
			var records []Record
			for i, changes := range c.records {
				records = append(records, changes.record(i+1))
			}
			last := records[len(records)-1].Cells
			last["costs"] = confirmedOf(last["costs"].Text, nil, map[Rule]string{RecordTwice: c.word})
			report := compiled(t, "norway-2016").Check(norwegian(records...), Asked{NCP: "BE", On: january})
			if diff := cmp.Diff(c.want, report.Twins); diff != "" {
				t.Errorf("expected and told:\n%s", diff)
			}
		})
	}
}

func TestANumberIsPrintedInGroups(t *testing.T) {
	for number, want := range map[string]string{
		"0": "0", "7.5": "7.50", "999": "999", "1000": "1\u00a0000", "-1000": "-1\u00a0000", "-100": "-100",
		"1616387.45": "1\u00a0616\u00a0387.45", "40000.00": "40\u00a0000", "1234567890.005": "1\u00a0234\u00a0567\u00a0890.01",
	} {
		if got := (Decimal{decimal.RequireFromString(number)}).Grouped(); got != want {
			t.Errorf("%s is printed %q, want %q", number, got, want)
		}
	}
}
