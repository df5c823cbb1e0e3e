package document

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
)

// A pdfReader looks into a PDF object by object from its first byte to its last,
// and not by its own table of objects: so it sees also what that table leaves
// out. It reads what our writer makes, and refuses what it does not understand.
type pdfReader struct {
	*teller
	names teller // names are the same in all objects
	file  io.ReaderAt
	size  int64
	fonts pdfMeanings
	pages pdfPageNumbers
}

// pdf goes through the file twice, first for the fonts, which say what the
// strings on the pages mean.
func (t *teller) pdf(file io.ReaderAt, size int64) error {
	s := pdfReader{teller: t, file: file, size: size, names: teller{part: t.named("names"), tell: t.tell, left: t.left, depth: t.depth}}
	if err := s.objects(s.learn); err != nil {
		return err
	}
	s.fonts.settle()
	s.pages.settle()
	return s.objects(s.object)
}

// A pdfObject is one of the numbered things a PDF is made of; 0 is what stands
// between them.
type pdfObject struct {
	number int
	tokens pdfTokens
	stream io.Reader // still packed; nil for none
}

// objects visits them in the order of the file, those packed in others too.
func (s *pdfReader) objects(visit func(pdfObject) error) error {
	l := newPDFLexer(io.NewSectionReader(s.file, 0, s.size))
	var between, words pdfTokens // words: the last three
	for {
		token, err := l.next()
		if errors.Is(err, io.EOF) {
			return visit(pdfObject{tokens: between})
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
		if err := s.one(l, o, visit); err != nil {
			return fmt.Errorf("object %d: %w", o.number, err)
		}
	}
}

// one reads an object whose number has been read.
func (s *pdfReader) one(l *pdfLexer, o pdfObject, visit func(pdfObject) error) error {
	for {
		token, err := l.next()
		if err != nil {
			return fmt.Errorf("it does not end: %w", noEOF(err))
		}
		switch {
		case token.is("endobj"):
			return visit(o)
		case token.is("stream"):
			return s.withStream(l, o, visit)
		case len(o.tokens) == mostTokens:
			return errTooLarge
		}
		o.tokens = append(o.tokens, token)
	}
}

// withStream reads an object that ends in a stream.
func (s *pdfReader) withStream(l *pdfLexer, o pdfObject, visit func(pdfObject) error) error {
	length, err := o.tokens.length()
	if err != nil {
		return err
	}
	if err := l.endOfLine(); err != nil {
		return err
	}
	packed := io.NewSectionReader(s.file, l.at, length)
	if err := l.skip(length); err != nil {
		return err
	}
	if end, err := l.next(); err != nil || !end.is("endstream") {
		return errors.New("its stream is not as long as it says")
	}
	if o.stream, err = s.inflated(o.tokens, packed); err != nil {
		return err
	}
	if o.tokens.after("Type").is("ObjStm") {
		return s.packedObjects(o, visit)
	}
	if err := visit(o); err != nil {
		return err
	}
	_, err = l.next() // endobj
	return err
}

// inflated is a stream as it was before it was packed.
func (s *pdfReader) inflated(dict pdfTokens, packed io.Reader) (io.Reader, error) {
	filters := dict.names("Filter")
	switch {
	case len(filters) == 0, slices.Equal(filters, []string{"DCTDecode"}):
		return s.unpacked(packed), nil
	case !slices.Equal(filters, []string{"FlateDecode"}):
		return nil, fmt.Errorf("its stream is packed as %q, which we never do: it is refused", filters)
	}
	r, err := zlib.NewReader(packed)
	if err != nil {
		return nil, err
	}
	return s.unpacked(r), nil
}

// packedObjects visits the objects in a stream of objects: numbers and places
// first, then the objects.
func (s *pdfReader) packedObjects(o pdfObject, visit func(pdfObject) error) error {
	return s.held(o.stream, func(_ *teller, file io.ReaderAt, size int64) error {
		l := newPDFLexer(io.NewSectionReader(file, 0, size))
		first, count := o.tokens.after("First").int(), o.tokens.after("N").int()
		if first < 0 || int64(first) > size || count < 0 || count > first {
			return errors.New("its list of objects cannot be read")
		}
		type place struct{ number, at int }
		places := make([]place, count, count+1)
		for i := range places {
			number, _ := l.next()
			at, _ := l.next()
			places[i] = place{number.int(), min(first+max(at.int(), 0), int(size))}
		}
		places = append(places, place{at: int(size)})
		var tokens pdfTokens
		for i, p := range places[:count] {
			var err error
			l.in.Reset(io.NewSectionReader(file, int64(p.at), int64(max(places[i+1].at-p.at, 0))))
			if tokens, err = l.rest(tokens[:0]); err != nil {
				return err
			}
			if err := visit(pdfObject{number: p.number, tokens: tokens}); err != nil {
				return err
			}
		}
		return nil
	})
}

// learn takes from an object what is needed to understand the others.
func (s *pdfReader) learn(o pdfObject) error {
	if slices.ContainsFunc(o.tokens, func(t pdfToken) bool { return t.kind == pdfNameToken && t.text == "Encrypt" }) {
		return errors.New("it is encrypted, which we never do: it is refused")
	}
	s.pages.learn(o)
	return s.fonts.learn(o)
}

// object tells what an object says.
func (s *pdfReader) object(o pdfObject) error {
	part := "object " + strconv.Itoa(o.number)
	page, onPage := s.pages.of[o.number]
	if onPage {
		part = "page " + strconv.Itoa(page)
	}
	if o.number == 0 {
		part = "trailer"
	}
	t := teller{part: s.named(part), tell: s.tell, left: s.left, depth: s.depth}
	if err := s.tokens(&t, o.tokens); err != nil || o.stream == nil {
		return err
	}
	if onPage || o.tokens.after("Subtype").is("Form") {
		return t.within(t.part, func(t *teller) error { return s.page(t, o.stream) })
	}
	return t.within(t.part, func(t *teller) error { return t.any(o.stream) })
}

// tokens tells the strings and names among them.
func (s *pdfReader) tokens(t *teller, tokens pdfTokens) error {
	for _, token := range tokens {
		var err error
		switch token.kind {
		case pdfStringToken:
			err = t.aside(pdfStringText(token.text))
		case pdfNameToken, pdfRemarkToken:
			err = s.names.aside(token.text)
		case pdfWordToken: // the language of PDF itself
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// pdfPageNumbers knows on which page of the document a stream is.
type pdfPageNumbers struct {
	roots    []int
	kids     map[int][]int // of nodes of the tree of pages
	contents map[int][]int // of pages
	of       map[int]int
}

func (p *pdfPageNumbers) learn(o pdfObject) {
	if p.kids == nil {
		p.kids, p.contents, p.of = map[int][]int{}, map[int][]int{}, map[int]int{}
	}
	switch kind := o.tokens.after("Type"); {
	case kind.is("Pages"):
		p.kids[o.number] = o.tokens.refs("Kids")
		if len(o.tokens.refs("Parent")) == 0 {
			p.roots = append(p.roots, o.number)
		}
	case kind.is("Page"):
		p.contents[o.number] = o.tokens.refs("Contents")
	}
}

// settle numbers the pages as they are seen; those that are not seen come last.
func (p *pdfPageNumbers) settle() {
	numbers := map[int]int{}
	var walk func(node, depth int)
	walk = func(node, depth int) {
		if _, isPage := p.contents[node]; isPage && numbers[node] == 0 {
			numbers[node] = len(numbers) + 1
		}
		for _, kid := range p.kids[node] {
			if depth < mostDeep {
				walk(kid, depth+1)
			}
		}
		delete(p.kids, node) // once is enough, also in a tree that is a circle
	}
	for _, root := range p.roots {
		walk(root, 0)
	}
	for page, streams := range p.contents {
		if numbers[page] == 0 {
			numbers[page] = len(p.contents)
		}
		for _, stream := range streams {
			p.of[stream] = numbers[page]
		}
	}
}

// mostDeep bounds the tree of pages.
const mostDeep = 16

// startsWith looks at the beginning of a stream, and gives it back whole.
func startsWith(r io.Reader, sign string) (io.Reader, bool) {
	start := make([]byte, len(sign))
	n, _ := io.ReadFull(r, start) // what is wrong with it is told when it is read on
	return io.MultiReader(bytes.NewReader(start[:n]), r), string(start[:n]) == sign
}
