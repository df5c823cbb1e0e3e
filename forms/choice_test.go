package forms

import "testing"

func TestChoice(t *testing.T) {
	options := []Option{{"full", "Yes"}, {"partly", "Yes, partly"}, {"no", "No"}, {"site", "Côte d’Azur"}}
	for raw, want := range map[string]string{
		"full":                   "full",
		"Yes":                    "full",
		"yes.":                   "full",
		"yes, partly":            "partly",
		"Yes partly, since 2012": "partly",
		"No, never":              "no",
		"cote d'azur":            "site",
		"Yes or no":              "",
		"perhaps":                "",
		"nothing":                "",
		"":                       "",
	} {
		if got := readChoice(options, raw).Choice.Choice; got != want {
			t.Errorf("%q chooses %q, not %q", raw, got, want)
		}
	}
	if got := readChoice(nil, "N/A"); got.Choice.Choice != "" || got.Reason != NotApplicable {
		t.Errorf("N/A without options is read as %+v", got)
	}
}

func FuzzChoice(f *testing.F) {
	f.Add("a", "b", "a or b")
	f.Add("", "", "")
	f.Fuzz(func(t *testing.T, one, two, raw string) {
		got := readChoice([]Option{{"1", one}, {"2", two}}, raw).Choice.Choice
		if got != "" && got != "1" && got != "2" {
			t.Errorf("%q was never offered", got)
		}
	})
}
