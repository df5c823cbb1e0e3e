package document

import (
	"archive/zip"
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
)

// Manifest finds what a Document had as its Manifest in a DOCX or HTML file. The
// file may be anyone's, so no more than is needed is unpacked.
func Manifest(file io.ReaderAt, size int64) ([]byte, error) {
	archive, err := zip.NewReader(file, size)
	if errors.Is(err, zip.ErrFormat) {
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
	defer r.Close()
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
