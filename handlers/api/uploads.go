package api

import (
	"context"
	"time"

	"ahq/models"
	"ahq/workflow"
)

// OfUpload names an upload.
type OfUpload struct {
	Upload models.UploadID `path:"upload"`
}

// An Uploaded is a file on its way into a draft. Once it was read it has a proposal, or
// a reason why it cannot be read, and of such a file nothing else is kept.
type Uploaded struct {
	ID       models.UploadID      `json:"id"`
	Name     string               `json:"name"`
	At       time.Time            `json:"at"`
	Before   int                  `json:"before" doc:"How many files are read before it"`
	Done     int                  `json:"done" doc:"Pages that are read"`
	Pages    int                  `json:"pages" doc:"Of how many; 0 where nobody knows"`
	EndedAt  *time.Time           `json:"ended_at,omitempty" doc:"Absent until it was read"`
	Refused  string               `json:"refused,omitempty" doc:"Why it cannot be read, and what to do"`
	Proposal *models.AttachmentID `json:"proposal,omitempty" doc:"The file, and what it proposes, go by this id"`
}

func uploadedOf(u models.Upload, before int) Uploaded {
	return Uploaded{u.ID, u.Name, u.At, before, u.Done, u.Pages, u.EndedAt, u.Refused, u.AttachmentID}
}

// upload takes a file in, for a job to read.
func (a *api) upload(ctx context.Context, by workflow.Actor, in *struct {
	OfResponse
	Upload
}) (*Accepted[Uploaded], error) {
	id, err := a.Flow.Upload(ctx, by, in.Response, in.file)
	if err != nil {
		return nil, err
	}
	u, before, err := a.Flow.Uploaded(ctx, by, in.Response, id)
	return &Accepted[Uploaded]{at("responses", string(in.Response), "uploads", string(id)), uploadedOf(u, before)}, err
}

// uploaded is how far the reading of a file is.
func (a *api) uploaded(ctx context.Context, by workflow.Actor, in *struct {
	OfResponse
	OfUpload
}) (*Plain[Uploaded], error) {
	u, before, err := a.Flow.Uploaded(ctx, by, in.Response, in.Upload)
	return plain(uploadedOf(u, before)), err
}
