package reading

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Text reads plain text, in UTF-8, UTF-16 or Windows-1252.
func Text(raw []byte) (Document, error) {
	text, err := decoded(raw)
	if err != nil {
		return Document{}, err
	}
	if err := tooLarge(len(text), strings.Count(text, "\n")+strings.Count(text, "\f")); err != nil {
		return Document{}, err
	}
	return lined(text), nil
}

// decoded is the text of a file, whatever its encoding, with line ends as LF.
func decoded(raw []byte) (string, error) {
	if code := encodingOf(raw); code != nil {
		var err error
		if raw, err = code.NewDecoder().Bytes(raw); err != nil {
			return "", unreadable("it is no text that can be read: save it as UTF-8")
		}
	}
	text := string(bytes.TrimPrefix(raw, []byte("\ufeff")))
	if strings.ContainsAny(text, "\r\v\u2028\u2029") {
		text = lineEnds.Replace(text)
	}
	if strings.IndexByte(text, 0) >= 0 {
		return "", unreadable("it is no text, or one with NUL in it: save it as plain text in UTF-8")
	}
	if strings.TrimSpace(text) == "" {
		return "", unreadable("there is no text in it: choose the file that holds the answers")
	}
	return text, nil
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\v", "\n")

// encodingOf what is not UTF-8, as far as it shows.
func encodingOf(raw []byte) encoding.Encoding {
	switch little, big := zeros(raw); {
	case bytes.HasPrefix(raw, []byte{0xff, 0xfe}), little:
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(raw, []byte{0xfe, 0xff}), big:
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	case utf8.Valid(raw):
		return nil
	}
	return charmap.Windows1252
}

// zeros says whether every second byte of a text is mostly zero: Latin letters in
// UTF-16, the little end first or the big.
func zeros(raw []byte) (little, big bool) {
	raw = raw[:min(len(raw), 4096)]
	var count [2]int
	for i, b := range raw {
		if b == 0 {
			count[i%2]++
		}
	}
	half := len(raw) / 2
	return count[1] > half*7/10 && count[0] <= half/50, count[0] > half*7/10 && count[1] <= half/50
}

// lined cuts a text into lines, and finds where its pages begin.
func lined(text string) Document {
	d := Document{Text: text, Lines: make([]Line, 0, strings.Count(text, "\n")+1)}
	page, from, top := 1, 0, true
	for from <= len(text) {
		to := len(text)
		if n := strings.IndexByte(text[from:], '\n'); n >= 0 {
			to = from + n
		}
		for feed := strings.IndexByte(text[from:to], '\f'); feed >= 0; feed = strings.IndexByte(text[from:to], '\f') {
			if strings.TrimSpace(text[from:from+feed]) != "" {
				d.Lines = append(d.Lines, Line{From: from, To: from + feed, Page: page, Top: top})
			}
			from, page, top = from+feed+1, page+1, true
		}
		d.Lines = append(d.Lines, Line{From: from, To: to, Page: page, Top: top})
		top = top && d.blank(len(d.Lines)-1)
		from = to + 1
	}
	if page == 1 {
		d.joints()
	}
	return d
}

// joints finds the pages of a text that was taken out of a document line by line
// with an empty line after each: a page ends where that line is missing, and the
// next begins with a space.
func (d Document) joints() {
	lines, tight := 0, 0
	for i := range d.Lines {
		if d.line(i) != "" {
			lines++
			if i > 0 && d.line(i-1) != "" {
				tight++
			}
		}
	}
	if tight*4 > lines {
		return
	}
	page := 1
	for i := range d.Lines {
		if text := d.line(i); i > 0 && d.line(i-1) != "" && strings.HasPrefix(text, " ") && !d.blank(i) {
			page++
			d.Lines[i].Top = true
		}
		d.Lines[i].Page = page
	}
}
