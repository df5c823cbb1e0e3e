package api

import (
	"errors"
	"strconv"
	"strings"

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
	if err != nil || n < 0 {
		return 0, errNoTag
	}
	return n, nil
}

// hash is what is in the ETag of a content; "" for whatever stands there. An
// ETag with nothing in it is one that no content has.
func (m IfMatch) hash() string {
	if m.IfMatch == "*" {
		return ""
	}
	if hash := strings.Trim(m.IfMatch, `"`); hash != "" {
		return hash
	}
	return m.IfMatch
}

// versionTag is the ETag of a thing that counts its writes.
func versionTag(version int) string { return hashTag(strconv.Itoa(version)) }

// hashTag is the ETag of a text: another text, another tag.
func hashTag(hash string) string { return `"` + hash + `"` }

// unmatched is what models.ErrStale means to who said what they start from.
func unmatched(err error) error {
	if errors.Is(err, models.ErrStale) {
		return errUnmatched
	}
	return err
}
