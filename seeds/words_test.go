package seeds

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"ahq/forms"
	"ahq/forms/formstest"
)

// facts are the questions whose answers stand as they were printed.
var facts = []string{"title", "period", "costs", "partners", "links"}

// names may be printed anywhere, however long they are.
var names = []string{"Support of the EU-Brazil Common Agenda for Migration and Mobility"}

var wordSyntax = regexp.MustCompile(`[\p{L}\p{N}]+`)

// run is how many words in a row are somebody's sentence.
const run = 8

func TestProseIsInOurOwnWords(t *testing.T) {
	document := formstest.Seed(t, "be-response.txt")
	printed := map[string]bool{}
	for _, sentence := range runs(string(document)) {
		printed[sentence] = true
	}
	all := map[string]string{"ahq.background": must(Norway())(t).Background}
	for _, ncp := range respondents {
		maps.Copy(all, prose(must(Sample(ncp))(t)))
	}
	for at, text := range all {
		for _, sentence := range runs(text) {
			if printed[sentence] {
				t.Errorf("%s: printed in the document: %q", at, sentence)
			}
		}
	}
}

// prose is the texts of a content that are not facts, by where they stand.
func prose(content forms.Content) map[string]string {
	all := map[string]string{}
	for _, record := range content.Records {
		all[content.NCP+" "+record.ID+".note"] = record.Note.Text
		for question, answer := range record.Cells {
			if !slices.Contains(facts, question) {
				all[content.NCP+" "+record.ID+"."+question] = answer.Text
			}
		}
	}
	return all
}

// runs are all runs of words in a text, without case, marks and line breaks.
func runs(text string) []string {
	for _, name := range names {
		text = strings.ReplaceAll(text, name, "")
	}
	words := wordSyntax.FindAllString(strings.ToLower(text), -1)
	var all []string
	for i := 0; i+run <= len(words); i++ {
		all = append(all, strings.Join(words[i:i+run], " "))
	}
	return all
}
