package document

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// readers read a file of each format back, paragraph by paragraph. A PDF gives
// back words: pdf_test.go reads it.
var readers = map[Format]func(testing.TB, []byte) []string{DOCX: docxText, HTML: htmlText}

func TestEveryFormatCanBeReadBack(t *testing.T) {
	for f := range formats {
		if readers[f] == nil && f != PDF {
			t.Errorf("no test reads %s back", f)
		}
		if f.MediaType() == "" {
			t.Errorf("%s has no media type", f)
		}
	}
}

func TestEveryTextOfTheDocumentIsInTheFileInOrder(t *testing.T) {
	for f, read := range readers {
		if diff := cmp.Diff(said(sample().Blocks), read(t, written(t, f, sample()))); diff != "" {
			t.Errorf("%s (-document +file):\n%s", f, diff)
		}
	}
}

func TestTheSameDocumentGivesTheSameBytes(t *testing.T) {
	here := sample()
	elsewhere := sample()
	elsewhere.Made = here.Made.In(time.FixedZone("Brussels", 3600))
	for f := range formats {
		first := written(t, f, here)
		for _, d := range []Document{here, elsewhere} {
			if !bytes.Equal(first, written(t, f, d)) {
				t.Errorf("%s differs from one time to the next", f)
			}
		}
	}
}

// odd draws texts that are hard to keep: long, with markup, control
// characters, broken UTF-8 and every script.
func odd(most int) *rapid.Generator[string] {
	rune := rapid.OneOf(rapid.Rune(), rapid.SampledFrom([]rune("<>&\"'\t\n\r \u0000\u0007\u0085\u00a0\u00ad\u2028\u202e\ufeff\ufffe\uffff\U0010ffff]]>")))
	return rapid.Custom(func(t *rapid.T) string {
		s := rapid.StringOfN(rune, 0, 80, -1).Draw(t, "text")
		if rapid.Bool().Draw(t, "broken") {
			s += string(rapid.SliceOfN(rapid.Byte(), 0, 8).Draw(t, "bytes"))
		}
		times := rapid.IntRange(1, most/max(len(s), 1)+1).Draw(t, "times")
		return strings.Repeat(s, times)
	})
}

func TestTextsSurviveToTheLetter(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := odd(100_000).Draw(r, "text")
		short := odd(100).Draw(r, "short")
		d := Document{Title: short, Running: short, Blocks: []Block{
			Heading{Level: 1, Text: Plain(short), ID: short},
			Contents{Title: short, Depth: 2},
			Paragraph{Text: Text{{Text: text}, {Text: short, Link: "https://example.org/" + short}}},
			List{Items: []Text{Plain(short)}},
			Facts{{Label: short, Text: Plain(text)}},
			Heading{Level: 4, Text: Plain(text)},
			Chart{Title: text, Alt: short, Categories: []string{short, text}, Series: []Series{{short, []int{1, 2}}, {text, []int{3, 4}}}},
			Paragraph{Text: Text{{Text: "noted", Note: text + "."}, {Text: "again", Note: short + "."}}},
			Table{Caption: short, Header: []Text{Plain(short), Plain("b")}, Rows: []Row{{Cells: []Cell{words(short).heading(), words(text)}}}},
		}}
		for f, read := range readers {
			file := written(t, f, d)
			if diff := cmp.Diff(said(d.Blocks), read(t, file)); diff != "" {
				r.Fatalf("%s (-document +file):\n%.2000s", f, diff)
			}
			if diff := cmp.Diff(asides(d.Blocks), asideReaders[f](t, file)); diff != "" {
				r.Fatalf("%s, beside the text (-document +file):\n%.2000s", f, diff)
			}
		}
	})
}

func TestWhatCannotBePrintedIsRefused(t *testing.T) {
	inCell := func(b Block) []Block {
		return []Block{Table{Caption: "Costs", Rows: []Row{{Cells: []Cell{{Blocks: []Block{b}}}}}}}
	}
	tests := []struct {
		name   string
		format Format
		blocks []Block
		want   string
	}{
		{"a format nobody writes", "odt", nil, `choose one of ["docx" "html" "pdf"]`},
		{"a heading too deep", DOCX, []Block{Heading{Level: 5, Text: Plain("Deep")}}, `heading "Deep" has level 5: use 0 to 4`},
		{"a heading above the title", HTML, []Block{Heading{Level: -1}}, "use 0 to 4"},
		{"a table in a cell", DOCX, inCell(Table{}), `table "Costs": row 1: a cell holds paragraphs and lists`},
		{"a heading in a cell", HTML, inCell(Heading{}), "put the document.Heading outside"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var b bytes.Buffer
			err := Write(&b, test.format, Document{Blocks: test.blocks})
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q", err, test.want)
			}
			if b.Len() > 0 {
				t.Errorf("%d bytes were written all the same", b.Len())
			}
		})
	}
}

// full is a disk with no room left.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, bytes.ErrTooLarge }

func TestAFullDiskIsToldOfInEveryFormat(t *testing.T) {
	for f := range formats {
		if err := Write(full{}, f, sample()); err == nil {
			t.Errorf("%s: no error", f)
		}
	}
}
