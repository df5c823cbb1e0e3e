package reading

import (
	"bytes"
	"encoding/xml"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// seal is what a form says of itself: in the properties of the document, which
// every program keeps, or in what Word calls variables.
func (all parts) seal() *Seal {
	for _, p := range []struct {
		name string
		read func(io.Reader) (pieces, error)
	}{{"docProps/custom.xml", readProperties}, {"word/settings.xml", readVariables}} {
		f, ok := all.files[p.name]
		if !ok {
			continue
		}
		if found, err := readPart(f, all.left, p.read); err == nil {
			if s := unseal(found.inOrder()); s != nil {
				return s
			}
		}
	}
	return nil
}

// pieces of a seal, by their number.
type pieces map[int]string

func (p pieces) inOrder() []string {
	var all []string
	for _, n := range slices.Sorted(maps.Keys(p)) {
		all = append(all, p[n])
	}
	return all
}

// pieceNumber is the number in the name of one, 0 if it is none.
func pieceNumber(name string) int {
	digits, ok := strings.CutPrefix(name, SealName)
	n, err := strconv.Atoi(digits)
	if !ok || err != nil || n < 1 {
		return 0
	}
	return n
}

// readProperties reads the pieces among the properties of a document.
func readProperties(r io.Reader) (pieces, error) {
	p := &properties{found: pieces{}}
	return p.found, walk(r, p)
}

type properties struct {
	found pieces
	open  int // the piece that is being read, 0 for none
}

func (p *properties) start(e xml.StartElement) {
	if e.Name.Local == "property" {
		p.open = pieceNumber(attribute(e, "name"))
	}
}

func (p *properties) end(name string) {
	if name == "property" {
		p.open = 0
	}
}

func (p *properties) text(b []byte) {
	if p.open > 0 && len(p.found[p.open]) <= pieceLength { // a longer one is none of ours, and is never whole
		p.found[p.open] += string(bytes.TrimSpace(b))
	}
}

// readVariables reads the pieces among the variables of a Word document.
func readVariables(r io.Reader) (pieces, error) {
	v := variables{}
	return pieces(v), walk(r, v)
}

type variables pieces

func (v variables) start(e xml.StartElement) {
	if e.Name.Local == "docVar" {
		if n := pieceNumber(attribute(e, "name")); n > 0 {
			v[n] = attribute(e, "val")
		}
	}
}

func (variables) end(string)  {}
func (variables) text([]byte) {}
