package api

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"ahq/models"
	"ahq/workflow"
)

// AHQFilter says which AHQs are looked for.
type AHQFilter struct {
	After  models.AHQID      `query:"after" doc:"The next of the page before"`
	Limit  int               `query:"limit" default:"50" minimum:"1" maximum:"200"`
	States []models.AHQState `query:"state" enum:"draft,open,closed,cancelled" doc:"Several are separated by commas"`
	Text   string            `query:"q" doc:"In the reference, the topic or the background"`
}

// An AHQRow is an AHQ in a list.
type AHQRow struct {
	ID            models.AHQID         `json:"id"`
	Reference     string               `json:"reference,omitempty"`
	Topic         string               `json:"topic"`
	State         models.AHQState      `json:"state" enum:"draft,open,closed,cancelled"`
	Lead          string               `json:"lead"`
	Joint         []string             `json:"joint,omitempty"`
	ReplyBy       string               `json:"reply_by,omitempty"`
	Dissemination models.Dissemination `json:"dissemination" enum:"open,emn_only"`
	IssuedAt      *time.Time           `json:"issued_at,omitempty"`
	ClosedAt      *time.Time           `json:"closed_at,omitempty"`
}

// AHQs are one page of them, newest first.
type AHQs struct {
	AHQs []AHQRow     `json:"ahqs"`
	Next models.AHQID `json:"next,omitempty" doc:"What to send as after to get the next page; absent on the last"`
}

func (a *api) ahqs(ctx context.Context, by workflow.Actor, in *AHQFilter) (*Paged[AHQs], error) {
	if err := a.begins(ctx, by, in.After); err != nil {
		return nil, err
	}
	found, err := a.store.AHQs(ctx, by.Scope(), models.AHQFilter{
		States: in.States, Text: in.Text, AfterAHQID: in.After, Limit: in.Limit + 1, // one more tells whether there are more
	})
	if err != nil {
		return nil, err
	}
	page := &Paged[AHQs]{}
	if len(found) > in.Limit {
		found = found[:in.Limit]
		page.Body.Next = found[in.Limit-1].ID
		page.Link = in.next(page.Body.Next)
	}
	for _, one := range found {
		page.Body.AHQs = append(page.Body.AHQs, rowOf(one))
	}
	return page, nil
}

// begins says whether a page can begin behind that AHQ: behind one that is not
// there is nothing, which would look like the end.
func (a *api) begins(ctx context.Context, by workflow.Actor, after models.AHQID) error {
	if after == "" {
		return nil
	}
	_, err := a.store.AHQ(ctx, by.Scope(), after)
	if errors.Is(err, models.ErrNotFound) {
		return &edgeError{code: http.StatusUnprocessableEntity, text: "query.after: there is no such AHQ: send the next of the page before, or nothing for the first"}
	}
	return err
}

// next is the address of the page behind this one.
func (f AHQFilter) next(after models.AHQID) string {
	query := url.Values{"after": {string(after)}, "limit": {strconv.Itoa(f.Limit)}}
	if f.Text != "" {
		query.Set("q", f.Text)
	}
	states := make([]string, len(f.States))
	for i, s := range f.States {
		states[i] = string(s)
	}
	if len(states) > 0 {
		query.Set("state", strings.Join(states, ","))
	}
	return "<" + at("ahqs") + "?" + query.Encode() + `>; rel="next"`
}

func rowOf(a models.AHQ) AHQRow {
	lead, joint := askers(a)
	return AHQRow{
		ID: a.ID, Reference: reference(a), Topic: a.Topic, State: a.State, Lead: lead, Joint: joint,
		ReplyBy: a.ReplyBy, Dissemination: a.Dissemination, IssuedAt: a.IssuedAt, ClosedAt: a.ClosedAt,
	}
}
