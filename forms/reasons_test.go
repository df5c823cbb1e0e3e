package forms

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestReasons(t *testing.T) {
	for want, answers := range map[Reason][]string{
		NotApplicable: {"N/A", "n/a ", "n.a.", "NA", "n/a.", "(N/A)", "Not applicable.", "sans objet", "nicht zutreffend", "Ikke relevant", "nvt", "n.v.t."},
		NoInformation: {
			"/", "/.", "-", "–", "--", ".", " / \n", "no information", "No information available.", "keine Angabe", "k.A.",
			"Pas d’information", "unknown", "ukjent",
		},
		NotYet:       {"not yet", "Not yet available", "to be determined", "TBD", "Not determined yet", "noch nicht"},
		NotDisclosed: {"Confidential", "not disclosed", "vertraulich"},
		"": {
			"", "  ", "None", "No", "Not applicable since it is over", "no information was given to them by us", "N/A but see above", "?", "not yet clear",
			strings.Repeat("n/a ", 200),
		},
	} {
		for _, raw := range answers {
			if got := readReason(raw); got != want {
				t.Errorf("%q gives the reason %q, not %q", raw, got, want)
			}
		}
	}
}

func TestReasonsInAnyCaseAndSpace(t *testing.T) {
	spaces := rapid.SampledFrom([]string{"", " ", "\n", "\t ", "\u00a0"})
	rapid.Check(t, func(t *rapid.T) {
		reason := rapid.SampledFrom(slices.Sorted(maps.Keys(wholeAnswers))).Draw(t, "reason")
		answer := strings.TrimSpace(rapid.SampledFrom(strings.Split(wholeAnswers[reason], ",")).Draw(t, "answer"))
		if rapid.Bool().Draw(t, "capitals") {
			answer = strings.ToUpper(answer)
		}
		raw := spaces.Draw(t, "before") + answer + rapid.SampledFrom([]string{"", ".", "!"}).Draw(t, "end") + spaces.Draw(t, "after")
		if got := readReason(raw); got != reason {
			t.Fatalf("%q gives the reason %q, not %q", raw, got, reason)
		}
	})
}

func FuzzReason(f *testing.F) {
	for _, raw := range []string{"N/A", "/", "–", "not yet", "\xff"} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		if got := readReason(raw); got != readReason(" "+raw+"\n") && len(raw) < longestReason {
			t.Errorf("%q gives the reason %q, with space around it another", raw, got)
		}
	})
}
