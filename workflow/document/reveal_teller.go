package document

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strings"
	"unicode/utf8"
)

// A teller tells what one part of a file says.
type teller struct {
	part  string
	tell  func(Said) bool
	seen  map[string]bool // short asides that this part said already
	left  *int64          // bytes the whole file may still unpack to
	depth int             // files this one is within
}

// within has a part of this part told, under its own name.
func (t *teller) within(part string, reveal func(*teller) error) error {
	if t.depth == mostNested {
		return fmt.Errorf("%s: files are packed into each other more than %d times: it is refused", part, mostNested)
	}
	inner := teller{part: part, tell: t.tell, left: t.left, depth: t.depth + 1}
	err := reveal(&inner)
	if err == nil || errors.Is(err, errEnough) {
		return err
	}
	return fmt.Errorf("%s: %w", part, err)
}

// say tells a piece of the running text.
func (t *teller) say(text string) error {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	if !t.tell(Said{Part: t.part, Text: text}) {
		return errEnough
	}
	return t.disguised(text)
}

// The short asides that are remembered: a DOCX says the same few thousands of
// times.
const (
	shortAside = 64
	mostAsides = 4096
)

// aside tells what stands beside the text, the short things once in each part.
func (t *teller) aside(text string) error {
	if text == "" || t.seen[text] {
		return nil
	}
	if len(text) <= shortAside && len(t.seen) < mostAsides {
		if t.seen == nil {
			t.seen = map[string]bool{}
		}
		t.seen[text] = true
	}
	if !t.tell(Said{Part: t.part, Text: text, Aside: true}) {
		return errEnough
	}
	if plain, err := url.PathUnescape(text); err == nil && plain != text {
		if !t.tell(Said{Part: t.part, Text: plain, Aside: true}) {
			return errEnough
		}
	}
	return t.disguised(text)
}

// disguised tells a text that stands there as base64: a manifest, a data: URL.
func (t *teller) disguised(text string) error {
	if strings.HasPrefix(text, "data:") {
		_, text, _ = strings.Cut(text, ",")
	}
	if len(text) < 16 || len(text) > longestWhole || strings.ContainsAny(text[:16], " .:") {
		return nil
	}
	decoded, err := base64.RawStdEncoding.DecodeString(strings.TrimRight(text, "="))
	if err != nil {
		decoded, err = base64.RawURLEncoding.DecodeString(strings.TrimRight(text, "="))
	}
	if err != nil || !utf8.Valid(decoded) && !bytes.HasPrefix(decoded, []byte(zipSign)) {
		return nil
	}
	return t.within(t.part+", decoded", func(t *teller) error { return t.any(bytes.NewReader(decoded)) })
}

// The first bytes by which a file within a file is known.
const (
	zipSign  = "PK\x03\x04"
	pdfSign  = "%PDF-"
	utf8Sign = "\uFEFF"
)

// any tells what a file within a file says, whatever it is. A picture or a font
// is told as it stands.
func (t *teller) any(r io.Reader) error {
	in := bufio.NewReaderSize(r, 64<<10)
	start, err := in.Peek(64)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	begins := strings.TrimLeft(strings.TrimPrefix(string(start), utf8Sign), " \t\r\n")
	switch {
	case strings.HasPrefix(begins, zipSign):
		return t.held(in, (*teller).zip)
	case strings.HasPrefix(begins, pdfSign):
		return t.held(in, (*teller).pdf)
	case strings.HasPrefix(begins, "\xFE\xFF"), strings.HasPrefix(begins, "\xFF\xFE"):
		return errors.New("its text is UTF-16, which we never write: it is refused")
	case strings.HasPrefix(strings.ToLower(begins), "<!doctype html"):
		return t.html(in)
	case strings.HasPrefix(begins, "<"):
		return t.xml(in)
	case strings.HasPrefix(begins, "{"):
		return t.json(in)
	default:
		return t.plain(in)
	}
}

// held reads a file that must be had whole.
func (t *teller) held(r io.Reader, reveal func(*teller, io.ReaderAt, int64) error) error {
	file, err := io.ReadAll(io.LimitReader(r, longestWhole+1))
	if err != nil {
		return err
	}
	if len(file) > longestWhole {
		return errTooLarge
	}
	return reveal(t, bytes.NewReader(file), int64(len(file)))
}

// unpacked counts what comes out of a packed stream, and ends it when it is too
// much.
func (t *teller) unpacked(r io.Reader) io.Reader { return &counted{r, t.left} }

type counted struct {
	io.Reader
	left *int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	if *c.left -= int64(n); *c.left < 0 {
		return 0, errTooLarge
	}
	return n, err
}

// plain tells a text, or bytes that are none, in pieces that end with a word.
func (t *teller) plain(r io.Reader) error {
	in := bufio.NewReaderSize(r, 64<<10)
	var p passage
	for {
		piece, err := in.ReadSlice('\n')
		p.raw = append(p.raw, piece...)
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) && !errors.Is(err, io.EOF) {
			return err
		}
		if ended := errors.Is(err, io.EOF); ended || len(p.raw) > 32<<10 {
			if err := t.say(p.take(ended)); err != nil || ended {
				return err
			}
		}
	}
}

// A passage is running text on its way to be told.
type passage struct{ raw []byte }

// take is the text so far, to the end of its last whole word unless it is over.
func (p *passage) take(over bool) string {
	end := len(p.raw)
	if at := bytes.LastIndexAny(p.raw, " \t\r\n"); !over && (at >= 0 || end < longestPiece) {
		end = at + 1
	}
	text := string(p.raw[:end])
	p.raw = append(p.raw[:0], p.raw[end:]...)
	return text
}
