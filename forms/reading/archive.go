package reading

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// The measures of a packed file. What it says of its own sizes is not believed:
// reading stops where a part is too large.
const (
	mostParts   = 5000
	largestPart = 64 << 20 // bytes, unpacked, of all that are read
	deepest     = 200      // elements within one another
)

// packed is a file that holds others: DOCX, ODT.
func packed(raw []byte) (Document, error) {
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return Document{}, unreadable("it is damaged, or not all of it is here: save it again and send that")
	}
	if len(z.File) > mostParts {
		return Document{}, unreadable("it holds %d files, more than any document does: save it again as .docx", len(z.File))
	}
	left := largestPart
	all := parts{files: map[string]*zip.File{}, left: &left}
	for _, f := range z.File {
		all.files[strings.TrimPrefix(path.Clean(f.Name), "/")] = f
	}
	if f, ok := all.files["META-INF/manifest.xml"]; ok && locked(f) {
		return Document{}, unreadable("%s", encrypted)
	}
	d, err := unpack(all)
	if err != nil {
		return Document{}, err
	}
	if s := all.seal(); s != nil {
		d.Seal = s
	}
	return d, nil
}

// parts of a packed file, by name, and how much of them all may still be unpacked.
type parts struct {
	files map[string]*zip.File
	left  *int
}

// A package is a kind of packed file, known by a part that it has.
var packages = []struct {
	part   string
	read   func(io.Reader) (Document, error)
	whole  func(parts) (Document, error) // or it takes several parts
	refuse string
}{
	{part: "word/vbaProject.bin", refuse: "it has macros in it (.docm): save it as .docx, without them"},
	{part: "EncryptionInfo", refuse: encrypted},
	{part: "encrypted-package", refuse: encrypted},
	{part: "word/document.xml", read: readDOCX},
	{part: "xl/vbaProject.bin", refuse: "it has macros in it (.xlsm): save it as .xlsx, without them"},
	{part: "xl/workbook.bin", refuse: "it is a binary Excel file (.xlsb): save it as .xlsx"},
	{part: "xl/workbook.xml", whole: readXLSX},
	{part: "ppt/presentation.xml", refuse: "it is a presentation: save its text as .docx"},
	{part: "content.xml", read: readODT},
}

const encrypted = "it has a password: open it, take the password away, and save it again"

func unpack(all parts) (Document, error) {
	for _, p := range packages {
		f, ok := all.files[p.part]
		switch {
		case !ok:
		case p.whole != nil:
			return someText(p.whole(all))
		case p.read == nil:
			return Document{}, unreadable("%s", p.refuse)
		default:
			return someText(readPart(f, all.left, p.read))
		}
	}
	return Document{}, unreadable("it is an archive, and none of a document that can be read: send the document itself, as .docx, .odt or text")
}

// readPart unpacks a part and reads it, no further than it may go.
func readPart[T any](f *zip.File, left *int, read func(io.Reader) (T, error)) (found T, err error) {
	if f.Flags&1 != 0 {
		return found, unreadable("%s", encrypted)
	}
	r, err := f.Open()
	if err == nil {
		found, err = read(&bounded{r, left})
		err = errors.Join(err, r.Close())
	}
	if u, ok := errors.AsType[*Unreadable](err); ok {
		return found, u
	}
	if err != nil {
		return found, unreadable("%s", damaged)
	}
	return found, nil
}

const damaged = "it is damaged, or not all of it is here: open it, save it again and send that"

// someText refuses a document in which nothing is written.
func someText(d Document, err error) (Document, error) {
	if err == nil && strings.TrimSpace(d.Text) == "" {
		err = unreadable("there is no text in it: choose the file that holds the answers")
	}
	return d, err
}

// locked says whether the list of what an OpenDocument holds says that it is
// encrypted.
func locked(manifest *zip.File) bool {
	r, err := manifest.Open()
	if err != nil {
		return false
	}
	list, _ := io.ReadAll(io.LimitReader(r, mostParts*200)) // what was read before an error is good
	return r.Close() == nil && bytes.Contains(list, []byte("encryption-data"))
}

// bounded reads so much and no more.
type bounded struct {
	io.Reader
	left *int
}

func (b *bounded) Read(p []byte) (int, error) {
	if *b.left <= 0 {
		return 0, unreadable("unpacked, it is larger than %d MB: take out what is no answer", largestPart>>20)
	}
	n, err := b.Reader.Read(p[:min(len(p), *b.left)])
	*b.left -= n
	return n, err
}

// An element handles what XML says, token by token.
type handler interface {
	start(e xml.StartElement)
	end(name string)
	text(b []byte)
}

// What is written with XML may be full long before its end.
type fills interface{ full() error }

// walk goes through XML. Nothing outside it is ever fetched: what declares
// entities is refused.
func walk(r io.Reader, h handler) error {
	decoder := xml.NewDecoder(r)
	written, bounded := h.(fills)
	var open []string
	for {
		token, err := decoder.RawToken()
		if errors.Is(err, io.EOF) && len(open) == 0 {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if open = append(open, t.Name.Local); len(open) > deepest {
				return unreadable("its parts are nested too deep: copy its text into a new document")
			}
			h.start(t)
		case xml.EndElement:
			if len(open) == 0 || open[len(open)-1] != t.Name.Local {
				return errors.New("an element ends that never began")
			}
			open = open[:len(open)-1]
			h.end(t.Name.Local)
			if bounded && written.full() != nil {
				return written.full()
			}
		case xml.CharData:
			h.text(t)
		case xml.Directive:
			return unreadable("it declares things of its own (DTD): open it and save it again as .docx")
		}
	}
}

// attribute of an element, by its name without prefix.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
