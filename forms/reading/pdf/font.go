package pdf

import (
	"io"
	"unicode/utf8"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/encoding/charmap"
)

// A font says what its codes mean, and how wide they are, in thousandths of its
// size.
type font struct {
	means  meanings
	simply *pdf.Font // where it does not say, its encoding may
	told   map[string]string
	widths map[int]float64
	usual  float64 // width
	bytes  int     // of a code
}

// The measures of a font.
const (
	largestMap = 4 << 20 // bytes of what it says of its codes
	usualWidth = 500     // of a letter of which nothing is known
	perEm      = 1000.0
)

// fontOf reads a font.
func fontOf(v pdf.Value) *font {
	f := &font{told: map[string]string{}, widths: map[int]float64{}, usual: usualWidth, bytes: 1}
	if program := v.Key("ToUnicode"); program.Kind() == pdf.Stream {
		raw, _ := io.ReadAll(io.LimitReader(program.Reader(), largestMap)) // what was read before an error is good
		f.means = meaningsOf(raw)
	}
	if v.Key("Subtype").Name() == "Type0" {
		f.composite(v.Key("DescendantFonts").Index(0))
		return f
	}
	f.simply = &pdf.Font{V: v}
	f.simple(v)
	return f
}

// composite fonts have codes of two bytes, and list the widths of some.
func (f *font) composite(v pdf.Value) {
	f.bytes, f.usual = 2, perEm
	if usual := v.Key("DW"); !usual.IsNull() {
		f.usual = usual.Float64()
	}
	list, said := v.Key("W"), 0
	for i := 0; i+1 < list.Len() && said < mostSaid; {
		first, next := max(int(list.Index(i).Int64()), 0), list.Index(i+1)
		if next.Kind() == pdf.Array {
			for n := range min(next.Len(), mostCodes) {
				f.widths[first+n] = next.Index(n).Float64()
				said++
			}
			i += 2
			continue
		}
		wide := list.Index(i + 2).Float64()
		for code := first; code <= min(int(next.Int64()), mostCodes-1); code++ {
			f.widths[code] = wide
			said++
		}
		i += 3
	}
}

// simple fonts have codes of one byte, and list the widths from a first one on.
func (f *font) simple(v pdf.Value) {
	if missing := v.Key("FontDescriptor").Key("MissingWidth"); missing.Float64() > 0 {
		f.usual = missing.Float64()
	}
	scale := 1.0
	if own := v.Key("FontMatrix").Index(0).Float64(); own > 0 {
		scale = own * perEm
	}
	list, first := v.Key("Widths"), int(v.Key("FirstChar").Int64())
	for i := range min(list.Len(), 256) {
		f.widths[first+i] = list.Index(i).Float64() * scale
	}
}

// says is the text of a code.
func (f *font) says(code string) string {
	if means, ok := f.means[code]; ok {
		return means
	}
	if means, ok := f.told[code]; ok {
		return means
	}
	means := "\ufffd"
	if f.simply != nil {
		means = f.encoded(code)
	}
	f.told[code] = means
	return means
}

// encoded is a code of one byte as its encoding has it. What that leaves open is
// mostly Windows'.
func (f *font) encoded(code string) string {
	means := f.simply.Encoder().Decode(code)
	if r, size := utf8.DecodeRuneInString(means); size == len(means) && (0x80 <= r && r < 0xa0 || r == utf8.RuneError) {
		return string(charmap.Windows1252.DecodeByte(code[0]))
	}
	return means
}

// width of a code, in parts of the size of the font.
func (f *font) width(code string) float64 {
	wide, ok := f.widths[number32([]byte(code))]
	if !ok {
		wide = f.usual
	}
	return wide / perEm
}
