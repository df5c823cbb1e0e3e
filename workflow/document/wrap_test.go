package document

import (
	"slices"
	"testing"
)

func TestNamesOfCategoriesAreWrapped(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"nothing", "", []string{""}},
		{"short", "Success", []string{"Success"}},
		{"just fitting", "ten letter", []string{"ten letter"}},
		{"between words", "ten letters more", []string{"ten", "letters", "more"}},
		{"at line ends", "one\ntwo", []string{"one two"}},
		{"inside a long word", "Rindfleischetikett", []string{"Rindfleisc", "hetikett"}},
		{"by letters, not bytes", "Ελλάδα όλη και", []string{"Ελλάδα όλη", "και"}},
		{"too long", "one two three four five six seven eight", []string{"one two", "three four", "five six…"}},
		{"much too long a word", "aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd", []string{"aaaaaaaaaa", "bbbbbbbbbb", "ccccccccc…"}},
	}
	for _, test := range tests {
		if got := wrapped(test.text, 10, 3); !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}
