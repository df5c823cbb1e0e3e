package document

import (
	"bytes"
	"errors"
	"fmt"
	"github.com/klauspost/compress/zlib"
	"io"
	"slices"
	"strconv"
	"strings"
)

// A pdfReader looks into a PDF object by object from its first byte to its last,
// and not by its own table of objects: so it sees also what that table leaves
// out. It reads what our writer makes, and refuses what it does not understand.
type pdfReader struct {
	*teller
	names  teller // names are the same in all objects
	file   string
	fonts  pdfMeanings
	pages  pdfPageNumbers
	later  []pdfObject // whose streams are told when all fonts and pages are known
	tokens pdfTokens   // of the object at hand
	zlib   io.ReadCloser
	plain  bytes.Buffer
}

// pdf goes through the objects, and then through the streams: what the strings
// on a page mean, its fonts say, which may stand anywhere. The file is held.
func (t *teller) pdf(file io.ReaderAt, size int64) error {
	if size > mostUnpacked {
		return errTooLarge
	}
	var text strings.Builder
	text.Grow(int(size))
	if _, err := io.Copy(&text, io.NewSectionReader(file, 0, size)); err != nil {
		return err
	}
	s := pdfReader{teller: t, file: text.String(), names: teller{part: t.named("names"), tell: t.tell, left: t.left, depth: t.depth}}
	if err := s.objects(); err != nil {
		return err
	}
	s.pages.settle()
	if err := s.settleFonts(); err != nil {
		return err
	}
	for _, o := range s.later {
		if err := s.stream(o); err != nil {
			return fmt.Errorf("object %d: %w", o.number, err)
		}
	}
	return nil
}

// A pdfObject is one of the numbered things a PDF is made of; 0 is what stands
// between them.
type pdfObject struct {
	number    int
	tokens    pdfTokens
	hasStream bool
	packed    string // its stream
}

// objects goes through them in the order of the file, those packed in others too.
func (s *pdfReader) objects() error {
	l := pdfLexer{text: s.file}
	var between, words pdfTokens // words: the last three
	for {
		token, err := l.next()
		if errors.Is(err, io.EOF) {
			return s.object(pdfObject{tokens: between})
		}
		if err != nil {
			return err
		}
		if token.kind != pdfWordToken {
			if between = append(between, token); len(between) > mostTokens {
				return errTooLarge
			}
			continue
		}
		words = append(words[max(0, len(words)-2):], token)
		if !token.is("obj") || len(words) < 3 {
			continue
		}
		o := pdfObject{number: words[0].int()}
		if err := s.one(&l, o); err != nil {
			return fmt.Errorf("object %d: %w", o.number, err)
		}
	}
}

// one reads an object whose number has been read.
func (s *pdfReader) one(l *pdfLexer, o pdfObject) error {
	for o.tokens = s.tokens[:0]; ; {
		token, err := l.next()
		if err != nil {
			return fmt.Errorf("it does not end: %w", noEOF(err))
		}
		switch {
		case token.is("endobj"):
			s.tokens = o.tokens
			return s.object(o)
		case token.is("stream"):
			s.tokens = o.tokens
			return s.withStream(l, o)
		case len(o.tokens) == mostTokens:
			return errTooLarge
		}
		o.tokens = append(o.tokens, token)
	}
}

// withStream reads an object that ends in a stream. Objects in it are read now.
func (s *pdfReader) withStream(l *pdfLexer, o pdfObject) error {
	length, err := o.tokens.length()
	if err != nil {
		return err
	}
	if err := l.endOfLine(); err != nil {
		return err
	}
	if length > len(l.text)-l.at {
		return fmt.Errorf("its stream does not end: %w", io.ErrUnexpectedEOF)
	}
	o.hasStream, o.packed = true, l.text[l.at:l.at+length]
	l.at += length
	if end, err := l.next(); err != nil || !end.is("endstream") {
		return errors.New("its stream is not as long as it says")
	}
	if err := s.object(o); err != nil {
		return err
	}
	if o.tokens.after("Type").is("ObjStm") {
		if err := s.packedObjects(o); err != nil {
			return err
		}
	} else {
		o.tokens = slices.Clone(o.tokens)
		s.later = append(s.later, o)
	}
	_, err = l.next() // endobj
	return err
}

// inflated is a stream as it was before it was packed.
func (s *pdfReader) inflated(o pdfObject) (string, error) {
	packed := strings.NewReader(o.packed)
	filters := o.tokens.names("Filter")
	switch {
	case len(filters) == 0, slices.Equal(filters, []string{"DCTDecode"}):
		if *s.left -= int64(len(o.packed)); *s.left < 0 {
			return "", errTooLarge
		}
		return o.packed, nil
	case !slices.Equal(filters, []string{"FlateDecode"}):
		return "", fmt.Errorf("its stream is packed as %q, which we never do: it is refused", filters)
	}
	var err error
	if again, ok := s.zlib.(zlib.Resetter); ok {
		err = again.Reset(packed, nil)
	} else {
		s.zlib, err = zlib.NewReader(packed)
	}
	if err != nil {
		return "", err
	}
	s.plain.Reset()
	if _, err := s.plain.ReadFrom(s.unpacked(io.LimitReader(s.zlib, longestWhole+1))); err != nil {
		return "", err
	}
	if s.plain.Len() > longestWhole {
		return "", errTooLarge
	}
	return s.plain.String(), nil
}

// packedObjects goes through the objects in a stream of objects: numbers and
// places first, then the objects.
func (s *pdfReader) packedObjects(o pdfObject) error {
	text, err := s.inflated(o)
	if err != nil {
		return err
	}
	first, count := o.tokens.after("First").int(), o.tokens.after("N").int()
	if first < 0 || first > len(text) || count < 0 || count > first {
		return errors.New("its list of objects cannot be read")
	}
	type place struct{ number, at int }
	places := make([]place, count, count+1)
	l := pdfLexer{text: text}
	for i := range places {
		number, _ := l.next()
		at, _ := l.next()
		places[i] = place{number.int(), min(first+max(at.int(), 0), len(text))}
	}
	places = append(places, place{at: len(text)})
	for i, p := range places[:count] {
		l = pdfLexer{text: text[p.at:max(places[i+1].at, p.at)]}
		if s.tokens, err = l.rest(s.tokens[:0]); err != nil {
			return err
		}
		if err := s.object(pdfObject{number: p.number, tokens: s.tokens}); err != nil {
			return err
		}
	}
	return nil
}

// object takes from an object what is needed to understand the others, and tells
// the strings and names in it.
func (s *pdfReader) object(o pdfObject) error {
	s.pages.learn(o)
	s.fonts.learn(o)
	var t *teller
	for _, token := range o.tokens {
		var err error
		switch token.kind {
		case pdfStringToken:
			if t == nil {
				t = &teller{part: s.named(o.name()), tell: s.tell, left: s.left, depth: s.depth}
			}
			err = t.aside(pdfStringText(token.text))
		case pdfNameToken, pdfRemarkToken:
			if token.is("Encrypt") {
				return errors.New("it is encrypted, which we never do: it is refused")
			}
			err = s.names.aside(token.text)
		case pdfWordToken: // the language of PDF itself
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (o pdfObject) name() string {
	if o.number == 0 {
		return "trailer"
	}
	return "object " + strconv.Itoa(o.number)
}

// settleFonts reads the maps that the fonts name.
func (s *pdfReader) settleFonts() error {
	for _, o := range s.later {
		if !s.fonts.maps[o.number] {
			continue
		}
		text, err := s.inflated(o)
		if err != nil {
			return fmt.Errorf("object %d: %w", o.number, err)
		}
		l := pdfLexer{text: text}
		tokens, err := l.rest(nil)
		if err != nil {
			return fmt.Errorf("object %d: %w", o.number, err)
		}
		s.fonts.codes[o.number] = pdfCodesOf(tokens)
	}
	s.fonts.settle()
	return nil
}

// stream tells what the stream of an object says.
func (s *pdfReader) stream(o pdfObject) error {
	text, err := s.inflated(o)
	if err != nil {
		return err
	}
	part := o.name()
	page, onPage := s.pages.of[o.number]
	if onPage {
		part = "page " + strconv.Itoa(page)
	}
	return s.within(s.named(part), func(t *teller) error {
		if onPage || o.tokens.after("Subtype").is("Form") {
			return s.page(t, text)
		}
		return t.any(strings.NewReader(text))
	})
}
