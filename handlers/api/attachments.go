package api

import (
	"context"
	"time"

	"ahq/models"
	"ahq/workflow"
)

// OfAttachment names a file beside an AHQ or a response.
type OfAttachment struct {
	Attachment models.AttachmentID `path:"attachment"`
}

// An Attachment is a file beside an AHQ or a response, without its bytes.
type Attachment struct {
	ID        models.AttachmentID `json:"id"`
	Name      string              `json:"name"`
	MediaType string              `json:"media_type" doc:"What its sender called it"`
	Size      int64               `json:"size" doc:"In bytes"`
	SHA256    string              `json:"sha256"`
	At        time.Time           `json:"at"`
	File      string              `json:"file" doc:"Where it can be had"`
}

// Attachments are those beside one AHQ or one response, in the order they came.
type Attachments struct {
	Attachments []Attachment `json:"attachments"`
}

func attachmentOf(a models.Attachment) Attachment {
	return Attachment{a.ID, a.Name, a.MediaType, a.Size, a.SHA256, a.At, at("attachments", string(a.ID))}
}

func attachmentsOf(stored []models.Attachment, err error) (*Plain[Attachments], error) {
	all := Attachments{}
	for _, a := range stored {
		all.Attachments = append(all.Attachments, attachmentOf(a))
	}
	return plain(all), err
}

func madeAttachment(a models.Attachment, err error) (*Made[Attachment], error) {
	return made(attachmentOf(a), "attachments", string(a.ID)), err
}

func (a *api) ahqAttachments(ctx context.Context, by workflow.Actor, in *OfAHQ) (*Plain[Attachments], error) {
	if _, err := a.store.AHQ(ctx, by.Scope(), in.AHQ); err != nil {
		return nil, err
	}
	return attachmentsOf(a.store.Attachments(ctx, by.Scope(), in.AHQ))
}

func (a *api) attachToAHQ(ctx context.Context, by workflow.Actor, in *struct {
	OfAHQ
	Upload
}) (*Made[Attachment], error) {
	return madeAttachment(a.Flow.Attach(ctx, by, in.AHQ, in.file))
}

func (a *api) removeFromAHQ(ctx context.Context, by workflow.Actor, in *struct {
	OfAHQ
	OfAttachment
}) (*Done, error) {
	return a.removed(ctx, by, in.Attachment, func(f models.Attachment) bool { return f.ResponseID == nil && f.AHQID == in.AHQ })
}

func (a *api) responseAttachments(ctx context.Context, by workflow.Actor, in *OfResponse) (*Plain[Attachments], error) {
	if _, err := a.store.Draft(ctx, by.Scope(), in.Response); err != nil {
		return nil, err
	}
	return attachmentsOf(a.store.ResponseAttachments(ctx, by.Scope(), in.Response))
}

func (a *api) attachToResponse(ctx context.Context, by workflow.Actor, in *struct {
	OfResponse
	Upload
}) (*Made[Attachment], error) {
	return madeAttachment(a.Flow.AttachToResponse(ctx, by, in.Response, in.file))
}

func (a *api) removeFromResponse(ctx context.Context, by workflow.Actor, in *struct {
	OfResponse
	OfAttachment
}) (*Done, error) {
	return a.removed(ctx, by, in.Attachment, func(f models.Attachment) bool { return f.ResponseID != nil && *f.ResponseID == in.Response })
}

// removed takes a file away from where the path says it is. One that is not
// there any more is left to the act: it may be asked again under the same key.
func (a *api) removed(ctx context.Context, by workflow.Actor, id models.AttachmentID, there func(models.Attachment) bool) (*Done, error) {
	f, err := a.store.Attachment(ctx, by.Scope(), id)
	if err == nil && !there(f) {
		return nil, models.ErrNotFound
	}
	return &Done{}, a.Flow.RemoveAttachment(ctx, by, id)
}

// attachment is the file itself, for who may see what it is beside.
func (a *api) attachment(ctx context.Context, by workflow.Actor, in *OfAttachment) (*Streamed, error) {
	f, err := a.store.Attachment(ctx, by.Scope(), in.Attachment)
	if err != nil {
		return nil, err
	}
	body, err := a.Flow.Blobs.Open(f.SHA256)
	if err != nil {
		return nil, err
	}
	return a.streamed(f.Name, f.Size, body), nil
}
