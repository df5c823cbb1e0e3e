package api

import (
	"bytes"
	"context"

	"ahq/forms"
	"ahq/models"
	"ahq/workflow"
	"ahq/workflow/document"
)

// draft is a response with everything in it, and its AHQ.
func (a *api) draft(ctx context.Context, by workflow.Actor, id models.ResponseID) (ahq models.AHQ, d models.DraftContent, err error) {
	if d, err = a.store.Draft(ctx, by.Scope(), id); err != nil {
		return ahq, d, err
	}
	ahq, err = a.store.AHQ(ctx, by.Scope(), d.Response.AHQID)
	return ahq, d, err
}

func (a *api) content(ctx context.Context, by workflow.Actor, in *OfResponse) (*Tagged[forms.Content], error) {
	ahq, d, err := a.draft(ctx, by, in.Response)
	if err != nil {
		return nil, err
	}
	return taggedContent(ahq, d)
}

func taggedContent(ahq models.AHQ, d models.DraftContent) (*Tagged[forms.Content], error) {
	content := workflow.Content(ahq, d)
	hash, err := workflow.ContentHash(content)
	return &Tagged[forms.Content]{ETag: hashTag(hash), Body: content}, err
}

// saveContent puts a whole content into a draft; what it lacks stays. With an
// If-Match it does so only while the draft says what it said then.
func (a *api) saveContent(ctx context.Context, by workflow.Actor, in *struct {
	OfResponse
	IfMatch
	Sent[forms.Content]
}) (*Tagged[forms.Content], error) {
	d, err := a.Flow.SaveContent(ctx, by, in.Response, in.hash(), in.sent)
	if err != nil {
		return nil, unmatched(err)
	}
	ahq, err := a.store.AHQ(ctx, by.Scope(), d.Response.AHQID)
	if err != nil {
		return nil, err
	}
	return taggedContent(ahq, d)
}

// check says what is wrong with a draft today, and how it is understood.
func (a *api) check(ctx context.Context, by workflow.Actor, in *OfResponse) (*Plain[forms.Report], error) {
	ahq, d, err := a.draft(ctx, by, in.Response)
	if err != nil {
		return nil, err
	}
	report, err := a.Flow.Check(ctx, ahq, d)
	return plain(report), err
}

// draftFile is one's own draft, for the ministries to look at.
func (a *api) draftFile(ctx context.Context, by workflow.Actor, in *struct {
	OfResponse
	Format DraftFormat `query:"format" default:"docx"`
	Laid
}) (*DraftFile, error) {
	var b bytes.Buffer
	format, _ := workflow.FormatOf(document.Format(in.Format))
	name, err := a.Flow.DownloadDraft(ctx, by.Scope(), in.Response, in.printing(), format.Format, &b)
	return (*DraftFile)(file(name, format.Media, b.Bytes())), err
}
