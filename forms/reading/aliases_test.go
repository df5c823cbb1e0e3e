package reading

import (
	"testing"

	"ahq/forms"
)

func TestEveryAliasIsOfALabelThatIsAsked(t *testing.T) {
	asked := map[string]bool{}
	for _, q := range forms.Catalogue() {
		for _, l := range labelsOf(q) {
			asked[l.words] = true
		}
	}
	for label := range aliases() {
		if !asked[label] {
			t.Errorf("nobody asks %q", label)
		}
	}
}
