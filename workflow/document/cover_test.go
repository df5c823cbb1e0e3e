package document

import "testing"

func TestTheCoverIsTheTitleAndWhatIsSaidOfTheWhole(t *testing.T) {
	title, text := Heading{Text: Plain("Title")}, Paragraph{Text: Plain("text")}
	tests := []struct {
		name   string
		blocks []Block
		want   int
	}{
		{"nothing", nil, 0},
		{"a title alone", []Block{title}, 1},
		{"facts and a disclaimer", []Block{title, Facts{}, text, Heading{Level: 1}, text}, 3},
		{"up to a page break", []Block{title, text, PageBreak{}, text}, 2},
		{"up to contents", []Block{title, Contents{}}, 1},
		{"up to a second title", []Block{title, title}, 1},
		{"no title", []Block{Heading{Level: 1}, text}, 0},
		{"a title further down", []Block{text, title}, 0},
		{"a table first", []Block{Table{}, title}, 0},
	}
	for _, test := range tests {
		if got := coverLength(test.blocks); got != test.want {
			t.Errorf("%s: got %d blocks, want %d", test.name, got, test.want)
		}
	}
}
