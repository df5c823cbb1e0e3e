package document

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"

	"golang.org/x/net/html"
)

// ErrNoManifest says that a file has none: it is not ours, or somebody has
// taken it out.
var ErrNoManifest = errors.New("the file has no manifest: it is not one that was made here, or it was saved anew without")

const (
	manifestName = "ahq-manifest"     // of the meta element in HTML
	manifestURN  = "urn:ahq:manifest" // of the part in DOCX
	// longestManifest is what is read of one, decoded; it stands in the first bytes
	// of a page, after texts that may be long.
	longestManifest = 1 << 20
	longestHead     = 4 << 20

	pdfMark        = "%PDF-"
	beforeManifest = "<ahq:manifest>" // in the metadata of a PDF, which are not packed
)

// Manifest finds what a Document or a Workbook had as its Manifest in a file. The
// file may be anyone's, so no more than is needed is unpacked.
func Manifest(file io.ReaderAt, size int64) ([]byte, error) {
	archive, err := zip.NewReader(file, size)
	if errors.Is(err, zip.ErrFormat) {
		if last := lastOfPDF(file, size); last != nil {
			return manifestOfPDF(last)
		}
		return manifestOfPage(io.NewSectionReader(file, 0, min(size, longestHead)))
	}
	if err != nil {
		return nil, fmt.Errorf("open the file: %w", err)
	}
	for _, part := range archive.File {
		// Word counts these parts anew when it saves.
		if ours, _ := path.Match("customXml/item[0-9]*.xml", part.Name); !ours {
			continue
		}
		manifest, err := manifestIn(part)
		if !errors.Is(err, ErrNoManifest) {
			return manifest, err
		}
	}
	return nil, ErrNoManifest
}

// manifestIn reads a part that may be the manifest; other programs have parts
// of their own.
func manifestIn(part *zip.File) ([]byte, error) {
	r, err := part.Open()
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", part.Name, err)
	}
	defer r.Close() //nolint:errcheck // it was only read
	var found struct {
		XMLName xml.Name
		Text    string `xml:",chardata"`
	}
	longest := int64(base64.StdEncoding.EncodedLen(longestManifest) + 1<<10)
	if err := xml.NewDecoder(io.LimitReader(r, longest)).Decode(&found); err != nil || found.XMLName.Space != manifestURN {
		return nil, ErrNoManifest
	}
	return decoded(found.Text)
}

// lastOfPDF is the end of a PDF, where we write what the file is; nil if it is
// none.
func lastOfPDF(file io.ReaderAt, size int64) []byte {
	head := make([]byte, len(pdfMark))
	if _, err := file.ReadAt(head, 0); err != nil || string(head) != pdfMark {
		return nil
	}
	from := max(size-longestHead, 0)
	last, err := io.ReadAll(io.NewSectionReader(file, from, size-from))
	if err != nil {
		return nil
	}
	return last
}

func manifestOfPDF(last []byte) ([]byte, error) {
	at := bytes.LastIndex(last, []byte(beforeManifest))
	if at < 0 {
		return nil, ErrNoManifest
	}
	encoded, _, whole := bytes.Cut(last[at+len(beforeManifest):], []byte("</ahq:manifest>"))
	if !whole {
		return nil, ErrNoManifest
	}
	return decoded(string(encoded))
}

func manifestOfPage(r io.Reader) ([]byte, error) {
	tokens := html.NewTokenizer(r)
	tokens.SetMaxBuf(longestHead)
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return nil, ErrNoManifest
		case html.StartTagToken, html.SelfClosingTagToken:
			token := tokens.Token()
			if token.Data == "body" {
				return nil, ErrNoManifest
			}
			if token.Data == "meta" && attribute(token, "name") == manifestName {
				return decoded(attribute(token, "content"))
			}
		default: // texts and remarks are none of ours
		}
	}
}

func attribute(token html.Token, name string) string {
	for _, a := range token.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func decoded(s string) ([]byte, error) {
	manifest, err := base64.StdEncoding.DecodeString(s)
	switch {
	case err != nil:
		return nil, fmt.Errorf("the manifest is damaged: %w", err)
	case len(manifest) == 0:
		return nil, ErrNoManifest
	case len(manifest) > longestManifest:
		return nil, fmt.Errorf("the manifest is longer than %d bytes", longestManifest)
	}
	return manifest, nil
}
