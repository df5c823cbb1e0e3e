package api

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strconv"
	"strings"

	"ahq/forms"
	"ahq/models"
)

// IfMatch is which state of a thing a change starts from.
type IfMatch struct {
	IfMatch string `header:"If-Match" doc:"The ETag of what was read"`
}

// version is the number in the ETag of a thing that counts its writes.
func (m IfMatch) version() (int, error) {
	if m.IfMatch == "" {
		return 0, errNoMatch
	}
	n, err := strconv.Atoi(strings.Trim(m.IfMatch, `"`))
	if err != nil {
		return 0, errUnmatched
	}
	return n, nil
}

// allows says whether something with this ETag may be changed.
func (m IfMatch) allows(tag string) bool {
	return m.IfMatch == "*" || m.IfMatch == tag
}

// versionTag is the ETag of a thing that counts its writes.
func versionTag(version int) string { return `"` + strconv.Itoa(version) + `"` }

// contentTag is the ETag of a content: another text, another tag.
func contentTag(c forms.Content) (string, error) {
	text, err := forms.EncodeContent(c)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(text)
	return `"` + hex.EncodeToString(sum[:]) + `"`, nil
}

// unmatched is what models.ErrStale means to who said what they start from.
func unmatched(err error) error {
	if errors.Is(err, models.ErrStale) {
		return errUnmatched
	}
	return err
}
