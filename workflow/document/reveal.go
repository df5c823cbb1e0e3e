package document

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"slices"
)

// A Said is something that a file says, and in which part of it.
type Said struct {
	Part  string // "word/document.xml", "page 3", "/responses/0/name"
	Text  string
	Aside bool // it stands beside the text: an attribute, a name, a remark
}

// Reveal tells everything that a finished file says, also where nobody looks:
// metadata, names of parts, hidden sheets, remarks, what is no longer shown. It
// is how one proves that something is not in a file, so what it cannot read is
// an error, which names the part. A part is told in its order, sentence by
// sentence or in longer pieces; no word is cut in two. Memory does not grow with
// the file, but for a PDF, which is held; and a file that unpacks to far more than we ever write is refused.
func Reveal(f Format, file io.ReaderAt, size int64) iter.Seq2[Said, error] {
	return func(yield func(Said, error) bool) {
		reveal, known := reveals[f]
		if !known {
			yield(Said{}, fmt.Errorf("nobody can look into a file of format %q: choose one of %q", f, slices.Sorted(maps.Keys(reveals))))
			return
		}
		left := int64(mostUnpacked)
		t := teller{part: string(f), left: &left, tell: func(s Said) bool { return yield(s, nil) }}
		if err := reveal(&t, file, size); err != nil && !errors.Is(err, errEnough) {
			yield(Said{}, err)
		}
	}
}

// reveals is all that we can look into. What can be written must have a row.
var reveals = map[Format]func(*teller, io.ReaderAt, int64) error{
	DOCX:   (*teller).zip,
	HTML:   whole((*teller).html),
	"xlsx": (*teller).zip,
	"csv":  whole((*teller).plain),
	"json": whole((*teller).json),
	"pdf":  (*teller).pdf,
}

// whole reads a file from its beginning to its end.
func whole(reveal func(*teller, io.Reader) error) func(*teller, io.ReaderAt, int64) error {
	return func(t *teller, file io.ReaderAt, size int64) error {
		return reveal(t, io.NewSectionReader(file, 0, size))
	}
}

// The bounds of what is looked into. The largest edition we expect unpacks to
// some 10 MB.
const (
	mostUnpacked = 1 << 30
	mostNested   = 4        // archives and files within files
	longestPiece = 1 << 20  // of text, told at once
	longestWhole = 64 << 20 // a file within a file, which must be held
)

var (
	errEnough   = errors.New("whoever listens has heard enough")
	errTooLarge = errors.New("it unpacks to more than we ever write: it is refused")
)
