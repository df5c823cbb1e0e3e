package document

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"ahq/forms/formstest"
)

// packages hold the programs that know PDF best.
var packages = map[string]string{"qpdf": "qpdf", "pdftotext": "poppler", "pdfinfo": "poppler", "pdftoppm": "poppler"}

// run gives a file to a program, and is what that prints.
func run(t testing.TB, file []byte, program string, arguments ...string) string {
	t.Helper()
	formstest.Require(t, packages[program])
	name := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(name, file, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range arguments {
		if a == "FILE" {
			arguments[i] = name
		}
	}
	var out, complaints bytes.Buffer
	command := exec.CommandContext(t.Context(), program, arguments...)
	command.Stdout, command.Stderr = &out, &complaints
	if err := command.Run(); err != nil || complaints.Len() > 0 {
		t.Fatalf("%s: %v\n%s%.2000s", program, err, complaints.Bytes(), out.Bytes())
	}
	return out.String()
}

// pdfText is what the pages of a PDF say, without blanks and without what
// repeats at the top and at the foot of each.
func pdfText(t testing.TB, d Document, file []byte) string {
	t.Helper()
	pages := strings.Split(strings.TrimSuffix(run(t, file, "pdftotext", "-raw", "FILE", "-"), "\f"), "\f")
	var text strings.Builder
	for i, page := range pages {
		page = strings.TrimPrefix(dense(page), dense(d.Running))
		foot := dense("Page " + strconv.Itoa(i+1) + " of " + strconv.Itoa(len(pages)))
		if !strings.HasSuffix(page, foot) {
			t.Errorf("page %d does not end with %q: %.100q", i+1, foot, page)
		}
		text.WriteString(strings.TrimSuffix(page, foot))
	}
	return text.String()
}

// dense is a text without blanks, and without marks, which readers move about, as
// they do with accents that stand alone.
func dense(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unseen(r) || unicode.In(r, unicode.M, unicode.Sk) {
			return -1
		}
		return shown(r)
	}, printable(s))
}

func TestEveryWordIsInThePDFInOrder(t *testing.T) {
	d := unremarked()
	text := pdfText(t, d, written(t, PDF, d))
	for _, said := range said(d.Blocks) {
		_, after, found := strings.Cut(text, dense(said))
		if !found {
			t.Fatalf("after all that came before there is no %q in %.300q", said, text)
		}
		text = after
	}
}

func TestNoReaderOfPDFFindsAFault(t *testing.T) {
	for name, d := range map[string]Document{"sample": sample(), "odd": oddities(), "empty": {}, "no rows": {Blocks: []Block{Table{}, Facts{}, Chart{}, List{}, Contents{}}}} {
		t.Run(name, func(t *testing.T) {
			file := written(t, PDF, d)
			if said := run(t, file, "qpdf", "--check", "FILE"); !strings.Contains(said, "No syntax or stream encoding errors") {
				t.Error(said)
			}
			run(t, file, "pdftoppm", "-r", "20", "FILE")
		})
	}
}

// oddities are what is hard to print.
func oddities() Document {
	long := strings.Repeat("A long answer with Ελληνικά, Кириллица, ქართული, Հայերեն and https://www.example.org/a/very/long/address?that=has_no_end&in=any_line ", 60)
	return Document{Title: "Odd", Blocks: []Block{
		Heading{Level: 1, Text: Plain("Numbers")},
		votes(),
		Paragraph{Text: Text{{Text: "A remark", Note: "This is the remark."}, {Text: " and another", Note: "And this."}}},
		Paragraph{Style: Mark, Text: Plain(long)},
		Paragraph{Text: Plain("שלום עולם, mixed (עברית) 123")},
		Paragraph{Text: Plain("این یک آزمایش است 123 و English در میان. لا إله")},
		Paragraph{Text: Plain("combined e\u0301x\u0302, 日本語, \U0001F9FF, \U00012345")},
		Table{Header: []Text{Plain("Question"), Plain("Answer")}, Rows: []Row{
			{Cells: []Cell{words(long).heading(), words(long)}},
			{Separator: true, Cells: []Cell{words("Additional")}},
			{Cells: []Cell{words("Lines"), words(strings.Repeat("\n", 200))}},
		}},
	}}
}

func votes() Chart {
	return Chart{Title: "Answers by question", Alt: "Most say yes.", Categories: []string{"Success", "Evaluation", "Lessons"},
		Series: []Series{{"Yes", []int{12, 5, 0}}, {"No", []int{3, 9}}, {"Cannot say yet", []int{8, 6}}}}
}

// turns says that readers may give a text back in another order: letters that
// run to the left, and what is near them.
func turns(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(turning, r) || unicode.Is(unicode.M, r) })
}

// bag is the characters of a text, in an order of ours.
func bag(s string) map[rune]int {
	all := map[rune]int{}
	for _, r := range s {
		all[r]++
	}
	return all
}

func TestEveryTextIsInThePDFWhole(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := odd(100_000).Draw(r, "text")
		d := Document{Blocks: []Block{Table{Rows: []Row{{Cells: []Cell{words("A").heading(), words(text), words("Z")}}}}}}
		got, want := pdfText(t, d, written(t, PDF, d)), dense(text)
		if !turns(text) && !strings.ContainsAny(text, "AZ") { // the names of its neighbours
			if got = strings.Replace(strings.Replace(got, "A", "", 1), "Z", "", 1); got != want {
				r.Fatalf("got %.300q\nwant %.300q", got, want)
			}
			return
		}
		found := bag(got)
		for c, n := range bag(want) {
			if found[c] < n {
				r.Fatalf("%q is there %d times, want %d", c, found[c], n)
			}
		}
	})
}
