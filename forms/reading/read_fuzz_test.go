package reading

import "testing"

// Whatever a file holds, it is read or refused, and every character of it is
// accounted for.
func fuzzed(f *testing.F, read func([]byte) (Document, error)) {
	q := norway(f)
	f.Fuzz(func(t *testing.T, raw []byte) {
		d, err := read(raw)
		if err != nil {
			return
		}
		account(t, d, d.Propose(q))
	})
}

func FuzzText(f *testing.F) {
	f.Add([]byte("GUINEA\nTitle of the campaign A\n\fCosts of the\n10 EUR\nPage 1\n\fcampaign\nmore\n"))
	f.Add([]byte("Additional questions from\n/\n\fNorway\n5. If your MS were to\n/\n\fdo something differently next time, what would that be?\nN/A"))
	fuzzed(f, Text)
}

func FuzzHTML(f *testing.F) {
	f.Add([]byte("<html><table><tr><td>Title of the campaign<td>A<br>B<table><tr><td>x</table><script>y</script>"))
	fuzzed(f, readHTML)
}

func FuzzDOCX(f *testing.F) {
	f.Add(`<w:p><w:r><w:t>GUINEA</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Title of the campaign</w:t></w:r></w:p></w:tc><w:tc><w:p><w:del/></w:p></w:tc></w:tr></w:tbl>`)
	q := norway(f)
	f.Fuzz(func(t *testing.T, body string) {
		d, err := Read("a.docx", word(t, body))
		if err != nil {
			return
		}
		account(t, d, d.Propose(q))
	})
}

func FuzzODT(f *testing.F) {
	f.Add(`<office:text><text:h>GUINEA</text:h><table:table><table:table-row><table:table-cell><text:p>Title of the campaign</text:p></table:table-cell><table:table-cell><text:p>A<text:s text:c="3"/>B</text:p></table:table-cell></table:table-row></table:table></office:text>`)
	q := norway(f)
	f.Fuzz(func(t *testing.T, body string) {
		d, err := Read("a.odt", zipped(t, map[string]string{"content.xml": body}))
		if err != nil {
			return
		}
		account(t, d, d.Propose(q))
	})
}
