package document

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestEveryHeadingHasAnAnchorOfItsOwn(t *testing.T) {
	blocks := []Block{
		Heading{Text: Plain("Cover")},
		Heading{Level: 1, Text: Plain("Two\nlines"), ID: "be"},
		Paragraph{Text: Plain("between")},
		Heading{Level: 1, Text: Plain("Again"), ID: "be"},
		Heading{Level: 2, Text: Plain("Where the skip link leads"), ID: "main"},
		Heading{Level: 2, Text: Plain("A name of ours"), ID: "part-5"},
		Heading{Level: 2, Text: Plain("None")},
		Heading{Level: 2, Text: Plain("With a space"), ID: " a\tb "},
		Heading{Level: 2, Text: Plain("A note's"), ID: "note-1"},
	}
	var got []string
	for _, e := range outline(blocks) {
		got = append(got, e.text.Plain()+" #"+e.anchor)
	}
	want := []string{"Cover #part-1", "Two lines #be", "Again #be-3", "Where the skip link leads #main-4", "A name of ours #part-5", "None #part-6",
		"With a space #a-b", "A note's #part-note-1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
