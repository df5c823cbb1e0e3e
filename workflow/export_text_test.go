package workflow

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode"

	"ahq/workflow/document"
)

// told is blocks as one reads them aloud: ¶ a paragraph, • and 1. items, [] what
// is a link, {} a remark.
func told(blocks []document.Block) string {
	var b strings.Builder
	for _, block := range blocks {
		switch block := block.(type) {
		case document.Heading:
			fmt.Fprintf(&b, "%s %s\n", strings.Repeat("#", block.Level+1), block.Text.Plain())
		case document.Paragraph:
			fmt.Fprintf(&b, "¶%s %s\n", block.Style, toldText(block.Text))
		case document.List:
			for i, item := range block.Items {
				mark := "•"
				if block.Ordered {
					mark = fmt.Sprintf("%d.", i+1)
				}
				fmt.Fprintf(&b, "%s %s\n", mark, toldText(item))
			}
		case document.Facts:
			for _, f := range block {
				fmt.Fprintf(&b, "%s = %s\n", f.Label, toldText(f.Text))
			}
		case document.Chart:
			fmt.Fprintf(&b, "%s: %s\n", block.Title, block.Alt)
			for i, category := range block.Categories {
				b.WriteString("| " + category)
				for _, s := range block.Series {
					fmt.Fprintf(&b, " | %s %d", s.Name, s.Values[i])
				}
				b.WriteString("\n")
			}
		case document.Table:
			for _, row := range block.Rows {
				for _, cell := range row.Cells {
					b.WriteString("| " + strings.ReplaceAll(told(cell.Blocks), "\n", " "))
				}
				b.WriteString("\n")
			}
		}
	}
	return b.String()
}

func toldText(t document.Text) string {
	var b strings.Builder
	for _, s := range t {
		if s.Link != "" {
			b.WriteString("[" + s.Text + "](" + s.Link + ")")
			continue
		}
		b.WriteString(s.Text)
		if s.Note != "" {
			b.WriteString("{" + s.Note + "}")
		}
	}
	return b.String()
}

func TestATextIsSplitAndNotChanged(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"nothing", " \n\n", ""},
		{"one paragraph", "One.", "¶ One.\n"},
		{"two paragraphs", "One.\n\n\nTwo.", "¶ One.\n¶ Two.\n"},
		{"line ends inside a paragraph stay", "One,\ntwo.", "¶ One,\ntwo.\n"},
		{"bullets", "We did:\n• one\n•\ttwo", "¶ We did:\n• one\n• two\n"},
		{"bullets of Word's own fonts", "\uf0b7 one\n\uf0b7\ttwo", "• one\n• two\n"},
		{"bullets with empty lines between", "• one\n\n• two\n\nAfter.", "• one\n• two\n¶ After.\n"},
		{"dashes", "- one\n- two", "• one\n• two\n"},
		{"one dash may be a dash", "- one", "¶ - one\n"},
		{"a dash without a space is no bullet", "-one\n-two", "¶ -one\n-two\n"},
		{"numbers", "1. one\n2. two\n10. ten", "1. one\n2. two\n¶ 10. ten\n"},
		{"numbers that do not begin at one stay", "2. two\n3. three", "¶ 2. two\n3. three\n"},
		{"a single number stays", "1. one", "¶ 1. one\n"},
		{"a year is no number of a list", "2009. It began.\n2010. It ended.", "¶ 2009. It began.\n2010. It ended.\n"},
		{"letters stay", "a) one\nb) two\n(i) three", "¶ a) one\nb) two\n(i) three\n"},
		{"leading space stays", "  indented", "¶   indented\n"},
		{"a link", "See http://a.example/x?y=1.", "¶ See [http://a.example/x?y=1](http://a.example/x?y=1).\n"},
		{"a link without a scheme", "(www.a.example)", "¶ ([www.a.example](http://www.a.example))\n"},
		{"a link with brackets in it", "https://a.example/x_(y) there", "¶ [https://a.example/x_(y)](https://a.example/x_(y)) there\n"},
		{"two links in a line", "http://a.example, http://b.example", "¶ [http://a.example](http://a.example), [http://b.example](http://b.example)\n"},
		{"a link with one bracket too many", "(see http://a.example/(x)))).", "¶ (see [http://a.example/(x)](http://a.example/(x))))).\n"},
		{"mail", "mailto:x@a.example", "¶ [mailto:x@a.example](mailto:x@a.example)\n"},
		{"what is unsafe is text", "javascript:alert(1) file:///etc", "¶ javascript:alert(1) file:///etc\n"},
		{"half an address is text", "http:// and xhttp://a.example and www.", "¶ http:// and xhttp://a.example and www.\n"},
		{"capitals", "HTTP://A.EXAMPLE", "¶ [HTTP://A.EXAMPLE](HTTP://A.EXAMPLE)\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := told(blocksOf(c.text)); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// No word is lost, whatever is pasted: without marks of lists, spaces and line
// ends the same characters stand in the same order.
func FuzzBlocksOf(f *testing.F) {
	for _, seed := range []string{"1. a\n2. b", "• x\n\n- y\n- z", "http://a.example/)", "\uf0b7", "www.x\x80"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var all strings.Builder
		collect := func(t document.Text) {
			for _, s := range t {
				all.WriteString(s.Text)
			}
		}
		for _, block := range blocksOf(text) {
			switch b := block.(type) {
			case document.Paragraph:
				collect(b.Text)
			case document.List:
				for _, item := range b.Items {
					collect(item)
				}
			}
		}
		if got := bare(all.String()); !subsequence(got, bare(text)) || len(bareWords(text)) != len(bareWords(all.String())) {
			t.Errorf("%q became %q", text, all.String())
		}
	})
}

func bare(text string) string { return strings.Join(strings.Fields(text), "") }

// bareWords is a text without all that can be a mark of a list.
func bareWords(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("0123456789.-–—*", r) || unmistakable(string(r)) {
			return -1
		}
		return r
	}, text)
}

// subsequence says whether a can be had from b by leaving out.
func subsequence(a, b string) bool {
	for i := 0; i < len(b) && a != ""; i++ {
		if a[0] == b[i] {
			a = a[1:]
		}
	}
	return a == ""
}

// A text that somebody made to be slow is not.
func TestSplittingTakesTimeByLength(t *testing.T) {
	for _, piece := range []string{")", "(www.)", "www.", "http://", "h", "1. ", "• ", "mailto:", "\n", "- \n", "1.\n"} {
		text := "http://a.example/" + strings.Repeat(piece, 200_000/len(piece))
		began := time.Now()
		blocksOf(text)
		if took := time.Since(began); took > 2*time.Second {
			t.Errorf("200,000 bytes of %q took %s", piece, took)
		}
	}
}
