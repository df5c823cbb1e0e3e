package reading

import (
	"bytes"

	"ahq/forms"
)

// A format is a kind of file, known by how it begins.
type format struct {
	starts string
	read   func(raw []byte) (Document, error)
	refuse string // or why it is not read, and what to do
}

// formats in the order in which they are tried; what is none of them is text.
var formats = []format{
	{starts: "PK\x03\x04", read: packed},
	{starts: "PK\x05\x06", refuse: "it is an empty archive: send the document itself"},
	{starts: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", refuse: "it is an old Office file (.doc, .xls) or one with a password: open it, take the password away, and save it as .docx or .xlsx"},
	{starts: `{\rtf`, refuse: "it is rich text (.rtf): open it and save it as .docx"},
	{starts: PDF, refuse: "it is a PDF, which is not read here: open it with Word or LibreOffice and save it as .docx, or copy its text into a text file"},
	{starts: "\x89PNG", refuse: picture},
	{starts: "\xff\xd8\xff", refuse: picture},
	{starts: "GIF8", refuse: picture},
	{starts: "II*\x00", refuse: picture},
	{starts: "MM\x00*", refuse: picture},
}

const picture = "it is a picture: send the document that it was made of, or type the answers"

// Largest is the largest file that is read, in bytes.
const Largest = 32 << 20

// LargestText is the most text in one, in bytes: some 35 heavy responses.
const LargestText = 4 << 20

// MostLines is the most lines of it: as many.
const MostLines = 200_000

// An Aside reads a kind of file elsewhere, known by how it begins: what reads it may
// break, or never end.
type Aside struct {
	Starts string
	Read   func(raw []byte) (Document, error)
}

// PDF is how a PDF begins: it is read aside, or not at all.
const PDF = "%PDF-"

// Read makes a document out of a file, whatever its name says it is.
func Read(name string, raw []byte, asides ...Aside) (Document, error) {
	d, err := read(raw, asides)
	if err == nil {
		err = tooLarge(len(d.Text), len(d.Lines))
	}
	if err != nil {
		return Document{}, named(name, err)
	}
	return d, nil
}

// tooLarge says what to do with a document that is larger than those that are read.
func tooLarge(text, lines int) error {
	if text > LargestText {
		return unreadable("it holds more than %d MB of text: send it in parts", LargestText>>20)
	}
	if lines > MostLines {
		return unreadable("it holds more than %d lines: send it in parts", MostLines)
	}
	return nil
}

func read(raw []byte, asides []Aside) (Document, error) {
	if len(raw) == 0 {
		return Document{}, unreadable("it is empty: choose the file that holds the answers")
	}
	if len(raw) > Largest {
		return Document{}, unreadable("it is larger than %d MB: take the pictures out, or send it in parts", Largest>>20)
	}
	for _, a := range asides {
		if bytes.HasPrefix(raw, []byte(a.Starts)) {
			return a.Read(raw)
		}
	}
	for _, f := range formats {
		switch {
		case !bytes.HasPrefix(raw, []byte(f.starts)):
		case f.read == nil:
			return Document{}, unreadable("%s", f.refuse)
		default:
			return f.read(raw)
		}
	}
	if isHTML(raw) {
		return readHTML(raw)
	}
	return Text(raw)
}

// Best is the proposal that places most of a document, of those for several
// questionnaires.
func (d Document) Best(among []forms.Questionnaire) (best Proposal) {
	for i, q := range among {
		if p := d.Propose(q); i == 0 || p.Placed() > best.Placed() {
			best = p
		}
	}
	return best
}
