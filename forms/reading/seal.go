package reading

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"io"
	"strings"

	"github.com/go-json-experiment/json"

	"ahq/forms"
)

// A Seal is what a form to fill in offline says of itself: whose answer to what
// it is, and what each cell of the draft said when the form was made. It goes
// with the form in pieces, each short enough for a property of a document.
type Seal struct {
	AHQ      string                     `json:"ahq"` // its reference
	Topic    string                     `json:"topic"`
	NCP      string                     `json:"ncp"`
	Response string                     `json:"response"`
	Cells    map[string]map[string]Base `json:"cells"` // by record, "" for the questions asked once; then by question
	Ours     []string                   `json:"ours"`  // prints of the lines that nobody filled in
}

// A Base is what a cell said in the draft that a form was made of.
type Base struct {
	Version int    `json:"v"`
	Print   string `json:"p"` // of its words in the form
}

// PrintOf tells one text from another, shortly; the space around it aside.
func PrintOf(text string) string {
	sum := sha256.Sum256([]byte(strings.TrimSpace(text)))
	return hex.EncodeToString(sum[:5])
}

// SealName begins the names of the properties that hold the pieces of a seal.
const SealName = "ahq-form-"

// The measures of a seal, in bytes.
const (
	pieceLength = 240 // Word lets a property have 255 characters
	sumLength   = 16
	largestSeal = 4 << 20
)

// Pieces of a seal, in order. The first begins with a checksum of them all.
func (s Seal) Pieces() ([]string, error) {
	var packed bytes.Buffer
	w, err := flate.NewWriter(&packed, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	err = json.MarshalWrite(w, s, json.Deterministic(true))
	if err = errors.Join(err, w.Close()); err != nil {
		return nil, err
	}
	rest := base64.RawURLEncoding.EncodeToString(packed.Bytes())
	rest = checksum(rest) + rest
	var pieces []string
	for len(rest) > pieceLength {
		pieces, rest = append(pieces, rest[:pieceLength]), rest[pieceLength:]
	}
	return append(pieces, rest), nil
}

func checksum(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])[:sumLength]
}

// unseal is the seal that is in these pieces; nil where they are not whole, or
// are none.
func unseal(pieces []string) *Seal {
	all := strings.Join(pieces, "")
	if len(all) <= sumLength || checksum(all[sumLength:]) != all[:sumLength] {
		return nil
	}
	packed, err := base64.RawURLEncoding.DecodeString(all[sumLength:])
	if err != nil {
		return nil
	}
	text, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(packed)), largestSeal))
	if err != nil {
		return nil
	}
	var s Seal
	if json.Unmarshal(text, &s) != nil {
		return nil
	}
	return &s
}

// base of a cell when the form was made.
func (s Seal) base(record, question string) Base { return s.Cells[record][question] }

// Untouched says whether a cell says in the form what it said when it was made.
func (s Seal) Untouched(record, question string, a forms.Answer) bool {
	was := s.base(record, question)
	return was.Print == PrintOf(Worded(a)) || was.Print == "" && Worded(a) == ""
}

// From is the version of the cell that the form was made of; 0 where it was not
// written yet.
func (s Seal) From(record, question string) int { return s.base(record, question).Version }
