package api

import (
	"bytes"
	"context"
	"io"

	"ahq/workflow"
	"ahq/workflow/document"
)

// PublicKey is what receipts are checked with.
type PublicKey struct {
	Key string `json:"key" doc:"Ed25519 (RFC 8032), base64url; a signature is over the canonical JSON (RFC 8785) of the receipt without it"`
}

// manifest is what stands in a file of an edition, beside it.
func (a *api) manifest(ctx context.Context, by workflow.Actor, in *struct {
	OfEdition
	Format FileFormat `query:"format" default:"docx"`
	Laid
}) (*Plain[workflow.Manifest], error) {
	m, err := a.Flow.Manifest(ctx, by.Scope(), in.Edition, in.printing(), in.Format.name())
	return plain(m), err
}

// signedReceipt is the receipt of a version, for whoever may see that.
func (a *api) signedReceipt(ctx context.Context, by workflow.Actor, in *OfVersion) (*Plain[workflow.SignedReceipt], error) {
	r, err := a.Flow.Receipt(ctx, by.Scope(), in.Response, in.Number)
	return plain(r), err
}

// receiptPage is the same for people; it can be verified too.
func (a *api) receiptPage(ctx context.Context, by workflow.Actor, in *OfVersion) (*File, error) {
	name, body, err := a.Flow.ReceiptPDF(ctx, by.Scope(), in.Response, in.Number)
	return file(name, document.PDF.MediaType(), body), err
}

func (a *api) receiptKey(ctx context.Context, _ workflow.Actor, _ *struct{}) (*Plain[PublicKey], error) {
	key, err := a.Flow.PublicKey(ctx)
	return plain(PublicKey{key}), err
}

// verify says what a file is. It is not kept.
func (a *api) verify(ctx context.Context, by workflow.Actor, in *struct{ Upload }) (*Plain[workflow.Verdict], error) {
	file, err := io.ReadAll(in.file.Body)
	if err != nil {
		return nil, err
	}
	v, err := a.Flow.Verify(ctx, by.Scope(), bytes.NewReader(file), int64(len(file)))
	return plain(v), err
}
