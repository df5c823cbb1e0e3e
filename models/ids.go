package models

import (
	"crypto/rand"
	"strings"
)

// Ids are made by us, so that none can be guessed by counting, and typed, so
// that one cannot pass for another.
type (
	PersonID      string
	AHQID         string
	ResponseID    string
	InquiryID     string
	AttachmentID  string
	CompilationID string
	MessageID     string
	TokenID       string
)

// NewID is an id that nobody has: 26 letters and digits, safe in an address.
func NewID[ID ~string]() ID {
	return ID(strings.ToLower(rand.Text()))
}
