package models

import (
	"crypto/rand"
	"strings"
)

// Ids are made by us, so that none can be guessed by counting, and typed, so
// that one cannot pass for another.
type (
	// PersonID is of a Person.
	PersonID string
	// AHQID is of an AHQ.
	AHQID string
	// ResponseID is of a Response.
	ResponseID string
	// InquiryID is of an Inquiry.
	InquiryID string
	// ThreadID is of a Thread.
	ThreadID string
	// AttachmentID is of an Attachment.
	AttachmentID string
	// CompilationID is of a Compilation.
	CompilationID string
	// MessageID is of a Message.
	MessageID string
	// ReminderID is of a Reminder.
	ReminderID string
	// TokenID is of a Token.
	TokenID string
	// HookID is of a Hook.
	HookID string
	// DeliveryID is of a Delivery.
	DeliveryID string
	// UploadID is of an Upload.
	UploadID string
	// FeedID is of a Feed.
	FeedID string
)

// NewID is an id that nobody has: 26 letters and digits, safe in an address.
func NewID[ID ~string]() ID {
	return ID(strings.ToLower(rand.Text()))
}
