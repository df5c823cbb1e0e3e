package seeds

import "testing"

func TestBelgiumIsAllThere(t *testing.T) {
	belgium := must(Belgium())(t)
	if len(belgium.Records) != 24 {
		t.Fatalf("%d campaigns, want 24", len(belgium.Records))
	}
	sections, printed := map[string]int{}, map[string]int{}
	for _, record := range belgium.Records {
		sections[record.Section]++
		if len(record.Cells) != 13 {
			t.Errorf("%s has %d cells, want 13", record.ID, len(record.Cells))
		}
		for question, answer := range record.Cells {
			if answer.Text == "" {
				t.Errorf("%s.%s is empty", record.ID, question)
			}
			printed[answer.Text]++
		}
	}
	if sections["origin"] != 22 || sections["inland"] != 2 {
		t.Errorf("sections %v, want 22 of origin and 2 inland", sections)
	}
	for text, want := range map[string]int{"N/A": 33, "/": 4, "/.": 3} {
		if printed[text] != want {
			t.Errorf("%d cells say %q, want %d", printed[text], text, want)
		}
	}
}
