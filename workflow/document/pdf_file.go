package document

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"strconv"
	"unicode/utf16"
)

// A pdfRef is the number of an object in a PDF.
type pdfRef int

func (r pdfRef) String() string { return strconv.Itoa(int(r)) + " 0 R" }

// A pdfPlace says where in the file an object is: at an offset, or, where pack
// is set, in a stream of objects and as which of them.
type pdfPlace struct {
	pack   uint32
	offset uint32
}

// pdfFile writes the objects of a PDF, each as soon as all is known of it, so
// that memory does not grow with the text. Like a pen it never fails: the first
// error is kept, and close tells it.
type pdfFile struct {
	to      *bufio.Writer
	sum     hash.Hash // of all that was written: the file's ID is made from it
	size    int
	places  []pdfPlace // of the objects, by number; there is no object 0
	deflate *zlib.Writer
	small   bytes.Buffer // a stream, made smaller
	heads   []byte       // the objects packed so far: their numbers and offsets,
	packed  []byte       // and what they say
	count   int
	pack    pdfRef
}

// packSize is how many small objects share a stream: enough to be squeezed
// well, and few enough to be found fast.
const packSize = 200

func newPDFFile(w io.Writer) *pdfFile {
	f := &pdfFile{to: bufio.NewWriterSize(w, 64<<10), sum: sha256.New(), places: make([]pdfPlace, 1), deflate: zlib.NewWriter(nil)}
	f.write([]byte("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"))
	return f
}

func (f *pdfFile) write(p []byte) {
	_, _ = f.to.Write(p) // kept by the bufio.Writer, told by Flush
	_, _ = f.sum.Write(p)
	f.size += len(p)
}

// ref is the number of an object that will be written later.
func (f *pdfFile) ref() pdfRef {
	f.places = append(f.places, pdfPlace{})
	return pdfRef(len(f.places) - 1)
}

// object writes a small object, among others in one stream.
func (f *pdfFile) object(r pdfRef, parts ...string) pdfRef {
	if f.count == 0 {
		f.pack = f.ref()
	}
	f.places[r] = pdfPlace{uint32(f.pack), uint32(f.count)}
	f.heads = strconv.AppendInt(append(f.heads, ' '), int64(r), 10)
	f.heads = strconv.AppendInt(append(f.heads, ' '), int64(len(f.packed)), 10)
	for _, part := range parts {
		f.packed = append(f.packed, part...)
	}
	f.packed = append(f.packed, '\n')
	if f.count++; f.count == packSize {
		f.flush()
	}
	return r
}

// flush writes the objects that were packed.
func (f *pdfFile) flush() {
	if f.count == 0 {
		return
	}
	dict := "/Type/ObjStm/N " + strconv.Itoa(f.count) + "/First " + strconv.Itoa(len(f.heads))
	f.stream(f.pack, dict, f.heads, f.packed)
	f.heads, f.packed, f.count = f.heads[:0], f.packed[:0], 0
}

// stream writes an object that holds data, made smaller.
func (f *pdfFile) stream(r pdfRef, dict string, data ...[]byte) pdfRef {
	f.small.Reset()
	f.deflate.Reset(&f.small)
	for _, d := range data {
		_, _ = f.deflate.Write(d) // a bytes.Buffer takes everything
	}
	_ = f.deflate.Close()
	return f.raw(r, dict+"/Filter/FlateDecode", f.small.Bytes())
}

// raw writes an object that holds data as it is.
func (f *pdfFile) raw(r pdfRef, dict string, data []byte) pdfRef {
	f.places[r] = pdfPlace{offset: uint32(f.size)}
	f.write([]byte(strconv.Itoa(int(r)) + " 0 obj\n<<" + dict + "/Length " + strconv.Itoa(len(data)) + ">>stream\n"))
	f.write(data)
	f.write([]byte("\nendstream\nendobj\n"))
	return r
}

// close writes the table of all objects, and where reading begins.
func (f *pdfFile) close(catalog, info pdfRef) error {
	f.flush()
	table, at := f.ref(), f.size
	f.places[table] = pdfPlace{offset: uint32(at)}
	rows := []byte{0, 0, 0, 0, 0, 0xff, 0xff} // the first of the free objects
	for _, p := range f.places[1:] {
		kind, first, second := byte(1), p.offset, uint32(0)
		if p.pack != 0 {
			kind, first, second = 2, p.pack, p.offset
		}
		rows = append(rows, kind, byte(first>>24), byte(first>>16), byte(first>>8), byte(first), byte(second>>8), byte(second))
	}
	id := "<" + hex.EncodeToString(f.sum.Sum(nil)[:16]) + ">"
	f.stream(table, "/Type/XRef/W[1 4 2]/Size "+strconv.Itoa(len(f.places))+
		"/Root "+catalog.String()+"/Info "+info.String()+"/ID["+id+id+"]", rows)
	f.write([]byte("startxref\n" + strconv.Itoa(at) + "\n%%EOF\n"))
	return f.to.Flush()
}

// pdfString is a text as PDF writes it outside of pages.
func pdfString(s string) string {
	b := []byte("<FEFF")
	for _, unit := range utf16.Encode([]rune(s)) {
		b = hex.AppendEncode(b, []byte{byte(unit >> 8), byte(unit)})
	}
	return string(append(b, '>'))
}

// length writes a length, which is counted in thousandths of a point.
func length(b []byte, n int) []byte {
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	b = strconv.AppendInt(b, int64(n/1000), 10)
	if rest := n % 1000; rest > 0 {
		b = append(b, '.', byte('0'+rest/100))
		if rest %= 100; rest > 0 {
			b = append(b, byte('0'+rest/10))
			if rest %= 10; rest > 0 {
				b = append(b, byte('0'+rest))
			}
		}
	}
	return b
}
