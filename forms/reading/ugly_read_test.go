package reading

import (
	"fmt"
	"strings"
	"testing"

	"ahq/forms"
)

// What is printed in the ugliest way is read back: nearly all of it to the letter,
// and never under the wrong label. A seed that fails is told, and prints the same
// document again.
func TestUglyDocumentsAreReadBack(t *testing.T) {
	var told, exact int
	for _, q := range forms.Catalogue() {
		documents := uglyDocuments(q)
		for seed := range 500 {
			u := documents.Example(seed)
			d, err := Text([]byte(u.text()))
			if err != nil {
				t.Fatal(err)
			}
			p := d.Propose(q)
			account(t, d, p)
			want, got := cells(u.content), cells(p.Content)
			for place, text := range want {
				told++
				if folded(got[place]) == folded(text) {
					exact++
				} else {
					t.Logf("%s, seed %d, %s (%v): %q, not %q", q.ID, seed, place, p.Found[place].Sure, got[place], text)
				}
				for token := range strings.FieldsSeq(got[place]) {
					if isToken(token) && !strings.Contains(text, token) {
						t.Errorf("%s, seed %d, %s: %s belongs elsewhere", q.ID, seed, place, token)
					}
				}
			}
		}
	}
	t.Logf("%d of %d cells are exact: %.2f %%", exact, told, 100*float64(exact)/float64(told))
	if exact*1000 < told*995 {
		t.Errorf("%d of %d cells are exact, less than 99.5 %%", exact, told)
	}
}

func isToken(word string) bool {
	return len(word) > 2 && word[0] == 'x' && strings.Trim(word[1:], "0123456789q") == ""
}

// cells of a content by place.
func cells(c forms.Content) map[string]string {
	all := map[string]string{}
	for id, a := range c.Answers {
		all[id] = a.Text
	}
	for i, r := range c.Records {
		at := fmt.Sprintf("records[%d].", i)
		all[at+"heading"], all[at+"note"] = r.Heading, r.Note.Text
		for id, a := range r.Cells {
			all[at+id] = a.Text
		}
	}
	return all
}
