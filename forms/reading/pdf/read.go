package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/ledongthuc/pdf"

	"ahq/forms/reading"
)

// What is said when a PDF is not read.
const (
	damaged        = "it is damaged, or not all of it is here: open it, print it again as PDF and send that"
	locked         = "it has a password: take the password away and save it again"
	noText         = "there is no text in it, it seems to be a scan: send the document that it was made of, or type the answers"
	noLetters      = "its letters cannot be told: copy its text, or send the document that it was made of"
	tooManyPages   = "it has more than %d pages: send those with the answers"
	tooMuchPainted = "there is too much in it: print it again as PDF without its pictures, or send the document that it was made of"
)

// The measures of a PDF.
const (
	mostPages   = 1000
	deepestTree = 50 // of pages
	fewLetters  = 3  // on a page, of a scan that somebody numbered
)

func refused(format string, args ...any) error {
	return &reading.Unreadable{Reason: fmt.Sprintf(format, args...)}
}

// Read makes a document of a PDF. A panic of the library is a damaged file.
func Read(raw []byte) (reading.Document, error) {
	return ReadTelling(raw, func(int, int) {})
}

// ReadTelling is Read, and calls told after each page, with those that are read of all.
func ReadTelling(raw []byte, told func(done, pages int)) (d reading.Document, err error) {
	defer func() {
		if p := recover(); p != nil {
			d, err = reading.Document{}, refused(damaged)
		}
	}()
	return read(raw, told)
}

func read(raw []byte, told func(done, pages int)) (d reading.Document, err error) {
	file, err := pdf.NewReader(whole(raw))
	if errors.Is(err, pdf.ErrInvalidPassword) || err != nil && strings.Contains(err.Error(), "encrypt") {
		return d, refused(locked)
	}
	if err != nil {
		return d, refused(damaged)
	}
	root := file.Trailer().Key("Root").Key("Pages")
	count := root.Key("Count").Int64()
	if count > mostPages {
		return d, refused(tooManyPages, mostPages)
	}
	b := &book{fonts: map[string]*font{}, left: mostPrograms, count: int(count), told: told}
	if err := b.read(root, pdf.Value{}, 0, 0); err != nil {
		return d, err
	}
	return b.bound()
}

// whole is a file up to its last mark, with a first one that the library knows: some
// say that they are newer, or have zeros behind their end.
func whole(raw []byte) (io.ReaderAt, int64) {
	const mark, end = "%PDF-1.7\n", "%%EOF"
	if last := bytes.LastIndex(raw, []byte(end)); last >= 0 {
		raw = raw[:last+len(end)]
	}
	if len(raw) > len(mark) {
		raw = append([]byte(mark), raw[len(mark):]...)
	}
	return bytes.NewReader(raw), int64(len(raw))
}

// A book is the pages of a file.
type book struct {
	fonts map[string]*font // by what they are
	left  int              // that it may still cost to read it, in bytes of programs
	pages []page
	count int // of pages, as the file says
	told  func(done, pages int)
}

// spend what it costs to read a part.
func (b *book) spend(cost int) error {
	if b.left -= cost; b.left < 0 {
		return refused(tooMuchPainted)
	}
	return nil
}

// read a branch of the tree of pages, with what it has from those above it.
func (b *book) read(v, resources pdf.Value, rotate int64, depth int) error {
	if own := v.Key("Resources"); !own.IsNull() {
		resources = own
	}
	if own := v.Key("Rotate"); !own.IsNull() {
		rotate = own.Int64()
	}
	kids := v.Key("Kids")
	if kids.Kind() != pdf.Array {
		return b.page(v, resources, rotate)
	}
	for i := range kids.Len() {
		if depth > deepestTree || len(b.pages) >= mostPages {
			return refused(tooManyPages, mostPages)
		}
		if err := b.read(kids.Index(i), resources, rotate, depth+1); err != nil {
			return err
		}
	}
	return nil
}

func (b *book) page(v, resources pdf.Value, rotate int64) error {
	p := &painter{book: b, state: state{paper: turned(rotate), scaled: 1}}
	err := p.paint(v.Key("Contents"), scopeOf(resources, 0))
	b.pages = append(b.pages, pageOf(p))
	b.told(len(b.pages), max(len(b.pages), b.count))
	return err
}
