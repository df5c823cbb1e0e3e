package document

import (
	"encoding/binary"

	"github.com/go-text/typesetting/font/opentype"
)

// subset is the file of a face with these glyphs in it and no others. Glyphs
// keep their numbers; those above the last that is used are cut off.
func (f *pdfFace) subset(used map[opentype.GID]bool) ([]byte, error) {
	tables, err := f.tables()
	if err != nil {
		return nil, err
	}
	by := map[string]*[]byte{}
	for i := range tables {
		by[tables[i].Tag.String()] = &tables[i].Content
	}
	old := glyphOutlines{glyf: *by["glyf"], loca: *by["loca"], long: (*by["head"])[51] == 1}
	last := old.close(used)
	*by["glyf"], *by["loca"] = old.only(used, last)
	*by["head"] = append([]byte(nil), *by["head"]...)
	(*by["head"])[51] = 1
	*by["maxp"] = append([]byte(nil), *by["maxp"]...)
	binary.BigEndian.PutUint16((*by["maxp"])[4:], uint16(last+1))
	*by["hhea"] = append([]byte(nil), *by["hhea"]...)
	wide := min(int(last)+1, int(binary.BigEndian.Uint16((*by["hhea"])[34:])))
	binary.BigEndian.PutUint16((*by["hhea"])[34:], uint16(wide))
	*by["hmtx"] = (*by["hmtx"])[:4*wide+2*(int(last)+1-wide)]
	return opentype.WriteTTF(padded(tables)), nil
}

// padded are the tables with lengths that are multiples of four, where the next
// one must begin.
func padded(tables []opentype.Table) []opentype.Table {
	for i, t := range tables {
		tables[i].Content = append(t.Content[:len(t.Content):len(t.Content)], make([]byte, -len(t.Content)&3)...)
	}
	return tables
}

// glyphOutlines are the shapes in a TrueType font, and where each begins.
type glyphOutlines struct {
	glyf, loca []byte
	long       bool
}

func (o glyphOutlines) start(g opentype.GID) int {
	if o.long {
		return int(binary.BigEndian.Uint32(o.loca[4*g:]))
	}
	return 2 * int(binary.BigEndian.Uint16(o.loca[2*g:]))
}

func (o glyphOutlines) outline(g opentype.GID) []byte { return o.glyf[o.start(g):o.start(g+1)] }

// only are the tables glyf and loca with nothing but what is used.
func (o glyphOutlines) only(used map[opentype.GID]bool, last opentype.GID) (glyf, loca []byte) {
	for g := range last + 1 {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		if used[g] {
			glyf = append(glyf, o.outline(g)...)
			glyf = append(glyf, make([]byte, -len(glyf)&3)...)
		}
	}
	return glyf, binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
}

// close adds the glyphs that the used ones are put together from, and tells the
// last of all.
func (o glyphOutlines) close(used map[opentype.GID]bool) (last opentype.GID) {
	used[0] = true // what a viewer shows when all else fails
	var todo []opentype.GID
	for g := range used {
		todo = append(todo, g)
	}
	for len(todo) > 0 {
		g := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		last = max(last, g)
		for _, part := range composed(o.outline(g)) {
			if !used[part] {
				used[part] = true
				todo = append(todo, part)
			}
		}
	}
	return last
}

// composed are the glyphs that an outline is put together from: none, if it
// draws something of its own.
func composed(outline []byte) (parts []opentype.GID) {
	const words, scale, more, scales, matrix = 1, 8, 32, 64, 128
	if len(outline) == 0 || outline[0] < 0x80 {
		return nil
	}
	for at, flags := 10, more; flags&more != 0; {
		flags = int(binary.BigEndian.Uint16(outline[at:]))
		parts = append(parts, opentype.GID(binary.BigEndian.Uint16(outline[at+2:])))
		at += 6
		for bit, size := range map[int]int{words: 2, scale: 2, scales: 4, matrix: 8} {
			if flags&bit != 0 {
				at += size
			}
		}
	}
	return parts
}
