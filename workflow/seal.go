package workflow

import (
	"crypto/sha256"
	"encoding/hex"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"ahq/forms"
	"ahq/models"
)

// A sealed is what the hash of a version is over: change any of it, and the
// hash is another.
type sealed struct {
	AHQ           string        `json:"ahq"`
	NCP           string        `json:"ncp"`
	Version       int           `json:"version"`
	Submitted     time.Time     `json:"submitted"`
	Questionnaire string        `json:"questionnaire"`
	Wider         bool          `json:"wider"`
	Content       forms.Content `json:"content"`
}

// seal is the hash of a version: SHA-256 over RFC 8785 canonical JSON.
func seal(reference string, v models.Version) (string, error) {
	return digest(sealed{
		AHQ: reference, NCP: v.Content.NCP, Version: v.Number, Submitted: v.SubmittedAt,
		Questionnaire: v.Questionnaire, Wider: v.Wider, Content: v.Content,
	})
}

// digest is SHA-256, in hex, over the canonical JSON of a value.
func digest(of any) (string, error) {
	text, err := canonical(of)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:]), nil
}

// canonical is a value as the one JSON that RFC 8785 allows for it.
func canonical(of any) ([]byte, error) {
	text, err := json.Marshal(of)
	if err != nil {
		return nil, err
	}
	value := jsontext.Value(text)
	err = value.Canonicalize()
	return value, err
}
