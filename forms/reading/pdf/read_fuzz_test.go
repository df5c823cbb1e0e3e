package pdf

import (
	"testing"
	"unicode/utf8"

	"ahq/forms"
	"ahq/forms/reading"
)

// sound says what is wrong with a document, whatever it was made of.
func sound(t *testing.T, d reading.Document) {
	if !utf8.ValidString(d.Text) {
		t.Errorf("%q is no text", d.Text)
	}
	at := 0
	for i, l := range d.Lines {
		if l.From != at || l.To < l.From || l.To >= len(d.Text) || l.Right > l.To-l.From || l.Page < 1 {
			t.Fatalf("line %d is %+v", i, l)
		}
		at = l.To + 1
	}
	for _, q := range forms.Catalogue() {
		d.Propose(q)
	}
}

// Whatever paints a page, it is read without a panic of ours.
func FuzzProgram(f *testing.F) {
	f.Add("BT /F1 12 Tf 50 700 Td (some letters) Tj [(a) -3 (b)] TJ ET q 1 0 0 1 5 5 cm /X1 Do Q")
	f.Add("/Span <</ActualText <FEFF00AD>>> BDC BT /F2 12 Tf <0001000200060007> ' EMC BI ID x EI ET")
	f.Add("BT /F3 9 Tf 0 1 -1 0 9 9 Tm (\\001\\002A) Tj 3 Ts 50 Tz 1 2 (x) \" /F4 9 Tf 200 0 Td (aaaa) Tj T* ET")
	f.Fuzz(func(t *testing.T, program string) {
		if d, err := read(pages(program), func(int, int) {}); err == nil {
			sound(t, d)
		}
	})
}

// Whatever a font says of its codes, it says something.
func FuzzMeanings(f *testing.F) {
	f.Add([]byte(meaningsOfGreek))
	f.Add([]byte("beginbfrange <00> <ff> [<41> <42>] <00><ffff> <d83d> endbfrange beginbfchar <> <> <1> endbfchar"))
	f.Fuzz(func(t *testing.T, program []byte) {
		for code, means := range meaningsOf(program) {
			if code == "" || !utf8.ValidString(means) {
				t.Errorf("%q means %q", code, means)
			}
		}
	})
}

// Whatever a file holds, it is read or refused.
func FuzzFile(f *testing.F) {
	f.Add(pages("BT /F1 12 Tf 50 700 Td (some letters) Tj ET"))
	f.Add(pageWith("/Rotate 90/Contents[5 0 R 5 0 R]/Resources<</Font<</F1 4 0 R>>>>", stream("/Filter/FlateDecode", packed("BT /F1 9 Tf (x) Tj ET"))))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if d, err := Read(raw); err == nil {
			sound(t, d)
		}
	})
}
